import type { GuardedFetch } from '@parley/runtime/http'
import { type Clock, type Logger, newId } from '@parley/runtime/pipeline'
import type { Accounts, MongoStore } from '@parley/runtime/store'
import type { LiveHub } from '../live/LiveHub.ts'
import { createCountMessage } from './countMessage.ts'
import { Deliverer } from './Deliverer.ts'
import { post } from './post.ts'
import { Recorder } from './Recorder.ts'
import { rescan } from './rescan.ts'
import { Subscriptions } from './Subscriptions.ts'
import { sampleFor } from './samples.ts'
import type { AttemptOutcome, WebhookService } from './WebhookService.ts'

const BEAT_MS = 5_000
/** A process that has not beaten for this long is dead. */
const DEAD_AFTER_MS = 30_000

export interface WebhooksOptions {
  readonly store: MongoStore
  readonly accounts: Pick<Accounts, 'auditLog' | 'apiKeys'>
  readonly live: LiveHub
  readonly fetch: GuardedFetch
  readonly clock: Clock
  readonly logger: Logger
  readonly publicUrl: string
  /** Names this process among those that share the database. */
  readonly ownerId: string
  /** True when no other process uses the database. */
  readonly isAlone: boolean
  /** In [0, 1); spreads retries. */
  readonly random?: () => number
}

export function createWebhooks(options: WebhooksOptions): WebhookService {
  const { store, live, fetch, clock, logger, publicUrl, ownerId, isAlone } = options
  const observers = new Set<(outcome: AttemptOutcome) => void>()
  const subscriptions = new Subscriptions(store, clock)
  const stopping = new AbortController()
  const deliverer = new Deliverer({
    ...options,
    random: options.random ?? Math.random,
    onAttempt: (outcome) => {
      for (const observer of observers) observer(outcome)
    },
    onChanged: ({ workspaceId }) => subscriptions.forget(workspaceId),
  })
  const recorder = new Recorder({
    store,
    live,
    subscriptions,
    clock,
    logger,
    publicUrl,
    count: createCountMessage(options),
    onRecorded: (deliveries) => deliverer.push(deliveries),
  })
  let cancelBeat = () => {}
  let beating: Promise<void> = Promise.resolve()

  async function lookSince(since: number): Promise<void> {
    const record = recorder.record.bind(recorder)
    for (const id of await rescan({ store, clock, record }, since, stopping.signal)) {
      deliverer.look(id)
    }
  }

  /** What a dead process stored and did not tell of is told by this one. */
  async function takeOver(): Promise<void> {
    const now = clock.now()
    const dead = (await store.webhookHeartbeats.list()).filter(
      ({ id, beatAt }) => id !== ownerId && (isAlone || beatAt < now - DEAD_AFTER_MS),
    )
    if (dead.length === 0) return
    await lookSince(Math.min(...dead.map(({ safeAt }) => safeAt)))
    // Cut off by our own end: whoever comes next does it again.
    if (!stopping.signal.aborted) await store.webhookHeartbeats.remove(dead.map(({ id }) => id))
  }

  async function catchUp(): Promise<void> {
    const since = recorder.takeMissed()
    if (since === null) return
    try {
      await lookSince(since)
    } catch (error) {
      recorder.missed(since)
      throw error
    }
  }

  async function beat(): Promise<void> {
    try {
      await takeOver()
      await catchUp()
      const beatAt = clock.now()
      await store.webhookHeartbeats.beat({ id: ownerId, safeAt: recorder.safeAt, beatAt })
    } catch (error) {
      logger.warn({ err: error }, 'webhooks could not be brought up to date')
    }
    if (stopping.signal.aborted) return
    cancelBeat = clock.after(BEAT_MS, () => {
      beating = beat()
    })
  }

  return {
    async start() {
      recorder.start()
      await store.webhookHeartbeats.beat({
        id: ownerId,
        safeAt: clock.now(),
        beatAt: clock.now(),
      })
      await deliverer.start()
      // Not awaited: what a crash left behind may be much, and nothing depends on it.
      beating = beat()
    },

    async stop() {
      stopping.abort()
      cancelBeat()
      await beating
      const isComplete = await recorder.stop()
      await deliverer.stop()
      if (isComplete) await store.webhookHeartbeats.remove([ownerId])
    },

    async changed(webhook) {
      subscriptions.forget(webhook.workspaceId)
      await deliverer.changed(webhook)
    },

    async removed(workspaceId, webhookIds) {
      subscriptions.forget(workspaceId)
      await Promise.all(webhookIds.map((id) => deliverer.removed(id)))
    },

    replayed: (webhookId) => deliverer.look(webhookId),

    async test(webhook) {
      const { event, body } = sampleFor(webhook, publicUrl, clock.now())
      const sample = { deliveryId: newId('whd'), event, body: JSON.stringify(body), attempt: 1 }
      const { answer } = await post({ fetch, clock }, webhook, sample, stopping.signal)
      return { event, answer }
    },

    observeAttempts: (observer) => observers.add(observer),
    refusalOf: (url) => fetch.refusalOf(url),
  }
}
