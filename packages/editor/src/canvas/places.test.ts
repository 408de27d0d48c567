import { type Draft, type DraftNode, withEdit } from '@parley/shared/draft'
import { describe, expect, it } from 'vitest'
import { overlaps } from './box.ts'
import { edgeAt } from './edgeAt.ts'
import { newNode } from './edits.ts'
import { geometryOf } from './geometry.ts'
import { boxOf, freePlaceBehind } from './places.ts'
import { endsOf } from './routes/endsOf.ts'
import { tidy } from './tidy.ts'
import { neighbour } from './walk.ts'

const node = (id: string, x: number, y: number, type: DraftNode['type'] = 'text'): DraftNode => ({
  ...newNode(id, 'text', { x, y }),
  type,
  data: type === 'text' ? { text: id } : {},
})
const edge = (source: string, target: string, sourceHandle = 'next') => ({
  id: `${source}:${sourceHandle}`,
  source,
  sourceHandle,
  target,
})
const draft = (nodes: readonly DraftNode[], ...edges: Draft['edges'][number][]): Draft => ({
  nodes,
  edges,
  variables: [],
  settings: {},
})

describe('a place behind a way out', () => {
  it('is to the right of it, and below what stands there', () => {
    const alone = draft([node('a', 0, 0)])
    const first = freePlaceBehind(alone, { nodeId: 'a', handle: 'next' })
    expect(first.x).toBeGreaterThan(geometryOf(node('a', 0, 0)).width)
    const taken = draft([node('a', 0, 0), node('b', first.x, first.y)])
    const second = freePlaceBehind(taken, { nodeId: 'a', handle: 'next' })
    expect(second.x).toBe(first.x)
    expect(second.y).toBeGreaterThan(first.y)
  })
})

describe('the line under a point', () => {
  const flow = draft([node('a', 0, 0), node('b', 800, 0), node('c', 0, 600)], edge('a', 'b'), {
    ...edge('b', 'c'),
  })
  const middle = { x: 530, y: 22 }

  it('is the one that passes there', () => {
    expect(edgeOf(flow, middle)).toBe('a:next')
    expect(edgeOf(flow, { x: 530, y: 120 })).toBeNull()
  })

  it('is found where a line leads back, too', () => {
    // Half-way between the end of b and the beginning of c, both curves' control points lying outside.
    expect(edgeOf(flow, { x: 532, y: 322 })).toBe('b:next')
  })
})

/** The edge within twenty of a point, lines being plain curves. */
function edgeOf({ nodes, edges }: Draft, point: { x: number; y: number }): string | null {
  const find = (id: string) => nodes.find((each) => each.id === id)
  return edgeAt(
    edges,
    (edgeId) => {
      const line = edges.find(({ id }) => id === edgeId)
      const [source, target] = [find(line?.source ?? ''), find(line?.target ?? '')]
      return line && source && target ? { ...endsOf(line, source, target), corners: null } : null
    },
    point,
    20,
  )
}

describe('walking with the arrow keys', () => {
  const flow = draft(
    [node('a', 0, 0), node('far', 900, 0), node('near', 300, 400), node('below', 0, 300)],
    edge('a', 'far'),
  )

  it.each([
    ['a', 'right', 'far'],
    ['far', 'left', 'a'],
    ['a', 'down', 'below'],
    ['below', 'right', 'near'],
    ['far', 'right', undefined],
  ] as const)('from %s to the %s comes to %s', (from, direction, to) => {
    expect(neighbour(flow, from, direction)?.id).toBe(to)
  })
})

describe('tidying up', () => {
  const messy = draft(
    [
      node('start', 5, 7, 'start'),
      node('b', 10, 10),
      node('c', 12, 12),
      node('hint', 40, 40, 'note'),
    ],
    edge('start', 'b'),
    edge('b', 'c'),
  )

  it('puts steps in the order of the flow, without overlaps, and leaves notes alone', async () => {
    const tidied = withEdit(messy, await tidy(messy, []))
    const [start, b, c, hint] = tidied.nodes
    if (!start || !b || !c || !hint) throw new Error('all are still there')
    expect(start.position.x).toBeLessThan(b.position.x)
    expect(b.position.x).toBeLessThan(c.position.x)
    expect(overlaps(boxOf(start), boxOf(b)) || overlaps(boxOf(b), boxOf(c))).toBe(false)
    expect(hint.position).toEqual({ x: 40, y: 40 })
  })

  it('moves only what is selected', async () => {
    const { putNodes } = await tidy(messy, ['b', 'c'])
    expect(putNodes?.map(({ id }) => id)).toEqual(['b', 'c'])
  })
})
