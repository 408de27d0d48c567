import { type Box, overlaps } from '../box.ts'

/** Side of the squares by which boxes are found, in canvas units: a little more than a card. */
const CELL = 512

/** Boxes by where they are. */
export interface BoxIndex {
  /** Those that overlap an area, each once. */
  within(area: Box): readonly Box[]
}

export function createBoxIndex(boxes: readonly Box[]): BoxIndex {
  const cells = new Map<string, Box[]>()
  for (const box of boxes) {
    for (const key of keysOf(cellsOf(box))) {
      const cell = cells.get(key)
      if (cell) cell.push(box)
      else cells.set(key, [box])
    }
  }
  return {
    within(area) {
      const wanted = cellsOf(area)
      // A line between ends of the world crosses more squares than there are cards.
      if (countOf(wanted) > boxes.length) return boxes.filter((box) => overlaps(box, area))
      const found = new Set<Box>()
      for (const key of keysOf(wanted)) {
        for (const box of cells.get(key) ?? []) if (overlaps(box, area)) found.add(box)
      }
      return [...found]
    },
  }
}

/** The first and the last square that a box touches, each way. */
interface Cells {
  readonly columns: readonly [number, number]
  readonly rows: readonly [number, number]
}

const cellsOf = ({ x, y, width, height }: Box): Cells => ({
  columns: [Math.floor(x / CELL), Math.floor((x + width) / CELL)],
  rows: [Math.floor(y / CELL), Math.floor((y + height) / CELL)],
})

const countOf = ({ columns, rows }: Cells): number =>
  (columns[1] - columns[0] + 1) * (rows[1] - rows[0] + 1)

function keysOf({ columns, rows }: Cells): readonly string[] {
  const keys: string[] = []
  for (let column = columns[0]; column <= columns[1]; column += 1) {
    for (let row = rows[0]; row <= rows[1]; row += 1) keys.push(`${column},${row}`)
  }
  return keys
}
