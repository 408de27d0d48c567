import { z } from 'zod'

/** Of a draft's node and edge only what a picture needs; what does not even have that is left out. */
const nodeShape = z.looseObject({
  id: z.string(),
  type: z.string(),
  position: z.object({ x: z.number(), y: z.number() }),
})
const edgeShape = z.looseObject({ id: z.string(), source: z.string(), target: z.string() })

/** Cards on the canvas are about this large; the picture need not know better. */
const NODE_WIDTH = 260
const NODE_HEIGHT = 84
const MARGIN = 50
/** A lone node would fill the picture and look like a poster. */
const SMALLEST_VIEW = { width: 1_100, height: 420 }

export interface PictureNode {
  readonly id: string
  readonly type: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface Picture {
  readonly nodes: readonly PictureNode[]
  readonly edges: readonly { readonly id: string; readonly path: string }[]
  readonly viewBox: string
}

/** Where everything of a draft goes in its picture. */
export function toPicture(draft: {
  readonly nodes: readonly unknown[]
  readonly edges: readonly unknown[]
}): Picture {
  const nodes = draft.nodes.flatMap((raw): PictureNode[] => {
    const parsed = nodeShape.safeParse(raw)
    if (!parsed.success) return []
    const { id, type, position } = parsed.data
    // An area behind steps is none.
    if (type === 'section') return []
    return [{ id, type, x: position.x, y: position.y, width: NODE_WIDTH, height: NODE_HEIGHT }]
  })
  const nodesById = new Map(nodes.map((node) => [node.id, node]))
  const edges = draft.edges.flatMap((raw) => {
    const parsed = edgeShape.safeParse(raw)
    if (!parsed.success) return []
    const source = nodesById.get(parsed.data.source)
    const target = nodesById.get(parsed.data.target)
    return source && target ? [{ id: parsed.data.id, path: curve(source, target) }] : []
  })
  return { nodes, edges, viewBox: viewBoxOf(nodes) }
}

function curve(source: PictureNode, target: PictureNode): string {
  const fromX = source.x + source.width
  const fromY = source.y + source.height / 2
  const toX = target.x
  const toY = target.y + target.height / 2
  const bend = Math.max(60, Math.abs(toX - fromX) / 2)
  return `M${fromX} ${fromY}C${fromX + bend} ${fromY} ${toX - bend} ${toY} ${toX} ${toY}`
}

function viewBoxOf(nodes: readonly PictureNode[]): string {
  if (nodes.length === 0) return `0 0 ${SMALLEST_VIEW.width} ${SMALLEST_VIEW.height}`
  const left = Math.min(...nodes.map(({ x }) => x)) - MARGIN
  const top = Math.min(...nodes.map(({ y }) => y)) - MARGIN
  const width = Math.max(...nodes.map(({ x }) => x)) + NODE_WIDTH + MARGIN - left
  const height = Math.max(...nodes.map(({ y }) => y)) + NODE_HEIGHT + MARGIN - top
  const wide = Math.max(width, SMALLEST_VIEW.width)
  const high = Math.max(height, SMALLEST_VIEW.height)
  return [left - (wide - width) / 2, top - (high - height) / 2, wide, high].join(' ')
}
