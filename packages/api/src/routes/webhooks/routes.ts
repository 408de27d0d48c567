import type { WebhookDeliveryRecord, WebhookRecord } from '@parley/runtime/store'
import * as shapes from '@parley/shared/api'
import {
  createWebhookRequest,
  listDeliveriesQuery,
  pageQuery,
  problemsOfEvents,
  updateWebhookRequest,
  type WebhookFormat,
} from '@parley/shared/api'
import type { Caller } from '../../auth/caller.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError, invalidField, notFound } from '../../errors.ts'
import { ok, okDeleted, okPage } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { defined } from '../../http/validate.ts'
import { findNumber } from '../../numbers/findNumber.ts'
import {
  changeWebhook,
  createWebhook,
  pauseWebhook,
  removeWebhook,
  resumeWebhook,
  rotateSecret,
} from '../../webhooks/changeWebhook.ts'
import { recordAction } from '../auditLog/recordAction.ts'
import { presentAnswer, presentDelivery, presentDeliveryDetail, presentWebhook } from './present.ts'

/** For those who set up numbers and keys, and for keys that were made for it. */
const MANAGE = { to: 'member', role: 'editor', scope: 'webhooks' } as const

export function webhookEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { clock, store, webhooks } = dependencies

  async function find({ workspaceId }: Caller, webhookId: string): Promise<WebhookRecord> {
    const webhook = await store.webhooks.find(workspaceId, webhookId)
    if (!webhook) throw notFound('webhook', webhookId)
    return webhook
  }

  async function findDelivery(
    webhook: WebhookRecord,
    deliveryId: string,
  ): Promise<WebhookDeliveryRecord> {
    const delivery = await store.webhookDeliveries.find(webhook.id, deliveryId)
    if (!delivery) throw notFound('delivery', deliveryId)
    return delivery
  }

  const update = (method: 'put' | 'patch') =>
    defineEndpoint({
      method,
      path: '/api/v1/webhooks/:webhookId',
      summary: 'Changes address or events of a webhook; what is absent stays',
      answer: shapes.answer(shapes.webhook),
      access: MANAGE,
      body: updateWebhookRequest,
      handle: async ({ caller, params, body }) => {
        const webhook = await find(caller, params.webhookId)
        const { url, events } = body
        // Subscriptions are only made with formats that there are.
        requireEvents(webhook.format as WebhookFormat, events)
        const changed = await changeWebhook(dependencies, webhook, defined({ url, events }))
        await recordAction(dependencies, caller, 'webhook.changed', webhook.id)
        return ok(presentWebhook(changed))
      },
    })

  return [
    defineEndpoint({
      method: 'post',
      path: '/api/v1/webhooks',
      summary: 'Makes a webhook; the secret that signs is shown only now',
      answer: shapes.answer(shapes.webhookWithSecret),
      access: MANAGE,
      body: createWebhookRequest,
      status: 201,
      handle: async ({ caller, body }) => {
        const numberId = body.numberId ?? body.sessionId ?? null
        if (numberId !== null) await findNumber(dependencies, caller, numberId)
        const { workspaceId } = caller
        const { url, events, format } = body
        const made = { workspaceId, numberId, url, events, format }
        const webhook = await createWebhook(dependencies, made)
        await recordAction(dependencies, caller, 'webhook.created', webhook.id)
        return ok({ ...presentWebhook(webhook), secret: webhook.secret })
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/webhooks',
      summary: 'Lists the webhooks, oldest first',
      answer: shapes.page(shapes.webhook),
      access: MANAGE,
      query: pageQuery,
      handle: async ({ caller, query }) => {
        const { workspaceId } = caller
        return okPage(await store.webhooks.list({ workspaceId, ...defined(query) }), presentWebhook)
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/webhooks/:webhookId',
      summary: 'Shows a webhook',
      answer: shapes.answer(shapes.webhook),
      access: MANAGE,
      handle: async ({ caller, params }) =>
        ok(presentWebhook(await find(caller, params.webhookId))),
    }),
    update('put'),
    update('patch'),
    defineEndpoint({
      method: 'delete',
      path: '/api/v1/webhooks/:webhookId',
      summary: 'Deletes a webhook and all of its deliveries',
      answer: shapes.answer(shapes.deleted),
      access: MANAGE,
      handle: async ({ caller, params }) => {
        const webhook = await find(caller, params.webhookId)
        await removeWebhook(dependencies, webhook)
        await recordAction(dependencies, caller, 'webhook.deleted', webhook.id)
        return okDeleted(webhook.id)
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/webhooks/:webhookId/pause',
      summary: 'Holds back what comes, for seven days at most',
      answer: shapes.answer(shapes.webhook),
      access: MANAGE,
      handle: async ({ caller, params }) => {
        const webhook = await find(caller, params.webhookId)
        if (webhook.status === 'paused') return ok(presentWebhook(webhook))
        const paused = await pauseWebhook(dependencies, webhook)
        await recordAction(dependencies, caller, 'webhook.paused', webhook.id)
        return ok(presentWebhook(paused))
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/webhooks/:webhookId/resume',
      summary: 'Goes on, and sends what was held back',
      answer: shapes.answer(shapes.webhook),
      access: MANAGE,
      handle: async ({ caller, params }) => {
        const webhook = await find(caller, params.webhookId)
        const resumed = await resumeWebhook(dependencies, webhook)
        await recordAction(dependencies, caller, 'webhook.resumed', webhook.id)
        return ok(presentWebhook(resumed))
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/webhooks/:webhookId/rotate-secret',
      summary: 'Makes a new secret; the old one signs as well for 24 hours',
      answer: shapes.answer(shapes.webhookWithSecret),
      access: MANAGE,
      handle: async ({ caller, params }) => {
        const webhook = await rotateSecret(dependencies, await find(caller, params.webhookId))
        await recordAction(dependencies, caller, 'webhook.secretReplaced', webhook.id)
        return ok({ ...presentWebhook(webhook), secret: webhook.secret })
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/webhooks/:webhookId/test',
      summary: 'Sends an example now, and shows what the receiver said',
      answer: shapes.answer(shapes.webhookTest),
      access: MANAGE,
      handle: async ({ caller, params }) => {
        const { event, answer } = await webhooks.test(await find(caller, params.webhookId))
        return ok({ event, ...presentAnswer(answer) })
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/webhooks/:webhookId/replay',
      summary: 'Sends everything once more that was given up',
      answer: shapes.answer(shapes.replayedDeliveries),
      access: MANAGE,
      handle: async ({ caller, params }) => {
        const webhook = await find(caller, params.webhookId)
        const replayed = await store.webhookDeliveries.replayFailed(webhook.id, clock.now())
        webhooks.replayed(webhook.id)
        return ok({ replayed })
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/webhooks/:webhookId/deliveries',
      summary: 'Lists the deliveries of the last seven days, newest first',
      answer: shapes.page(shapes.webhookDelivery),
      access: MANAGE,
      query: listDeliveriesQuery,
      handle: async ({ caller, params, query }) => {
        const { id: webhookId } = await find(caller, params.webhookId)
        const page = await store.webhookDeliveries.list({ webhookId, ...defined(query) })
        return okPage(page, presentDelivery)
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/webhooks/:webhookId/deliveries/:deliveryId',
      summary: 'Shows a delivery: what was sent, and what the receiver said to it last',
      answer: shapes.answer(shapes.webhookDeliveryDetail),
      access: MANAGE,
      handle: async ({ caller, params }) => {
        const webhook = await find(caller, params.webhookId)
        const delivery = await findDelivery(webhook, params.deliveryId)
        return ok(presentDeliveryDetail(delivery, webhook))
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/webhooks/:webhookId/deliveries/:deliveryId/replay',
      summary: 'Sends a delivery once more, whether it was given up or delivered',
      answer: shapes.answer(shapes.webhookDelivery),
      access: MANAGE,
      handle: async ({ caller, params }) => {
        const webhook = await find(caller, params.webhookId)
        const { id } = await findDelivery(webhook, params.deliveryId)
        const delivery = await store.webhookDeliveries.replay(webhook.id, id, clock.now())
        if (!delivery) throw new ApiError('CONFLICT', 'This delivery is waiting to be sent already')
        webhooks.replayed(webhook.id)
        return ok(presentDelivery(delivery))
      },
    }),
  ]
}

function requireEvents(format: WebhookFormat, events: readonly string[] = []): void {
  const [problem] = problemsOfEvents(format, events)
  if (problem) throw invalidField(`events.${problem.index}`, problem.message)
}
