import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromStoredAttributes, toFieldName, toStoredAttributes } from './attributes.ts'

const jsonObject = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true })

it('gives attributes back as they were, whatever they are', () => {
  fc.assert(
    fc.property(jsonObject, (attributes) => {
      // JSON has no negative zero.
      const asJson = JSON.parse(JSON.stringify(attributes))
      expect(fromStoredAttributes(toStoredAttributes(asJson))).toEqual(asJson)
    }),
  )
})

it('names fields so that a path leads to them', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(toFieldName(one)).toMatch(/^[^.$\0]+$/)
      expect(toFieldName(one) === toFieldName(other)).toBe(one === other)
    }),
  )
})
