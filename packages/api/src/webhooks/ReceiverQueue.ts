import type { Logger } from '@parley/runtime/pipeline'
import type { MongoStore, WebhookDeliveryRecord, WebhookRecord } from '@parley/runtime/store'
import { GIVE_UP_AFTER_MS, isAboutEverything, retryAfterMs, retryDelay } from './backOff.ts'
import { type Lane, Lanes } from './Lanes.ts'
import { isTaken, type Posted, type PostOptions, post } from './post.ts'
import { ReceiverHealth } from './ReceiverHealth.ts'

/** Requests to one receiver at a time. */
const MAX_UNDER_WAY = 20
/** Deliveries of one subscription in memory; what waits beyond that waits in the database. */
const MAX_IN_MEMORY = 1_000
const LOADED_AT_ONCE = 500
const STORE_RETRY_MS = 1_000
const STOP_PATIENCE_MS = 2_000

export interface ReceiverQueueOptions extends PostOptions {
  readonly store: {
    readonly webhookDeliveries: Pick<
      MongoStore['webhookDeliveries'],
      'listPending' | 'recordAttempt'
    >
  }
  readonly logger: Logger
  /** In [0, 1). */
  readonly random: () => number
  /** False when another process may be delivering by now. */
  readonly mayAct: () => boolean
  /** The subscription's address began or ceased to fail; called at most once a minute. */
  readonly onFailing: (webhook: WebhookRecord, since: number | null) => void
  readonly onAttempt: (outcome: 'delivered' | 'retried' | 'failed') => void
}

/**
 * Delivers for one subscription: in order within a conversation, conversations side by side. A delivery that fails holds
 * up its own conversation only; when everything fails, one request at a time finds out whether the receiver is back.
 */
export class ReceiverQueue {
  readonly #options: ReceiverQueueOptions
  readonly #lanes = new Lanes()
  readonly #health: ReceiverHealth
  readonly #stop = new AbortController()
  readonly #underWay = new Set<Promise<void>>()
  #webhook: WebhookRecord
  #cancelTimer = () => {}
  #isStopping = false
  /** The database may have more than is here. */
  #isBehind = true
  #isLoading = false
  /** What came while the database was being read. */
  readonly #arrivedMeanwhile: WebhookDeliveryRecord[] = []
  /** Done with while the database was being read, so that what it says of them is old. */
  readonly #doneMeanwhile = new Set<string>()
  /** Requests under way. */
  #sending = 0

  constructor(options: ReceiverQueueOptions, webhook: WebhookRecord) {
    this.#options = options
    this.#webhook = webhook
    this.#health = new ReceiverHealth(options, webhook.failingSince)
  }

  /** Takes what its owner has changed; null when it is gone. */
  refresh(webhook: WebhookRecord): void {
    const hasMoved = webhook.url !== this.#webhook.url
    const isResumed = webhook.status === 'active' && this.#webhook.status === 'paused'
    this.#webhook = webhook
    if (hasMoved || isResumed) {
      this.#health.forget()
      this.#release()
    }
    this.#pump()
  }

  /** A delivery that is durable. */
  push(delivery: WebhookDeliveryRecord): void {
    if (this.#isLoading) this.#arrivedMeanwhile.push(delivery)
    // Behind what only the database knows, it comes with that.
    else if (this.#isBehind || this.#lanes.size >= MAX_IN_MEMORY) this.#isBehind = true
    else this.#lanes.add(delivery)
    this.#pump()
  }

  /** There may be more in the database. */
  look(): void {
    this.#isBehind = true
    this.#pump()
  }

  /**
   * Starts nothing more and waits a moment for what is under way. What takes longer is cut off: it stays pending, and is
   * sent again by whoever delivers next.
   */
  async stop(): Promise<void> {
    this.#isStopping = true
    this.#cancelTimer()
    const cancel = this.#options.clock.after(STOP_PATIENCE_MS, () => this.#stop.abort())
    await Promise.all(this.#underWay)
    cancel()
    this.#stop.abort()
  }

  get #mayAct(): boolean {
    return !this.#isStopping && this.#webhook.status === 'active' && this.#options.mayAct()
  }

  /** Starts whatever can start now, and comes back when something else can. */
  #pump(): void {
    if (!this.#mayAct) return
    if (this.#isBehind && !this.#isLoading && this.#hasRoom()) this.#track(this.#load())
    const now = this.#options.clock.now()
    const { isDown, notBefore } = this.#health
    if (isDown) {
      if (this.#sending > 0) return
      if (notBefore <= now) {
        const lane = this.#laneToTry()
        if (lane) this.#track(this.#deliver(lane))
        return
      }
      return this.#wakeAt(notBefore)
    }
    if (notBefore > now) return this.#wakeAt(notBefore)
    let earliest = Infinity
    for (const lane of this.#lanes.all()) {
      if (this.#sending >= MAX_UNDER_WAY) return
      if (lane.isUnderWay) continue
      if (lane.notBefore <= now) this.#track(this.#deliver(lane))
      else earliest = Math.min(earliest, lane.notBefore)
    }
    if (earliest < Infinity) this.#wakeAt(earliest)
  }

  /** Those not tried yet first, so that one that always fails does not stand for all. */
  #laneToTry(): Lane | undefined {
    let best: Lane | undefined
    for (const lane of this.#lanes.all()) {
      if (!best || tries(lane) < tries(best)) best = lane
    }
    return best
  }

  #wakeAt(at: number): void {
    this.#cancelTimer()
    const { clock } = this.#options
    this.#cancelTimer = clock.after(Math.max(1, at - clock.now()), () => this.#pump())
  }

  #track(work: Promise<void>): void {
    this.#underWay.add(work)
    void work.finally(() => this.#underWay.delete(work))
  }

  async #deliver(lane: Lane): Promise<void> {
    const [delivery] = lane.deliveries
    if (!delivery) return
    lane.isUnderWay = true
    this.#sending += 1
    try {
      const attempt = delivery.attempts + 1
      const { id: deliveryId, event, body } = delivery
      const startedAt = this.#options.clock.now()
      const posted = await post(
        this.#options,
        this.#webhook,
        { deliveryId, event, body, attempt },
        this.#stop.signal,
      )
      // Cut off by ourselves: that tells nothing about the receiver.
      if (posted.answer.status === null && this.#stop.signal.aborted) return
      await this.#record(lane, delivery, posted, startedAt)
    } finally {
      lane.isUnderWay = false
      this.#sending -= 1
      this.#pump()
    }
  }

  async #record(
    lane: Lane,
    delivery: WebhookDeliveryRecord,
    { answer, requestHeaders }: Posted,
    startedAt: number,
  ): Promise<void> {
    const { clock, random, onAttempt } = this.#options
    const now = clock.now()
    const isDelivered = isTaken(answer)
    const attempts = delivery.attempts + 1
    const firstAttemptAt = delivery.firstAttemptAt ?? startedAt
    const isGivenUp = !isDelivered && now - firstAttemptAt >= GIVE_UP_AFTER_MS
    const askedMs = retryAfterMs(answer.headers['retry-after'], now)
    const dueAt = now + Math.max(askedMs, retryDelay(attempts, random()))
    const status = isDelivered ? 'delivered' : isGivenUp ? 'failed' : 'pending'
    const outcome = { attempts, firstAttemptAt, lastAttemptAt: startedAt, requestHeaders, answer }
    await this.#untilDurable(() =>
      this.#options.store.webhookDeliveries.recordAttempt(delivery.id, {
        ...outcome,
        status,
        dueAt,
      }),
    )
    onAttempt(status === 'pending' ? 'retried' : status)
    if (isDelivered) {
      if (this.#health.taken()) this.#release()
    } else {
      this.#health.failed(lane.key, isAboutEverything(answer.status) ? askedMs : 0)
    }
    this.#options.onFailing(this.#webhook, this.#health.failingSince)
    if (status === 'pending') this.#lanes.replaceFirst(lane, { ...delivery, ...outcome, dueAt })
    else this.#finish(lane, delivery.id)
  }

  #finish(lane: Lane, deliveryId: string): void {
    if (this.#isLoading) this.#doneMeanwhile.add(deliveryId)
    this.#lanes.shift(lane)
    if (lane.isPartial) this.#isBehind = true
  }

  /** The receiver is back, or elsewhere: what had to wait need not. */
  #release(): void {
    for (const lane of this.#lanes.all()) lane.notBefore = 0
  }

  /** What happened cannot unhappen, so this goes on until the database has it or somebody else delivers. */
  async #untilDurable(write: () => Promise<void>): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        return await write()
      } catch (error) {
        this.#options.logger.warn({ err: error }, 'webhook delivery could not be recorded')
        await this.#pause()
      }
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(STORE_RETRY_MS, resolve)
      this.#stop.signal.addEventListener('abort', () => {
        cancel()
        resolve()
      })
    })
  }

  /** Lanes that wait for a retry make room for the others; they are read on once they are free. */
  #hasRoom(): boolean {
    if (this.#lanes.size < LOADED_AT_ONCE) return true
    for (const lane of this.#lanes.all()) if (this.#isHeld(lane)) this.#lanes.cut(lane)
    return this.#lanes.size < LOADED_AT_ONCE
  }

  #isHeld({ notBefore, isUnderWay, deliveries }: Lane): boolean {
    const isWaiting = !isUnderWay && notBefore > this.#options.clock.now()
    return isWaiting && (deliveries[0]?.attempts ?? 0) > 0
  }

  async #load(): Promise<void> {
    this.#isLoading = true
    this.#isBehind = false
    this.#doneMeanwhile.clear()
    const partial = [...this.#lanes.all()].filter(({ isPartial }) => isPartial)
    try {
      const found = await this.#options.store.webhookDeliveries.listPending({
        webhookId: this.#webhook.id,
        exceptKeys: partial.map(({ key }) => key),
        limit: LOADED_AT_ONCE,
      })
      for (const delivery of found) {
        if (!this.#doneMeanwhile.has(delivery.id)) this.#lanes.add(delivery)
      }
      if (found.length === LOADED_AT_ONCE) this.#isBehind = true
      else for (const delivery of this.#arrivedMeanwhile) this.#lanes.add(delivery)
    } catch (error) {
      this.#options.logger.warn({ err: error }, 'webhook deliveries could not be read')
      this.#isBehind = true
      await this.#pause()
    } finally {
      this.#arrivedMeanwhile.length = 0
      this.#isLoading = false
      this.#pump()
    }
  }
}

const tries = ({ deliveries }: Lane): number => deliveries[0]?.attempts ?? 0
