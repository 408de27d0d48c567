import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import type { FlowEditor } from './FlowEditor.ts'
import { boxOf } from './places.ts'

/** Room around what is brought into view, in pixels. */
const MARGIN = 48
const CLOSEST_FIT = 1
/** Zoom below which a node that is gone to is brought nearer. */
const READABLE_ZOOM = 0.6

const isCalm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches
const duration = () => (isCalm() ? 0 : 220)

/** Lets the editor move what is in view, as long as the canvas is on the screen. */
export function useViewport(editor: FlowEditor, frame: RefObject<HTMLDivElement | null>): void {
  const flow = useReactFlow()
  useEffect(() => {
    const size = () => frame.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 800, 600)
    editor.setViewport({
      centre() {
        const { left, top, width, height } = size()
        return flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 })
      },
      toCanvas: flow.screenToFlowPosition,
      reveal(nodeIds) {
        const boxes = nodeIds.flatMap((id) => {
          const node = editor.node(id)
          return node ? [boxOf(node)] : []
        })
        if (boxes.length === 0) return
        const left = Math.min(...boxes.map(({ x }) => x))
        const top = Math.min(...boxes.map(({ y }) => y))
        const right = Math.max(...boxes.map(({ x, width }) => x + width))
        const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
        const { x, y, zoom } = flow.getViewport()
        const { width, height } = size()
        const isInside =
          left * zoom + x >= MARGIN / 2 &&
          top * zoom + y >= MARGIN / 2 &&
          right * zoom + x <= width - MARGIN / 2 &&
          bottom * zoom + y <= height - MARGIN / 2
        if (isInside && zoom >= READABLE_ZOOM) return
        const fits = Math.min(
          (width - 2 * MARGIN) / (right - left),
          (height - 2 * MARGIN) / (bottom - top),
        )
        void flow.setCenter((left + right) / 2, (top + bottom) / 2, {
          zoom: Math.min(Math.max(zoom, READABLE_ZOOM), Math.max(fits, 0.1)),
          duration: duration(),
        })
      },
      fit: () => void flow.fitView({ maxZoom: CLOSEST_FIT, padding: 0.15, duration: duration() }),
      zoomBy: (factor) =>
        void flow.zoomTo(flow.getViewport().zoom * factor, { duration: duration() }),
      focus: () => frame.current?.focus({ preventScroll: true }),
    })
    return () => editor.setViewport(null)
  }, [editor, flow, frame])
}
