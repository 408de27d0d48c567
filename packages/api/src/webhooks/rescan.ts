import type { Clock } from '@parley/runtime/pipeline'
import type { MongoStore, WebhookDeliveryRecord } from '@parley/runtime/store'
import { eventsOfStoredMessage, type MessageEvent } from './events.ts'
import type { PlacedEvent } from './toDeliveries.ts'

/** Time between the writing of a record and its being told, clocks of other processes included. */
const MARGIN_MS = 60_000
/** Statuses of older messages are not looked for. A day less than deliveries are kept, so that none is made twice. */
const LOOK_BACK_MS = 6 * 86_400_000
const READ_AT_ONCE = 200

export interface RescanOptions {
  readonly store: Pick<MongoStore, 'messages' | 'webhooks'>
  readonly clock: Clock
  /** Gives the deliveries that were missing. */
  readonly record: (events: readonly PlacedEvent[]) => Promise<readonly WebhookDeliveryRecord[]>
}

/**
 * Looks in the database for messages, and statuses of messages, that a process may have stored and not told of since
 * `since`, and makes deliveries of them. What was told of stays as it is. Gives the subscriptions that have something to
 * deliver now: only when all of it is there can it be brought into its order.
 */
export async function rescan(
  { store, clock, record }: RescanOptions,
  since: number,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const webhookIds = new Set<string>()
  const madeSince = Math.min(since, clock.now() - LOOK_BACK_MS)
  for (const workspaceId of await store.webhooks.listWorkspaceIds()) {
    for (let cursor: string | null | undefined; cursor !== null && !signal.aborted; ) {
      const page = await store.messages.listChanged({
        workspaceId,
        since: since - MARGIN_MS,
        madeSince: madeSince - MARGIN_MS,
        limit: READ_AT_ONCE,
        ...(cursor !== undefined && { cursor }),
      })
      const missing = await record(page.items.flatMap(eventsOfStoredMessage).map(toPlaced))
      for (const { webhookId } of missing) webhookIds.add(webhookId)
      cursor = page.nextCursor
    }
  }
  return webhookIds
}

/** Platforms' clocks may say that a message was delivered before it was made. */
const toPlaced = (event: MessageEvent, order: number): PlacedEvent => ({
  event,
  place: { at: Math.max(event.at, event.message.createdAt), order },
})
