import { z } from 'zod'
import { message } from './messages.ts'
import { connectionStatus } from './numbers.ts'

/**
 * Live updates of one workspace (`GET /api/v1/events`, server-sent events). The event's name is `type`.
 * `reset` says that events may have been missed: load again what is on the screen.
 */
export const liveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['message.received', 'message.queued', 'message.updated']), message }),
  z.object({ type: z.literal('conversation.updated'), conversationId: z.string() }),
  z.object({ type: z.literal('contact.updated'), contactId: z.string() }),
  z.object({
    type: z.literal('number.updated'),
    numberId: z.string(),
    status: connectionStatus,
    reason: z.string(),
  }),
  z.object({ type: z.literal('flow.updated'), flowId: z.string(), revision: z.number().int() }),
  z.object({ type: z.literal('reset') }),
])
export type LiveEventBody = z.infer<typeof liveEvent>
