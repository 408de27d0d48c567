import { Timestamp } from 'bson'
import { compare, isEqual } from '../bson/compare.ts'
import { describeValue } from '../bson/describe.ts'
import { partsOf, sortValue } from '../bson/paths.ts'
import { getAt, type Path, setAt, unsetAt } from '../bson/setAt.ts'
import { cloneValue, type Doc, isDoc, isNumeric, isRegex, toNumber } from '../bson/values.ts'
import { badValue, failedToParse, typeMismatch } from '../errors.ts'
import { typeName } from '../query/bsonType.ts'
import { compileFilter } from '../query/filter.ts'
import { isOperatorDoc } from '../query/operators.ts'
import { bitwise, calculate } from './arithmetic.ts'

/** Changes the value at one concrete path of `doc`, in place. */
export type ApplyAt = (doc: Doc, path: Path) => void

/** Prepares an operator's argument for a field; throws for invalid ones before any document is touched. */
type Prepare = (argument: unknown, path: string) => ApplyAt

const set: Prepare = (argument) => (doc, path) => setAt(doc, path, cloneValue(argument))

/** The update operators. `$setOnInsert` is applied only when inserting, which is decided by the caller. */
export const updateOperators: Record<string, Prepare> = {
  $set: set,
  $setOnInsert: set,
  $unset: () => unsetAt,
  $inc: (argument, path) => arithmetic('$inc', argument, path),
  $mul: (argument, path) => arithmetic('$mul', argument, path),
  $min: (argument) => keepIf(argument, (difference) => difference < 0),
  $max: (argument) => keepIf(argument, (difference) => difference > 0),
  $currentDate: (argument) => {
    const isTimestamp = isDoc(argument) && argument.$type === 'timestamp'
    return (doc, path) => setAt(doc, path, isTimestamp ? currentTimestamp() : new Date())
  },
  $rename: (argument, from) => {
    if (typeof argument !== 'string' || argument === '')
      throw badValue(`The 'to' field for $rename must be a string: ${from}`)
    const target = partsOf(argument)
    return (doc, path) => {
      const value = getAt(doc, path)
      if (value === undefined) return
      unsetAt(doc, path)
      setAt(doc, target, value)
    }
  },
  $push: preparePush,
  $addToSet: (argument, path) => {
    const items = itemsOf('$addToSet', argument)
    return (doc, at) => {
      const array = arrayAt(doc, at, '$addToSet', path)
      for (const item of items)
        if (!array.some((element) => isEqual(element, item))) array.push(cloneValue(item))
      setAt(doc, at, array)
    }
  },
  $pop: (argument, path) => {
    const side = toNumber(argument)
    if (side !== 1 && side !== -1) throw failedToParse('$pop expects 1 or -1')
    return (doc, at) => {
      if (getAt(doc, at) === undefined) return
      const array = arrayAt(doc, at, '$pop', path)
      setAt(doc, at, side < 0 ? array.slice(1) : array.slice(0, -1))
    }
  },
  $pull: (argument, path) => remove('$pull', path, pullTest(argument)),
  $pullAll: (argument, path) => {
    if (!Array.isArray(argument)) throw badValue('$pullAll requires an array argument')
    return remove('$pullAll', path, (element) => argument.some((value) => isEqual(value, element)))
  },
  $bit: (argument, path) => {
    if (!isDoc(argument)) throw badValue('The $bit modifier needs a document like {and: 1}')
    const steps = Object.entries(argument)
    for (const [name] of steps)
      if (!['and', 'or', 'xor'].includes(name))
        throw badValue(`The $bit modifier does not know '${name}'`)
    return (doc, at) => {
      const current = getAt(doc, at) ?? 0
      if (!isNumeric(current))
        throw badValue(`Cannot apply $bit to the non-integer field '${path}'`)
      setAt(
        doc,
        at,
        steps.reduce<unknown>((value, [name, operand]) => bitwise(value, operand, name), current),
      )
    }
  },
}

function arithmetic(operator: '$inc' | '$mul', argument: unknown, path: string): ApplyAt {
  if (!isNumeric(argument))
    throw typeMismatch(
      `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${describeValue(argument)}}`,
    )
  const kind = operator === '$inc' ? 'add' : 'multiply'
  return (doc, at) => {
    const current = getAt(doc, at)
    if (current !== undefined && !isNumeric(current))
      throw typeMismatch(
        `Cannot apply ${operator} to a value of non-numeric type: '${path}' is of type ${typeName(current)}`,
      )
    // A missing field counts as 0 of the argument's type.
    if (current === undefined && kind === 'add') setAt(doc, at, argument)
    else setAt(doc, at, calculate(current ?? 0, argument, kind))
  }
}

function keepIf(argument: unknown, isWanted: (difference: number) => boolean): ApplyAt {
  return (doc, at) => {
    const current = getAt(doc, at)
    if (current === undefined || isWanted(compare(argument, current)))
      setAt(doc, at, cloneValue(argument))
  }
}

/** `{ $each: […] }` or a single item. */
function itemsOf(operator: string, argument: unknown): unknown[] {
  if (!isDoc(argument) || !('$each' in argument)) return [argument]
  if (!Array.isArray(argument.$each))
    throw badValue(`The argument to $each in ${operator} must be an array`)
  return argument.$each
}

function preparePush(argument: unknown, path: string): ApplyAt {
  const items = itemsOf('$push', argument)
  const options = isDoc(argument) && '$each' in argument ? argument : {}
  for (const option of Object.keys(options))
    if (!['$each', '$position', '$sort', '$slice'].includes(option))
      throw badValue(`Unrecognized clause in $push: ${option}`)
  const position = options.$position === undefined ? null : toNumber(options.$position)
  const slice = options.$slice === undefined ? null : toNumber(options.$slice)
  const inOrder = options.$sort === undefined ? null : elementOrder(options.$sort)
  return (doc, at) => {
    let array = arrayAt(doc, at, '$push', path)
    const added = items.map(cloneValue)
    if (position === null) array.push(...added)
    else array.splice(position, 0, ...added)
    if (inOrder) array.sort(inOrder)
    if (slice !== null) array = slice < 0 ? array.slice(slice) : array.slice(0, slice)
    setAt(doc, at, array)
  }
}

/** `$sort` of $push: a direction for whole elements, or fields of elements that are documents. */
function elementOrder(definition: unknown): (a: unknown, b: unknown) => number {
  if (!isDoc(definition)) {
    const direction = toNumber(definition)
    if (direction !== 1 && direction !== -1)
      throw badValue('The $sort element value must be either 1 or -1')
    return (a, b) => compare(a, b) * direction
  }
  const fields = Object.entries(definition).map(([path, direction]) => ({
    parts: partsOf(path),
    direction: toNumber(direction),
  }))
  return (a, b) => {
    for (const { parts, direction } of fields) {
      const x = isDoc(a) ? sortValue(a, parts, direction) : undefined
      const y = isDoc(b) ? sortValue(b, parts, direction) : undefined
      const difference = compare(x, y)
      if (difference !== 0) return difference * direction
    }
    return 0
  }
}

/** The array at a path, ready to be changed; empty when the field is missing. */
function arrayAt(doc: Doc, at: Path, operator: string, path: string): unknown[] {
  const current = getAt(doc, at)
  if (current === undefined) return []
  if (Array.isArray(current)) return current
  const message = `The field '${path}' must be an array but is of type ${typeName(current)}; cannot apply ${operator}`
  throw operator === '$pop' ? typeMismatch(message) : badValue(message)
}

function remove(
  operator: string,
  path: string,
  isUnwanted: (element: unknown) => boolean,
): ApplyAt {
  return (doc, at) => {
    if (getAt(doc, at) === undefined) return
    const array = arrayAt(doc, at, operator, path)
    setAt(
      doc,
      at,
      array.filter((element) => !isUnwanted(element)),
    )
  }
}

/** A document is a filter on elements, operators and patterns are conditions, anything else is a value. */
function pullTest(argument: unknown): (element: unknown) => boolean {
  if (isOperatorDoc(argument) || isRegex(argument)) {
    const matches = compileFilter({ value: argument })
    return (element) => matches({ value: element })
  }
  if (!isDoc(argument)) return (element) => isEqual(element, argument)
  const matches = compileFilter(argument)
  return (element) => isDoc(element) && matches(element)
}

let timestampCounter = 0

/** The moment as MongoDB's internal timestamp, unique within this process. */
export function currentTimestamp(): Timestamp {
  timestampCounter = (timestampCounter + 1) >>> 0
  return new Timestamp({ t: Math.floor(Date.now() / 1000), i: timestampCounter })
}
