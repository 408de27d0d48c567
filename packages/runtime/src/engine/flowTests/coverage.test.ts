import { expect, it } from 'vitest'
import { coverageOf } from './coverage.ts'

const edge = (source: string, sourceHandle: string, target: string) => ({
  id: `${source}.${sourceHandle}.${target}`,
  source,
  sourceHandle,
  target,
})

//  start ─► menu ─ yes ─► fine        note
//                └ no ──► sorry
const FLOW = {
  nodes: [
    { id: 'start', type: 'start' },
    { id: 'menu', type: 'buttons' },
    { id: 'fine', type: 'text' },
    { id: 'sorry', type: 'text' },
    { id: 'remark', type: 'note' },
  ],
  edges: [edge('start', 'next', 'menu'), edge('menu', 'yes', 'fine'), edge('menu', 'no', 'sorry')],
}

it('is what the steps came by, of the nodes that can run and of their edges', () => {
  const steps = [
    { nodeId: 'start', leftBy: 'next' },
    { nodeId: 'menu' },
    { nodeId: 'menu', leftBy: 'yes' },
    { nodeId: 'fine' },
  ]
  expect(coverageOf(FLOW, steps)).toEqual({
    nodes: { covered: ['start', 'menu', 'fine'], uncovered: ['sorry'] },
    edges: { covered: ['start.next.menu', 'menu.yes.fine'], uncovered: ['menu.no.sorry'] },
  })
})

it('counts a second edge from the same way out as never taken', () => {
  const edges = [edge('a', 'next', 'b'), edge('a', 'next', 'c')]
  const { covered, uncovered } = coverageOf({ nodes: [], edges }, [
    { nodeId: 'a', leftBy: 'next' },
  ]).edges
  expect([covered, uncovered]).toEqual([['a.next.b'], ['a.next.c']])
})
