import type { Capabilities, InteractiveLimits, TextLimit } from './capabilities.ts'
import type { ContentHeader, ContentOf, ContentType, MediaContentType } from './content.ts'
import { countText, fitsText } from './text.ts'

/** One way in which a content is more than a channel can show. */
export type Misfit = {
  /** Path of the part that does not fit, for example `buttons`, 0, `title`; empty: the whole content. */
  readonly part: readonly (string | number)[]
} & (
  | {
      readonly type: 'tooLong'
      readonly what: PartName
      readonly used: number
      readonly limit: TextLimit
    }
  | {
      readonly type: 'tooMany'
      readonly what: 'buttons' | 'options' | 'sections' | 'rows'
      readonly count: number
      readonly max: number
    }
  | { readonly type: 'missing'; readonly what: MissingName }
  | { readonly type: 'moved'; readonly what: 'caption' | 'header' | 'footer' }
  | { readonly type: 'tooHeavy'; readonly maxBytes: number }
  | { readonly type: 'sectionTitles' }
  | { readonly type: 'equalTitles' }
)

/** Parts of a message that have a limit. */
export type PartName =
  | 'text'
  | 'question'
  | 'header'
  | 'footer'
  | 'caption'
  | 'buttonText'
  | 'title'
  | 'description'
  | 'sectionTitle'

/** What a channel may not have at all. */
export type MissingName =
  | 'buttons'
  | 'lists'
  | 'links'
  | 'polls'
  | MediaContentType
  | Capabilities['plain'][number]

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
  text: ({ text }, { text: limit }) => tooLong(['text'], 'text', text, limit),
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
      ...tooLong(['text'], 'question', text, poll.text),
      ...tooMany('options', options.length, poll.maxOptions),
      ...options.flatMap(({ title }, index) =>
        tooLong(['options', index, 'title'], 'title', title, poll.option),
      ),
    ]
  },
  buttons: (content, { buttons: limits }) => {
    if (limits === null) return missing('buttons')
    return [
      ...checkInteractive(content, limits),
      ...tooMany('buttons', content.buttons.length, limits.max),
      ...content.buttons.flatMap(({ title }, index) =>
        tooLong(['buttons', index, 'title'], 'title', title, limits.title),
      ),
      ...notUnique('buttons', content.buttons),
    ]
  },
  list: (content, { list: limits }) => {
    if (limits === null) return missing('lists')
    const rows = content.sections.flatMap((section) => section.rows)
    return [
      ...checkInteractive(content, limits),
      ...tooLong(['buttonText'], 'buttonText', content.buttonText, limits.buttonText),
      ...tooMany('sections', content.sections.length, limits.maxSections),
      ...tooMany('rows', rows.length, limits.maxRows),
      ...content.sections.flatMap(({ title = '', rows: own }, section) => [
        ...tooLong(['sections', section, 'title'], 'sectionTitle', title, limits.sectionTitle),
        ...own.flatMap((row, index) => {
          const part = ['sections', section, 'rows', index]
          const { description = '' } = row
          return [
            ...tooLong([...part, 'title'], 'title', row.title, limits.rowTitle),
            ...tooLong([...part, 'description'], 'description', description, limits.rowDescription),
          ]
        }),
      ]),
      ...(content.sections.length > 1 && content.sections.some(({ title }) => !title)
        ? [{ part: ['sections'], type: 'sectionTitles' as const }]
        : []),
      ...notUnique('sections', rows),
    ]
  },
  ctaUrl: (content, { ctaUrl: limits }) => {
    if (limits === null) return missing('links')
    return [
      ...checkInteractive(content, limits),
      ...tooLong(['buttonText'], 'buttonText', content.buttonText, limits.buttonText),
    ]
  },
}

function checkMedia(
  content: ContentOf<MediaContentType>,
  { media }: Capabilities,
): readonly Misfit[] {
  const limits = media[content.type]
  if (!limits) return missing(content.type)
  const caption = 'caption' in content ? (content.caption ?? '') : ''
  return [
    ...((content.sizeBytes ?? 0) > limits.maxBytes
      ? [{ part: ['sizeBytes'], type: 'tooHeavy' as const, maxBytes: limits.maxBytes }]
      : []),
    ...(limits.caption === null
      ? caption === ''
        ? []
        : moved('caption')
      : tooLong(['caption'], 'caption', caption, limits.caption)),
  ]
}

function checkPlain(
  content: { readonly type: Capabilities['plain'][number] },
  { plain }: Capabilities,
): readonly Misfit[] {
  return plain.includes(content.type) ? [] : missing(content.type)
}

interface Interactive {
  readonly text: string
  readonly header?: ContentHeader | undefined
  readonly footer?: string | undefined
}

function checkInteractive(
  { text, header, footer }: Interactive,
  limits: InteractiveLimits,
): readonly Misfit[] {
  return [
    ...tooLong(['text'], 'text', text, limits.text),
    ...(header === undefined || limits.headers.includes(header.type) ? [] : moved('header')),
    ...(header?.type === 'text'
      ? tooLong(['header', 'text'], 'header', header.text, limits.headerText ?? limits.text)
      : []),
    ...(footer === undefined
      ? []
      : limits.footer === null
        ? moved('footer')
        : tooLong(['footer'], 'footer', footer, limits.footer)),
  ]
}

const missing = (what: MissingName): readonly Misfit[] => [{ part: [], type: 'missing', what }]

const moved = (what: 'caption' | 'header' | 'footer'): readonly Misfit[] => [
  { part: [what], type: 'moved', what },
]

function tooLong(
  part: Misfit['part'],
  what: PartName,
  text: string,
  limit: TextLimit,
): readonly Misfit[] {
  if (fitsText(text, limit)) return []
  return [{ part, type: 'tooLong', what, used: countText(text, limit.unit), limit }]
}

const tooMany = (
  what: 'buttons' | 'options' | 'sections' | 'rows',
  count: number,
  max: number,
): readonly Misfit[] =>
  count <= max
    ? []
    : [{ part: [what === 'rows' ? 'sections' : what], type: 'tooMany', what, count, max }]

const notUnique = (
  part: string,
  options: readonly { readonly title: string }[],
): readonly Misfit[] =>
  new Set(options.map(({ title }) => title)).size === options.length
    ? []
    : [{ part: [part], type: 'equalTitles' }]
