import { derivedId, newId } from '@parley/runtime/pipeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromUuid, toUuid, UUID } from './uuid.ts'

test('every id has a UUID that gives it back, in capitals, too', () => {
  const ids = [
    newId('msg'),
    derivedId('msg', 'a'),
    'msg_00000000000000000000000000',
    'msg_03zzzzzzzzzzzzzzzzzzzzzzzz',
    'msg_ffffffffffffffffffffffffff',
    'msg_04000000000000000000000000',
  ]
  for (const id of ids) {
    expect(toUuid(id)).toMatch(UUID)
    expect(fromUuid(toUuid(id), 'msg')).toBe(id)
    expect(fromUuid(toUuid(id).toUpperCase(), 'msg')).toBe(id)
  }
  expect(new Set(ids.map(toUuid)).size).toBe(ids.length)
})

test('they are UUIDs as RFC 9562 has them', () => {
  expect(toUuid(newId('tpl'))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-/)
  expect(toUuid(derivedId('msg', 'b'))).toMatch(/-[58][0-9a-f]{3}-[89ab][0-9a-f]{3}-/)
})

test('hashes of anything come back', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const id = derivedId('msg', text)
      expect(fromUuid(toUuid(id), 'msg')).toBe(id)
    }),
  )
})

test('an id of another form stays, and a UUID of another kind stands for nothing', () => {
  for (const id of ['msg_short', '', 'nothing', 'msg_zzzzzzzzzzzzzzzzzzzzzzzzzz']) {
    expect(toUuid(id)).toBe(id)
  }
  for (const uuid of ['0b4c1f3e-6a52-4b7a-9d51-0f8c4f1a2b3c', 'x', '']) {
    expect(fromUuid(uuid, 'msg')).toBeNull()
  }
})
