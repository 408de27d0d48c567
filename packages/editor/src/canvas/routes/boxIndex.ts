import { type Box, overlaps } from '../places.ts'

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
    for (const key of keysOf(box)) {
      const cell = cells.get(key)
      if (cell) cell.push(box)
      else cells.set(key, [box])
    }
  }
  return {
    within(area) {
      const found = new Set<Box>()
      for (const key of keysOf(area)) {
        for (const box of cells.get(key) ?? []) if (overlaps(box, area)) found.add(box)
      }
      return [...found]
    },
  }
}

function keysOf({ x, y, width, height }: Box): readonly string[] {
  const keys: string[] = []
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column += 1) {
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row += 1) {
      keys.push(`${column},${row}`)
    }
  }
  return keys
}
