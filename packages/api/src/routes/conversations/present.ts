import type { ContactRecord, ConversationRecord } from '@parley/runtime/pipeline'
import type { Conversation } from '@parley/shared/api'
import { toInstant, toInstantOrNull } from '../../http/answers.ts'
import { presentPhone } from '../contacts/present.ts'

/** `contact` is undefined when it was deleted since. */
export const presentConversation = (
  conversation: ConversationRecord,
  contact: ContactRecord | undefined,
): Conversation => ({
  id: conversation.id,
  numberId: conversation.numberId,
  contact: {
    id: conversation.contactId,
    name: contact?.name ?? '',
    phone: presentPhone(contact?.phone ?? ''),
  },
  isGroup: conversation.isGroup,
  lastMessageAt: toInstant(conversation.lastMessageAt),
  lastMessagePreview: conversation.lastMessagePreview,
  lastInboundAt: toInstantOrNull(conversation.lastInboundAt),
  unreadCount: conversation.unreadCount,
  handover: conversation.handover && {
    at: toInstant(conversation.handover.at),
    to: conversation.handover.to,
    note: conversation.handover.note,
  },
})
