import type { FlowStore } from '../document/flowStore.ts'
import { around, type Box, type Point } from './box.ts'
import { boxOf } from './places.ts'
import { contentsOf, isSection } from './sections.ts'

export interface Place {
  readonly id: string
  readonly position: Point
}

/** How far what is dragged goes from where the pointer says; it is given the box around all of it. */
export type Guide = (box: Box) => Point

/** Nodes that are being dragged: the canvas shows them where the pointer has them, the flow learns of it when they are dropped. */
export interface Dragging {
  /** Undefined for a node that lies where the flow says. */
  placeOf(nodeId: string): Point | undefined
  /** Moves nodes to where the pointer, and then the guide, has them; sections take along what they hold. */
  moveTo(places: readonly Place[]): void
  setGuide(guide: Guide | null): void
  /** Of everything that was moved, what sections took along included. */
  places(): readonly Place[]
  end(): void
}

export function createDragging(flow: FlowStore): Dragging {
  const dragged = new Map<string, Point>()
  /** What the sections hold that are being dragged, and all of that. */
  const holding = new Map<string, readonly string[]>()
  const carried = new Set<string>()
  let guide: Guide | null = null

  return {
    placeOf: (nodeId) => dragged.get(nodeId),
    moveTo(places) {
      if (places.length === 0) return
      const by = guided(places)
      for (const { id, position } of places) {
        place(id, { x: position.x + by.x, y: position.y + by.y })
      }
    },
    setGuide(next) {
      guide = next
    },
    places: () => [...dragged].map(([id, position]) => ({ id, position })),
    end() {
      dragged.clear()
      holding.clear()
      carried.clear()
    },
  }

  function guided(places: readonly Place[]): Point {
    if (!guide) return { x: 0, y: 0 }
    const { nodesById } = flow.getState()
    const boxes = places.flatMap(({ id, position }) => {
      const node = nodesById.get(id)
      return node ? [{ ...boxOf(node), ...position }] : []
    })
    return boxes.length > 0 ? guide(around(boxes)) : { x: 0, y: 0 }
  }

  function place(id: string, position: Point): void {
    const { nodes, nodesById } = flow.getState()
    const node = nodesById.get(id)
    // The section that carries it says where it goes.
    if (carried.has(id)) return
    dragged.set(id, position)
    if (!node || !isSection(node)) return
    const held = holding.get(id) ?? contentsOf(nodes, id)
    if (!holding.has(id)) for (const heldId of held) carried.add(heldId)
    holding.set(id, held)
    for (const heldId of held) {
      const from = nodesById.get(heldId)?.position
      if (!from) continue
      dragged.set(heldId, {
        x: from.x + position.x - node.position.x,
        y: from.y + position.y - node.position.y,
      })
    }
  }
}
