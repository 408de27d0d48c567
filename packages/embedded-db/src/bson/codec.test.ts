import {
  Binary,
  BSON,
  BSONRegExp,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyValue } from '../testing/randomValues.ts'
import { decode, decodePlain, encode } from './codec.ts'
import { cutDocumentArray, firstFieldName } from './raw.ts'

const serialize = (doc: object) => Buffer.from(BSON.serialize(doc))

describe('decode', () => {
  test('gives back the very bytes when the result is encoded again', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ maxLength: 20 }), anyValue, { noNullPrototype: true }),
        (doc) => {
          fc.pre(!Object.keys(doc).some((key) => key.includes('\0')))
          const raw = encode(doc)
          expect(encode(decode(raw)).equals(raw)).toBe(true)
        },
      ),
    )
  })

  test('keeps the types of numbers apart', () => {
    const raw = serialize({
      int: 5,
      integralDouble: new Double(5),
      fraction: 5.5,
      long: Long.fromNumber(5),
      minusZero: -0,
      decimal: Decimal128.fromString('5.10'),
    })
    const doc = decode(raw)
    expect(doc).toMatchObject({ int: 5, fraction: 5.5, long: 5n })
    expect(doc.integralDouble).toBeInstanceOf(Double)
    expect(encode(doc).equals(raw)).toBe(true)
  })

  test('reads the types that drivers write', () => {
    const id = new ObjectId()
    const raw = serialize({
      id,
      date: new Date(1234),
      none: null,
      yes: true,
      bytes: new Binary(Buffer.from('abc'), 4),
      pattern: new BSONRegExp('^a', 'i'),
      stamp: new Timestamp({ t: 7, i: 2 }),
      low: new MinKey(),
      high: new MaxKey(),
      list: [1, [2, { three: 3 }]],
      long: 'a text that is longer than a short one, with ümläuts',
    })
    expect(decode(raw)).toEqual(BSON.deserialize(raw, { bsonRegExp: true, promoteBuffers: false }))
    expect(encode(decode(raw)).equals(raw)).toBe(true)
  })

  test('does not let a field called __proto__ reach the prototype', () => {
    const inner = serialize({ polluted: true })
    const name = Buffer.from('\x03__proto__\0', 'latin1')
    const raw = Buffer.concat([Buffer.alloc(4), name, inner, Buffer.from([0])])
    raw.writeInt32LE(raw.length, 0)
    const doc = decode(raw)
    expect(Object.keys(doc)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(doc)).toBe(Object.prototype)
    expect(doc.polluted).toBeUndefined()
  })

  test('reads only the fields that are asked for', () => {
    const raw = serialize({ a: 'x', skipped: { deep: [1, 2] }, pattern: /a/i, b: [1], c: 2 })
    expect(decode(raw, new Set(['b', 'a', 'missing']))).toEqual({ a: 'x', b: [1] })
  })

  test('gives expressions plain numbers, and int64 beyond double precision as it is', () => {
    const raw = serialize({ double: new Double(2), long: Long.fromNumber(3), huge: Long.MAX_VALUE })
    expect(decodePlain(raw)).toEqual({ double: 2, long: 3, huge: 2n ** 63n - 1n })
  })

  test('refuses documents that were cut off', () => {
    const raw = serialize({ a: 'text', b: { c: 1 } })
    for (let length = 0; length < raw.length; length++)
      expect(() => decode(raw.subarray(0, length))).toThrow(/Invalid BSON/)
  })

  test('comes to an end whatever byte is damaged', () => {
    const raw = serialize({ a: 'text', b: { c: [1, 'two', { three: 3n }] } })
    const outcomes = [...raw.keys()].map((i) => {
      const damaged = Buffer.from(raw)
      damaged[i] = 0xfe
      try {
        return typeof decode(damaged)
      } catch {
        return 'refused'
      }
    })
    expect(outcomes).toContain('refused')
    expect(outcomes).toContain('object')
  })
})

test('the first field of a command is its name', () => {
  expect(firstFieldName(serialize({ insert: 'things', ordered: true }))).toBe('insert')
})

test('documents are cut out of a command as they are', () => {
  const documents = [{ a: 1 }, { b: 'two' }]
  const cut = cutDocumentArray(serialize({ insert: 'x', documents, ordered: false }), 'documents')
  expect(cut?.documents.map((raw) => decode(raw))).toEqual(documents)
  expect(cut && decode(cut.rest)).toEqual({ insert: 'x', ordered: false })
  expect(cutDocumentArray(serialize({ insert: 'x' }), 'documents')).toBeNull()
})
