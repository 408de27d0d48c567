import type { DraftNode } from '@parley/shared/draft'
import type { Point } from '../box.ts'
import { geometryOf } from '../geometry.ts'

type Placed = Pick<DraftNode, 'type' | 'data' | 'position'>

/** Where a line begins and ends, when its nodes are where they say. Collapsed sections have both in the middle. */
export function endsOf(
  { sourceHandle }: { readonly sourceHandle?: string | null | undefined },
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
