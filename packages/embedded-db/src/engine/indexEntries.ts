import { encodeKey, MAX_ENTRY_BYTES } from '../bson/keys.ts'
import { collectIndexValues } from '../bson/paths.ts'
import type { Doc } from '../bson/values.ts'
import { DatabaseError } from '../errors.ts'
import type { CollectionIndex } from '../storage/CollectionIndex.ts'

/** One entry that an index holds for a document. */
export interface IndexEntry {
  /** Encoded fields, without the `_id`. */
  fieldKey: Buffer
  /** The whole key: fields, then `_id`. */
  key: Buffer
  values: unknown[]
}

export interface EntriesOfDocument {
  entries: IndexEntry[]
  /** A field was an array. */
  isMultikey: boolean
  /** A key was too long and was cut. */
  isTruncated: boolean
}

const NONE: EntriesOfDocument = { entries: [], isMultikey: false, isTruncated: false }

/** The entries that `index` holds for a document. Changes nothing. */
export function indexEntries(index: CollectionIndex, doc: Doc, idKey: Buffer): EntriesOfDocument {
  if (index.isInPartialFilter && !index.isInPartialFilter(doc)) return NONE
  let rows: unknown[][] = [[]]
  let missing = 0
  let isMultikey = false
  for (const { path, parts } of index.fields) {
    const values: unknown[] = []
    if (collectIndexValues(doc, parts, values)) isMultikey = true
    if (values.length === 1) {
      if (values[0] === undefined) missing++
      for (const row of rows) row.push(values[0])
    } else {
      if (rows.length > 1)
        throw new DatabaseError(
          171,
          'CannotIndexParallelArrays',
          `cannot index parallel arrays: [${path}] in index ${index.name}`,
        )
      const [start = []] = rows
      rows = values.map((value) => [...start, value])
    }
  }
  if (index.isSparse && missing === index.fields.length) return NONE
  return { ...toEntries(index, rows, idKey), isMultikey }
}

function toEntries(
  index: CollectionIndex,
  rows: unknown[][],
  idKey: Buffer,
): Omit<EntriesOfDocument, 'isMultikey'> {
  const entries: IndexEntry[] = []
  const seen = rows.length > 1 ? new Set<string>() : null
  let isTruncated = false
  for (const values of rows) {
    let fieldKey = encodeKey(index.id, values, index.directions)
    if (fieldKey.length > MAX_ENTRY_BYTES) {
      fieldKey = fieldKey.subarray(0, MAX_ENTRY_BYTES)
      isTruncated = true
    }
    if (seen) {
      const text = fieldKey.toString('latin1')
      if (seen.has(text)) continue
      seen.add(text)
    }
    entries.push({ fieldKey, key: Buffer.concat([fieldKey, idKey]), values })
  }
  return { entries, isTruncated }
}
