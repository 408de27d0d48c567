import '@xyflow/react/dist/base.css'
import './canvas.css'
import {
  Background,
  BackgroundVariant,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  type Viewport,
} from '@xyflow/react'
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { useStore } from 'zustand'
import { isRightToLeft, t } from '../i18n/t.ts'
import { CanvasMenu, type MenuTarget } from './CanvasMenu.tsx'
import { CanvasToolbar } from './CanvasToolbar.tsx'
import { CardNode } from './CardNode.tsx'
import type { CardNode as CardNodeType, LineEdge as LineEdgeType } from './canvasStore.ts'
import { handleArrow } from './commands/arrows.ts'
import { copied, pasteText } from './commands/clipboardAccess.ts'
import { describeEdge } from './commands/edges.ts'
import { removeCopied } from './commands/editing.ts'
import { canPerform, commandFor } from './commands/index.ts'
import { describeNode } from './describeNode.ts'
import { EmptyCanvas } from './EmptyCanvas.tsx'
import { edgeAt } from './edgeAt.ts'
import { useCanvas, useFlow, useFlowEditor } from './FlowEditor.ts'
import { FarLayer, useNearNode } from './far/FarLayer.tsx'
import { GivenGeometry } from './GivenGeometry.tsx'
import { GuideLines } from './GuideLines.tsx'
import { LineEdge } from './LineEdge.tsx'
import { NoteNode } from './NoteNode.tsx'
import { OverviewMap } from './OverviewMap.tsx'
import { openingViewport } from './openingViewport.ts'
import { PeerCursors } from './PeerCursors.tsx'
import { DRAGGED_TYPE, draggedType } from './paletteDrag.ts'
import { GRID, onGrid } from './places.ts'
import { FARTHEST_ZOOM } from './reveal.ts'
import { SectionNode } from './SectionNode.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useGestures } from './useGestures.ts'
import { SPLICE_REACH } from './useNodeDrag.ts'
import { useViewport } from './useViewport.ts'
import { useViewOptions } from './viewOptions.ts'

const NODE_TYPES = { card: CardNode, note: NoteNode, section: SectionNode }
const EDGE_TYPES = { line: LineEdge }
const SNAP: [number, number] = [GRID, GRID]
const MULTI_SELECTION_KEYS = ['Meta', 'Control']
const MAX_ZOOM = 1.75
const NONE: readonly LineEdgeType[] = []

/** The flow as a drawing that can be edited with mouse, fingers and keyboard. */
export const Canvas = ({ name }: { name: string }) => (
  <ReactFlowProvider>
    <CanvasInside name={name} />
  </ReactFlowProvider>
)

function CanvasInside({ name }: { name: string }) {
  const editor = useFlowEditor()
  const isEmpty = useFlow(
    (state) => state.nodes.every(({ type }) => type === 'start') && state.edges.length === 0,
  )
  const { isSnapping, hasMap } = useViewOptions()
  const frame = useRef<HTMLDivElement>(null)
  const helpId = useId()
  const [menu, setMenu] = useState<MenuTarget>({ type: 'canvas', at: { x: 0, y: 0 } })
  useViewport(editor, frame)
  const { screenToFlowPosition } = useReactFlow()
  const isFar = useCanvas((state) => state.isFar)
  const followPointer = useNearNode()
  const viewportIn = useCallback(
    (drawing: HTMLElement) =>
      openingViewport(editor, drawing.closest<HTMLElement>('[data-region]') ?? drawing),
    [editor],
  )

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !isOnCanvas(event)) return
    if (handleArrow(editor, event.nativeEvent)) return event.preventDefault()
    const command = commandFor(event.nativeEvent)
    // A picture leaves all other keys to the browser: Tab goes on to what follows it.
    if (!command || (editor.isPicture && !canPerform(editor, command))) return
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
    if (event.type === 'cut' && !editor.isReadOnly) removeCopied(editor)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (!isOnCanvas(event)) return
    event.preventDefault()
    pasteText(editor, event.clipboardData.getData('text/plain'))
  }
  const onDoubleClick = ({ target, clientX, clientY }: MouseEvent) => {
    if (!(target instanceof Element && target.matches('.react-flow__pane'))) return
    editor.startQuickInsert({ at: onGrid(screenToFlowPosition({ x: clientX, y: clientY })) })
  }
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(DRAGGED_TYPE)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    const point = screenToFlowPosition({ x: event.clientX, y: event.clientY })
    const { edges } = editor.canvas.store.getState()
    const edgeId = edgeAt(edges, editor.routes.knownLineOf, point, SPLICE_REACH)
    editor.dropTarget.setState(edgeId, true)
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
        data-region
        className="parley-canvas relative size-full outline-none focus-visible:outline-2 focus-visible:-outline-offset-2"
        // The canvas is one stop of the Tab key; inside, arrows walk and commands act on the selection.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="application"
        aria-label={t('canvas.label', { name })}
        aria-describedby={helpId}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onCut={onCopy}
        onPaste={onPaste}
        onDoubleClick={onDoubleClick}
        onDragOver={onDragOver}
        onDragLeave={() => editor.dropTarget.setState(null, true)}
        onDrop={onDrop}
        onPointerMove={(event) => {
          editor.pointer.setState(
            screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false }),
            true,
          )
          followPointer(event)
        }}
        onPointerDownCapture={followPointer}
        onPointerLeave={() => editor.pointer.setState(null, true)}
        onContextMenuCapture={(event) => setMenu(targetOf(event, screenToFlowPosition))}
      >
        <p id={helpId} className="sr-only">
          {t('canvas.help')}
        </p>
        <GivenGeometry viewportIn={viewportIn}>
          {(first) => (
            <Drawing first={first}>
              <FarLayer />
              {/* From far away its dots would be grey, and thousands. */}
              {!isFar && <Background variant={BackgroundVariant.Dots} gap={GRID * 1.5} size={1} />}
              {hasMap && <OverviewMap />}
              <GuideLines />
              <PeerCursors />
            </Drawing>
          )}
        </GivenGeometry>
        {isEmpty && <EmptyCanvas />}
        <SelectionBar />
        <CanvasToolbar />
        <Announcer />
      </div>
    </CanvasMenu>
  )
}

/**
 * What React Flow draws. Alone in hearing of every move of every node, and giving it nothing new but nodes and edges:
 * whatever else changed would make it draw all cards again.
 */
function Drawing({ first, children }: { first: Viewport; children: ReactNode }) {
  const editor = useFlowEditor()
  const nodes = useCanvas((state) => state.nodes)
  const edges = useCanvas((state) => state.edges)
  const isFar = useCanvas((state) => state.isFar)
  const isSnapping = useViewOptions((state) => state.isSnapping)
  const gestures = useGestures()
  return (
    <ReactFlow<CardNodeType, LineEdgeType>
      // Places are the same for everybody who works on the flow, whatever they read.
      dir="ltr"
      // React Flow's own types want mutable lists; it does not change them.
      nodes={nodes as CardNodeType[]}
      edges={(isFar ? NONE : edges) as LineEdgeType[]}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      onNodesChange={editor.canvas.changeNodes}
      onEdgesChange={editor.canvas.changeEdges}
      {...gestures}
      defaultViewport={first}
      minZoom={FARTHEST_ZOOM}
      maxZoom={MAX_ZOOM}
      onlyRenderVisibleElements
      nodesFocusable={false}
      edgesFocusable={false}
      nodesDraggable={!editor.isReadOnly}
      nodesConnectable={!editor.isReadOnly}
      disableKeyboardA11y
      deleteKeyCode={null}
      selectionKeyCode="Shift"
      multiSelectionKeyCode={MULTI_SELECTION_KEYS}
      selectionMode={SelectionMode.Partial}
      panActivationKeyCode="Space"
      zoomOnDoubleClick={false}
      connectOnClick={false}
      connectionRadius={28}
      snapToGrid={isSnapping}
      snapGrid={SNAP}
      elevateEdgesOnSelect
      attributionPosition={isRightToLeft() ? 'bottom-left' : 'bottom-right'}
    >
      {children}
    </ReactFlow>
  )
}

/** Events of fields inside the canvas (forms, search boxes) are none of the canvas's business. */
function isOnCanvas({
  target,
  currentTarget,
}: {
  readonly target: EventTarget | null
  readonly currentTarget: Element
}): boolean {
  if (!(target instanceof Element)) return true
  const other = target.closest(
    'input, textarea, select, [contenteditable], [role="dialog"], button',
  )
  // A canvas may stand in a dialog itself.
  return other === null || other.contains(currentTarget)
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

/** Tells screen readers what is selected and what has happened. */
function Announcer() {
  const editor = useFlowEditor()
  const said = useStore(editor.said)
  const selected = useCanvas((state) => state.selectedNodeIds)
  const edges = useCanvas((state) => state.selectedEdgeIds)
  useEffect(() => {
    const [only] = selected
    const [edge] = edges
    if (only !== undefined && selected.length === 1) editor.say(describeNode(editor, only))
    else if (selected.length > 1) editor.say(t('canvas.said.many', { count: selected.length }))
    else if (edge !== undefined) editor.say(describeEdge(editor, edge))
  }, [editor, selected, edges])
  return (
    <div className="sr-only" role="status" aria-live="polite">
      {said}
    </div>
  )
}
