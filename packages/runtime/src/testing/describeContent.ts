import type { Content, ContentHeader } from '@parley/shared'

/** The options of a message that can be tapped, with their tokens. */
export function optionsOf(content: Content): readonly { id: string; title: string }[] {
  switch (content.type) {
    case 'buttons':
      return content.buttons
    case 'list':
      return content.sections.flatMap(({ rows }) => rows)
    case 'template':
      return (content.buttons ?? []).flatMap((button) =>
        button.type === 'quickReply' ? [button] : [],
      )
    default:
      return []
  }
}

/** A message in one line, so that a test reads like the conversation: `Which size? [S] [M]`. */
export function describeContent(content: Content): string {
  switch (content.type) {
    case 'text':
      return content.text
    case 'image':
    case 'video':
    case 'audio':
    case 'voice':
    case 'document':
    case 'sticker': {
      const words = [
        `(${content.type} ${content.mediaId ?? content.url ?? ''})`,
        content.filename,
        'caption' in content ? content.caption : undefined,
      ]
      return words.filter(Boolean).join(' ')
    }
    case 'location':
      return [`(location ${content.latitude}, ${content.longitude})`, content.name, content.address]
        .filter(Boolean)
        .join(' ')
    case 'buttons':
      return framed(content, brackets(content.buttons))
    case 'list':
      return framed(
        content,
        `{${content.buttonText}: ${content.sections
          .map(({ title, rows }) => `${title ? `${title} ` : ''}${brackets(rows)}`)
          .join(' | ')}}`,
      )
    case 'ctaUrl':
      return framed(content, `[${content.buttonText} → ${content.url}]`)
    case 'template':
      return framed(
        content,
        `(template ${content.name} ${content.language}) ${brackets(content.buttons ?? [])}`.trim(),
      )
    case 'contacts':
    case 'poll':
    case 'reaction':
      return JSON.stringify(content)
  }
}

interface Framed {
  readonly text: string
  readonly header?: ContentHeader | undefined
  readonly footer?: string | undefined
}

function framed({ header, text, footer }: Framed, rest: string): string {
  const above =
    header === undefined
      ? ''
      : header.type === 'text'
        ? `*${header.text}*`
        : `(${header.type} ${header.mediaId ?? header.url ?? ''})`
  return [above, text, footer === undefined ? '' : `_${footer}_`, rest]
    .filter((part) => part !== '')
    .join(' ')
}

const brackets = (options: readonly { readonly title: string }[]) =>
  options.map(({ title }) => `[${title}]`).join(' ')
