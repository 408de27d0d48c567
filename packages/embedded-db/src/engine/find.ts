import { decode, encode } from '../bson/codec.ts'
import { compare } from '../bson/compare.ts'
import { partsOf, sortValue, topField } from '../bson/paths.ts'
import type { Doc } from '../bson/values.ts'
import { memoryExceeded } from '../errors.ts'
import { type PlanRequest, parseSort, planQuery, type SortField } from '../planner/planner.ts'
import { fieldsOfFilter } from '../query/fields.ts'
import { compileFilter, type Predicate, type Variables } from '../query/filter.ts'
import { compileProjection } from '../query/projection.ts'
import type { Collection } from '../storage/Collection.ts'
import type { Database } from './Database.ts'
import { type Portions, type Row, scan } from './scan.ts'

export interface Query extends PlanRequest {
  skip?: number
  /** 0 or undefined for no limit. */
  limit?: number
  variables?: Variables | undefined
  /** Further conditions that the planner may use but that the filter implies anyway. */
  planningHints?: Doc | undefined
}

/** The documents of a query, in order. */
export function* findRows(database: Database, collection: Collection, query: Query): Portions<Row> {
  const { filter, sort, hint, variables, planningHints } = query
  const limit = query.limit || Number.POSITIVE_INFINITY
  const planned = planningHints ? { $and: [filter, planningHints] } : filter
  const plan = planQuery(collection, { filter: planned, sort, hint })
  const matches = plan.isExact && !planningHints ? null : rowPredicate(filter, variables)
  let skip = query.skip ?? 0
  if (!plan.isSorted) {
    const rows = filterRows(scan(database.store, collection, plan), matches)
    yield* sortRows(rows, parseSort(sort), { skip, limit, database })
    return
  }
  let left = limit
  for (const portion of filterRows(scan(database.store, collection, plan), matches)) {
    let rows = portion
    if (skip > 0) {
      const skipped = Math.min(skip, rows.length)
      skip -= skipped
      rows = rows.slice(skipped)
    }
    if (rows.length > left) rows = rows.slice(0, left)
    yield rows
    left -= rows.length
    if (left <= 0) return
  }
}

/** The documents of a query as BSON, after its projection. */
export function* findDocuments(
  database: Database,
  collection: Collection,
  query: Query & { projection?: unknown },
): Portions<Buffer> {
  const { filter, variables } = query
  const project = compileProjection(query.projection, { filter, variables })
  for (const rows of findRows(database, collection, query)) {
    yield rows.map(({ raw }) => (project ? encode(project(decode(raw))) : raw))
  }
}

/** Counts the documents of a query; portions are empty and only offer to pause. */
export function* countRows(
  database: Database,
  collection: Collection,
  query: Query,
): Generator<[], number> {
  const { skip = 0, limit = 0 } = query
  const within = (count: number) => {
    const left = Math.max(0, count - skip)
    return limit ? Math.min(left, limit) : left
  }
  if (Object.keys(query.filter).length === 0) return within(collection.count)
  const plan = planQuery(collection, { filter: query.filter, hint: query.hint })
  if (plan.isExact && !plan.branches) {
    let count = 0
    for (const { from, to } of plan.ranges) count += database.store.count(plan.tree, from, to)
    return within(count)
  }
  let count = 0
  const unordered = { ...query, sort: undefined, skip: 0, limit: limit ? limit + skip : 0 }
  for (const rows of findRows(database, collection, unordered)) {
    count += rows.length
    yield []
  }
  return within(count)
}

type RowPredicate = (row: Row) => boolean

/** Decodes only the fields that the filter looks at. */
function rowPredicate(filter: Doc, variables: Variables | undefined): RowPredicate | null {
  if (Object.keys(filter).length === 0) return null
  const predicate: Predicate = compileFilter(filter, variables)
  const fields = fieldsOfFilter(filter) ?? undefined
  return ({ raw }) => predicate(decode(raw, fields))
}

function* filterRows(portions: Portions<Row>, matches: RowPredicate | null): Portions<Row> {
  for (const rows of portions) yield matches ? rows.filter(matches) : rows
}

interface SortLimits {
  skip: number
  limit: number
  database: Database
}

interface SortableRow {
  row: Row
  values: unknown[]
}

/** Sorts in memory, keeping only as many rows as the limit needs. */
function* sortRows(
  portions: Portions<Row>,
  sort: SortField[],
  { skip, limit, database }: SortLimits,
): Portions<Row> {
  const order = sort.map(({ path, direction }) => ({ parts: partsOf(path), direction }))
  const fields = new Set(sort.map(({ path }) => topField(path)))
  const wanted = skip + limit
  let kept: SortableRow[] = []
  let bytes = 0
  const inOrder = (a: SortableRow, b: SortableRow) => {
    for (const [i, { direction }] of order.entries()) {
      const difference = compare(a.values[i], b.values[i])
      if (difference !== 0) return difference * direction
    }
    return 0
  }
  for (const rows of portions) {
    for (const row of rows) {
      const doc = decode(row.raw, fields)
      const values = order.map(({ parts, direction }) => sortValue(doc, parts, direction))
      kept.push({ row, values })
      bytes += row.raw.length
    }
    const isTooMuch = bytes > database.memoryLimitBytes && kept.length > wanted
    if (isTooMuch || kept.length > wanted * 2 + 1000) {
      kept = kept.sort(inOrder).slice(0, wanted)
      bytes = kept.reduce((sum, { row }) => sum + row.raw.length, 0)
    }
    if (bytes > database.memoryLimitBytes) throw memoryExceeded('Sort', database.memoryLimitBytes)
    yield []
  }
  kept.sort(inOrder)
  yield kept.slice(skip, wanted).map(({ row }) => row)
}
