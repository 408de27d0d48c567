import type { Viewport } from '@xyflow/react'
import { around } from './box.ts'
import type { FlowEditor } from './FlowEditor.ts'
import { boxOf } from './places.ts'
import { CLOSEST_FIT, clearArea, firstViewport, viewportFitting } from './reveal.ts'

/** The foot of the canvas, where the tools are. */
const TOOLS_HEIGHT = 56

/** What is in view when a flow is opened. */
export function openingViewport(editor: FlowEditor, frame: HTMLElement): Viewport {
  // Of a picture, all of it matters.
  const all = editor.isPicture ? fittingViewport(editor, frame) : null
  if (all) return all
  const { nodes } = editor.draft()
  const start = nodes.find(({ type }) => type === 'start')
  return firstViewport(nodes.map(boxOf), start && boxOf(start), clearArea(frame))
}

/** What shows these nodes, or all that are drawn, as near as the room above the tools lets; null when there are none. */
export function fittingViewport(
  editor: FlowEditor,
  frame: HTMLElement,
  nodeIds?: readonly string[],
): Viewport | null {
  const wanted = nodeIds && new Set(nodeIds)
  const boxes = editor.canvas.store
    .getState()
    .nodes.filter(({ id }) => wanted?.has(id) ?? true)
    .map(({ data }) => boxOf(data.node))
  if (boxes.length === 0) return null
  const area = clearArea(frame)
  const aboveTools = { ...area, height: Math.max(1, area.height - TOOLS_HEIGHT) }
  return viewportFitting(around(boxes), aboveTools, CLOSEST_FIT)
}
