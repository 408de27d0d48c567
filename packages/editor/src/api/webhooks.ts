import {
  type DeliveryStatus,
  deleted,
  replayedDeliveries,
  type Webhook,
  type WebhookFormat,
  type WebhookTest,
  type WebhookWithSecret,
  webhook,
  webhookDelivery,
  webhookDeliveryDetail,
  webhookTest,
  webhookWithSecret,
} from '@parley/shared/api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request, requestPage } from './client.ts'

const path = (webhookId: string) => `/webhooks/${encodeURIComponent(webhookId)}`
const MAX_WEBHOOKS = 100
const DELIVERIES_PER_PAGE = 25

/** Oldest first; a workspace can have no more than fit into one page. Only owners may see them. */
export const webhooksQuery = queryOptions({
  queryKey: ['webhooks', 'list'],
  queryFn: async ({ signal }): Promise<readonly Webhook[]> =>
    (await requestPage(webhook, '/webhooks', { query: { limit: MAX_WEBHOOKS }, signal })).items,
})

export const webhookQuery = (webhookId: string) =>
  queryOptions({
    queryKey: ['webhooks', 'one', webhookId],
    queryFn: ({ signal }) => request(webhook, path(webhookId), { signal }),
  })

export interface NewWebhook {
  readonly url: string
  readonly events: readonly string[]
  readonly format: WebhookFormat
  readonly numberId?: string
}

export const createWebhook = (body: NewWebhook): Promise<WebhookWithSecret> =>
  request(webhookWithSecret, '/webhooks', { method: 'POST', body })

export const updateWebhook = (
  webhookId: string,
  body: Pick<NewWebhook, 'url' | 'events'>,
): Promise<Webhook> => request(webhook, path(webhookId), { method: 'PATCH', body })

export const deleteWebhook = (webhookId: string) =>
  request(deleted, path(webhookId), { method: 'DELETE' })

export const pauseWebhook = (webhookId: string): Promise<Webhook> =>
  request(webhook, `${path(webhookId)}/pause`, { method: 'POST' })

/** Goes on, and sends what was held back. */
export const resumeWebhook = (webhookId: string): Promise<Webhook> =>
  request(webhook, `${path(webhookId)}/resume`, { method: 'POST' })

export const rotateWebhookSecret = (webhookId: string): Promise<WebhookWithSecret> =>
  request(webhookWithSecret, `${path(webhookId)}/rotate-secret`, { method: 'POST' })

/** Sends an example now. The answer comes when the receiver has said something, or nothing for too long. */
export const testWebhook = (webhookId: string): Promise<WebhookTest> =>
  request(webhookTest, `${path(webhookId)}/test`, { method: 'POST' })

export const replayFailedDeliveries = (webhookId: string) =>
  request(replayedDeliveries, `${path(webhookId)}/replay`, { method: 'POST' })

/** Newest first. */
export const deliveriesQuery = (webhookId: string, status: DeliveryStatus | undefined) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', 'deliveries', webhookId, status ?? 'all'],
    queryFn: ({ signal, pageParam }) =>
      requestPage(webhookDelivery, `${path(webhookId)}/deliveries`, {
        query: { status, cursor: pageParam, limit: DELIVERIES_PER_PAGE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

const deliveryPath = (webhookId: string, deliveryId: string) =>
  `${path(webhookId)}/deliveries/${encodeURIComponent(deliveryId)}`

export const deliveryQuery = (webhookId: string, deliveryId: string) =>
  queryOptions({
    queryKey: ['webhooks', 'delivery', webhookId, deliveryId],
    queryFn: ({ signal }) =>
      request(webhookDeliveryDetail, deliveryPath(webhookId, deliveryId), { signal }),
  })

export const replayDelivery = (webhookId: string, deliveryId: string) =>
  request(webhookDelivery, `${deliveryPath(webhookId, deliveryId)}/replay`, { method: 'POST' })
