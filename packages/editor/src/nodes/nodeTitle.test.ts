import { expect, it } from 'vitest'
import { nodeTitle } from './nodeTitle.ts'

it('is the title of the type while the name of a node shows nothing', () => {
  expect(nodeTitle({ type: 'text', name: 'Greeting' })).toBe('Greeting')
  expect(nodeTitle({ type: 'text', name: '\u200b' })).toBe('Text')
  expect(nodeTitle({ type: 'text' })).toBe('Text')
})
