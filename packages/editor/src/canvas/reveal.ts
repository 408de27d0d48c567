import type { Box } from './places.ts'

/** What is in view: a point on the canvas is at `x + point.x * zoom` of the frame. */
interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** Room around what is brought into view, in pixels. */
const MARGIN = 40
/** Zoom below which nodes that are gone to are brought nearer, and how near. */
const READABLE_ZOOM = 0.6
const COMFORTABLE_ZOOM = 0.9
const FARTHEST_ZOOM = 0.1

/** The smallest move that brings a box of the canvas into an area of the frame; null when it is there already. */
export function viewportShowing(
  box: Box,
  view: View,
  area: Box,
  { keepsZoom }: { readonly keepsZoom: boolean },
): View | null {
  const inner = {
    x: area.x + MARGIN,
    y: area.y + MARGIN,
    width: Math.max(1, area.width - 2 * MARGIN),
    height: Math.max(1, area.height - 2 * MARGIN),
  }
  const fits = Math.min(inner.width / box.width, inner.height / box.height)
  const wanted = view.zoom < READABLE_ZOOM && !keepsZoom ? COMFORTABLE_ZOOM : view.zoom
  // What is larger than the area is not made smaller for a node alone: its top is shown then.
  const zoom = keepsZoom ? view.zoom : Math.max(Math.min(wanted, fits), FARTHEST_ZOOM)
  if (zoom !== view.zoom) {
    return {
      zoom,
      x: inner.x + inner.width / 2 - (box.x + box.width / 2) * zoom,
      y: inner.y + inner.height / 2 - (box.y + box.height / 2) * zoom,
    }
  }
  const x = view.x + shift(view.x + box.x * zoom, box.width * zoom, inner.x, inner.width)
  const y = view.y + shift(view.y + box.y * zoom, box.height * zoom, inner.y, inner.height)
  return x === view.x && y === view.y ? null : { x, y, zoom }
}

/** How far a stretch has to move to lie within another; its beginning counts when it is too long. */
function shift(start: number, length: number, within: number, room: number): number {
  if (start < within || length > room) return within - start
  return Math.min(0, within + room - (start + length))
}

/** The box around several. */
export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

/** The part of the canvas that no panel covers, in pixels from the frame's corner. */
export function clearArea(frame: HTMLElement): Box {
  const { left, right, width, height } = frame.getBoundingClientRect()
  const panel = frame.parentElement?.querySelector('[data-covers-canvas]')?.getBoundingClientRect()
  if (!panel) return { x: 0, y: 0, width, height }
  // It stands at the end of the line: on the right, or on the left where people write that way.
  return panel.left - left > right - panel.right
    ? { x: 0, y: 0, width: panel.left - left, height }
    : { x: panel.right - left, y: 0, width: right - panel.right, height }
}
