import type { MessageRecord } from '@parley/runtime/pipeline'
import type { SandboxOutboxMessage } from '@parley/shared/api'
import { toInstant } from '../../http/answers.ts'
import { toOutboundContent } from '../messages/present.ts'

/** A message as the customer received it. */
export const presentOutboxMessage = (message: MessageRecord): SandboxOutboxMessage => ({
  id: message.id,
  to: message.address,
  content: toOutboundContent(message.content),
  renderedAs: [...(message.renderedAs ?? [])],
  status: message.status,
  sentAt: toInstant(message.statusAt.sent ?? message.createdAt),
})
