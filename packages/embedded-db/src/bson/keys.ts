import { createHash } from 'node:crypto'
import { Binary, Code, ObjectId, Timestamp } from 'bson'
import { binaryBytes, regexText } from './compare.ts'
import { isDoc, TypeOrder, toInt64, toNumber, typeOrder } from './values.ts'

/*
 * Order-preserving keys: comparing two keys byte by byte gives the same answer as comparing the values they were
 * made from. One value is a type byte (TypeOrder) and a payload that sorts like the value; a descending index
 * field is stored with every byte inverted. This is the file format: a change needs a new data folder.
 */

/** Every key starts with the number of its collection or index as uint32. */
export const TREE_ID_BYTES = 4

/** LMDB takes keys of up to 1978 bytes (4 KiB pages). The fields of an index entry may use this many, … */
export const MAX_ENTRY_BYTES = 1380 + TREE_ID_BYTES

/** … and the encoded `_id` behind them this many; a longer one is shortened to its start and a SHA-256. */
const MAX_ID_BYTES = 480
const HASH_BYTES = 32

/** Keys of a collection are in the order of `_id` up to this length. */
export const ID_PREFIX_BYTES = TREE_ID_BYTES + MAX_ID_BYTES - HASH_BYTES

/** What an index stores for an empty array. */
export const EMPTY_ARRAY = Symbol('empty array')

let buffer = Buffer.allocUnsafe(8192)
let length = 0

/** The key of one index entry (without the `_id`) or of a bound. A negative direction inverts that field. */
export function encodeKey(
  treeId: number,
  values: readonly unknown[],
  directions?: readonly number[],
): Buffer {
  length = 0
  reserve(TREE_ID_BYTES)
  buffer.writeUInt32BE(treeId, 0)
  length = TREE_ID_BYTES
  for (const [i, value] of values.entries()) {
    const start = length
    putValue(value)
    if (directions && (directions[i] ?? 1) < 0) {
      for (let j = start; j < length; j++) buffer[j] = ~(buffer[j] ?? 0)
    }
  }
  return copyOfBuffer()
}

/** The encoded `_id` of a document: its place in the collection and the value of its index entries. */
export function encodeId(id: unknown): Buffer {
  length = 0
  putValue(id)
  if (length <= MAX_ID_BYTES) return copyOfBuffer()
  const hash = createHash('sha256').update(buffer.subarray(0, length)).digest()
  return Buffer.concat([buffer.subarray(0, MAX_ID_BYTES - HASH_BYTES), hash])
}

/** A text that is equal for equal values and different for different ones: the key of maps and sets of values. */
export function valueKey(value: unknown): string {
  if (typeof value === 'string') return `s${value}`
  length = 0
  putValue(value)
  return buffer.toString('latin1', 0, length)
}

export function treeKey(treeId: number): Buffer {
  const key = Buffer.allocUnsafe(TREE_ID_BYTES)
  key.writeUInt32BE(treeId, 0)
  return key
}

/** The key of a document in its collection. */
export function recordKey(collectionId: number, idKey: Buffer): Buffer {
  const key = Buffer.allocUnsafe(TREE_ID_BYTES + idKey.length)
  key.writeUInt32BE(collectionId, 0)
  idKey.copy(key, TREE_ID_BYTES)
  return key
}

/** The smallest key above every key that starts with `prefix`. */
export function afterPrefix(prefix: Buffer): Buffer {
  let end = prefix.length
  while (end > 0 && prefix[end - 1] === 0xff) end--
  if (end === 0) return Buffer.alloc(TREE_ID_BYTES + 1, 0xff)
  const key = Buffer.from(prefix.subarray(0, end))
  key[end - 1] = (key[end - 1] ?? 0) + 1
  return key
}

/** The smallest key above `key` itself. */
export const afterKey = (key: Buffer) => Buffer.concat([key, ZERO])

const ZERO = Buffer.from([0])

function copyOfBuffer(): Buffer {
  return Buffer.from(buffer.subarray(0, length))
}

function reserve(bytes: number): void {
  if (length + bytes <= buffer.length) return
  const larger = Buffer.allocUnsafe((length + bytes) * 2)
  buffer.copy(larger, 0, 0, length)
  buffer = larger
}

function putByte(value: number): void {
  reserve(1)
  buffer[length++] = value
}

function putValue(value: unknown): void {
  if (value === EMPTY_ARRAY) {
    putByte(TypeOrder.emptyArray)
    return
  }
  const order = typeOrder(value)
  putByte(order)
  switch (order) {
    case TypeOrder.number:
      putNumber(value)
      break
    case TypeOrder.string:
      putText(String(value))
      break
    case TypeOrder.boolean:
      putByte(value === true ? 1 : 0)
      break
    case TypeOrder.date:
      putInt64(BigInt(Number(value)) + (1n << 63n))
      break
    case TypeOrder.regex:
      putText(regexText(value))
      break
    default:
      putObject(value)
  }
}

function putObject(value: unknown): void {
  if (value instanceof ObjectId) {
    reserve(12)
    buffer.set(value.id, length)
    length += 12
  } else if (Array.isArray(value)) {
    for (const element of value) putValue(element)
    putByte(0)
  } else if (isDoc(value)) {
    for (const key of Object.keys(value)) {
      putByte(typeOrder(value[key]))
      putText(key)
      putValue(value[key])
    }
    putByte(0)
  } else if (value instanceof Binary) {
    const content = binaryBytes(value)
    reserve(5 + content.length)
    buffer.writeUInt32BE(content.length, length)
    buffer[length + 4] = value.sub_type
    buffer.set(content, length + 5)
    length += 5 + content.length
  } else if (value instanceof Timestamp) putInt64(value.toBigInt())
  else if (value instanceof Code) putText(value.code)
}

/** UTF-8, ended by a zero byte; a zero inside becomes 00 FF, which still sorts above the end. */
function putText(text: string): void {
  reserve(text.length * 3 + 1)
  const start = length
  length += buffer.write(text, length, 'utf8')
  if (text.includes('\0')) {
    const plain = Buffer.from(buffer.subarray(start, length))
    length = start
    reserve(plain.length * 2 + 1)
    for (const byte of plain) {
      buffer[length++] = byte
      if (byte === 0) buffer[length++] = 0xff
    }
  }
  putByte(0)
}

function putInt64(value: bigint): void {
  reserve(8)
  buffer.writeBigUInt64BE(BigInt.asUintN(64, value), length)
  length += 8
}

const float = new DataView(new ArrayBuffer(8))

/** The double with its bits turned so that they sort, then what an int64 has beyond a double (at most ±512). */
function putNumber(value: unknown): void {
  const double = toNumber(value) + 0 // Turns -0 into 0.
  let remainder = 0
  const int64 = toInt64(value)
  if (int64 !== null && !Number.isSafeInteger(double)) remainder = Number(int64 - BigInt(double))
  float.setFloat64(0, double)
  let high = float.getUint32(0)
  let low = float.getUint32(4)
  if (Number.isNaN(double)) {
    high = 0
    low = 0
  } else if (high & 0x80000000) {
    high = ~high >>> 0
    low = ~low >>> 0
  } else high = (high | 0x80000000) >>> 0
  reserve(10)
  buffer.writeUInt32BE(high, length)
  buffer.writeUInt32BE(low, length + 4)
  buffer.writeUInt16BE(0x8000 + remainder, length + 8)
  length += 10
}
