import type { proto } from '@whiskeysockets/baileys'
import { encryptMedia } from '../../media/encryption.ts'
import { unixSeconds } from '../../wire/bytes.ts'
import type { BrokenMedia, MediaContent, MediaKind } from '../content.ts'
import type { ComposeContext } from './compose-message.ts'

const USUAL_MIME_TYPES: Record<MediaKind, string> = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/mp4',
  document: 'application/pdf',
  sticker: 'image/webp',
}
const VOICE_MIME_TYPE = 'audio/ogg; codecs=opus'
/** Given to files that are something else, so that the type cannot be right. */
const WRONG_MIME_TYPE = 'application/x-msdownload'
/** Enough to lose the authentication code and the end of the ciphertext. */
const LOST_BYTES = 20

/** Encrypts and uploads a file, then describes it in a message, as a phone does. */
export async function composeMedia(
  content: MediaContent,
  context: ComposeContext,
): Promise<proto.IMessage> {
  const file = await upload(content, context)
  const caption = content.caption ?? null
  switch (content.type) {
    case 'image':
      return viewable(content, { imageMessage: { ...file, caption } })
    case 'video':
      return viewable(content, { videoMessage: { ...file, caption } })
    case 'audio':
      return viewable(content, { audioMessage: { ...file, ptt: content.isVoice ?? false } })
    case 'document': {
      const fileName = content.fileName ?? 'document'
      return { documentMessage: { ...file, caption, fileName, title: fileName } }
    }
    case 'sticker':
      return { stickerMessage: file }
  }
}

function viewable({ isViewOnce }: MediaContent, message: proto.IMessage): proto.IMessage {
  return isViewOnce ? { viewOnceMessageV2: { message } } : message
}

async function upload(content: MediaContent, { media, mediaOrigin }: ComposeContext) {
  const { encrypted, ...keys } = await encryptMedia(content.bytes, content.type)
  const directPath = media.save(damage(encrypted, content.broken))
  if (content.broken === 'missing') media.remove(directPath)
  return {
    ...keys,
    directPath,
    url: `${mediaOrigin}${directPath}&mms3=true`,
    mimetype: mimeType(content),
    fileLength: content.bytes.length,
    mediaKeyTimestamp: unixSeconds(),
    ...(content.broken === 'wrongHash' && { fileSha256: Buffer.alloc(32) }),
  }
}

function damage(encrypted: Buffer, broken: BrokenMedia | undefined): Buffer {
  return broken === 'truncated' ? encrypted.subarray(0, -LOST_BYTES) : encrypted
}

function mimeType({ type, mimeType: given, isVoice, broken }: MediaContent): string {
  if (broken === 'wrongMimeType') return WRONG_MIME_TYPE
  return given ?? (isVoice ? VOICE_MIME_TYPE : USUAL_MIME_TYPES[type])
}
