import { mergeInto } from '../../aggregate/merge.ts'
import { runPipeline } from '../../aggregate/pipeline.ts'
import type { DocStream, PipelineContext } from '../../aggregate/stages.ts'
import { decode, encode } from '../../bson/codec.ts'
import { compare } from '../../bson/compare.ts'
import { EMPTY_ARRAY, valueKey } from '../../bson/keys.ts'
import { collectIndexValues, partsOf } from '../../bson/paths.ts'
import { type Doc, isTruthy, toNumber } from '../../bson/values.ts'
import { countRows, findDocuments, findRows, type Query } from '../../engine/find.ts'
import type { Portions } from '../../engine/scan.ts'
import { badValue, failedToParse, notSupported, typeMismatch } from '../../errors.ts'
import { compileFilter } from '../../query/filter.ts'
import { compileProjection } from '../../query/projection.ts'
import { cursorReply } from '../wire.ts'
import {
  type Command,
  collectionNameOf,
  documentsIn,
  optionalCount,
  optionalDoc,
  type Request,
  refuseCollation,
  toBigInt,
  variablesOf,
} from './command.ts'

/** The query of find, count and distinct. */
export function queryOf(body: Doc, filterField = 'filter'): Query {
  refuseCollation(body)
  return {
    filter: optionalDoc(body, filterField) ?? {},
    sort: optionalDoc(body, 'sort'),
    skip: optionalCount(body, 'skip') ?? 0,
    limit: Math.abs(toNumber(body.limit ?? 0)),
    hint: body.hint,
    variables: variablesOf(body),
  }
}

const find: Command = (request) => {
  const { services, body, deadline } = request
  const { database, cursors } = services
  optionalCount(body, 'limit')
  if (isTruthy(body.tailable)) throw notSupported('tailable cursors')
  for (const option of ['min', 'max', 'returnKey', 'showRecordId'])
    if (isTruthy(body[option])) throw notSupported(`the option '${option}' of find`)
  const query = { ...queryOf(body), projection: body.projection }
  const collection = findCollection(request)
  const portions = collection ? findDocuments(database, collection, query) : checkOnly(query)
  return cursors.open({
    namespace: `${request.databaseName}.${collectionNameOf(request)}`,
    source: database.readInSlices(portions, deadline),
    batchSize: optionalCount(body, 'batchSize'),
    isSingleBatch: isTruthy(body.singleBatch),
  })
}

/** Without a collection there is nothing to find, but a wrong query is still an error. */
function* checkOnly(query: Query & { projection?: unknown }): Portions<Buffer> {
  compileFilter(query.filter, query.variables)
  compileProjection(query.projection, query)
  yield []
}

const getMore: Command = ({ services, body }) =>
  services.cursors.getMore(toBigInt(body.getMore), optionalCount(body, 'batchSize'))

const killCursors: Command = async ({ services, body }) => {
  const killed: bigint[] = []
  const missing: bigint[] = []
  for (const item of Array.isArray(body.cursors) ? body.cursors : []) {
    const id = toBigInt(item)
    const list = (await services.cursors.kill(id)) ? killed : missing
    list.push(id)
  }
  return {
    cursorsKilled: killed,
    cursorsNotFound: missing,
    cursorsAlive: [],
    cursorsUnknown: [],
    ok: 1,
  }
}

const count: Command = async (request) => {
  const { services, body, deadline } = request
  const { database } = services
  const query = queryOf(body, 'query')
  const collection = findCollection(request)
  if (!collection) return { n: 0, ok: 1 }
  let n = 0
  const counting = (function* () {
    n = yield* countRows(database, collection, query)
  })()
  for await (const _ of database.readInSlices(counting, deadline));
  return { n, ok: 1 }
}

const distinct: Command = async (request) => {
  const { services, body, deadline } = request
  const { database } = services
  const query = queryOf(body, 'query')
  if (typeof body.key !== 'string') throw typeMismatch("BSON field 'distinct.key' must be a string")
  const parts = partsOf(body.key)
  const fields = new Set(parts.slice(0, 1))
  const values = new Map<string, unknown>()
  const collection = findCollection(request)
  if (!collection) return { values: [], ok: 1 }
  const rows = findRows(database, collection, query)
  for await (const portion of database.readInSlices(rows, deadline)) {
    for (const { raw } of portion) {
      const found: unknown[] = []
      collectIndexValues(decode(raw, fields), parts, found)
      for (const value of found)
        if (value !== undefined && value !== EMPTY_ARRAY) values.set(valueKey(value), value)
    }
  }
  return { values: [...values.values()].sort(compare), ok: 1 }
}

const aggregate: Command = async (request) => {
  const { services, databaseName, body, deadline } = request
  const { database, cursors } = services
  refuseCollation(body)
  if (!Array.isArray(body.pipeline))
    throw typeMismatch("'pipeline' option must be specified as an array")
  if (isTruthy(body.explain)) throw badValue('use the explain command to explain an aggregation')
  const cursor = optionalDoc(body, 'cursor')
  if (!cursor)
    throw failedToParse(
      "The 'cursor' option is required, except for aggregate with the explain argument",
    )
  const collectionName = typeof body.aggregate === 'string' ? body.aggregate : null
  const namespace = `${databaseName}.${collectionName ?? '$cmd.aggregate'}`
  const context: PipelineContext = {
    database,
    databaseName,
    collectionName,
    variables: variablesOf(body),
    hint: body.hint,
    deadline,
    run: runPipeline,
  }
  const stages = documentsIn(body, 'pipeline')
  const last = stages.at(-1)
  if (last && '$merge' in last) {
    const stream = runPipeline(context, stages.slice(0, -1))
    await mergeInto(database, databaseName, last.$merge, stream)
    return cursorReply(namespace, 'firstBatch', 0n, [])
  }
  return cursors.open({
    namespace,
    source: encodeAll(runPipeline(context, stages)),
    batchSize: optionalCount(cursor, 'batchSize'),
  })
}

async function* encodeAll(stream: DocStream): AsyncGenerator<Buffer[], void> {
  for await (const docs of stream) yield docs.map(encode)
}

export const readCommands: Record<string, Command> = {
  find,
  getmore: getMore,
  killcursors: killCursors,
  count,
  distinct,
  aggregate,
}

const findCollection = (request: Request) =>
  request.services.database.catalog.get(request.databaseName, collectionNameOf(request))
