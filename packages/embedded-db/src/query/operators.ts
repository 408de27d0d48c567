import { BSONSymbol } from 'bson'
import { compare, isEqual } from '../bson/compare.ts'
import {
  type Doc,
  isDoc,
  isNumeric,
  isRegex,
  isTruthy,
  TypeOrder,
  toNumber,
  typeOrder,
} from '../bson/values.ts'
import { badValue } from '../errors.ts'
import { bitTest } from './bits.ts'
import { typeTest } from './bsonType.ts'
import { toRegExp } from './regex.ts'

/** A condition on the value at a path; undefined means that the field is missing. */
export type ValueTest = (value: unknown) => boolean

/** Turns a filter into a predicate on the elements of an array ($elemMatch). */
export type CompileElement = (filter: Doc) => (doc: Doc) => boolean

export interface OperatorTest {
  test: ValueTest
  /** The condition holds when `test` holds for no value at the path. */
  isNegated: boolean
}

/** `{ $gt: 1 }` is a document of operators, `{ a: 1 }` and a DBRef are values to compare with. */
export function isOperatorDoc(condition: unknown): condition is Doc {
  if (!isDoc(condition)) return false
  const [first] = Object.keys(condition)
  return first !== undefined && first.startsWith('$') && !['$ref', '$id', '$db'].includes(first)
}

/** The tests of a document of operators; all must hold. */
export function operatorTests(operators: Doc, compileElement: CompileElement): OperatorTest[] {
  const tests: OperatorTest[] = []
  for (const [operator, argument] of Object.entries(operators)) {
    const make = makers[operator]
    if (!make) throw badValue(`unknown operator: ${operator}`)
    const made = make(argument, { operators, compileElement })
    if (made) tests.push(typeof made === 'function' ? { test: made, isNegated: false } : made)
  }
  return tests
}

/** The value itself or, when it is an array, any element of it. */
const orElement =
  (test: ValueTest): ValueTest =>
  (value) =>
    test(value) || (Array.isArray(value) && value.some(test))

export function equalsTest(expected: unknown): ValueTest {
  if (expected === null || expected === undefined)
    return orElement((value) => value === null || value === undefined)
  if (typeof expected === 'string')
    return (value) =>
      value === expected ||
      (Array.isArray(value) && value.includes(expected)) ||
      (value instanceof BSONSymbol && value.value === expected)
  return orElement((value) => isEqual(value, expected))
}

export function regexTest(pattern: unknown, options?: unknown): ValueTest {
  const regex = toRegExp(pattern, options)
  return orElement(
    (value) =>
      (typeof value === 'string' && regex.test(value)) ||
      (isRegex(value) && isRegex(pattern) && isEqual(value, pattern)),
  )
}

interface MakeContext {
  operators: Doc
  compileElement: CompileElement
}

type Maker = (argument: unknown, context: MakeContext) => ValueTest | OperatorTest | null

const not = (test: ValueTest): OperatorTest => ({ test, isNegated: true })

const makers: Record<string, Maker> = {
  $eq: (argument) =>
    isRegex(argument) ? orElement((value) => isEqual(value, argument)) : equalsTest(argument),
  $ne: (argument) => {
    if (isRegex(argument)) throw badValue("Can't have regex as arg to $ne.")
    return not(equalsTest(argument))
  },
  $gt: (argument) => comparisonTest(argument, (difference) => difference > 0),
  $gte: (argument) => comparisonTest(argument, (difference) => difference >= 0),
  $lt: (argument) => comparisonTest(argument, (difference) => difference < 0),
  $lte: (argument) => comparisonTest(argument, (difference) => difference <= 0),
  $in: (argument) => inTest('$in', argument),
  $nin: (argument) => not(inTest('$nin', argument)),
  $exists: (argument) => ({ test: (value) => value !== undefined, isNegated: !isTruthy(argument) }),
  $type: (argument) => typeTest(argument),
  $regex: (argument, { operators }) => regexTest(argument, operators.$options),
  $options: (_argument, { operators }) => {
    if (!('$regex' in operators)) throw badValue('$options needs a $regex')
    return null
  },
  $not: (argument, { compileElement }) => {
    if (isRegex(argument)) return not(regexTest(argument))
    if (!isOperatorDoc(argument)) throw badValue('$not needs a regex or a document')
    return not(allOf(operatorTests(argument, compileElement)))
  },
  $mod: modTest,
  $size: (argument) => {
    const size = toNumber(argument)
    if (!Number.isInteger(size) || size < 0)
      throw badValue('$size must be a whole number of at least 0')
    return (value) => Array.isArray(value) && value.length === size
  },
  $all: (argument, { compileElement }) => {
    if (!Array.isArray(argument)) throw badValue('$all needs an array')
    const tests = argument.map((part: unknown) => {
      if (isDoc(part) && '$elemMatch' in part) return elementTest(part.$elemMatch, compileElement)
      return isRegex(part) ? regexTest(part) : equalsTest(part)
    })
    return (value) => tests.length > 0 && tests.every((test) => test(value))
  },
  $elemMatch: (argument, { compileElement }) => elementTest(argument, compileElement),
  $bitsAllSet: (argument) => orElement(bitTest(argument, (bits, mask) => (bits & mask) === mask)),
  $bitsAllClear: (argument) => orElement(bitTest(argument, (bits, mask) => (bits & mask) === 0n)),
  $bitsAnySet: (argument) => orElement(bitTest(argument, (bits, mask) => (bits & mask) !== 0n)),
  $bitsAnyClear: (argument) => orElement(bitTest(argument, (bits, mask) => (bits & mask) !== mask)),
  $comment: () => null,
}

const allOf =
  (tests: OperatorTest[]): ValueTest =>
  (value) =>
    tests.every(({ test, isNegated }) => test(value) !== isNegated)

/** Ranges compare only values of the argument's own type, and NaN only with itself. */
function comparisonTest(argument: unknown, accepts: (difference: number) => boolean): ValueTest {
  const order = typeOrder(argument)
  if (order === TypeOrder.minKey || order === TypeOrder.maxKey)
    return orElement((value) => value !== undefined && accepts(compare(value, argument)))
  if (order === TypeOrder.null)
    return orElement((value) => (value === null || value === undefined) && accepts(0))
  if (Number.isNaN(numberOrZero(argument)))
    return orElement((value) => Number.isNaN(numberOrZero(value)) && accepts(0))
  return orElement(
    (value) =>
      value !== undefined &&
      typeOrder(value) === order &&
      !Number.isNaN(numberOrZero(value)) &&
      accepts(compare(value, argument)),
  )
}

const numberOrZero = (value: unknown) => (isNumeric(value) ? toNumber(value) : 0)

function inTest(operator: string, argument: unknown): ValueTest {
  if (!Array.isArray(argument)) throw badValue(`${operator} needs an array`)
  if (argument.some(isOperatorDoc)) throw badValue(`cannot nest $ under ${operator}`)
  if (argument.every((element) => typeof element === 'string')) {
    const texts = new Set<unknown>(argument)
    return orElement((value) => texts.has(value))
  }
  const tests = argument.map((element: unknown) =>
    isRegex(element) ? regexTest(element) : equalsTest(element),
  )
  return (value) => tests.some((test) => test(value))
}

function modTest(argument: unknown): ValueTest {
  if (!Array.isArray(argument) || argument.length !== 2)
    throw badValue('malformed mod, needs to be an array of divisor and remainder')
  const [divisor, remainder] = argument.map((part: unknown) => Math.trunc(toNumber(part)))
  if (!divisor) throw badValue('divisor cannot be 0')
  return orElement(
    (value) => isNumeric(value) && Math.trunc(toNumber(value)) % divisor === remainder,
  )
}

function elementTest(argument: unknown, compileElement: CompileElement): ValueTest {
  if (!isDoc(argument)) throw badValue('$elemMatch needs an Object')
  const isFilter = ['$and', '$or', '$nor', '$expr'].includes(Object.keys(argument)[0] ?? '')
  if (isOperatorDoc(argument) && !isFilter) {
    const test = allOf(operatorTests(argument, compileElement))
    return (value) => Array.isArray(value) && value.some(test)
  }
  const matches = compileElement(argument)
  return (value) =>
    Array.isArray(value) &&
    value.some((element: unknown) => {
      if (isDoc(element)) return matches(element)
      // An array in an array is searched by position, as if it were a document { 0: …, 1: … }.
      return Array.isArray(element) && matches(Object.fromEntries(element.entries()))
    })
}
