import { z } from 'zod'
import { contentSchema, inboundContentSchema } from '../content.ts'
import { instant, pageQuery } from './envelope.ts'

export const MESSAGE_STATUSES = [
  'received',
  'queued',
  'sent',
  'delivered',
  'read',
  'failed',
  'cancelled',
] as const
export const messageStatus = z.enum(MESSAGE_STATUSES)

export const message = z.object({
  id: z.string(),
  numberId: z.string(),
  conversationId: z.string(),
  contactId: z.string(),
  direction: z.enum(['inbound', 'outbound']),
  content: inboundContentSchema,
  /** What really went out, one entry a message on the phone; null until then. */
  renderedAs: z.array(contentSchema).nullable(),
  status: messageStatus,
  /** Why it failed, or why the last attempt did; null when all is well. */
  failure: z.object({ failureClass: z.string(), message: z.string() }).nullable(),
  /** Who asked for it; null for what a contact wrote. */
  source: z.looseObject({ type: z.enum(['flow', 'api', 'person']) }).nullable(),
  quotedMessageId: z.string().nullable(),
  /** When it shall go out, for a message with a time of its own. */
  scheduledAt: instant.nullable(),
  createdAt: instant,
  /** Instant of each status reached. */
  statusAt: z.partialRecord(messageStatus, instant),
})
export type Message = z.infer<typeof message>

export const listMessagesQuery = pageQuery.extend({
  conversationId: z.string().max(200).optional(),
  contactId: z.string().max(200).optional(),
  numberId: z.string().max(200).optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  status: messageStatus.optional(),
})

/** How many messages were taken out of a queue. */
export const clearedQueue = z.object({ cancelled: z.number().int() })
