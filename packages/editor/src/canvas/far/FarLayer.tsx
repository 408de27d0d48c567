import { useStore as useReactFlowStore, useStoreApi } from '@xyflow/react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useTheme } from '../../ui/theme.ts'
import { overlaps } from '../box.ts'
import { type FlowEditor, useCanvas, useFlowEditor } from '../FlowEditor.ts'
import { colourOfPeer } from '../PeerMarks.tsx'
import { isPictureAt } from './detail.ts'
import { drawFar } from './drawFar.ts'
import { readFarColours } from './farColours.ts'
import type { FarScene } from './scene.ts'

/** A large flow seen from far away: one picture instead of an element for every card and line. */
export function FarLayer() {
  const { canvas } = useFlowEditor()
  const isFar = useReactFlowStore(({ transform: [, , zoom], nodes }) =>
    isPictureAt(zoom, nodes.length),
  )
  // Before the browser paints: otherwise cards were to be seen for a moment, or nothing.
  useLayoutEffect(() => canvas.setFar(isFar), [canvas, isFar])
  return isFar ? <Picture /> : null
}

function Picture() {
  const editor = useFlowEditor()
  const flow = useStoreApi()
  const element = useRef<HTMLCanvasElement>(null)
  const theme = useTheme((state) => state.theme)
  useLayoutEffect(() => {
    const canvas = element.current
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return undefined
    // Another theme has other colours.
    const colours = readFarColours(canvas)
    const draw = () => {
      const { transform, width, height } = flow.getState()
      const [x, y, zoom] = transform
      const scale = window.devicePixelRatio
      const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
      // Setting a size empties a canvas and costs time even when it is the same.
      if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size)
      context.setTransform(scale, 0, 0, scale, 0, 0)
      drawFar(context, sceneOf(editor), { x, y, zoom, width, height }, colours)
    }
    let frame = 0
    const drawSoon = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        draw()
      })
    }
    draw()
    const { canvas: drawing, routes, lit, marks, dropTarget, peers } = editor
    // Ways around cards are looked for while nobody moves anything, a little at a time.
    let looking: ReturnType<typeof setTimeout> | undefined
    const lookSoon = (inMs = REST_MS) => {
      clearTimeout(looking)
      looking = setTimeout(() => {
        if (routes.lookOn(SLICE_MS)) lookSoon(PAUSE_MS)
      }, inMs)
    }
    lookSoon()
    const stops = [
      flow.subscribe(({ transform, width, height }, before) => {
        const isSame =
          transform === before.transform && width === before.width && height === before.height
        if (isSame) return
        drawSoon()
        lookSoon()
      }),
      drawing.store.subscribe(() => lookSoon()),
      ...[drawing.store, routes.version, lit, marks, dropTarget, peers].map((store) =>
        store.subscribe(drawSoon),
      ),
    ]
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(looking)
      for (const stop of stops) stop()
    }
  }, [editor, flow, theme])
  useMarquee(editor)
  return (
    <canvas
      ref={element}
      aria-hidden
      className="pointer-events-none absolute start-0 top-0 size-full"
    />
  )
}

/** So long nothing has moved before lines are looked for, for so long, and then a pause of so long. */
const REST_MS = 400
const SLICE_MS = 8
const PAUSE_MS = 40

function sceneOf({ canvas, routes, lit, marks, dropTarget, peers }: FlowEditor): FarScene {
  const { nodes, edges } = canvas.store.getState()
  const peerColours = new Map(
    peers.getState().flatMap((peer) => peer.nodeIds.map((id) => [id, colourOfPeer(peer)] as const)),
  )
  return {
    nodes,
    edges,
    lineOf: routes.knownLineOf,
    routesVersion: routes.version.getState(),
    lit: lit.getState(),
    marks: marks.getState(),
    dropTarget: dropTarget.getState(),
    peerColours,
  }
}

/** React Flow draws the rectangle that somebody selects with; what lies in it, it only knows of nodes that are shown. */
function useMarquee({ canvas }: FlowEditor): void {
  const flow = useStoreApi()
  useEffect(
    () =>
      flow.subscribe(({ userSelectionRect, transform, userSelectionActive }, before) => {
        if (!userSelectionRect || !userSelectionActive) return
        if (userSelectionRect === before.userSelectionRect) return
        const [x, y, zoom] = transform
        const box = {
          x: (userSelectionRect.x - x) / zoom,
          y: (userSelectionRect.y - y) / zoom,
          width: userSelectionRect.width / zoom,
          height: userSelectionRect.height / zoom,
        }
        const inside = canvas.store
          .getState()
          .nodes.filter(({ position, width = 0, height = 0 }) =>
            overlaps({ ...position, width, height }, box),
          )
        canvas.select(inside.map(({ id }) => id))
      }),
    [canvas, flow],
  )
}

/**
 * Follows the pointer over a flow that is a picture: the node under it becomes an element of the page, which can be
 * pressed, dragged and right-clicked like any other.
 */
export function useNearNode(): (event: {
  readonly buttons: number
  readonly shiftKey: boolean
}) => void {
  const { canvas, pointer } = useFlowEditor()
  const isFar = useCanvas((state) => state.isFar)
  return ({ buttons, shiftKey }) => {
    // While a button is down, what was pressed stays; with Shift, somebody is about to select with a rectangle.
    if (!isFar || (buttons !== 0 && !shiftKey)) return
    const at = pointer.getState()
    canvas.setNearNode(shiftKey || at === null ? null : canvas.nodeAt(at))
  }
}
