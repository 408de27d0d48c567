import {
  generateWAMessageFromContent,
  prepareWAMessageMedia,
  type proto,
  type WAMessage,
  type WASocket,
} from '@whiskeysockets/baileys'
import type { Rendered } from './toBaileys.ts'

/** Sends a native flow message, which Baileys has no call of its own for. */
export async function relay(
  socket: WASocket,
  jid: string,
  messageId: string,
  { interactive, header, nodes }: Extract<Rendered, { by: 'relay' }>,
): Promise<WAMessage> {
  const media = header
    ? await prepareWAMessageMedia(toUpload(header), { upload: socket.waUploadToServer })
    : null
  const message = generateWAMessageFromContent(
    jid,
    {
      interactiveMessage: {
        ...interactive,
        ...(media ? { header: { ...partsOf(media), title: '', hasMediaAttachment: true } } : {}),
      },
    },
    { userJid: socket.authState.creds.me?.id ?? '', messageId },
  )
  await socket.relayMessage(jid, message.message ?? {}, { messageId, additionalNodes: nodes })
  return message
}

/** The parts that a header can have, as plain fields: the message itself is an object of a class. */
const partsOf = ({ imageMessage, videoMessage, documentMessage }: proto.IMessage) => ({
  ...(imageMessage ? { imageMessage } : {}),
  ...(videoMessage ? { videoMessage } : {}),
  ...(documentMessage ? { documentMessage } : {}),
})

function toUpload({ type, media }: NonNullable<Extract<Rendered, { by: 'relay' }>['header']>) {
  const { bytes, mimeType: mimetype, filename } = media
  switch (type) {
    case 'image':
      return { image: bytes, mimetype }
    case 'video':
      return { video: bytes, mimetype }
    case 'document':
      return { document: bytes, mimetype, fileName: filename ?? 'document' }
  }
}
