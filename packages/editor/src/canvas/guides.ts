import { createStore } from 'zustand/vanilla'
import { align, type Stop } from './alignment.ts'
import { type Box, overlaps, type Point } from './box.ts'
import { type Snap, snap, surroundingsOf } from './equalGaps.ts'
import type { FlowEditor } from './FlowEditor.ts'
import { withContents } from './sections.ts'
import { useViewOptions } from './viewOptions.ts'

/** How near, in pixels of the screen, something comes to a line before it is drawn onto it. */
const REACH_PX = 6

/** What is shown while something is dragged: lines that it is in line with, and spaces that are equal. */
type Shown = Pick<Snap, 'guides' | 'gaps'>
const NONE: Shown = { guides: [], gaps: [] }
export const createGuides = () => createStore<Shown>(() => NONE)

/** Brings what is dragged in line with what is in view, and shows with what. Each gives how far it has to move. */
export interface AlignmentHelp {
  /** For something that is moved as a whole: in line, or as far from one neighbour as from another. */
  move(box: Box): Point
  /** For something of which some sides are pulled. */
  pull(box: Box, stops: { readonly x: readonly Stop[]; readonly y: readonly Stop[] }): Point
  stop(): void
}

/** To be called when a drag begins, with what is dragged; null when nobody wants this, or it could not be seen. */
export function helpAligning(
  editor: FlowEditor,
  draggedIds: readonly string[],
): AlignmentHelp | null {
  const view = editor.viewport?.view()
  const { isFar, nodes } = editor.canvas.store.getState()
  if (!view || isFar || !useViewOptions.getState().hasGuides) return null
  const moving = new Set(withContents(editor.draft().nodes, draggedIds))
  const boxes = nodes.flatMap(({ id, position, width = 0, height = 0 }) => {
    const box = { ...position, width, height }
    return !moving.has(id) && overlaps(box, view.box) ? [box] : []
  })
  const surroundings = surroundingsOf(boxes)
  const reach = REACH_PX / view.zoom
  const show = ({ guides, gaps }: Shown) => {
    const isEmpty = guides.length === 0 && gaps.length === 0
    editor.guides.setState(isEmpty ? NONE : { guides, gaps }, true)
  }
  return {
    move(box) {
      const snapped = snap(surroundings, box, reach)
      show(snapped)
      return snapped.by
    },
    pull(box, stops) {
      const { by, guides } = align(surroundings.neighbours, box, reach, stops)
      show({ guides, gaps: [] })
      return by
    },
    stop: () => editor.guides.setState(NONE, true),
  }
}
