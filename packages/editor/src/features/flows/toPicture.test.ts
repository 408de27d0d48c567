import { describe, expect, it } from 'vitest'
import { toPicture } from './toPicture.ts'

const node = (id: string, x: number, y: number) => ({ id, type: 'text', position: { x, y } })

describe('toPicture', () => {
  it('frames all nodes with a margin', () => {
    const { viewBox } = toPicture({ nodes: [node('a', 0, 0), node('b', 2_000, 1_000)], edges: [] })
    expect(viewBox).toBe('-50 -50 2360 1184')
  })

  it('keeps a lone node small, in the middle', () => {
    const { viewBox } = toPicture({ nodes: [node('a', 100, 100)], edges: [] })
    const [left = 0, top = 0, width = 0, height = 0] = viewBox.split(' ').map(Number)
    expect([left + width / 2, top + height / 2]).toEqual([230, 142])
    expect(width).toBeGreaterThan(1_000)
  })

  it('leaves out what is broken, and edges that lead nowhere', () => {
    const picture = toPicture({
      nodes: [node('a', 0, 0), { id: 'b' }, null, 'x'],
      edges: [{ id: 'e', source: 'a', target: 'b' }, { id: 'f' }, 7],
    })
    expect(picture.nodes.map(({ id }) => id)).toEqual(['a'])
    expect(picture.edges).toEqual([])
  })

  it('draws nothing for an empty draft', () => {
    expect(toPicture({ nodes: [], edges: [] }).nodes).toEqual([])
  })
})
