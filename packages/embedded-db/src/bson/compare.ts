import { Binary, BSONRegExp, Code, ObjectId, Timestamp } from 'bson'
import { type Doc, TypeOrder, toInt64, toNumber, typeOrder } from './values.ts'

/**
 * Compares two BSON values as MongoDB sorts them: first by type, then by value. Negative, zero or positive.
 * Decimal128 is compared by its double value.
 */
export function compare(a: unknown, b: unknown): number {
  if (a === b) return 0
  const order = typeOrder(a)
  const difference = order - typeOrder(b)
  if (difference !== 0) return difference
  switch (order) {
    case TypeOrder.number:
      return compareNumbers(a, b)
    case TypeOrder.string:
      return compareStrings(String(a), String(b))
    case TypeOrder.boolean:
    case TypeOrder.date:
      return Number(a) - Number(b)
    default:
      return compareObjects(a, b)
  }
}

export const isEqual = (a: unknown, b: unknown) => compare(a, b) === 0

/** UTF-8 byte order. It differs from JavaScript's UTF-16 order only where surrogates are involved. */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    if (isSurrogate(x) !== isSurrogate(y)) return isSurrogate(x) ? 1 : -1
    return x - y
  }
  return a.length - b.length
}

const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff

function compareNumbers(a: unknown, b: unknown): number {
  const x = toNumber(a)
  const y = toNumber(b)
  if (x < y) return -1
  if (x > y) return 1
  if (x !== y) return Number(Number.isNaN(y)) - Number(Number.isNaN(x))
  // Equal as doubles, but an int64 has more digits than a double.
  const p = toInt64(a)
  const q = toInt64(b)
  if ((p === null && q === null) || !Number.isFinite(x)) return 0
  return compareBigints(p ?? BigInt(x), q ?? BigInt(y))
}

function compareObjects(a: unknown, b: unknown): number {
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id)
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b)
  if (a instanceof Binary && b instanceof Binary) return compareBinaries(a, b)
  if (a instanceof Timestamp && b instanceof Timestamp)
    return compareBigints(a.toBigInt(), b.toBigInt())
  if (typeOrder(a) === TypeOrder.regex) return compareStrings(regexText(a), regexText(b))
  if (a instanceof Code && b instanceof Code) return compareStrings(a.code, b.code)
  if (typeOrder(a) === TypeOrder.object) {
    // The type order says that both are documents, which the compiler cannot see.
    return compareDocuments(a as Doc, b as Doc)
  }
  return 0
}

const compareBigints = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0)

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = compare(a[i], b[i])
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function compareDocuments(a: Doc, b: Doc): number {
  const keysA = Object.keys(a)
  const keysB = Object.keys(b)
  for (const [i, keyA] of keysA.entries()) {
    const keyB = keysB[i]
    if (keyB === undefined) return 1
    const difference =
      typeOrder(a[keyA]) - typeOrder(b[keyB]) ||
      compareStrings(keyA, keyB) ||
      compare(a[keyA], b[keyB])
    if (difference !== 0) return difference
  }
  return keysA.length - keysB.length
}

function compareBinaries(a: Binary, b: Binary): number {
  return (
    a.position - b.position ||
    a.sub_type - b.sub_type ||
    Buffer.compare(binaryBytes(a), binaryBytes(b))
  )
}

/** The used part of a Binary's buffer. */
export const binaryBytes = (value: Binary) => value.buffer.subarray(0, value.position)

/** Pattern and flags as one text, which is how regular expressions are ordered. */
export function regexText(value: unknown): string {
  if (value instanceof RegExp) return `${value.source}\0${value.flags}`
  return value instanceof BSONRegExp ? `${value.pattern}\0${value.options}` : ''
}
