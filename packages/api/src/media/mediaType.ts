import type { MediaKind } from '@parley/shared/api'
import { ApiError } from '../errors.ts'
import { sniffType } from './sniffType.ts'

/** Image types that phones show; others travel as documents. */
const SHOWN_IMAGES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/gif'])
const OFFICE_2007 = 'application/vnd.openxmlformats-officedocument.'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.'

/** What a file is, and what it is sent as. */
export interface MediaType {
  readonly mimeType: string
  readonly kind: MediaKind
}

/**
 * What an upload is: decided by its bytes. What it claims to be is only believed where bytes cannot tell (a Word file is
 * a zip), and is refused when the bytes say otherwise.
 *
 * @throws {ApiError} 415
 */
export function mediaTypeOf(head: Buffer, claimed: string): MediaType {
  const claim = essence(claimed)
  const sniffed = sniffType(head)
  const isVague = claim === '' || claim === 'application/octet-stream'
  if (!isVague && !agrees(claim, sniffed)) {
    throw new ApiError(
      'UNSUPPORTED_MEDIA_TYPE',
      `The file says that it is ${claim}, but its contents are ${sniffed ?? 'something else'}`,
    )
  }
  const mimeType = isVague || isPlayed(claim) ? (sniffed ?? 'application/octet-stream') : claim
  return { mimeType, kind: kindOf(mimeType) }
}

/**
 * What a file is when nobody is there to be told that it is not what it claims, or when the one who claims is a web
 * server, many of which call everything the same: then its bytes alone decide.
 */
export function likelyTypeOf(head: Buffer, claimed: string): MediaType {
  try {
    return mediaTypeOf(head, claimed)
  } catch {
    return mediaTypeOf(head, '')
  }
}

/** Without parameters such as `; codecs=opus`. */
const essence = (type: string): string => (type.split(';')[0] ?? '').trim().toLowerCase()

/** Types that phones play or show: for these the bytes have the last word. */
const isPlayed = (type: string): boolean => /^(image|audio|video)\//.test(type)

function agrees(claim: string, sniffed: string | null): boolean {
  if (isPlayed(claim)) {
    if (sniffed === null || !isPlayed(sniffed)) return false
    // A container may hold a sound alone, so audio and video are not told apart here; pictures are.
    return (
      claim.startsWith('image/') === sniffed.startsWith('image/') && imageAgrees(claim, sniffed)
    )
  }
  if (claim === 'application/pdf' || claim === 'application/rtf') return sniffed === claim
  if (claim.startsWith(OFFICE_2007) || claim.startsWith(OPEN_DOCUMENT)) {
    return sniffed === 'application/zip'
  }
  // Any other file is a document to us, and its type only a name.
  return sniffed === null || !isPlayed(sniffed)
}

const imageAgrees = (claim: string, sniffed: string): boolean =>
  !claim.startsWith('image/') || claim.replace('image/jpg', 'image/jpeg') === sniffed

function kindOf(mimeType: string): MediaKind {
  if (mimeType === 'image/webp') return 'sticker'
  if (SHOWN_IMAGES.has(mimeType)) return 'image'
  if (mimeType.startsWith('audio/')) return 'audio'
  if (mimeType.startsWith('video/')) return 'video'
  return 'document'
}
