import type { NumberRecord } from '@parley/runtime/pipeline'
import type { WebhookRecord } from '@parley/runtime/store'
import { WEBHOOK_EVENTS, type WebhookFormat } from '@parley/shared/api'
import type { RouteDependencies } from '../dependencies.ts'
import { invalidField } from '../errors.ts'
import {
  changeWebhook,
  createWebhook,
  pauseWebhook,
  removeWebhook,
  resumeWebhook,
} from './changeWebhook.ts'

type Dependencies = Pick<RouteDependencies, 'store' | 'webhooks' | 'clock'>

/** What a public API lets its clients say about the one webhook that a number has there. Absent: as it is. */
export interface NumberWebhookChange {
  /** Empty or null: none any more. */
  readonly url?: string | null | undefined
  readonly isEnabled?: boolean | undefined
  readonly events?: readonly string[] | undefined
}

/**
 * The one subscription of a number that belongs to a dialect: made when it is first given an address, changed after that.
 * It is a subscription like all others, with deliveries, retries and replays.
 *
 * @returns the subscription, null when there is none, and whether its secret is new
 */
export async function changeNumberWebhook(
  dependencies: Dependencies,
  number: NumberRecord,
  format: WebhookFormat,
  { url, isEnabled, events }: NumberWebhookChange,
): Promise<{ webhook: WebhookRecord | null; isNew: boolean }> {
  const { workspaceId, id: numberId } = number
  const existing = await findNumberWebhook(dependencies, numberId, format)
  if (!existing) {
    if (!url) {
      if (isEnabled) throw invalidField('webhook_url', 'is needed to enable the webhook')
      return { webhook: null, isNew: false }
    }
    const isPaused = isEnabled === false
    const made = { workspaceId, numberId, url, format, events, dialect: format, isPaused }
    return { webhook: await createWebhook(dependencies, made), isNew: true }
  }
  if (url === null || url === '') {
    await removeWebhook(dependencies, existing)
    return { webhook: null, isNew: false }
  }
  let webhook = existing
  if (url !== undefined || events !== undefined) {
    webhook = await changeWebhook(dependencies, webhook, {
      ...(url && { url }),
      ...(events && { events: events.length > 0 ? events : WEBHOOK_EVENTS[format] }),
    })
  }
  const isActive = webhook.status === 'active'
  if (isEnabled === true && !isActive) webhook = await resumeWebhook(dependencies, webhook)
  if (isEnabled === false && isActive) webhook = await pauseWebhook(dependencies, webhook)
  return { webhook, isNew: false }
}

export async function findNumberWebhook(
  { store }: Pick<RouteDependencies, 'store'>,
  numberId: string,
  format: WebhookFormat,
): Promise<WebhookRecord | null> {
  return (await store.webhooks.listOfDialect([numberId], format))[0] ?? null
}
