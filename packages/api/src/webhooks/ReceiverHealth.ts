import type { Clock } from '@parley/runtime/pipeline'
import { probeDelay } from './backOff.ts'

/** So many conversations fail one after the other, with none that goes well between, before it is the receiver. */
const DOWN_AFTER_LANES = 3

/** Whether a receiver takes anything at all. */
export class ReceiverHealth {
  readonly #clock: Clock
  readonly #random: () => number
  readonly #failedLanes = new Set<string>()
  #failures = 0
  #notBefore = 0
  #failingSince: number | null

  constructor({ clock, random }: { clock: Clock; random: () => number }, since: number | null) {
    this.#clock = clock
    this.#random = random
    this.#failingSince = since
  }

  /** Everything fails: one request at a time is enough to find out when that ends. */
  get isDown(): boolean {
    return this.#failedLanes.size >= DOWN_AFTER_LANES
  }

  /** Nothing may be sent before this instant: it asked for that, or it is down and was just tried. */
  get notBefore(): number {
    return this.#notBefore
  }

  /** Since when everything has failed; null when the last request went well. */
  get failingSince(): number | null {
    return this.#failingSince
  }

  /** True when this ends a time of being down. */
  taken(): boolean {
    const wasDown = this.isDown
    this.forget()
    return wasDown
  }

  /** @param pauseMs how long it asked to be left alone */
  failed(laneKey: string, pauseMs: number): void {
    const now = this.#clock.now()
    this.#failingSince ??= now
    this.#failedLanes.add(laneKey)
    if (this.isDown) this.#failures += 1
    const delayMs = this.isDown ? probeDelay(this.#failures, this.#random()) : 0
    this.#notBefore = Math.max(this.#notBefore, now + Math.max(pauseMs, delayMs))
  }

  /** It may be another receiver, or a mended one. */
  forget(): void {
    this.#failedLanes.clear()
    this.#failures = 0
    this.#notBefore = 0
    this.#failingSince = null
  }
}
