import type { JsonObject, Translations } from '@parley/shared/draft'
import {
  type Draft,
  type DraftEdge,
  type DraftNode,
  edgesOf,
  nodesOf,
  readDraft,
  readNode,
  settingsOf,
  variablesOf,
} from '@parley/shared/draft'
import type * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { changedIds } from './changedIds.ts'
import { keepSame } from './keepSame.ts'

/** The draft as the screen sees it. Nodes that did not change keep their identity from one state to the next. */
export interface FlowState extends Draft {
  readonly nodesById: ReadonlyMap<string, DraftNode>
  /** Edges by `<node>/<handle>` that they leave from. */
  readonly edgesByHandle: ReadonlyMap<string, readonly DraftEdge[]>
}

export type FlowStore = StoreApi<FlowState>

export const handleKey = (nodeId: string, handle: string): string => `${nodeId}/${handle}`

/** A store that follows the document. `stop` ends that. */
export function createFlowStore(doc: Y.Doc): { store: FlowStore; stop: () => void } {
  const store = createStore<FlowState>(() => toState(readDraft(doc)))

  const onNodes = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const changed = changedIds(events)
    const { nodesById } = store.getState()
    const isSameSet = [...changed].every(
      (id) => nodesById.has(id) && readNode(id, nodesOf(doc).get(id)) !== null,
    )
    // A node came or went, so edges may have lost or found an end: read everything again.
    if (!isSameSet || changed.size > nodesById.size / 2) return refresh()
    store.setState((state) => {
      const nodes = state.nodes.map((node) => {
        const next = changed.has(node.id) ? readNode(node.id, nodesOf(doc).get(node.id)) : null
        return next ? keepNode(node, next) : node
      })
      return { nodes, nodesById: byId(nodes) }
    })
  }
  const refresh = (): void => {
    store.setState((state) => {
      const next = readDraft(doc)
      return toState({
        nodes: keepOrder(
          next.nodes.map((node) => keepNode(state.nodesById.get(node.id), node)),
          state.nodes,
        ),
        edges: keepEdges(state.edges, next.edges),
        variables: keepList(state.variables, next.variables),
        settings: keepSame(state.settings, next.settings),
      })
    })
  }

  nodesOf(doc).observeDeep(onNodes)
  edgesOf(doc).observeDeep(refresh)
  variablesOf(doc).observeDeep(refresh)
  settingsOf(doc).observeDeep(refresh)
  return {
    store,
    stop() {
      nodesOf(doc).unobserveDeep(onNodes)
      edgesOf(doc).unobserveDeep(refresh)
      variablesOf(doc).unobserveDeep(refresh)
      settingsOf(doc).unobserveDeep(refresh)
    },
  }
}

/** A draft with its indexes. */
export function toState(draft: Draft): FlowState {
  const edgesByHandle = new Map<string, DraftEdge[]>()
  for (const edge of draft.edges) {
    const key = handleKey(edge.source, edge.sourceHandle)
    const edges = edgesByHandle.get(key)
    if (edges) edges.push(edge)
    else edgesByHandle.set(key, [edge])
  }
  return { ...draft, nodesById: byId(draft.nodes), edgesByHandle }
}

const byId = (nodes: readonly DraftNode[]): ReadonlyMap<string, DraftNode> =>
  new Map(nodes.map((node) => [node.id, node]))

/** `next`, with those parts of `node` that are the same; the node itself when all are. */
function keepNode(node: DraftNode | undefined, next: DraftNode): DraftNode {
  if (!node) return next
  const data = keepSame<JsonObject>(node.data, next.data)
  const isSamePlace = node.position.x === next.position.x && node.position.y === next.position.y
  const translations =
    next.translations && keepSame<Translations>(node.translations, next.translations)
  if (
    data === node.data &&
    isSamePlace &&
    node.type === next.type &&
    node.name === next.name &&
    translations === node.translations
  ) {
    return node
  }
  return {
    ...next,
    data,
    ...(translations && { translations }),
    position: isSamePlace ? node.position : next.position,
  }
}

const keepOrder = (
  next: readonly DraftNode[],
  before: readonly DraftNode[],
): readonly DraftNode[] =>
  next.length === before.length && next.every((node, index) => node === before[index])
    ? before
    : next

function keepEdges(before: readonly DraftEdge[], next: readonly DraftEdge[]): readonly DraftEdge[] {
  const old = new Map(before.map((edge) => [edge.id, edge]))
  const edges = next.map((edge) => {
    const same = old.get(edge.id)
    return same &&
      same.source === edge.source &&
      same.target === edge.target &&
      same.sourceHandle === edge.sourceHandle
      ? same
      : edge
  })
  return edges.length === before.length && edges.every((edge, index) => edge === before[index])
    ? before
    : edges
}

function keepList(
  before: readonly JsonObject[],
  next: readonly JsonObject[],
): readonly JsonObject[] {
  const items = next.map((item, index) => keepSame(before[index], item))
  return items.length === before.length && items.every((item, index) => item === before[index])
    ? before
    : items
}
