import { useCallback, useMemo, useRef } from 'react'
import type { CardNode } from './canvasStore.ts'
import { edgeAt } from './edgeAt.ts'
import { fitsOnEdges, moveNodes, putOnEdge } from './edits.ts'
import { useFlowEditor } from './FlowEditor.ts'
import { type AlignmentHelp, helpAligning } from './guides.ts'
import { boxOf } from './places.ts'

/** How near to a line, in canvas units, a node has to be dropped to go in between. */
export const SPLICE_REACH = 28

/** Moving nodes by mouse and finger: guides while they move, one edit when they are dropped, onto a line if they lie on one. */
export function useNodeDrag() {
  const editor = useFlowEditor()
  /** The line that a single loose node lies on, while it is dragged. */
  const lineUnder = useCallback(
    (dragged: readonly CardNode[]) => {
      const [only] = dragged
      const node = only && editor.node(only.id)
      if (!only || !node || dragged.length > 1 || !fitsOnEdges(editor.draft(), node)) return null
      const { width, height } = boxOf(node)
      const { x, y } = only.position
      return edgeAt(
        editor.canvas.store.getState().edges,
        editor.routes.knownLineOf,
        { x: x + width / 2, y: y + height / 2 },
        Math.max(SPLICE_REACH, height / 2),
      )
    },
    [editor],
  )
  const help = useRef<AlignmentHelp>(null)
  const pickUp = useCallback(
    (dragged: readonly CardNode[]) => {
      const helping = helpAligning(
        editor,
        dragged.map(({ id }) => id),
      )
      help.current = helping
      editor.canvas.setGuide(helping && ((box) => helping.move(box)))
    },
    [editor],
  )
  const drop = useCallback(
    (dragged: readonly CardNode[]) => {
      const places = editor.canvas.draggedPlaces()
      help.current?.stop()
      editor.canvas.setGuide(null)
      const edgeId = lineUnder(dragged)
      const draft = editor.draft()
      const moved = moveNodes(draft, places)
      const [node] = moved.putNodes ?? []
      editor.edit(edgeId !== null && node ? putOnEdge(draft, edgeId, node) : moved)
      editor.canvas.endDrag()
      editor.dropTarget.setState(null, true)
    },
    [editor, lineUnder],
  )
  return useMemo(
    () => ({
      onNodeDragStart: (_event: unknown, _node: CardNode, dragged: CardNode[]) => pickUp(dragged),
      onSelectionDragStart: (_event: unknown, dragged: CardNode[]) => pickUp(dragged),
      onNodeDrag: (_event: unknown, _node: CardNode, dragged: CardNode[]) => {
        const edgeId = lineUnder(dragged)
        if (edgeId !== editor.dropTarget.getState()) editor.dropTarget.setState(edgeId, true)
      },
      onNodeDragStop: (_event: unknown, _node: CardNode, dragged: CardNode[]) => drop(dragged),
      onSelectionDragStop: (_event: unknown, dragged: CardNode[]) => drop(dragged),
    }),
    [editor, lineUnder, pickUp, drop],
  )
}
