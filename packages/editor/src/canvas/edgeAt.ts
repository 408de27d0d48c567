import type { Point } from './box.ts'
import { boundsOf, distanceTo, type Line } from './routes/line.ts'

/** The edge that passes within `reach` of a point, the nearest one; null when none does. */
export function edgeAt(
  edges: readonly { readonly id: string }[],
  lineOf: (edgeId: string) => Line | null,
  point: Point,
  reach: number,
): string | null {
  let nearest: string | null = null
  let least = reach
  for (const { id } of edges) {
    const line = lineOf(id)
    if (!line || !isNear(line, point, reach)) continue
    const distance = distanceTo(line, point)
    if (distance < least) {
      least = distance
      nearest = id
    }
  }
  return nearest
}

/** A quick look before the exact one: whether the point lies in the box around the line. */
function isNear(line: Line, point: Point, reach: number): boolean {
  const { x, y, width, height } = boundsOf(line)
  return (
    point.x >= x - reach &&
    point.x <= x + width + reach &&
    point.y >= y - reach &&
    point.y <= y + height + reach
  )
}
