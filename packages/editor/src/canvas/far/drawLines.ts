import type { CardNode, LineEdge } from '../canvasStore.ts'
import { endsOf } from '../routes/endsOf.ts'
import { drawLine } from '../routes/line.ts'
import { strokeMarks } from './drawMarks.ts'
import type { FarColours } from './farColours.ts'
import type { FarScene } from './scene.ts'

/** Lines never become thinner than this many pixels, or they could not be seen. */
export const LEAST_LINE = 0.8
const LINE_WIDTH = 1.75

/** Draws the lines between the nodes, and over them those that stand out. */
export function drawLines(
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
