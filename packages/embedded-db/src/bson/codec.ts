import {
  Binary,
  BSON,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'
import { badValue } from '../errors.ts'
import { valueLength } from './raw.ts'
import { type Doc, setField } from './values.ts'

/*
 * A BSON reader of our own, for two reasons. It keeps number types without wrapping every number: an int32 or
 * a fraction is a JavaScript number, an int64 a bigint, and only a double with an integral value, which would
 * be written back as int32, stays a `Double`. And it can read a few top-level fields and jump over the rest,
 * which makes scans cheap. Writing is left to the bson package. Format: https://bsonspec.org/spec.html
 */

/** The top-level fields to read; the others are left out of the result. */
export type FieldSet = ReadonlySet<string>

let bytes: Buffer = Buffer.alloc(0)
let at = 0
/** Whether Double and safe int64 become JavaScript numbers, as expressions want them. */
let plain = false

/** Decodes one document. With `fields`, reads only those top-level fields. */
export function decode(raw: Buffer, fields?: FieldSet): Doc {
  return read(raw, false, fields)
}

/** Decodes with plain JavaScript numbers, for aggregation expressions. */
export function decodePlain(raw: Buffer, fields?: FieldSet): Doc {
  return read(raw, true, fields)
}

/** Encodes a document; `undefined` becomes null. */
export function encode(doc: Doc): Buffer {
  const encoded = BSON.serialize(doc, { checkKeys: false, ignoreUndefined: false })
  return Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength)
}

function read(raw: Buffer, plainNumbers: boolean, fields?: FieldSet): Doc {
  if (raw.length < 5 || raw.readInt32LE(0) !== raw.length)
    throw badValue('Invalid BSON: wrong length')
  bytes = raw
  at = 0
  plain = plainNumbers
  return fields ? readSomeFields(fields) : readDocument()
}

function readDocument(): Doc {
  const doc: Doc = {}
  const end = startDocument()
  for (;;) {
    const type = byteAt(at++)
    if (type === 0) break
    const name = readName()
    const value = readValue(type)
    if (name === '__proto__') setField(doc, name, value)
    else doc[name] = value
  }
  if (at !== end) throw badValue('Invalid BSON: a document does not end where it says')
  return doc
}

function readSomeFields(fields: FieldSet): Doc {
  const doc: Doc = {}
  let wanted = fields.size
  startDocument()
  while (wanted > 0) {
    const type = byteAt(at++)
    if (type === 0) break
    const name = readName()
    if (fields.has(name)) {
      setField(doc, name, readValue(type))
      wanted--
    } else at += valueLength(bytes, type, at)
  }
  return doc
}

function readArray(): unknown[] {
  const array: unknown[] = []
  startDocument()
  for (;;) {
    const type = byteAt(at++)
    if (type === 0) break
    while (byteAt(at++) !== 0); // The names are "0", "1", …
    array.push(readValue(type))
  }
  return array
}

function startDocument(): number {
  const end = at + bytes.readInt32LE(at)
  if (end > bytes.length || end < at + 5) throw badValue('Invalid BSON: document out of bounds')
  at += 4
  return end
}

function byteAt(position: number): number {
  const value = bytes[position]
  if (value === undefined) throw badValue('Invalid BSON: unexpected end')
  return value
}

function readValue(type: number): unknown {
  switch (type) {
    case 0x01: {
      const value = bytes.readDoubleLE(at)
      at += 8
      const looksLikeInt32 = (value | 0) === value && !Object.is(value, -0)
      return looksLikeInt32 && !plain ? new Double(value) : value
    }
    case 0x02:
      return readString()
    case 0x03:
      return readDocument()
    case 0x04:
      return readArray()
    case 0x05: {
      const length = bytes.readInt32LE(at)
      const subType = byteAt(at + 4)
      const content = slice(5, length)
      return new Binary(content, subType)
    }
    case 0x06:
    case 0x0a:
      return null
    case 0x07:
      return new ObjectId(slice(0, 12))
    case 0x08:
      return byteAt(at++) === 1
    case 0x09:
      return new Date(Number(readInt64()))
    case 0x0b: {
      const pattern = readName()
      return new BSONRegExp(pattern, readName())
    }
    case 0x0d:
      return new Code(readString())
    case 0x0e:
      return new BSONSymbol(readString())
    case 0x0f: {
      at += 4
      const code = readString()
      return new Code(code, readDocument())
    }
    case 0x10: {
      const value = bytes.readInt32LE(at)
      at += 4
      return value
    }
    case 0x11:
      return new Timestamp(BigInt.asUintN(64, readInt64()))
    case 0x12: {
      const value = readInt64()
      return plain && Number.isSafeInteger(Number(value)) ? Number(value) : value
    }
    case 0x13:
      return new Decimal128(slice(0, 16))
    case 0x7f:
      return new MaxKey()
    case 0xff:
      return new MinKey()
    default:
      throw badValue(`Invalid BSON: unknown or unsupported type 0x${type.toString(16)}`)
  }
}

function slice(skip: number, length: number): Buffer {
  const start = at + skip
  at = start + length
  if (length < 0 || at > bytes.length) throw badValue('Invalid BSON: value out of bounds')
  return bytes.subarray(start, at)
}

function readInt64(): bigint {
  const value = bytes.readBigInt64LE(at)
  at += 8
  return value
}

/** Below this length a loop over ASCII bytes is faster than a native call. */
const SHORT_STRING = 16

function readString(): string {
  const length = bytes.readInt32LE(at) - 1
  const start = at + 4
  const end = start + length
  if (length < 0 || end >= bytes.length) throw badValue('Invalid BSON: string out of bounds')
  at = end + 1
  if (length <= SHORT_STRING) {
    let text = ''
    let i = start
    for (; i < end; i++) {
      const code = bytes[i] ?? 0
      if (code > 0x7f) break
      text += String.fromCharCode(code)
    }
    if (i === end) return text
  }
  return bytes.toString('utf8', start, end)
}

/** Field names repeat in every document, so they are looked up by a hash of their bytes instead of being built again. */
const NAME_SLOTS = 4096
const knownNames = Array.from<{ bytes: Buffer; text: string } | undefined>({ length: NAME_SLOTS })

function readName(): string {
  const start = at
  let hash = 0x811c9dc5
  for (let code = byteAt(at); code !== 0; code = byteAt(++at))
    hash = Math.imul(hash ^ code, 0x01000193)
  const end = at++
  const slot = (hash ^ (hash >>> 15)) & (NAME_SLOTS - 1)
  const known = knownNames[slot]
  if (known && isSameName(known.bytes, start, end)) return known.text
  const text = bytes.toString('utf8', start, end)
  if (end - start <= 64) knownNames[slot] = { bytes: Buffer.from(bytes.subarray(start, end)), text }
  return text
}

function isSameName(name: Buffer, start: number, end: number): boolean {
  if (name.length !== end - start) return false
  for (let i = 0; i < name.length; i++) if (name[i] !== bytes[start + i]) return false
  return true
}
