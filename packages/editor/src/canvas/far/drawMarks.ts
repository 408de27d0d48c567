import type { CardNode } from '../canvasStore.ts'
import type { Mark } from '../marks.ts'
import type { FarColours } from './farColours.ts'

/** How marks look from far away: by colour, and by dashes of these lengths in pixels. */
const STYLES = [
  ['covered', 'success', []],
  ['added', 'success', []],
  ['uncovered', 'warning', [2, 3]],
  ['changed', 'warning', [7, 2, 1, 2]],
  ['removed', 'danger', [5, 3]],
] as const satisfies readonly (readonly [Mark, keyof FarColours, readonly number[]])[]

/** Thicker than other outlines: marked cards have to be found among a thousand. */
const LINE_WIDTH = 3.2

/** Does `stroke` once for each mark that is there, with the pen set for it. */
export function strokeMarks<Item>(
  context: CanvasRenderingContext2D,
  items: readonly Item[],
  {
    markOf,
    zoom,
    colours,
  }: {
    readonly markOf: (item: Item) => Mark | undefined
    readonly zoom: number
    readonly colours: FarColours
  },
  stroke: (marked: readonly Item[]) => void,
): void {
  for (const [mark, colour, dashes] of STYLES) {
    const marked = items.filter((item) => markOf(item) === mark)
    if (marked.length === 0) continue
    context.setLineDash(dashes.map((length) => length / zoom))
    context.strokeStyle = colours[colour]
    stroke(marked)
  }
  context.setLineDash([])
}

/** The frames of marked cards, all of one kind in one go. */
export function drawFrames(
  context: CanvasRenderingContext2D,
  cards: readonly CardNode[],
  { radius, zoom }: { readonly radius: number; readonly zoom: number },
): void {
  const line = LINE_WIDTH / zoom
  const path = new Path2D()
  for (const { position, width = 0, height = 0 } of cards) {
    const { x, y } = position
    path.roundRect(x - line, y - line, width + 2 * line, height + 2 * line, radius + line)
  }
  context.lineWidth = line
  context.stroke(path)
}
