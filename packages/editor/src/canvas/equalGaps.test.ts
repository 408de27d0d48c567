import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from './box.ts'
import { snap, surroundingsOf } from './equalGaps.ts'

const REACH = 6
const box = (x: number, y: number, width = 100, height = 50): Box => ({ x, y, width, height })
/** Of heights that have no line in common with a dragged box of the usual one, so that only spaces count. */
const tall = (x: number, width = 100): Box => box(x, -300, width, 900)
const among = (boxes: readonly Box[], dragged: Box) => snap(surroundingsOf(boxes), dragged, REACH)

describe('bringing a box to equal spaces', () => {
  it('puts it in the middle between two', () => {
    //  [ 0-100 ]  50  [ 150-250 ]  50  [ 300-400 ]
    const { by, gaps } = among([tall(0), tall(300)], box(154, 0))
    expect(by).toEqual({ x: -4, y: 0 })
    expect(gaps).toEqual([
      { axis: 'x', from: 100, to: 150, at: 25 },
      { axis: 'x', from: 250, to: 300, at: 25 },
    ])
  })

  it('puts it as far behind the last of a row as that is behind the one before', () => {
    const { by, gaps } = among([tall(0), tall(170)], box(335, 0))
    expect(by).toEqual({ x: 5, y: 0 })
    expect(gaps.map(({ from, to }) => [from, to])).toEqual([
      [100, 170],
      [270, 340],
    ])
  })

  it('puts it as far before the first of a row, whatever is further away', () => {
    const { by, gaps } = among([tall(500), tall(670), tall(2_000)], box(333, 0))
    expect(by).toEqual({ x: -3, y: 0 })
    expect(gaps.map(({ from, to }) => [from, to])).toEqual([
      [430, 500],
      [600, 670],
    ])
  })

  it('does the same in a column', () => {
    const wide = (y: number) => box(-300, y, 900)
    const { by, gaps } = among([wide(0), wide(200)], box(0, 98))
    expect(by).toEqual({ x: 0, y: 2 })
    expect(gaps).toEqual([
      { axis: 'y', from: 50, to: 100, at: 50 },
      { axis: 'y', from: 150, to: 200, at: 50 },
    ])
  })

  it('marks all spaces of a row that are equal', () => {
    const { gaps } = among([tall(0), tall(150), tall(450), tall(600)], box(301, 0))
    expect(gaps.map(({ from }) => from)).toEqual([100, 250, 400, 550])
  })

  it('looks at nothing that is not in its row, and at nothing that lies under it', () => {
    const elsewhere = box(0, 1_000)
    const under = tall(120, 200)
    const { by, gaps } = among([elsewhere, under, tall(500)], box(154, 0))
    expect([by, gaps]).toEqual([{ x: 0, y: 0 }, []])
  })

  it('leaves it where it is when the spaces are far from equal', () => {
    const { by, gaps } = among([tall(0), tall(300)], box(160, 0))
    expect([by, gaps]).toEqual([{ x: 0, y: 0 }, []])
  })

  it('prefers a line that is nearer, and says when both are true', () => {
    const line = box(152, 900)
    const nearLine = among([tall(0), tall(300), line], box(153, 0))
    expect([nearLine.by.x, nearLine.gaps]).toEqual([-1, []])
    const both = among([tall(0), tall(300), box(150, 900)], box(153, 0))
    expect(both.by.x).toBe(-3)
    expect(both.gaps).toHaveLength(2)
    expect(both.guides).toHaveLength(3)
  })

  it('moves nothing further than it reaches', () => {
    const length = fc.integer({ min: 20, max: 300 })
    const place = fc.integer({ min: -500, max: 500 })
    const anyBox = fc.tuple(place, place, length, length).map((each) => box(...each))
    fc.assert(
      fc.property(fc.array(anyBox, { maxLength: 12 }), anyBox, (boxes, dragged) => {
        const { by } = among(boxes, dragged)
        expect(Math.max(Math.abs(by.x), Math.abs(by.y))).toBeLessThanOrEqual(REACH)
      }),
    )
  })
})
