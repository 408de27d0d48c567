import { useStore as useReactFlowStore, ViewportPortal } from '@xyflow/react'
import { MousePointer2 } from 'lucide-react'
import { useStore } from 'zustand'
import { useFlowEditor } from './FlowEditor.ts'
import { colourOfPeer } from './PeerMarks.tsx'

/** Where the others point, with their names. */
export function PeerCursors() {
  const cursors = useStore(useFlowEditor().cursors)
  return cursors.length === 0 ? null : <Cursors />
}

function Cursors() {
  const cursors = useStore(useFlowEditor().cursors)
  // They keep their size however far away the canvas is.
  const scale = useReactFlowStore(({ transform: [, , zoom] }) => 1 / zoom)
  return (
    <ViewportPortal>
      {cursors.map((cursor) => (
        <div
          key={cursor.clientId}
          aria-hidden
          className="pointer-events-none absolute start-0 top-0 z-[1002] origin-top-left transition-transform duration-75 motion-reduce:transition-none"
          style={{
            transform: `translate(${cursor.x}px, ${cursor.y}px) scale(${scale})`,
            color: colourOfPeer(cursor),
          }}
        >
          <MousePointer2 className="size-4 fill-current" />
          <span
            className="absolute start-3.5 top-3.5 max-w-40 truncate rounded-full px-2 py-0.5 text-[0.6875rem] leading-tight whitespace-nowrap text-white"
            style={{ backgroundColor: colourOfPeer(cursor) }}
          >
            {cursor.name}
          </span>
        </div>
      ))}
    </ViewportPortal>
  )
}
