import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import { around } from './box.ts'
import type { FlowEditor } from './FlowEditor.ts'
import { fittingViewport } from './openingViewport.ts'
import { boxOf } from './places.ts'
import { clearArea, viewportShowing } from './reveal.ts'

const isCalm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches
const duration = () => (isCalm() ? 0 : 220)

/** Lets the editor move what is in view, as long as the canvas is on the screen. */
export function useViewport(editor: FlowEditor, frame: RefObject<HTMLDivElement | null>): void {
  const flow = useReactFlow()
  useEffect(() => {
    const reveal = (nodeIds: readonly string[], keepsZoom: boolean) => {
      const boxes = nodeIds.flatMap((id) => {
        const node = editor.node(id)
        return node ? [boxOf(node)] : []
      })
      if (boxes.length === 0 || !frame.current) return
      const next = viewportShowing(around(boxes), flow.getViewport(), clearArea(frame.current), {
        keepsZoom,
      })
      if (next) void flow.setViewport(next, { duration: duration() })
    }
    const size = () => frame.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 800, 600)
    editor.setViewport({
      centre() {
        const { left, top, width, height } = size()
        return flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 })
      },
      toCanvas: flow.screenToFlowPosition,
      view() {
        const { x, y, zoom } = flow.getViewport()
        const { width, height } = size()
        return {
          zoom,
          box: { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom },
        }
      },
      clearArea: () => (frame.current ? clearArea(frame.current) : null),
      reveal(nodeIds, options) {
        // A panel that opens along with this is there in the next frame.
        requestAnimationFrame(() => reveal(nodeIds, options?.zoom === 'keep'))
      },
      fit(nodeIds) {
        const next = frame.current && fittingViewport(editor, frame.current, nodeIds)
        if (next) void flow.setViewport(next, { duration: duration() })
      },
      zoomBy: (factor) =>
        void flow.zoomTo(flow.getViewport().zoom * factor, { duration: duration() }),
      focus: () => frame.current?.focus({ preventScroll: true }),
    })
    return () => editor.setViewport(null)
  }, [editor, flow, frame])
}
