import type { Box, Point } from '../box.ts'

/** The course of a line: a curve from end to end, or pieces between corners. */
export interface Line {
  readonly from: Point
  readonly to: Point
  /** From end to end, when it goes around something; null for a curve. */
  readonly corners: readonly Point[] | null
}

/** How far curves that lead back swing out; React Flow's own 0.25 draws them too tight to follow. */
const CURVATURE = 0.5
const CORNER_RADIUS = 12
const SAMPLES = 24

/** How far a curve's control points lie from its ends; the same rule as React Flow's bezier edges. */
function bendOf(from: Point, to: Point): number {
  const distance = to.x - from.x
  return distance >= 0 ? distance / 2 : 25 * CURVATURE * Math.sqrt(-distance)
}

/** What can draw a line; a canvas' path is one. */
export interface Pen {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  quadraticCurveTo(aboutX: number, aboutY: number, x: number, y: number): void
  bezierCurveTo(
    firstX: number,
    firstY: number,
    secondX: number,
    secondY: number,
    x: number,
    y: number,
  ): void
}

/** Draws a line, its corners rounded. */
export function drawLine(pen: Pen, { from, to, corners }: Line): void {
  pen.moveTo(from.x, from.y)
  if (!corners) {
    const bend = bendOf(from, to)
    pen.bezierCurveTo(from.x + bend, from.y, to.x - bend, to.y, to.x, to.y)
    return
  }
  for (const [index, corner] of corners.entries()) {
    const before = corners[index - 1]
    const after = corners[index + 1]
    if (!before || !after) continue
    const radius = Math.min(
      CORNER_RADIUS,
      distance(before, corner) / 2,
      distance(corner, after) / 2,
    )
    const start = towards(corner, before, radius)
    const end = towards(corner, after, radius)
    pen.lineTo(start.x, start.y)
    pen.quadraticCurveTo(corner.x, corner.y, end.x, end.y)
  }
  pen.lineTo(to.x, to.y)
}

/** A line as the `d` of an SVG path. */
export function toPath(line: Line): string {
  let path = ''
  const write =
    (letter: string) =>
    (...numbers: number[]): void => {
      path += `${letter}${numbers.map((number) => Math.round(number * 10) / 10).join(' ')}`
    }
  const pen = {
    moveTo: write('M'),
    lineTo: write('L'),
    quadraticCurveTo: write('Q'),
    bezierCurveTo: write('C'),
  }
  drawLine(pen, line)
  return path
}

/** Half way along a line. */
export function middleOf(line: Line): Point {
  const points = pointsOf(line)
  let rest = lengthOf(points) / 2
  for (const [index, point] of points.entries()) {
    const next = points[index + 1]
    if (!next) break
    const length = distance(point, next)
    if (length >= rest) return towards(point, next, rest)
    rest -= length
  }
  return line.from
}

export function distanceTo(line: Line, point: Point): number {
  const points = pointsOf(line)
  let least = Infinity
  for (const [index, start] of points.entries()) {
    const end = points[index + 1]
    if (end) least = Math.min(least, distanceToPiece(start, end, point))
  }
  return least
}

/** True when a line runs through a box; along its border is not through it. */
export function crosses(line: Line, box: Box): boolean {
  const points = pointsOf(line)
  return points.some((start, index) => {
    const end = points[index + 1]
    return end !== undefined && pieceCrosses(start, end, box)
  })
}

/** The box around a line. */
export function boundsOf({ from, to, corners }: Line): Box {
  // A curve lies between its control points, which are as high as its ends.
  const bend = corners || to.x >= from.x ? 0 : bendOf(from, to)
  const points = corners ?? [
    { x: Math.max(from.x, to.x) + bend, y: from.y },
    { x: Math.min(from.x, to.x) - bend, y: to.y },
  ]
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** Straight pieces that follow a line closely. */
function pointsOf({ from, to, corners }: Line): readonly Point[] {
  if (corners) return corners
  const bend = bendOf(from, to)
  return Array.from({ length: SAMPLES + 1 }, (_, sample) => {
    const at = sample / SAMPLES
    const rest = 1 - at
    return {
      x:
        rest ** 3 * from.x +
        3 * rest ** 2 * at * (from.x + bend) +
        3 * rest * at ** 2 * (to.x - bend) +
        at ** 3 * to.x,
      // The curve leaves and arrives level, so both control points are as high as the ends.
      y: (rest ** 3 + 3 * rest ** 2 * at) * from.y + (3 * rest * at ** 2 + at ** 3) * to.y,
    }
  })
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, point, index) => sum + distance(points[index - 1] ?? point, point), 0)

function towards(from: Point, to: Point, far: number): Point {
  const length = distance(from, to)
  if (length === 0) return from
  return {
    x: from.x + ((to.x - from.x) * far) / length,
    y: from.y + ((to.y - from.y) * far) / length,
  }
}

function distanceToPiece(start: Point, end: Point, point: Point): number {
  const length = distance(start, end)
  if (length === 0) return distance(start, point)
  const along =
    ((point.x - start.x) * (end.x - start.x) + (point.y - start.y) * (end.y - start.y)) / length
  return distance(towards(start, end, Math.min(Math.max(along, 0), length)), point)
}

/** Cuts the piece down to what lies between the box's sides, one axis after the other. */
function pieceCrosses(start: Point, end: Point, { x, y, width, height }: Box): boolean {
  let enter = 0
  let leave = 1
  for (const [from, to, low, high] of [
    [start.x, end.x, x, x + width],
    [start.y, end.y, y, y + height],
  ] as const) {
    const along = to - from
    if (along === 0) {
      if (from <= low || from >= high) return false
      continue
    }
    const [first, second] = [(low - from) / along, (high - from) / along]
    enter = Math.max(enter, Math.min(first, second))
    leave = Math.min(leave, Math.max(first, second))
  }
  return enter < leave
}
