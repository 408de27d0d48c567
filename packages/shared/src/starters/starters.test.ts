import { describe, expect, it } from 'vitest'
import { definitionOf } from '../nodes/index.ts'
import { parseFlow } from '../parseFlow.ts'
import { STARTERS } from './index.ts'

describe.each(STARTERS)('the starter $id', ({ draft }) => {
  it('can be published as it is', () => {
    expect(parseFlow(draft)).toMatchObject({ ok: true })
  })

  it('leaves no handle without an edge, but those where ending is meant', () => {
    const parsed = parseFlow(draft)
    if (!parsed.ok) throw new Error('see the test above')
    const { nodes, edges } = parsed.flow
    const loose = nodes.flatMap((node) =>
      definitionOf(node.type)
        .handles(node.data)
        .filter(({ id }) => !edges.some((e) => e.source === node.id && e.sourceHandle === id))
        .filter(({ optional }) => !optional)
        .map(({ id }) => `${node.id}.${id}`),
    )
    expect(loose).toEqual([])
  })

  it('leads somewhere with every edge', () => {
    const ids = new Set(draft.nodes.map(({ id }) => id))
    const lost = draft.edges.filter(({ source, target }) => !ids.has(source) || !ids.has(target))
    expect(lost).toEqual([])
    expect(new Set(draft.edges.map(({ id }) => id)).size).toBe(draft.edges.length)
  })
})
