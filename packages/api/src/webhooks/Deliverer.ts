import type { GuardedFetch } from '@parley/runtime/http'
import { type Clock, type Logger, newId } from '@parley/runtime/pipeline'
import type {
  Accounts,
  MongoStore,
  WebhookChange,
  WebhookDeliveryRecord,
  WebhookRecord,
} from '@parley/runtime/store'
import { GIVE_UP_AFTER_MS } from './backOff.ts'
import { ReceiverQueue } from './ReceiverQueue.ts'

const LEASE_MS = 15_000
/** A lease is not relied on to its last moment. */
const LEASE_MARGIN_MS = 3_000
const TICK_MS = 2_000
const TAKEN_AT_ONCE = 500
/** Other processes' clocks may differ from ours by so much. */
const CLOCK_SKEW_MS = 5_000
/** Trouble shorter than this is not written down. */
const FAILING_STEP_MS = 60_000

export interface DelivererOptions {
  readonly store: Pick<MongoStore, 'webhooks' | 'webhookDeliveries'>
  readonly accounts: Pick<Accounts, 'auditLog'>
  readonly fetch: GuardedFetch
  readonly clock: Clock
  readonly logger: Logger
  readonly random: () => number
  /** Names this process among those that share the database. */
  readonly ownerId: string
  /** True when no other process uses the database. */
  readonly isAlone: boolean
  readonly onAttempt: (outcome: 'delivered' | 'retried' | 'failed') => void
  /** A subscription was changed by the delivering itself. */
  readonly onChanged: (webhook: WebhookRecord) => void
}

/** Delivers for the subscriptions that this process has the lease of: each has one process at a time. */
export class Deliverer {
  readonly #options: DelivererOptions
  readonly #queues = new Map<string, { queue: ReceiverQueue; webhook: WebhookRecord }>()
  /** Subscriptions whose trouble is being written down. */
  readonly #noting = new Set<string>()
  #leasedUntil = 0
  #lookedAt = 0
  #isStopped = true
  #cancelTimer = () => {}
  #ticking: Promise<void> = Promise.resolve()

  constructor(options: DelivererOptions) {
    this.#options = options
  }

  async start(): Promise<void> {
    const { store, isAlone } = this.#options
    if (isAlone) await store.webhooks.releaseAllLeases()
    this.#isStopped = false
    await this.tick()
    this.#schedule()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#cancelTimer()
    await this.#ticking
    await Promise.all([...this.#queues.values()].map(({ queue }) => queue.stop()))
    this.#queues.clear()
    await this.#options.store.webhooks.releaseLeases(this.#options.ownerId)
  }

  /** Deliveries that are durable, in their order. Those of subscriptions that others deliver are theirs to find. */
  push(deliveries: readonly WebhookDeliveryRecord[]): void {
    for (const delivery of deliveries) this.#queues.get(delivery.webhookId)?.queue.push(delivery)
  }

  /** Something waits for this subscription that was not pushed. */
  look(webhookId: string): void {
    this.#queues.get(webhookId)?.queue.look()
  }

  /** Its owner has changed a subscription, or made it. */
  async changed(webhook: WebhookRecord): Promise<void> {
    const mine = this.#queues.get(webhook.id)
    if (mine) {
      mine.webhook = webhook
      mine.queue.refresh(webhook)
    } else if (!this.#isStopped) await this.tick()
  }

  async removed(webhookId: string): Promise<void> {
    const mine = this.#queues.get(webhookId)
    this.#queues.delete(webhookId)
    await mine?.queue.stop()
  }

  /** Renews what is ours, takes what is free, and looks for what other processes have made. */
  tick(): Promise<void> {
    this.#ticking = this.#ticking.then(() => this.#tick())
    return this.#ticking
  }

  async #tick(): Promise<void> {
    const { store, clock, ownerId, logger } = this.#options
    if (this.#isStopped) return
    try {
      const now = clock.now()
      const lease = { ownerId, now, ttlMs: LEASE_MS }
      const held = await store.webhooks.renewLeases(ownerId, now, LEASE_MS)
      const taken = await store.webhooks.acquireLeases({ ...lease, limit: TAKEN_AT_ONCE })
      this.#leasedUntil = now + LEASE_MS - LEASE_MARGIN_MS
      await this.#follow([...held, ...taken])
      await this.#lookForOthers(now)
    } catch (error) {
      logger.warn({ err: error }, 'webhooks could not be looked after')
    }
  }

  async #follow(webhooks: readonly WebhookRecord[]): Promise<void> {
    const ids = new Set(webhooks.map(({ id }) => id))
    for (const id of this.#queues.keys()) if (!ids.has(id)) await this.removed(id)
    for (const webhook of webhooks) {
      const mine = this.#queues.get(webhook.id)
      if (!mine) this.#add(webhook)
      else if (webhook.updatedAt >= mine.webhook.updatedAt) {
        mine.webhook = webhook
        mine.queue.refresh(webhook)
      }
    }
  }

  #add(webhook: WebhookRecord): void {
    const { store, fetch, clock, logger, random, onAttempt } = this.#options
    const queue = new ReceiverQueue(
      {
        store,
        fetch,
        clock,
        logger,
        random,
        mayAct: () => clock.now() < this.#leasedUntil,
        onFailing: (of, since) => void this.#noteFailing(of, since),
        onAttempt,
      },
      webhook,
    )
    this.#queues.set(webhook.id, { queue, webhook })
    queue.look()
  }

  /** What other processes have made for subscriptions of ours. */
  async #lookForOthers(now: number): Promise<void> {
    if (this.#options.isAlone || this.#queues.size === 0) return
    const since = this.#lookedAt - CLOCK_SKEW_MS
    const { webhookDeliveries } = this.#options.store
    for (const webhookId of await webhookDeliveries.webhookIdsWithNew(since)) this.look(webhookId)
    this.#lookedAt = now
  }

  #schedule(): void {
    this.#cancelTimer = this.#options.clock.after(TICK_MS, () => {
      void this.tick().then(() => {
        if (!this.#isStopped) this.#schedule()
      })
    })
  }

  /** Writes down that a receiver began or ceased to fail, and pauses what has failed for a day. */
  async #noteFailing({ id, workspaceId }: WebhookRecord, since: number | null): Promise<void> {
    const { clock, logger } = this.#options
    const now = clock.now()
    const known = this.#queues.get(id)?.webhook
    if (!known || known.status === 'paused' || this.#noting.has(id)) return
    const isOver = since !== null && now - since >= GIVE_UP_AFTER_MS
    const hasBegun = known.failingSince === null && since !== null && now - since >= FAILING_STEP_MS
    const hasEnded = known.failingSince !== null && since === null
    if (!isOver && !hasBegun && !hasEnded) return
    const change: WebhookChange = isOver
      ? { status: 'paused', pausedReason: PAUSED_REASON, failingSince: since, updatedAt: now }
      : { failingSince: since }
    this.#noting.add(id)
    try {
      const webhook = await this.#options.store.webhooks.update(workspaceId, id, change)
      if (!webhook) return
      await this.changed(webhook)
      this.#options.onChanged(webhook)
      if (isOver) await this.#tellOwner(webhook, now)
    } catch (error) {
      logger.warn({ webhookId: id, err: error }, 'trouble of a webhook could not be written down')
    } finally {
      this.#noting.delete(id)
    }
  }

  async #tellOwner({ id, workspaceId }: WebhookRecord, at: number): Promise<void> {
    this.#options.logger.warn({ webhookId: id }, 'webhook paused after a day of failures')
    await this.#options.accounts.auditLog.insert({
      id: newId('act'),
      workspaceId,
      at,
      actor: { userId: SERVER, keyId: null },
      action: 'webhook.paused',
      subjectId: id,
    })
  }
}

/** Who did it, where nobody asked for it. */
const SERVER = 'parley'
const PAUSED_REASON =
  'Every attempt of the last 24 hours has failed. What comes meanwhile is kept for seven days. Mend the receiver, then resume.'
