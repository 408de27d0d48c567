import { z } from 'zod'
import { contentSchema } from '../content.ts'
import { instant } from './envelope.ts'
import { messageStatus } from './messages.ts'

/**
 * The sandbox: what a customer does and sees, over REST. `content` of an inbound message may be a plain text, any
 * content of ours, or a tap (`{ type: 'tap', id, title? }`).
 */
export const sandboxInboundRequest = z.looseObject({
  /** Phone digits with or without +, or a group id. */
  from: z.union([z.string().min(1).max(100), z.number().int()]),
  /** Written in this group, `…@g.us`; `from` is then who of its members wrote. */
  group: z.string().min(1).max(100).optional(),
  name: z.string().max(200).optional(),
  /** Of the sender, as a platform that knows it tells it; BCP 47. */
  language: z.string().max(35).optional(),
  content: z.unknown(),
  /** The platform's id of the message; the same one twice is one message. */
  messageId: z.string().min(1).max(200).optional(),
  /** Id of the message that this one answers. */
  quotedMessageId: z.string().max(200).optional(),
})

export const sandboxOutboxQuery = z.object({
  to: z.string().max(100).optional(),
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(1_000),
})
/** A message as the customer received it. */
export const sandboxOutboxMessage = z.object({
  id: z.string(),
  to: z.string(),
  content: contentSchema,
  renderedAs: z.array(contentSchema),
  status: messageStatus,
  sentAt: instant,
})
export type SandboxOutboxMessage = z.infer<typeof sandboxOutboxMessage>

export const sandboxStatusRequest = z.strictObject({
  messageId: z.string().min(1).max(200),
  status: z.enum(['sent', 'delivered', 'read', 'failed']),
  /** Shown as the reason of a failure. */
  reason: z.string().max(500).optional(),
})

export const sandboxInbound = z.object({
  success: z.literal(true),
  messageId: z.string(),
  /** False when the number had this message already. */
  isNew: z.boolean(),
})
export const sandboxOutbox = z.object({
  success: z.literal(true),
  messages: z.array(sandboxOutboxMessage),
  pagination: z.object({ next: z.string().nullable() }),
})
export const sandboxStatus = z.object({ messageId: z.string(), status: messageStatus })
