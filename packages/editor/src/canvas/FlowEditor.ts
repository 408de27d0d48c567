import {
  definitionOf,
  type LiquidScope,
  MAX_DRAFT_LENGTH,
  MAX_NODES,
  type NodeType,
} from '@parley/shared'
import type { Draft, DraftEdit, DraftNode } from '@parley/shared/draft'
import { createContext, useContext } from 'react'
import type * as Y from 'yjs'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Peer, PeerCursor } from '../document/connectDocument.ts'
import {
  createFlowStore,
  type FlowState,
  type FlowStore,
  handleKey,
} from '../document/flowStore.ts'
import { newId } from '../document/newId.ts'
import { createHistory, type EditOptions, type History } from '../document/undo.ts'
import { t } from '../i18n/t.ts'
import { CARD_WIDTH, HEADER_HEIGHT } from '../nodes/card/metrics.ts'
import { liveScope, type RunningValues } from '../nodes/form/words/values.ts'
import { toast } from '../ui/toast.ts'
import type { Box, Point } from './box.ts'
import { type Canvas, type CanvasState, createCanvas } from './canvasStore.ts'
import { addBehind, addNode, newNode, putOnEdge } from './edits.ts'
import { geometryOf, type HandleRef } from './geometry.ts'
import { createGuides } from './guides.ts'
import { createHovered } from './hovered.ts'
import { createLit, type LitState } from './lit.ts'
import { createMarks, type MarksState } from './marks.ts'
import {
  createPanels,
  type Dock,
  type FieldPlace,
  type PanelState,
  type QuickInsert,
} from './panels.ts'
import { freePlaceAt, freePlaceBehind } from './places.ts'
import { createProblems, type ProblemsStore } from './problems.ts'
import { createRoutes, type Routes } from './routes/routes.ts'
import { createTests, type TestsState } from './tests.ts'
import { createWriting, type Writing } from './writing.ts'

/** What the canvas on the screen can be asked for; set while it is mounted. */
export interface Viewport {
  /** Middle of what is in view, in canvas coordinates. */
  centre(): Point
  toCanvas(screen: Point): Point
  /** What is in view, in canvas coordinates, and how large. */
  view(): { readonly box: Box; readonly zoom: number }
  /** The part that no panel covers, in pixels from the corner of the canvas; null when there is none. */
  clearArea(): Box | null
  /** Brings nodes into view by the shortest way; from far away, nearer, unless `zoom` shall stay. */
  reveal(nodeIds: readonly string[], options?: { readonly zoom: 'keep' }): void
  /** Shows the whole flow, or the nodes given. */
  fit(nodeIds?: readonly string[]): void
  zoomBy(factor: number): void
  focus(): void
}

/** One open flow: its document, what is on the canvas, and everything that can be done to it. */
export interface FlowEditor {
  readonly flow: FlowStore
  readonly canvas: Canvas
  readonly history: History
  readonly problems: ProblemsStore
  readonly panels: StoreApi<PanelState>
  /** Where the simulated conversation has been. */
  readonly lit: StoreApi<LitState>
  /** What the conversation in the simulator knows; null while there is none. */
  readonly running: StoreApi<RunningValues | null>
  /** The values that texts would be filled with now: of the simulator, as declared, or examples. */
  readonly values: () => LiquidScope
  /** How the flow's tests end, as it is now. */
  readonly tests: StoreApi<TestsState>
  /** What is said of nodes and lines on the canvas itself. */
  readonly marks: StoreApi<MarksState>
  /** The edge that a dragged node would go onto. */
  readonly dropTarget: StoreApi<string | null>
  /** Others who have the flow open. */
  readonly peers: StoreApi<readonly Peer[]>
  readonly cursors: StoreApi<readonly PeerCursor[]>
  /** Where the own pointer is, in canvas coordinates; null while it is elsewhere. */
  readonly pointer: StoreApi<Point | null>
  /** The courses of the lines. */
  readonly routes: Routes
  /** What the pointer is on. */
  readonly hovered: ReturnType<typeof createHovered>
  /** Lines that show with what a dragged card is in line. */
  readonly guides: ReturnType<typeof createGuides>
  /** The text that is being written on its card; null while none is. */
  readonly writing: StoreApi<Writing | null>
  /** What a screen reader is told next. */
  readonly said: StoreApi<string>
  say(words: string): void
  /** Null while no canvas is mounted. */
  readonly viewport: Viewport | null
  setViewport(viewport: Viewport | null): void
  readonly isReadOnly: boolean
  /** True for a picture of a flow, to be looked at: there are no forms, menus of nodes or simulator around it. */
  readonly isPicture: boolean
  draft(): Draft
  node(id: string): DraftNode | undefined
  edit(edit: DraftEdit, options?: EditOptions): void
  undo(): void
  redo(): void
  /** Puts a new node where the person wants it, selects it and opens its form. */
  insert(type: NodeType, where?: Partial<QuickInsert>): void
  /** The first way out of a node that leads nowhere yet; otherwise its first; null when it has none. */
  freeHandle(node: DraftNode): HandleRef | null
  /** Where the next step would most likely go: behind the selected node, or behind a start that leads nowhere yet. */
  handleToGoOnFrom(): HandleRef | null
  /** Opens a node's form; `enter` goes into it. */
  openNode(nodeId: string, options?: { readonly enter: boolean }): void
  closeNode(): void
  openDock(dock: Dock | null): void
  /** Opens the simulator and begins a conversation at a node. */
  tryFrom(nodeId: string): void
  startQuickInsert(where: Partial<QuickInsert>): void
  /** Selects a node and brings it into view. */
  goTo(nodeId: string): void
  /** Opens a node's form and goes into one of its fields. */
  openField(place: FieldPlace): void
  stop(): void
}

export function createFlowEditor(
  doc: Y.Doc,
  { isReadOnly, isPicture = false }: { readonly isReadOnly: boolean; readonly isPicture?: boolean },
): FlowEditor {
  let viewport: Viewport | null = null
  const { store: flow, stop: stopFlow } = createFlowStore(doc)
  const canvas = createCanvas(flow)
  const routes = createRoutes(canvas)
  const history = createHistory(doc)
  const panels = createPanels()
  const problems = createProblems(flow)
  // What is wrong with a picture is no news.
  if (isPicture) problems.stop()
  const said = createStore<string>(() => '')
  const stopFollowing = canvas.store.subscribe(({ selectedNodeIds }, before) => {
    if (selectedNodeIds !== before.selectedNodeIds) leaveNodes(selectedNodeIds)
  })

  const editor: FlowEditor = {
    flow,
    canvas,
    history,
    problems,
    panels,
    lit: createLit(),
    running: createStore<RunningValues | null>(() => null),
    values: () => liveScope(flow.getState(), editor.running.getState(), Date.now()),
    tests: createTests(),
    marks: createMarks(),
    dropTarget: createStore<string | null>(() => null),
    peers: createStore<readonly Peer[]>(() => []),
    cursors: createStore<readonly PeerCursor[]>(() => []),
    pointer: createStore<Point | null>(() => null),
    routes,
    hovered: createHovered(),
    guides: createGuides(),
    writing: createWriting(),
    said,
    // The same words twice are news twice, but a screen reader hears only what changes.
    say: (words) => said.setState((before) => (before === words ? `${words}\u00a0` : words), true),
    get viewport() {
      return viewport
    },
    setViewport(next) {
      viewport = next
    },
    isReadOnly,
    isPicture,
    draft: flow.getState,
    node: (id) => flow.getState().nodesById.get(id),
    edit(edit, options) {
      if (editor.isReadOnly) return
      if (!hasRoomForNodes(edit)) {
        toast({ title: t('canvas.said.tooMany', { max: MAX_NODES }), tone: 'danger' })
      } else if (!hasRoomForText(edit)) {
        toast({ title: t('canvas.said.tooLong'), tone: 'danger' })
      } else history.edit(edit, options)
    },
    undo: () => !editor.isReadOnly && showTouched(history.undo()),
    redo: () => !editor.isReadOnly && showTouched(history.redo()),
    insert,
    handleToGoOnFrom() {
      const { selectedNodeIds } = canvas.store.getState()
      const [nodeId, ...others] = selectedNodeIds
      if (others.length > 0) return null
      const { nodes, nodesById, edges } = flow.getState()
      const selected = nodeId === undefined ? undefined : nodesById.get(nodeId)
      if (selected) return editor.freeHandle(selected)
      const start = nodes.find(({ type }) => type === 'start')
      return start && edges.every(({ source }) => source !== start.id)
        ? editor.freeHandle(start)
        : null
    },
    freeHandle({ id, ...node }) {
      const { edgesByHandle } = flow.getState()
      const handles = geometryOf(node).outlets.map(({ handle }) => handle.id)
      const handle = handles.find((each) => !edgesByHandle.has(handleKey(id, each))) ?? handles[0]
      return handle === undefined ? null : { nodeId: id, handle }
    },
    openNode(nodeId, { enter } = { enter: false }) {
      canvas.select([nodeId])
      panels.setState(({ formWanted }) => ({
        openNodeId: nodeId,
        formWanted: enter ? formWanted + 1 : formWanted,
      }))
    },
    closeNode() {
      const { openNodeId } = panels.getState()
      panels.setState({ openNodeId: null })
      if (openNodeId !== null) leave(openNodeId)
    },
    openDock: (dock) => panels.setState({ dock }),
    tryFrom: (nodeId) => panels.setState({ dock: 'simulator', tryFromNodeId: nodeId }),
    startQuickInsert(where) {
      if (editor.isReadOnly) return
      panels.setState({ quickInsert: { at: null, from: null, edgeId: null, ...where } })
    },
    goTo(nodeId) {
      editor.openNode(nodeId)
      editor.viewport?.reveal([nodeId])
    },
    openField(place) {
      editor.goTo(place.nodeId)
      panels.setState({ fieldWanted: place })
    },
    stop() {
      stopFollowing()
      problems.stop()
      routes.stop()
      canvas.stop()
      history.stop()
      stopFlow()
    },
  }
  return editor

  /** The server takes no larger flow; it would no longer open. */
  function hasRoomForNodes({ putNodes = [] }: DraftEdit): boolean {
    const { nodes, nodesById } = flow.getState()
    const added = putNodes.filter(({ id }) => !nodesById.has(id)).length
    return added === 0 || nodes.length + added <= MAX_NODES
  }

  /** Looks at what no hand can type: measuring the flow at each letter would be slow. */
  function hasRoomForText({ putNodes = [] }: DraftEdit): boolean {
    if (lengthOf(putNodes) < LONG_EDIT) return true
    const put = new Set(putNodes.map(({ id }) => id))
    const { nodes, edges, variables, settings } = flow.getState()
    const others = nodes.filter(({ id }) => !put.has(id))
    return (
      lengthOf({ nodes: [...others, ...putNodes], edges, variables, settings }) <= MAX_DRAFT_LENGTH
    )
  }

  function insert(type: NodeType, where: Partial<QuickInsert> = {}): void {
    if (editor.isReadOnly) return
    const draft = flow.getState()
    // Nothing leads to a note.
    const { from = null, edgeId = null } = definitionOf(type).hasInput ? where : {}
    const edge = edgeId === null ? undefined : draft.edges.find(({ id }) => id === edgeId)
    const handle = from ?? (edge && { nodeId: edge.source, handle: edge.sourceHandle })
    const at = where.at ?? placeFor(draft, handle ?? null)
    const node = newNode(newId(), type, at)
    panels.setState(({ freshNodeIds }) => ({
      freshNodeIds: new Set([...freshNodeIds, node.id]),
      quickInsert: null,
    }))
    if (edge) editor.edit(putOnEdge(draft, edge.id, node))
    else if (from) editor.edit(addBehind(draft, from, node))
    else editor.edit(addNode(node))
    editor.openNode(node.id, { enter: true })
    editor.viewport?.reveal([node.id])
  }

  function placeFor(draft: Draft, handle: HandleRef | null): Point {
    if (handle) return freePlaceBehind(draft, handle)
    const centre = editor.viewport?.centre() ?? { x: 0, y: 0 }
    return freePlaceAt(draft, { x: centre.x - CARD_WIDTH / 2, y: centre.y - HEADER_HEIGHT })
  }

  function showTouched(nodeIds: readonly string[]): void {
    if (nodeIds.length === 0) return
    canvas.select(nodeIds)
    editor.viewport?.reveal(nodeIds)
  }

  /** The form follows the selection: another node takes its place, none or several close it. */
  function leaveNodes(selected: readonly string[]): void {
    const { openNodeId } = panels.getState()
    if (openNodeId === null || selected.includes(openNodeId)) return
    const [only] = selected
    panels.setState({ openNodeId: selected.length === 1 && only !== undefined ? only : null })
    leave(openNodeId)
  }

  function leave(nodeId: string): void {
    panels.setState(({ freshNodeIds }) =>
      freshNodeIds.has(nodeId)
        ? { freshNodeIds: new Set([...freshNodeIds].filter((id) => id !== nodeId)) }
        : {},
    )
  }
}

/** Serialised, in UTF-16 units. */
const LONG_EDIT = 100_000
const lengthOf = (json: object): number => JSON.stringify(json).length

export const FlowEditorContext = createContext<FlowEditor | null>(null)

export function useFlowEditor(): FlowEditor {
  const editor = useContext(FlowEditorContext)
  if (!editor) throw new Error('This stands outside of a flow editor.')
  return editor
}

export const useFlow = <Part>(select: (state: FlowState) => Part): Part =>
  useStore(useFlowEditor().flow, select)
export const useCanvas = <Part>(select: (state: CanvasState) => Part): Part =>
  useStore(useFlowEditor().canvas.store, select)
export const usePanels = <Part>(select: (state: PanelState) => Part): Part =>
  useStore(useFlowEditor().panels, select)
