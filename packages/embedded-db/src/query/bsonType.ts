import { Binary, BSONSymbol, Code, Decimal128, Double, Timestamp } from 'bson'
import { isNumeric, isRegex, TypeOrder, toInt64, toNumber, typeOrder } from '../bson/values.ts'
import { badValue } from '../errors.ts'

/** MongoDB's names and numbers of types. https://www.mongodb.com/docs/manual/reference/bson-types/ */
const TYPE_NUMBERS: Record<string, number> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
}

const INT32_LIMIT = 2 ** 31

/** MongoDB's name of the type of a value; `missing` for undefined. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing'
  if (typeof value === 'number')
    return Number.isInteger(value) &&
      value >= -INT32_LIMIT &&
      value < INT32_LIMIT &&
      !Object.is(value, -0)
      ? 'int'
      : 'double'
  if (toInt64(value) !== null) return 'long'
  if (value instanceof Double) return 'double'
  if (value instanceof Decimal128) return 'decimal'
  if (isNumeric(value)) return 'int'
  if (value instanceof Binary) return 'binData'
  if (value instanceof BSONSymbol) return 'symbol'
  if (value instanceof Timestamp) return 'timestamp'
  if (value instanceof Code) return value.scope ? 'javascriptWithScope' : 'javascript'
  if (isRegex(value)) return 'regex'
  return namesByOrder[typeOrder(value)] ?? 'object'
}

const namesByOrder: Record<number, string> = {
  [TypeOrder.minKey]: 'minKey',
  [TypeOrder.null]: 'null',
  [TypeOrder.string]: 'string',
  [TypeOrder.object]: 'object',
  [TypeOrder.array]: 'array',
  [TypeOrder.objectId]: 'objectId',
  [TypeOrder.boolean]: 'bool',
  [TypeOrder.date]: 'date',
  [TypeOrder.maxKey]: 'maxKey',
}

/** `$type`: a name, a number or a list of both; `number` stands for all numeric types. */
export function typeTest(argument: unknown): (value: unknown) => boolean {
  const wanted = new Set((Array.isArray(argument) ? argument : [argument]).flatMap(typeNumbers))
  const isWanted = (value: unknown) => wanted.has(TYPE_NUMBERS[typeName(value)] ?? Number.NaN)
  return (value) => isWanted(value) || (Array.isArray(value) && value.some(isWanted))
}

function typeNumbers(type: unknown): number[] {
  if (type === 'number') return [1, 16, 18, 19]
  const number = typeof type === 'string' ? TYPE_NUMBERS[type] : toNumber(type)
  if (number === undefined || Number.isNaN(number))
    throw badValue(`Unknown type name alias: ${String(type)}`)
  return [number]
}
