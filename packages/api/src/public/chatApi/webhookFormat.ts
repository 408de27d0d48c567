import { contentText } from '@parley/shared'
import { toInstant } from '../../http/answers.ts'
import { presentPhone } from '../../routes/contacts/present.ts'
import type { MessageEvent } from '../../webhooks/events.ts'
import type { FormatContext, FormatEvent, FormattedEvent } from '../../webhooks/format.ts'

/**
 * Events as the Chat API tells them: `{ event, id, timestamp, data }` with `message.incoming`, `message.status`,
 * `contact.update` and `media.upload`.
 */
export const formatChatApi: FormatEvent<'000'> = (event, context) => {
  const envelope = (name: FormattedEvent<'000'>['event'], data: object) => ({
    event: name,
    key: event.id,
    body: { event: name, id: event.id, timestamp: toInstant(event.at), data },
  })
  switch (event.type) {
    case 'message.received':
      return envelope('message.incoming', incoming(event, context))
    case 'message.queued':
      // Its sender was answered with this status already.
      return null
    case 'message.sent':
    case 'message.delivered':
    case 'message.read':
    case 'message.failed': {
      const { id: messageId, status, failure } = event.message
      return envelope('message.status', {
        messageId,
        status,
        timestamp: toInstant(event.at),
        ...(failure && { error: failure.message }),
      })
    }
    case 'media.received':
      return envelope('media.upload', { messageId: event.message.id, ...mediaOf(event, context) })
    case 'contact.updated': {
      const { contact } = context
      if (!contact) return null
      return envelope('contact.update', {
        contactId: contact.id,
        phone: presentPhone(contact.phone),
        name: contact.name,
        profileImage: '',
      })
    }
    case 'number.connected':
    case 'number.disconnected':
    case 'conversation.handover':
      return null
  }
}

function incoming(event: MessageEvent, context: FormatContext): object {
  const { message } = event
  const media = mediaOf(event, context)
  return {
    messageId: message.id,
    from: presentPhone(context.contact?.phone ?? '') || message.address,
    to: presentPhone(context.number?.phone ?? ''),
    type: message.content.type,
    text: contentText(message.content),
    media,
    timestamp: toInstant(message.createdAt),
  }
}

/** The file of a message; null when it has none. Its address asks for a credential when it is ours. */
function mediaOf({ message }: MessageEvent, { publicUrl }: FormatContext): object | null {
  const { content } = message
  switch (content.type) {
    case 'image':
    case 'video':
    case 'audio':
    case 'voice':
    case 'document':
    case 'sticker':
      return {
        mediaType: content.type,
        mediaUrl:
          content.url ??
          (content.mediaId === undefined
            ? ''
            : `${publicUrl}/api/v1/media/${content.mediaId}/content`),
        mimeType: content.mimeType ?? '',
        caption: 'caption' in content ? (content.caption ?? '') : '',
      }
    default:
      return null
  }
}
