import type { WebhookDeliveryRecord } from '@parley/runtime/store'

/** Deliveries of one subscription that must keep their order, first to go first. */
export interface Lane {
  readonly key: string
  readonly deliveries: WebhookDeliveryRecord[]
  /** Its first one is on its way. */
  isUnderWay: boolean
  /** Nothing goes before this instant: the first one has failed. */
  notBefore: number
  /** There may be more in the database behind what is here, so nothing may be put behind it. */
  isPartial: boolean
}

/** What waits for one subscription, in memory: a part of what the database has, with whole beginnings of its lanes. */
export class Lanes {
  readonly #lanes = new Map<string, Lane>()
  readonly #ids = new Set<string>()

  /** Deliveries in all lanes. */
  get size(): number {
    return this.#ids.size
  }

  get(key: string): Lane | undefined {
    return this.#lanes.get(key)
  }

  /** In no order that means anything. */
  all(): Iterable<Lane> {
    return this.#lanes.values()
  }

  /** Puts a delivery in its place; false when it is there, or may not be there yet. */
  add(delivery: WebhookDeliveryRecord): boolean {
    const lane = this.#laneOf(delivery)
    if (lane.isPartial || this.#ids.has(delivery.id)) return false
    this.#ids.add(delivery.id)
    const first = lane.isUnderWay ? 1 : 0
    let index = lane.deliveries.length
    for (; index > first; index -= 1) {
      const before = lane.deliveries[index - 1]
      if (before && isBefore(before, delivery)) break
    }
    lane.deliveries.splice(index, 0, delivery)
    if (index === 0) lane.notBefore = delivery.dueAt
    return true
  }

  /** The first one is done with. A lane that is empty then is gone. */
  shift(lane: Lane): void {
    const done = lane.deliveries.shift()
    if (done) this.#ids.delete(done.id)
    lane.notBefore = lane.deliveries[0]?.dueAt ?? 0
    if (lane.deliveries.length === 0) this.#lanes.delete(lane.key)
  }

  /** The first one is to be tried again as it is now. */
  replaceFirst(lane: Lane, delivery: WebhookDeliveryRecord): void {
    lane.deliveries[0] = delivery
    lane.notBefore = delivery.dueAt
  }

  /** Keeps only the first one, to make room: the others are in the database. */
  cut(lane: Lane): void {
    for (const { id } of lane.deliveries.splice(1)) this.#ids.delete(id)
    lane.isPartial = true
  }

  #laneOf({ orderKey, dueAt }: WebhookDeliveryRecord): Lane {
    const known = this.#lanes.get(orderKey)
    if (known) return known
    const lane: Lane = {
      key: orderKey,
      deliveries: [],
      isUnderWay: false,
      notBefore: dueAt,
      isPartial: false,
    }
    this.#lanes.set(orderKey, lane)
    return lane
  }
}

function isBefore(a: WebhookDeliveryRecord, b: WebhookDeliveryRecord): boolean {
  if (a.at !== b.at) return a.at < b.at
  if (a.order !== b.order) return a.order < b.order
  return a.id < b.id
}
