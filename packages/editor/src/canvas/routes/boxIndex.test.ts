import { expect, test } from 'vitest'
import { overlaps } from '../box.ts'
import { createBoxIndex } from './boxIndex.ts'

const BOXES = Array.from({ length: 200 }, (_, index) => ({
  x: (index % 20) * 300 - 3_000,
  y: Math.floor(index / 20) * 250 - 1_000,
  width: 264,
  height: 100 + (index % 7) * 60,
}))

test.each([
  ['a corner of one card', { x: 10, y: 10, width: 5, height: 5 }],
  ['a few cards', { x: -900, y: -300, width: 1_400, height: 900 }],
  ['nothing', { x: 90_000, y: 0, width: 100, height: 100 }],
  // Square by square this would take hours.
  ['everything, in a world without end', { x: -1e9, y: -1e9, width: 2e9, height: 2e9 }],
])('finds what a look at every card finds: %s', (_what, area) => {
  const found = createBoxIndex(BOXES).within(area)
  expect(new Set(found)).toEqual(new Set(BOXES.filter((box) => overlaps(box, area))))
  expect(found).toHaveLength(new Set(found).size)
})
