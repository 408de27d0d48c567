import { decode } from '../bson/codec.ts'
import { recordKey, treeKey } from '../bson/keys.ts'
import { fullScan } from '../planner/planner.ts'
import type { Collection } from '../storage/Collection.ts'
import type { CollectionIndex } from '../storage/CollectionIndex.ts'
import type { Database } from './Database.ts'
import { indexEntries } from './indexEntries.ts'
import { type Portions, scan } from './scan.ts'

export interface CollectionReport {
  namespace: string
  documents: number
  keysPerIndex: Record<string, number>
  errors: string[]
}

export interface ValidationReport {
  isValid: boolean
  collections: CollectionReport[]
}

/** Enough to see what is wrong without filling the memory. */
const MAX_ERRORS = 100
const PORTION = 500

/** Checks every document against every index entry and back, while the database goes on. */
export async function validateDatabase(database: Database): Promise<ValidationReport> {
  const collections: CollectionReport[] = []
  for (const collection of database.catalog.all())
    collections.push(await validateCollection(database, collection))
  return { isValid: collections.every(({ errors }) => errors.length === 0), collections }
}

export async function validateCollection(
  database: Database,
  collection: Collection,
): Promise<CollectionReport> {
  const report: CollectionReport = {
    namespace: collection.namespace,
    documents: 0,
    keysPerIndex: {},
    errors: [],
  }
  const version = database.version
  const indexes = collection.indexes.filter((index) => index.isReady)
  await consume(database, checkDocuments(database, collection, indexes, report))
  for (const index of indexes)
    await consume(database, checkEntries(database, collection, index, report))
  if (version === database.version && report.documents !== collection.count)
    addError(
      report,
      `the catalog counts ${collection.count} documents, there are ${report.documents}`,
    )
  return report
}

async function consume(database: Database, portions: Portions<never>): Promise<void> {
  for await (const _ of database.readInSlices(portions));
}

function* checkDocuments(
  { store }: Database,
  collection: Collection,
  indexes: CollectionIndex[],
  report: CollectionReport,
): Portions<never> {
  for (const rows of scan(store, collection, fullScan(collection))) {
    for (const { idKey, raw } of rows) {
      report.documents++
      const doc = decode(raw)
      for (const index of indexes) {
        for (const { key } of indexEntries(index, doc, idKey).entries) {
          if (!store.get('entries', key)?.equals(idKey))
            addError(
              report,
              `index ${index.name} misses the document with the key ${idKey.toString('hex')}`,
            )
        }
      }
    }
    yield []
  }
}

function* checkEntries(
  { store }: Database,
  collection: Collection,
  index: CollectionIndex,
  report: CollectionReport,
): Portions<never> {
  let from = treeKey(index.id)
  const to = treeKey(index.id + 1)
  let keys = 0
  for (;;) {
    const found = store.range('entries', { from, to, limit: PORTION })
    for (const { key, value } of found) {
      keys++
      const raw = store.get('documents', recordKey(collection.id, value))
      const isRight =
        raw &&
        indexEntries(index, decode(raw), value).entries.some((entry) => entry.key.equals(key))
      if (!isRight)
        addError(
          report,
          `index ${index.name} has an entry that fits no document: ${key.toString('hex')}`,
        )
    }
    report.keysPerIndex[index.name] = keys
    yield []
    const last = found.at(-1)
    if (!last || found.length < PORTION) return
    from = Buffer.concat([last.key, Buffer.from([0])])
  }
}

function addError(report: CollectionReport, message: string): void {
  if (report.errors.length < MAX_ERRORS) report.errors.push(message)
}
