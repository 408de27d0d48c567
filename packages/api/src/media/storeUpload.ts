import { derivedId } from '@parley/runtime/pipeline'
import { isDuplicateKey, type MediaRecord } from '@parley/runtime/store'
import type { RouteDependencies } from '../dependencies.ts'
import type { ReceivedFile } from './MediaFiles.ts'

/** A file that a message can name. */
export interface StoredUpload {
  readonly mediaId: string
  readonly kind: MediaRecord['kind']
  readonly mimeType: string
}

/**
 * Keeps a file that came together with the message it is for. The same file under the same name is one medium, so that a
 * request that is repeated is the same request.
 */
export async function storeUpload(
  { accounts, clock, mediaFiles }: Pick<RouteDependencies, 'accounts' | 'clock' | 'mediaFiles'>,
  workspaceId: string,
  filename: string,
  received: ReceivedFile,
): Promise<StoredUpload> {
  const { kind, mimeType, sizeBytes, sha256 } = received
  const mediaId = derivedId('med', workspaceId, sha256, mimeType, filename)
  const createdAt = clock.now()
  const media = { id: mediaId, workspaceId, kind, mimeType, filename, sizeBytes, sha256, createdAt }
  await mediaFiles.keep(received, async () => {
    try {
      await accounts.media.insert(media)
    } catch (error) {
      // It is there already.
      if (!isDuplicateKey(error)) throw error
    }
  })
  return { mediaId, kind, mimeType }
}
