import type { Box, Point } from '../box.ts'

/** Between what a line is looked for. */
export interface RouteQuery {
  readonly from: Point
  readonly to: Point
  /** Cards that it goes around; those at its ends may be among them. */
  readonly boxes: readonly Box[]
  /** How far it keeps from cards, in canvas units. */
  readonly margin: number
  /** How far it goes straight on from its ends. */
  readonly stub: { readonly out: number; readonly in: number }
}

/** What a bend costs, in units of length: a line with few bends can be followed by eye. */
const BEND_COST = 80
/** Beyond this a line is not worth looking for: every box adds to what has to be looked at. */
const MOST_BOXES = 48

/**
 * The corners of a line of upright and level pieces that leaves to the right, arrives from the left, and crosses no box:
 * the shortest, with bends counted as length. Null when there is no way, or when it would take too long to find.
 */
export function findRoute(query: RouteQuery): readonly Point[] | null {
  const { from, to, stub } = query
  if (query.boxes.length > MOST_BOXES) return null
  const start = { x: from.x + stub.out, y: from.y }
  const end = { x: to.x - stub.in, y: to.y }
  const walls = query.boxes.map((box) => grown(box, query.margin))
  if (walls.some((wall) => isInside(wall, start.x, start.y) || isInside(wall, end.x, end.y))) {
    return null
  }
  const middle = (start.x + end.x) / 2
  const xs = lines([start.x, end.x, middle, ...walls.flatMap((box) => [box.x, box.x + box.width])])
  const ys = lines([start.y, end.y, ...walls.flatMap((box) => [box.y, box.y + box.height])])
  const corners = search({ xs, ys, walls }, start, end)
  return corners && withoutStraight([from, ...corners, to])
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

/** On the border is outside: that is where lines run. */
const isInside = ({ x, y, width, height }: Box, atX: number, atY: number): boolean =>
  atX > x && atX < x + width && atY > y && atY < y + height

const lines = (values: readonly number[]): readonly number[] =>
  [...new Set(values)].sort((a, b) => a - b)

interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly walls: readonly Box[]
}

/** Right, down, left, up. */
const STEPS = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
] as const
const RIGHT = 0
const LEFT = 2

/** A* over the crossings of the grid, each once for every direction that it is reached in. */
function search(grid: Grid, start: Point, end: Point): readonly Point[] | null {
  const { xs, ys } = grid
  const columns = xs.length
  const goal = ys.indexOf(end.y) * columns + xs.indexOf(end.x)
  const first = (ys.indexOf(start.y) * columns + xs.indexOf(start.x)) * STEPS.length + RIGHT
  const costs = new Map<number, number>([[first, 0]])
  const cameFrom = new Map<number, number>()
  const queue = new Queue()
  queue.add(first, 0)
  for (let state = queue.take(); state !== undefined; state = queue.take()) {
    const place = Math.floor(state / STEPS.length)
    const direction = state % STEPS.length
    // From the end it goes on to the right; only from there nothing can come.
    if (place === goal && direction !== LEFT) return pathTo(state, cameFrom, grid)
    const cost = costs.get(state) ?? 0
    const column = place % columns
    const row = (place - column) / columns
    for (const [turn, step] of STEPS.entries()) {
      // Nothing turns on its heel.
      if (turn === (direction + 2) % STEPS.length) continue
      const nextColumn = column + step.x
      const nextRow = row + step.y
      const [x, y] = [xs[column], ys[row]]
      const [nextX, nextY] = [xs[nextColumn], ys[nextRow]]
      if (x === undefined || y === undefined || nextX === undefined || nextY === undefined) continue
      const [middleX, middleY] = [(x + nextX) / 2, (y + nextY) / 2]
      if (grid.walls.some((wall) => isInside(wall, middleX, middleY))) continue
      const length = Math.abs(nextX - x) + Math.abs(nextY - y)
      const nextCost = cost + length + (turn === direction ? 0 : BEND_COST)
      const next = (nextRow * columns + nextColumn) * STEPS.length + turn
      if (nextCost >= (costs.get(next) ?? Infinity)) continue
      costs.set(next, nextCost)
      cameFrom.set(next, state)
      queue.add(next, nextCost + Math.abs(nextX - end.x) + Math.abs(nextY - end.y))
    }
  }
  return null
}

function pathTo(
  last: number,
  cameFrom: ReadonlyMap<number, number>,
  { xs, ys }: Grid,
): readonly Point[] {
  const points: Point[] = []
  for (let state: number | undefined = last; state !== undefined; state = cameFrom.get(state)) {
    const place = Math.floor(state / STEPS.length)
    const column = place % xs.length
    points.unshift({ x: xs[column] ?? 0, y: ys[(place - column) / xs.length] ?? 0 })
  }
  return points
}

/** Without the points that lie between their neighbours. */
const withoutStraight = (points: readonly Point[]): readonly Point[] =>
  points.filter((point, index) => {
    const before = points[index - 1]
    const after = points[index + 1]
    if (!before || !after) return true
    const isStraight =
      (before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y)
    return !isStraight
  })

/** What is cheapest comes first; of equals, what came first. */
class Queue {
  readonly #heap: { readonly state: number; readonly cost: number; readonly order: number }[] = []
  #count = 0

  add(state: number, cost: number): void {
    const heap = this.#heap
    this.#count += 1
    heap.push({ state, cost, order: this.#count })
    for (let at = heap.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!this.#isBefore(at, parent)) break
      this.#swap(at, parent)
      at = parent
    }
  }

  take(): number | undefined {
    const heap = this.#heap
    const [first] = heap
    const last = heap.pop()
    if (first && last && heap.length > 0) {
      heap[0] = last
      for (let at = 0; ; ) {
        let least = at
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < heap.length && this.#isBefore(child, least)) least = child
        }
        if (least === at) break
        this.#swap(at, least)
        at = least
      }
    }
    return first?.state
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]]
    if (!one || !other) return false
    return one.cost < other.cost || (one.cost === other.cost && one.order < other.order)
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]]
    if (!one || !other) return
    this.#heap[a] = other
    this.#heap[b] = one
  }
}
