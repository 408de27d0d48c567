import type { Capabilities, InteractiveLimits } from '../capabilities.ts'
import type { Content, ContentHeader } from '../content.ts'
import { numberedOptions, type OptionGroup } from '../numbered.ts'
import { fitsText, splitText } from '../text.ts'
import { asText } from './asText.ts'
import { fileAsMessages } from './degradeMedia.ts'

/** What messages with something to tap have in common. */
export interface Interactive {
  readonly text: string
  readonly header?: ContentHeader | undefined
  readonly footer?: string | undefined
}

interface Framed {
  /** Messages that go before: media header, and what is too long of the text. */
  readonly before: readonly Content[]
  readonly fields: Interactive
}

/** Header, text and footer as a channel has them: what has no place of its own moves before, or into the text. */
export function frame(
  { text, header, footer }: Interactive,
  limits: InteractiveLimits,
  capabilities: Capabilities,
): Framed {
  const keepsHeader =
    header !== undefined &&
    limits.headers.includes(header.type) &&
    (header.type !== 'text' || fitsText(header.text, limits.headerText ?? limits.text))
  const keepsFooter =
    footer !== undefined && limits.footer !== null && fitsText(footer, limits.footer)
  const lines = [
    header?.type === 'text' && !keepsHeader ? header.text : '',
    text,
    keepsFooter ? '' : (footer ?? ''),
  ].filter((line) => line.trim() !== '')
  const pieces = splitText(lines.join('\n\n'), limits.text)
  return {
    before: [
      ...(header !== undefined && header.type !== 'text' && !keepsHeader
        ? fileAsMessages(header, capabilities)
        : []),
      ...pieces.slice(0, -1).flatMap((piece) => asText([piece], capabilities)),
    ],
    fields: {
      text: pieces.at(-1) ?? text,
      ...(keepsHeader ? { header } : {}),
      ...(keepsFooter ? { footer } : {}),
    },
  }
}

/** The whole message as text with its options as "1. …" lines, after a media header. */
export function asNumberedText(
  { text, header, footer }: Interactive,
  groups: readonly OptionGroup[],
  capabilities: Capabilities,
): readonly Content[] {
  const parts = [
    header?.type === 'text' ? header.text : '',
    text,
    numberedOptions(groups),
    footer ?? '',
  ].filter((part) => part.trim() !== '')
  return [
    ...(header !== undefined && header.type !== 'text' ? fileAsMessages(header, capabilities) : []),
    ...splitText(parts.join('\n\n'), capabilities.text).map((piece) => ({
      type: 'text' as const,
      text: piece,
    })),
  ]
}

export interface Numbered extends Interactive {
  /** True when the options stand in the text already. */
  readonly isNumbered?: true
}

/** The same with its options in the text. */
export const withNumbers = <Content extends Interactive>(
  content: Content,
  groups: readonly OptionGroup[],
): Content & Numbered => ({
  ...content,
  text: `${content.text}\n\n${numberedOptions(groups)}`,
  isNumbered: true,
})
