import {
  type ConnectionStatus,
  derivedId,
  type HandoverState,
  type MessageRecord,
} from '@parley/runtime/pipeline'

/** Something that subscriptions are told about, in nobody's words; formats put it into theirs. */
export type WebhookEvent = EventBase &
  (
    | {
        readonly type:
          | 'message.received'
          | 'message.queued'
          | 'message.sent'
          | 'message.delivered'
          | 'message.read'
          | 'message.failed'
          /** The file of a received message has come. */
          | 'media.received'
        readonly message: MessageRecord
      }
    | {
        readonly type: 'number.connected' | 'number.disconnected'
        readonly status: ConnectionStatus
        readonly reason: string
      }
    | {
        readonly type: 'conversation.handover'
        readonly conversationId: string
        readonly handover: HandoverState
      }
    | { readonly type: 'contact.updated' }
  )

interface EventBase {
  /** The same again for the same event, whichever process tells it and however often. */
  readonly id: string
  readonly workspaceId: string
  /** Null for what concerns no number: contacts belong to the workspace. */
  readonly numberId: string | null
  readonly contactId: string | null
  /** Events with the same key reach a subscription in their order. */
  readonly orderKey: string
  /** When it happened; epoch milliseconds. */
  readonly at: number
}

export type MessageEvent = Extract<WebhookEvent, { message: MessageRecord }>

/** In the order in which a message goes through them. */
const STATUS_EVENTS = [
  ['queued', 'message.queued'],
  ['sent', 'message.sent'],
  ['delivered', 'message.delivered'],
  ['read', 'message.read'],
  ['failed', 'message.failed'],
] as const

/** What a message has to tell that came, or was made, just now. */
export function eventsOfNewMessage(message: MessageRecord): readonly MessageEvent[] {
  if (message.direction === 'outbound') return [toEvent(message, 'message.queued')]
  return [toEvent(message, 'message.received'), ...eventsOfMedia(message)]
}

/** What a change of a message tells: its new status, or that its file has come. */
export function eventsOfChangedMessage(message: MessageRecord): readonly MessageEvent[] {
  if (message.direction === 'inbound') {
    // Without its file it is all that there will be: formats that waited for the file tell it now.
    return message.failure ? [toEvent(message, 'message.received')] : eventsOfMedia(message)
  }
  const change = STATUS_EVENTS.find(([status]) => status === message.status)
  // A message that stays queued was tried in vain: nothing has changed for whoever sent it.
  return change && change[0] !== 'queued' ? [toEvent(message, change[1])] : []
}

/** All that a message has ever had to tell, from what is stored of it. */
export function eventsOfStoredMessage(message: MessageRecord): readonly MessageEvent[] {
  if (message.direction === 'inbound') return eventsOfNewMessage(message)
  return STATUS_EVENTS.filter(
    ([status]) => status === message.status || message.statusAt[status] !== undefined,
  ).map(([, type]) => toEvent(message, type))
}

/** A file that is still on its way is told when it has come. */
function eventsOfMedia(message: MessageRecord): readonly MessageEvent[] {
  const { content } = message
  const isThere = 'mediaId' in content && content.mediaId !== undefined
  const isElsewhere = 'url' in content && content.url !== undefined && content.type !== 'ctaUrl'
  return isThere || isElsewhere ? [toEvent(message, 'media.received')] : []
}

function toEvent(message: MessageRecord, type: MessageEvent['type']): MessageEvent {
  const status = STATUS_EVENTS.find(([, each]) => each === type)?.[0]
  return {
    id: derivedId('evt', message.id, type),
    type,
    workspaceId: message.workspaceId,
    numberId: message.numberId,
    contactId: message.contactId,
    orderKey: message.conversationId,
    at: (status && message.statusAt[status]) ?? message.createdAt,
    // As it was then: it may have got further since.
    message: status === undefined ? message : { ...message, status },
  }
}

/** @param at makes it another event than the last time that the same happened */
export function eventOfNumber(
  workspaceId: string,
  number: { numberId: string; status: ConnectionStatus; reason: string },
  at: number,
): WebhookEvent {
  const { numberId, status, reason } = number
  const type = status === 'connected' ? 'number.connected' : 'number.disconnected'
  return {
    id: derivedId('evt', numberId, type, String(at)),
    type,
    workspaceId,
    numberId,
    contactId: null,
    orderKey: numberId,
    at,
    status,
    reason,
  }
}

export function eventOfHandover(
  workspaceId: string,
  conversationId: string,
  {
    numberId,
    contactId,
    handover,
  }: { numberId: string; contactId: string; handover: HandoverState },
): WebhookEvent {
  return {
    id: derivedId('evt', conversationId, 'handover', String(handover.at)),
    type: 'conversation.handover',
    workspaceId,
    numberId,
    contactId,
    orderKey: conversationId,
    at: handover.at,
    conversationId,
    handover,
  }
}

/** @param at makes it another event than the last change of the same contact */
export const eventOfContact = (
  workspaceId: string,
  contactId: string,
  at: number,
): WebhookEvent => ({
  id: derivedId('evt', contactId, 'updated', String(at)),
  type: 'contact.updated',
  workspaceId,
  numberId: null,
  contactId,
  orderKey: contactId,
  at,
})
