import type { proto } from '@whiskeysockets/baileys'
import { decryptMedia, type EncryptedMediaKind } from '../../media/encryption.ts'
import type { MediaStore } from '../../media/media-store.ts'
import { sha256 } from '../../wire/bytes.ts'
import type { ReceivedMedia } from '../received-message.ts'
import { unwrap } from './unwrap.ts'

/** What the media of all kinds of messages have in common. */
interface MediaMessage {
  mimetype?: string | null
  directPath?: string | null
  mediaKey?: Uint8Array | null
  fileSha256?: Uint8Array | null
  fileEncSha256?: Uint8Array | null
  fileName?: string | null
  seconds?: number | null
  width?: number | null
  height?: number | null
  jpegThumbnail?: Uint8Array | null
}

export interface FetchedMedia {
  description: ReceivedMedia
  /** Empty when the description has an error. */
  bytes: Buffer
}

/** Downloads and decrypts the media of a message as a phone does. Undefined when it has none. */
export async function fetchMedia(
  message: proto.IMessage,
  store: MediaStore,
): Promise<FetchedMedia | undefined> {
  const found = findMedia(unwrap(message).content)
  if (!found) return undefined
  const [kind, media] = found
  try {
    const bytes = await download(kind, media, store)
    return {
      bytes,
      description: { ...describe(media, bytes), sha256: sha256(bytes).toString('hex') },
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const nothing = Buffer.alloc(0)
    return { bytes: nothing, description: { ...describe(media, nothing), error: reason } }
  }
}

/** Media are messages of their own or the header of a message with buttons. */
function findMedia(content: proto.IMessage): [EncryptedMediaKind, MediaMessage] | undefined {
  const holders = [content, content.interactiveMessage?.header, content.buttonsMessage]
  for (const holder of holders) {
    if (holder?.imageMessage) return ['image', holder.imageMessage]
    if (holder?.videoMessage) return ['video', holder.videoMessage]
    if (holder?.documentMessage) return ['document', holder.documentMessage]
  }
  if (content.audioMessage) return ['audio', content.audioMessage]
  if (content.stickerMessage) return ['sticker', content.stickerMessage]
  return undefined
}

async function download(
  kind: EncryptedMediaKind,
  { directPath, mediaKey, fileSha256, fileEncSha256 }: MediaMessage,
  store: MediaStore,
): Promise<Buffer> {
  if (!directPath || !mediaKey || !fileSha256 || !fileEncSha256) {
    throw new Error('The message does not say where its media are and how to decrypt them')
  }
  const encrypted = store.find(directPath)
  if (!encrypted) throw new Error(`Nothing was uploaded to ${directPath}`)
  return decryptMedia(encrypted, kind, { mediaKey, fileSha256, fileEncSha256 })
}

function describe(media: MediaMessage, bytes: Buffer): ReceivedMedia {
  const { fileName, seconds, width, height } = media
  return {
    mimeType: media.mimetype ?? '',
    sizeBytes: bytes.length,
    sha256: '',
    hasThumbnail: (media.jpegThumbnail?.length ?? 0) > 0,
    ...(fileName && { fileName }),
    ...(seconds && { seconds }),
    ...(width && { width }),
    ...(height && { height }),
  }
}
