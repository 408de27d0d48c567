import { isMediaContent } from '@parley/shared'
import { downloadMediaMessage, type WAMessage } from '@whiskeysockets/baileys'
import type { ChannelHandlers, InboundMessage } from '../../pipeline/ports/channel.ts'
import type { NumberRecord } from '../../pipeline/records.ts'
import type { WhatsAppWebOptions } from './options.ts'

/** WhatsApp's own limit for documents; what claims to be larger is not fetched. */
const MAX_MEDIA_BYTES = 100 * 1024 * 1024

/**
 * Fetches and keeps the file of a message that is already stored, and tells where it is. A file that cannot be had is
 * told, too: the message stays, with the reason. Never throws.
 */
export async function receiveMedia(
  options: WhatsAppWebOptions,
  number: NumberRecord,
  message: WAMessage,
  { channelMessageId, content }: InboundMessage,
  handlers: ChannelHandlers,
): Promise<void> {
  if (!isMediaContent(content)) return
  const { media, logger, tls } = options
  try {
    if ((content.sizeBytes ?? 0) > MAX_MEDIA_BYTES) throw tooLarge()
    // Baileys passes these on to fetch, which takes a dispatcher though the DOM's type does not say so.
    const fetchOptions = tls ? { options: { dispatcher: tls.dispatcher } as RequestInit } : {}
    const bytes = await collect(await downloadMediaMessage(message, 'stream', fetchOptions))
    const mimeType = content.mimeType ?? 'application/octet-stream'
    const filename = content.filename ?? null
    const { mediaId } = await media.save(number.workspaceId, { bytes, mimeType, filename })
    await handlers.onMedia(channelMessageId, { mediaId, sizeBytes: bytes.length })
  } catch (error) {
    logger.warn({ numberId: number.id, channelMessageId, err: error }, 'media could not be fetched')
    await tellFailure()
  }

  async function tellFailure(): Promise<void> {
    try {
      await handlers.onMedia(channelMessageId, {
        failure: 'The file could not be fetched from WhatsApp. Ask the contact to send it again.',
      })
    } catch (error) {
      // The database is away. The message stays as it is, without the file and without a reason.
      logger.error(
        { numberId: number.id, channelMessageId, err: error },
        'failure of media could not be written down',
      )
    }
  }
}

/** What a phone says of a file's size may be a lie. Leaving the loop ends the download. */
async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > MAX_MEDIA_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const tooLarge = (): Error => new Error('the file is too large')
