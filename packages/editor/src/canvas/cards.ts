import type { DraftNode } from '@parley/shared/draft'
import { type NodeHandle, Position } from '@xyflow/react'
import type { CardNode } from './canvasStore.ts'
import type { CardGeometry } from './geometry.ts'
import { isSection, sectionData } from './sections.ts'

/** The handle that all edges arrive at. */
export const INLET = 'in'
/** The one by which they leave a collapsed section. */
export const OUTLET = 'out'

/** Sections lie behind everything, and stay there when React Flow raises what is selected. */
export function kindOf(
  node: DraftNode,
  isSelected: boolean,
): Pick<CardNode, 'type'> & Partial<Pick<CardNode, 'zIndex' | 'style'>> {
  if (!isSection(node)) return { type: node.type === 'note' ? 'note' : 'card' }
  if (sectionData(node).collapsed) return { type: 'section' }
  // Only its head and its border can be touched: what lies on it, and the canvas, are the ones that are meant.
  return {
    type: 'section',
    zIndex: isSelected ? BEHIND - SELECTED_RISE : BEHIND,
    style: { pointerEvents: 'none' },
  }
}
const BEHIND = -1
const SELECTED_RISE = 1_000

const openedNodes = new WeakMap<DraftNode, DraftNode>()
/** A collapsed section as if it were open. */
export function openedOf(node: DraftNode): DraftNode {
  if (!isSection(node)) return node
  const known = openedNodes.get(node)
  if (known) return known
  const open = { ...node, data: { ...node.data, collapsed: null } }
  openedNodes.set(node, open)
  return open
}

/** Where lines begin and end on a card. */
export const handlesOf = (
  node: DraftNode,
  { width, height, inletY, outlets }: CardGeometry,
): NodeHandle[] =>
  isSection(node) ? sectionHandles(width, height) : toHandles(width, inletY, outlets)

/** Where lines to and from what a collapsed section hides begin and end. */
function sectionHandles(width: number, height: number): NodeHandle[] {
  const [inlet] = toHandles(width, height / 2, [])
  return inlet
    ? [inlet, { ...inlet, id: OUTLET, type: 'source', position: Position.Right, x: width - 1 }]
    : []
}

function toHandles(
  width: number,
  inletY: number | null,
  outlets: CardGeometry['outlets'],
): NodeHandle[] {
  const size = { width: 1, height: 1 }
  return [
    ...(inletY === null
      ? []
      : [
          { id: INLET, type: 'target' as const, position: Position.Left, x: 0, y: inletY, ...size },
        ]),
    ...outlets.map(({ handle, y }) => ({
      id: handle.id,
      type: 'source' as const,
      position: Position.Right,
      x: width - 1,
      y,
      ...size,
    })),
  ]
}
