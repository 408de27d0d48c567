import type { ContactRecord, MessageRecord, MessageStatus } from '@parley/runtime/pipeline'
import { contentText, type InboundContent, isMediaContent } from '@parley/shared'
import { toSecond } from '../../http/answers.ts'
import type { Message } from './schema.ts'
import { toUuid } from './uuid.ts'

export const success = <Data>(data: Data) => ({ status: 'success' as const, data })

/** What a contact wrote was delivered to us, and is read when somebody said so. */
const STATUS_WORDS: Readonly<Record<MessageStatus, Message['status']>> = {
  received: 'delivered',
  queued: 'pending',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  cancelled: 'failed',
}

/** A message with the fields of whatomate's documents and those of its source. `contact` is undefined when deleted. */
export function presentMessage(
  message: MessageRecord,
  { contact, publicUrl }: { contact: ContactRecord | undefined; publicUrl: string },
): Message {
  const { content, direction, statusAt, quotedMessageId } = message
  const type = TYPE_WORDS[content.type]
  const text = content.type === 'unsupported' ? content.description : contentText(content)
  const isInbound = direction === 'inbound'
  const platformId = message.channelMessageId ?? ''
  const createdAt = toSecond(message.createdAt)
  return {
    id: toUuid(message.id),
    wa_message_id: platformId,
    wamid: platformId,
    contact_id: contact?.uuid ?? message.contactId,
    direction: isInbound ? 'incoming' : 'outgoing',
    type,
    message_type: type,
    content: { text, body: text, ...furtherContent(content) },
    ...presentMedia(content, publicUrl),
    interactive_data: interactiveOf(content),
    status: isInbound && statusAt.read !== undefined ? 'read' : STATUS_WORDS[message.status],
    error_message: message.status === 'cancelled' ? 'Cancelled' : (message.failure?.message ?? ''),
    is_reply: quotedMessageId !== null,
    reply_to_message_id: quotedMessageId && toUuid(quotedMessageId),
    reactions: [],
    timestamp: createdAt,
    created_at: createdAt,
    updated_at: toSecond(Math.max(message.createdAt, ...Object.values(statusAt))),
  }
}

const TYPE_WORDS: Readonly<Record<InboundContent['type'], string>> = {
  text: 'text',
  image: 'image',
  video: 'video',
  audio: 'audio',
  voice: 'audio',
  document: 'document',
  sticker: 'sticker',
  location: 'location',
  contacts: 'contacts',
  poll: 'poll',
  reaction: 'reaction',
  buttons: 'interactive',
  list: 'interactive',
  ctaUrl: 'interactive',
  template: 'template',
  tap: 'interactive',
  pollVote: 'poll',
  unsupported: 'unsupported',
}

function presentMedia(content: InboundContent, publicUrl: string) {
  if (!isMediaContent(content)) return { media_url: '', media_mime_type: '', media_filename: '' }
  const { url, mediaId, mimeType = '', filename = '' } = content
  const uploaded = mediaId === undefined ? '' : `${publicUrl}/api/v1/media/${mediaId}/content`
  return { media_url: url ?? uploaded, media_mime_type: mimeType, media_filename: filename }
}

function furtherContent(content: InboundContent): Record<string, unknown> {
  switch (content.type) {
    case 'location': {
      const { latitude, longitude, name = '', address = '' } = content
      return { latitude, longitude, name, address }
    }
    case 'contacts':
      return { contacts: content.contacts }
    case 'reaction':
      return { emoji: content.emoji, message_id: toUuid(content.messageId) }
    case 'template':
      return { template_name: content.name, language: content.language }
    default:
      return {}
  }
}

function interactiveOf(content: InboundContent): Message['interactive_data'] {
  switch (content.type) {
    case 'buttons':
      return { type: 'button', body: content.text, buttons: content.buttons }
    case 'list': {
      const { text: body, buttonText, sections } = content
      return { type: 'list', body, button_text: buttonText, sections }
    }
    case 'ctaUrl': {
      const { text: body, buttonText, url } = content
      return { type: 'cta_url', body, button_text: buttonText, url }
    }
    case 'tap':
      return { type: 'button_reply', id: content.id, title: content.title }
    default:
      return null
  }
}
