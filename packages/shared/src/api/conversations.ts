import { z } from 'zod'
import { contentSchema } from '../content.ts'
import { instant, pageQuery } from './envelope.ts'

export const conversation = z.object({
  id: z.string(),
  numberId: z.string(),
  contact: z.object({ id: z.string(), name: z.string(), phone: z.string() }),
  isGroup: z.boolean(),
  lastMessageAt: instant,
  lastMessagePreview: z.string(),
  /** When the contact last wrote; platforms count their answering window from here. */
  lastInboundAt: instant.nullable(),
  unreadCount: z.number().int(),
  /** While set, a person answers and flows stay silent. */
  handover: z.object({ at: instant, to: z.string(), note: z.string() }).nullable(),
})
export type Conversation = z.infer<typeof conversation>

export const listConversationsQuery = pageQuery.extend({
  numberId: z.string().max(200).optional(),
  contactId: z.string().max(200).optional(),
  /** `true`: only those that wait for a person. */
  handover: z.stringbool().optional(),
})

export const takeOverRequest = z.strictObject({
  /** Who answers; the caller's name when absent. */
  to: z.string().trim().min(1).max(200).optional(),
  note: z.string().trim().max(2_000).default(''),
})
export const answerConversationRequest = z.strictObject({
  content: contentSchema,
  quotedMessageId: z.string().max(200).optional(),
  scheduledAt: instant.optional(),
})
