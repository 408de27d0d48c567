import type { Clock } from './ports/services.ts'

/** Where a record stands in the order of arrival. */
export interface Place {
  /** Epoch milliseconds; never goes back within one process, even when the machine's clock does. */
  readonly createdAt: number
  readonly order: number
}

/** Gives each record of this process a place of its own. */
export class Places {
  readonly #clock: Clock
  #lastAt = 0
  #order = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  next(): Place {
    const now = Math.max(this.#clock.now(), this.#lastAt)
    this.#order = now === this.#lastAt ? this.#order + 1 : 0
    this.#lastAt = now
    return { createdAt: now, order: this.#order }
  }
}
