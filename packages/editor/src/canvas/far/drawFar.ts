import { shapeData } from '@parley/shared'
import type { DraftNode } from '@parley/shared/draft'
import { nodeTitle } from '../../nodes/nodeTitle.ts'
import { type CardNode, FAR_HEAD } from '../canvasStore.ts'
import { groupOf } from '../groupStyles.ts'
import { sectionData } from '../sections.ts'
import { detailAt } from './detail.ts'
import { drawLines, LEAST_LINE } from './drawLines.ts'
import { drawFrames, strokeMarks } from './drawMarks.ts'
import type { FarColours } from './farColours.ts'
import type { FarScene, FarView } from './scene.ts'
import { wrapTitle } from './wrapTitle.ts'

const CARD_RADIUS = 12
const AREA_ALPHA = 0.45
const AREA_TITLE = 80
/** Titles of sections can be read however far away they are; in pixels. */
const LEAST_TITLE = 13
/** Corners of fewer pixels than this cannot be seen, and squares are drawn ten times as fast. */
const LEAST_RADIUS = 1.5
const BAND_HEIGHT = 12
const TITLE = { size: 24, lineHeight: 30, x: 12, baseline: 42 }

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
  const lines = wrapTitle(context, nodeTitle(node), width - 2 * TITLE.x)
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
