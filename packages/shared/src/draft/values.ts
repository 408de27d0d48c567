import * as Y from 'yjs'
import { isJsonObject, type JsonValue } from '../json.ts'
import { commonEntries } from './commonEntries.ts'
import type { JsonObject } from './draft.ts'
import { patchText } from './patchText.ts'

/**
 * JSON kept in Yjs types, so that two people who change different places of one value both keep their change:
 * objects merge by key, lists by entry, and texts in which people write sentences by letter. Everything else
 * (numbers, switches, ids, names of variables) is replaced as a whole: half of one and half of another makes no sense.
 */

/** Fields that hold sentences. Their strings become `Y.Text`. */
const PROSE_FIELDS = new Set(
  'text caption footer body note message description retryText script staleTapText template value'.split(
    ' ',
  ),
)

/** Of the key of a translated text, the last part says what it is. */
const isProse = (field: string): boolean => PROSE_FIELDS.has(/[^. ]*$/.exec(field)?.[0] ?? '')

/** The Yjs value for a JSON value that stands under `field`. */
export function toShared(value: JsonValue, field: string): unknown {
  if (typeof value === 'string') return isProse(field) ? new Y.Text(value) : value
  if (Array.isArray(value)) {
    const array = new Y.Array<unknown>()
    array.push(value.map((item: JsonValue) => toShared(item, '')))
    return array
  }
  if (isJsonObject(value)) {
    return new Y.Map(entriesOf(value).map(([key, item]) => [key, toShared(item, key)]))
  }
  return value
}

/** The JSON value of a Yjs value. What is neither (binary, sub-documents) reads as null. */
export function fromShared(value: unknown): JsonValue {
  if (value instanceof Y.Text) return value.toJSON()
  if (value instanceof Y.Array) return value.toArray().map(fromShared)
  if (value instanceof Y.Map) {
    return Object.fromEntries(
      [...value.entries()].filter(isSafeEntry).map(([key, item]) => [key, fromShared(item)]),
    )
  }
  return plainJson(value)
}

/** Makes `map` hold exactly `next`, touching only what differs. */
export function patchMap(map: Y.Map<unknown>, next: JsonObject): void {
  for (const key of map.keys()) {
    if (!Object.hasOwn(next, key)) map.delete(key)
  }
  for (const [key, value] of entriesOf(next)) patchKey(map, key, value)
}

/** Makes `map` hold `value` under `key`, reusing the Yjs value that is there when it is of the same kind. */
export function patchKey(map: Y.Map<unknown>, key: string, value: JsonValue): void {
  const current = map.get(key)
  if (!patchInPlace(current, value)) map.set(key, toShared(value, key))
}

/** Makes `array` hold exactly `next`; entries are recognised by their `id` or `name`, other objects by their place. */
export function patchArray(array: Y.Array<unknown>, next: readonly JsonValue[]): void {
  const before = array.toArray().map((item) => identityOf(fromShared(item)))
  const after = next.map(identityOf)

  // Walking from the end keeps the indexes of what is still to come valid.
  let at = before.length
  let to = after.length
  for (const [oldIndex, newIndex] of [...commonEntries(before, after)].reverse()) {
    patchRange(array, oldIndex + 1, at, next.slice(newIndex + 1, to))
    const item = next[newIndex]
    if (item !== undefined && !patchInPlace(array.get(oldIndex), item)) {
      replaceRange(array, oldIndex, oldIndex + 1, [item])
    }
    at = oldIndex
    to = newIndex
  }
  patchRange(array, 0, at, next.slice(0, to))
}

/** True when `current` could be brought to `value` without replacing it. */
function patchInPlace(current: unknown, value: JsonValue): boolean {
  if (current instanceof Y.Text && typeof value === 'string') patchText(current, value)
  else if (current instanceof Y.Array && Array.isArray(value)) patchArray(current, value)
  else if (current instanceof Y.Map && isJsonObject(value)) patchMap(current, value)
  else return !(current instanceof Y.AbstractType) && isSameJson(current, value)
  return true
}

/** Between entries that stay. What is known by its name alone, and has got another one, is still the same. */
function patchRange(
  array: Y.Array<unknown>,
  from: number,
  to: number,
  items: readonly JsonValue[],
): void {
  const isRenamed =
    to - from === items.length &&
    items.every((item, index) => isNamed(item) && isNamed(fromShared(array.get(from + index))))
  if (!isRenamed) return replaceRange(array, from, to, items)
  items.forEach((item, index) => patchInPlace(array.get(from + index), item))
}

const isNamed = (item: JsonValue): boolean =>
  isJsonObject(item) && item['id'] === undefined && typeof item['name'] === 'string'

function replaceRange(
  array: Y.Array<unknown>,
  from: number,
  to: number,
  items: readonly JsonValue[],
): void {
  if (to > from) array.delete(from, to - from)
  if (items.length > 0)
    array.insert(
      from,
      items.map((item) => toShared(item, '')),
    )
}

/** What makes an entry of a list the same entry after an edit. */
export function identityOf(item: JsonValue): string {
  if (isJsonObject(item)) {
    const key = item['id'] ?? item['name']
    return typeof key === 'string' ? `key:${key}` : 'object'
  }
  return Array.isArray(item) ? 'array' : `value:${JSON.stringify(item)}`
}

/** Entries that can be kept: no `undefined`, and no key that would change an object's prototype when read. */
export const entriesOf = (value: JsonObject): [string, JsonValue][] =>
  Object.entries(value).filter(
    (entry): entry is [string, JsonValue] => entry[1] !== undefined && isSafeEntry(entry),
  )

const isSafeEntry = ([key]: readonly [string, unknown]): boolean => key !== '__proto__'

function plainJson(value: unknown): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (Array.isArray(value)) return value.map(plainJson)
  // A plain object written by another version of the editor; binary values and sub-documents are not plain.
  if (isPlainObject(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(isSafeEntry)
        .map(([key, item]: [string, unknown]) => [key, plainJson(item)]),
    )
  }
  return null
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function isSameJson(current: unknown, value: JsonValue): boolean {
  return (
    current === value ||
    (typeof value === 'object' && value !== null && typeof current === 'object'
      ? JSON.stringify(current) === JSON.stringify(value)
      : false)
  )
}
