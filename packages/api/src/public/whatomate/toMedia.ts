import type { Content, ContentOf } from '@parley/shared'
import { MEDIA_SIZE_LIMITS } from '@parley/shared/api'
import { ApiError, invalidField } from '../../errors.ts'
import { filenameInUrl } from '../../media/filenameInUrl.ts'
import type { StoredUpload } from '../../media/storeUpload.ts'
import { toAddress } from './fields.ts'
import type { MediaRequest } from './schema.ts'

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
