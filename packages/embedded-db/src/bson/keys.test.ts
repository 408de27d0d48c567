import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyValue } from '../testing/randomValues.ts'
import { compare } from './compare.ts'
import { afterPrefix, encodeId, encodeKey, valueKey } from './keys.ts'

const sign = (n: number) => Math.sign(n)

describe('keys of index entries', () => {
  test('sort like the values they were made from', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const keys = Buffer.compare(encodeKey(1, [a]), encodeKey(1, [b]))
        expect(sign(keys)).toBe(sign(compare(a, b)))
      }),
      { numRuns: 3000 },
    )
  })

  test('sort the other way round in a descending field, and by the next field when equal', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, anyValue, (a, b, c, d) => {
        const keys = Buffer.compare(encodeKey(1, [a, c], [-1, 1]), encodeKey(1, [b, d], [-1, 1]))
        expect(sign(keys)).toBe(sign(-compare(a, b) || compare(c, d)))
      }),
      { numRuns: 3000 },
    )
  })

  test('lie below the end of every prefix they start with', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const prefix = encodeKey(1, [a])
        const key = encodeKey(1, [a, b])
        expect(Buffer.compare(key, afterPrefix(prefix))).toBe(-1)
        expect(key.subarray(0, prefix.length).equals(prefix)).toBe(true)
      }),
    )
  })
})

test('value keys are equal exactly for equal values', () => {
  fc.assert(
    fc.property(anyValue, anyValue, (a, b) => {
      expect(valueKey(a) === valueKey(b)).toBe(compare(a, b) === 0)
    }),
    { numRuns: 3000 },
  )
})

test('a long _id becomes a short key, different for different ids', () => {
  const a = encodeId('x'.repeat(5000))
  const b = encodeId(`${'x'.repeat(4999)}y`)
  expect(a.length).toBeLessThanOrEqual(480)
  expect(a.equals(b)).toBe(false)
})
