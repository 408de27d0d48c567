import type { MessageRecord } from '@parley/runtime/pipeline'
import type { Content, InboundContent } from '@parley/shared'
import type { Message } from '@parley/shared/api'
import { toInstant } from '../../http/answers.ts'

export const presentMessage = (message: MessageRecord): Message => ({
  id: message.id,
  numberId: message.numberId,
  conversationId: message.conversationId,
  contactId: message.contactId,
  direction: message.direction,
  content: message.content,
  renderedAs: message.renderedAs && [...message.renderedAs],
  status: message.status,
  failure: message.failure && {
    failureClass: message.failure.failureClass,
    message: message.failure.message,
  },
  source: message.source && { ...message.source },
  quotedMessageId: message.quotedMessageId,
  scheduledAt: message.scheduled ? toInstant(message.dueAt) : null,
  createdAt: toInstant(message.createdAt),
  statusAt: Object.fromEntries(
    Object.entries(message.statusAt).map(([status, at]) => [status, toInstant(at)]),
  ),
})

/** What was sent is always sendable content; the record's type also covers what was received. */
export function toOutboundContent(content: InboundContent): Content {
  switch (content.type) {
    case 'tap':
    case 'pollVote':
    case 'unsupported':
      throw new Error(`An outbound message cannot be a ${content.type}`)
    default:
      return content
  }
}
