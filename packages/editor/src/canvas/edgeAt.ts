import type { Draft, DraftEdge, DraftNode } from '@parley/shared/draft'
import type { Point } from './edits.ts'
import { geometryOf } from './geometry.ts'

const SAMPLES = 24
/** How far lines that lead back swing out; React Flow's own 0.25 draws them too tight to follow. */
export const CURVATURE = 0.5

/** The edge that passes within `reach` of a point, the nearest one; null when none does. */
export function edgeAt(
  { nodes, edges }: Pick<Draft, 'nodes' | 'edges'>,
  point: Point,
  reach: number,
): DraftEdge | null {
  const nodesById = new Map(nodes.map((node) => [node.id, node]))
  let nearest: DraftEdge | null = null
  let least = reach
  for (const edge of edges) {
    const source = nodesById.get(edge.source)
    const target = nodesById.get(edge.target)
    if (!source || !target) continue
    const { from, to } = endsOf(edge, source, target)
    if (!isNear(from, to, point, reach)) continue
    const distance = distanceToCurve(from, to, point)
    if (distance < least) {
      least = distance
      nearest = edge
    }
  }
  return nearest
}

type Placed = Pick<DraftNode, 'type' | 'data' | 'position'>

/** Where a line begins and ends, when its nodes are where they say. Collapsed sections have both in the middle. */
export function endsOf(
  { sourceHandle }: Pick<DraftEdge, 'sourceHandle'>,
  source: Placed,
  target: Placed,
): { from: Point; to: Point } {
  const { width, height, outlets } = geometryOf(source)
  const arrival = geometryOf(target)
  const outlet = outlets.find(({ handle }) => handle.id === sourceHandle)
  return {
    from: { x: source.position.x + width, y: source.position.y + (outlet?.y ?? height / 2) },
    to: { x: target.position.x, y: target.position.y + (arrival.inletY ?? arrival.height / 2) },
  }
}

/** A quick look before the exact one: whether the point lies in the box around the curve. */
function isNear(from: Point, to: Point, point: Point, reach: number): boolean {
  const aside = to.x >= from.x ? reach : reach + bendOf(from, to)
  return (
    point.x >= Math.min(from.x, to.x) - aside &&
    point.x <= Math.max(from.x, to.x) + aside &&
    point.y >= Math.min(from.y, to.y) - reach &&
    point.y <= Math.max(from.y, to.y) + reach
  )
}

function distanceToCurve(from: Point, to: Point, point: Point): number {
  const bend = bendOf(from, to)
  let least = Infinity
  for (let sample = 0; sample <= SAMPLES; sample += 1) {
    const at = sample / SAMPLES
    const rest = 1 - at
    const x =
      rest ** 3 * from.x +
      3 * rest ** 2 * at * (from.x + bend) +
      3 * rest * at ** 2 * (to.x - bend) +
      at ** 3 * to.x
    // The curve leaves and arrives level, so both control points are as high as the ends.
    const y = (rest ** 3 + 3 * rest ** 2 * at) * from.y + (3 * rest * at ** 2 + at ** 3) * to.y
    least = Math.min(least, Math.hypot(x - point.x, y - point.y))
  }
  return least
}

/** How far a curve's control points lie from its ends; the same rule as React Flow's bezier edges. */
export function bendOf(from: Point, to: Point): number {
  const distance = to.x - from.x
  return distance >= 0 ? distance / 2 : 25 * CURVATURE * Math.sqrt(-distance)
}
