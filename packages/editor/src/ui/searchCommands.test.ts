import { expect, it } from 'vitest'
import { searchCommands } from './searchCommands.ts'

const item = (label: string) => ({ id: label, label, onSelect: () => undefined })
const groups = [
  { id: 'recent', whenIdle: true, items: [item('Undo')] },
  { id: 'commands', items: [item('Undo'), item('Find in this flow')] },
  { id: 'steps', items: [item('Say hello'), item('Find a shop'), item('Finder')] },
]
const shown = (typed: string) =>
  searchCommands(groups, typed).map(({ id, items }) => [id, ...items.map(({ label }) => label)])

it('shows all while nothing is typed, and what was used last only then', () => {
  expect(shown(' ')).toHaveLength(3)
  expect(shown('undo')).toEqual([['commands', 'Undo']])
})

it('puts the group with the best match first, and keeps the order of equals', () => {
  expect(shown('shop')).toEqual([['steps', 'Find a shop']])
  expect(shown('find')).toEqual([
    ['commands', 'Find in this flow'],
    ['steps', 'Find a shop', 'Finder'],
  ])
  expect(shown('xyz')).toEqual([])
})
