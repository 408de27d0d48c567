import { compare } from '../bson/compare.ts'
import { valueKey } from '../bson/keys.ts'
import { type Doc, isDoc, isNumeric, toNumber } from '../bson/values.ts'
import { locationError } from '../errors.ts'
import { compileExpression, type Expression } from '../query/expressions.ts'
import { runMingoStage } from '../query/mingo.ts'
import { MemoryBudget } from './memory.ts'
import type { DocStream, PipelineContext } from './stages.ts'

/** Collects one output field of one group. */
interface Accumulator {
  add(value: unknown): void
  result(): unknown
}

interface OutputField {
  name: string
  evaluate: Expression
  create: (budget: MemoryBudget) => Accumulator
}

interface Group {
  id: unknown
  accumulators: Accumulator[]
}

/** `$group`. Accumulators without own code here make mingo run the whole stage. */
export function group(argument: unknown, input: DocStream, context: PipelineContext): DocStream {
  if (!isDoc(argument) || !('_id' in argument))
    throw locationError(15955, 'a group specification must include an _id')
  const { _id, ...outputs } = argument
  const fields = compileOutputs(outputs, context.variables)
  if (!fields) return groupByMingo(argument, input, context)
  const idOf = compileExpression(_id, context.variables)
  return groupBy(idOf, fields, input, context)
}

/** `$bucket`: groups by the boundary at or below a value; buckets without documents do not appear. */
export function bucket(argument: unknown, input: DocStream, context: PipelineContext): DocStream {
  const definition = isDoc(argument) ? argument : {}
  const { boundaries, output = { count: { $sum: 1 } } } = definition
  if (!Array.isArray(boundaries) || boundaries.length < 2 || !isDoc(output))
    throw locationError(40198, '$bucket needs groupBy and at least two boundaries')
  const valueOf = compileExpression(definition.groupBy, context.variables)
  const idOf = (doc: Doc): unknown => {
    const value = valueOf(doc)
    const above = boundaries.findIndex((boundary) => compare(value, boundary) < 0)
    if (above > 0) return boundaries[above - 1]
    if ('default' in definition) return definition.default
    throw locationError(40066, '$bucket met a value outside of the boundaries and has no default')
  }
  const fields = compileOutputs(output, context.variables)
  if (!fields) throw locationError(40234, 'unknown accumulator in the output of $bucket')
  return sortedById(groupBy(idOf, fields, input, context))
}

async function* sortedById(input: DocStream): AsyncGenerator<Doc[]> {
  for await (const docs of input) yield docs.sort((a, b) => compare(a._id, b._id))
}

/** Null when an accumulator is not one of ours. */
function compileOutputs(outputs: Doc, variables?: Doc): OutputField[] | null {
  const fields: OutputField[] = []
  for (const [name, definition] of Object.entries(outputs)) {
    const [entry] = isDoc(definition) ? Object.entries(definition) : []
    if (!entry?.[0].startsWith('$'))
      throw locationError(40234, `The field '${name}' must be an accumulator object`)
    const [operator, expression] = entry
    const create = accumulators[operator]
    if (!create) return null
    fields.push({ name, create, evaluate: compileExpression(expression, variables) })
  }
  return fields
}

async function* groupBy(
  idOf: Expression,
  fields: OutputField[],
  input: DocStream,
  { database }: PipelineContext,
): AsyncGenerator<Doc[]> {
  const budget = new MemoryBudget('$group', database.memoryLimitBytes)
  const groups = new Map<string, Group>()
  for await (const docs of input) {
    for (const doc of docs) {
      const id = idOf(doc) ?? null
      const key = valueKey(id)
      let found = groups.get(key)
      if (!found) {
        budget.add([key, id, fields])
        found = { id, accumulators: fields.map(({ create }) => create(budget)) }
        groups.set(key, found)
      }
      for (const [i, { evaluate }] of fields.entries()) found.accumulators[i]?.add(evaluate(doc))
    }
  }
  yield [...groups.values()].map(({ id, accumulators: made }) => {
    const doc: Doc = { _id: id }
    for (const [i, { name }] of fields.entries()) doc[name] = made[i]?.result()
    return doc
  })
}

async function* groupByMingo(
  argument: Doc,
  input: DocStream,
  { database, variables }: PipelineContext,
): AsyncGenerator<Doc[]> {
  const budget = new MemoryBudget('$group', database.memoryLimitBytes)
  const docs: Doc[] = []
  for await (const portion of input) {
    budget.add(portion)
    docs.push(...portion)
  }
  yield runMingoStage('$group', argument, docs, variables)
}

const isPresent = (value: unknown) => value !== null && value !== undefined

const accumulators: Record<string, (budget: MemoryBudget) => Accumulator> = {
  $count: () => {
    let count = 0
    return { add: () => void count++, result: () => count }
  },
  $sum: () => {
    let sum = 0
    return {
      add: (value) => {
        if (isNumeric(value)) sum += toNumber(value)
      },
      result: () => sum,
    }
  },
  $avg: () => {
    let sum = 0
    let count = 0
    return {
      add: (value) => {
        if (!isNumeric(value)) return
        sum += toNumber(value)
        count++
      },
      result: () => (count === 0 ? null : sum / count),
    }
  },
  $min: () => best((difference) => difference < 0),
  $max: () => best((difference) => difference > 0),
  $first: () => {
    let first: { value: unknown } | null = null
    return {
      add: (value) => {
        first ??= { value }
      },
      result: () => first?.value ?? null,
    }
  },
  $last: () => {
    let last: unknown
    return {
      add: (value) => {
        last = value
      },
      result: () => last ?? null,
    }
  },
  $push: (budget) => {
    const values: unknown[] = []
    return {
      add: (value) => {
        if (value === undefined) return
        budget.add(value)
        values.push(value)
      },
      result: () => values,
    }
  },
  $addToSet: (budget) => {
    const values = new Map<string, unknown>()
    return {
      add: (value) => {
        if (value === undefined) return
        const key = valueKey(value)
        if (values.has(key)) return
        budget.add([key, value])
        values.set(key, value)
      },
      result: () => [...values.values()],
    }
  },
}

function best(isBetter: (difference: number) => boolean): Accumulator {
  let found: unknown
  return {
    add: (value) => {
      if (isPresent(value) && (found === undefined || isBetter(compare(value, found))))
        found = value
    },
    result: () => found ?? null,
  }
}
