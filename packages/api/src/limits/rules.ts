/** How much of what is allowed: `points` in `durationSeconds`. */
export interface RateLimitRuleDefinition {
  readonly points: number
  readonly durationSeconds: number
  /** Told in headers only when it is used up: another limit of the same request is the one that clients watch. */
  readonly isBackground?: true
}

/** The defaults; each is as the product documents it whose dialect it belongs to. */
export const RATE_LIMIT_RULES = {
  /** Session API, POST /send-message: per number. */
  sendMessage: { points: 10, durationSeconds: 60 },
  /** Session API, everything else: per user, by token or key. */
  general: { points: 100, durationSeconds: 60 },
  /** Per network address. */
  auth: { points: 5, durationSeconds: 60 },
  /** Per e-mail address. */
  forgotPassword: { points: 3, durationSeconds: 3_600 },
  /** Chat API: per key. */
  chatApi: { points: 60, durationSeconds: 60 },
  /** Chat API: messages per number. */
  chatApiDaily: { points: 1_000, durationSeconds: 86_400, isBackground: true },
  /** WhautoChat: per workspace. */
  whautoChat: { points: 100, durationSeconds: 60 },
  whautoChatDaily: { points: 144_000, durationSeconds: 86_400, isBackground: true },
  /** whatomate: per key. */
  whatomate: { points: 100, durationSeconds: 60 },
  /** Instance API: its documents name none; this one only stops abuse. Per number. */
  instanceApi: { points: 6_000, durationSeconds: 60 },
  /** Per person in the browser, whose pages make many small requests. */
  browser: { points: 1_200, durationSeconds: 60 },
} as const satisfies Record<string, RateLimitRuleDefinition>
export type RateLimitRule = keyof typeof RATE_LIMIT_RULES

/** Other numbers of points than the defaults. */
export type RateLimitOverrides = Readonly<Partial<Record<RateLimitRule, number>>>

/**
 * Reads `sendMessage=30, general=200`.
 *
 * @throws {Error} naming the entry that is wrong.
 */
export function parseLimits(text: string): RateLimitOverrides {
  const entries = text.split(',').filter((entry) => entry.trim() !== '')
  return Object.fromEntries(
    entries.map((entry) => {
      const [rule = '', points] = entry.split('=').map((part) => part.trim())
      if (!Object.hasOwn(RATE_LIMIT_RULES, rule)) {
        const known = Object.keys(RATE_LIMIT_RULES).join(', ')
        throw new Error(`has "${rule}", which is no limit; the limits are ${known}`)
      }
      if (!/^[1-9]\d{0,8}$/.test(points ?? '')) {
        throw new Error(`has "${entry.trim()}"; write ${rule}=<a whole number from 1>`)
      }
      return [rule, Number(points)]
    }),
  )
}
