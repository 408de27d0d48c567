import type { Draft, DraftNode } from '@parley/shared/draft'
import { CARD_WIDTH } from '../nodes/card/metrics.ts'
import { type Box, overlaps, type Point } from './box.ts'
import { geometryOf, type HandleRef } from './geometry.ts'

/** Nodes lie on this grid when snapping is on, and when we choose a place. */
export const GRID = 16
/** Room between a node and the next. */
const GAP_X = 96
const GAP_Y = 32

export function boxOf(node: DraftNode): Box {
  const { width, height } = geometryOf(node)
  return { ...node.position, width, height }
}

export const onGrid = ({ x, y }: Point): Point => ({
  x: Math.round(x / GRID) * GRID,
  y: Math.round(y / GRID) * GRID,
})

/** A place for a node behind a handle: beside its card at the height of the handle, lower when that is taken. */
export function freePlaceBehind(draft: Draft, { nodeId, handle }: HandleRef): Point {
  const node = draft.nodes.find(({ id }) => id === nodeId)
  if (!node) return { x: 0, y: 0 }
  const { width, outlets } = geometryOf(node)
  const outlet = outlets.find((each) => each.handle.id === handle)
  const first = onGrid({
    x: node.position.x + width + GAP_X,
    y: node.position.y + (outlet?.hasRow ? outlet.y - GAP_Y : 0),
  })
  return firstFree(draft, first, width)
}

/** `wanted`, or as near below it as there is room. */
export const freePlaceAt = (draft: Draft, wanted: Point): Point =>
  firstFree(draft, onGrid(wanted), CARD_WIDTH)

function firstFree(draft: Draft, first: Point, width: number): Point {
  // What is behind all nodes is in nobody's way.
  const boxes = draft.nodes.filter((node) => !isBehind(node)).map(boxOf)
  let place = first
  // Every step gets past one box, so this many are enough.
  for (let step = 0; step <= boxes.length; step += 1) {
    const wanted = { ...place, width, height: 120 }
    const hit = boxes.find((box) => overlaps(box, wanted))
    if (!hit) return place
    place = onGrid({ x: place.x, y: hit.y + hit.height + GAP_Y })
  }
  return place
}

const isBehind = ({ type }: DraftNode): boolean => type === 'section'
