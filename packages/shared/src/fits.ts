import type { Capabilities, InteractiveLimits, TextLimit } from './capabilities.ts'
import type { ContentHeader, ContentOf, ContentType, MediaContentType } from './content.ts'
import { countText, fitsText } from './text.ts'

/** One way in which a content is more than a channel can show. */
export interface Misfit {
  /** The part that does not fit, for example `text`, `buttons.0.title`; empty: the whole content. */
  readonly part: string
  /** For authors: what is too much, with both figures. */
  readonly message: string
}

/** Everything about `content` that a channel cannot show as it is; empty when it can be sent unchanged. */
export function findMisfits<Type extends ContentType>(
  content: ContentOf<Type>,
  capabilities: Capabilities,
): readonly Misfit[] {
  // The table pairs each type with its check; the compiler cannot follow a generic index.
  const check = CHECKS[content.type] as unknown as Check<Type>
  return check(content, capabilities)
}

type Check<Type extends ContentType> = (
  content: ContentOf<Type>,
  capabilities: Capabilities,
) => readonly Misfit[]

const CHECKS: { readonly [Type in ContentType]: Check<Type> } = {
  text: ({ text }, { text: limit }) => tooLong('text', 'The text', text, limit),
  image: checkMedia,
  video: checkMedia,
  audio: checkMedia,
  voice: checkMedia,
  document: checkMedia,
  sticker: checkMedia,
  location: checkPlain,
  contacts: checkPlain,
  reaction: checkPlain,
  template: checkPlain,
  poll: ({ text, options }, { poll }) => {
    if (poll === null) return missing('polls')
    return [
      ...tooLong('text', 'The question', text, poll.text),
      ...tooMany('options', 'options', options.length, poll.maxOptions),
      ...options.flatMap(({ title }, index) =>
        tooLong(`options.${index}.title`, `“${title}”`, title, poll.option),
      ),
    ]
  },
  buttons: (content, { buttons: limits }) => {
    if (limits === null) return missing('buttons')
    return [
      ...checkInteractive(content, limits),
      ...tooMany('buttons', 'buttons', content.buttons.length, limits.max),
      ...content.buttons.flatMap(({ title }, index) =>
        tooLong(`buttons.${index}.title`, `“${title}”`, title, limits.title),
      ),
      ...notUnique('buttons', content.buttons),
    ]
  },
  list: (content, { list: limits }) => {
    if (limits === null) return missing('lists')
    const rows = content.sections.flatMap((section) => section.rows)
    return [
      ...checkInteractive(content, limits),
      ...tooLong('buttonText', 'The label of the button', content.buttonText, limits.buttonText),
      ...tooMany('sections', 'sections', content.sections.length, limits.maxSections),
      ...tooMany('sections', 'rows', rows.length, limits.maxRows),
      ...content.sections.flatMap(({ title = '' }, index) =>
        tooLong(`sections.${index}.title`, `“${title}”`, title, limits.sectionTitle),
      ),
      ...rows.flatMap(({ title, description = '' }) => [
        ...tooLong('sections.rows.title', `“${title}”`, title, limits.rowTitle),
        ...tooLong(
          'sections.rows.description',
          'A description',
          description,
          limits.rowDescription,
        ),
      ]),
      ...(content.sections.length > 1 && content.sections.some(({ title }) => !title)
        ? [{ part: 'sections', message: 'Each of several sections needs a title.' }]
        : []),
      ...notUnique('sections', rows),
    ]
  },
  ctaUrl: (content, { ctaUrl: limits }) => {
    if (limits === null) return missing('buttons that open a page')
    return [
      ...checkInteractive(content, limits),
      ...tooLong('buttonText', 'The label of the button', content.buttonText, limits.buttonText),
    ]
  },
}

function checkMedia(
  content: ContentOf<MediaContentType>,
  { media }: Capabilities,
): readonly Misfit[] {
  const limits = media[content.type]
  if (!limits) return missing(MEDIA_NAMES[content.type])
  const caption = 'caption' in content ? (content.caption ?? '') : ''
  return [
    ...((content.sizeBytes ?? 0) > limits.maxBytes
      ? [{ part: 'sizeBytes', message: `The file is larger than ${limits.maxBytes} bytes.` }]
      : []),
    ...(limits.caption === null
      ? caption === ''
        ? []
        : [{ part: 'caption', message: 'The caption is sent as a message of its own.' }]
      : tooLong('caption', 'The caption', caption, limits.caption)),
  ]
}

function checkPlain(
  content: { readonly type: Capabilities['plain'][number] },
  { plain }: Capabilities,
): readonly Misfit[] {
  return plain.includes(content.type) ? [] : missing(PLAIN_NAMES[content.type])
}

interface Interactive {
  readonly text: string
  readonly header?: ContentHeader | undefined
  readonly footer?: string | undefined
}

function checkInteractive({ text, header, footer }: Interactive, limits: InteractiveLimits) {
  return [
    ...tooLong('text', 'The text', text, limits.text),
    ...(header === undefined || limits.headers.includes(header.type)
      ? []
      : [
          {
            part: 'header',
            message: 'The header is sent as a message of its own or above the text.',
          },
        ]),
    ...(header?.type === 'text'
      ? tooLong('header', 'The header', header.text, limits.headerText ?? limits.text)
      : []),
    ...(footer === undefined
      ? []
      : limits.footer === null
        ? [{ part: 'footer', message: 'The footer is shown as the last line of the text.' }]
        : tooLong('footer', 'The footer', footer, limits.footer)),
  ]
}

const MEDIA_NAMES: Readonly<Record<MediaContentType, string>> = {
  image: 'images',
  video: 'videos',
  audio: 'sounds',
  voice: 'voice messages',
  document: 'files',
  sticker: 'stickers',
}
const PLAIN_NAMES: Readonly<Record<Capabilities['plain'][number], string>> = {
  location: 'locations',
  contacts: 'contact cards',
  reaction: 'reactions',
  template: 'templates',
}

const missing = (what: string): readonly Misfit[] => [
  { part: '', message: `The channel has no ${what}.` },
]

function tooLong(part: string, what: string, text: string, limit: TextLimit): readonly Misfit[] {
  if (fitsText(text, limit)) return []
  const unit = limit.unit === 'bytes' ? 'bytes' : 'characters'
  const length = countText(text, limit.unit)
  return [{ part, message: `${what} has ${length} ${unit}, the channel shows ${limit.max}.` }]
}

const tooMany = (part: string, what: string, count: number, max: number): readonly Misfit[] =>
  count <= max ? [] : [{ part, message: `There are ${count} ${what}, the channel shows ${max}.` }]

const notUnique = (
  part: string,
  options: readonly { readonly title: string }[],
): readonly Misfit[] =>
  new Set(options.map(({ title }) => title)).size === options.length
    ? []
    : [{ part, message: 'Two options have the same title.' }]
