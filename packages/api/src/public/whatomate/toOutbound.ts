import type { Content, ContentOf } from '@parley/shared'
import { MEDIA_SIZE_LIMITS } from '@parley/shared/api'
import { ApiError, invalidField } from '../../errors.ts'
import { filenameInUrl } from '../../media/filenameInUrl.ts'
import type { StoredUpload } from '../../media/storeUpload.ts'
import type { Interactive, MediaRequest, MessageRequest, ReplyButton, Row } from './schema.ts'

/** WhatsApp's limits, which whatomate's documents and source name; characters are code points. */
const MAX_BUTTONS = 3
const MAX_BUTTON_TITLE = 20
const MAX_ROWS = 10
const MAX_ROW_TITLE = 24

/** @throws {ApiError} naming what is wrong with the request. */
export function toContent(request: MessageRequest): Content {
  switch (request.type) {
    case 'text': {
      const { text: given, content } = request
      const text = typeof given === 'string' ? given : given?.body
      return { type: 'text', text: required('text', text ?? content?.text ?? content?.body) }
    }
    case 'interactive':
      if (request.interactive) return toInteractive(request.interactive)
      throw invalidField('interactive', 'is required')
    default:
      throw invalidField(
        'type',
        'must be text or interactive; files and templates have paths of their own',
      )
  }
}

function toInteractive(interactive: Interactive): Content {
  const { header, footer, action } = interactive
  const text = required('interactive.body', wordsOf(interactive.body))
  const headerText = wordsOf(header)
  const footerText = wordsOf(footer)
  const words = {
    text,
    ...(headerText && { header: { type: 'text' as const, text: headerText } }),
    ...(footerText && { footer: footerText }),
  }
  switch (interactive.type) {
    case 'button':
      return {
        type: 'buttons',
        ...words,
        buttons: toButtons(interactive.buttons ?? action?.buttons),
      }
    case 'cta_url': {
      const buttonText = interactive.button_text ?? action?.parameters?.display_text
      return {
        type: 'ctaUrl',
        ...words,
        buttonText: titled('interactive.button_text', buttonText, MAX_BUTTON_TITLE),
        url: toAddress('interactive.url', interactive.url ?? action?.parameters?.url),
      }
    }
    case 'list':
      return { type: 'list', ...words, ...toList(interactive) }
    default:
      throw invalidField('interactive.type', 'must be button, list or cta_url')
  }
}

function toButtons(given: readonly ReplyButton[] | null | undefined) {
  if (!given || given.length === 0) throw invalidField('interactive.buttons', 'is required')
  if (given.length > MAX_BUTTONS) {
    throw invalidField('interactive.buttons', `must be at most ${MAX_BUTTONS}; use a list for more`)
  }
  const buttons = given.map(({ id, title, reply }, index) => {
    const field = `interactive.buttons.${index}.title`
    const shown = titled(field, title ?? reply?.title, MAX_BUTTON_TITLE)
    return { id: id || reply?.id || shown, title: shown }
  })
  requireDistinct('interactive.buttons', buttons)
  return buttons
}

/** A list is given in sections, in rows, or in buttons that are too many for buttons. */
function toList({ sections, rows, buttons, button_text: buttonText, action }: Interactive) {
  const bare = rows ?? buttons?.map(({ id, title = '' }) => ({ id, title }))
  const given = sections ?? action?.sections ?? (bare ? [{ rows: bare }] : [])
  const all = given.flatMap((section) => section.rows)
  if (all.length === 0) throw invalidField('interactive.sections', 'must have rows')
  if (all.length > MAX_ROWS) {
    throw invalidField('interactive.sections', `must have at most ${MAX_ROWS} rows in all`)
  }
  const toSections = given.map(({ rows, ...section }, index) => ({
    ...('title' in section && section.title && { title: section.title }),
    rows: rows.map((row, place) => toRow(row, `interactive.sections.${index}.rows.${place}`)),
  }))
  requireDistinct(
    'interactive.sections',
    toSections.flatMap((section) => section.rows),
  )
  const label = buttonText ?? action?.button ?? 'Options'
  return {
    buttonText: titled('interactive.button_text', label, MAX_BUTTON_TITLE),
    sections: toSections,
  }
}

function toRow({ id, title, description }: Row, field: string) {
  const shown = titled(`${field}.title`, title, MAX_ROW_TITLE)
  return { id: id || shown, title: shown, ...(description && { description }) }
}

function requireDistinct(field: string, options: readonly { readonly id: string }[]): void {
  if (new Set(options.map(({ id }) => id)).size === options.length) return
  throw invalidField(field, 'must have ids that differ from each other')
}

// ---------------------------------------------------------------------------------------------- files

type MediaType = MediaRequest['type']

/** The formats of each type, by what their bytes are. A document may be anything. */
const FORMATS: Readonly<
  Record<Exclude<MediaType, 'document'>, { words: string; types: readonly string[] }>
> = {
  image: { words: 'JPEG or PNG', types: ['image/jpeg', 'image/png'] },
  video: { words: 'MP4 or 3GPP', types: ['video/mp4', 'video/3gpp'] },
  audio: {
    words: 'AAC, MP3 or OGG',
    types: ['audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/ogg'],
  },
}

/** Endings of addresses that say for certain what is there is something else. */
const TYPES_BY_ENDING: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  heic: 'image/heic',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  '3gp': 'video/3gpp',
  '3gpp': 'video/3gpp',
  mov: 'video/quicktime',
  avi: 'video/x-msvideo',
  mkv: 'video/x-matroska',
  webm: 'video/webm',
  aac: 'audio/aac',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  pdf: 'application/pdf',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  zip: 'application/zip',
  exe: 'application/x-msdownload',
  html: 'text/html',
}

/**
 * A file at an address. What its bytes are and how many there are is seen when it is fetched, and the message fails
 * then; at once only an address is refused that cannot be right.
 *
 * @throws {ApiError}
 */
export function toLinkedMedia(request: MediaRequest): Content {
  const url = toAddress('media_url', request.media_url)
  const name = filenameInUrl(url)
  const type = TYPES_BY_ENDING[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '']
  if (type !== undefined) requireFormat(request.type, type)
  return toMedia(request, { url }, name)
}

/** @throws {ApiError} when it is not of the type's formats or too large. */
export function checkUpload(
  { type }: MediaRequest,
  { mimeType, sizeBytes }: { readonly mimeType: string; readonly sizeBytes: number },
): void {
  requireFormat(type, mimeType)
  const limit = MEDIA_SIZE_LIMITS[type]
  if (sizeBytes <= limit) return
  const megabytes = limit / 1_000_000
  throw new ApiError('PAYLOAD_TOO_LARGE', `A file of type ${type} has at most ${megabytes} MB`)
}

export const toUploadedMedia = (
  request: MediaRequest,
  { mediaId, mimeType }: StoredUpload,
  filename: string,
): Content => toMedia(request, { mediaId, mimeType }, filename)

function requireFormat(type: MediaType, mimeType: string): void {
  if (type === 'document' || FORMATS[type].types.includes(mimeType)) return
  throw invalidField('type', `${type} must be ${FORMATS[type].words}, and this is ${mimeType}`)
}

type Source = { readonly url: string } | { readonly mediaId: string; readonly mimeType: string }

function toMedia({ type, caption, filename }: MediaRequest, source: Source, name: string): Content {
  const captioned = { ...source, ...(caption && { caption }) }
  switch (type) {
    case 'image':
    case 'video':
      return { type, ...captioned }
    case 'audio':
      return { type, ...source }
    case 'document':
      return { type, ...captioned, filename: filename || name || 'file' }
  }
}

type MediaHeader = Exclude<NonNullable<ContentOf<'template'>['header']>, { type: 'text' }>

/** An upload as what stands above a template's text. @throws {ApiError} when it is none of what can stand there. */
export function toMediaHeader(
  { kind, mediaId, mimeType }: StoredUpload,
  filename: string,
): MediaHeader {
  if (kind === 'image' || kind === 'video') return { type: kind, mediaId, mimeType }
  if (kind === 'document') return { type: kind, mediaId, mimeType, ...(filename && { filename }) }
  throw invalidField(
    'header_file',
    `must be an image, a video or a document, and this is ${mimeType}`,
  )
}

/** A file at an address as what stands above a template's text; what kind it is is told by its ending. */
export function toLinkedHeader(given: string, filename: string | undefined): MediaHeader {
  const url = toAddress('header_media_url', given)
  const ending = /\.(\w+)$/.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? ''
  const type = TYPES_BY_ENDING[ending] ?? 'image/'
  if (type.startsWith('image/')) return { type: 'image', url }
  if (type.startsWith('video/')) return { type: 'video', url }
  return { type: 'document', url, ...(filename && { filename }) }
}

// ---------------------------------------------------------------------------------------------- fields

const wordsOf = (given: string | { readonly text: string } | null | undefined) =>
  typeof given === 'string' ? given : given?.text

function required(field: string, text: string | null | undefined): string {
  if (text?.trim()) return text
  throw invalidField(field, 'is required')
}

function titled(field: string, given: string | null | undefined, max: number): string {
  const title = required(field, given)
  if (Array.from(title).length <= max) return title
  throw invalidField(field, `must be at most ${max} characters`)
}

function toAddress(field: string, given: string | null | undefined): string {
  const url = required(field, given)
  if (URL.canParse(url) && /^https?:\/\//i.test(url)) return url
  throw invalidField(field, 'must be an http or https address')
}
