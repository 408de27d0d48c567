import { decode, encode } from '../../bson/codec.ts'
import { type Doc, isDoc, isTruthy, toNumber } from '../../bson/values.ts'
import type { Database } from '../../engine/Database.ts'
import { insertDocument } from '../../engine/documents.ts'
import { type Namespace, runDelete, runUpdate } from '../../engine/statements.ts'
import { badValue, DatabaseError } from '../../errors.ts'
import type { Variables } from '../../query/filter.ts'
import { type Command, documentsIn, optionalCount, optionalDoc, variablesOf } from './command.ts'
import { arrayFiltersOf, runStatements, toWriteError } from './write.ts'

/** The results of one operation, as the reply lists them. */
interface Outcome {
  result: Doc
  counters: Partial<Record<Counter, number>>
}

type Counter = 'nInserted' | 'nMatched' | 'nModified' | 'nUpserted' | 'nDeleted'

/** `client.bulkWrite()`: inserts, updates and deletes in several collections with one command. */
const bulkWrite: Command = async ({ services, body, sequences, deadline }) => {
  const { database, cursors } = services
  const variables = variablesOf(body)
  const operations = [
    ...documentsIn(body, 'ops'),
    ...(sequences.ops ?? []).map((raw) => decode(raw)),
  ]
  const namespaces = [
    ...documentsIn(body, 'nsInfo'),
    ...(sequences.nsInfo ?? []).map((raw) => decode(raw)),
  ]
  const totals = { nErrors: 0, nInserted: 0, nMatched: 0, nModified: 0, nUpserted: 0, nDeleted: 0 }
  const results: Doc[] = []
  const run = function* (operation: Doc, idx: number): Generator<unknown, void> {
    try {
      const { result, counters } = yield* runOperation(database, operation, namespaces, variables)
      // Only the keys of `Counter` are in there, which Object.keys does not tell the compiler.
      for (const name of Object.keys(counters) as Counter[]) totals[name] += counters[name] ?? 0
      if (!isTruthy(body.errorsOnly)) results.push({ ok: 1, idx, ...result })
    } catch (error) {
      if (error instanceof DatabaseError) {
        totals.nErrors++
        results.push({ ok: 0, idx, n: 0, ...toWriteError(error) })
      }
      throw error
    }
  }
  const isOrdered = body.ordered === undefined || isTruthy(body.ordered)
  await database.writeInSlices(runStatements(operations, isOrdered, run), deadline)
  const source = (async function* () {
    yield results.map(encode)
  })()
  const batchSize =
    optionalCount(optionalDoc(body, 'cursor') ?? {}, 'batchSize') ?? results.length + 1
  const reply = await cursors.open({ namespace: 'admin.$cmd.bulkWrite', source, batchSize })
  return { ...decode(reply), ...totals, ok: 1 }
}

function* runOperation(
  database: Database,
  operation: Doc,
  namespaces: Doc[],
  variables: Variables | undefined,
): Generator<unknown, Outcome> {
  const [kind = ''] = Object.keys(operation)
  const namespace = toNamespace(namespaces[toNumber(operation[kind])])
  const filter = optionalDoc(operation, 'filter') ?? {}
  const isMulti = isTruthy(operation.multi)
  const selection = { filter, isMulti, hint: operation.hint, variables }
  switch (kind) {
    case 'insert': {
      const { document } = operation
      if (!isDoc(document)) throw badValue("an insert of bulkWrite needs a 'document'")
      insertDocument(
        database,
        database.catalog.ensure(namespace.database, namespace.name),
        encode(document),
      )
      return { result: { n: 1 }, counters: { nInserted: 1 } }
    }
    case 'update': {
      const { matched, modified, upsertedId } = yield* runUpdate(database, namespace, {
        ...selection,
        update: operation.updateMods,
        isUpsert: isTruthy(operation.upsert),
        arrayFilters: arrayFiltersOf(operation),
        sort: optionalDoc(operation, 'sort'),
      })
      if (upsertedId === undefined)
        return {
          result: { n: matched, nModified: modified },
          counters: { nMatched: matched, nModified: modified },
        }
      return {
        result: { n: 1, nModified: 0, upserted: { _id: upsertedId } },
        counters: { nUpserted: 1 },
      }
    }
    case 'delete': {
      const { deleted } = yield* runDelete(database, namespace, selection)
      return { result: { n: deleted }, counters: { nDeleted: deleted } }
    }
    default:
      throw badValue(`bulkWrite does not know the operation '${kind}'`)
  }
}

function toNamespace(info: Doc | undefined): Namespace {
  const text = typeof info?.ns === 'string' ? info.ns : ''
  const dot = text.indexOf('.')
  if (dot <= 0) throw badValue(`bulkWrite got the invalid namespace '${text}'`)
  return { database: text.slice(0, dot), name: text.slice(dot + 1) }
}

export const bulkWriteCommands: Record<string, Command> = { bulkwrite: bulkWrite }
