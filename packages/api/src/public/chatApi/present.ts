import type { ContactRecord, MessageRecord, NumberRecord } from '@parley/runtime/pipeline'
import { contentText, type InboundContent } from '@parley/shared'
import { toSecond } from '../../http/answers.ts'
import { presentPhone } from '../../routes/contacts/present.ts'

/** A message in the Chat API's words, to the second. */
export function presentChatMessage(
  message: MessageRecord,
  {
    contact,
    number,
    publicUrl,
  }: { contact: ContactRecord | undefined; number: NumberRecord | null; publicUrl: string },
) {
  const theirs = presentPhone(contact?.phone ?? '') || message.address
  const ours = presentPhone(number?.phone ?? '')
  const isInbound = message.direction === 'inbound'
  return {
    id: message.id,
    from: isInbound ? theirs : ours,
    to: isInbound ? ours : theirs,
    ...presentContent(message.content, publicUrl),
    timestamp: toSecond(message.createdAt),
    status: presentStatus(message),
    ...(message.failure && message.status === 'failed' && { error: message.failure.message }),
  }
}

/** What a contact wrote has reached us. */
const presentStatus = ({ status }: MessageRecord): string =>
  status === 'received' ? 'delivered' : status

const TYPE_WORDS: Partial<Record<InboundContent['type'], string>> = {
  contacts: 'contact',
  buttons: 'interactive',
  list: 'interactive',
  ctaUrl: 'interactive',
  tap: 'interactive',
  pollVote: 'poll',
}

/** `text` has the words of every kind of message; what else there is stands under the name of the type. */
function presentContent(content: InboundContent, publicUrl: string): Record<string, unknown> {
  const type = TYPE_WORDS[content.type] ?? content.type
  const text = contentText(content)
  const words = text === '' ? {} : { text }
  switch (content.type) {
    case 'text':
      return { type, text: content.text }
    case 'image':
    case 'video':
    case 'audio':
    case 'voice':
    case 'document':
    case 'sticker': {
      const { mediaId, filename } = content
      const uploaded = mediaId && `${publicUrl}/api/v1/media/${mediaId}/content`
      const caption = 'caption' in content ? content.caption : undefined
      return { type, ...words, [type]: { url: content.url ?? uploaded, caption, filename } }
    }
    case 'location': {
      const { latitude, longitude, name, address } = content
      return { type, [type]: { latitude, longitude, name, address } }
    }
    case 'contacts': {
      const [first] = content.contacts
      return { type, contact: { name: first?.name, phone: first?.phones[0]?.phone } }
    }
    case 'template':
      return {
        type,
        ...words,
        template: { name: content.name, language: { code: content.language } },
      }
    case 'tap':
      return {
        type,
        ...words,
        interactive: { type: 'reply', id: content.id, title: content.title },
      }
    case 'reaction':
      return { type, reaction: { messageId: content.messageId, emoji: content.emoji } }
    case 'pollVote':
      return { type, poll: { messageId: content.pollMessageId, options: content.options } }
    case 'unsupported':
      return { type, text: content.description }
    case 'buttons':
    case 'list':
    case 'ctaUrl':
    case 'poll':
      return { type, ...words }
  }
}
