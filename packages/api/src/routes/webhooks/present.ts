import type {
  WebhookAnswerRecord,
  WebhookDeliveryRecord,
  WebhookRecord,
} from '@parley/runtime/store'
import type {
  Webhook,
  WebhookAnswer,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookFormat,
} from '@parley/shared/api'
import { toInstant, toInstantOrNull } from '../../http/answers.ts'

/** As much of a body as is shown, in UTF-16 units; the whole of it is sent. */
const SHOWN_BODY = 16_384

export const presentWebhook = (webhook: WebhookRecord): Webhook => ({
  id: webhook.id,
  url: webhook.url,
  // Subscriptions are only made with formats that there are.
  format: webhook.format as WebhookFormat,
  events: [...webhook.events],
  numberId: webhook.numberId,
  sessionId: webhook.numberId,
  status: webhook.status,
  pausedReason: webhook.pausedReason,
  failingSince: toInstantOrNull(webhook.failingSince),
  previousSecretUntil: toInstantOrNull(webhook.previousSecret?.until ?? null),
  createdAt: toInstant(webhook.createdAt),
  updatedAt: toInstant(webhook.updatedAt),
})

export const presentDelivery = (delivery: WebhookDeliveryRecord): WebhookDelivery => ({
  id: delivery.id,
  webhookId: delivery.webhookId,
  event: delivery.event,
  status: delivery.status,
  attempts: delivery.attempts,
  createdAt: toInstant(delivery.createdAt),
  nextAttemptAt: delivery.status === 'pending' ? toInstant(delivery.dueAt) : null,
  lastAttemptAt: toInstantOrNull(delivery.lastAttemptAt),
  lastStatus: delivery.answer?.status ?? null,
  lastError: delivery.answer?.error ?? null,
})

export const presentDeliveryDetail = (
  delivery: WebhookDeliveryRecord,
  { url }: WebhookRecord,
): WebhookDeliveryDetail => ({
  ...presentDelivery(delivery),
  request: {
    url,
    headers: { ...delivery.requestHeaders },
    body: delivery.body.slice(0, SHOWN_BODY),
  },
  response: delivery.answer && presentAnswer(delivery.answer),
})

export const presentAnswer = (answer: WebhookAnswerRecord): WebhookAnswer => ({
  status: answer.status,
  headers: { ...answer.headers },
  body: answer.body,
  error: answer.error,
  durationMs: answer.durationMs,
})
