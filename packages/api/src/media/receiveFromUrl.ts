import { AnswerTooLongError, type GuardedDownload, reasonOf } from '@parley/runtime/http'
import { MEDIA_SIZE_LIMITS } from '@parley/shared/api'
import { ApiError, invalidField } from '../errors.ts'
import type { MediaFiles, ReceivedFile } from './MediaFiles.ts'
import { likelyTypeOf, type MediaType } from './mediaType.ts'

const TIMEOUT_MS = 60_000
const MAX_REDIRECTS = 5

export interface UrlToReceive {
  readonly url: string
  /** What the file must be; absent: whatever its bytes say, but no web page. */
  readonly mimeType: string | undefined
  /** Nobody waits for it any more. */
  readonly signal: AbortSignal
}

/**
 * Fetches a file through the guarded client and takes it in while it comes.
 *
 * @throws {ApiError} 422 naming `url` when it cannot be had, 413 when it is too large, 415 when it is something else
 */
export async function receiveFromUrl(
  { mediaFiles, downloads }: { mediaFiles: MediaFiles; downloads: GuardedDownload },
  { url, mimeType, signal }: UrlToReceive,
): Promise<ReceivedFile> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  const fail = (error: unknown): ApiError => {
    if (timeout.aborted) {
      return invalidField('url', `the file did not come within ${TIMEOUT_MS / 1_000} seconds`)
    }
    if (error instanceof AnswerTooLongError) {
      const megabytes = MEDIA_SIZE_LIMITS.document / 1_000_000
      return new ApiError('PAYLOAD_TOO_LARGE', `A file at an address has at most ${megabytes} MB`)
    }
    return invalidField('url', `the file could not be fetched: ${reasonOf(error)}`)
  }
  const { status, headers, body } = await downloads
    .open({
      method: 'GET',
      url,
      headers: { 'user-agent': 'Parley' },
      signal: AbortSignal.any([timeout, signal]),
      maxResponseBytes: MEDIA_SIZE_LIMITS.document,
      maxRedirects: MAX_REDIRECTS,
    })
    .catch((error: unknown) => {
      throw fail(error)
    })
  try {
    if (status < 200 || status >= 300) {
      throw invalidField('url', `the address answered with ${status}`)
    }
    const judge = mimeType ?? ((head: Buffer) => judgeAnswer(head, headers['content-type'] ?? ''))
    return await mediaFiles.receive(body, judge)
  } catch (error) {
    const isCutOff = error instanceof ApiError && error.cause && error.cause === body.errored
    throw isCutOff ? fail(error.cause) : error
  } finally {
    // Also ends the connection when not all of it was wanted.
    body.destroy()
  }
}

/** Most links that lead to a page were meant to lead to the file on it. */
function judgeAnswer(head: Buffer, serverType: string): MediaType {
  const type = likelyTypeOf(head, serverType)
  if (type.mimeType !== 'text/html') return type
  throw new ApiError(
    'UNSUPPORTED_MEDIA_TYPE',
    'The address leads to a web page. Give the address of the file itself, or mimeType text/html if the page is meant',
  )
}
