import { ObjectId } from 'bson'
import { Aggregator } from 'mingo/aggregator'
import { Context, evalExpr, ProcessingMode } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import * as windows from 'mingo/operators/window'
import type { Options } from 'mingo/types'
import { compare, isEqual } from '../bson/compare.ts'
import { describeValue } from '../bson/describe.ts'
import { partsOf } from '../bson/paths.ts'
import { type Doc, isDoc, ownField, plainNumbers } from '../bson/values.ts'
import { badValue, DatabaseError, locationError } from '../errors.ts'
import { typeName } from './bsonType.ts'

/*
 * Aggregation expressions. Field paths and constants, which are most of them, are evaluated here; everything else
 * by mingo, with its comparisons replaced by BSON's. Documents come with plain numbers (see `plainNumbers`).
 */

/** An expression ready to be evaluated against a document with plain numbers; undefined means missing. */
export type Expression = (doc: Doc) => unknown

/** @throws {DatabaseError} now or when evaluated, for unknown operators and wrong arguments. */
export function compileExpression(expression: unknown, variables?: Doc): Expression {
  const source = plainNumbers(expression)
  if (typeof source === 'string' && /^\$[^$]/.test(source)) {
    const parts = partsOf(source.slice(1))
    return (doc) => fieldPath(doc, parts, 0)
  }
  if (isConstant(source)) return () => source
  const options = mingoOptions(variables)
  return (doc) => withOwnErrors(() => evalExpr(doc, source, options.update({ root: doc })))
}

/** Whether a result counts as true for `$expr` and conditions. */
export const isTrueResult = (result: unknown) =>
  result !== false && result !== null && result !== undefined && result !== 0

/** Runs a stage that this database has no own code for. */
export function runMingoStage(
  name: string,
  argument: unknown,
  docs: Doc[],
  variables?: Doc,
): Doc[] {
  // $setWindowFields is built on mingo's $function; a client cannot send a function to it.
  const options = { ...baseOptions(variables), scriptEnabled: true }
  return withOwnErrors(() => new Aggregator([{ [name]: argument }], options).run(docs))
}

/** The values of a `let` document, whose expressions may not use fields. */
export function evaluateLet(definition: unknown, doc: Doc = {}, variables?: Doc): Doc | undefined {
  if (!isDoc(definition)) return undefined
  const values: Doc = {}
  for (const [name, expression] of Object.entries(definition))
    values[name] = compileExpression(expression, variables)(doc) ?? null
  return values
}

function isConstant(source: unknown): boolean {
  if (typeof source === 'string') return !source.startsWith('$')
  if (Array.isArray(source)) return source.every(isConstant)
  return !isDoc(source) || Object.keys(source).length === 0
}

/** A path through arrays gives the array of what the path finds in the elements. */
function fieldPath(start: unknown, parts: readonly string[], from: number): unknown {
  let value = start
  for (let i = from; i < parts.length; i++) {
    if (Array.isArray(value)) {
      return value
        .map((element: unknown) => fieldPath(element, parts, i))
        .filter((found) => found !== undefined)
    }
    if (!isDoc(value)) return undefined
    value = ownField(value, parts[i] ?? '')
  }
  return value
}

type MingoOperator = (obj: unknown, args: unknown, options: Options) => unknown

/** An operator of two arguments, both evaluated. */
const binary =
  (apply: (a: unknown, b: unknown) => unknown): MingoOperator =>
  (obj, args, options) => {
    if (!Array.isArray(args) || args.length !== 2)
      throw badValue('Expression takes exactly 2 arguments')
    const [a, b]: unknown[] = args
    return apply(evalExpr(obj, a, options), evalExpr(obj, b, options))
  }

/** Replaces a mingo operator for arguments of types that mingo does not know. */
const unary =
  (apply: (value: unknown) => unknown, otherwise?: MingoOperator): MingoOperator =>
  (obj, args, options) => {
    const argument: unknown = Array.isArray(args) && args.length === 1 ? args[0] : args
    const result = apply(evalExpr(obj, argument, options))
    return result === undefined && otherwise ? otherwise(obj, argument, options) : result
  }

const isIn = (value: unknown, list: unknown) => {
  if (!Array.isArray(list)) throw locationError(40081, '$in requires an array as a second argument')
  return list.some((element) => isEqual(element, value))
}

const overrides: Record<`$${string}`, MingoOperator> = {
  $eq: binary(isEqual),
  $ne: binary((a, b) => !isEqual(a, b)),
  $gt: binary((a, b) => compare(a, b) > 0),
  $gte: binary((a, b) => compare(a, b) >= 0),
  $lt: binary((a, b) => compare(a, b) < 0),
  $lte: binary((a, b) => compare(a, b) <= 0),
  $cmp: binary((a, b) => Math.sign(compare(a, b))),
  $in: binary(isIn),
  $type: unary(typeName),
  $toString: unary(
    (value) => (value instanceof ObjectId ? value.toHexString() : undefined),
    // mingo's operators take documents as AnyObject, which is what they are given.
    expressions.$toString as MingoOperator,
  ),
  $toObjectId: unary((value) => {
    if (value === null || value === undefined) return null
    if (value instanceof ObjectId) return value
    if (typeof value !== 'string' || !ObjectId.isValid(value))
      throw locationError(241, `Failed to parse objectId ${describeValue(value)} in $toObjectId`)
    return new ObjectId(value)
  }),
  // mingo copies all its operator tables for every evaluation, unless it is given its own options object.
  // That class is not exported, so this operator hands it out.
  $parleyOptions: (_obj, _args, options) => options,
}

// The operators differ in the types of their arguments only; mingo's own tables are built in the same way.
const context = Context.init({
  accumulator: { ...accumulators } as NonNullable<OperatorTables['accumulator']>,
  expression: { ...expressions, ...overrides } as NonNullable<OperatorTables['expression']>,
  pipeline: { ...stages } as NonNullable<OperatorTables['pipeline']>,
  projection: { ...projections } as NonNullable<OperatorTables['projection']>,
  query: { ...queries } as NonNullable<OperatorTables['query']>,
  window: { ...windows } as NonNullable<OperatorTables['window']>,
})

type OperatorTables = NonNullable<Parameters<typeof Context.init>[0]>

const baseOptions = (variables: Doc = {}): Options => ({
  idKey: '_id',
  context,
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
  variables,
})

interface ReusableOptions extends Options {
  update(locals: { root: unknown }): ReusableOptions
}

function mingoOptions(variables?: Doc): ReusableOptions {
  // $parleyOptions returns the options object that mingo made, whose class it does not export.
  return evalExpr({}, { $parleyOptions: 1 }, baseOptions(variables)) as ReusableOptions
}

/** mingo throws plain errors about the client's expression; the client gets them with a code. */
function withOwnErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof DatabaseError || !(error instanceof Error)) throw error
    const unknownOperator = /'(\$\w+)' is not registered/.exec(error.message)
    if (unknownOperator?.[1])
      throw locationError(168, `Unrecognized expression '${unknownOperator[1]}'`)
    const unknownStage = /unregistered pipeline operator (\$\w+)/.exec(error.message)
    if (unknownStage?.[1])
      throw locationError(40324, `Unrecognized pipeline stage name: '${unknownStage[1]}'`)
    throw badValue(error.message)
  }
}
