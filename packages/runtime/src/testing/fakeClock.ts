import type { Clock } from '../pipeline/ports/services.ts'

/** A clock that stands still until a test moves it; callbacks run in the order of their times. */
export class FakeClock implements Clock {
  #now: number
  #timers: { at: number; callback: () => void }[] = []

  constructor(now = Date.UTC(2026, 0, 5, 9)) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  after(delayMs: number, callback: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, delayMs), callback }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer)
    }
  }

  /** Moves time on as for a machine that slept meanwhile: what was due goes off once, when it wakes. */
  async sleep(ms: number): Promise<void> {
    this.#now += ms
    const due = this.#timers.filter(({ at }) => at <= this.#now).toSorted((a, b) => a.at - b.at)
    this.#timers = this.#timers.filter((timer) => !due.includes(timer))
    for (const { callback } of due) callback()
    await settle()
  }

  /** Moves time on, stopping at each timer; what a timer starts asynchronously is given the chance to run. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    for (;;) {
      const next = this.#timers
        .filter(({ at }) => at <= end)
        .reduce<{ at: number; callback: () => void } | null>(
          (first, each) => (first === null || each.at < first.at ? each : first),
          null,
        )
      if (!next) break
      this.#now = Math.max(this.#now, next.at)
      this.#timers = this.#timers.filter((each) => each !== next)
      next.callback()
      await settle()
    }
    this.#now = end
    await settle()
  }
}

/** Lets everything that waits for promises, not for time, go on. */
const settle = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve)
  })
