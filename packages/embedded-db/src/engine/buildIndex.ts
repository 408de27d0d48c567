import { decode } from '../bson/codec.ts'
import { isEqual } from '../bson/compare.ts'
import { describeValue } from '../bson/describe.ts'
import type { Doc } from '../bson/values.ts'
import { DatabaseError } from '../errors.ts'
import { fullScan } from '../planner/planner.ts'
import type { Collection } from '../storage/Collection.ts'
import { CollectionIndex } from '../storage/CollectionIndex.ts'
import type { Database } from './Database.ts'
import { checkUnique, noteIndexTraits } from './documents.ts'
import { indexEntries } from './indexEntries.ts'
import { scan } from './scan.ts'

/**
 * Creates an index while others read and write: it is kept up from the start, filled slice by slice, and used by
 * the planner when it is complete. Returns false when the same index exists already, which is cheap.
 * @throws {DatabaseError} when another index has the name or the key, or when a unique index finds duplicates.
 */
export async function createIndex(
  database: Database,
  collection: Collection,
  definition: Doc,
): Promise<boolean> {
  const { catalog } = database
  if (isIdIndex(definition) || hasSameIndex(collection, definition)) return false
  const index = await database.write(() => {
    if (hasSameIndex(collection, definition)) return null
    const made = new CollectionIndex(catalog.newId(), definition)
    collection.indexes.push(made)
    catalog.save(collection)
    return made
  })
  if (!index) return false
  try {
    await database.writeInSlices(fillIndex(database, collection, index))
    await database.write(() => {
      index.state = 'built'
      if (!collection.isDropped) catalog.save(collection)
    })
    database.store.refresh()
    index.state = 'ready'
    return true
  } catch (error) {
    await dropIndex(database, collection, index)
    throw error
  }
}

/** Forgets an index at once; its entries are deleted later. */
export async function dropIndex(
  database: Database,
  collection: Collection,
  index: CollectionIndex,
): Promise<void> {
  await database.write(() => {
    if (collection.indexes.includes(index)) database.catalog.dropIndex(collection, index)
  })
}

const isIdIndex = ({ name, key }: Doc) => name === '_id_' || isEqual(key, { _id: 1 })

function* fillIndex(
  database: Database,
  collection: Collection,
  index: CollectionIndex,
): Generator<unknown, void> {
  for (const rows of scan(database.store, collection, fullScan(collection))) {
    const found: { key: Buffer; idKey: Buffer }[] = []
    for (const { idKey, raw } of rows) {
      const doc = decode(raw, index.topFields ?? undefined)
      const made = indexEntries(index, doc, idKey)
      noteIndexTraits(database, collection, index, made)
      if (index.isUnique) checkUnique(database, collection, index, made, idKey, doc)
      for (const { key } of made.entries) {
        if (index.isUnique) database.store.put('entries', key, idKey)
        else found.push({ key, idKey })
      }
    }
    // In key order, neighbours land on the same page.
    found.sort((a, b) => Buffer.compare(a.key, b.key))
    for (const { key, idKey } of found) database.store.put('entries', key, idKey)
    yield
  }
}

function hasSameIndex(collection: Collection, definition: Doc): boolean {
  const wanted = new CollectionIndex(0, definition)
  for (const index of collection.indexes) {
    const hasSameKey = index.hasKey(wanted.key)
    if (index.name === wanted.name) {
      if (hasSameKey && index.hasSameOptions(wanted)) return true
      const requested = `Requested index: ${describe(wanted)}, existing index: ${describe(index)}`
      throw hasSameKey
        ? new DatabaseError(
            85,
            'IndexOptionsConflict',
            `An equivalent index already exists with the same name but different options. ${requested}`,
          )
        : new DatabaseError(
            86,
            'IndexKeySpecsConflict',
            `An existing index has the same name as the requested index. ${requested}`,
          )
    }
    if (hasSameKey && hasSamePartialFilter(index, wanted))
      throw new DatabaseError(
        85,
        'IndexOptionsConflict',
        `Index already exists with a different name: ${index.name}`,
      )
  }
  return false
}

const describe = (index: CollectionIndex) => describeValue(index.toDocument())

const hasSamePartialFilter = (a: CollectionIndex, b: CollectionIndex) =>
  isEqual(a.partialFilter, b.partialFilter)
