import type { Response } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { ApiError } from '../errors.ts'

/** How often what may be done; the first four as the documented session API has them. */
const RULES = {
  /** Per number. */
  sendMessage: { points: 10, duration: 60 },
  /** Per user, by token or key. */
  general: { points: 100, duration: 60 },
  /** Per network address. */
  auth: { points: 5, duration: 60 },
  /** Per e-mail address. */
  forgotPassword: { points: 3, duration: 3_600 },
  /** Per person in the browser, whose pages make many small requests. */
  browser: { points: 1_200, duration: 60 },
} as const
export type RateLimitRule = keyof typeof RULES

export interface RateLimits {
  /**
   * Counts one request and tells in headers how many are left.
   *
   * @throws {ApiError} 429 when there are none.
   */
  count(rule: RateLimitRule, subject: string, response: Response): Promise<void>
}

/** Counts per process: enough to stop abuse, and no look-up in the way of a message. */
export function createRateLimits(): RateLimits {
  const limiters = new Map(
    Object.entries(RULES).map(([rule, options]) => [rule, new RateLimiterMemory(options)]),
  )
  return {
    async count(rule, subject, response) {
      const limiter = limiters.get(rule)
      if (!limiter) throw new Error(`There is no rate limit ${rule}`)
      const { points } = RULES[rule]
      const state = await limiter.consume(subject).catch((error: unknown) => {
        // The library throws its answer when the limit is reached.
        if (error instanceof RateLimiterRes) return error
        throw error
      })
      const seconds = Math.max(1, Math.ceil(state.msBeforeNext / 1_000))
      response.setHeader('x-ratelimit-limit', points)
      response.setHeader('x-ratelimit-remaining', Math.max(0, state.remainingPoints))
      response.setHeader('x-ratelimit-reset', Math.ceil((Date.now() + state.msBeforeNext) / 1_000))
      if (state.consumedPoints > points) {
        throw new ApiError('RATE_LIMITED', `Too many requests. Try again in ${seconds} seconds`, {
          headers: { 'retry-after': String(seconds) },
        })
      }
    },
  }
}

/** PARLEY_RATE_LIMITS=off */
export const noRateLimits: RateLimits = { count: () => Promise.resolve() }
