import { z } from 'zod'
import { instant, pageQuery } from './envelope.ts'

/**
 * Calls of Parley to a customer's server. A subscription (`webhook`) says which events go to which address and in whose
 * words; each event that matches becomes a delivery, which is kept and repeated until the address has taken it.
 */

/** What can be subscribed to, in the words of each format; the formats named by a number are those of the public APIs. */
export const WEBHOOK_EVENTS = {
  native: [
    'message.received',
    'message.queued',
    'message.sent',
    'message.delivered',
    'message.read',
    'message.failed',
    'media.received',
    'number.connected',
    'number.disconnected',
    'conversation.handover',
    'contact.updated',
  ],
  '000': ['message.incoming', 'message.status', 'contact.update', 'media.upload'],
  '002': ['messages', 'ack'],
  '004': [
    'message.received',
    'message.sent',
    'session.connected',
    'session.disconnected',
    'presence.update',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type WebhookFormat = keyof typeof WEBHOOK_EVENTS
// The keys of the table above, which the compiler widens to strings.
export const WEBHOOK_FORMATS = Object.keys(WEBHOOK_EVENTS) as [WebhookFormat, ...WebhookFormat[]]

const MAX_EVENTS = 50
const eventList = z.array(z.string().max(100)).min(1).max(MAX_EVENTS)

/** What is wrong with a list of events; the messages name those that there are. */
export function problemsOfEvents(
  format: WebhookFormat,
  events: readonly string[],
): readonly { readonly index: number; readonly message: string }[] {
  const known: readonly string[] = WEBHOOK_EVENTS[format]
  const message = `is no event of the format ${format}; these are: ${known.join(', ')}`
  return events.flatMap((event, index) => (known.includes(event) ? [] : [{ index, message }]))
}

const url = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' }).max(2_000)

export const createWebhookRequest = z
  .strictObject({
    /** Where events are posted to. */
    url,
    /** All events of the format when absent. */
    events: eventList.optional(),
    /** Only events of this number; those of the whole workspace when absent. */
    numberId: z.string().max(200).optional(),
    /** The same as `numberId`, as the session API calls it. */
    sessionId: z.string().max(200).optional(),
    format: z.enum(WEBHOOK_FORMATS).default('native'),
  })
  .superRefine(({ format, events = [] }, context) => {
    for (const { index, message } of problemsOfEvents(format, events)) {
      context.addIssue({ code: 'custom', path: ['events', index], message })
    }
  })
export type CreateWebhookRequest = z.infer<typeof createWebhookRequest>

/** What is absent stays as it is. Number and format stay for ever. */
export const updateWebhookRequest = z.strictObject({
  url: url.optional(),
  events: eventList.optional(),
})

export const webhook = z.object({
  id: z.string(),
  url: z.string(),
  format: z.enum(WEBHOOK_FORMATS),
  events: z.array(z.string()),
  /** The only number whose events it gets; null: all of the workspace. */
  numberId: z.string().nullable(),
  /** The same as `numberId`, as the session API calls it. */
  sessionId: z.string().nullable(),
  /** `paused`: events are kept, and sent once it is resumed. */
  status: z.enum(['active', 'paused']),
  /** Why it is paused, in words; null while it is active. */
  pausedReason: z.string().nullable(),
  /** Since when every attempt has failed; null when the last one went well. Exact to the minute. */
  failingSince: instant.nullable(),
  /** Until when the secret before the last rotation signs as well; null when there is none. */
  previousSecretUntil: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type Webhook = z.infer<typeof webhook>

/** With the secret that signs, which is shown only now. */
export const webhookWithSecret = webhook.extend({ secret: z.string() })
export type WebhookWithSecret = z.infer<typeof webhookWithSecret>

export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const
/** `failed`: given up after a day of attempts; it can be replayed. */
export const deliveryStatus = z.enum(DELIVERY_STATUSES)
export type DeliveryStatus = z.infer<typeof deliveryStatus>

/** What the receiver said to one attempt. */
export const webhookAnswer = z.object({
  /** HTTP status; null when there was no answer. */
  status: z.number().int().nullable(),
  headers: z.record(z.string(), z.string()),
  /** Its beginning. */
  body: z.string(),
  /** Why there was no answer, in words; null when there was one. */
  error: z.string().nullable(),
  durationMs: z.number(),
})
export type WebhookAnswer = z.infer<typeof webhookAnswer>

/** An example, and what the receiver said to it. */
export const webhookTest = webhookAnswer.extend({ event: z.string() })
export type WebhookTest = z.infer<typeof webhookTest>

/** How many are sent once more. */
export const replayedDeliveries = z.object({ replayed: z.number().int() })

export const webhookDelivery = z.object({
  id: z.string(),
  webhookId: z.string(),
  /** In the words of the subscription's format. */
  event: z.string(),
  status: deliveryStatus,
  attempts: z.number().int(),
  createdAt: instant,
  /** When it is tried again, at the earliest; null when it is not. */
  nextAttemptAt: instant.nullable(),
  lastAttemptAt: instant.nullable(),
  /** HTTP status of the last attempt's answer; null when there was none. */
  lastStatus: z.number().int().nullable(),
  /** Why the last attempt had no answer; null when it had one. */
  lastError: z.string().nullable(),
})
export type WebhookDelivery = z.infer<typeof webhookDelivery>

export const webhookDeliveryDetail = webhookDelivery.extend({
  request: z.object({
    url: z.string(),
    /** Of the last attempt; empty before the first. */
    headers: z.record(z.string(), z.string()),
    /** Its beginning, should it be long. */
    body: z.string(),
  }),
  /** Null before the first attempt. */
  response: webhookAnswer.nullable(),
})
export type WebhookDeliveryDetail = z.infer<typeof webhookDeliveryDetail>

export const listDeliveriesQuery = pageQuery.extend({ status: deliveryStatus.optional() })
