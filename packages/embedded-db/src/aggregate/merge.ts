import { type Doc, isDoc, ownField } from '../bson/values.ts'
import type { Database } from '../engine/Database.ts'
import { runUpdate } from '../engine/statements.ts'
import { DatabaseError, failedToParse, notSupported } from '../errors.ts'
import type { DocStream } from './stages.ts'

/** `$merge`: writes every document into a collection, by `_id` or the fields of `on`. Slow writers yield. */
export async function mergeInto(
  database: Database,
  databaseName: string,
  argument: unknown,
  input: DocStream,
): Promise<void> {
  const definition: Doc = isDoc(argument) ? argument : { into: argument }
  const { into, on = '_id', whenMatched = 'merge', whenNotMatched = 'insert' } = definition
  if (Array.isArray(whenMatched)) throw notSupported('a pipeline in whenMatched of $merge')
  const namespace = isDoc(into)
    ? { database: typeof into.db === 'string' ? into.db : databaseName, name: String(into.coll) }
    : { database: databaseName, name: String(into) }
  const fields = (Array.isArray(on) ? on : [on]).map(String)
  for await (const docs of input) {
    await database.writeInSlices(
      (function* () {
        for (const doc of docs) {
          const filter = Object.fromEntries(
            fields.map((field) => [field, { $eq: ownField(doc, field) }]),
          )
          const update = updateFor(doc, whenMatched)
          const isUpsert = whenNotMatched === 'insert'
          const outcome = yield* runUpdate(database, namespace, { filter, update, isUpsert })
          if (outcome.matched === 0 && whenNotMatched === 'fail')
            throw new DatabaseError(
              13113,
              'MergeStageNoMatchingDocument',
              '$merge found no matching document',
            )
          yield
        }
      })(),
    )
  }
}

function updateFor(doc: Doc, whenMatched: unknown): Doc {
  if (whenMatched === 'replace') return doc
  if (whenMatched === 'merge') {
    const { _id, ...rest } = doc
    return { $set: rest, ...(_id === undefined ? {} : { $setOnInsert: { _id } }) }
  }
  if (whenMatched === 'keepExisting') return { $setOnInsert: doc }
  throw failedToParse("whenMatched of $merge must be 'merge', 'replace' or 'keepExisting'")
}
