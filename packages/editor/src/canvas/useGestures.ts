import {
  type Connection,
  type FinalConnectionState,
  type ReactFlowInstance,
  useReactFlow,
  useStoreApi,
} from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { HEADER_HEIGHT } from '../nodes/card/metrics.ts'
import type { CardNode, LineEdge } from './canvasStore.ts'
import { edgeAt } from './edgeAt.ts'
import { canConnect, connect, fitsOnEdges, moveNodes, putOnEdge } from './edits.ts'
import { useFlowEditor } from './FlowEditor.ts'
import { type AlignmentHelp, helpAligning } from './guides.ts'
import { boxOf, onGrid } from './places.ts'
import { firstViewport } from './reveal.ts'
import { startWriting } from './writing.ts'

/** How near to a line, in canvas units, a node has to be dropped to go in between. */
export const SPLICE_REACH = 28

/** Clicks that are no further apart are a double click. */
const DOUBLE_CLICK_MS = 300
/** A finger hits the same spot this exactly, in pixels. */
const TAP_REACH = 24
const PHONE = '(max-width: 767px)'

interface PressEvent {
  readonly target: EventTarget
  readonly nativeEvent: MouseEvent
  readonly clientX: number
  readonly clientY: number
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** Everything that mouse and fingers do on the canvas, as React Flow tells it. */
export function useGestures() {
  const editor = useFlowEditor()
  const { screenToFlowPosition } = useReactFlow()
  const store = useStoreApi()

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
      editor.canvas.setGuide(helping && ((box) => helping.align(box).by))
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
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const { fromNode, fromHandle, toHandle } = state
      if (!fromNode || !fromHandle || fromHandle.type !== 'source' || toHandle) return
      const from = { nodeId: fromNode.id, handle: fromHandle.id ?? 'next' }
      const touch = 'changedTouches' in event ? event.changedTouches[0] : event
      if (!touch) return
      const { clientX, clientY } = touch
      const under = document.elementFromPoint(clientX, clientY)?.closest('.react-flow__node')
      const target = under?.getAttribute('data-id')
      if (target) return editor.edit(connect(editor.draft(), from, target))
      const at = screenToFlowPosition({ x: clientX, y: clientY })
      editor.startQuickInsert({ from, at: onGrid({ x: at.x, y: at.y - HEADER_HEIGHT / 2 }) })
    },
    [editor, screenToFlowPosition],
  )
  const isSecondTap = useSecondTap()
  const revealing = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(revealing.current), [])
  /** Into the text that was pressed, otherwise into the form. */
  const openAt = useCallback(
    (target: EventTarget, nodeId: string) => {
      clearTimeout(revealing.current)
      const key = target instanceof Element && target.closest('[data-words]')
      if (key && startWriting(editor, nodeId, key.getAttribute('data-words') ?? undefined)) {
        // There the form would cover the card.
        if (window.matchMedia(PHONE).matches) editor.closeNode()
      } else editor.openNode(nodeId, { enter: true })
    },
    [editor],
  )
  return useMemo(
    () => ({
      onInit: (flow: ReactFlowInstance<CardNode, LineEdge>) => {
        // There, all of it matters.
        if (editor.isPicture) return editor.viewport?.fit()
        const { nodes } = editor.draft()
        const start = nodes.find(({ type }) => type === 'start')
        const area = editor.viewport?.clearArea()
        if (!area) return
        void flow.setViewport(firstViewport(nodes.map(boxOf), start && boxOf(start), area))
      },
      onConnect: ({ source, sourceHandle, target }: Connection) =>
        editor.edit(
          connect(editor.draft(), { nodeId: source, handle: sourceHandle ?? 'next' }, target),
        ),
      onConnectEnd,
      isValidConnection: ({ source, target }: { source: string; target: string }) =>
        canConnect(editor.draft(), source, target),
      onNodeDragStart: (_event: unknown, _node: CardNode, dragged: CardNode[]) => pickUp(dragged),
      onSelectionDragStart: (_event: unknown, dragged: CardNode[]) => pickUp(dragged),
      onNodeDrag: (_event: unknown, _node: CardNode, dragged: CardNode[]) => {
        const edgeId = lineUnder(dragged)
        if (edgeId !== editor.dropTarget.getState()) editor.dropTarget.setState(edgeId, true)
      },
      onNodeDragStop: (_event: unknown, _node: CardNode, dragged: CardNode[]) => drop(dragged),
      onSelectionDragStop: (_event: unknown, dragged: CardNode[]) => drop(dragged),
      onNodeClick: (event: PressEvent, node: CardNode) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        if (isSecondTap(event)) return openAt(event.target, node.id)
        editor.openNode(node.id)
        // A second click within a moment has to meet the same spot.
        revealing.current = setTimeout(
          () => editor.viewport?.reveal([node.id], { zoom: 'keep' }),
          DOUBLE_CLICK_MS,
        )
      },
      onNodeDoubleClick: ({ target }: { target: EventTarget }, node: CardNode) =>
        openAt(target, node.id),
      onMoveStart: (event: MouseEvent | TouchEvent | null) => {
        const { domNode } = store.getState()
        // Zoomed, the same drawing would be blurred.
        if (event && event.type !== 'wheel') domNode?.setAttribute('data-panning', '')
      },
      onMoveEnd: () => store.getState().domNode?.removeAttribute('data-panning'),
      onNodeMouseEnter: ({ buttons }: { buttons: number }, { id }: CardNode) => {
        if (buttons === 0) editor.hovered.setState({ nodeId: id, edge: null })
      },
      onNodeMouseLeave: () => editor.hovered.setState({ nodeId: null }),
      onEdgeMouseEnter: ({ buttons }: { buttons: number }, { id, source, target }: LineEdge) => {
        if (buttons === 0) editor.hovered.setState({ nodeId: null, edge: { id, source, target } })
      },
      onEdgeMouseLeave: () => editor.hovered.setState({ edge: null }),
      onPaneClick: (event: PressEvent) => {
        const { clientX, clientY } = event
        // A finger comes without having pointed before, so from far away what it touches is no element yet.
        const { isFar } = editor.canvas.store.getState()
        const at = screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false })
        const nodeId = isFar ? editor.canvas.nodeAt(at) : null
        if (nodeId === null && isSecondTap(event))
          return editor.startQuickInsert({ at: onGrid(at) })
        // React Flow takes every selection away right after this.
        if (nodeId !== null) queueMicrotask(() => editor.openNode(nodeId))
        else editor.closeNode()
      },
    }),
    [
      editor,
      screenToFlowPosition,
      onConnectEnd,
      lineUnder,
      pickUp,
      drop,
      isSecondTap,
      openAt,
      store,
    ],
  )
}

/** True for the second tap of a finger on the same spot: browsers make a double click of two clicks of a mouse only. */
function useSecondTap(): (event: PressEvent) => boolean {
  const last = useRef({ x: 0, y: 0, at: -Infinity })
  return useCallback(({ nativeEvent, clientX: x, clientY: y }) => {
    const isTouch = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch'
    const before = last.current
    const at = nativeEvent.timeStamp
    const isSecond =
      isTouch &&
      at - before.at <= DOUBLE_CLICK_MS &&
      Math.hypot(x - before.x, y - before.y) <= TAP_REACH
    last.current = isSecond ? { x, y, at: -Infinity } : { x, y, at }
    return isSecond
  }, [])
}
