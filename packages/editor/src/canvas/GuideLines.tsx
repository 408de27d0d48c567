import { useStore as useReactFlowStore, ViewportPortal } from '@xyflow/react'
import { useStore } from 'zustand'
import type { Gap } from './equalGaps.ts'
import { useFlowEditor } from './FlowEditor.ts'

/** The lines that show with what a dragged card is in line, and which spaces beside it are equal. */
export function GuideLines() {
  const shown = useStore(useFlowEditor().guides)
  const { guides, gaps } = shown
  const isEmpty = guides.length === 0 && gaps.length === 0
  const zoom = useReactFlowStore(({ transform }) => (isEmpty ? 1 : transform[2]))
  if (isEmpty) return null
  return (
    <ViewportPortal>
      {guides.map(({ axis, at, from, to }) => (
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
      {gaps.map((gap) => (
        <GapMark key={`${gap.axis}${gap.from}`} gap={gap} zoom={zoom} />
      ))}
    </ViewportPortal>
  )
}

/** Pixels of the screen to either side. */
const TICK_PX = 5

/** A measure between two cards: a line with a tick at each end. */
function GapMark({ gap: { axis, from, to, at }, zoom }: { gap: Gap; zoom: number }) {
  const [thin, tick] = [1 / zoom, TICK_PX / zoom]
  const isAcross = axis === 'x'
  const [width, height] = isAcross ? [to - from, 2 * tick] : [2 * tick, to - from]
  const end = isAcross ? { width: thin, height } : { width, height: thin }
  return (
    <div
      data-gap={axis}
      className={`pointer-events-none absolute flex items-center *:bg-danger ${isAcross ? '' : 'flex-col'}`}
      style={{
        transform: isAcross
          ? `translate(${from}px, ${at - tick}px)`
          : `translate(${at - tick}px, ${from}px)`,
        width,
        height,
        zIndex: 1_002,
      }}
    >
      <div style={end} />
      <div className="flex-1" style={isAcross ? { height: thin } : { width: thin }} />
      <div style={end} />
    </div>
  )
}
