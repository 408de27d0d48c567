import { treeKey } from '../bson/keys.ts'
import type { Collection } from '../storage/Collection.ts'
import type { CollectionIndex } from '../storage/CollectionIndex.ts'
import type { Database } from './Database.ts'
import { runDelete } from './statements.ts'

/** Keys deleted at a time. */
const GARBAGE_PORTION = 500

/** Deletes the keys of dropped collections and indexes, slice by slice. */
export async function collectGarbage(database: Database): Promise<void> {
  if (database.catalog.garbage.length > 0) await database.writeInSlices(deleteGarbage(database))
}

function* deleteGarbage({ store, catalog }: Database): Generator<unknown, void> {
  for (let garbage = catalog.garbage[0]; garbage; garbage = catalog.garbage[0]) {
    const { tree, id } = garbage
    const range = { from: treeKey(id), to: treeKey(id + 1), limit: GARBAGE_PORTION }
    for (let found = store.range(tree, range); found.length > 0; found = store.range(tree, range)) {
      for (const { key } of found) store.delete(tree, key)
      yield
    }
    catalog.forgetGarbage(garbage)
    yield
  }
}

/**
 * Deletes the documents whose time is over by a TTL index; returns how many. `now` in epoch milliseconds.
 * Documents without a date in the field stay; of several dates in an array the earliest counts.
 */
export async function deleteExpired(database: Database, now: number): Promise<number> {
  let deleted = 0
  for (const collection of database.catalog.all()) {
    for (const index of collection.indexes) {
      if (index.isReady && index.expireAfterSeconds !== null && index.fields.length === 1)
        deleted += await deleteExpiredIn(database, collection, index, now)
    }
  }
  return deleted
}

async function deleteExpiredIn(
  database: Database,
  { database: databaseName, name }: Collection,
  index: CollectionIndex,
  now: number,
): Promise<number> {
  const [field] = index.fields
  if (!field || index.expireAfterSeconds === null) return 0
  const latest = new Date(now - index.expireAfterSeconds * 1000)
  const expired = { [field.path]: { $lte: latest } }
  const filter = index.partialFilter ? { $and: [expired, index.partialFilter] } : expired
  const statement = { filter, isMulti: true, hint: index.name }
  const work = runDelete(database, { database: databaseName, name }, statement)
  return (await database.writeInSlices(work)).deleted
}
