import { newId } from '../pipeline/ids.ts'
import type {
  HttpCallRecord,
  MessageRecord,
  SessionRecord,
  SignalRecord,
  TimerRecord,
} from '../pipeline/index.ts'
import type { WebhookDeliveryRecord } from '../store/webhookDeliveries.ts'
import type { WebhookRecord } from '../store/webhooks.ts'

/** Records as the pipeline writes them, with defaults: a test writes only what matters to it. */

export const anInboundRecord = (given: Partial<MessageRecord> = {}): MessageRecord => ({
  id: newId('msg'),
  workspaceId: 'ws_1',
  numberId: 'num_1',
  conversationId: 'conv_1',
  contactId: 'con_1',
  address: '15551234567',
  isGroup: false,
  direction: 'inbound',
  content: { type: 'text', text: 'Hello' },
  renderedAs: null,
  channelMessageId: newId('platform'),
  quotedMessageId: null,
  status: 'received',
  failure: null,
  source: null,
  createdAt: 1_000,
  order: 0,
  statusAt: { received: 1_000 },
  open: true,
  dueAt: 1_000,
  attempts: 0,
  isFirst: false,
  scheduled: false,
  requestHash: null,
  ...given,
})

export const anOutboundRecord = (given: Partial<MessageRecord> = {}): MessageRecord => ({
  ...anInboundRecord(),
  direction: 'outbound',
  status: 'queued',
  statusAt: { queued: 1_000 },
  source: { type: 'person', userId: 'user_1' },
  ...given,
})

export const aSessionRecord = (given: Partial<SessionRecord> = {}): SessionRecord => {
  const id = given.id ?? newId('ses')
  return {
    id,
    workspaceId: 'ws_1',
    numberId: 'num_1',
    conversationId: newId('conv'),
    contactId: 'con_1',
    flowId: 'flow_1',
    flowVersionId: 'ver_1',
    state: { id, stepNumber: 1, waiting: null, variables: {}, ended: null },
    active: true,
    version: 1,
    fence: 1,
    handledEventIds: ['event_1'],
    lastEffects: [],
    committedAt: 1_000,
    startedAt: 1_000,
    ...given,
  }
}

export const aTimerRecord = (given: Partial<TimerRecord> = {}): TimerRecord => ({
  id: newId('timer'),
  workspaceId: 'ws_1',
  numberId: 'num_1',
  conversationId: 'conv_1',
  sessionId: 'ses_1',
  fireAt: 1_000,
  ...given,
})

export const anHttpCallRecord = (given: Partial<HttpCallRecord> = {}): HttpCallRecord => ({
  id: newId('call'),
  workspaceId: 'ws_1',
  numberId: 'num_1',
  conversationId: 'conv_1',
  sessionId: 'ses_1',
  request: {
    method: 'GET',
    url: 'https://shop.example/orders',
    headers: { 'X-Api.Version': '2' },
    timeoutMs: 1_000,
    retries: 0,
  },
  result: null,
  createdAt: 1_000,
  ...given,
})

export const aSignalRecord = (given: Partial<SignalRecord> = {}): SignalRecord => ({
  id: newId('signal'),
  workspaceId: 'ws_1',
  numberId: 'num_1',
  conversationId: 'conv_1',
  at: 1_000,
  signal: { type: 'handoverResolved' },
  ...given,
})

export const aWebhookRecord = (given: Partial<WebhookRecord> = {}): WebhookRecord => ({
  id: newId('whk'),
  workspaceId: 'ws_1',
  numberId: null,
  url: 'https://shop.example/hook',
  format: 'native',
  events: ['message.received'],
  dialect: null,
  status: 'active',
  pausedReason: null,
  failingSince: null,
  secret: 'whsec_test',
  previousSecret: null,
  createdAt: 1_000,
  updatedAt: 1_000,
  ...given,
})

export const aDeliveryRecord = (
  given: Partial<WebhookDeliveryRecord> = {},
): WebhookDeliveryRecord => ({
  id: newId('whd'),
  workspaceId: 'ws_1',
  webhookId: 'whk_1',
  event: 'message.received',
  orderKey: 'conv_1',
  at: 1_000,
  order: 0,
  body: '{}',
  status: 'pending',
  attempts: 0,
  firstAttemptAt: null,
  lastAttemptAt: null,
  dueAt: 1_000,
  requestHeaders: null,
  answer: null,
  createdAt: 1_000,
  ...given,
})
