import { groupCalls } from './groupCalls.ts'

/** Keys of one query; more go in the next. */
const MAX_KEYS = 500

/**
 * Makes look-ups by key that are asked for at the same time into one query. Null for what was not found; two who ask for
 * the same key share one answer. A look-up never joins a query that has already been sent, so it sees every write that
 * was acknowledged before it was asked for.
 */
export function groupReads<Value>(
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | null> {
  return groupCalls<string, Value | null>({
    maxBatch: MAX_KEYS,
    run: async (keys) => {
      const values = await load([...new Set(keys)])
      return keys.map((key) => ({ value: values.get(key) ?? null }))
    },
  })
}
