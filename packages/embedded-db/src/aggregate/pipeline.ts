import { decodePlain } from '../bson/codec.ts'
import { topField } from '../bson/paths.ts'
import { type Doc, isDoc, plainNumbersDoc, toNumber } from '../bson/values.ts'
import { countRows, findRows, type Query } from '../engine/find.ts'
import { DatabaseError, locationError, notSupported, typeMismatch } from '../errors.ts'
import { compileExpression } from '../query/expressions.ts'
import { fieldsOfFilter } from '../query/fields.ts'
import { compileFilter } from '../query/filter.ts'
import { lookup } from './lookup.ts'
import { type DocStream, type PipelineContext, runStage } from './stages.ts'

/** Runs a pipeline. Without `input` it starts at the collection of the context. */
export function runPipeline(context: PipelineContext, stages: Doc[], input?: DocStream): DocStream {
  const rest = stages.map((stage) => parseStage(plainNumbersDoc(stage)))
  let stream = input ?? readSource(context, rest)
  for (const { name, argument } of rest) {
    stream =
      name === '$lookup'
        ? lookup(argument, stream, context)
        : runStage(name, argument, stream, context)
  }
  return stream
}

interface ParsedStage {
  name: string
  argument: unknown
}

function parseStage(stage: unknown): ParsedStage {
  if (!isDoc(stage)) throw typeMismatch("Each element of the 'pipeline' array must be an object")
  const [entry, ...more] = Object.entries(stage)
  if (!entry || more.length > 0)
    throw locationError(
      40323,
      'A pipeline stage specification object must contain exactly one field.',
    )
  return { name: entry[0], argument: entry[1] }
}

/** Takes the stages that the planner can do off the front of `stages` and returns what the rest works on. */
function readSource(context: PipelineContext, stages: ParsedStage[]): DocStream {
  const { database, databaseName, collectionName, variables, hint, deadline } = context
  const [first] = stages
  if (collectionName === null) return documentsStage(context, stages)
  if (first?.name === '$changeStream') throw notSupported('change streams')
  const query = takeQuery(stages)
  const collection = database.catalog.get(databaseName, collectionName)
  if (!collection) {
    compileFilter(query.filter, variables)
    return nothing()
  }
  const found: Query = {
    ...query,
    hint,
    variables,
    planningHints: constantEqualities(query.filter, variables),
  }
  const [next] = stages
  const countField = next && !query.sort ? countingField(next) : null
  if (countField) {
    stages.shift()
    return countStream(countField, context, countRows(database, collection, found))
  }
  const fields = next?.name === '$group' ? fieldsOfExpression(next.argument) : null
  const rows = findRows(database, collection, found)
  return toDocs(database.readInSlices(rows, deadline), fields)
}

async function* nothing(): AsyncGenerator<Doc[]> {
  // No documents at all.
}

async function* toDocs(
  rows: AsyncIterable<{ raw: Buffer }[]>,
  fields: Set<string> | null,
): AsyncGenerator<Doc[]> {
  for await (const portion of rows)
    yield portion.map(({ raw }) => decodePlain(raw, fields ?? undefined))
}

/** A pipeline on the database itself starts with `$documents`. */
function documentsStage({ variables }: PipelineContext, stages: ParsedStage[]): DocStream {
  const first = stages.shift()
  if (first?.name !== '$documents')
    throw new DatabaseError(
      73,
      'InvalidNamespace',
      `{aggregate: 1} is not valid for '${first?.name ?? ''}'; a collection is required.`,
    )
  const docs = compileExpression(first.argument, variables)({})
  if (!Array.isArray(docs)) throw locationError(5858203, '$documents needs an array')
  return once(docs.filter(isDoc))
}

async function* once(docs: Doc[]): AsyncGenerator<Doc[]> {
  yield docs
}

/** Leading `$match` stages, then `$sort`, then `$skip` and `$limit` behind it, become one query. */
function takeQuery(stages: ParsedStage[]): Query {
  const filters: Doc[] = []
  while (stages[0]?.name === '$match' && isDoc(stages[0].argument)) {
    filters.push(stages[0].argument)
    stages.shift()
  }
  const [only = {}] = filters
  const query: Query = { filter: filters.length > 1 ? { $and: filters } : only }
  const [next] = stages
  if (next?.name !== '$sort' || !isDoc(next.argument)) return query
  if (Object.values(next.argument).some(isDoc)) throw notSupported('$meta in $sort')
  stages.shift()
  query.sort = next.argument
  const following = stages[0]
  if (following?.name === '$limit' && toNumber(following.argument) > 0) {
    query.limit = toNumber(following.argument)
    stages.shift()
  } else if (following?.name === '$skip' && stages[1]?.name === '$limit') {
    query.skip = toNumber(following.argument)
    query.limit = toNumber(stages[1].argument)
    stages.splice(0, 2)
  }
  return query
}

interface CountField {
  name: string
  id: unknown
}

/** `{ $group: { _id: <constant>, n: { $sum: 1 } } }` is how drivers count; it needs no documents. */
function countingField({ name, argument }: ParsedStage): CountField | null {
  if (name !== '$group' || !isDoc(argument)) return null
  const { _id, ...outputs } = argument
  const [output, ...more] = Object.entries(outputs)
  const isConstant = _id === null || typeof _id === 'number'
  if (!output || more.length > 0 || !isConstant) return null
  const [field, accumulator] = output
  return isDoc(accumulator) && accumulator.$sum === 1 ? { name: field, id: _id } : null
}

async function* countStream(
  { name, id }: CountField,
  { database, deadline }: PipelineContext,
  counting: Generator<[], number>,
): AsyncGenerator<Doc[]> {
  let count = 0
  const watched = (function* () {
    count = yield* counting
  })()
  for await (const _ of database.readInSlices(watched, deadline));
  if (count > 0) yield [{ _id: id, [name]: count }]
}

/** The top-level fields that a stage's expressions read, or null when they may read all. */
function fieldsOfExpression(expression: unknown): Set<string> | null {
  const fields = new Set<string>()
  const visit = (value: unknown): boolean => {
    if (typeof value === 'string') {
      if (/^\$\$(ROOT|CURRENT)\b/.test(value)) return false
      if (/^\$[^$]/.test(value)) fields.add(topField(value.slice(1)))
      return true
    }
    if (Array.isArray(value)) return value.every(visit)
    return !isDoc(value) || Object.values(value).every(visit)
  }
  return visit(expression) ? fields : null
}

/** `{ $expr: { $eq: ['$field', constant] } }` lets an index be used, which matters inside `$lookup`. */
function constantEqualities(filter: Doc, variables?: Doc): Doc | undefined {
  if (fieldsOfFilter(filter) !== null) return undefined
  const equalities: Doc = {}
  const visit = (expression: unknown): void => {
    if (!isDoc(expression)) return
    if (Array.isArray(expression.$and)) expression.$and.forEach(visit)
    if (!Array.isArray(expression.$eq) || expression.$eq.length !== 2) return
    const [a, b]: unknown[] = expression.$eq
    const [field, constant] = isFieldPath(a) ? [a, b] : [b, a]
    if (!isFieldPath(field) || isFieldPath(constant) || !isConstant(constant)) return
    const value = compileExpression(constant, variables)({})
    if (value !== null && value !== undefined && !Array.isArray(value))
      equalities[field.slice(1)] = value
  }
  const parts = Array.isArray(filter.$and) ? filter.$and.filter(isDoc) : []
  for (const part of [filter, ...parts]) visit(part.$expr)
  return Object.keys(equalities).length > 0 ? equalities : undefined
}

const isFieldPath = (value: unknown): value is string =>
  typeof value === 'string' && /^\$[^$]/.test(value)

/** A literal or one of the pipeline's own variables. */
const isConstant = (value: unknown) =>
  typeof value === 'string' ? !value.startsWith('$') || /^\$\$[a-z]/.test(value) : !isDoc(value)
