import type { Clock } from '@parley/runtime/pipeline'
import type { MongoStore, WebhookAttempt, WebhookDeliveryRecord } from '@parley/runtime/store'

/** What a queue asks of the database, in memory. */
export class MemoryDeliveries {
  /** How long a read takes; what it gives is as it was at its beginning. */
  readMs = 0
  readonly #clock: Clock
  readonly #deliveries = new Map<string, WebhookDeliveryRecord>()
  /** The most that was read in one go. */
  readsAtOnce = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  add(delivery: WebhookDeliveryRecord): void {
    this.#deliveries.set(delivery.id, delivery)
  }

  get(id: string): WebhookDeliveryRecord {
    const delivery = this.#deliveries.get(id)
    if (!delivery) throw new Error(`There is no delivery ${id}`)
    return delivery
  }

  asStore(): Pick<MongoStore['webhookDeliveries'], 'listPending' | 'recordAttempt'> {
    return {
      listPending: async ({ exceptKeys, limit }) => {
        const found = [...this.#deliveries.values()]
          .filter(({ status, orderKey }) => status === 'pending' && !exceptKeys.includes(orderKey))
          .sort((a, b) => a.at - b.at || a.order - b.order)
          .slice(0, limit)
        this.readsAtOnce = Math.max(this.readsAtOnce, found.length)
        if (this.readMs > 0) {
          await new Promise<void>((resolve) => {
            this.#clock.after(this.readMs, resolve)
          })
        }
        return found
      },
      recordAttempt: async (id: string, attempt: WebhookAttempt) => {
        this.#deliveries.set(id, { ...this.get(id), ...attempt })
      },
    }
  }
}
