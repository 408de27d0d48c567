import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Box, overlaps } from '../box.ts'
import type { Canvas, CardNode, LineEdge } from '../canvasStore.ts'
import { type BoxIndex, createBoxIndex } from './boxIndex.ts'
import { endsOf } from './endsOf.ts'
import { findRoute } from './findRoute.ts'
import { boundsOf, crosses, type Line } from './line.ts'

/** The courses of a flow's lines, while nothing is being dragged. */
export interface Routes {
  /** Counts the changes after which courses may be others. */
  readonly version: StoreApi<number>
  /** The course of a line; the same object for as long as nothing on its way changes. Null when it has no ends. */
  lineOf(edgeId: string): Line | null
  /** The same, if it has been looked for before; otherwise the plain curve. */
  readonly knownLineOf: (edgeId: string) => Line | null
  /** Looks for the courses of lines that have none yet, for about so long. True when it has found some. */
  lookOn(ms: number): boolean
  stop(): void
}

/** Room that a line keeps from cards, and that it goes straight on from its ends. */
const MARGIN = 14
const STUB = 18
/** Lines that begin at one card keep this far from each other. */
const LANE = 7
const LANES = 4
/** How far from the straight way a way around is looked for. */
const DETOUR = 220

interface Known {
  readonly line: Line
  /** What it depends on: a card that comes or goes here makes it look again. */
  readonly region: Box
}

export function createRoutes(canvas: Canvas): Routes {
  const version = createStore<number>(() => 0)
  const known = new Map<string, Known>()
  let cards: ReadonlyMap<string, CardNode> = new Map()
  let edges: ReadonlyMap<string, LineEdge> = new Map()
  let index: BoxIndex | null = null
  let seen: Pick<ReturnType<typeof canvas.store.getState>, 'nodes' | 'edges'> | null = null

  const refresh = (): void => {
    const { nodes, edges: lines } = canvas.store.getState()
    if (seen?.nodes === nodes && seen.edges === lines) return
    const isNew = !seen || seen.edges !== lines || !isAtRestAsBefore(seen.nodes, nodes)
    seen = { nodes, edges: lines }
    if (!isNew) return
    const before = cards
    cards = new Map(nodes.map((card) => [card.id, card]))
    edges = new Map(lines.map((edge) => [edge.id, edge]))
    forget(known, changedBoxes(before, cards))
    for (const id of known.keys()) if (!edges.has(id)) known.delete(id)
    index = null
    version.setState((count) => count + 1, true)
  }
  const indexed = (): BoxIndex => (index ??= createBoxIndex([...cards.values()].flatMap(wallOf)))

  const plainLineOf = (edge: LineEdge): Line | null => {
    const source = cards.get(edge.source)
    const target = cards.get(edge.target)
    return source && target
      ? { ...endsOf(edge, source.data.node, target.data.node), corners: null }
      : null
  }
  const lineOf = (edgeId: string): Line | null => {
    const edge = edges.get(edgeId)
    if (!edge) return null
    const plain = plainLineOf(edge)
    const last = known.get(edgeId)
    if (!plain || (last && isSameEnds(last.line, plain))) return plain && (last?.line ?? plain)
    const line = routed(plain, indexed(), laneOf(edge, cards.get(edge.source)))
    known.set(edgeId, { line, region: grown(boundsOf(line), DETOUR) })
    return line
  }
  refresh()
  const unsubscribe = canvas.store.subscribe(refresh)

  return {
    version,
    lineOf,
    knownLineOf(edgeId) {
      const edge = edges.get(edgeId)
      return known.get(edgeId)?.line ?? (edge ? plainLineOf(edge) : null)
    },
    lookOn(ms) {
      const until = performance.now() + ms
      let hasFound = false
      for (const id of edges.keys()) {
        if (known.has(id)) continue
        if (performance.now() > until) break
        lineOf(id)
        hasFound = true
      }
      if (hasFound) version.setState((count) => count + 1, true)
      return hasFound
    },
    stop: unsubscribe,
  }
}

/** A curve where nothing is in its way and it leads onward; otherwise a way around, if there is one. */
function routed(plain: Line, index: BoxIndex, lane: number): Line {
  const leadsBack = plain.to.x < plain.from.x + 2 * STUB
  const near = index.within(grown(boundsOf(plain), MARGIN))
  if (!leadsBack && !near.some((box) => crosses(plain, box))) return plain
  const boxes = index.within(grown(boundsOf(plain), DETOUR))
  for (const margin of [MARGIN + (lane * LANE) / 2, MARGIN / 2]) {
    const corners = findRoute({
      ...plain,
      boxes,
      margin,
      stub: { out: Math.max(STUB + lane * LANE, margin), in: Math.max(STUB, margin) },
    })
    if (corners) return { ...plain, corners }
  }
  return plain
}

/** Which of the lines of its card an edge is, from above, so that they do not run on each other. */
function laneOf({ sourceHandle }: LineEdge, source: CardNode | undefined): number {
  const place = source?.handles?.findIndex(({ id }) => id === sourceHandle) ?? 0
  return Math.max(0, place) % LANES
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

/** Where a card lies at rest. An open section is no obstacle: it is the ground. */
function wallOf({ data, type, zIndex, width = 0, height = 0 }: CardNode): readonly Box[] {
  if (type === 'section' && zIndex !== undefined) return []
  const { x, y } = data.node.position
  return [{ x, y, width, height }]
}

/** True when cards have only been selected, or are being dragged. */
const isAtRestAsBefore = (before: readonly CardNode[], now: readonly CardNode[]): boolean =>
  before.length === now.length &&
  now.every((card, place) => before[place]?.data.node === card.data.node)

/** Where cards were that are elsewhere now, and where they are. */
function changedBoxes(
  before: ReadonlyMap<string, CardNode>,
  now: ReadonlyMap<string, CardNode>,
): readonly Box[] {
  const changed: Box[] = []
  for (const [id, card] of now) {
    const old = before.get(id)
    if (old?.data.node !== card.data.node)
      changed.push(...wallOf(card), ...(old ? wallOf(old) : []))
  }
  for (const [id, card] of before) if (!now.has(id)) changed.push(...wallOf(card))
  return changed
}

/** With so many changes at once, all of it is looked for again. */
const MANY = 200

function forget(known: Map<string, Known>, changed: readonly Box[]): void {
  if (changed.length > MANY) return known.clear()
  for (const [id, { region }] of known) {
    if (changed.some((box) => overlaps(box, region))) known.delete(id)
  }
}

const isSameEnds = (a: Line, b: Line): boolean =>
  a.from.x === b.from.x && a.from.y === b.from.y && a.to.x === b.to.x && a.to.y === b.to.y
