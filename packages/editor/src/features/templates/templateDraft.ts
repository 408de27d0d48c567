import { type ContentOf, fillTemplate, templatePlaces } from '@parley/shared'
import type { CreateTemplateRequest, Template } from '@parley/shared/api'

export const HEADER_KINDS = ['none', 'text', 'image', 'video', 'document'] as const
export type HeaderKind = (typeof HEADER_KINDS)[number]
export const BUTTON_KINDS = ['quick_reply', 'url', 'phone'] as const
export type ButtonKind = (typeof BUTTON_KINDS)[number]

/** A button while it is edited: what other kinds need is kept, so that trying one out loses nothing. */
export interface ButtonDraft {
  readonly type: ButtonKind
  readonly text: string
  readonly url: string
  readonly phone: string
}

/** A template while it is edited, with all that was typed, of header kinds that are not chosen now, too. */
export interface TemplateDraft {
  readonly name: string
  readonly language: string
  readonly category: string
  readonly status: Template['status']
  readonly headerKind: HeaderKind
  readonly header: string
  readonly mediaUrl: string
  /** Id of an upload; empty: the file is at `mediaUrl`. */
  readonly mediaId: string
  readonly filename: string
  readonly body: string
  readonly footer: string
  readonly buttons: readonly ButtonDraft[]
}

export const EMPTY_DRAFT: TemplateDraft = {
  name: '',
  language: 'en_US',
  category: 'UTILITY',
  status: 'APPROVED',
  headerKind: 'none',
  header: '',
  mediaUrl: '',
  mediaId: '',
  filename: '',
  body: '',
  footer: '',
  buttons: [],
}

export const newButton = (): ButtonDraft => ({ type: 'quick_reply', text: '', url: '', phone: '' })

export const toDraft = (template: Template): TemplateDraft => ({
  name: template.name,
  language: template.language,
  category: template.category,
  status: template.status,
  headerKind: template.headerMedia?.type ?? (template.header === '' ? 'none' : 'text'),
  header: template.header,
  mediaUrl: template.headerMedia?.url ?? '',
  mediaId: template.headerMedia?.mediaId ?? '',
  filename: template.headerMedia?.filename ?? '',
  body: template.body,
  footer: template.footer,
  buttons: template.buttons.map((button) => ({ ...newButton(), ...button })),
})

export const toRequest = (draft: TemplateDraft): CreateTemplateRequest => ({
  name: draft.name.trim(),
  language: draft.language.trim(),
  category: draft.category,
  status: draft.status,
  header: draft.headerKind === 'text' ? draft.header : '',
  headerMedia: headerMediaOf(draft),
  body: draft.body,
  footer: draft.footer,
  buttons: draft.buttons.map(({ type, text, url, phone }) => {
    switch (type) {
      case 'quick_reply':
        return { type, text }
      case 'url':
        return { type, text, url: url.trim() }
      case 'phone':
        return { type, text, phone: phone.trim() }
    }
  }),
})

function headerMediaOf(draft: TemplateDraft): CreateTemplateRequest['headerMedia'] {
  const { headerKind: type, mediaId, mediaUrl, filename } = draft
  if (type === 'none' || type === 'text') return null
  return {
    type,
    ...(mediaId === '' ? { url: mediaUrl.trim() } : { mediaId }),
    ...(type === 'document' && filename.trim() !== '' && { filename: filename.trim() }),
  }
}

/** Names of all the places that are filled in later, each once, in their order. */
export const placesOf = ({ headerKind, header, body, buttons }: TemplateDraft): readonly string[] =>
  templatePlaces(
    [
      headerKind === 'text' ? header : '',
      body,
      ...buttons.map(({ type, url }) => (type === 'url' ? url : '')),
    ].join(' '),
  )

/** As the customer sees it; places without a sample stay as they are. */
export function toContent(
  draft: TemplateDraft,
  samples: Readonly<Record<string, string>>,
): ContentOf<'template'> {
  const given = Object.fromEntries(Object.entries(samples).filter(([, value]) => value !== ''))
  const fill = (text: string) => fillTemplate(text, given)
  const { headerMedia } = toRequest(draft)
  return {
    type: 'template',
    name: draft.name,
    language: draft.language,
    text: fill(draft.body),
    ...(headerMedia
      ? { header: headerMedia }
      : draft.headerKind === 'text' &&
        draft.header !== '' && { header: { type: 'text', text: fill(draft.header) } }),
    ...(draft.footer !== '' && { footer: draft.footer }),
    buttons: draft.buttons.map(({ type, text: title, url, phone }, index) => {
      switch (type) {
        case 'quick_reply':
          return { type: 'quickReply', id: String(index), title }
        case 'url':
          return { type, title, url: fill(url) }
        case 'phone':
          return { type, title, phone }
      }
    }),
  }
}

/** What the next place would be called: places are numbered, unless they have names. */
export function nextPlace(places: readonly string[]): string {
  const numbers = places.map(Number).filter(Number.isInteger)
  return String(Math.max(0, ...numbers) + 1)
}

/** A name as platforms take it: made from what people type. */
export const toTemplateName = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, '_')
    .replaceAll(/[^a-z0-9_]/gu, '')
