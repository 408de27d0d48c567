import { describe, expect, it } from 'vitest'
import { align, neighboursOf } from './alignment.ts'

const box = (x: number, y: number, width = 100, height = 50) => ({ x, y, width, height })

describe('bringing a box in line with others', () => {
  it('moves it to the nearest edge or middle within reach, and draws a line along both', () => {
    const neighbours = neighboursOf([box(0, 0), box(500, 300)])
    expect(align(neighbours, box(4, 200), 6)).toEqual({
      by: { x: -4, y: 0 },
      guides: [
        { axis: 'x', at: 0, from: 0, to: 250 },
        { axis: 'x', at: 50, from: 0, to: 250 },
        { axis: 'x', at: 100, from: 0, to: 250 },
      ],
    })
  })

  it('leaves it where it is when nothing is near', () => {
    const neighbours = neighboursOf([box(0, 0)])
    expect(align(neighbours, box(220, 207), 6)).toEqual({ by: { x: 0, y: 0 }, guides: [] })
  })

  it('finds middles of boxes of other sizes', () => {
    const { by, guides } = align(neighboursOf([box(0, 0, 300)]), box(102, 200), 6)
    expect(by).toEqual({ x: -2, y: 0 })
    expect(guides).toEqual([{ axis: 'x', at: 150, from: 0, to: 250 }])
  })

  it('takes both axes at once', () => {
    const neighbours = neighboursOf([box(0, 0), box(400, 400)])
    expect(align(neighbours, box(3, 398), 6).by).toEqual({ x: -3, y: 2 })
  })

  it('brings only the edge in line that is pulled', () => {
    const neighbours = neighboursOf([box(0, 0)])
    const { by } = align(neighbours, box(2, 200, 95), 6, { x: ['end'], y: [] })
    expect(by.x).toBe(3)
  })
})
