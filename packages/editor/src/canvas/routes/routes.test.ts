import type { Draft } from '@parley/shared/draft'
import { describe, expect, it } from 'vitest'
import { anEditor } from '../../testing/anEditor.ts'
import type { Box } from '../box.ts'
import { findRoute } from './findRoute.ts'
import { boundsOf, crosses, distanceTo, type Line, middleOf, toPath } from './line.ts'

const STUB = { out: 18, in: 18 }
const MARGIN = 14

/** Numbers that look random and are the same each time. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Cards of all sizes, with room for a line between any two of them. */
function someBoxes(seed: number): readonly Box[] {
  const next = numbersFrom(seed)
  return Array.from({ length: 24 }, (_, index) => ({
    x: (index % 6) * 360 + next() * 20,
    y: Math.floor(index / 6) * 300 + next() * 20,
    width: 150 + next() * 114,
    height: 44 + next() * 160,
  })).filter(() => next() > 0.3)
}

describe('the way of a line around cards', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'goes from handle to handle and through no card (%i)',
    (seed) => {
      const boxes = someBoxes(seed)
      const next = numbersFrom(seed + 1_000)
      const pick = () => boxes[Math.floor(next() * boxes.length)]
      const [source, target] = [pick(), pick()]
      if (!source || !target || source === target) return
      const from = { x: source.x + source.width, y: source.y + 22 }
      const to = { x: target.x, y: target.y + 22 }
      const query = { from, to, boxes, margin: MARGIN, stub: STUB }
      const corners = findRoute(query)
      expect(corners).not.toBeNull()
      if (!corners) return
      expect(corners[0]).toEqual(from)
      expect(corners.at(-1)).toEqual(to)
      // Out to the right, in from the left, upright and level in between.
      expect(corners[1]?.x).toBeGreaterThan(from.x)
      expect(corners.at(-2)?.x).toBeLessThan(to.x)
      for (const [index, corner] of corners.entries()) {
        const after = corners[index + 1]
        expect(!after || corner.x === after.x || corner.y === after.y).toBe(true)
      }
      expect(boxes.filter((box) => crosses({ from, to, corners }, box))).toEqual([])
      expect(findRoute(query)).toEqual(corners)
    },
  )

  it('is straight where nothing is in the way', () => {
    const query = { from: { x: 0, y: 0 }, to: { x: 300, y: 0 }, boxes: [], margin: MARGIN }
    expect(findRoute({ ...query, stub: STUB })).toEqual([query.from, query.to])
  })

  it('is not there for a handle that is walled in', () => {
    const wall = { x: 10, y: -50, width: 100, height: 100 }
    const query = { from: { x: 0, y: 0 }, to: { x: 300, y: 0 }, boxes: [wall], margin: MARGIN }
    expect(findRoute({ ...query, stub: STUB })).toBeNull()
  })
})

describe('a line', () => {
  const line: Line = {
    from: { x: 0, y: 0 },
    to: { x: 200, y: 100 },
    corners: [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 100 },
      { x: 200, y: 100 },
    ],
  }

  it('is drawn with round corners', () => {
    expect(toPath(line)).toBe('M0 0L88 0Q100 0 100 12L100 88Q100 100 112 100L200 100')
  })

  it('knows its middle, its bounds, and how far a point is', () => {
    expect(middleOf(line)).toEqual({ x: 100, y: 50 })
    expect(boundsOf(line)).toEqual({ x: 0, y: 0, width: 200, height: 100 })
    expect(distanceTo(line, { x: 130, y: 50 })).toBe(30)
  })

  it('that is a curve lies within its bounds, also when it leads back', () => {
    const back: Line = { from: { x: 500, y: 0 }, to: { x: 0, y: 300 }, corners: null }
    const { x, y, width, height } = boundsOf(back)
    const outside = { x: x - 50, y: y - 50, width: 49, height: height + 100 }
    expect(crosses(back, outside)).toBe(false)
    expect(crosses(back, { x, y, width, height })).toBe(true)
  })
})

//   a ──> (wall) ──> b          c lies aside
const DRAFT: Pick<Draft, 'nodes' | 'edges'> = {
  nodes: [
    { id: 'a', type: 'text', position: { x: 0, y: 0 }, data: { text: 'a' } },
    { id: 'wall', type: 'text', position: { x: 400, y: -20 }, data: { text: 'wall' } },
    { id: 'b', type: 'text', position: { x: 800, y: 0 }, data: { text: 'b' } },
    { id: 'c', type: 'text', position: { x: 0, y: 2_000 }, data: { text: 'c' } },
  ],
  edges: [{ id: 'ab', source: 'a', sourceHandle: 'next', target: 'b' }],
}

describe('the courses of a flow', () => {
  it('go around what is in the way, and straight on again when it is gone', () => {
    const editor = anEditor(DRAFT)
    expect(editor.routes.lineOf('ab')?.corners).not.toBeNull()
    editor.edit({ removeNodes: ['wall'] })
    expect(editor.routes.lineOf('ab')?.corners).toBeNull()
  })

  it('stay the same objects while something happens elsewhere, or is only being dragged', () => {
    const editor = anEditor(DRAFT)
    const before = editor.routes.lineOf('ab')
    const aside = editor.node('c')
    if (aside) editor.edit({ putNodes: [{ ...aside, position: { x: 0, y: 2_100 } }] })
    editor.canvas.changeNodes([
      { type: 'position', id: 'wall', position: { x: 400, y: 900 }, dragging: true },
    ])
    expect(editor.routes.lineOf('ab')).toBe(before)
    editor.edit({ removeNodes: ['wall'] })
    expect(editor.routes.lineOf('ab')).not.toBe(before)
  })

  it('are looked for a little at a time where nobody has asked for them yet', () => {
    const editor = anEditor(DRAFT)
    expect(editor.routes.knownLineOf('ab')?.corners).toBeNull()
    expect(editor.routes.lookOn(1_000)).toBe(true)
    expect(editor.routes.knownLineOf('ab')?.corners).not.toBeNull()
    expect(editor.routes.lookOn(1_000)).toBe(false)
  })
})
