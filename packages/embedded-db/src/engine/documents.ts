import { BSONRegExp, ObjectId } from 'bson'
import { decode, encode } from '../bson/codec.ts'
import { isEqual } from '../bson/compare.ts'
import { describeValue } from '../bson/describe.ts'
import { afterPrefix, EMPTY_ARRAY, encodeId, recordKey } from '../bson/keys.ts'
import { valueAt } from '../bson/paths.ts'
import { type Doc, isDoc } from '../bson/values.ts'
import { badValue, DatabaseError } from '../errors.ts'
import type { Collection } from '../storage/Collection.ts'
import type { CollectionIndex } from '../storage/CollectionIndex.ts'
import type { Database } from './Database.ts'
import { type EntriesOfDocument, type IndexEntry, indexEntries } from './indexEntries.ts'
import type { Row } from './scan.ts'

/*
 * Changes of single documents with their index entries. All must be called inside a write, and all check
 * everything before the first put, so an error never leaves half a document behind.
 */

/** MongoDB's limit, and a little room for what an update adds. https://www.mongodb.com/docs/manual/reference/limits/ */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024
const MAX_STORED_BYTES = MAX_DOCUMENT_BYTES + 16 * 1024

/** Stores a new document as the bytes that came, except that a missing `_id` is added in front. */
export function insertDocument(database: Database, collection: Collection, raw: Buffer): void {
  const doc = decode(raw)
  if (Object.keys(doc)[0] === '_id') putNew(database, collection, doc, raw)
  else {
    const complete = withIdFirst(doc)
    putNew(database, collection, complete, encode(complete))
  }
}

/** The document with `_id` as its first field, made up when missing. */
export function withIdFirst(doc: Doc): Doc {
  const { _id = new ObjectId(), ...rest } = doc
  return { _id, ...rest }
}

function putNew(database: Database, collection: Collection, doc: Doc, raw: Buffer): void {
  const { store, catalog } = database
  checkId(doc._id)
  checkSize(raw)
  const idKey = encodeId(doc._id)
  const key = recordKey(collection.id, idKey)
  if (store.get('documents', key)) throw duplicateKey(collection, '_id_', { _id: 1 }, [doc._id])
  const added = collection.indexes.map((index) => {
    const made = indexEntries(index, doc, idKey)
    if (index.isUnique) checkUnique(database, collection, index, made, idKey, doc)
    return made
  })
  store.put('documents', key, raw)
  for (const [i, { entries, isMultikey, isTruncated }] of added.entries()) {
    for (const entry of entries) store.put('entries', entry.key, idKey)
    const index = collection.indexes[i]
    if (index) noteIndexTraits(database, collection, index, { isMultikey, isTruncated })
  }
  catalog.addToCount(collection, 1)
  database.version++
}

export function removeDocument(database: Database, collection: Collection, row: Row): void {
  const { store, catalog } = database
  const doc = decode(row.raw)
  for (const index of collection.indexes) {
    for (const entry of indexEntries(index, doc, row.idKey).entries)
      store.delete('entries', entry.key)
  }
  store.delete('documents', recordKey(collection.id, row.idKey))
  catalog.addToCount(collection, -1)
  database.version++
}

/** A document that an update has read and is about to change. */
export interface ChangingDocument {
  idKey: Buffer
  /** The indexes that the change may touch, with their entries from before it. */
  before: { index: CollectionIndex; entries: IndexEntry[] }[]
}

/** Takes down what must be known of a document before it is changed in place. */
export function beforeChange(
  indexes: readonly CollectionIndex[],
  doc: Doc,
  idKey: Buffer,
): ChangingDocument {
  const before = indexes.map((index) => ({
    index,
    entries: indexEntries(index, doc, idKey).entries,
  }))
  return { idKey, before }
}

/** Stores the new version of a document; its `_id` must be the same. */
export function replaceDocument(
  database: Database,
  collection: Collection,
  { idKey, before }: ChangingDocument,
  doc: Doc,
  raw: Buffer,
): void {
  const { store } = database
  checkSize(raw)
  const removed: Buffer[] = []
  const added: Buffer[] = []
  for (const { index, entries: old } of before) {
    const made = indexEntries(index, doc, idKey)
    const fresh = made.entries.filter((entry) => !old.some((other) => other.key.equals(entry.key)))
    if (index.isUnique && fresh.length > 0)
      checkUnique(database, collection, index, { ...made, entries: fresh }, idKey, doc)
    for (const { key } of fresh) added.push(key)
    for (const { key } of old) {
      if (!made.entries.some((other) => other.key.equals(key))) removed.push(key)
    }
    noteIndexTraits(database, collection, index, made)
  }
  for (const key of removed) store.delete('entries', key)
  for (const key of added) store.put('entries', key, idKey)
  store.put('documents', recordKey(collection.id, idKey), raw)
  database.version++
}

/** Remembers for the planner that an index has arrays or cut keys; it is never forgotten again. */
export function noteIndexTraits(
  { catalog }: Database,
  collection: Collection,
  index: CollectionIndex,
  { isMultikey, isTruncated }: Pick<EntriesOfDocument, 'isMultikey' | 'isTruncated'>,
): void {
  if ((!isMultikey || index.isMultikey) && (!isTruncated || index.isTruncated)) return
  index.isMultikey ||= isMultikey
  index.isTruncated ||= isTruncated
  catalog.saveSoon(collection)
}

/** @throws {DatabaseError} E11000 when another document has one of the entries. */
export function checkUnique(
  { store }: Database,
  collection: Collection,
  index: CollectionIndex,
  { entries, isTruncated }: Pick<EntriesOfDocument, 'entries' | 'isTruncated'>,
  idKey: Buffer,
  doc: Doc,
): void {
  for (const { fieldKey, values } of entries) {
    // Different values can share a key that was cut, so then all of them must be looked at.
    const limit = isTruncated ? Number.MAX_SAFE_INTEGER : 2
    const found = store.range('entries', { from: fieldKey, to: afterPrefix(fieldKey), limit })
    for (const { value: otherId } of found) {
      if (otherId.equals(idKey)) continue
      if (
        isTruncated &&
        !hasSameValues(store.get('documents', recordKey(collection.id, otherId)), index, doc)
      )
        continue
      throw duplicateKey(collection, index.name, index.key, values)
    }
  }
}

function hasSameValues(otherRaw: Buffer | undefined, index: CollectionIndex, doc: Doc): boolean {
  if (!otherRaw) return false
  const other = decode(otherRaw)
  return index.fields.every(({ parts }) => isEqual(valueAt(other, parts), valueAt(doc, parts)))
}

function checkId(id: unknown): void {
  const isPattern = id instanceof RegExp || id instanceof BSONRegExp
  if (Array.isArray(id) || isPattern || id === undefined)
    throw badValue("The '_id' value cannot be an array, a regular expression or undefined")
  if (isDoc(id) && Object.keys(id).some((key) => key.startsWith('$')))
    throw new DatabaseError(
      52,
      'DollarPrefixedFieldName',
      "_id fields may not contain '$'-prefixed fields",
    )
}

function checkSize(raw: Buffer): void {
  if (raw.length > MAX_STORED_BYTES)
    throw new DatabaseError(
      10334,
      'BSONObjectTooLarge',
      `BSONObj size: ${raw.length} is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES} bytes`,
    )
}

/** In MongoDB's form, which Mongoose and others parse. */
function duplicateKey(
  collection: Collection,
  indexName: string,
  keyPattern: Doc,
  values: readonly unknown[],
): DatabaseError {
  const keyValue: Doc = {}
  for (const [i, path] of Object.keys(keyPattern).entries()) {
    const value = values[i]
    keyValue[path] = value === EMPTY_ARRAY || value === undefined ? null : value
  }
  const message = `E11000 duplicate key error collection: ${collection.namespace} index: ${indexName} dup key: ${describeValue(keyValue)}`
  return new DatabaseError(11000, 'DuplicateKey', message, { keyPattern, keyValue })
}
