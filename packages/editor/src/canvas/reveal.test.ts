import { describe, expect, it } from 'vitest'
import { firstViewport, viewportFitting, viewportShowing } from './reveal.ts'

const AREA = { x: 0, y: 0, width: 1_000, height: 600 }
const box = (x: number, y: number, width = 200, height = 100) => ({ x, y, width, height })
const view = (x: number, y: number, zoom = 1) => ({ x, y, zoom })

describe('bringing nodes into view', () => {
  it.each([
    ['stays when they are there', box(100, 100), view(0, 0), null],
    ['moves no further than needed', box(900, 100), view(0, 0), view(-140, 0)],
    ['moves up and to the left, too', box(-100, -50), view(0, 0), view(140, 90)],
    ['shows the beginning of what is too long', box(0, 50, 3_000), view(-500, 0), view(40, 0)],
  ])('%s', (_name, nodes, before, after) => {
    expect(viewportShowing(nodes, before, AREA, { keepsZoom: true })).toEqual(after)
  })

  it('comes nearer when words could not be read', () => {
    const next = viewportShowing(box(2_000, 2_000), view(0, 0, 0.2), AREA, { keepsZoom: false })
    expect(next?.zoom).toBe(0.9)
  })

  it('keeps away from the panel that covers a part', () => {
    const clear = { ...AREA, width: 600 }
    const next = viewportShowing(box(500, 100), view(0, 0), clear, { keepsZoom: true })
    expect(next).toEqual(view(-140, 0))
  })
})

describe('opening a flow', () => {
  const start = box(0, 0)

  it('shows all of a small one in the middle', () => {
    const next = firstViewport([start, box(800, 0)], start, AREA)
    expect(next).toEqual(viewportFitting(box(0, 0, 1_000), AREA, 1))
    expect(next.x + 500 * next.zoom).toBeCloseTo(500)
  })

  it('shows the beginning of a large one, where it can be read', () => {
    const next = firstViewport([start, box(9_000, 0)], start, AREA)
    expect(next.zoom).toBe(0.75)
    expect(next.x).toBeGreaterThan(0)
    expect(next.x).toBeLessThan(120)
  })

  it('leaves room after a start that is alone', () => {
    expect(firstViewport([start], start, AREA).x).toBeLessThan(120)
  })
})
