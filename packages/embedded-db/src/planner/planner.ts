import { compare, isEqual } from '../bson/compare.ts'
import {
  afterKey,
  encodeId,
  ID_PREFIX_BYTES,
  MAX_ENTRY_BYTES,
  recordKey,
  treeKey,
} from '../bson/keys.ts'
import { type Doc, isDoc, toNumber } from '../bson/values.ts'
import { badValue } from '../errors.ts'
import type { Collection } from '../storage/Collection.ts'
import type { CollectionIndex } from '../storage/CollectionIndex.ts'
import { type Bounds, boundsOf, MAX_POINTS } from './bounds.ts'
import { analyseFilter, type Conditions } from './conditions.ts'
import { impliesPartialFilter } from './partialFilter.ts'
import { type KeyRange, type Plan, USEFUL_SCORE } from './plan.ts'
import { keyRanges } from './ranges.ts'

export interface PlanRequest {
  filter: Doc
  sort?: Doc | undefined
  /** The name or key of the index to use, or `{ $natural: ±1 }` for a scan of the collection. */
  hint?: unknown
}

export interface SortField {
  path: string
  direction: 1 | -1
}

/** Chooses how to find the documents of a query. The plan may find too many: the filter has the last word. */
export function planQuery(collection: Collection, { filter, sort, hint }: PlanRequest): Plan {
  const conditions = analyseFilter(filter)
  const sortFields = parseSort(sort)
  const natural = naturalDirection(sort) ?? (isDoc(hint) ? naturalDirection(hint) : null)
  if (natural !== null)
    return { ...fullScan(collection, natural < 0), isSorted: sortFields.length === 0 }
  const hinted = hintedIndex(collection, hint)
  if (hinted)
    return (
      planWithIndex(hinted, conditions, sortFields) ?? wholeIndex(hinted, conditions, sortFields)
    )
  const byId = planById(collection, conditions, sortFields)
  if (byId.stage === 'IDHACK' || hinted === null) return byId
  let best = byId
  for (const index of collection.indexes) {
    const plan = index.isReady && !index.isHidden && planWithIndex(index, conditions, sortFields)
    if (plan && plan.score > best.score) best = plan
  }
  if (best.score >= USEFUL_SCORE) return best
  return planAlternatives(collection, conditions, sortFields) ?? best
}

/** Reads the whole collection in `_id` order. */
export function fullScan(collection: Collection, isReverse = false): Plan {
  return {
    tree: 'documents',
    index: null,
    ranges: [{ from: treeKey(collection.id), to: treeKey(collection.id + 1) }],
    isReverse,
    isSorted: true,
    isExact: false,
    score: 0,
    stage: 'COLLSCAN',
  }
}

/** The sort as a list, without `$natural`. @throws {DatabaseError} for directions other than 1 and -1. */
export function parseSort(sort: Doc | undefined): SortField[] {
  return Object.entries(sort ?? {})
    .filter(([path]) => path !== '$natural')
    .map(([path, direction]) => {
      const number = toNumber(direction)
      if (number !== 1 && number !== -1)
        throw badValue(`$sort key ordering must be 1 (for ascending) or -1 (for descending)`)
      return { path, direction: number }
    })
}

function naturalDirection(definition: Doc | undefined): number | null {
  return definition && '$natural' in definition ? toNumber(definition.$natural) : null
}

/** Undefined without a hint, null when the hint is the `_id` index. */
function hintedIndex(collection: Collection, hint: unknown): CollectionIndex | null | undefined {
  if (hint === undefined || hint === null || hint === '') return undefined
  if (isDoc(hint) && Object.keys(hint).length === 0) return undefined
  if (hint === '_id_' || isEqual(hint, { _id: 1 })) return null
  const index = collection.indexes.find(
    (candidate) =>
      candidate.isReady && (isDoc(hint) ? candidate.hasKey(hint) : candidate.name === hint),
  )
  if (index) return index
  throw badValue(
    'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
  )
}

/** The collection is itself ordered by `_id`: equality is one look-up, ranges and sorts read it in order. */
function planById(collection: Collection, conditions: Conditions, sort: SortField[]): Plan {
  const bounds = boundsOf(conditions.byPath.get('_id'), false)
  const isOnlyCondition = conditions.byPath.size === (bounds ? 1 : 0) && !conditions.hasRest
  const sortsById = sort.length > 0 && sort[0]?.path === '_id'
  const isReverse = sortsById && sort[0]?.direction === -1
  const shared = { tree: 'documents', index: null, isReverse } as const
  if (bounds?.type === 'points') {
    const ranges = bounds.values.map((value) =>
      singleKey(recordKey(collection.id, encodeId(value))),
    )
    return {
      ...shared,
      ranges: sortRanges(ranges),
      isSorted: sort.length === 0 || sortsById || ranges.length < 2,
      isExact: bounds.isExact && isOnlyCondition,
      score: 2000,
      stage: 'IDHACK',
    }
  }
  const isSorted = sort.length === 0 || sortsById
  if (!bounds)
    return {
      ...fullScan(collection, isReverse),
      isSorted,
      isExact: isOnlyCondition,
      score: sortsById ? 60 : 0,
    }
  return {
    ...shared,
    ranges: keyRanges(
      { id: collection.id, directions: [1], maxKeyBytes: ID_PREFIX_BYTES },
      [],
      bounds,
    ),
    isSorted,
    // A long _id is stored as a hash, which only equality finds.
    isExact: false,
    score: USEFUL_SCORE + (sortsById ? 60 : 0),
    stage: 'IXSCAN',
  }
}

const singleKey = (key: Buffer): KeyRange => ({ from: key, to: afterKey(key) })

function sortRanges(ranges: KeyRange[]): KeyRange[] {
  ranges.sort((a, b) => Buffer.compare(a.from, b.from))
  return ranges.filter((range, i) => i === 0 || !ranges[i - 1]?.from.equals(range.from))
}

interface Prefix {
  /** Values of the leading fields that the query fixes, one list per field. */
  points: unknown[][]
  pointCount: number
  /** Bounds of the field behind them. */
  range: Bounds | null
  isExact: boolean
}

/** Null when the index is of no use for the query. */
function planWithIndex(
  index: CollectionIndex,
  conditions: Conditions,
  sort: SortField[],
): Plan | null {
  if (index.partialFilter && !impliesPartialFilter(conditions, index.partialFilter)) return null
  const prefix = matchPrefix(index, conditions)
  if (index.isSparse && !hasConditionOnExistingField(index, conditions)) return null
  const order = sortOrder(index, prefix, sort)
  const fixedFields = prefix.points.length
  if (fixedFields === 0 && !prefix.range && !(order && sort.length > 0)) return null
  const tree = { id: index.id, directions: index.directions, maxKeyBytes: MAX_ENTRY_BYTES }
  const usedFields = fixedFields + (prefix.range ? 1 : 0)
  const findsOne = index.isUnique && fixedFields === index.fields.length && prefix.pointCount === 1
  return {
    tree: 'entries',
    index,
    ranges: sortRanges(
      combinations(prefix.points).flatMap((values) => keyRanges(tree, values, prefix.range)),
    ),
    isReverse: order === 'backward',
    isSorted: sort.length === 0 || order !== null,
    isExact:
      prefix.isExact &&
      !index.isMultikey &&
      !index.isTruncated &&
      !conditions.hasRest &&
      conditions.byPath.size === usedFields,
    score:
      (findsOne ? 1000 : 0) +
      fixedFields * 100 +
      rangeScore(prefix.range) +
      (order && sort.length > 0 ? 60 : 0) -
      Math.min(prefix.pointCount - 1, 50) * 0.5 -
      (index.isMultikey ? 1 : 0) -
      index.fields.length * 0.01,
    stage: 'IXSCAN',
  }
}

function rangeScore(range: Bounds | null): number {
  if (!range) return 0
  return range.type === 'interval' && range.low && range.high ? 50 : USEFUL_SCORE
}

function matchPrefix(index: CollectionIndex, { byPath }: Conditions): Prefix {
  const prefix: Prefix = { points: [], pointCount: 1, range: null, isExact: true }
  for (const { path } of index.fields) {
    const bounds = boundsOf(byPath.get(path), index.isMultikey)
    if (!bounds) break
    if (bounds.type === 'points') {
      if (prefix.pointCount * bounds.values.length > MAX_POINTS) break
      prefix.pointCount *= bounds.values.length
      prefix.points.push(distinct(bounds.values))
      prefix.isExact &&= bounds.isExact
    } else {
      prefix.range = bounds
      prefix.isExact &&= bounds.isExact
      break
    }
  }
  return prefix
}

function distinct(values: unknown[]): unknown[] {
  if (values.length === 1) return values
  const sorted = [...values].sort(compare)
  return sorted.filter((value, i) => i === 0 || !isEqual(value, sorted[i - 1]))
}

/** Documents without any of the fields are not in a sparse index, so the query must exclude them. */
function hasConditionOnExistingField(index: CollectionIndex, { byPath }: Conditions): boolean {
  return index.fields.some(({ path }) =>
    byPath.get(path)?.some(({ operator, argument }) => {
      if (operator === '$exists') return Boolean(argument)
      if (operator === '$in')
        return (
          Array.isArray(argument) &&
          argument.every((value) => value !== null && value !== undefined)
        )
      const needsValue = ['$eq', '$gt', '$gte', '$lt', '$lte'].includes(operator)
      return needsValue && argument !== null && argument !== undefined
    }),
  )
}

/**
 * Which way to read the index so that documents come sorted, or null. Fields fixed to one value may be anywhere
 * in the sort; the others must follow in the index's order, all in its directions or all against them. Every
 * entry ends with the `_id`, ascending.
 */
function sortOrder(
  index: CollectionIndex,
  prefix: Prefix,
  sort: SortField[],
): 'forward' | 'backward' | null {
  if (sort.length === 0) return 'forward'
  if (index.isMultikey || index.isTruncated || index.isSparse || prefix.pointCount > 1) return null
  const fixed = new Set(index.fields.slice(0, prefix.points.length).map((field) => field.path))
  const following = [...index.fields.slice(prefix.points.length), { path: '_id', direction: 1 }]
  let order: number | null = null
  let next = 0
  for (const { path, direction } of sort) {
    if (fixed.has(path)) continue
    const field = following[next++]
    if (field?.path !== path) return null
    const relative = field.direction * direction
    if (order !== null && relative !== order) return null
    order = relative
    if (path === '_id') break
  }
  return order === -1 ? 'backward' : 'forward'
}

function combinations(lists: unknown[][]): unknown[][] {
  let all: unknown[][] = [[]]
  for (const list of lists) all = all.flatMap((start) => list.map((value) => [...start, value]))
  return all
}

/** A hint for an index that the query does not narrow: read all of it. */
function wholeIndex(index: CollectionIndex, conditions: Conditions, sort: SortField[]): Plan {
  if (index.partialFilter && !impliesPartialFilter(conditions, index.partialFilter))
    throw badValue(
      `The hinted partial index ${index.name} does not hold all documents of this query`,
    )
  return {
    tree: 'entries',
    index,
    ranges: [{ from: treeKey(index.id), to: treeKey(index.id + 1) }],
    isReverse: false,
    isSorted: sort.length === 0,
    isExact: false,
    score: USEFUL_SCORE,
    stage: 'IXSCAN',
  }
}

/** When every branch of an `$or` has an index, the union of the branches. */
function planAlternatives(
  collection: Collection,
  { alternatives }: Conditions,
  sort: SortField[],
): Plan | null {
  for (const branchFilters of alternatives) {
    const branches = branchFilters.map((filter) => planQuery(collection, { filter }))
    if (branches.length > 0 && branches.every((branch) => branch.score >= USEFUL_SCORE)) {
      const isSorted = sort.length === 0
      return { ...fullScan(collection), isSorted, branches, score: USEFUL_SCORE, stage: 'OR' }
    }
  }
  return null
}
