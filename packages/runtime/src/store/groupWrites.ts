import { mongo } from 'mongoose'
import { type StoredCollection, type StoredDocument, WRITE_OPTIONS } from './documents.ts'
import { isDuplicateKey } from './duplicateKey.ts'
import { groupCalls, type Outcome } from './groupCalls.ts'

/** Operations of one bulk write. More gain nothing: the driver's cost is then all in the documents. */
export const MAX_WRITES = 500

export type WriteOperation = mongo.AnyBulkWriteOperation<StoredDocument>

export interface GroupedWrite {
  /** Id of the document that it writes. Writes to one document are done in the order in which they were asked for. */
  readonly documentId: string
  readonly operation: WriteOperation
}

/** The database refused one operation of a bulk write. */
export class WriteRefusedError extends Error {
  override name = 'WriteRefusedError'
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

/** Makes writes that are asked for at the same time into one bulk write; each promise has its own write's outcome. */
export function groupWrites(collection: StoredCollection): (write: GroupedWrite) => Promise<void> {
  return groupCalls({
    maxBatch: MAX_WRITES,
    keyOf: ({ documentId }: GroupedWrite) => documentId,
    run: async (writes) => {
      const { outcomes } = await bulkWriteEach(
        collection,
        writes.map(({ operation }) => operation),
      )
      return outcomes
    },
  })
}

export interface BulkOutcome {
  readonly outcomes: readonly Outcome<undefined>[]
  /** How many documents the filters of the updates and replacements found, all operations together. */
  readonly matchedCount: number
}

/**
 * One unordered bulk write that tells what became of each operation.
 *
 * @throws what the driver throws when the batch as a whole failed: some of it may have been done then.
 */
export async function bulkWriteEach(
  collection: StoredCollection,
  operations: readonly WriteOperation[],
): Promise<BulkOutcome> {
  try {
    const result = await collection.bulkWrite([...operations], { ordered: false, ...WRITE_OPTIONS })
    return { outcomes: operations.map(() => done), matchedCount: result.matchedCount }
  } catch (error) {
    if (error instanceof mongo.MongoBulkWriteError) return refusals(error, operations)
    if (operations.length === 1) throw error
    return oneByOne(collection, operations)
  }
}

const done: Outcome<undefined> = { value: undefined }

function refusals(
  error: mongo.MongoBulkWriteError,
  operations: readonly WriteOperation[],
): BulkOutcome {
  const writeErrors = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors]
  // Without a list it is the connection or the whole command that failed.
  if (writeErrors.length === 0) throw error
  const outcomes = operations.map((): Outcome<undefined> => done)
  for (const { index, code, errmsg } of writeErrors) {
    outcomes[index] = { error: new WriteRefusedError(code, errmsg ?? `Write error ${code}`) }
  }
  return { outcomes, matchedCount: error.result.matchedCount }
}

/**
 * After an error that is not the server's. The driver turns all operations into bytes before it sends the first, so one
 * that cannot be (too large, too deep) fails the batch before anything was written; alone, it fails alone.
 */
async function oneByOne(
  collection: StoredCollection,
  operations: readonly WriteOperation[],
): Promise<BulkOutcome> {
  const outcomes: Outcome<undefined>[] = []
  let matchedCount = 0
  for (const operation of operations) {
    try {
      const single = await bulkWriteEach(collection, [operation])
      outcomes.push(single.outcomes[0] ?? done)
      matchedCount += single.matchedCount
    } catch (error) {
      outcomes.push({ error })
    }
  }
  return { outcomes, matchedCount }
}

/** Whether an insert was refused because the id is taken, as opposed to another unique key. */
export function isDuplicateId(error: unknown): boolean {
  // Bulk writes do not hand on the server's `keyPattern`, so the index is known only from the message.
  return isDuplicateKey(error) && error instanceof Error && error.message.includes('index: _id_ ')
}

/** Waits for an insert whose repetition means nothing: true when it was new, false when the document was there. */
export async function isNew(insert: Promise<unknown>): Promise<boolean> {
  try {
    await insert
    return true
  } catch (error) {
    if (isDuplicateId(error)) return false
    throw error
  }
}

/** Deletes documents; those that are gone already are no error. */
export async function removeEach(
  write: (write: GroupedWrite) => Promise<void>,
  ids: readonly string[],
): Promise<void> {
  await Promise.all(
    ids.map((id) => write({ documentId: id, operation: { deleteOne: { filter: { _id: id } } } })),
  )
}
