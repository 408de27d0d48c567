import type { Clock } from './ports/services.ts'

/** A line that is not up by then gives its place to the next one, and goes on beside it. */
const PLACE_MS = 2_000
/** Those that had to wait begin up to so much later, so that they do not begin in step. */
const JITTER_MS = 100

export interface StartGateOptions {
  readonly places: number
  readonly clock: Clock
  /** In [0, 1). */
  readonly random?: () => number
}

/**
 * Lets a few lines at a time be opened: a process with hundreds of numbers would otherwise shake hands for all of them
 * at once, be late for each, and look to the platform like an attack. No line keeps its place for longer than
 * {@link PLACE_MS}, so a sick number does not keep others from being connected.
 */
export class StartGate {
  readonly #clock: Clock
  readonly #random: () => number
  readonly #waiting = new Set<() => void>()
  #free: number

  constructor({ places, clock, random = Math.random }: StartGateOptions) {
    this.#free = places
    this.#clock = clock
    this.#random = random
  }

  /** Waits for a place; null when `signal` was aborted before there was one. Call what it gives when the line stands. */
  async enter(signal: AbortSignal): Promise<(() => void) | null> {
    if (this.#free === 0) {
      await this.#placeFor(signal)
      if (!signal.aborted) await this.#jitter(signal)
    } else this.#free -= 1
    if (signal.aborted) {
      this.#giveBack()
      return null
    }
    let isLeft = false
    const leave = () => {
      if (isLeft) return
      isLeft = true
      cancel()
      this.#giveBack()
    }
    const cancel = this.#clock.after(PLACE_MS, leave)
    return leave
  }

  /** Resolves with a place, or without one when aborted; `enter` gives it back in either case. */
  #placeFor(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const begin = () => {
        this.#waiting.delete(begin)
        signal.removeEventListener('abort', abandon)
        resolve()
      }
      const abandon = () => {
        // As if it had a place, which `enter` then gives back.
        this.#free -= 1
        begin()
      }
      signal.addEventListener('abort', abandon, { once: true })
      this.#waiting.add(begin)
    })
  }

  #jitter(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        cancel()
        signal.removeEventListener('abort', go)
        resolve()
      }
      const cancel = this.#clock.after(this.#random() * JITTER_MS, go)
      signal.addEventListener('abort', go, { once: true })
    })
  }

  #giveBack(): void {
    const [next] = this.#waiting
    if (next) next()
    else this.#free += 1
  }
}
