import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { MediaLibrary } from '@parley/runtime/channels/whatsapp-web'
import { GuardError, type GuardedFetch, type GuardedResponse, reasonOf } from '@parley/runtime/http'
import { ChannelError, type Clock, newId } from '@parley/runtime/pipeline'
import type { Accounts } from '@parley/runtime/store'
import { filenameInUrl } from '../media/filenameInUrl.ts'
import type { MediaFiles } from '../media/MediaFiles.ts'
import { likelyTypeOf } from '../media/mediaType.ts'
import { SNIFFED_BYTES } from '../media/sniffType.ts'
import { type FetchedFile, RecentFiles } from './RecentFiles.ts'

/** What the channel itself bounds. */
const MAX_INBOUND_BYTES = 105_000_000
/** The most that WhatsApp takes of any kind of media, documents apart. */
const MAX_FETCHED_BYTES = 100_000_000
/** The platform has let it pass, so the limits of uploads do not matter. */
const INBOUND_SIZE_LIMITS = {
  image: MAX_INBOUND_BYTES,
  sticker: MAX_INBOUND_BYTES,
  audio: MAX_INBOUND_BYTES,
  video: MAX_INBOUND_BYTES,
  document: MAX_INBOUND_BYTES,
} as const
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
  const recent = new RecentFiles(clock)
  return {
    async read(workspaceId, mediaId) {
      const media = await accounts.media.find(workspaceId, mediaId)
      if (!media) throw wasDeleted()
      const { sha256, mimeType, filename } = media
      const bytes = await read(mediaFiles, sha256)
      return { bytes, mimeType, filename: filename === '' ? null : filename }
    },

    fetch: (url) => recent.get(url, () => download(guardedFetch, url)),

    async save(workspaceId, { bytes, mimeType: claimedType, filename }) {
      const received = await mediaFiles.receive(
        Readable.from([bytes]),
        // What customers send is kept even when it is not what it claims to be.
        (head) => likelyTypeOf(head, claimedType),
        INBOUND_SIZE_LIMITS,
      )
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

async function download(guardedFetch: GuardedFetch, url: string): Promise<FetchedFile> {
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
    return toFile(url, response)
  } catch (error) {
    if (error instanceof ChannelError) throw error
    throw new ChannelError(
      error instanceof GuardError ? 'media' : 'transient',
      `The file could not be fetched: ${reasonOf(error)}`,
      { cause: error },
    )
  }
}

function toFile(url: string, { headers, body: bytes }: GuardedResponse): FetchedFile {
  if (bytes.length === 0)
    throw new ChannelError('media', `The file at this address is empty: ${url}`)
  const { mimeType } = likelyTypeOf(bytes.subarray(0, SNIFFED_BYTES), headers['content-type'] ?? '')
  return {
    media: { bytes, mimeType, filename: filenameOf(url) },
    mayBeKept: !/\bno-(store|cache)\b/i.test(headers['cache-control'] ?? ''),
  }
}

const wasDeleted = (): ChannelError =>
  new ChannelError('media', 'The file of this message was deleted. Upload it again.')

async function read(mediaFiles: MediaFiles, sha256: string): Promise<Buffer> {
  try {
    const stream = await mediaFiles.open(sha256)
    if (stream) return await buffer(stream)
  } catch (cause) {
    throw new ChannelError('transient', 'The storage of files does not answer.', { cause })
  }
  throw wasDeleted()
}

/** The last part of the path, when it looks like the name of a file. */
function filenameOf(url: string): string | null {
  const name = filenameInUrl(url)
  return /^[^/\\]+\.\w{1,8}$/.test(name) ? name : null
}
