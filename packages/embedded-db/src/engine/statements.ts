import { decode, encode } from '../bson/codec.ts'
import { isEqual } from '../bson/compare.ts'
import { recordKey } from '../bson/keys.ts'
import type { Doc } from '../bson/values.ts'
import { DatabaseError, failedToParse } from '../errors.ts'
import { compileFilter, type Variables } from '../query/filter.ts'
import type { Collection } from '../storage/Collection.ts'
import type { CollectionIndex } from '../storage/CollectionIndex.ts'
import { type CompiledUpdate, compileUpdate } from '../update/compileUpdate.ts'
import { upsertSeed } from '../update/upsertSeed.ts'
import type { Database } from './Database.ts'
import {
  beforeChange,
  insertDocument,
  removeDocument,
  replaceDocument,
  withIdFirst,
} from './documents.ts'
import { findRows } from './find.ts'
import type { Row } from './scan.ts'

/*
 * Single statements of the commands update, delete and findAndModify. They are generators: they yield where the
 * data is consistent, so that a long statement can be spread over several transactions
 * (see Database.writeInSlices). Like in MongoDB, a statement on many documents is not atomic.
 */

export interface Namespace {
  database: string
  name: string
}

export interface UpdateStatement {
  filter: Doc
  update: unknown
  isMulti?: boolean
  isUpsert?: boolean
  arrayFilters?: readonly unknown[] | undefined
  sort?: Doc | undefined
  hint?: unknown
  variables?: Variables | undefined
}

export interface UpdateOutcome {
  matched: number
  modified: number
  /** The `_id` of the inserted document; undefined when none was inserted. */
  upsertedId?: unknown
  /** The last document before and after the update. */
  before?: Buffer
  after?: Buffer
}

export function* runUpdate(
  database: Database,
  namespace: Namespace,
  statement: UpdateStatement,
): Generator<unknown, UpdateOutcome> {
  const { filter, isMulti } = statement
  const update = compileUpdate(statement.update, statement)
  if (isMulti && update.isReplacement)
    throw failedToParse('multi update is not supported for replacement-style update')
  const collection = database.catalog.get(namespace.database, namespace.name)
  const outcome: UpdateOutcome = { matched: 0, modified: 0 }
  if (collection) {
    for (const found of selectRows(database, collection, statement)) {
      for (const row of found) applyToRow(database, collection, row, update, outcome)
      yield
    }
  } else compileFilter(filter, statement.variables)
  if (outcome.matched > 0 || !statement.isUpsert) return outcome
  return insertUpsert(database, namespace, filter, update)
}

function applyToRow(
  database: Database,
  collection: Collection,
  { idKey, raw }: Row,
  update: CompiledUpdate,
  outcome: UpdateOutcome,
): void {
  const doc = decode(raw)
  const change = beforeChange(touchedIndexes(collection, update), doc, idKey)
  const changed = update.apply(doc)
  const next = encode(changed)
  outcome.matched++
  outcome.before = raw
  outcome.after = next
  if (next.equals(raw)) return
  replaceDocument(database, collection, change, changed, next)
  outcome.modified++
}

/** Indexes whose entries the update cannot change are left alone. */
function touchedIndexes(collection: Collection, { fields }: CompiledUpdate): CollectionIndex[] {
  return collection.indexes.filter(({ topFields }) => {
    if (!fields || !topFields) return true
    for (const field of fields) if (topFields.has(field)) return true
    return false
  })
}

function insertUpsert(
  database: Database,
  namespace: Namespace,
  filter: Doc,
  update: CompiledUpdate,
): UpdateOutcome {
  const seed = upsertSeed(filter)
  const seedId = seed._id
  const made = update.apply(seed, true)
  if (made._id === undefined && seedId !== undefined) made._id = seedId
  if (seedId !== undefined && !isEqual(seedId, made._id))
    throw new DatabaseError(
      66,
      'ImmutableField',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    )
  const doc = withIdFirst(made)
  const after = encode(doc)
  const collection = database.catalog.ensure(namespace.database, namespace.name)
  insertDocument(database, collection, after)
  return { matched: 0, modified: 0, upsertedId: doc._id, after }
}

export interface DeleteStatement {
  filter: Doc
  isMulti?: boolean
  sort?: Doc | undefined
  hint?: unknown
  variables?: Variables | undefined
}

export interface DeleteOutcome {
  deleted: number
  /** The last deleted document. */
  before?: Buffer
}

export function* runDelete(
  database: Database,
  namespace: Namespace,
  statement: DeleteStatement,
): Generator<unknown, DeleteOutcome> {
  const outcome: DeleteOutcome = { deleted: 0 }
  const collection = database.catalog.get(namespace.database, namespace.name)
  if (!collection) {
    compileFilter(statement.filter, statement.variables)
    return outcome
  }
  for (const found of selectRows(database, collection, statement)) {
    for (const row of found) {
      removeDocument(database, collection, row)
      outcome.deleted++
      outcome.before = row.raw
    }
    yield
  }
  return outcome
}

type Selection = Pick<UpdateStatement, 'filter' | 'sort' | 'hint' | 'variables' | 'isMulti'>

/** The rows to change, in portions that are changed at once. Empty portions only offer to pause. */
function selectRows(
  database: Database,
  collection: Collection,
  selection: Selection,
): Generator<Row[], void> {
  return selection.isMulti
    ? selectAll(database, collection, selection)
    : selectFirst(database, collection, selection)
}

/** A document that the statement itself moves ahead in the index that it reads is not met again. */
function* selectAll(
  database: Database,
  collection: Collection,
  selection: Selection,
): Generator<Row[], void> {
  const done = new Set<string>()
  for (const rows of findRows(database, collection, { ...selection, sort: undefined })) {
    yield rows.filter(({ idKey }) => {
      const text = idKey.toString('latin1')
      if (done.has(text)) return false
      done.add(text)
      return true
    })
  }
}

/** When sorting took several slices, the winner may have been changed since it was read: then all starts again. */
function* selectFirst(
  database: Database,
  collection: Collection,
  selection: Selection,
): Generator<Row[], void> {
  for (;;) {
    const version = database.version
    let first: Row | undefined
    for (const rows of findRows(database, collection, { ...selection, limit: 1 })) {
      first = rows[0]
      if (first) break
      yield rows
    }
    if (!first) return
    const isCurrent = () =>
      database.store.get('documents', recordKey(collection.id, first.idKey))?.equals(first.raw)
    if (database.version === version || isCurrent()) {
      yield [first]
      return
    }
  }
}
