import * as Y from 'yjs'
import { isJsonObject, type JsonValue } from '../json.ts'
import type { JsonObject } from './draft.ts'
import { entriesOf, fromShared, identityOf, patchKey } from './values.ts'

/**
 * Lists that a flow has none of at first. When two people begin such a list in the same moment, each makes one, and only one
 * of the two stays. So each item is an entry of its own in the map of the settings, `<list> <item>` → Y.Map { item, order },
 * as translations are in that of a node. A list that an earlier version has begun is a Y.Array, in which items merge, too.
 */
const LISTS = ['languages', 'tests'] as const

/** The settings as plain JSON. */
export function readSettings(settings: Y.Map<unknown>): JsonObject {
  const plain = fromShared(settings)
  if (!isJsonObject(plain)) return {}
  const read: Record<string, JsonValue> = Object.fromEntries(
    entriesOf(plain).filter(([key]) => listOf(key) === null),
  )
  for (const list of LISTS) {
    const items = itemsOf(settings, list)
    if (items.length === 0) continue
    const base = plain[list]
    const before: readonly JsonValue[] = Array.isArray(base) ? base : []
    const known = new Set(before.map(identityOf))
    read[list] = [...before, ...items.filter((item) => !known.has(identityOf(item)))]
  }
  return read
}

/** Makes the settings hold exactly `next`, touching only what differs. To be called in a transaction. */
export function patchSettings(settings: Y.Map<unknown>, next: JsonObject): void {
  for (const key of settings.keys()) {
    if (!Object.hasOwn(next, listOf(key) ?? key)) settings.delete(key)
  }
  for (const [key, value] of entriesOf(next)) {
    if (isKeptByItem(settings.get(key), key, value)) patchList(settings, key, value)
    else {
      for (const each of entryKeys(settings, key)) settings.delete(each)
      patchKey(settings, key, value)
    }
  }
}

function isKeptByItem(
  current: unknown,
  key: string,
  value: JsonValue,
): value is readonly JsonValue[] {
  if (!isList(key) || !Array.isArray(value) || current instanceof Y.Array) return false
  const items: readonly JsonValue[] = value
  // Items that cannot be told apart cannot have entries of their own. No such list can be published.
  const names = items.map(identityOf)
  return names.every((name) => name.includes(':')) && new Set(names).size === names.length
}

function patchList(settings: Y.Map<unknown>, list: string, items: readonly JsonValue[]): void {
  const wanted = new Set(items.map((item) => entryKey(list, item)))
  for (const key of entryKeys(settings, list)) {
    if (!wanted.has(key)) settings.delete(key)
  }
  // An empty list is something else than none.
  if (items.length > 0) settings.delete(list)
  else if (!settings.has(list)) settings.set(list, [])
  let last = 0
  for (const item of items) {
    const key = entryKey(list, item)
    const current = settings.get(key)
    const entry = current instanceof Y.Map ? current : new Y.Map<unknown>()
    if (entry !== current) settings.set(key, entry)
    const order = orderOf(current)
    last = order !== null && order > last ? order : last + 1
    patchKey(entry, 'item', item)
    patchKey(entry, 'order', last)
  }
}

function itemsOf(settings: Y.Map<unknown>, list: string): readonly JsonValue[] {
  return entryKeys(settings, list)
    .flatMap((key) => {
      const entry = settings.get(key)
      if (!(entry instanceof Y.Map) || !entry.has('item')) return []
      return [{ key, order: orderOf(entry) ?? 0, item: fromShared(entry.get('item')) }]
    })
    .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1))
    .map(({ item }) => item)
}

const isList = (key: string): boolean => LISTS.some((list) => list === key)

const entryKey = (list: string, item: JsonValue): string => `${list} ${identityOf(item)}`

const entryKeys = (settings: Y.Map<unknown>, list: string): readonly string[] =>
  [...settings.keys()].filter((key) => listOf(key) === list)

/** Which list an entry belongs to; null for what is no entry of a list. */
function listOf(key: string): string | null {
  const [list = '', ...rest] = key.split(' ')
  return rest.length > 0 && isList(list) ? list : null
}

function orderOf(entry: unknown): number | null {
  if (!(entry instanceof Y.Map)) return null
  const order: unknown = entry.get('order')
  return typeof order === 'number' && Number.isFinite(order) ? order : null
}
