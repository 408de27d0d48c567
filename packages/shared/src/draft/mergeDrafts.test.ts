import { expect, it } from 'vitest'
import type { Draft } from './draft.ts'
import { mergeDrafts } from './mergeDrafts.ts'

const aNode = (id: string, text = '') => ({
  id,
  type: 'text',
  position: { x: 0, y: 0 },
  data: { text },
})
const anEdge = (source: string, target: string) => ({
  id: `${source}:next`,
  source,
  sourceHandle: 'next',
  target,
})
const aDraft = (draft: Partial<Draft>): Draft => ({
  nodes: [],
  edges: [],
  variables: [],
  settings: {},
  ...draft,
})

it('is the new draft as it stands when nobody did anything meanwhile', () => {
  const before = aDraft({ nodes: [aNode('a'), aNode('b')], edges: [anEdge('a', 'b')] })
  const after = aDraft({ nodes: [aNode('b', 'x'), aNode('c')], settings: { timeZone: 'UTC' } })
  expect(mergeDrafts(before, after, before)).toEqual(after)
})

it('keeps what others have added, changed and removed where it changes nothing itself', () => {
  const before = aDraft({
    nodes: [aNode('a'), aNode('b'), aNode('gone')],
    edges: [anEdge('a', 'b')],
    settings: { timeZone: 'UTC' },
  })
  const after = {
    ...before,
    nodes: [aNode('a', 'by REST'), aNode('b'), aNode('gone'), aNode('new')],
  }
  const current = {
    ...before,
    nodes: [aNode('a'), aNode('b', 'typed'), aNode('added')],
    edges: [anEdge('a', 'added')],
    settings: { timeZone: 'Europe/Berlin' },
  }
  expect(mergeDrafts(before, after, current)).toEqual({
    ...current,
    nodes: [aNode('a', 'by REST'), aNode('b', 'typed'), aNode('new'), aNode('added')],
  })
})

it('removes what the new draft removes, and decides where both have changed one thing', () => {
  const before = aDraft({ nodes: [aNode('a'), aNode('b')] })
  const after = aDraft({ nodes: [aNode('a', 'by REST')] })
  const current = aDraft({ nodes: [aNode('a', 'typed'), aNode('b', 'typed')] })
  expect(mergeDrafts(before, after, current).nodes).toEqual([aNode('a', 'by REST')])
})

it('takes the same JSON for the same, whatever the order of its keys', () => {
  const node = { ...aNode('a'), data: { text: 'x', list: [1, { y: null }] } }
  const shuffled = {
    data: { list: [1, { y: null }], text: 'x' },
    position: { y: 0, x: 0 },
    type: 'text',
    id: 'a',
  }
  const current = aDraft({ nodes: [aNode('a', 'typed')] })
  expect(mergeDrafts(aDraft({ nodes: [node] }), aDraft({ nodes: [shuffled] }), current)).toEqual(
    current,
  )
})
