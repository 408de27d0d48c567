import type { Pacing } from './ports/channel.ts'
import type { Clock } from './ports/services.ts'

/** Token bucket of one number plus a least gap per conversation. Pure bookkeeping: `delayFor` says how long to wait, nothing waits here. */
export class Pacer {
  readonly #clock: Clock
  readonly #current: () => Pacing
  readonly #lastByConversation = new Map<string, number>()
  #tokens: number
  #filledAt: number
  #pausedUntil = 0

  /** `pacing` is asked each time: settings of the number may change it. */
  constructor(pacing: () => Pacing, clock: Clock) {
    this.#current = pacing
    this.#clock = clock
    this.#tokens = pacing().burst
    this.#filledAt = clock.now()
  }

  get #pacing(): Pacing {
    return this.#current()
  }

  /** Milliseconds until a message to this conversation may go; 0 means now. */
  delayFor(conversationId: string): number {
    const now = this.#clock.now()
    this.#fill(now)
    const last = this.#lastByConversation.get(conversationId)
    const forPair = last === undefined ? 0 : last + this.#pacing.pairGapMs - now
    const forNumber = this.#tokens >= 1 ? 0 : ((1 - this.#tokens) / this.#pacing.perSecond) * 1_000
    return Math.max(0, forPair, forNumber, this.#pausedUntil - now)
  }

  /** A message to this conversation goes out now. */
  take(conversationId: string): void {
    this.#tokens -= 1
    if (this.#pacing.pairGapMs === 0) return
    this.#lastByConversation.delete(conversationId)
    this.#lastByConversation.set(conversationId, this.#clock.now())
    if (this.#lastByConversation.size > MAX_REMEMBERED) {
      const oldest = this.#lastByConversation.keys().next()
      if (!oldest.done) this.#lastByConversation.delete(oldest.value)
    }
  }

  /** Nothing goes out for so long, because the platform said so. */
  pause(delayMs: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + delayMs)
  }

  #fill(now: number): void {
    if (this.#pacing.perSecond === Number.POSITIVE_INFINITY) {
      this.#tokens = this.#pacing.burst
    } else {
      const earned = ((now - this.#filledAt) / 1_000) * this.#pacing.perSecond
      this.#tokens = Math.min(this.#pacing.burst, this.#tokens + earned)
    }
    this.#filledAt = now
  }
}

/** Conversations whose last send is remembered; older ones have certainly waited long enough. */
const MAX_REMEMBERED = 10_000
