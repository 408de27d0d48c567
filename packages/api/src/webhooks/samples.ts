import type { ContactRecord, MessageRecord, NumberRecord } from '@parley/runtime/pipeline'
import type { WebhookRecord } from '@parley/runtime/store'
import {
  eventOfContact,
  eventOfHandover,
  eventOfNumber,
  eventsOfStoredMessage,
  type WebhookEvent,
} from './events.ts'
import type { FormattedEvent } from './format.ts'
import { inWordsOf } from './toDeliveries.ts'

/** An example of the first event of the subscription's filter that there can be one of, in its words. */
export function sampleFor(
  webhook: Pick<WebhookRecord, 'workspaceId' | 'numberId' | 'format' | 'events'>,
  publicUrl: string,
  now: number,
): Pick<FormattedEvent, 'body'> & { event: string } {
  const { workspaceId, events } = webhook
  const number = aNumber(workspaceId, webhook.numberId ?? 'num_example', now)
  const contact = aContact(workspaceId, now)
  const counted = { key: null, messageNumber: 1 }
  const context = { contact, number, counted, publicUrl }
  const samples = samplesOf(number, contact, now).flatMap(
    (event) => inWordsOf(webhook, event, context) ?? [],
  )
  const wanted = events.flatMap((name) => samples.find(({ event }) => event === name) ?? [])
  // Of some events there is no example: no channel tells them.
  return wanted[0] ?? { event: events[0] ?? 'test', body: { event: events[0], data: {} } }
}

/** One of each event. */
function samplesOf(
  number: NumberRecord,
  contact: ContactRecord,
  now: number,
): readonly WebhookEvent[] {
  const { workspaceId, id: numberId } = number
  const received = aMessage(number, contact, now)
  const picture: MessageRecord = {
    ...received,
    content: { type: 'image', url: 'https://example.com/picture.jpg', mimeType: 'image/jpeg' },
  }
  const statusAt = { queued: now, sent: now, delivered: now, read: now, failed: now }
  const sent: MessageRecord = { ...received, direction: 'outbound', status: 'read', statusAt }
  const handover = { at: now, to: 'Support', note: 'Wants a refund', sessionId: null }
  const reason = 'An example.'
  return [
    ...eventsOfStoredMessage(received),
    ...eventsOfStoredMessage(picture),
    ...eventsOfStoredMessage(sent),
    eventOfNumber(workspaceId, { numberId, status: 'connected', reason }, now),
    eventOfNumber(workspaceId, { numberId, status: 'disconnected', reason }, now),
    eventOfHandover(workspaceId, received.conversationId, {
      numberId,
      contactId: contact.id,
      handover,
    }),
    eventOfContact(workspaceId, contact.id, now),
  ]
}

const aNumber = (workspaceId: string, id: string, createdAt: number): NumberRecord => ({
  id,
  workspaceId,
  name: 'Example number',
  channel: 'sandbox',
  phone: '15550100000',
  wanted: 'connected',
  status: 'connected',
  statusReason: '',
  pairing: null,
  settings: {},
  createdAt,
})

const aContact = (workspaceId: string, createdAt: number): ContactRecord => ({
  id: 'contact_example',
  uuid: '00000000-0000-4000-8000-000000000000',
  workspaceId,
  aliases: ['phone:15550199999'],
  phone: '15550199999',
  name: 'Example Contact',
  tags: ['example'],
  attributes: {},
  language: '',
  optedOut: false,
  createdAt,
  lastMessageAt: createdAt,
})

const aMessage = (number: NumberRecord, contact: ContactRecord, now: number): MessageRecord => ({
  id: 'msg_example',
  workspaceId: number.workspaceId,
  numberId: number.id,
  conversationId: 'conv_example',
  contactId: contact.id,
  address: contact.phone,
  isGroup: false,
  direction: 'inbound',
  content: { type: 'text', text: 'Hello from Parley' },
  renderedAs: null,
  channelMessageId: 'EXAMPLE',
  quotedMessageId: null,
  status: 'received',
  failure: null,
  source: null,
  createdAt: now,
  order: 0,
  statusAt: { received: now },
  open: false,
  dueAt: now,
  attempts: 0,
  isFirst: false,
  scheduled: false,
  requestHash: null,
})
