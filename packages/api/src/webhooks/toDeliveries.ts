import { derivedId } from '@parley/runtime/pipeline'
import type { MongoStore, WebhookDeliveryRecord, WebhookRecord } from '@parley/runtime/store'
import type { WebhookFormat } from '@parley/shared/api'
import type { CountMessage } from './countMessage.ts'
import type { WebhookEvent } from './events.ts'
import type { FormatContext, FormattedEvent } from './format.ts'
import { COUNTING_FORMATS, formats } from './formats.ts'

/** Where an event stands among those of its conversation, by our own clock. */
export interface EventPlace {
  readonly at: number
  readonly order: number
}

export interface PlacedEvent {
  readonly event: WebhookEvent
  readonly place: EventPlace
}

/** What an event is for each of the subscriptions that want it. Their ids are the same again for the same event. */
export function toDeliveries(
  { event, place }: PlacedEvent,
  webhooks: readonly WebhookRecord[],
  context: FormatContext,
  now: number,
): readonly WebhookDeliveryRecord[] {
  return webhooks.flatMap((webhook) => {
    // What was before it does not concern a subscription: that shows where events are looked for in the database.
    const isMeant = concerns(webhook, event) && place.at >= webhook.createdAt
    const formatted = isMeant ? inWordsOf(webhook, event, context) : null
    if (!formatted || !webhook.events.includes(formatted.event)) return []
    return [
      {
        id: derivedId('whd', webhook.id, formatted.event, formatted.key),
        workspaceId: webhook.workspaceId,
        webhookId: webhook.id,
        event: formatted.event,
        orderKey: event.orderKey,
        ...place,
        body: JSON.stringify(formatted.body),
        status: 'pending' as const,
        attempts: 0,
        firstAttemptAt: null,
        lastAttemptAt: null,
        dueAt: now,
        requestHeaders: null,
        answer: null,
        createdAt: now,
      },
    ]
  })
}

export const concerns = ({ numberId }: WebhookRecord, event: WebhookEvent): boolean =>
  numberId === null || numberId === event.numberId

/** An event as this subscription is told it; null when its format does not tell it. */
export function inWordsOf(
  { format }: Pick<WebhookRecord, 'format'>,
  event: WebhookEvent,
  context: FormatContext,
): FormattedEvent | null {
  // Subscriptions are only made with formats that there are.
  return formats[format as WebhookFormat](event, context)
}

/** What the formats of these subscriptions want to know besides the event. */
export async function contextOf(
  {
    store,
    publicUrl,
    count,
  }: {
    readonly store: Pick<MongoStore, 'contacts' | 'numbers'>
    readonly publicUrl: string
    readonly count: CountMessage
  },
  event: WebhookEvent,
  webhooks: readonly Pick<WebhookRecord, 'format'>[],
): Promise<FormatContext> {
  const { workspaceId, contactId, numberId } = event
  const [contact, number, counted] = await Promise.all([
    contactId === null ? null : store.contacts.find(workspaceId, contactId),
    numberId === null ? null : store.numbers.find(numberId),
    webhooks.some(({ format }) => COUNTING_FORMATS.has(format)) ? count(event) : null,
  ])
  return { contact, number, counted, publicUrl }
}
