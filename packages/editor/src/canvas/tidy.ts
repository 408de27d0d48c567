import type { Draft, DraftEdit, DraftNode } from '@parley/shared/draft'
import type { Box, Point } from './box.ts'
import { groupOf } from './groupStyles.ts'
import { boxOf, onGrid } from './places.ts'
import {
  areaAround,
  areaOf,
  contentsOf,
  hiddenIn,
  isSection,
  sectionData,
  withContents,
} from './sections.ts'

const COLUMN_GAP = 112
const ROW_GAP = 40

/**
 * Puts nodes in columns along the flow, around where they are now; all nodes, or those given. What a section holds stays
 * together, and the section goes along. Notes stay.
 */
export async function tidy(draft: Draft, nodeIds: readonly string[]): Promise<DraftEdit> {
  const { default: dagre } = await import('@dagrejs/dagre')
  const hidden = hiddenIn(draft.nodes)
  const wanted = new Set(withContents(draft.nodes, nodeIds))
  const chosen = draft.nodes.filter(
    ({ id, type }) => type !== 'note' && !hidden.has(id) && (wanted.size === 0 || wanted.has(id)),
  )
  const areas = openAreas(draft, chosen)
  const nodes = chosen.filter(({ id }) => !areas.has(id) && !isOpenSection(draft, id))
  if (nodes.length < 2) return {}
  const ids = new Set(nodes.map(({ id }) => id))
  const graph = new dagre.graphlib.Graph({ multigraph: true, compound: true })
  graph.setGraph({ rankdir: 'LR', ranksep: COLUMN_GAP, nodesep: ROW_GAP, ranker: 'tight-tree' })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const node of nodes) {
    const { width, height } = boxOf(node)
    graph.setNode(node.id, { width, height })
  }
  // From the smallest to the largest: who is taken by an inner section is not taken by the outer one.
  const taken = new Set<string>()
  for (const [sectionId, held] of areas) {
    graph.setNode(sectionId, {})
    for (const id of held) {
      if (taken.has(id) || !graph.hasNode(id)) continue
      graph.setParent(id, sectionId)
      taken.add(id)
    }
  }
  for (const { id, source, target } of draft.edges) {
    const from = hidden.get(source) ?? source
    const to = hidden.get(target) ?? target
    if (from !== to && ids.has(from) && ids.has(to)) graph.setEdge(from, to, {}, id)
  }
  dagre.layout(graph)
  const boxes = new Map(
    nodes.map((node): [string, Box] => {
      const { width, height } = boxOf(node)
      const { x, y } = graph.node(node.id)
      return [node.id, { x: x - width / 2, y: y - height / 2, width, height }]
    }),
  )
  const shift = shiftBetween(nodes, boxes)
  for (const [id, box] of boxes) {
    boxes.set(id, { ...box, ...onGrid({ x: box.x + shift.x, y: box.y + shift.y }) })
  }
  for (const [sectionId, held] of areas) {
    boxes.set(sectionId, areaAround(held.flatMap((id) => boxes.get(id) ?? [])))
  }
  return { putNodes: moved(draft, boxes) }
}

/** Open sections that are laid out with what they hold, the smallest first. */
function openAreas(
  draft: Draft,
  chosen: readonly DraftNode[],
): ReadonlyMap<string, readonly string[]> {
  const ids = new Set(chosen.map(({ id }) => id))
  const size = (node: DraftNode) => areaOf(node).width * areaOf(node).height
  return new Map(
    chosen
      .filter(({ id }) => isOpenSection(draft, id))
      .sort((a, b) => size(a) - size(b))
      .map((node): [string, readonly string[]] => [
        node.id,
        contentsOf(draft.nodes, node.id).filter((id) => ids.has(id)),
      ])
      .filter(([, held]) => held.some((id) => !isOpenSection(draft, id))),
  )
}

function isOpenSection(draft: Draft, nodeId: string): boolean {
  const node = draft.nodes.find(({ id }) => id === nodeId)
  return node !== undefined && isSection(node) && !sectionData(node).collapsed
}

/** The nodes that are elsewhere now; what a collapsed section hides goes where it goes. */
function moved(draft: Draft, boxes: ReadonlyMap<string, Box>): readonly DraftNode[] {
  const put = new Map<string, DraftNode>()
  for (const node of draft.nodes) {
    const box = boxes.get(node.id)
    if (!box) continue
    const { x, y, width, height } = box
    if (!isSection(node)) put.set(node.id, { ...node, position: { x, y } })
    else if (!sectionData(node).collapsed) {
      const data = { ...sectionData(node), width, height }
      put.set(node.id, { ...node, position: { x, y }, data })
    } else {
      const by = { x: x - node.position.x, y: y - node.position.y }
      put.set(node.id, movedBy(node, by))
      const held = new Set(contentsOf(draft.nodes, node.id))
      for (const each of draft.nodes) if (held.has(each.id)) put.set(each.id, movedBy(each, by))
    }
  }
  return [...put.values()]
}

const movedBy = (node: DraftNode, { x, y }: Point): DraftNode => ({
  ...node,
  position: { x: node.position.x + x, y: node.position.y + y },
})

/** What keeps the first node where it was, so that the flow does not jump away from under the eyes. */
function shiftBetween(nodes: readonly DraftNode[], boxes: ReadonlyMap<string, Box>): Point {
  const start = nodes.find(({ type }) => groupOf(type) === 'start') ?? nodes[0]
  if (!start) return { x: 0, y: 0 }
  const after = boxes.get(start.id) ?? start.position
  return { x: start.position.x - after.x, y: start.position.y - after.y }
}
