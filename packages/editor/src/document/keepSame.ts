import { isJsonObject, type JsonValue } from '@parley/shared'

/**
 * `after`, with every part that equals its counterpart in `before` being that same object: what has not changed keeps
 * its identity, and memoised components leave it alone.
 */
export function keepSame<Value extends JsonValue>(
  before: JsonValue | undefined,
  after: Value,
): Value
export function keepSame(before: JsonValue | undefined, after: JsonValue): JsonValue {
  if (before === undefined || Object.is(before, after)) return after
  if (Array.isArray(after)) {
    if (!Array.isArray(before)) return after
    const old: readonly JsonValue[] = before
    const items = after.map((item: JsonValue, index) => keepSame(old[index], item))
    return items.length === old.length && items.every((item, index) => item === old[index])
      ? before
      : items
  }
  if (!isJsonObject(after) || !isJsonObject(before)) return after
  const keys = Object.keys(after)
  const entries = keys.map((key) => [key, keepSame(before[key], after[key] ?? null)] as const)
  return keys.length === Object.keys(before).length &&
    entries.every(([key, item]) => Object.hasOwn(before, key) && item === before[key])
    ? before
    : Object.fromEntries(entries)
}
