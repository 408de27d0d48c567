import type { Draft, DraftNode } from '@parley/shared/draft'
import { geometryOf } from './geometry.ts'
import { boxOf } from './places.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The node that lies in a direction: along the flow's lines where there are some, otherwise the nearest on the canvas. */
export function neighbour(draft: Draft, nodeId: string, direction: Direction): DraftNode | null {
  const node = draft.nodes.find(({ id }) => id === nodeId)
  if (!node) return null
  const along = alongLines(draft, node, direction)
  return draft.nodes.find(({ id }) => id === along) ?? nearest(draft, node, direction)
}

function alongLines(draft: Draft, node: DraftNode, direction: Direction): string | undefined {
  if (direction === 'left') return draft.edges.find(({ target }) => target === node.id)?.source
  if (direction === 'right') {
    const order = geometryOf(node).outlets.map(({ handle }) => handle.id)
    return draft.edges
      .filter(({ source }) => source === node.id)
      .sort((a, b) => order.indexOf(a.sourceHandle) - order.indexOf(b.sourceHandle))[0]?.target
  }
  return undefined
}

/** Distance counts along the direction once and across it twice: what lies straight ahead is nearer. */
function nearest(draft: Draft, node: DraftNode, direction: Direction): DraftNode | null {
  const from = centreOf(node)
  const isAcross = direction === 'up' || direction === 'down'
  const sign = direction === 'down' || direction === 'right' ? 1 : -1
  let best: DraftNode | null = null
  let least = Infinity
  for (const other of draft.nodes) {
    if (other.id === node.id) continue
    const to = centreOf(other)
    const ahead = sign * (isAcross ? to.y - from.y : to.x - from.x)
    const aside = Math.abs(isAcross ? to.x - from.x : to.y - from.y)
    if (ahead <= 0) continue
    const distance = ahead + 2 * aside
    if (distance < least) {
      least = distance
      best = other
    }
  }
  return best
}

function centreOf(node: DraftNode): { x: number; y: number } {
  const { x, y, width, height } = boxOf(node)
  return { x: x + width / 2, y: y + height / 2 }
}
