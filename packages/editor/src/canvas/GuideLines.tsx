import { useStore as useReactFlowStore, ViewportPortal } from '@xyflow/react'
import { useStore } from 'zustand'
import { useFlowEditor } from './FlowEditor.ts'

/** The lines that show with what a dragged card is in line. */
export function GuideLines() {
  const { guides } = useFlowEditor()
  const lines = useStore(guides)
  const zoom = useReactFlowStore(({ transform }) => (lines.length > 0 ? transform[2] : 1))
  if (lines.length === 0) return null
  return (
    <ViewportPortal>
      {lines.map(({ axis, at, from, to }) => (
        <div
          key={`${axis}${at}`}
          data-guide={axis}
          className="pointer-events-none absolute bg-primary"
          style={{
            transform:
              axis === 'x' ? `translate(${at}px, ${from}px)` : `translate(${from}px, ${at}px)`,
            width: axis === 'x' ? 1 / zoom : to - from,
            height: axis === 'x' ? to - from : 1 / zoom,
            zIndex: 1_002,
          }}
        />
      ))}
    </ViewportPortal>
  )
}
