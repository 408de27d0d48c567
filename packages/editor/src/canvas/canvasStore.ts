import type { DraftEdge, DraftNode } from '@parley/shared/draft'
import type { Edge, EdgeChange, Node, NodeChange } from '@xyflow/react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FlowStore } from '../document/flowStore.ts'
import { nodeTitle } from '../nodes/nodeTitle.ts'
import type { Box, Point } from './box.ts'
import { handlesOf, INLET, kindOf, OUTLET, openedOf } from './cards.ts'
import { createCollapsed } from './collapsed.ts'
import { createDragging, type Guide, type Place } from './dragging.ts'
import { geometryOf } from './geometry.ts'
import { areaOf, isSection } from './sections.ts'

export type CardNode = Node<{ readonly node: DraftNode }, 'card' | 'note' | 'section'>
export type LineEdge = Edge<{ readonly edge: DraftEdge }, 'line'>

export interface CanvasState {
  /**
   * As React Flow wants them; one that did not change keeps its identity. What collapsed sections hide is not among them,
   * and sections come before what lies on them.
   */
  readonly nodes: readonly CardNode[]
  readonly edges: readonly LineEdge[]
  readonly selectedNodeIds: readonly string[]
  readonly selectedEdgeIds: readonly string[]
  /** True while the flow is so far away that it is one picture (`far/`), and all nodes but one are hidden. */
  readonly isFar: boolean
}

/** What is on the canvas right now: the flow, and over it the selection and the places of nodes that are being dragged. */
export interface Canvas {
  readonly store: StoreApi<CanvasState>
  readonly changeNodes: (changes: readonly NodeChange<CardNode>[]) => void
  readonly changeEdges: (changes: readonly EdgeChange<LineEdge>[]) => void
  select(nodeIds: readonly string[], edgeIds?: readonly string[]): void
  /** From far away only `nearNodeId`, the node under the pointer, is an element of the page. */
  setFar(isFar: boolean): void
  setNearNode(nodeId: string | null): void
  /** What stands on the canvas for a node: itself, or the collapsed section that hides it. */
  standIn(nodeId: string): string
  /** Opens a collapsed section on this canvas only; the flow goes on saying that it is collapsed. */
  openHere(sectionId: string): void
  /** Collapses a section again that was only opened here; false when it was not. */
  closeAgain(sectionId: string): boolean
  /** Shows a section of another size than the flow says, while somebody pulls at it; null: as the flow says. */
  setArea(area: { readonly id: string; readonly box: Box } | null): void
  /** The node that is drawn at a point of the canvas, the uppermost; null when there is none. */
  nodeAt(point: Point): string | null
  /** Changes where what is dragged goes, as a whole; null: where the pointer says. */
  setGuide(guide: Guide | null): void
  /** Places of the nodes that have been dragged and not dropped yet. */
  draggedPlaces(): readonly Place[]
  /** Forgets them: the flow has them now, or the drag was given up. */
  endDrag(): void
  stop(): void
}

/** What the pointer holds of a section that is far away, in canvas units; see `far/drawFar.ts`. */
export const FAR_HEAD = 112

export function createCanvas(flow: FlowStore): Canvas {
  const collapsed = createCollapsed(flow)
  let area: { readonly id: string; readonly box: Box } | null = null
  let selectedNodes = new Set<string>()
  let selectedEdges = new Set<string>()
  let isFar = false
  let nearNodeId: string | null = null
  const dragging = createDragging(flow)
  const store = createStore<CanvasState>(() => ({
    nodes: [],
    edges: [],
    selectedNodeIds: [],
    selectedEdgeIds: [],
    isFar,
  }))

  /** Brings everything up to date with the flow. */
  const sync = (): void => {
    const { nodes, edges, nodesById } = flow.getState()
    const before = store.getState()
    collapsed.sync()
    const oldNodes = new Map(before.nodes.map((node) => [node.id, node]))
    const edgeIds = new Set(edges.map(({ id }) => id))
    selectedNodes = keepThose(selectedNodes, (id) => nodesById.has(id))
    selectedEdges = keepThose(selectedEdges, (id) => edgeIds.has(id))
    store.setState({
      nodes: sameItems(
        before.nodes,
        inOrder(nodes).map((node) => toCard(node, oldNodes.get(node.id))),
      ),
      edges: linesOf(edges, nodesById),
      ...selection(),
    })
  }

  /** The same when the flow has not changed: nodes have been selected or are being dragged, a hundred times a second. */
  const syncNodes = (): void =>
    store.setState(({ nodes }) => ({
      nodes: sameItems(
        nodes,
        nodes.map((card) => toCard(card.data.node, card)),
      ),
      ...selection(),
    }))

  const syncEdges = (): void => {
    const { edges, nodesById } = flow.getState()
    store.setState({ edges: linesOf(edges, nodesById), ...selection() })
  }

  /** What is on the canvas, from back to front. */
  function inOrder(nodes: readonly DraftNode[]): readonly DraftNode[] {
    const areas = nodes.filter(isSection)
    if (areas.length === 0) return nodes
    const size = (node: DraftNode) => areaOf(node).width * areaOf(node).height
    areas.sort((a, b) => size(b) - size(a))
    return [...areas, ...nodes.filter((node) => !isSection(node))]
      .filter(({ id }) => collapsed.hiderOf(id) === undefined)
      .map((node) => (collapsed.isOpenedHere(node.id) ? openedOf(node) : node))
  }

  function linesOf(
    edges: readonly DraftEdge[],
    nodesById: ReadonlyMap<string, DraftNode>,
  ): readonly LineEdge[] {
    const before = store.getState().edges
    const old = new Map(before.map((edge) => [edge.id, edge]))
    return sameItems(
      before,
      edges.flatMap((edge) =>
        hasOutlet(nodesById.get(edge.source), edge) && !collapsed.hidesBothEnds(edge)
          ? [toLine(edge, old.get(edge.id))]
          : [],
      ),
    )
  }

  function toCard(node: DraftNode, before: CardNode | undefined): CardNode {
    const selected = selectedNodes.has(node.id)
    const pulled = area?.id === node.id ? area.box : null
    const position: Point = pulled
      ? { x: pulled.x, y: pulled.y }
      : (dragging.placeOf(node.id) ?? node.position)
    const isHidden = isFar && node.id !== nearNodeId
    const geometry = pulled
      ? { ...geometryOf(node), width: pulled.width, height: pulled.height }
      : geometryOf(node)
    const { width, height } = geometry
    if (
      before?.data.node === node &&
      before.selected === selected &&
      before.hidden === isHidden &&
      before.width === width &&
      before.height === height &&
      before.position.x === position.x &&
      before.position.y === position.y
    ) {
      return before
    }
    const isSameCard = before?.data.node.data === node.data && before.data.node.name === node.name
    return {
      id: node.id,
      ...kindOf(node, selected),
      // The flow's own as long as it lies at rest: so drawings tell what moves.
      position,
      data: before?.data.node === node ? before.data : { node },
      selected,
      hidden: isHidden,
      width,
      height,
      measured: { width, height },
      handles: isSameCard && before.handles ? before.handles : handlesOf(node, geometry),
      ariaRole: 'group',
      ariaLabel: nodeTitle(node),
    }
  }

  function toLine(edge: DraftEdge, before: LineEdge | undefined): LineEdge {
    const selected = selectedEdges.has(edge.id)
    const source = collapsed.hiderOf(edge.source) ?? edge.source
    const target = collapsed.hiderOf(edge.target) ?? edge.target
    if (
      before?.data?.edge === edge &&
      before.selected === selected &&
      before.source === source &&
      before.target === target
    ) {
      return before
    }
    return {
      id: edge.id,
      type: 'line',
      source,
      sourceHandle: source === edge.source ? edge.sourceHandle : OUTLET,
      target,
      targetHandle: INLET,
      data: { edge },
      selected,
    }
  }

  const selection = () => {
    const { selectedNodeIds, selectedEdgeIds } = store.getState()
    return {
      selectedNodeIds: sameIds(selectedNodeIds, selectedNodes),
      selectedEdgeIds: sameIds(selectedEdgeIds, selectedEdges),
    }
  }

  sync()
  const unsubscribe = flow.subscribe(sync)

  return {
    store,
    changeNodes(changes) {
      let isChanged = false
      const places: Place[] = []
      for (const change of changes) {
        if (change.type === 'select') {
          if (change.selected) selectedNodes.add(change.id)
          else selectedNodes.delete(change.id)
          isChanged = true
        } else if (change.type === 'position' && change.position && change.dragging) {
          places.push({ id: change.id, position: change.position })
          isChanged = true
        }
      }
      dragging.moveTo(places)
      // Sizes are ours to say and nodes are removed by commands, so nothing else is of interest.
      if (isChanged) syncNodes()
    },
    changeEdges(changes) {
      let isChanged = false
      for (const change of changes) {
        if (change.type !== 'select') continue
        if (change.selected) selectedEdges.add(change.id)
        else selectedEdges.delete(change.id)
        isChanged = true
      }
      if (isChanged) syncEdges()
    },
    select(nodeIds, edgeIds = []) {
      selectedNodes = new Set(collapsed.openFor(nodeIds))
      selectedEdges = new Set(edgeIds)
      sync()
    },
    setFar(next) {
      if (next === isFar) return
      isFar = next
      nearNodeId = null
      store.setState({ isFar })
      syncNodes()
    },
    setNearNode(nodeId) {
      if (nodeId === nearNodeId) return
      nearNodeId = nodeId
      if (isFar) syncNodes()
    },
    standIn: (nodeId) => collapsed.hiderOf(nodeId) ?? nodeId,
    openHere(sectionId) {
      collapsed.open(sectionId)
      sync()
    },
    closeAgain(sectionId) {
      if (!collapsed.close(sectionId)) return false
      sync()
      return true
    },
    setGuide: (guide) => dragging.setGuide(guide),
    setArea(next) {
      area = next
      syncNodes()
    },
    nodeAt({ x, y }) {
      const under = store.getState().nodes.findLast(
        ({ type, position, width = 0, height = 0 }) =>
          x >= position.x &&
          x < position.x + width &&
          y >= position.y &&
          // A section is held by its head; the rest of it is ground.
          y < position.y + (type === 'section' ? Math.min(height, FAR_HEAD) : height),
      )
      return under?.id ?? null
    },
    draggedPlaces: () => dragging.places(),
    endDrag() {
      dragging.end()
      sync()
    },
    stop: unsubscribe,
  }
}

/** False for a line from a way out that its node does not have; the list of problems tells of it. */
const hasOutlet = (node: DraftNode | undefined, { sourceHandle }: DraftEdge): boolean =>
  node !== undefined && geometryOf(node).outlets.some(({ handle }) => handle.id === sourceHandle)

const keepThose = (ids: Set<string>, isThere: (id: string) => boolean): Set<string> =>
  [...ids].every(isThere) ? ids : new Set([...ids].filter(isThere))

/** The old list when all of it is the same: React Flow builds its indexes anew for a list that it does not know. */
const sameItems = <Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] =>
  before.length === now.length && now.every((item, index) => item === before[index]) ? before : now

/** The old list when it says the same. */
const sameIds = (before: readonly string[], now: ReadonlySet<string>): readonly string[] =>
  before.length === now.size && before.every((id) => now.has(id)) ? before : [...now]
