import type { Draft, DraftNode } from '@parley/shared/draft'
import type { DraftEdit } from '../document/applyEdit.ts'
import { moveNodes } from './edits.ts'
import { boxOf, onGrid } from './places.ts'

const COLUMN_GAP = 112
const ROW_GAP = 40

/** Puts nodes in columns along the flow, around where they are now; all nodes, or those given. Notes stay. */
export async function tidy(draft: Draft, nodeIds: readonly string[]): Promise<DraftEdit> {
  const { default: dagre } = await import('@dagrejs/dagre')
  const wanted = new Set(nodeIds)
  const nodes = draft.nodes.filter(
    ({ id, type }) => type !== 'note' && (wanted.size === 0 || wanted.has(id)),
  )
  if (nodes.length < 2) return {}
  const ids = new Set(nodes.map(({ id }) => id))
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', ranksep: COLUMN_GAP, nodesep: ROW_GAP, ranker: 'tight-tree' })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const node of nodes) {
    const { width, height } = boxOf(node)
    graph.setNode(node.id, { width, height })
  }
  for (const { id, source, target } of draft.edges) {
    if (ids.has(source) && ids.has(target)) graph.setEdge(source, target, {}, id)
  }
  dagre.layout(graph)
  const placed = nodes.map((node) => {
    const { width, height } = boxOf(node)
    const { x, y } = graph.node(node.id)
    return { id: node.id, position: { x: x - width / 2, y: y - height / 2 } }
  })
  const shift = shiftBetween(nodes, placed)
  return moveNodes(
    draft,
    placed.map(({ id, position }) => ({
      id,
      position: onGrid({ x: position.x + shift.x, y: position.y + shift.y }),
    })),
  )
}

/** What keeps the first node where it was, so that the flow does not jump away from under the eyes. */
function shiftBetween(
  nodes: readonly DraftNode[],
  placed: readonly { readonly position: { readonly x: number; readonly y: number } }[],
): { x: number; y: number } {
  const start = Math.max(
    0,
    nodes.findIndex(({ type }) => type === 'start'),
  )
  const before = nodes[start]?.position ?? { x: 0, y: 0 }
  const after = placed[start]?.position ?? before
  return { x: before.x - after.x, y: before.y - after.y }
}
