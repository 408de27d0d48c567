import type { Clock, Logger } from '@parley/runtime/pipeline'
import type { MongoStore, WebhookDeliveryRecord } from '@parley/runtime/store'
import type { HubEvent, LiveHub } from '../live/LiveHub.ts'
import type { CountMessage } from './countMessage.ts'
import {
  eventOfContact,
  eventOfHandover,
  eventOfNumber,
  eventsOfChangedMessage,
  eventsOfNewMessage,
  type WebhookEvent,
} from './events.ts'
import type { Subscriptions } from './Subscriptions.ts'
import { concerns, contextOf, type PlacedEvent, toDeliveries } from './toDeliveries.ts'

const RECORDED_AT_ONCE = 500
/** Events in memory while the database does not answer. What comes beyond them is found in the database later. */
const MAX_WAITING = 20_000
const STORE_RETRY_MS = 1_000

export interface RecorderOptions {
  readonly store: Pick<MongoStore, 'webhookDeliveries' | 'contacts' | 'numbers'>
  readonly live: LiveHub
  readonly subscriptions: Subscriptions
  readonly clock: Clock
  readonly logger: Logger
  readonly publicUrl: string
  readonly count: CountMessage
  /** Deliveries that are durable, in their order; those that were there before are not among them. */
  readonly onRecorded: (deliveries: readonly WebhookDeliveryRecord[]) => void
}

/**
 * Turns what happens in this process into deliveries. Live events are told after what they tell of is durable, but in
 * memory: `safeAt` says up to when all of them have become deliveries, so that after a crash the rest can be found again.
 */
export class Recorder {
  readonly #options: RecorderOptions
  readonly #waiting: PlacedEvent[] = []
  /** What numbers were last told to be. */
  readonly #isConnected = new Map<string, boolean>()
  #unobserve = () => {}
  #recording: Promise<void> | null = null
  #isStopped = false
  #lastAt = 0
  #order = 0
  #missedSince: number | null = null

  constructor(options: RecorderOptions) {
    this.#options = options
  }

  start(): void {
    this.#unobserve = this.#options.live.observe((event, workspaceId) =>
      this.#take(event, workspaceId),
    )
  }

  /** Records what has come so far; false when the database would not have it. */
  async stop(): Promise<boolean> {
    this.#unobserve()
    this.#isStopped = true
    await this.#recording
    return this.#waiting.length === 0 && this.#missedSince === null
  }

  /** Every event before this instant has become deliveries. */
  get safeAt(): number {
    const oldest = this.#waiting[0]?.place.at ?? this.#options.clock.now()
    return Math.min(oldest, this.#missedSince ?? oldest)
  }

  /** Since when events were dropped, because there were too many in memory; null when none were. Asking forgets it. */
  takeMissed(): number | null {
    const missed = this.#missedSince
    if (this.#waiting.length > 0) return null
    this.#missedSince = null
    return missed
  }

  /** They are to be looked for once more: looking failed. */
  missed(since: number): void {
    this.#missedSince = Math.min(since, this.#missedSince ?? since)
  }

  /** Makes deliveries of events, and gives those that were not there already, in the order of the events. */
  async record(events: readonly PlacedEvent[]): Promise<readonly WebhookDeliveryRecord[]> {
    const { store, clock, publicUrl, subscriptions, count } = this.#options
    const groups = await Promise.all(
      events.map(async (placed) => {
        const { event } = placed
        const webhooks = (await subscriptions.of(event.workspaceId)).filter((webhook) =>
          concerns(webhook, event),
        )
        if (webhooks.length === 0) return []
        const context = await contextOf({ store, publicUrl, count }, event, webhooks)
        return toDeliveries(placed, webhooks, context, clock.now())
      }),
    )
    const deliveries = groups.flat()
    const wereNew = await Promise.all(
      deliveries.map((delivery) => store.webhookDeliveries.insert(delivery)),
    )
    return deliveries.filter((_, index) => wereNew[index])
  }

  #take(event: HubEvent, workspaceId: string): void {
    if (this.#options.subscriptions.hasNone(workspaceId)) return
    for (const each of this.#eventsOf(event, workspaceId)) {
      const place = this.#nextPlace()
      if (this.#waiting.length >= MAX_WAITING) this.missed(place.at)
      else this.#waiting.push({ event: each, place })
    }
    if (this.#waiting.length > 0) this.#recording ??= this.#drain()
  }

  #eventsOf(event: HubEvent, workspaceId: string): readonly WebhookEvent[] {
    const now = this.#options.clock.now()
    switch (event.type) {
      case 'message.received':
      case 'message.queued':
        return eventsOfNewMessage(event.message)
      case 'message.updated':
        return eventsOfChangedMessage(event.message)
      case 'number.updated': {
        if (!this.#isNews(event.numberId, event.status)) return []
        return [eventOfNumber(workspaceId, event, now)]
      }
      case 'conversation.updated': {
        const { conversationId, handedOver } = event
        return handedOver ? [eventOfHandover(workspaceId, conversationId, handedOver)] : []
      }
      case 'contact.updated':
        return [eventOfContact(workspaceId, event.contactId, now)]
      case 'flow.updated':
        return []
    }
  }

  /** Numbers tell of every step on the way to a connection; only its ends are events. */
  #isNews(numberId: string, status: string): boolean {
    const isConnected = status === 'connected'
    const before = this.#isConnected.get(numberId)
    if (before === isConnected) return false
    // Of a number that was not known it means nothing that it is on its way.
    if (before === undefined && (status === 'connecting' || status === 'needsScan')) return false
    this.#isConnected.set(numberId, isConnected)
    return true
  }

  /** Each place once, and never before one given out earlier, even when the machine's clock goes back. */
  #nextPlace(): PlacedEvent['place'] {
    const at = Math.max(this.#options.clock.now(), this.#lastAt)
    this.#order = at === this.#lastAt ? this.#order + 1 : 0
    this.#lastAt = at
    return { at, order: this.#order }
  }

  /** One batch after the other, so that events keep their order. */
  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, RECORDED_AT_ONCE)
      try {
        const recorded = await this.record(batch)
        this.#options.onRecorded(recorded)
        this.#waiting.splice(0, batch.length)
      } catch (error) {
        this.#options.logger.warn({ err: error }, 'webhook deliveries could not be stored')
        if (this.#isStopped) break
        await new Promise<void>((resolve) => {
          this.#options.clock.after(STORE_RETRY_MS, resolve)
        })
      }
    }
    this.#recording = null
  }
}
