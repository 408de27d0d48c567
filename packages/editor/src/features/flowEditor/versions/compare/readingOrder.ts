import type { Draft, DraftEdge, DraftNode } from '@parley/shared/draft'
import { geometryOf } from '../../../../canvas/geometry.ts'
import { groupBy } from '../../groupBy.ts'

/** Nodes as somebody would tell the flow: from the start along the ways out, then what nothing leads to. */
export function readingOrder({ nodes, edges }: Pick<Draft, 'nodes' | 'edges'>): DraftNode[] {
  const nodesById = new Map(nodes.map((node) => [node.id, node]))
  const edgesBySource = groupBy(edges, ({ source }) => source)
  const told = new Set<DraftNode>()
  const tell = (first: DraftNode) => {
    // Not by recursion: a flow of 2,000 nodes may be one long line.
    const waiting = [first]
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (told.has(node)) continue
      told.add(node)
      const leaving = inOrderOfHandles(node, edgesBySource.get(node.id) ?? [])
      waiting.push(...leaving.flatMap(({ target }) => nodesById.get(target) ?? []).reverse())
    }
  }
  for (const node of nodes) if (node.type === 'start') tell(node)
  for (const node of byPlace(nodes)) tell(node)
  return [...told]
}

/** The edges of a node in the order of its ways out; those that have no way out any more come last. */
export function inOrderOfHandles(node: DraftNode, edges: readonly DraftEdge[]): DraftEdge[] {
  const handles = geometryOf(node).outlets.map(({ handle }) => handle.id)
  const place = ({ sourceHandle }: DraftEdge) => {
    const index = handles.indexOf(sourceHandle)
    return index === -1 ? handles.length : index
  }
  return edges.toSorted((a, b) => place(a) - place(b))
}

const byPlace = (nodes: readonly DraftNode[]): DraftNode[] =>
  nodes.toSorted((a, b) => a.position.x - b.position.x || a.position.y - b.position.y)
