import { definitionOf, NODE_TYPES } from '@parley/shared'
import { expect, test } from 'vitest'
import { groupOfType } from './groupOfType.ts'

test.each(NODE_TYPES)('the group of %s is the one of its definition', (type) => {
  expect(groupOfType(type)).toBe(definitionOf(type).group)
})

test('a type that this version does not know is drawn like a note', () => {
  expect(groupOfType('teleport')).toBe('canvas')
})
