import { isJsonObject, type JsonValue } from '../json.ts'
import type { Draft } from './draft.ts'

/**
 * What `after` makes of `before`, made of `current` instead: somebody changed a copy while others went on. Nodes and edges
 * that `after` leaves as they were stay as they are now, and so does what others have added or removed. Where both have
 * changed one thing, `after` has it.
 */
export function mergeDrafts(before: Draft, after: Draft, current: Draft): Draft {
  const { variables, settings } = after
  return {
    nodes: mergeItems(before.nodes, after.nodes, current.nodes),
    edges: mergeItems(before.edges, after.edges, current.edges),
    variables: isSame(before.variables, variables) ? current.variables : variables,
    settings: isSame(before.settings, settings) ? current.settings : settings,
  }
}

interface Item {
  readonly id: string
}

function mergeItems<Kind extends Item>(
  before: readonly Kind[],
  after: readonly Kind[],
  current: readonly Kind[],
): readonly Kind[] {
  const old = byId(before)
  const now = byId(current)
  const kept = after.flatMap((item) => {
    const isUntouched = old.has(item.id) && isSame(old.get(item.id), item)
    if (!isUntouched) return [item]
    const there = now.get(item.id)
    return there ? [there] : []
  })
  const wanted = byId(after)
  return [...kept, ...current.filter(({ id }) => !old.has(id) && !wanted.has(id))]
}

const byId = <Kind extends Item>(items: readonly Kind[]): ReadonlyMap<string, Kind> =>
  new Map(items.map((item) => [item.id, item]))

/** Whether two values are the same JSON; what is undefined is not there. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => isSame(item, b[at]))
  }
  // Nodes and edges are objects of JSON like all that is in them.
  if (!isJsonObject(a as JsonValue) || !isJsonObject(b as JsonValue)) return false
  const [left, right] = [entriesOf(a as object), entriesOf(b as object)]
  return left.size === right.size && [...left].every(([key, item]) => isSame(item, right.get(key)))
}

const entriesOf = (value: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(value).filter(([, item]) => item !== undefined))
