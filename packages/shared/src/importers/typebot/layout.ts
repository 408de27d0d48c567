import type { BuiltNode } from './FlowBuilder.ts'

/** Places for the nodes: groups in columns along the flow, the nodes of a group side by side, notes below theirs. */

const COLUMN_WIDTH = 360
const STEP_HEIGHT = 200
const MEDIA_HEIGHT = 320
const NOTE_HEIGHT = 160
const OPTION_HEIGHT = 36
const PADDING = 48
const TITLE_HEIGHT = 48
const GAP = 96

interface Edge {
  readonly source: string
  readonly target: string
}
export interface Place {
  readonly x: number
  readonly y: number
}
/** Where a group's nodes are, for the section around them. */
export interface Area extends Place {
  readonly groupIndex: number
  readonly width: number
  readonly height: number
}

export function layOut(
  nodes: readonly BuiltNode[],
  edges: readonly Edge[],
): { readonly places: ReadonlyMap<string, Place>; readonly areas: readonly Area[] } {
  const boxes = boxesOf(nodes)
  const columns = columnsOf(nodes, edges)
  const places = new Map<string, Place>()
  const areas: Area[] = []
  const start = nodes.find(({ groupIndex }) => groupIndex === null)
  if (start) places.set(start.id, { x: 0, y: TITLE_HEIGHT + PADDING })
  let x = COLUMN_WIDTH + GAP
  for (const groups of columns) {
    let y = 0
    let widest = 0
    for (const groupIndex of groups) {
      const box = boxes.get(groupIndex)
      if (!box) continue
      for (const [id, place] of box.places) places.set(id, { x: x + place.x, y: y + place.y })
      areas.push({ groupIndex, x, y, width: box.width, height: box.height })
      y += box.height + GAP
      widest = Math.max(widest, box.width)
    }
    x += widest + GAP
  }
  return { places, areas }
}

interface Box {
  readonly places: ReadonlyMap<string, Place>
  readonly width: number
  readonly height: number
}

function boxesOf(nodes: readonly BuiltNode[]): ReadonlyMap<number, Box> {
  const byGroup = new Map<number, BuiltNode[]>()
  for (const node of nodes) {
    if (node.groupIndex === null) continue
    byGroup.set(node.groupIndex, [...(byGroup.get(node.groupIndex) ?? []), node])
  }
  return new Map([...byGroup].map(([groupIndex, members]) => [groupIndex, boxOf(members)]))
}

function boxOf(members: readonly BuiltNode[]): Box {
  const steps = members.filter(({ type }) => type !== 'note')
  const notes = members.filter(({ type }) => type === 'note')
  const rowHeight = Math.max(0, ...steps.map(heightOf))
  const places = new Map<string, Place>()
  for (const [index, { id }] of steps.entries()) {
    places.set(id, { x: PADDING + index * COLUMN_WIDTH, y: PADDING + TITLE_HEIGHT })
  }
  const below = PADDING + TITLE_HEIGHT + rowHeight
  const rows = new Map<number, number>()
  for (const { id, beside } of notes) {
    const x = (beside === null ? undefined : places.get(beside)?.x) ?? PADDING
    const row = rows.get(x) ?? 0
    rows.set(x, row + 1)
    places.set(id, { x, y: below + row * NOTE_HEIGHT })
  }
  const columns = Math.max(1, steps.length)
  return {
    places,
    width: 2 * PADDING + columns * COLUMN_WIDTH - (COLUMN_WIDTH - CARD_WIDTH),
    height: below + Math.max(0, ...rows.values()) * NOTE_HEIGHT + PADDING,
  }
}

const CARD_WIDTH = 280

function heightOf({ type, data }: BuiltNode): number {
  const options = [data['buttons'], data['branches'], data['sections']].find(Array.isArray)
  const height = type === 'media' ? MEDIA_HEIGHT : STEP_HEIGHT
  return height + OPTION_HEIGHT * Math.min(options?.length ?? 0, 30)
}

/** Groups by how many edges they are away from the start; what cannot be come to stands last. */
function columnsOf(nodes: readonly BuiltNode[], edges: readonly Edge[]): readonly number[][] {
  const groupOf = new Map(nodes.map(({ id, groupIndex }) => [id, groupIndex]))
  const next = new Map<number | null, Set<number>>()
  for (const { source, target } of edges) {
    const from = groupOf.get(source) ?? null
    const to = groupOf.get(target)
    if (to === undefined || to === null || to === from) continue
    next.set(from, (next.get(from) ?? new Set()).add(to))
  }
  const columns: number[][] = []
  const seen = new Set<number>()
  let level: (number | null)[] = [null]
  while (level.length > 0) {
    const following = level.flatMap((from) => [...(next.get(from) ?? [])])
    const fresh = [...new Set(following)].filter((group) => !seen.has(group))
    for (const group of fresh) seen.add(group)
    if (fresh.length > 0) columns.push(fresh)
    level = fresh
  }
  const lost = [...new Set(groupOf.values())].filter(
    (group): group is number => group !== null && !seen.has(group),
  )
  if (lost.length > 0) columns.push(lost)
  return columns
}
