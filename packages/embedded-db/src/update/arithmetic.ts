import { Decimal128, Double } from 'bson'
import { toInt64, toNumber } from '../bson/values.ts'
import { badValue } from '../errors.ts'

const INT64_LIMIT = 1n << 63n
/** Digits of a decimal result: what a double holds without showing its rounding. */
const DECIMAL_PRECISION = 15

/**
 * Adds or multiplies with MongoDB's result types: int stays int, becomes long when it must, and any double or
 * decimal makes the result one. Decimals are computed in double precision.
 */
export function calculate(a: unknown, b: unknown, operator: 'add' | 'multiply'): unknown {
  const inDouble = operator === 'add' ? toNumber(a) + toNumber(b) : toNumber(a) * toNumber(b)
  if (a instanceof Decimal128 || b instanceof Decimal128)
    return Decimal128.fromString(String(Number(inDouble.toPrecision(DECIMAL_PRECISION))))
  const x = toInteger(a)
  const y = toInteger(b)
  if (x === null || y === null) return toDouble(inDouble)
  const exact = operator === 'add' ? x + y : x * y
  const isLong = toInt64(a) !== null || toInt64(b) !== null
  if (!isLong && BigInt.asIntN(32, exact) === exact) return Number(exact)
  if (exact >= INT64_LIMIT || exact < -INT64_LIMIT)
    throw badValue(`integer overflow: ${String(a)} and ${String(b)}`)
  return exact
}

/** Bitwise and, or, xor of integers; the result is a long when either is. */
export function bitwise(a: unknown, b: unknown, operator: string): unknown {
  const x = toInteger(a)
  const y = toInteger(b)
  if (x === null || y === null) throw badValue('$bit works on integers only')
  const result = operator === 'and' ? x & y : operator === 'or' ? x | y : x ^ y
  return toInt64(a) !== null || toInt64(b) !== null ? result : Number(result)
}

/** A number is an int32 here exactly when it would be stored as one (see codec.ts). */
function toInteger(value: unknown): bigint | null {
  const int64 = toInt64(value)
  if (int64 !== null) return int64
  const isInt32 = typeof value === 'number' && (value | 0) === value && !Object.is(value, -0)
  return isInt32 ? BigInt(value) : null
}

/** Keeps an integral double a double. */
const toDouble = (value: number) => (Number.isInteger(value) ? new Double(value) : value)
