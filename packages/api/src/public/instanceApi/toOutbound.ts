import type { Content, MediaContentType } from '@parley/shared'
import type { StoredUpload } from '../../media/storeUpload.ts'
import { wrong } from './chatId.ts'

const EMPTY_BODY =
  'Message was not sent: empty body. Please provide message text in body parameter in JSON POST.'

/** @throws {ApiError} without a text. */
export function toText({
  body = '',
  mentionedPhones = [],
}: {
  readonly body?: string | undefined
  readonly mentionedPhones?: readonly string[] | undefined
}): Content {
  if (body === '') throw wrong('body', EMPTY_BODY)
  const mentions = mentionedPhones
    .map((mention) => mention.replace(/@.*$/, '').replaceAll(/\D/g, ''))
    .filter((digits) => digits !== '')
  return { type: 'text', text: body, ...(mentions.length > 0 && { mentions }) }
}

/** Where the bytes of a file are: at an address, or uploaded to us. */
export type FileSource = { readonly url: string } | StoredUpload

/** A file as what phones show it as, by its bytes where we have them, otherwise by its name. */
export function toFile(
  source: FileSource,
  { filename, caption = '' }: { filename: string; caption?: string | undefined },
): Content {
  const place = 'url' in source ? { url: source.url } : { mediaId: source.mediaId }
  const kind = 'url' in source ? kindByName(filename) : source.kind
  const file = {
    ...place,
    ...('mimeType' in source && { mimeType: source.mimeType }),
    ...(filename !== '' && { filename }),
  }
  if (kind === 'audio' || kind === 'sticker') return { type: kind, ...file }
  return { type: kind, ...file, ...(caption !== '' && { caption }) }
}

/** A recording made by speaking. */
export const toVoice = (source: FileSource): Content => ({
  type: 'voice',
  ...('url' in source
    ? { url: source.url }
    : { mediaId: source.mediaId, mimeType: source.mimeType }),
})

const KINDS: Readonly<Record<string, Exclude<MediaContentType, 'voice'>>> = {
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  gif: 'image',
  webp: 'sticker',
  mp4: 'video',
  '3gp': 'video',
  mov: 'video',
  mp3: 'audio',
  aac: 'audio',
  m4a: 'audio',
  amr: 'audio',
  ogg: 'audio',
  opus: 'audio',
}

function kindByName(filename: string): Exclude<MediaContentType, 'voice'> {
  const extension = /\.(\w+)$/.exec(filename)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(KINDS, extension) ? (KINDS[extension] ?? 'document') : 'document'
}

export const isWebAddress = (text: string): boolean =>
  /^https?:\/\//i.test(text) && text.length <= MAX_URL_LENGTH && URL.canParse(text)
const MAX_URL_LENGTH = 8_192

/** @throws {ApiError} unless the coordinates are on this planet. */
export function toLocation(given: {
  readonly lat?: string | undefined
  readonly lng?: string | undefined
  readonly address?: string | undefined
}): Content {
  const { address = '' } = given
  return {
    type: 'location',
    latitude: coordinate('lat', given.lat, 90),
    longitude: coordinate('lng', given.lng, 180),
    ...(address !== '' && { address }),
  }
}

function coordinate(name: string, given: string | undefined, max: number): number {
  const degrees = given === undefined || given.trim() === '' ? Number.NaN : Number(given)
  if (Math.abs(degrees) <= max) return degrees
  throw wrong(name, `${name} parameter should be a number from -${max} to ${max}`)
}
