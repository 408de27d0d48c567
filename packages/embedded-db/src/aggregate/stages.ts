import { compare } from '../bson/compare.ts'
import { partsOf, sortValue } from '../bson/paths.ts'
import { cloneDoc, type Doc, isDoc, toNumber } from '../bson/values.ts'
import type { Database, Deadline } from '../engine/Database.ts'
import { badValue, locationError, notSupported } from '../errors.ts'
import { parseSort } from '../planner/planner.ts'
import { compileDocumentStage } from '../query/documentStages.ts'
import { compileFilter } from '../query/filter.ts'
import { runMingoStage } from '../query/mingo.ts'
import { bucket, group } from './group.ts'
import { MemoryBudget } from './memory.ts'
import { unwind } from './unwind.ts'

/** Documents on their way through a pipeline, in portions. Numbers are plain (see `plainNumbers`). */
export type DocStream = AsyncIterable<Doc[]>

export interface PipelineContext {
  database: Database
  databaseName: string
  /** Null for a pipeline that starts without a collection. */
  collectionName: string | null
  variables?: Doc | undefined
  hint?: unknown
  deadline: Deadline
  /** Runs a pipeline of another stage, such as `$lookup`, from its start or on given documents. */
  run: (context: PipelineContext, stages: Doc[], input?: DocStream) => DocStream
}

type Stage = (argument: unknown, input: DocStream, context: PipelineContext) => DocStream

/** Runs one stage. Stages without own code go to mingo. */
export function runStage(
  name: string,
  argument: unknown,
  input: DocStream,
  context: PipelineContext,
): DocStream {
  if (Object.hasOwn(stages, name)) {
    const stage = stages[name]
    if (stage) return stage(argument, input, context)
  }
  const change = compileDocumentStage(name, argument, context.variables)
  // Documents may be shared with other stages, so each stage changes its own copy.
  if (change) return mapPortions(input, (docs) => docs.map((doc) => change(cloneDoc(doc))))
  if (UNSUPPORTED.has(name)) throw notSupported(`the stage ${name}`)
  return collected(name, argument, input, context)
}

const UNSUPPORTED = new Set([
  '$changeStream',
  '$geoNear',
  '$graphLookup',
  '$out',
  '$search',
  '$vectorSearch',
])

const stages: Record<string, Stage> = {
  $match: (argument, input, { variables }) => {
    if (!isDoc(argument)) throw badValue('the match filter must be an expression in an object')
    const matches = compileFilter(argument, variables)
    return mapPortions(input, (docs) => docs.filter(matches))
  },
  $limit: (argument, input) => {
    const limit = toNumber(argument)
    if (!(limit > 0)) throw locationError(15958, 'the limit must be positive')
    return take(input, limit)
  },
  $skip: (argument, input) => skip(input, toNumber(argument)),
  $sort: (argument, input, context) => sort(argument, input, context),
  $count: (argument, input) => count(String(argument), input),
  $group: group,
  $bucket: bucket,
  $sortByCount: (argument, input, context) => {
    const counted = group({ _id: argument, count: { $sum: 1 } }, input, context)
    return sort({ count: -1 }, counted, context)
  },
  $unwind: unwind,
  $facet: facet,
  $unionWith: (argument, input, context) => {
    const from = isDoc(argument) ? argument : { coll: argument }
    const pipeline = Array.isArray(from.pipeline) ? from.pipeline.filter(isDoc) : []
    const other = { ...context, collectionName: String(from.coll), hint: undefined }
    return concatenate(input, () => context.run(other, pipeline))
  },
}

async function* mapPortions(
  input: DocStream,
  change: (docs: Doc[]) => Doc[],
): AsyncGenerator<Doc[]> {
  for await (const docs of input) yield change(docs)
}

async function* take(input: DocStream, limit: number): AsyncGenerator<Doc[]> {
  let left = limit
  for await (const docs of input) {
    yield docs.slice(0, left)
    left -= docs.length
    if (left <= 0) return
  }
}

async function* skip(input: DocStream, count: number): AsyncGenerator<Doc[]> {
  let left = count
  for await (const docs of input) {
    yield docs.slice(left)
    left = Math.max(0, left - docs.length)
  }
}

async function* count(field: string, input: DocStream): AsyncGenerator<Doc[]> {
  let total = 0
  for await (const docs of input) total += docs.length
  if (total > 0) yield [{ [field]: total }]
}

async function* concatenate(first: DocStream, second: () => DocStream): AsyncGenerator<Doc[]> {
  yield* first
  yield* second()
}

async function* sort(
  argument: unknown,
  input: DocStream,
  context: PipelineContext,
): AsyncGenerator<Doc[]> {
  if (!isDoc(argument)) throw badValue('the $sort key specification must be an object')
  const fields = parseSort(argument).map(({ path, direction }) => ({
    parts: partsOf(path),
    direction,
  }))
  const docs = await collect('$sort', input, context)
  yield docs.sort((a, b) => {
    for (const { parts, direction } of fields) {
      const difference = compare(sortValue(a, parts, direction), sortValue(b, parts, direction))
      if (difference !== 0) return difference * direction
    }
    return 0
  })
}

async function* facet(
  argument: unknown,
  input: DocStream,
  context: PipelineContext,
): AsyncGenerator<Doc[]> {
  if (!isDoc(argument)) throw badValue('the $facet specification must be a non-empty object')
  const docs = await collect('$facet', input, context)
  const result: Doc = {}
  for (const [name, pipeline] of Object.entries(argument)) {
    if (!Array.isArray(pipeline))
      throw badValue(`arguments to $facet must be arrays, ${name} is not`)
    const output: Doc[] = []
    const stream = context.run(context, pipeline.filter(isDoc), once(docs))
    for await (const portion of stream) output.push(...portion)
    result[name] = output
  }
  yield [result]
}

async function* once(docs: Doc[]): AsyncGenerator<Doc[]> {
  yield [...docs]
}

async function* collected(
  name: string,
  argument: unknown,
  input: DocStream,
  context: PipelineContext,
): AsyncGenerator<Doc[]> {
  const docs = await collect(name, input, context)
  yield runMingoStage(name, argument, docs, context.variables)
}

/** All documents of a stage that needs them at once. @throws {DatabaseError} when they are too many. */
async function collect(
  stage: string,
  input: DocStream,
  { database }: PipelineContext,
): Promise<Doc[]> {
  const budget = new MemoryBudget(stage, database.memoryLimitBytes)
  const all: Doc[] = []
  for await (const docs of input) {
    for (const doc of docs) {
      budget.add(doc)
      all.push(doc)
    }
  }
  return all
}
