import { ChannelError, FAILURE_CLASSES, type FailureClass } from './errors.ts'
import type { MessageFailure } from './records.ts'

/** What the sender does about a failed attempt. */
export type Verdict =
  | { readonly do: 'giveUp' }
  /** Again at `delayMs` from now; `scope` says what waits with it. */
  | { readonly do: 'retry'; readonly delayMs: number; readonly scope: 'conversation' | 'number' }
  /** The number is offline: stay in the queue until it is back. */
  | { readonly do: 'keep' }

export const MAX_ATTEMPTS = 6
const FIRST_DELAY_MS = 2_000
const MAX_DELAY_MS = 5 * 60_000
const NUMBER_PAUSE_MAX_MS = 60_000
const PAIR_BASE = 4

/**
 * Decides what follows attempt number `attempts` (1 is the first). `jitter` in [0, 1) spreads retries, so that numbers
 * that failed together do not come back together.
 */
export function decide(error: ChannelError, attempts: number, jitter: number): Verdict {
  const spread = 0.75 + jitter / 2
  switch (FAILURE_CLASSES[error.failureClass]) {
    case 'giveUp':
      return { do: 'giveUp' }
    case 'keep':
      return { do: 'keep' }
    case 'retry': {
      if (attempts >= MAX_ATTEMPTS) return { do: 'giveUp' }
      const backOff = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1))
      return { do: 'retry', delayMs: error.retryAfterMs ?? backOff * spread, scope: 'conversation' }
    }
    case 'pauseConversation':
      // The platforms that limit pairs ask for 4^n seconds.
      return {
        do: 'retry',
        delayMs: error.retryAfterMs ?? 1_000 * PAIR_BASE ** Math.min(attempts - 1, 4) * spread,
        scope: 'conversation',
      }
    case 'pauseNumber':
      return {
        do: 'retry',
        delayMs:
          error.retryAfterMs ?? Math.min(NUMBER_PAUSE_MAX_MS, 1_000 * 2 ** (attempts - 1)) * spread,
        scope: 'number',
      }
  }
}

/** Everything that a channel can throw, as a ChannelError: what is not one is a bug, and is not tried again. */
export function toChannelError(error: unknown): ChannelError {
  if (error instanceof ChannelError) return error
  return new ChannelError('ambiguous', 'The channel failed in an unexpected way; see the log.', {
    cause: error,
  })
}

export const toFailure = (error: ChannelError): MessageFailure => ({
  failureClass: error.failureClass satisfies FailureClass,
  message: error.message,
})
