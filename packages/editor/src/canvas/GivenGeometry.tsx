import { useStoreApi, type Viewport } from '@xyflow/react'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'

const measureNothing = () => undefined

/**
 * Tells React Flow what it would otherwise find out by drawing and measuring: where cards and their handles are, which
 * follows from the flow's data, and what is in view at first. So a card seen from far away needs no handles in the page,
 * mounting hundreds costs no layout, and nothing is drawn in one place to be drawn again in another.
 */
export function GivenGeometry({
  viewportIn,
  children,
}: {
  /** What is in view at first, on a canvas in `frame`. */
  viewportIn: (frame: HTMLElement) => Viewport
  children: (first: Viewport) => ReactNode
}) {
  const store = useStoreApi()
  const frame = useRef<HTMLDivElement>(null)
  const [first, setFirst] = useState<Viewport | null>(null)
  useLayoutEffect(() => {
    if (!frame.current || first) return
    const { width, height } = frame.current.getBoundingClientRect()
    const viewport = viewportIn(frame.current)
    store.setState({
      updateNodeInternals: measureNothing,
      transform: [viewport.x, viewport.y, viewport.zoom],
      width,
      height,
    })
    setFirst(viewport)
  }, [store, viewportIn, first])
  return first ? children(first) : <div ref={frame} className="size-full" />
}
