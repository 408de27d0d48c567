import { Decimal128 } from 'bson'
import { compare } from '../bson/compare.ts'
import { isDoc, isNumeric, isRegex, TypeOrder, toNumber, typeOrder } from '../bson/values.ts'
import { literalPrefix, parseRegex } from '../query/regex.ts'
import { type Condition, isPoint } from './conditions.ts'

/** More points than this are checked one by one on the documents instead. */
export const MAX_POINTS = 5000

interface Limit {
  value: unknown
  isInclusive: boolean
}

/** Values of one type between two limits, of which at least one is set. */
export interface Interval {
  type: 'interval'
  low: Limit | null
  high: Limit | null
}

/** What the conditions on one field let an index look for. */
export type Bounds = (
  | { type: 'points'; values: unknown[] }
  | Interval
  | { type: 'prefix'; text: string }
) & {
  /** True when every value inside the bounds meets all conditions on the field and no other value does. */
  isExact: boolean
}

/** The bounds of one field of an index, or null when its conditions narrow nothing. */
export function boundsOf(conditions: Condition[] | undefined, isMultikey: boolean): Bounds | null {
  if (!conditions) return null
  return (
    pointBounds(conditions) ?? intervalBounds(conditions, isMultikey) ?? prefixBounds(conditions)
  )
}

function pointBounds(conditions: Condition[]): Bounds | null {
  let best: unknown[] | null = null
  for (const { operator, argument } of conditions) {
    const values =
      operator === '$eq'
        ? [argument]
        : operator === '$in' && Array.isArray(argument)
          ? argument
          : null
    if (!values || values.length > MAX_POINTS || !values.every(isPoint)) continue
    if (!best || values.length < best.length) best = values
  }
  if (!best) return null
  // A missing field is stored as null, and a decimal by its double: the document must be looked at.
  const isExact =
    conditions.length === 1 && !best.some((value) => value === null || value instanceof Decimal128)
  return { type: 'points', values: best, isExact }
}

function intervalBounds(conditions: Condition[], isMultikey: boolean): Bounds | null {
  const interval: Interval = { type: 'interval', low: null, high: null }
  let order: number | null = null
  let isExact = true
  for (const condition of conditions) {
    const { operator, argument } = condition
    const side = sideOf(operator)
    const fits = side && isRangeable(argument) && (order === null || typeOrder(argument) === order)
    // In an array, one element may be above the low limit and another below the high one.
    const other = side === 'low' ? interval.high : interval.low
    if (!fits || (isMultikey && other)) {
      isExact = false
      continue
    }
    order = typeOrder(argument)
    if (argument instanceof Decimal128) isExact = false
    const limit = { value: argument, isInclusive: operator.endsWith('e') }
    const current = interval[side]
    if (!current || isTighter(limit, current, side)) interval[side] = limit
  }
  if (order === null) return null
  // NaN sorts below all numbers, but no range includes it.
  if (order === TypeOrder.number && !interval.low) isExact = false
  return { ...interval, isExact }
}

function sideOf(operator: string): 'low' | 'high' | null {
  if (operator === '$gt' || operator === '$gte') return 'low'
  return operator === '$lt' || operator === '$lte' ? 'high' : null
}

function isRangeable(value: unknown): boolean {
  if (value === null || value === undefined || Array.isArray(value)) return false
  if (isDoc(value) || isRegex(value)) return false
  const order = typeOrder(value)
  if (order === TypeOrder.minKey || order === TypeOrder.maxKey) return false
  return !(isNumeric(value) && Number.isNaN(toNumber(value)))
}

function isTighter(limit: Limit, current: Limit, side: 'low' | 'high'): boolean {
  const difference = compare(limit.value, current.value)
  if (difference === 0) return !limit.isInclusive
  return side === 'low' ? difference > 0 : difference < 0
}

function prefixBounds(conditions: Condition[]): Bounds | null {
  for (const { operator, argument, options } of conditions) {
    if (operator !== '$regex') continue
    const text = literalPrefix(parseRegex(argument, options))
    if (text) return { type: 'prefix', text, isExact: false }
  }
  return null
}
