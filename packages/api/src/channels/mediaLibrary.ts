import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { MediaLibrary } from '@parley/runtime/channels/whatsapp-web'
import { GuardError, type GuardedFetch } from '@parley/runtime/http'
import { ChannelError, type Clock, newId } from '@parley/runtime/pipeline'
import type { Accounts } from '@parley/runtime/store'
import { ApiError } from '../errors.ts'
import type { MediaFiles, ReceivedFile } from '../media/MediaFiles.ts'
import { mediaTypeOf } from '../media/mediaType.ts'
import { SNIFFED_BYTES } from '../media/sniffType.ts'

/** The most that WhatsApp takes of any kind of media, documents apart. */
const MAX_FETCHED_BYTES = 100_000_000
const FETCH_TIMEOUT_MS = 60_000
const MAX_REDIRECTS = 5

export interface MediaLibraryDependencies {
  readonly accounts: Accounts
  readonly mediaFiles: MediaFiles
  readonly guardedFetch: GuardedFetch
  readonly clock: Clock
}

/** The files of the data folder, and of the web, for channels. */
export function createMediaLibrary({
  accounts,
  mediaFiles,
  guardedFetch,
  clock,
}: MediaLibraryDependencies): MediaLibrary {
  return {
    async read(workspaceId, mediaId) {
      const media = await accounts.media.find(workspaceId, mediaId)
      if (!media) {
        throw new ChannelError('media', 'The file of this message was deleted. Upload it again.')
      }
      const { sha256, mimeType, filename } = media
      return {
        bytes: await readFile(mediaFiles.pathOf(sha256)),
        mimeType,
        filename: filename === '' ? null : filename,
      }
    },

    async fetch(url) {
      const response = await download(guardedFetch, url)
      const { mimeType } = typeOf(response.body, response.headers['content-type'] ?? '')
      return { bytes: response.body, mimeType, filename: filenameOf(url) }
    },

    async save(workspaceId, { bytes, mimeType: claimedType, filename }) {
      const received = await receive(mediaFiles, bytes, claimedType)
      const { kind, mimeType, sizeBytes, sha256 } = received
      const mediaId = newId('med')
      await mediaFiles.keep(received, () =>
        accounts.media.insert({
          id: mediaId,
          workspaceId,
          kind,
          mimeType,
          filename: filename ?? '',
          sizeBytes,
          sha256,
          createdAt: clock.now(),
        }),
      )
      return { mediaId }
    },
  }
}

async function download(guardedFetch: GuardedFetch, url: string) {
  try {
    const response = await guardedFetch.fetch({
      method: 'GET',
      url,
      headers: { 'user-agent': 'Parley' },
      signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
      maxResponseBytes: MAX_FETCHED_BYTES,
      maxRedirects: MAX_REDIRECTS,
    })
    const { status } = response
    // Servers that are busy or restart may have the file in a minute: that is tried again.
    if (status >= 500 || status === 429) {
      throw new ChannelError('transient', `The address of the file answered with ${status}.`)
    }
    if (status >= 400) {
      throw new ChannelError('media', `The address of the file answered with ${status}: ${url}`)
    }
    return response
  } catch (error) {
    if (error instanceof ChannelError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new ChannelError(
      error instanceof GuardError ? 'media' : 'transient',
      `The file could not be fetched: ${reason}`,
      { cause: error },
    )
  }
}

/** What the bytes are. The web's word is not taken for more: many servers call everything a stream of bytes. */
function typeOf(bytes: Buffer, claimedType: string) {
  const head = bytes.subarray(0, SNIFFED_BYTES)
  try {
    return mediaTypeOf(head, claimedType)
  } catch {
    return mediaTypeOf(head, '')
  }
}

/** What customers send is kept even when it is not what it claims to be. */
async function receive(
  mediaFiles: MediaFiles,
  bytes: Buffer,
  claimedType: string,
): Promise<ReceivedFile> {
  try {
    return await mediaFiles.receive(Readable.from([bytes]), claimedType)
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'UNSUPPORTED_MEDIA_TYPE') throw error
    return mediaFiles.receive(Readable.from([bytes]), '')
  }
}

/** The last part of the path, when it looks like the name of a file. */
function filenameOf(url: string): string | null {
  const name = path.posix.basename(decodePath(new URL(url).pathname))
  return /^[^/\\]+\.\w{1,8}$/.test(name) ? name : null
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}
