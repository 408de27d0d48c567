import type { Box, Point } from './box.ts'

/** A line that shows with what something is in line. */
export interface Guide {
  /** The axis along which the two were brought together: `x` makes an upright line. */
  readonly axis: 'x' | 'y'
  /** Its place on that axis, and where it begins and ends on the other one. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Boxes that something can be brought in line with, in an order that makes finding one of thousands quick. */
export interface Neighbours {
  readonly x: readonly Candidate[]
  readonly y: readonly Candidate[]
}
interface Candidate {
  readonly at: number
  readonly box: Box
}

/** What brings a box in line: how far it has to move, and what shows why. */
export interface Alignment {
  readonly by: Point
  readonly guides: readonly Guide[]
}

/** Edges and middles of boxes, sorted. To be made once, when a drag begins. */
export const neighboursOf = (boxes: readonly Box[]): Neighbours => ({
  x: sorted(boxes.flatMap((box) => stopsOf(box, 'x').map((at) => ({ at, box })))),
  y: sorted(boxes.flatMap((box) => stopsOf(box, 'y').map((at) => ({ at, box })))),
})

/** Which of a box's lines may meet those of others: while one edge is pulled, only that one moves. */
export type Stop = 'start' | 'middle' | 'end'
const ALL: readonly Stop[] = ['start', 'middle', 'end']

/** The smallest move, within `reach` on each axis, that brings a box in line with a neighbour. */
export function align(
  neighbours: Neighbours,
  box: Box,
  reach: number,
  stops: { readonly x: readonly Stop[]; readonly y: readonly Stop[] } = { x: ALL, y: ALL },
): Alignment {
  const byX = nearest(neighbours.x, box, 'x', { reach, stops: stops.x })
  const byY = nearest(neighbours.y, box, 'y', { reach, stops: stops.y })
  const by = { x: byX ?? 0, y: byY ?? 0 }
  const moved = { ...box, x: box.x + by.x, y: box.y + by.y }
  return {
    by,
    guides: [
      ...(byX === null ? [] : guidesAt(neighbours.x, moved, 'x', stops.x)),
      ...(byY === null ? [] : guidesAt(neighbours.y, moved, 'y', stops.y)),
    ],
  }
}

const lengthOf = { x: 'width', y: 'height' } as const

const stopsOf = (box: Box, axis: 'x' | 'y'): readonly [number, number, number] => {
  const length = box[lengthOf[axis]]
  return [box[axis], box[axis] + length / 2, box[axis] + length]
}

const stopOf = (box: Box, axis: 'x' | 'y', stop: Stop): number =>
  stopsOf(box, axis)[ALL.indexOf(stop)] ?? box[axis]

const sorted = (candidates: Candidate[]): readonly Candidate[] =>
  candidates.sort((a, b) => a.at - b.at)

function nearest(
  candidates: readonly Candidate[],
  box: Box,
  axis: 'x' | 'y',
  { reach, stops }: { readonly reach: number; readonly stops: readonly Stop[] },
): number | null {
  let best: number | null = null
  for (const stop of stops) {
    const own = stopOf(box, axis, stop)
    const next = firstFrom(candidates, own)
    for (const candidate of [candidates[next - 1], candidates[next]]) {
      if (!candidate) continue
      const by = candidate.at - own
      if (Math.abs(by) <= reach && (best === null || Math.abs(by) < Math.abs(best))) best = by
    }
  }
  return best
}

/** Lines that are this close are one line, in canvas units. */
export const SAME = 0.5

/** A line for each edge or middle that meets one of a neighbour, from the one box to the furthest other. */
function guidesAt(
  candidates: readonly Candidate[],
  box: Box,
  axis: 'x' | 'y',
  stops: readonly Stop[],
): readonly Guide[] {
  const across = axis === 'x' ? 'y' : 'x'
  return stops.flatMap((stop): readonly Guide[] => {
    const at = stopOf(box, axis, stop)
    let from = box[across]
    let to = from + box[lengthOf[across]]
    const first = firstFrom(candidates, at - SAME)
    let index = first
    for (; (candidates[index]?.at ?? Infinity) <= at + SAME; index += 1) {
      const other = candidates[index]?.box
      if (!other) continue
      from = Math.min(from, other[across])
      to = Math.max(to, other[across] + other[lengthOf[across]])
    }
    return index === first ? [] : [{ axis, at, from, to }]
  })
}

/** Index of the first candidate that is not before a place. */
function firstFrom(candidates: readonly Candidate[], at: number): number {
  let low = 0
  let high = candidates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((candidates[middle]?.at ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}
