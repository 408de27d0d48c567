import { shapeData } from '@parley/shared'
import type { DraftNode } from '@parley/shared/draft'
import { nodeTitle } from '../../nodes/nodeTitle.ts'
import { type CanvasState, type CardNode, FAR_HEAD, type LineEdge } from '../canvasStore.ts'
import { groupOf } from '../groupStyles.ts'
import type { LitState } from '../lit.ts'
import type { MarksState } from '../marks.ts'
import { endsOf } from '../routes/endsOf.ts'
import { drawLine, type Line } from '../routes/line.ts'
import { sectionData } from '../sections.ts'
import { detailAt } from './detail.ts'
import { drawFrames, strokeMarks } from './drawMarks.ts'
import type { FarColours } from './farColours.ts'

/** Everything that is to be seen. */
export interface FarScene extends Pick<CanvasState, 'nodes' | 'edges'> {
  /** The course of a line at rest, as far as it is known. */
  readonly lineOf: (edgeId: string) => Line | null
  /** Counts the changes of those. */
  readonly routesVersion: number
  readonly lit: LitState
  readonly marks: MarksState
  /** The line that a dragged node would go onto. */
  readonly dropTarget: string | null
  /** Colours of the people who have nodes selected, by node. */
  readonly peerColours: ReadonlyMap<string, string>
}

/** The part of it that is in view, in pixels of the page. */
export interface FarView {
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly width: number
  readonly height: number
}

const CARD_RADIUS = 12
const AREA_ALPHA = 0.45
const AREA_TITLE = 80
/** Titles of sections can be read however far away they are; in pixels. */
const LEAST_TITLE = 13
/** Corners of fewer pixels than this cannot be seen, and squares are drawn ten times as fast. */
const LEAST_RADIUS = 1.5
const BAND_HEIGHT = 12
const TITLE = { size: 24, lineHeight: 30, x: 12, baseline: 42, maxLines: 2 }
/** Lines never become thinner than this many pixels, or they could not be seen. */
const LEAST_LINE = 0.8
const LINE_WIDTH = 1.75

/**
 * Draws a flow seen from far away. Cards look as the ones in the page do (`CardNode.tsx`), which lie over this where the
 * pointer is.
 */
export function drawFar(
  context: CanvasRenderingContext2D,
  scene: FarScene,
  view: FarView,
  colours: FarColours,
): void {
  const { x, y, zoom } = view
  const scale = context.getTransform().a
  context.clearRect(0, 0, view.width, view.height)
  context.save()
  context.transform(zoom, 0, 0, zoom, x, y)
  for (const card of scene.nodes) {
    if (isArea(card) && isInView(card, view)) drawArea(context, card, zoom, colours)
  }
  drawLines(context, scene, zoom, colours)
  const hasTitles = detailAt(zoom, scene.nodes.length) === 'title'
  for (const card of scene.nodes) {
    if (!isInView(card, view)) continue
    if (!isArea(card))
      drawCard(context, card, { zoom, hasTitles, pixel: 1 / (zoom * scale) }, colours)
    const outline = outlineOf(card, scene, colours)
    if (outline) drawOutline(context, card, outline, zoom)
  }
  const { marks } = scene
  if (marks.nodes.size > 0) {
    const marked = scene.nodes.filter((card) => marks.nodes.has(card.id) && isInView(card, view))
    strokeMarks(
      context,
      marked,
      { markOf: ({ id }) => marks.nodes.get(id), zoom, colours },
      (cards) => drawFrames(context, cards, { radius: CARD_RADIUS, zoom }),
    )
  }
  context.restore()
}

/** An open section. A collapsed one is a card like others. */
const isArea = ({ type, data }: CardNode): boolean =>
  type === 'section' && !sectionData(data.node).collapsed

function drawArea(
  context: CanvasRenderingContext2D,
  { position: { x, y }, width = 0, height = 0, data }: CardNode,
  zoom: number,
  colours: FarColours,
): void {
  const { ground, line, ink } = colours.notes[sectionData(data.node).color]
  const outline = new Path2D()
  outline.roundRect(x, y, width, height, CARD_RADIUS)
  context.save()
  context.fillStyle = ground
  context.globalAlpha = AREA_ALPHA
  context.fill(outline)
  context.globalAlpha = 1
  context.strokeStyle = line
  context.lineWidth = Math.max(2, LEAST_LINE / zoom)
  context.stroke(outline)
  context.clip(outline)
  const size = Math.max(AREA_TITLE, LEAST_TITLE / zoom)
  context.fillRect(x, y, width, Math.min(height, FAR_HEAD))
  context.fillStyle = ink
  context.font = `600 ${size}px ${colours.fontFamily}`
  context.fillText(nodeTitle(data.node), x + 2 * TITLE.x, y + Math.max(size, AREA_TITLE + 8))
  context.restore()
}

function drawLines(
  context: CanvasRenderingContext2D,
  scene: FarScene,
  zoom: number,
  colours: FarColours,
): void {
  const { nodes, edges, lit, marks, dropTarget } = scene
  const cards = new Map(nodes.map((card) => [card.id, card]))
  const moving = new Set(nodes.filter(isMoving).map(({ id }) => id))
  const width = Math.max(LINE_WIDTH, LEAST_LINE / zoom)
  context.lineWidth = width
  context.strokeStyle = colours.lineStrong
  context.stroke(restingLines(scene, cards, moving))
  if (moving.size > 0) context.stroke(pathOf(edges.filter(touches(moving)), cards, scene.lineOf))
  context.lineWidth = 2.5 * width
  const mark = (colour: string, isMarked: (edge: LineEdge) => boolean) => {
    context.strokeStyle = colour
    context.stroke(pathOf(edges.filter(isMarked), cards, scene.lineOf))
  }
  mark(colours.primary, ({ selected }) => selected === true)
  mark(colours.success, ({ id }) => lit.visitedEdgeIds.has(id))
  if (marks.edges.size > 0) {
    strokeMarks(
      context,
      edges,
      { markOf: ({ id }) => marks.edges.get(id), zoom, colours },
      (lines) => context.stroke(pathOf(lines, cards, scene.lineOf)),
    )
  }
  if (dropTarget !== null) mark(colours.primary, ({ id }) => id === dropTarget)
}

type CardsById = ReadonlyMap<string, CardNode>

/** True while it is dragged, and so not where the flow says. */
const isMoving = ({ position, data }: CardNode): boolean => position !== data.node.position

const touches =
  (nodeIds: ReadonlySet<string>) =>
  ({ source, target }: LineEdge): boolean =>
    nodeIds.has(source) || nodeIds.has(target)

/** The lines between nodes at rest: while somebody pans, zooms or drags they stay the same. */
let resting: {
  readonly nodes: FarScene['nodes']
  readonly edges: FarScene['edges']
  readonly moving: string
  readonly routesVersion: number
  readonly path: Path2D
} | null = null

function restingLines(
  { nodes, edges, lineOf, routesVersion }: FarScene,
  cards: CardsById,
  movingIds: ReadonlySet<string>,
): Path2D {
  const moving = [...movingIds].join()
  const isSame =
    resting?.edges === edges &&
    resting.routesVersion === routesVersion &&
    resting.moving === moving &&
    resting.nodes.length === nodes.length &&
    resting.nodes.every(({ data }, index) => data === nodes[index]?.data)
  const touchesMoving = touches(movingIds)
  const path =
    resting && isSame
      ? resting.path
      : pathOf(
          edges.filter((edge) => !touchesMoving(edge)),
          cards,
          lineOf,
        )
  resting = { nodes, edges, moving, routesVersion, path }
  return path
}

function pathOf(edges: readonly LineEdge[], cards: CardsById, lineOf: FarScene['lineOf']): Path2D {
  const path = new Path2D()
  for (const edge of edges) {
    const [first, second] = [cards.get(edge.source), cards.get(edge.target)]
    if (!first || !second) continue
    const isAtRest = !isMoving(first) && !isMoving(second)
    const line = isAtRest
      ? lineOf(edge.id)
      : { ...endsOf(edge, placed(first), placed(second)), corners: null }
    if (line) drawLine(path, line)
  }
  return path
}

/** A node where it is right now, which is elsewhere while it is dragged. */
const placed = ({ data: { node }, position }: CardNode) => ({
  type: node.type,
  data: node.data,
  position,
})

function drawCard(
  context: CanvasRenderingContext2D,
  card: CardNode,
  { zoom, hasTitles, pixel }: { zoom: number; hasTitles: boolean; pixel: number },
  colours: FarColours,
): void {
  const { width = 0, height = 0, data, position } = card
  const { node } = data
  const colour = colours.groups[groupOf(node.type)]
  const note = paperOf(node, colours)
  if (!hasTitles && !note) {
    context.fillStyle = colour
    fillBox(context, card, zoom)
    return
  }
  context.fillStyle = note?.ground ?? colours.surface
  context.strokeStyle = note?.line ?? colours.line
  context.lineWidth = Math.max(1, pixel)
  fillBox(context, card, zoom, 'stroke')
  if (node.type === 'note') return
  context.fillStyle = note?.line ?? colour
  context.beginPath()
  context.roundRect(position.x, position.y, width, BAND_HEIGHT, [CARD_RADIUS, CARD_RADIUS, 0, 0])
  context.fill()
  context.fillStyle = note?.ink ?? colours.ink
  context.font = `600 ${TITLE.size}px ${colours.fontFamily}`
  const lines = wrapped(context, nodeTitle(node), width - 2 * TITLE.x)
  for (const [index, line] of lines.entries()) {
    const baseline = TITLE.baseline + index * TITLE.lineHeight
    if (baseline < height) {
      context.fillText(line, position.x + TITLE.x, position.y + baseline)
    }
  }
}

/** The colours of notes and of collapsed sections. */
function paperOf({ type, data }: DraftNode, { notes }: FarColours) {
  if (type === 'note') return notes[shapeData('note', data).color]
  return type === 'section' ? notes[sectionData({ data }).color] : null
}

function fillBox(
  context: CanvasRenderingContext2D,
  { position: { x, y }, width = 0, height = 0 }: CardNode,
  zoom: number,
  border?: 'stroke',
): void {
  if (CARD_RADIUS * zoom < LEAST_RADIUS && !border) return context.fillRect(x, y, width, height)
  context.beginPath()
  context.roundRect(x, y, width, height, CARD_RADIUS)
  context.fill()
  if (border) context.stroke()
}

function outlineOf(
  { id, selected }: CardNode,
  { lit, peerColours }: FarScene,
  colours: FarColours,
): string | undefined {
  if (lit.currentNodeId === id) return colours.success
  if (selected) return colours.primary
  return lit.visitedNodeIds.has(id) ? colours.success : peerColours.get(id)
}

function drawOutline(
  context: CanvasRenderingContext2D,
  { position: { x, y }, width = 0, height = 0 }: CardNode,
  colour: string,
  zoom: number,
): void {
  const line = 2 / zoom
  context.strokeStyle = colour
  context.lineWidth = line
  context.beginPath()
  context.roundRect(x - line, y - line, width + 2 * line, height + 2 * line, CARD_RADIUS + line)
  context.stroke()
}

function isInView({ position, width = 0, height = 0 }: CardNode, view: FarView): boolean {
  const left = view.x + position.x * view.zoom
  const top = view.y + position.y * view.zoom
  return (
    left < view.width &&
    top < view.height &&
    left + width * view.zoom > 0 &&
    top + height * view.zoom > 0
  )
}

const wrappedByTitle = new Map<string, readonly string[]>()
const MOST_TITLES = 5_000

/** A title in as many lines as a card has room for. */
function wrapped(
  context: CanvasRenderingContext2D,
  title: string,
  width: number,
): readonly string[] {
  const known = wrappedByTitle.get(title)
  if (known) return known
  const lines: string[] = []
  let line = ''
  for (const word of title.split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && context.measureText(longer).width > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  lines.push(line)
  const shown = lines.slice(0, TITLE.maxLines).map((each) => shortened(context, each, width))
  if (wrappedByTitle.size > MOST_TITLES) wrappedByTitle.clear()
  wrappedByTitle.set(title, shown)
  return shown
}

function shortened(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > width) {
    letters.pop()
  }
  return `${letters.join('')}…`
}
