import { describe, expect, it } from 'vitest'
import { conversationIdOf, derivedId, fingerprint, newId, sessionIdOf } from './ids.ts'

describe('ids', () => {
  it('sort by the time they were made', () => {
    const ids = Array.from({ length: 100 }, () => newId('msg'))
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(100)
  })

  it('are the same again for the same parts, and differ when the parts are cut differently', () => {
    expect(derivedId('msg', 'a', 'b')).toBe(derivedId('msg', 'a', 'b'))
    expect(derivedId('msg', 'ab', 'c')).not.toBe(derivedId('msg', 'a', 'bc'))
  })

  it('keep a contact and a group of the same name apart', () => {
    expect(conversationIdOf('n', { contactId: 'x' })).not.toBe(
      conversationIdOf('n', { group: 'x' }),
    )
  })

  it('give sessions short names that fit into choice tokens', () => {
    expect(sessionIdOf('conv', 'event')).toMatch(/^[0-9A-Za-z]{14}$/)
  })
})

it('fingerprints JSON without regard to the order of keys, but of items', () => {
  expect(fingerprint({ a: 1, b: { c: 2, d: 3 } })).toBe(fingerprint({ b: { d: 3, c: 2 }, a: 1 }))
  expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]))
})
