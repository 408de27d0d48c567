import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'

/** A BSON document or sub-document in memory. Field order matters. */
export type Doc = Record<string, unknown>

/**
 * The place of each BSON type in the order that sorts, ranges and indexes use. The numbers are also the
 * first byte of an encoded key (see keys.ts), so they are part of the file format: never change them.
 */
export const TypeOrder = {
  minKey: 0x05,
  /** An empty array inside an index: below null, because it must not look like null there. */
  emptyArray: 0x08,
  null: 0x0a,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  array: 0x38,
  binary: 0x40,
  objectId: 0x48,
  boolean: 0x50,
  date: 0x58,
  timestamp: 0x5c,
  regex: 0x60,
  code: 0x68,
  maxKey: 0x78,
} as const

const orderByPrototype = new Map<unknown, number>([
  [Object.prototype, TypeOrder.object],
  [null, TypeOrder.object],
  [Array.prototype, TypeOrder.array],
  [Date.prototype, TypeOrder.date],
  [ObjectId.prototype, TypeOrder.objectId],
  [Binary.prototype, TypeOrder.binary],
  [Double.prototype, TypeOrder.number],
  [Int32.prototype, TypeOrder.number],
  [Long.prototype, TypeOrder.number],
  [Decimal128.prototype, TypeOrder.number],
  [Timestamp.prototype, TypeOrder.timestamp],
  [RegExp.prototype, TypeOrder.regex],
  [BSONRegExp.prototype, TypeOrder.regex],
  [BSONSymbol.prototype, TypeOrder.string],
  [Code.prototype, TypeOrder.code],
  [MinKey.prototype, TypeOrder.minKey],
  [MaxKey.prototype, TypeOrder.maxKey],
])

/** Place of `value` in the BSON type order; a missing field counts as null. */
export function typeOrder(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return TypeOrder.string
    case 'number':
    case 'bigint':
      return TypeOrder.number
    case 'boolean':
      return TypeOrder.boolean
    case 'object':
      if (value === null) return TypeOrder.null
      return orderByPrototype.get(Object.getPrototypeOf(value)) ?? TypeOrder.object
    default:
      return TypeOrder.null
  }
}

export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

export const isNumeric = (value: unknown) => typeOrder(value) === TypeOrder.number

export const isRegex = (value: unknown): value is RegExp | BSONRegExp =>
  value instanceof RegExp || value instanceof BSONRegExp

/** The value of any numeric BSON type as a JavaScript number (int64 and decimals may lose digits); NaN otherwise. */
export function toNumber(value: unknown): number {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Double || value instanceof Int32) return value.value
  if (value instanceof Long) return value.toNumber()
  if (value instanceof Decimal128) return Number(value.toString())
  return Number.NaN
}

/** The value of an int64, or null for every other type. */
export function toInt64(value: unknown): bigint | null {
  if (typeof value === 'bigint') return value
  return value instanceof Long ? value.toBigInt() : null
}

/** Truth as MongoDB's options and projections see it: every non-zero number, every other non-null value but false. */
export const isTruthy = (value: unknown) =>
  isNumeric(value) ? toNumber(value) !== 0 : Boolean(value)

/** The own field of a document. Never reaches the prototype, so a field may be called `constructor`. */
export const ownField = (doc: Doc, name: string): unknown =>
  Object.hasOwn(doc, name) ? doc[name] : undefined

/** Sets a field even when it is called `__proto__`. */
export function setField(doc: Doc, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(doc, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  } else doc[name] = value
}

/** A copy that shares no document or array with the original; leaf values are immutable here and shared. */
export function cloneValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cloneValue)
  return isDoc(value) ? cloneDoc(value) : value
}

export function cloneDoc(doc: Doc): Doc {
  const copy: Doc = {}
  for (const key of Object.keys(doc)) setField(copy, key, cloneValue(doc[key]))
  return copy
}

/**
 * The same value with Double and int64 unwrapped to JavaScript numbers where no digit is lost. Expressions
 * work on such values (mingo does not know the wrappers); stored documents keep theirs.
 */
export function plainNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainNumbers)
  if (isDoc(value)) return plainNumbersDoc(value)
  if (value instanceof Double || value instanceof Int32) return value.value
  const int64 = toInt64(value)
  if (int64 !== null && Number.isSafeInteger(Number(int64))) return Number(int64)
  return value
}

export function plainNumbersDoc(doc: Doc): Doc {
  const plain: Doc = {}
  for (const key of Object.keys(doc)) setField(plain, key, plainNumbers(doc[key]))
  return plain
}
