import { align, type Guide, type Neighbours, neighboursOf, SAME } from './alignment.ts'
import { around, type Box, type Point } from './box.ts'
import { type BoxIndex, createBoxIndex } from './routes/boxIndex.ts'

/** The space between two boxes of a row or column, where it is as wide as another one there. */
export interface Gap {
  /** The axis along which it is measured: `x` between boxes that stand beside each other. */
  readonly axis: 'x' | 'y'
  readonly from: number
  readonly to: number
  /** Its place on the other axis. */
  readonly at: number
}

/** What something is dragged among, so that what is near is found quickly among thousands. */
export interface Surroundings {
  /** Its lines. */
  readonly neighbours: Neighbours
  readonly index: BoxIndex
  /** The box around all of it. */
  readonly area: Box
}

/** To be made once, when a drag begins. */
export const surroundingsOf = (boxes: readonly Box[]): Surroundings => ({
  neighbours: neighboursOf(boxes),
  index: createBoxIndex(boxes),
  area: boxes.length > 0 ? around(boxes) : { x: 0, y: 0, width: 0, height: 0 },
})

/** Where something comes to lie: how far it has to move for that, and what shows why. */
export interface Snap {
  readonly by: Point
  readonly guides: readonly Guide[]
  readonly gaps: readonly Gap[]
}

/**
 * The smallest move, within `reach` on each axis, that brings a box in line with a neighbour or makes a space beside it as
 * wide as another.
 */
export function snap(surroundings: Surroundings, box: Box, reach: number): Snap {
  const { neighbours } = surroundings
  const aligned = align(neighbours, box, reach)
  const nearer = (axis: 'x' | 'y'): number => {
    const isAligned = aligned.guides.some((guide) => guide.axis === axis)
    const limit = isAligned ? Math.abs(aligned.by[axis]) - SAME : reach
    return moveToEqualGaps(surroundings, box, { axis, reach: limit }) ?? aligned.by[axis]
  }
  const by = { x: nearer('x'), y: nearer('y') }
  const moved = { ...box, x: box.x + by.x, y: box.y + by.y }
  const isAsAligned = by.x === aligned.by.x && by.y === aligned.by.y
  return {
    by,
    guides: isAsAligned ? aligned.guides : align(neighbours, moved, SAME).guides,
    gaps: [...equalGaps(surroundings, moved, 'x'), ...equalGaps(surroundings, moved, 'y')],
  }
}

/** Null when no move within reach makes two spaces equal. */
function moveToEqualGaps(
  surroundings: Surroundings,
  box: Box,
  { axis, reach }: { readonly axis: 'x' | 'y'; readonly reach: number },
): number | null {
  const { before, beforeThat, after, afterThat } = rowOf(surroundings, box, axis)
  const [start, end] = [box[axis], endOf(box, axis)]
  const moves = [
    before && after && (endOf(before, axis) + after[axis] - start - end) / 2,
    before && beforeThat && endOf(before, axis) + widthOf(beforeThat, before, axis) - start,
    after && afterThat && after[axis] - widthOf(after, afterThat, axis) - end,
  ]
  let best: number | null = null
  for (const move of moves) {
    if (move === undefined || Math.abs(move) > reach) continue
    if (best === null || Math.abs(move) < Math.abs(best)) best = move
  }
  return best
}

/** The spaces beside a box that are equal to each other, or to the next one. */
function equalGaps(surroundings: Surroundings, box: Box, axis: 'x' | 'y'): readonly Gap[] {
  const { before, beforeThat, after, afterThat } = rowOf(surroundings, box, axis)
  const pairs = [
    [beforeThat, before],
    [before, box],
    [box, after],
    [after, afterThat],
  ] as const
  const widths = pairs.map(([a, b]) => (a && b ? widthOf(a, b, axis) : null))
  const isEqual = (one: number, other: number): boolean => {
    const [a, b] = [widths[one] ?? null, widths[other] ?? null]
    return a !== null && b !== null && Math.abs(a - b) <= SAME
  }
  return pairs.flatMap(([a, b], index) =>
    a && b && (isEqual(index, index - 1) || isEqual(index, index + 1))
      ? [gapBetween(a, b, { axis, beside: box })]
      : [],
  )
}

interface Row {
  /** The box next to it, towards the beginning of the axis, and the one next to that. */
  readonly before?: Box | undefined
  readonly beforeThat?: Box | undefined
  readonly after?: Box | undefined
  readonly afterThat?: Box | undefined
}

/** What stands in a row with a box, or in a column. */
function rowOf({ index, area }: Surroundings, box: Box, axis: 'x' | 'y'): Row {
  const length = LENGTH[axis]
  const row = index.within({ ...box, [axis]: area[axis], [length]: area[length] })
  const before = lastBefore(row, box[axis], axis)
  const after = firstAfter(row, endOf(box, axis), axis)
  return {
    before,
    beforeThat: before && lastBefore(row, before[axis], axis),
    after,
    afterThat: after && firstAfter(row, endOf(after, axis), axis),
  }
}

/** The box that ends last of those that leave a space to a place. */
function lastBefore(row: readonly Box[], place: number, axis: 'x' | 'y'): Box | undefined {
  let best: Box | undefined
  for (const each of row) {
    const end = endOf(each, axis)
    if (end < place && (!best || end > endOf(best, axis))) best = each
  }
  return best
}

function firstAfter(row: readonly Box[], place: number, axis: 'x' | 'y'): Box | undefined {
  let best: Box | undefined
  for (const each of row) {
    if (each[axis] > place && (!best || each[axis] < best[axis])) best = each
  }
  return best
}

const OTHER = { x: 'y', y: 'x' } as const
const LENGTH = { x: 'width', y: 'height' } as const

const endOf = (box: Box, axis: 'x' | 'y'): number => box[axis] + box[LENGTH[axis]]

const widthOf = (first: Box, second: Box, axis: 'x' | 'y'): number =>
  second[axis] - endOf(first, axis)

/** In the middle of what the two have in common with the box that is dragged. */
function gapBetween(
  first: Box,
  second: Box,
  { axis, beside }: { readonly axis: 'x' | 'y'; readonly beside: Box },
): Gap {
  const across = OTHER[axis]
  const all = [first, second, beside]
  const from = Math.max(...all.map((each) => each[across]))
  const to = Math.min(...all.map((each) => endOf(each, across)))
  return { axis, from: endOf(first, axis), to: second[axis], at: (from + to) / 2 }
}
