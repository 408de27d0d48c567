import type { Response } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { ApiError } from '../errors.ts'
import {
  RATE_LIMIT_RULES,
  type RateLimitOverrides,
  type RateLimitRule,
  type RateLimitRuleDefinition,
} from './rules.ts'

export interface RateLimits {
  /**
   * Counts one request and tells in headers how many are left.
   *
   * @param overrides what the workspace has set, before what the server has
   * @throws {ApiError} 429 when there are none.
   */
  count(
    rule: RateLimitRule,
    subject: string,
    response: Response,
    overrides?: RateLimitOverrides,
  ): Promise<void>
}

/**
 * Counts per process: enough to stop abuse, and no look-up in the way of a message.
 *
 * @param serverOverrides what the operator has set
 */
export function createRateLimits(serverOverrides: RateLimitOverrides = {}): RateLimits {
  const limiters = new Map<string, RateLimiterMemory>()

  /** One for each rule and number of points: workspaces may have points of their own. */
  function limiterOf(rule: RateLimitRule, points: number): RateLimiterMemory {
    const name = `${rule} ${points}`
    const existing = limiters.get(name)
    if (existing) return existing
    const duration = RATE_LIMIT_RULES[rule].durationSeconds
    const limiter = new RateLimiterMemory({ points, duration })
    limiters.set(name, limiter)
    return limiter
  }

  return {
    async count(rule, subject, response, overrides = {}) {
      const definition: RateLimitRuleDefinition = RATE_LIMIT_RULES[rule]
      const points = overrides[rule] ?? serverOverrides[rule] ?? definition.points
      const state = await limiterOf(rule, points)
        .consume(subject)
        .catch((error: unknown) => {
          // The library throws its answer when the limit is reached.
          if (error instanceof RateLimiterRes) return error
          throw error
        })
      const isUsedUp = state.consumedPoints > points
      if (isUsedUp || !definition.isBackground) {
        const resetsAt = Math.ceil((Date.now() + state.msBeforeNext) / 1_000)
        response.setHeader('x-ratelimit-limit', points)
        response.setHeader('x-ratelimit-remaining', Math.max(0, state.remainingPoints))
        response.setHeader('x-ratelimit-reset', resetsAt)
      }
      if (!isUsedUp) return
      const seconds = Math.max(1, Math.ceil(state.msBeforeNext / 1_000))
      throw new ApiError('RATE_LIMITED', `Too many requests. Try again in ${seconds} seconds`, {
        headers: { 'retry-after': String(seconds) },
        context: { limit: rule },
      })
    },
  }
}

/** PARLEY_RATE_LIMITS=off */
export const noRateLimits: RateLimits = { count: () => Promise.resolve() }
