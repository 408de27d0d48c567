import { afterKey, recordKey, TREE_ID_BYTES } from '../bson/keys.ts'
import type { KeyRange, Plan } from '../planner/plan.ts'
import type { Collection } from '../storage/Collection.ts'
import type { Store } from '../storage/Store.ts'

/** A stored document. */
export interface Row {
  /** The encoded `_id`. */
  idKey: Buffer
  raw: Buffer
}

/**
 * Results in portions. Between two portions the caller may let others work: portions may be empty, just to offer
 * that moment. A scan holds no snapshot; it goes on behind the last key that it has read.
 */
export type Portions<T> = Generator<T[], void>

const FIRST_PORTION = 32
const LARGEST_PORTION = 512

/** Reads the documents that a plan finds. Each comes once, even when several entries or branches lead to it. */
export function* scan(
  store: Store,
  collection: Collection,
  plan: Plan,
  seen: Set<string> | null = needsDeduplication(plan) ? new Set() : null,
): Portions<Row> {
  if (plan.branches) {
    for (const branch of plan.branches) yield* scan(store, collection, branch, seen)
    return
  }
  const isLookUp = plan.stage === 'IDHACK'
  const ranges = plan.isReverse ? plan.ranges.toReversed() : plan.ranges
  if (isLookUp) yield* lookUp(store, ranges, seen)
  else for (const range of ranges) yield* scanRange(store, collection, plan, range, seen)
}

const needsDeduplication = (plan: Plan) => Boolean(plan.index?.isMultikey || plan.branches)

/** Single documents by `_id`. */
function* lookUp(store: Store, ranges: KeyRange[], seen: Set<string> | null): Portions<Row> {
  for (let start = 0; start < ranges.length; start += LARGEST_PORTION) {
    const rows: Row[] = []
    for (const { from } of ranges.slice(start, start + LARGEST_PORTION)) {
      const raw = store.get('documents', from)
      const idKey = from.subarray(TREE_ID_BYTES)
      if (raw && isNew(idKey, seen)) rows.push({ idKey, raw })
    }
    yield rows
  }
}

function* scanRange(
  store: Store,
  collection: Collection,
  plan: Plan,
  range: KeyRange,
  seen: Set<string> | null,
): Portions<Row> {
  let { from, to } = range
  let limit = FIRST_PORTION
  while (!collection.isDropped) {
    const found = store.range(plan.tree, { from, to, reverse: plan.isReverse, limit })
    const rows: Row[] = []
    for (const { key, value } of found) {
      if (plan.tree === 'documents') {
        const idKey = key.subarray(TREE_ID_BYTES)
        if (isNew(idKey, seen)) rows.push({ idKey, raw: value })
      } else if (isNew(value, seen)) {
        const raw = store.get('documents', recordKey(collection.id, value))
        if (raw) rows.push({ idKey: value, raw })
      }
    }
    yield rows
    const last = found.at(-1)
    if (!last || found.length < limit) return
    if (plan.isReverse) to = last.key
    else from = afterKey(last.key)
    limit = Math.min(limit * 2, LARGEST_PORTION)
  }
}

function isNew(idKey: Buffer, seen: Set<string> | null): boolean {
  if (!seen) return true
  const text = idKey.toString('latin1')
  if (seen.has(text)) return false
  seen.add(text)
  return true
}
