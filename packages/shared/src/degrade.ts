import type { Capabilities, InteractiveLimits } from './capabilities.ts'
import type {
  Content,
  ContentHeader,
  ContentOf,
  ContentType,
  MediaContent,
  MediaContentType,
} from './content.ts'
import { findMisfits } from './fits.ts'
import {
  type NumberedOption,
  numberedOptions,
  type OptionGroup,
  uniqueCutTitles,
} from './numbered.ts'
import { cutText, fitsText, splitText } from './text.ts'

/**
 * `content` as the messages that a channel can show, in order: buttons become a list or numbered text, headers and
 * captions that have no place go before or after, long texts are split. Pure. Every result fits `capabilities`, no
 * option is lost, and options that can still be tapped keep their ids.
 */
export function degrade(content: Content, capabilities: Capabilities): readonly Content[] {
  const isNumbered = capabilities.alwaysNumbered && NUMBERED.has(content.type)
  if (!isNumbered && findMisfits(content, capabilities).length === 0) return [content]
  return degradeOne(content, capabilities)
}

const NUMBERED: ReadonlySet<ContentType> = new Set(['buttons', 'list'])

type Degrade<Type extends ContentType> = (
  content: ContentOf<Type>,
  capabilities: Capabilities,
) => readonly Content[]

function degradeOne<Type extends ContentType>(
  content: ContentOf<Type>,
  capabilities: Capabilities,
) {
  // The table pairs each type with its function; the compiler cannot follow a generic index.
  const one = DEGRADES[content.type] as unknown as Degrade<Type>
  return one(content, capabilities)
}

const DEGRADES: { readonly [Type in ContentType]: Degrade<Type> } = {
  text: ({ text, ...rest }, { text: limit }) =>
    splitText(text, limit).map((piece) => ({ ...rest, text: piece })),
  image: degradeMedia,
  video: degradeMedia,
  audio: degradeMedia,
  voice: degradeMedia,
  document: degradeMedia,
  sticker: degradeMedia,
  location: ({ name, address, latitude, longitude }, capabilities) =>
    asText(
      [name, address, `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`],
      capabilities,
    ),
  contacts: ({ contacts }, capabilities) =>
    asText(
      contacts.flatMap(({ name, phones, emails, organization }) => [
        name,
        organization,
        ...phones.map(({ phone }) => phone),
        ...(emails ?? []).map(({ email }) => email),
      ]),
      capabilities,
    ),
  reaction: ({ emoji }, capabilities) => asText([emoji], capabilities),
  template: degradeTemplate,
  poll: degradePoll,
  buttons: degradeButtons,
  list: degradeList,
  ctaUrl: degradeCtaUrl,
}

/** Lines as one text, split where it is too long. */
function asText(
  lines: readonly (string | undefined)[],
  capabilities: Capabilities,
): readonly Content[] {
  const text = lines.filter((line) => line !== undefined && line !== '').join('\n')
  return splitText(text, capabilities.text).map((piece) => ({ type: 'text', text: piece }))
}

// ---------------------------------------------------------------------------------------------- media

/** What a kind of file can be sent as instead, best first. */
const INSTEAD: Readonly<Record<MediaContentType, readonly MediaContentType[]>> = {
  sticker: ['image', 'document'],
  voice: ['audio', 'document'],
  audio: ['document'],
  video: ['document'],
  image: ['document'],
  document: [],
}

function degradeMedia(content: MediaContent, capabilities: Capabilities): readonly Content[] {
  const caption = 'caption' in content ? (content.caption ?? '') : ''
  const kinds = [content.type, ...INSTEAD[content.type]].filter((each) => capabilities.media[each])
  const roomy = kinds.find(
    (each) => (content.sizeBytes ?? 0) <= (capabilities.media[each]?.maxBytes ?? 0),
  )
  // Too large for every kind: sent as it is, so that the channel refuses it aloud.
  const kind = roomy ?? kinds[0]
  if (kind === undefined) {
    const words = [caption, content.filename, content.url].filter(Boolean)
    return asText(words.length > 0 ? words : ['📎'], capabilities)
  }
  const limit = capabilities.media[kind]?.caption ?? null
  const file = toKind(content, kind)
  if (caption === '') return [file]
  if (limit !== null && CAPTIONED.has(kind) && fitsText(caption, limit)) {
    // The kinds in CAPTIONED have a caption.
    return [{ ...file, caption } as MediaContent]
  }
  return [file, ...asText([caption], capabilities)]
}

const CAPTIONED: ReadonlySet<MediaContentType> = new Set(['image', 'video', 'document'])
const VIEW_ONCE: ReadonlySet<MediaContentType> = new Set(['image', 'video', 'document', 'voice'])

/** The same file as another kind of medium, without its caption. */
function toKind(content: MediaContent, kind: MediaContentType): MediaContent {
  const {
    caption: _,
    viewOnce,
    ...file
  } = { caption: '', viewOnce: undefined, ...content, type: kind }
  return viewOnce !== undefined && VIEW_ONCE.has(kind) ? { ...file, viewOnce } : file
}

// ---------------------------------------------------------------------------------------------- interactive

interface Interactive {
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
function frame(
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
        ? degrade(header, capabilities)
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
function asNumberedText(
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
    ...(header !== undefined && header.type !== 'text' ? degrade(header, capabilities) : []),
    ...splitText(parts.join('\n\n'), capabilities.text).map((piece) => ({
      type: 'text' as const,
      text: piece,
    })),
  ]
}

function degradeButtons(
  content: ContentOf<'buttons'>,
  capabilities: Capabilities,
): readonly Content[] {
  const { buttons: limits, list } = capabilities
  const groups = [{ options: content.buttons }]
  if (limits !== null && content.buttons.length <= limits.max) {
    const isCut = content.buttons.some(({ title }) => !fitsText(title, limits.title))
    return toButtons(isCut ? withNumbers(content, groups) : content, groups, capabilities)
  }
  if (list !== null && content.buttons.length <= list.maxRows) {
    return toList(content, { groups, buttonText: DEFAULT_LIST_BUTTON }, capabilities)
  }
  return asNumberedText(content, groups, capabilities)
}

function degradeList(content: ContentOf<'list'>, capabilities: Capabilities): readonly Content[] {
  const { list, buttons } = capabilities
  const groups = content.sections.map(({ title, rows }) => ({ title, options: rows }))
  const rows = content.sections.flatMap((section) => section.rows)
  if (list !== null && rows.length <= list.maxRows && groups.length <= list.maxSections) {
    return toList(content, { groups, buttonText: content.buttonText }, capabilities)
  }
  if (buttons !== null && rows.length <= buttons.max) {
    const saysMore =
      groups.length > 1 ||
      rows.some(({ title, description }) => description || !fitsText(title, buttons.title))
    return toButtons(saysMore ? withNumbers(content, groups) : content, groups, capabilities)
  }
  return asNumberedText(content, groups, capabilities)
}

const DEFAULT_LIST_BUTTON = 'Options'

interface Numbered extends Interactive {
  /** True when the options stand in the text already. */
  readonly isNumbered?: true
}

const withNumbers = <Content extends Interactive>(
  content: Content,
  groups: readonly OptionGroup[],
): Content & Numbered => ({
  ...content,
  text: `${content.text}\n\n${numberedOptions(groups)}`,
  isNumbered: true,
})

/** Buttons for options that the channel has room for. */
function toButtons(
  content: Numbered,
  groups: readonly OptionGroup[],
  capabilities: Capabilities,
): readonly Content[] {
  const { buttons: limits, alwaysNumbered } = capabilities
  if (limits === null) return asNumberedText(content, groups, capabilities)
  const source = alwaysNumbered && !content.isNumbered ? withNumbers(content, groups) : content
  const { before, fields } = frame(source, limits, capabilities)
  const options = groups.flatMap((group) => group.options)
  const titles = uniqueCutTitles(options, limits.title)
  return [
    ...before,
    {
      type: 'buttons',
      ...fields,
      buttons: options.map(({ id }, index) => ({ id, title: titles[index] ?? id })),
    },
  ]
}

/** A list for options that the channel has room for. A title that is cut is repeated in full in the description. */
function toList(
  content: Interactive,
  { groups, buttonText }: { groups: readonly OptionGroup[]; buttonText: string },
  capabilities: Capabilities,
): readonly Content[] {
  const { list: limits, alwaysNumbered } = capabilities
  if (limits === null) return asNumberedText(content, groups, capabilities)
  const sections = titledGroups(groups)
  const options = sections.flatMap((section) => section.options)
  const titles = uniqueCutTitles(options, limits.rowTitle)
  const rows = options.map(({ id, title, description }, index) => {
    const shown = titles[index] ?? title
    const whole =
      shown === title ? (description ?? '') : [title, description].filter(Boolean).join(' – ')
    return { id, title: shown, whole }
  })
  const losesWords = rows.some(({ whole }) => !fitsText(whole, limits.rowDescription))
  const source = losesWords || alwaysNumbered ? withNumbers(content, groups) : content
  const { before, fields } = frame(source, limits, capabilities)
  let next = 0
  return [
    ...before,
    {
      type: 'list',
      ...fields,
      buttonText: cutText(buttonText, limits.buttonText),
      sections: sections.map((section) => ({
        ...(section.title ? { title: cutText(section.title, limits.sectionTitle) } : {}),
        rows: rows.slice(next, (next += section.options.length)).map(({ id, title, whole }) => ({
          id,
          title,
          ...(whole === '' ? {} : { description: cutText(whole, limits.rowDescription) }),
        })),
      })),
    },
  ]
}

/** Where several sections are shown each needs a title, so one without joins the section before it, or after. */
function titledGroups(groups: readonly OptionGroup[]): readonly OptionGroup[] {
  const joined: { title?: string | undefined; options: NumberedOption[] }[] = []
  for (const { title, options } of groups) {
    const before = joined.at(-1)
    if (before && !title) before.options.push(...options)
    else if (before && !before.title)
      Object.assign(before, { title, options: [...before.options, ...options] })
    else joined.push({ title, options: [...options] })
  }
  return joined
}

function degradeCtaUrl(
  content: ContentOf<'ctaUrl'>,
  capabilities: Capabilities,
): readonly Content[] {
  const { ctaUrl: limits } = capabilities
  const { text, buttonText, url } = content
  if (limits === null) {
    return asNumberedText(
      { ...content, text: `${text}\n\n${buttonText}: ${url}` },
      [],
      capabilities,
    )
  }
  const { before, fields } = frame(content, limits, capabilities)
  return [
    ...before,
    { type: 'ctaUrl', ...fields, buttonText: cutText(buttonText, limits.buttonText), url },
  ]
}

/** A template as the ordinary message that it looks like: only the platform that approved it knows its name. */
function degradeTemplate(
  content: ContentOf<'template'>,
  capabilities: Capabilities,
): readonly Content[] {
  const { header, footer, buttons = [] } = content
  const links = buttons.flatMap((button) => {
    if (button.type === 'quickReply') return []
    return [`${button.title}: ${button.type === 'url' ? button.url : button.phone}`]
  })
  const message = {
    text: [content.text, links.join('\n')].filter((part) => part !== '').join('\n\n'),
    ...(header === undefined ? {} : { header }),
    ...(footer === undefined ? {} : { footer }),
  }
  const replies = buttons
    .filter((button) => button.type === 'quickReply')
    .map(({ id, title }) => ({ id, title }))
  return replies.length === 0
    ? asNumberedText(message, [], capabilities)
    : degrade({ type: 'buttons', ...message, buttons: replies }, capabilities)
}

function degradePoll(content: ContentOf<'poll'>, capabilities: Capabilities): readonly Content[] {
  const { poll: limits } = capabilities
  const { text, options, selectableCount } = content
  if (limits === null || options.length > limits.maxOptions) {
    return selectableCount === 1
      ? degrade({ type: 'buttons', text, buttons: options }, capabilities)
      : asNumberedText({ text }, [{ options }], capabilities)
  }
  const titles = uniqueCutTitles(options, limits.option)
  const isCut = options.some(({ title }, index) => title !== titles[index])
  const pieces = splitText(isCut ? withNumbers({ text }, [{ options }]).text : text, limits.text)
  return [
    ...asText([pieces.slice(0, -1).join('\n')], capabilities),
    {
      ...content,
      text: pieces.at(-1) ?? text,
      options: options.map(({ id }, index) => ({ id, title: titles[index] ?? id })),
    },
  ]
}
