import { decode } from '../../bson/codec.ts'
import { type Doc, isDoc, isTruthy, toNumber } from '../../bson/values.ts'
import { insertDocument } from '../../engine/documents.ts'
import { runDelete, runUpdate, type UpdateStatement } from '../../engine/statements.ts'
import { DatabaseError, failedToParse } from '../../errors.ts'
import { evaluateLet } from '../../query/expressions.ts'
import type { Variables } from '../../query/filter.ts'
import { compileProjection } from '../../query/projection.ts'
import {
  type Command,
  documentsIn,
  namespaceOf,
  optionalDoc,
  type Request,
  refuseCollation,
  variablesOf,
} from './command.ts'
import { MAX_WRITE_BATCH } from './handshake.ts'

/** Runs one statement; one that may take long returns a generator that yields where it may be interrupted. */
type RunStatement<S> = (statement: S, index: number) => Generator<unknown, void> | void

/** Runs the statements of a write command. An error stops an ordered one; the others go on and report it. */
export function* runStatements<S>(
  statements: readonly S[],
  isOrdered: boolean,
  run: RunStatement<S>,
): Generator<unknown, Doc[]> {
  const writeErrors: Doc[] = []
  for (const [index, statement] of statements.entries()) {
    try {
      const steps = run(statement, index)
      if (steps) yield* steps
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      writeErrors.push({ index, ...toWriteError(error) })
      if (isOrdered) break
    }
    yield
  }
  return writeErrors
}

export const toWriteError = ({ code, message, details }: DatabaseError): Doc => ({
  code,
  errmsg: message,
  ...details,
})

const insert: Command = async (request) => {
  const { database } = request.services
  const { database: databaseName, name } = namespaceOf(request)
  const documents = checkBatch(request.sequences.documents ?? [])
  let n = 0
  const insertOne = (raw: Buffer) => {
    insertDocument(database, database.catalog.ensure(databaseName, name), raw)
    n++
  }
  const writeErrors = await runBatch(request, documents, insertOne)
  return { n, ...withErrors(writeErrors), ok: 1 }
}

const update: Command = async (request) => {
  const { database } = request.services
  const namespace = namespaceOf(request)
  const variables = variablesOf(request.body)
  let n = 0
  let nModified = 0
  const upserted: Doc[] = []
  const updateOne = function* (statement: Doc, index: number) {
    const outcome = yield* runUpdate(database, namespace, updateStatement(statement, variables))
    n += outcome.matched
    nModified += outcome.modified
    if (outcome.upsertedId === undefined) return
    n++
    upserted.push({ index, _id: outcome.upsertedId })
  }
  const writeErrors = await runBatch(request, statementsOf(request, 'updates'), updateOne)
  return {
    n,
    nModified,
    ...(upserted.length > 0 ? { upserted } : {}),
    ...withErrors(writeErrors),
    ok: 1,
  }
}

const remove: Command = async (request) => {
  const { database } = request.services
  const namespace = namespaceOf(request)
  const variables = variablesOf(request.body)
  let n = 0
  const deleteOne = function* (statement: Doc) {
    refuseCollation(statement)
    const { deleted } = yield* runDelete(database, namespace, {
      filter: optionalDoc(statement, 'q') ?? {},
      isMulti: toNumber(statement.limit) === 0,
      hint: statement.hint,
      variables,
    })
    n += deleted
  }
  const writeErrors = await runBatch(request, statementsOf(request, 'deletes'), deleteOne)
  return { n, ...withErrors(writeErrors), ok: 1 }
}

const findAndModify: Command = async (request) => {
  const { services, body, deadline } = request
  const { database } = services
  const namespace = namespaceOf(request)
  refuseCollation(body)
  const isRemove = isTruthy(body.remove)
  if (isRemove === (body.update !== undefined))
    throw failedToParse('Either an update or remove=true must be specified, and not both')
  if (isRemove && isTruthy(body.new))
    throw failedToParse(
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    )
  const variables = variablesOf(body)
  const filter = optionalDoc(body, 'query') ?? {}
  const selection = { filter, sort: optionalDoc(body, 'sort'), hint: body.hint, variables }
  const project = compileProjection(body.fields, { filter, variables })
  const toValue = (raw: Buffer | undefined) => {
    if (!raw) return null
    const doc = decode(raw)
    return project ? project(doc) : doc
  }
  if (isRemove) {
    const work = runDelete(database, namespace, selection)
    const { deleted, before } = await database.writeInSlices(work, deadline)
    return { lastErrorObject: { n: deleted }, value: toValue(before), ok: 1 }
  }
  const statement: UpdateStatement = {
    ...selection,
    update: body.update,
    isUpsert: isTruthy(body.upsert),
    arrayFilters: arrayFiltersOf(body),
  }
  const work = runUpdate(database, namespace, statement)
  const { matched, upsertedId, before, after } = await database.writeInSlices(work, deadline)
  const isInserted = upsertedId !== undefined
  return {
    lastErrorObject: {
      n: isInserted ? 1 : matched,
      updatedExisting: matched > 0,
      ...(isInserted ? { upserted: upsertedId } : {}),
    },
    value: toValue(isTruthy(body.new) ? after : before),
    ok: 1,
  }
}

export const writeCommands: Record<string, Command> = {
  insert,
  update,
  delete: remove,
  findandmodify: findAndModify,
}

function updateStatement(statement: Doc, variables: Variables | undefined): UpdateStatement {
  refuseCollation(statement)
  return {
    filter: optionalDoc(statement, 'q') ?? {},
    update: statement.u,
    isMulti: isTruthy(statement.multi),
    isUpsert: isTruthy(statement.upsert),
    arrayFilters: arrayFiltersOf(statement),
    sort: optionalDoc(statement, 'sort'),
    hint: statement.hint,
    // `c` holds constants of this statement alone.
    variables: isDoc(statement.c) ? { ...variables, ...evaluateLet(statement.c) } : variables,
  }
}

export const arrayFiltersOf = (statement: Doc) =>
  Array.isArray(statement.arrayFilters) ? statement.arrayFilters : undefined

/** The statements of a command, from its body and from beside it. */
function statementsOf({ body, sequences }: Request, field: string): Doc[] {
  const beside = sequences[field]?.map((raw) => decode(raw)) ?? []
  return checkBatch([...documentsIn(body, field), ...beside])
}

function checkBatch<T>(batch: T[]): T[] {
  if (batch.length === 0 || batch.length > MAX_WRITE_BATCH)
    throw new DatabaseError(
      16,
      'InvalidLength',
      `Write batch sizes must be between 1 and ${MAX_WRITE_BATCH}. Got ${batch.length} operations.`,
    )
  return batch
}

function runBatch<S>(
  { services, body, deadline }: Request,
  statements: S[],
  run: RunStatement<S>,
): Promise<Doc[]> {
  const isOrdered = body.ordered === undefined || isTruthy(body.ordered)
  return services.database.writeInSlices(runStatements(statements, isOrdered, run), deadline)
}

const withErrors = (writeErrors: Doc[]) => (writeErrors.length > 0 ? { writeErrors } : {})
