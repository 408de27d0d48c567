import type { DraftEdge, DraftNode } from '@parley/shared/draft'
import type { Edge, EdgeChange, Node, NodeChange, NodeHandle } from '@xyflow/react'
import { Position } from '@xyflow/react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FlowStore } from '../document/flowStore.ts'
import { nodeTitle } from '../nodes/nodeTitle.ts'
import type { Point } from './edits.ts'
import { geometryOf } from './geometry.ts'

export type CardNode = Node<{ readonly node: DraftNode }, 'card' | 'note'>
export type LineEdge = Edge<{ readonly edge: DraftEdge }, 'line'>

export interface CanvasState {
  /** As React Flow wants them; one that did not change keeps its identity. */
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
  /** The node that is drawn at a point of the canvas, the uppermost; null when there is none. */
  nodeAt(point: Point): string | null
  /** Places of the nodes that have been dragged and not dropped yet. */
  draggedPlaces(): readonly { readonly id: string; readonly position: Point }[]
  /** Forgets them: the flow has them now, or the drag was given up. */
  endDrag(): void
  stop(): void
}

/** The handle that all edges arrive at. */
export const INLET = 'in'

export function createCanvas(flow: FlowStore): Canvas {
  let selectedNodes = new Set<string>()
  let selectedEdges = new Set<string>()
  let isFar = false
  let nearNodeId: string | null = null
  const dragged = new Map<string, Point>()
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
    const oldNodes = new Map(before.nodes.map((node) => [node.id, node]))
    const edgeIds = new Set(edges.map(({ id }) => id))
    selectedNodes = keepThose(selectedNodes, (id) => nodesById.has(id))
    selectedEdges = keepThose(selectedEdges, (id) => edgeIds.has(id))
    store.setState({
      nodes: sameItems(
        before.nodes,
        nodes.map((node) => toCard(node, oldNodes.get(node.id))),
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

  function linesOf(
    edges: readonly DraftEdge[],
    nodesById: ReadonlyMap<string, DraftNode>,
  ): readonly LineEdge[] {
    const before = store.getState().edges
    const old = new Map(before.map((edge) => [edge.id, edge]))
    return sameItems(
      before,
      edges.flatMap((edge) =>
        hasOutlet(nodesById.get(edge.source), edge) ? [toLine(edge, old.get(edge.id))] : [],
      ),
    )
  }

  function toCard(node: DraftNode, before: CardNode | undefined): CardNode {
    const selected = selectedNodes.has(node.id)
    const position = dragged.get(node.id) ?? node.position
    const hidden = isFar && node.id !== nearNodeId
    if (
      before?.data.node === node &&
      before.selected === selected &&
      before.hidden === hidden &&
      before.position.x === position.x &&
      before.position.y === position.y
    ) {
      return before
    }
    const { width, height, inletY, outlets } = geometryOf(node)
    const isSameCard = before?.data.node.data === node.data && before.data.node.name === node.name
    return {
      id: node.id,
      type: node.type === 'note' ? 'note' : 'card',
      position,
      data: before?.data.node === node ? before.data : { node },
      selected,
      hidden,
      width,
      height,
      measured: { width, height },
      handles: isSameCard && before.handles ? before.handles : toHandles(width, inletY, outlets),
      ariaRole: 'group',
      ariaLabel: nodeTitle(node),
    }
  }

  function toLine(edge: DraftEdge, before: LineEdge | undefined): LineEdge {
    const selected = selectedEdges.has(edge.id)
    if (before?.data?.edge === edge && before.selected === selected) return before
    return {
      id: edge.id,
      type: 'line',
      source: edge.source,
      sourceHandle: edge.sourceHandle,
      target: edge.target,
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
      for (const change of changes) {
        if (change.type === 'select') {
          if (change.selected) selectedNodes.add(change.id)
          else selectedNodes.delete(change.id)
          isChanged = true
        } else if (change.type === 'position' && change.position && change.dragging) {
          dragged.set(change.id, change.position)
          isChanged = true
        }
      }
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
      selectedNodes = new Set(nodeIds)
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
    nodeAt({ x, y }) {
      const under = store
        .getState()
        .nodes.findLast(
          ({ position, width = 0, height = 0 }) =>
            x >= position.x && x < position.x + width && y >= position.y && y < position.y + height,
        )
      return under?.id ?? null
    },
    draggedPlaces: () => [...dragged].map(([id, position]) => ({ id, position })),
    endDrag() {
      dragged.clear()
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

function toHandles(
  width: number,
  inletY: number | null,
  outlets: ReturnType<typeof geometryOf>['outlets'],
): NodeHandle[] {
  const size = { width: 1, height: 1 }
  return [
    ...(inletY === null
      ? []
      : [
          { id: INLET, type: 'target' as const, position: Position.Left, x: 0, y: inletY, ...size },
        ]),
    ...outlets.map(({ handle, y }) => ({
      id: handle.id,
      type: 'source' as const,
      position: Position.Right,
      x: width - 1,
      y,
      ...size,
    })),
  ]
}
