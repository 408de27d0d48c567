import { createStore } from 'zustand/vanilla'
import {
  type Alignment,
  align,
  type Guide,
  type Neighbours,
  neighboursOf,
  type Stop,
} from './alignment.ts'
import { type Box, overlaps } from './box.ts'
import type { FlowEditor } from './FlowEditor.ts'
import { withContents } from './sections.ts'
import { useViewOptions } from './viewOptions.ts'

/** How near, in pixels of the screen, something comes to a line before it is drawn onto it. */
const REACH_PX = 6

const NONE: readonly Guide[] = []
/** The lines that are shown while something is dragged. */
export const createGuides = () => createStore<readonly Guide[]>(() => NONE)

/** Brings what is dragged in line with what is in view, and shows the lines. */
export interface AlignmentHelp {
  align(box: Box, stops?: { readonly x: readonly Stop[]; readonly y: readonly Stop[] }): Alignment
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
  const neighbours: Neighbours = neighboursOf(boxes)
  return {
    align(box, stops) {
      const alignment = align(neighbours, box, REACH_PX / view.zoom, stops)
      editor.guides.setState(alignment.guides.length > 0 ? alignment.guides : NONE, true)
      return alignment
    },
    stop: () => editor.guides.setState(NONE, true),
  }
}
