import { pipeline } from 'node:stream/promises'
import type { MediaRecord } from '@parley/runtime/store'
import type { Request, Response } from 'express'
import { ApiError, notFound } from '../errors.ts'
import type { MediaFiles } from './MediaFiles.ts'
import type { ByteRange } from './storage/MediaStorage.ts'

/**
 * Answers with the bytes of an upload, whole or in the range that was asked for.
 *
 * @throws {ApiError} 404 when the bytes are gone, 416 when the range is outside of them
 */
export async function sendMedia(
  response: Response,
  mediaFiles: MediaFiles,
  media: MediaRecord,
): Promise<void> {
  const { req: request } = response
  const { sha256, sizeBytes } = media
  const etag = `"${sha256}"`
  const range = rangeOf(request, etag, sizeBytes)
  if (request.headers['if-none-match'] === etag) {
    response.setHeader('etag', etag)
    response.status(304).end()
    return
  }
  const stream = await mediaFiles.open(sha256, range)
  if (!stream) throw notFound('file of the medium', media.id)
  setContentHeaders(response, media)
  response.setHeader('etag', etag)
  response.setHeader('accept-ranges', 'bytes')
  response.setHeader('content-length', range ? range.end - range.start + 1 : sizeBytes)
  if (range) {
    response.status(206)
    response.setHeader('content-range', `bytes ${range.start}-${range.end}/${sizeBytes}`)
  }
  if (request.method === 'HEAD') {
    stream.destroy()
    response.end()
    return
  }
  try {
    await pipeline(stream, response)
  } catch (error) {
    // Readers leave in the middle all the time; there is nobody to tell.
    if (!isGone(error)) throw error
  }
}

/** Whatever somebody uploaded, a browser must not run it as a page of ours. */
function setContentHeaders(response: Response, { mimeType, kind, filename }: MediaRecord): void {
  const isShown = kind !== 'document'
  const name = encodeURIComponent(filename === '' ? `file.${mimeType.split('/')[1]}` : filename)
  response.setHeader('content-type', mimeType)
  response.setHeader(
    'content-disposition',
    `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${name.replaceAll("'", '%27')}`,
  )
  response.setHeader('content-security-policy', "default-src 'none'; sandbox")
  response.setHeader('cache-control', 'private, max-age=31536000, immutable')
}

/** The one range that is asked for; undefined for the whole file, which several ranges get as well (RFC 9110, 14.2). */
function rangeOf(request: Request, etag: string, sizeBytes: number): ByteRange | undefined {
  const condition = request.headers['if-range']
  if (condition !== undefined && condition !== etag) return undefined
  const ranges = request.range(sizeBytes)
  if (ranges === -1) throw outOfRange(sizeBytes)
  if (!Array.isArray(ranges) || ranges.type !== 'bytes' || ranges.length !== 1) return undefined
  return ranges[0]
}

const outOfRange = (sizeBytes: number): ApiError =>
  new ApiError('VALIDATION_ERROR', 'The file is shorter than the range that was asked for', {
    status: 416,
    headers: { 'content-range': `bytes */${sizeBytes}` },
  })

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
