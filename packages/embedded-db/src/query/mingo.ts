import { createRequire } from 'node:module'
import { ObjectId } from 'bson'
import type * as AggregatorModule from 'mingo/aggregator'
import type * as CoreModule from 'mingo/core'
import type * as ExpressionModule from 'mingo/operators/expression'
import type { Options } from 'mingo/types'
import { compare, isEqual } from '../bson/compare.ts'
import { describeValue } from '../bson/describe.ts'
import type { Doc } from '../bson/values.ts'
import { badValue, DatabaseError, locationError } from '../errors.ts'
import { typeName } from './bsonType.ts'

/*
 * mingo, with its comparisons replaced by BSON's. Its three hundred files are loaded when the first operator is met
 * and not before: they would take half of the time that the database needs to start.
 */

/** An operator expression, ready to be evaluated against documents with plain numbers. */
export function compileMingoExpression(source: unknown, variables?: Doc): (doc: Doc) => unknown {
  const { evalExpr } = mingo()
  const options = reusableOptions(variables)
  return (doc) => withOwnErrors(() => evalExpr(doc, source, options.update({ root: doc })))
}

/** Runs a stage that this database has no own code for. */
export function runMingoStage(
  name: string,
  argument: unknown,
  docs: Doc[],
  variables?: Doc,
): Doc[] {
  const { Aggregator } = mingo()
  // $setWindowFields is built on mingo's $function; a client cannot send a function to it.
  const options = { ...baseOptions(variables), scriptEnabled: true }
  return withOwnErrors(() => new Aggregator([{ [name]: argument }], options).run(docs))
}

type Mingo = ReturnType<typeof loadMingo>

let loaded: Mingo | undefined

function mingo(): Mingo {
  loaded ??= loadMingo()
  return loaded
}

function loadMingo() {
  const require = createRequire(import.meta.url)
  // `require` says nothing of types; these are the modules of the same names.
  const { Aggregator } = require('mingo/aggregator') as typeof AggregatorModule
  const { Context, evalExpr, ProcessingMode } = require('mingo/core') as typeof CoreModule
  const expressions = require('mingo/operators/expression') as typeof ExpressionModule
  type Tables = NonNullable<Parameters<typeof Context.init>[0]>
  const overrides = createOverrides(evalExpr, expressions.$toString as MingoOperator)
  // The operators differ in the types of their arguments only; mingo's own tables are built in the same way.
  const context = Context.init({
    accumulator: { ...require('mingo/operators/accumulator') } as Tables['accumulator'] & object,
    expression: { ...expressions, ...overrides } as Tables['expression'] & object,
    pipeline: { ...require('mingo/operators/pipeline') } as Tables['pipeline'] & object,
    projection: { ...require('mingo/operators/projection') } as Tables['projection'] & object,
    query: { ...require('mingo/operators/query') } as Tables['query'] & object,
    window: { ...require('mingo/operators/window') } as Tables['window'] & object,
  })
  return { Aggregator, evalExpr, ProcessingMode, context }
}

type MingoOperator = (obj: unknown, args: unknown, options: Options) => unknown
type EvaluateExpression = (obj: unknown, expression: unknown, options: Options) => unknown

function createOverrides(
  evalExpr: EvaluateExpression,
  toStringOfMingo: MingoOperator,
): Record<`$${string}`, MingoOperator> {
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

  return {
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
      toStringOfMingo,
    ),
    $toObjectId: unary(toObjectId),
    // mingo copies all its operator tables for every evaluation, unless it is given its own options object.
    // That class is not exported, so this operator hands it out.
    $parleyOptions: (_obj, _args, options) => options,
  }
}

function isIn(value: unknown, list: unknown): boolean {
  if (!Array.isArray(list)) throw locationError(40081, '$in requires an array as a second argument')
  return list.some((element) => isEqual(element, value))
}

function toObjectId(value: unknown): ObjectId | null {
  if (value === null || value === undefined) return null
  if (value instanceof ObjectId) return value
  if (typeof value !== 'string' || !ObjectId.isValid(value))
    throw locationError(241, `Failed to parse objectId ${describeValue(value)} in $toObjectId`)
  return new ObjectId(value)
}

function baseOptions(variables: Doc = {}): Options {
  const { context, ProcessingMode } = mingo()
  return {
    idKey: '_id',
    context,
    processingMode: ProcessingMode.CLONE_OFF,
    useStrictMode: true,
    scriptEnabled: false,
    failOnError: true,
    variables,
  }
}

interface ReusableOptions extends Options {
  update(locals: { root: unknown }): ReusableOptions
}

function reusableOptions(variables?: Doc): ReusableOptions {
  // $parleyOptions returns the options object that mingo made, whose class it does not export.
  return mingo().evalExpr({}, { $parleyOptions: 1 }, baseOptions(variables)) as ReusableOptions
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
