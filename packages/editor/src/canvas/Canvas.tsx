import '@xyflow/react/dist/base.css'
import './canvas.css'
import {
  Background,
  BackgroundVariant,
  type Connection,
  type FinalConnectionState,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react'
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useStore } from 'zustand'
import { t } from '../i18n/t.ts'
import { HEADER_HEIGHT } from '../nodes/card/metrics.ts'
import { CanvasMenu, type MenuTarget } from './CanvasMenu.tsx'
import { CanvasToolbar } from './CanvasToolbar.tsx'
import { CardNode } from './CardNode.tsx'
import type { CardNode as CardNodeType, LineEdge as LineEdgeType } from './canvasStore.ts'
import {
  canPerform,
  commandFor,
  copied,
  describeNode,
  handleArrow,
  pasteText,
  removeSelection,
} from './commands.ts'
import { EmptyCanvas } from './EmptyCanvas.tsx'
import { edgeAt } from './edgeAt.ts'
import { canConnect, connect, fitsOnEdge, moveNodes, putOnEdge } from './edits.ts'
import { useCanvas, useFlow, useFlowEditor } from './FlowEditor.ts'
import { GivenGeometry } from './GivenGeometry.tsx'
import { colourOf } from './groupStyles.ts'
import { LineEdge } from './LineEdge.tsx'
import { NoteNode } from './NoteNode.tsx'
import { PeerCursors } from './PeerCursors.tsx'
import { DRAGGED_TYPE, draggedType } from './paletteDrag.ts'
import { boxOf, GRID, onGrid } from './places.ts'
import { clearArea, firstViewport } from './reveal.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { useViewport } from './useViewport.ts'
import { useViewOptions } from './viewOptions.ts'

const NODE_TYPES = { card: CardNode, note: NoteNode }
const EDGE_TYPES = { line: LineEdge }
const SNAP: [number, number] = [GRID, GRID]
const MIN_ZOOM = 0.08
const MAX_ZOOM = 1.75
/** How near to a line, in canvas units, a node has to be dropped to go in between. */
const SPLICE_REACH = 28

/** The flow as a drawing that can be edited with mouse, fingers and keyboard. */
export const Canvas = ({ name }: { name: string }) => (
  <ReactFlowProvider>
    <GivenGeometry>
      <CanvasInside name={name} />
    </GivenGeometry>
  </ReactFlowProvider>
)

function CanvasInside({ name }: { name: string }) {
  const editor = useFlowEditor()
  const { canvas } = editor
  const nodes = useCanvas((state) => state.nodes)
  const edges = useCanvas((state) => state.edges)
  const isEmpty = useFlow(
    (state) => state.nodes.every(({ type }) => type === 'start') && state.edges.length === 0,
  )
  const { isSnapping, hasMap } = useViewOptions()
  const frame = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<MenuTarget>({ type: 'canvas', at: { x: 0, y: 0 } })
  useViewport(editor, frame)
  const { screenToFlowPosition } = useReactFlow()
  const gestures = useGestures()

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !isOnCanvas(event)) return
    if (handleArrow(editor, event.nativeEvent)) return event.preventDefault()
    const command = commandFor(event.nativeEvent)
    if (!command) return
    // Shift and Tab leaves the canvas, so that nobody is caught in it.
    event.preventDefault()
    if (canPerform(editor, command)) command.perform(editor)
  }
  const onCopy = (event: ClipboardEvent) => {
    if (!isOnCanvas(event)) return
    const text = copied(editor)
    if (text === null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', text)
    if (event.type === 'cut' && !editor.isReadOnly) removeSelection(editor)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (!isOnCanvas(event)) return
    if (pasteText(editor, event.clipboardData.getData('text/plain'))) event.preventDefault()
    else editor.say(t('canvas.said.notPasted'))
  }
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(DRAGGED_TYPE)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    const point = screenToFlowPosition({ x: event.clientX, y: event.clientY })
    editor.dropTarget.setState(edgeAt(editor.draft(), point, SPLICE_REACH)?.id ?? null, true)
  }
  const onDrop = (event: DragEvent) => {
    const type = draggedType(event.dataTransfer)
    if (!type) return
    event.preventDefault()
    const point = screenToFlowPosition({ x: event.clientX, y: event.clientY })
    const edgeId = editor.dropTarget.getState()
    editor.dropTarget.setState(null, true)
    const corner = { x: point.x - 40, y: point.y - 20 }
    editor.insert(type, {
      at: isSnapping ? onGrid(corner) : corner,
      edgeId,
      // The first step of all can only be meant to follow the start.
      from: isEmpty && edgeId === null ? editor.handleToGoOnFrom() : null,
    })
  }

  return (
    <CanvasMenu target={menu}>
      {/* An application takes keys itself; the rule knows only roles that HTML has elements for. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={frame}
        className="parley-canvas relative size-full outline-none focus-visible:outline-2 focus-visible:-outline-offset-2"
        // The canvas is one stop of the Tab key; inside, arrows walk and commands act on the selection.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="application"
        aria-label={t('canvas.label', { name })}
        aria-describedby="canvas-help"
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onCut={onCopy}
        onPaste={onPaste}
        onDragOver={onDragOver}
        onDragLeave={() => editor.dropTarget.setState(null, true)}
        onDrop={onDrop}
        onPointerMove={(event) =>
          editor.pointer.setState(
            screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false }),
            true,
          )
        }
        onPointerLeave={() => editor.pointer.setState(null, true)}
        onContextMenuCapture={(event) => setMenu(targetOf(event, screenToFlowPosition))}
      >
        <p id="canvas-help" className="sr-only">
          {t('canvas.help')}
        </p>
        <ReactFlow<CardNodeType, LineEdgeType>
          // React Flow's own types want mutable lists; it does not change them.
          nodes={nodes as CardNodeType[]}
          edges={edges as LineEdgeType[]}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onNodesChange={canvas.changeNodes}
          onEdgesChange={canvas.changeEdges}
          {...gestures}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          onInit={(flow) => {
            if (!frame.current) return
            const { nodes: all } = editor.draft()
            const start = all.find(({ type }) => type === 'start')
            const first = firstViewport(
              all.map(boxOf),
              start && boxOf(start),
              clearArea(frame.current),
            )
            void flow.setViewport(first)
          }}
          onlyRenderVisibleElements
          nodesFocusable={false}
          edgesFocusable={false}
          nodesDraggable={!editor.isReadOnly}
          nodesConnectable={!editor.isReadOnly}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={['Meta', 'Control']}
          selectionMode={SelectionMode.Partial}
          panActivationKeyCode="Space"
          zoomOnDoubleClick={false}
          connectOnClick={false}
          connectionRadius={28}
          snapToGrid={isSnapping}
          snapGrid={SNAP}
          elevateEdgesOnSelect
          attributionPosition="bottom-right"
        >
          <Background variant={BackgroundVariant.Dots} gap={GRID * 1.5} size={1} />
          {hasMap && (
            <MiniMap<CardNodeType>
              pannable
              zoomable
              position="bottom-left"
              style={{ width: 168, height: 112 }}
              nodeColor={(node) => colourOf(node.data.node.type)}
              nodeBorderRadius={16}
              className="!mb-16 !ms-3 hidden overflow-hidden rounded-card border border-line shadow-card md:block"
              ariaLabel={t('canvas.toolbar.minimap')}
            />
          )}
          <PeerCursors />
        </ReactFlow>
        {isEmpty && <EmptyCanvas />}
        <SelectionBar />
        <CanvasToolbar />
        <Announcer />
      </div>
    </CanvasMenu>
  )
}

/** Events of fields inside the canvas (forms, search boxes) are none of the canvas's business. */
function isOnCanvas({ target }: { readonly target: EventTarget | null }): boolean {
  return (
    !(target instanceof Element) ||
    target.closest('input, textarea, select, [contenteditable], [role="dialog"], button') === null
  )
}

/** What was right-clicked. */
function targetOf(
  event: { readonly target: EventTarget; readonly clientX: number; readonly clientY: number },
  toCanvas: (point: { x: number; y: number }) => { x: number; y: number },
): MenuTarget {
  const element = event.target instanceof Element ? event.target : null
  const nodeId = element?.closest('.react-flow__node')?.getAttribute('data-id')
  if (nodeId) return { type: 'node', nodeId }
  const edgeId = element?.closest('.react-flow__edge')?.getAttribute('data-id')
  if (edgeId) return { type: 'edge', edgeId }
  return { type: 'canvas', at: toCanvas({ x: event.clientX, y: event.clientY }) }
}

/** Everything that mouse and fingers do on the canvas, as React Flow tells it. */
function useGestures() {
  const editor = useFlowEditor()
  const { screenToFlowPosition } = useReactFlow()
  const isDragged = useRef(false)

  /** The line that a single loose node lies on, while it is dragged. */
  const lineUnder = useCallback(
    (dragged: readonly CardNodeType[]) => {
      const [only] = dragged
      const node = only && editor.node(only.id)
      if (!only || !node || dragged.length > 1) return null
      const { width, height } = boxOf(node)
      const { x, y } = only.position
      const edge = edgeAt(
        editor.draft(),
        { x: x + width / 2, y: y + height / 2 },
        Math.max(SPLICE_REACH, height / 2),
      )
      return edge && fitsOnEdge(editor.draft(), edge, node) ? edge : null
    },
    [editor],
  )
  const drop = useCallback(
    (dragged: readonly CardNodeType[]) => {
      const places = editor.canvas.draggedPlaces()
      const edge = lineUnder(dragged)
      const draft = editor.draft()
      const moved = moveNodes(draft, places)
      const [node] = moved.putNodes ?? []
      editor.edit(edge && node ? { ...putOnEdge(draft, edge.id, node) } : moved)
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
  return useMemo(
    () => ({
      onConnect: ({ source, sourceHandle, target }: Connection) =>
        editor.edit(
          connect(editor.draft(), { nodeId: source, handle: sourceHandle ?? 'next' }, target),
        ),
      onConnectEnd,
      isValidConnection: ({ source, target }: { source: string; target: string }) =>
        canConnect(editor.draft(), source, target),
      onNodeDragStart: () => {
        isDragged.current = true
      },
      onNodeDrag: (_event: unknown, _node: CardNodeType, dragged: CardNodeType[]) => {
        const edgeId = lineUnder(dragged)?.id ?? null
        if (edgeId !== editor.dropTarget.getState()) editor.dropTarget.setState(edgeId, true)
      },
      onNodeDragStop: (_event: unknown, _node: CardNodeType, dragged: CardNodeType[]) =>
        drop(dragged),
      onSelectionDragStop: (_event: unknown, dragged: CardNodeType[]) => drop(dragged),
      onNodeClick: (
        event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean },
        node: CardNodeType,
      ) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        editor.openNode(node.id)
        editor.viewport?.reveal([node.id], { zoom: 'keep' })
      },
      onNodeDoubleClick: (_event: unknown, node: CardNodeType) =>
        editor.openNode(node.id, { enter: true }),
      onPaneClick: () => editor.closeNode(),
    }),
    [editor, onConnectEnd, lineUnder, drop],
  )
}

/** Tells screen readers what is selected and what has happened. */
function Announcer() {
  const editor = useFlowEditor()
  const said = useStore(editor.said)
  const selected = useCanvas((state) => state.selectedNodeIds)
  useEffect(() => {
    const [only] = selected
    if (only !== undefined && selected.length === 1) editor.say(describeNode(editor, only))
    else if (selected.length > 1) editor.say(t('canvas.said.many', { count: selected.length }))
  }, [editor, selected])
  return (
    <div className="sr-only" role="status" aria-live="polite">
      {said}
    </div>
  )
}
