import { expect, it } from 'vitest'
import { parseDefault } from './VariableList.tsx'

it.each([
  ['text', '12', '12'],
  ['text', '', ''],
  ['number', ' 12.5 ', 12.5],
  ['number', 'twelve', undefined],
  ['number', '"12"', undefined],
  ['boolean', 'true', true],
  ['boolean', 'yes', undefined],
  ['date', '2026-12-24', '2026-12-24'],
  ['date', '24.12.2026', undefined],
  ['list', '["a", 1]', ['a', 1]],
  ['list', '{"a": 1}', undefined],
  ['object', '{"a": 1}', { a: 1 }],
  ['object', 'null', undefined],
  ['object', '', null],
] as const)('a %s written “%s” is %j', (type, text, value) => {
  expect(parseDefault(type, text)).toEqual(value)
})
