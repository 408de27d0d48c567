import { type NodeData, shapeData } from '@parley/shared'
import type { Draft, DraftEdit, DraftNode } from '@parley/shared/draft'
import { SECTION_HEAD } from '../nodes/card/metrics.ts'
import { around, type Box } from './box.ts'

import { boxOf, GRID } from './places.ts'

/**
 * Sections: areas behind nodes. An open one holds what lies on it. While it is collapsed it keeps a list of what it
 * hides, so that nothing gets into it unseen.
 */

type SectionData = NodeData<'section'>
type Nodes = readonly DraftNode[]

/** Room around the nodes of a new section, in canvas units. */
const PADDING = 2 * GRID

export const isSection = ({ type }: Pick<DraftNode, 'type'>): boolean => type === 'section'

export const sectionData = ({ data }: Pick<DraftNode, 'data'>): SectionData =>
  shapeData('section', data)

/** Where a section is when it is open. */
export function areaOf(node: DraftNode): Box {
  const { width, height } = sectionData(node)
  return { ...node.position, width, height }
}

/** Ids of everything in a section, also what is in sections within it; without the section itself. */
export function contentsOf(nodes: Nodes, sectionId: string): readonly string[] {
  const section = nodes.find(({ id }) => id === sectionId)
  if (!section || !isSection(section)) return []
  const { collapsed } = sectionData(section)
  if (collapsed) return allHeld(nodes, collapsed)
  const area = areaOf(section)
  const hidden = hiddenIn(nodes)
  const inside = nodes.filter(
    (node) => node.id !== sectionId && !hidden.has(node.id) && liesIn(node, area),
  )
  return allHeld(
    nodes,
    inside.map(({ id }) => id),
  )
}

/** Nodes with what the sections among them hold. */
export function withContents(nodes: Nodes, nodeIds: readonly string[]): readonly string[] {
  const all = new Set(nodeIds)
  for (const { id } of nodes.filter(isSection)) {
    if (all.has(id)) for (const held of contentsOf(nodes, id)) all.add(held)
  }
  return [...all]
}

/**
 * Which section stands on the canvas for a node that is out of sight. Sections in `opened` are open, whatever the flow
 * says of them.
 */
export function hiddenIn(
  nodes: Nodes,
  opened: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, string> {
  const nearest = new Map<string, string>()
  for (const node of nodes) {
    if (!isSection(node) || opened.has(node.id)) continue
    for (const id of sectionData(node).collapsed ?? []) {
      if (id !== node.id) nearest.set(id, node.id)
    }
  }
  if (nearest.size === 0) return nearest
  const outermost = new Map<string, string>()
  for (const [id, first] of nearest) {
    let section = first
    const seen = new Set([id])
    // Text from elsewhere may make sections hide each other.
    for (let next = nearest.get(section); next !== undefined && !seen.has(section); ) {
      seen.add(section)
      section = next
      next = nearest.get(section)
    }
    if (section !== id && !nearest.has(section)) outermost.set(id, section)
  }
  return outermost
}

/** The area around boxes, with room for a title, on the grid. */
export function areaAround(boxes: readonly Box[]): Box {
  const { x, y, width, height } = around(boxes)
  const left = Math.floor((x - PADDING) / GRID) * GRID
  const top = Math.floor((y - PADDING - SECTION_HEAD) / GRID) * GRID
  return {
    x: left,
    y: top,
    width: Math.ceil((x + width + PADDING - left) / GRID) * GRID,
    height: Math.ceil((y + height + PADDING - top) / GRID) * GRID,
  }
}

/** A new section around nodes. */
export function sectionAround(nodes: Nodes, id: string, color: SectionData['color']): DraftNode {
  const { x, y, width, height } = areaAround(nodes.map(boxOf))
  return {
    id,
    type: 'section',
    position: { x, y },
    data: { color, width, height, collapsed: null },
  }
}

/** Collapses an open section, opens a collapsed one. */
export function toggleSection(draft: Draft, sectionId: string): DraftEdit {
  const section = draft.nodes.find(({ id }) => id === sectionId)
  if (!section || !isSection(section)) return {}
  const data = sectionData(section)
  const collapsed = data.collapsed ? null : [...contentsOf(draft.nodes, sectionId)]
  return { putNodes: [{ ...section, data: { ...data, collapsed } }] }
}

/** Gives a section another place and size. */
export function setArea(draft: Draft, sectionId: string, area: Box): DraftEdit {
  const section = draft.nodes.find(({ id }) => id === sectionId)
  if (!section || !isSection(section)) return {}
  const { x, y, width, height } = area
  return {
    putNodes: [
      { ...section, position: { x, y }, data: { ...sectionData(section), width, height } },
    ],
  }
}

/** A card is where its middle is; a section is in another one when all of it is. */
function liesIn(node: DraftNode, area: Box): boolean {
  const box = boxOf(node)
  if (!isSection(node)) return contains(area, box.x + box.width / 2, box.y + box.height / 2)
  const isSmaller = box.width * box.height < area.width * area.height
  return (
    isSmaller &&
    contains(area, box.x, box.y) &&
    contains(area, box.x + box.width, box.y + box.height)
  )
}

const contains = ({ x, y, width, height }: Box, atX: number, atY: number): boolean =>
  atX >= x && atX <= x + width && atY >= y && atY <= y + height

/** Those of the nodes that are there, and what collapsed sections among them hide. */
function allHeld(nodes: Nodes, nodeIds: readonly string[]): readonly string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const found = new Set<string>()
  const queue = [...nodeIds]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = byId.get(id)
    if (!node || found.has(id)) continue
    found.add(id)
    if (isSection(node)) queue.push(...(sectionData(node).collapsed ?? []))
  }
  return nodes.filter(({ id }) => found.has(id)).map(({ id }) => id)
}
