import { expect, it } from 'vitest'
import { rankCommand } from './rankCommand.ts'

it('puts what is called so before what only mentions it, and leaves the rest out', () => {
  const entries = [
    ['Template', 'approved business message'],
    ['Delay', 'wait pause later'],
    ['Two-day delay', ''],
    ['Hand over', 'human agent without delay'],
  ] as const
  const found = (search: string) =>
    entries
      .map(([label, words]) => ({ label, rank: rankCommand(label, [words], search) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank)
      .map(({ label }) => label)
  expect(found('delay')).toEqual(['Delay', 'Two-day delay', 'Hand over'])
  expect(found('human agent')).toEqual(['Hand over'])
  expect(found('háND')).toEqual(['Hand over'])
  expect(found('  ')).toHaveLength(4)
})
