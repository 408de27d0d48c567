import {
  type Connection,
  type FinalConnectionState,
  useReactFlow,
  useStoreApi,
} from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { HEADER_HEIGHT } from '../nodes/card/metrics.ts'
import type { CardNode, LineEdge } from './canvasStore.ts'
import { canConnect, connect } from './edits.ts'
import { useFlowEditor } from './FlowEditor.ts'
import { onGrid } from './places.ts'
import { useNodeDrag } from './useNodeDrag.ts'
import { DOUBLE_CLICK_MS, type PressEvent, useSecondTap } from './useSecondTap.ts'
import { startWriting } from './writing.ts'

const PHONE = '(max-width: 767px)'

/** Everything that mouse and fingers do on the canvas, as React Flow tells it. */
export function useGestures() {
  const editor = useFlowEditor()
  const { screenToFlowPosition } = useReactFlow()
  const store = useStoreApi()
  const drag = useNodeDrag()
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
      onConnect: ({ source, sourceHandle, target }: Connection) =>
        editor.edit(
          connect(editor.draft(), { nodeId: source, handle: sourceHandle ?? 'next' }, target),
        ),
      onConnectEnd,
      isValidConnection: ({ source, target }: { source: string; target: string }) =>
        canConnect(editor.draft(), source, target),
      ...drag,
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
    [editor, screenToFlowPosition, onConnectEnd, drag, isSecondTap, openAt, store],
  )
}
