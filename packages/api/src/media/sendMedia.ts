import path from 'node:path'
import type { MediaRecord } from '@parley/runtime/store'
import type { Response } from 'express'
import { ApiError } from '../errors.ts'
import type { MediaFiles } from './MediaFiles.ts'

/** Answers with the bytes of an upload, whole or in the range that was asked for. */
export async function sendMedia(
  response: Response,
  mediaFiles: MediaFiles,
  media: MediaRecord,
): Promise<void> {
  setContentHeaders(response, media)
  await sendFile(response, mediaFiles.pathOf(media.sha256))
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

const sendFile = (response: Response, file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const options = { root: path.dirname(file), cacheControl: false, lastModified: false }
    response.sendFile(path.basename(file), options, (error: unknown) => {
      // Readers leave in the middle all the time; there is nobody to tell.
      const isGone = error instanceof Error && 'code' in error && error.code === 'ECONNABORTED'
      if (error && !isGone) reject(isOutOfRange(error) ? outOfRange(error) : error)
      else resolve()
    })
  })

const isOutOfRange = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && error.status === 416

const outOfRange = (cause: unknown): ApiError =>
  new ApiError('VALIDATION_ERROR', 'The file is shorter than the range that was asked for', {
    status: 416,
    cause,
  })
