import type { Clock } from './ports/services.ts'

/** The machine's clock. Timers do not keep the process alive: the server's own socket does. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, Math.min(Math.max(0, delayMs), MAX_TIMEOUT_MS))
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** setTimeout counts in 32 bits; whoever waits longer looks again when it fires. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1
