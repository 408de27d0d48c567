import { definitionOf, NODE_TYPES } from '@parley/shared'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { needTexts, setLocale } from '../../../../i18n/t.ts'
import { labelOf } from './fieldLabels.ts'

beforeAll(async () => {
  await setLocale('ar')
  await needTexts('canvas')
})
afterAll(() => setLocale('en'))

it('calls every field of every node by a word of the interface’s language', () => {
  const keys = new Set(
    NODE_TYPES.flatMap((type) => keysIn(z.toJSONSchema(definitionOf(type).data, INPUT))),
  )
  expect(keys.size).toBeGreaterThan(50)
  const foreign = [...keys].filter((key) => !/\p{Script=Arabic}|JSON/u.test(labelOf(key)))
  // Nobody reads ids: entries of lists are shown without them.
  expect(foreign).toEqual(['id'])
})

const INPUT = { io: 'input', unrepresentable: 'any' } as const

/** Names of all fields in a JSON Schema, those inside of others, too. */
function keysIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([name, part]: [string, unknown]) =>
    name === 'properties' && typeof part === 'object' && part !== null
      ? Object.entries(part).flatMap(([key, inner]) => [key, ...keysIn(inner)])
      : name === 'default' || name === 'enum' || name === 'required'
        ? []
        : keysIn(part),
  )
}
