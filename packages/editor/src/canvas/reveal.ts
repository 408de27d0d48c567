import { around, type Box } from './box.ts'

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
/** A thousand steps are in view at this zoom. */
export const FARTHEST_ZOOM = 0.04
/** A flow is not blown up to fill the screen. */
export const CLOSEST_FIT = 1
/** Below this a flow that is opened shows its beginning only, at `BEGINNING_ZOOM`. */
const LEGIBLE_ZOOM = 0.45
const BEGINNING_ZOOM = 0.75

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

/** Shows a whole box, as near as an area and `closest` let. */
export function viewportFitting(box: Box, area: Box, closest: number): View {
  const fits = Math.min(
    (area.width - 2 * MARGIN) / Math.max(1, box.width),
    (area.height - 2 * MARGIN) / Math.max(1, box.height),
  )
  const zoom = Math.max(FARTHEST_ZOOM, Math.min(closest, fits))
  return {
    zoom,
    x: area.x + area.width / 2 - (box.x + box.width / 2) * zoom,
    y: area.y + area.height / 2 - (box.y + box.height / 2) * zoom,
  }
}

/**
 * What a flow shows when it is opened: all of it where that can be read, otherwise its beginning, with the room after it
 * for what follows.
 */
export function firstViewport(boxes: readonly Box[], beginning: Box | undefined, area: Box): View {
  const all = boxes.length > 0 ? viewportFitting(around(boxes), area, CLOSEST_FIT) : null
  if (all && boxes.length > 1 && all.zoom >= LEGIBLE_ZOOM) return all
  const zoom = boxes.length > 1 ? BEGINNING_ZOOM : 1
  const { x, y, height } = beginning ?? { x: 0, y: 0, height: 0 }
  return {
    zoom,
    x: area.x + Math.min(MARGIN, area.width * 0.08) * 2 - x * zoom,
    y: area.y + area.height / 2 - (y + height / 2) * zoom,
  }
}

/** How far a stretch has to move to lie within another; its beginning counts when it is too long. */
function shift(start: number, length: number, within: number, room: number): number {
  if (start < within || length > room) return within - start
  return Math.min(0, within + room - (start + length))
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
