/** How long a delivery is tried before it is given up. */
export const GIVE_UP_AFTER_MS = 24 * 3_600_000

const FIRST_DELAY_MS = 250
const MAX_DELAY_MS = 3_600_000
/** A receiver that is down altogether is looked at more often than that: it is one request, not one for each delivery. */
const MAX_PROBE_DELAY_MS = 300_000
/** Nobody is believed who asks for more. */
const MAX_RETRY_AFTER_MS = GIVE_UP_AFTER_MS
/** Statuses by which a server speaks of itself, not of the one request (RFC 9110, 15.5 and 15.6; RFC 6585, 4). */
const OVERLOADED: ReadonlySet<number> = new Set([429, 503])

/** Exponential, and spread over half to three halves, so that those who failed together do not come back together. */
export const retryDelay = (attempts: number, random: number): number =>
  spread(Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1)), random)

/** Until a receiver that fails altogether is tried once more; `failures` since it last took anything. */
export const probeDelay = (failures: number, random: number): number =>
  spread(Math.min(MAX_PROBE_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, failures - 1)), random)

const spread = (delayMs: number, random: number) => Math.round(delayMs * (0.5 + random))

/** What `Retry-After` asks for, in seconds or as a date; 0 when it asks for nothing that can be understood. */
export function retryAfterMs(header: string | undefined, now: number): number {
  const text = header?.trim() ?? ''
  if (text === '') return 0
  const delayMs = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now
  return Number.isNaN(delayMs) ? 0 : Math.min(Math.max(0, delayMs), MAX_RETRY_AFTER_MS)
}

/** Whether an answer asks for a pause of everything, rather than of the one delivery. */
export const isAboutEverything = (status: number | null): boolean =>
  status !== null && OVERLOADED.has(status)
