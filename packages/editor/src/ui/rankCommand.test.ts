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

it('takes first letters and letters that are left out, but nothing that only has them somewhere', () => {
  expect(rankCommand('Go to the next problem', [], 'gttnp')).toBeGreaterThan(0)
  expect(rankCommand('Template', [], 'tmplt')).toBeGreaterThan(0)
  expect(rankCommand('Template', [], 'templtae')).toBe(0)
  expect(rankCommand('Set variable', [], 'sea')).toBe(0)
  expect(rankCommand('Template', [], 'tmplt')).toBeLessThan(rankCommand('Tm', ['tmplt'], 'tmplt'))
})
