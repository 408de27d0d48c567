import { newId } from '@parley/runtime/pipeline'
import type { WebhookChange, WebhookRecord } from '@parley/runtime/store'
import { WEBHOOK_EVENTS, type WebhookFormat } from '@parley/shared/api'
import type { RouteDependencies } from '../dependencies.ts'
import { ApiError, invalidField, notFound } from '../errors.ts'
import { newWebhookSecret } from './signature.ts'

/** More of them in one workspace are a mistake of a program that makes one at every start. */
const MAX_PER_WORKSPACE = 100
/** How long the secret before a rotation signs as well: time to bring the new one everywhere. */
const ROTATION_OVERLAP_MS = 24 * 3_600_000

type Dependencies = Pick<RouteDependencies, 'store' | 'webhooks' | 'clock'>

export interface NewWebhook {
  readonly workspaceId: string
  readonly numberId: string | null
  readonly url: string
  readonly format: WebhookFormat
  /** All of the format when absent. */
  readonly events?: readonly string[] | undefined
  /** Names the public API that makes it, and that has one for each number. */
  readonly dialect?: string
  readonly isPaused?: boolean
}

/** Makes a subscription with a secret of its own. @throws {ApiError} 422 when the address may not be called. */
export async function createWebhook(
  { store, webhooks, clock }: Dependencies,
  { workspaceId, numberId, url, format, events, dialect, isPaused }: NewWebhook,
): Promise<WebhookRecord> {
  requireCallable(webhooks, 'url', url)
  if ((await store.webhooks.count(workspaceId)) >= MAX_PER_WORKSPACE) {
    throw new ApiError(
      'CONFLICT',
      `A workspace can have ${MAX_PER_WORKSPACE} webhooks; delete some`,
    )
  }
  const createdAt = clock.now()
  const webhook: WebhookRecord = {
    id: newId('whk'),
    workspaceId,
    numberId,
    url,
    format,
    events: [...new Set(events ?? WEBHOOK_EVENTS[format])],
    dialect: dialect ?? null,
    status: isPaused ? 'paused' : 'active',
    pausedReason: isPaused ? PAUSED_BY_OWNER : null,
    failingSince: null,
    secret: newWebhookSecret(),
    previousSecret: null,
    createdAt,
    updatedAt: createdAt,
  }
  await store.webhooks.insert(webhook)
  await webhooks.changed(webhook)
  return webhook
}

/** @throws {ApiError} 404 when it is gone, 422 when its new address may not be called. */
export async function changeWebhook(
  { store, webhooks, clock }: Dependencies,
  { id, workspaceId }: Pick<WebhookRecord, 'id' | 'workspaceId'>,
  change: WebhookChange,
): Promise<WebhookRecord> {
  if (change.url !== undefined) requireCallable(webhooks, 'url', change.url)
  const changed = await store.webhooks.update(workspaceId, id, {
    ...change,
    ...(change.events && { events: [...new Set(change.events)] }),
    updatedAt: clock.now(),
  })
  if (!changed) throw notFound('webhook', id)
  await webhooks.changed(changed)
  return changed
}

/** A new secret; the one before it signs as well for a day. */
export const rotateSecret = (
  dependencies: Dependencies,
  webhook: WebhookRecord,
): Promise<WebhookRecord> =>
  changeWebhook(dependencies, webhook, {
    secret: newWebhookSecret(),
    previousSecret: {
      secret: webhook.secret,
      until: dependencies.clock.now() + ROTATION_OVERLAP_MS,
    },
  })

export const pauseWebhook = (dependencies: Dependencies, webhook: WebhookRecord) =>
  changeWebhook(dependencies, webhook, { status: 'paused', pausedReason: PAUSED_BY_OWNER })

/** What has been kept meanwhile is sent. */
export const resumeWebhook = (dependencies: Dependencies, webhook: WebhookRecord) =>
  changeWebhook(dependencies, webhook, {
    status: 'active',
    pausedReason: null,
    failingSince: null,
  })

/** With all of its deliveries. */
export async function removeWebhook(
  { store, webhooks }: Dependencies,
  { id, workspaceId }: Pick<WebhookRecord, 'id' | 'workspaceId'>,
): Promise<void> {
  await store.webhooks.remove(workspaceId, id)
  await webhooks.removed(workspaceId, [id])
  await store.webhookDeliveries.removeOfWebhooks([id])
}

const PAUSED_BY_OWNER = 'Paused by hand. What comes meanwhile is kept for seven days.'

/** @param field where the address is in the request */
function requireCallable(webhooks: RouteDependencies['webhooks'], field: string, url: string) {
  const refusal = webhooks.refusalOf(url)
  if (refusal !== null) throw invalidField(field, refusal)
}
