import {
  definitionOf,
  handleIds,
  isNodeType,
  type JsonValue,
  type NodeType,
  shapeData,
} from '@parley/shared'
import type { Draft, DraftEdge, DraftEdit, DraftNode, JsonObject } from '@parley/shared/draft'
import { around, type Point } from './box.ts'
import type { HandleRef } from './geometry.ts'
import { boxOf, onGrid } from './places.ts'
import { isSection, withContents } from './sections.ts'

/**
 * Everything that a person can do to a flow, as pure functions: what the draft is and what is wanted, in; what
 * changes, out. Ids are given by the caller.
 */

/** How far a copy lies from its original, in canvas units. */
const COPY_OFFSET = 32

/** A node as it is when dropped from the palette. */
export const newNode = (id: string, type: NodeType, position: Point): DraftNode => ({
  id,
  type,
  position,
  // What shapeData builds is plain JSON of the type's own shape.
  data: shapeData(type, definitionOf(type).defaults() as JsonObject) as JsonObject,
})

export const addNode = (node: DraftNode): DraftEdit => ({ putNodes: [node] })

/** Adds a node behind a handle. Where the handle led before, the new node leads now. */
export function addBehind(draft: Draft, from: HandleRef, node: DraftNode): DraftEdit {
  const before = draft.edges.filter(
    (edge) => edge.source === from.nodeId && edge.sourceHandle === from.handle,
  )
  const onward = mainHandle(node)
  return {
    putNodes: [node],
    removeEdges: before.map(({ id }) => id),
    putEdges: [
      edgeFrom(from, node.id),
      ...(before[0] && onward !== null
        ? [edgeFrom({ nodeId: node.id, handle: onward }, before[0].target)]
        : []),
    ],
  }
}

/** Puts a node between the two ends of an edge; `node` may be new or on the canvas already. */
export function putOnEdge(draft: Draft, edgeId: string, node: DraftNode): DraftEdit {
  const edge = draft.edges.find(({ id }) => id === edgeId)
  if (!edge || edge.source === node.id || edge.target === node.id) return {}
  return addBehind(draft, { nodeId: edge.source, handle: edge.sourceHandle }, node)
}

/** True when `node` can go between the ends of an edge: something can lead to it, and no edge touches it yet. */
export const fitsOnEdges = (draft: Draft, node: DraftNode): boolean =>
  acceptsInput(node) &&
  !draft.edges.some(({ source, target }) => source === node.id || target === node.id)

/** Leads a handle to a node. One handle leads to one node, so an edge that is there is replaced. */
export function connect(draft: Draft, from: HandleRef, target: string): DraftEdit {
  if (!canConnect(draft, from.nodeId, target)) return {}
  return {
    removeEdges: draft.edges
      .filter((edge) => edge.source === from.nodeId && edge.sourceHandle === from.handle)
      .map(({ id }) => id),
    putEdges: [edgeFrom(from, target)],
  }
}

export function canConnect(draft: Draft, source: string, target: string): boolean {
  const node = draft.nodes.find(({ id }) => id === target)
  return source !== target && node !== undefined && acceptsInput(node)
}

export const removeEdges = (edgeIds: readonly string[]): DraftEdit => ({ removeEdges: edgeIds })

export function moveNodes(
  draft: Draft,
  places: readonly { readonly id: string; readonly position: Point }[],
): DraftEdit {
  const byId = new Map(places.map(({ id, position }) => [id, position]))
  return {
    putNodes: draft.nodes.flatMap((node) => {
      const position = byId.get(node.id)
      return position ? [{ ...node, position }] : []
    }),
  }
}

/**
 * Removes nodes with their edges. A single node that had one way on is bridged: what led to it leads to where it led.
 * The start stays: a flow without one cannot be begun.
 */
export function removeNodes(draft: Draft, nodeIds: readonly string[]): DraftEdit {
  const gone = new Set(removable(draft, nodeIds))
  const touching = draft.edges.filter(({ source, target }) => gone.has(source) || gone.has(target))
  return {
    removeNodes: [...gone],
    removeEdges: touching.map(({ id }) => id),
    ...(gone.size === 1 && { putEdges: bridge(touching, [...gone][0] ?? '') }),
  }
}

function bridge(touching: readonly DraftEdge[], nodeId: string): readonly DraftEdge[] {
  const onward = touching.filter(({ source }) => source === nodeId)
  const [only] = onward
  if (!only || onward.length > 1) return []
  return touching
    .filter(({ target, source }) => target === nodeId && source !== only.target)
    .map((edge) => edgeFrom({ nodeId: edge.source, handle: edge.sourceHandle }, only.target))
}

/** Those of the nodes that may be removed or copied. */
export const removable = (draft: Draft, nodeIds: readonly string[]): readonly string[] => {
  const wanted = new Set(nodeIds)
  return draft.nodes
    .filter(({ id, type }) => wanted.has(id) && type !== 'start')
    .map(({ id }) => id)
}

/** A piece of a flow that can stand alone: nodes and the edges among them. */
export interface Piece {
  readonly nodes: readonly DraftNode[]
  readonly edges: readonly DraftEdge[]
  /** Those with a value from the start that its nodes know; absent: none. */
  readonly variables?: readonly JsonObject[]
}

/** The nodes with these ids and the edges among them; a section comes with what it holds. */
export function pieceOf(draft: Draft, nodeIds: readonly string[]): Piece {
  const ids = new Set(removable(draft, withContents(draft.nodes, nodeIds)))
  return {
    nodes: draft.nodes.filter(({ id }) => ids.has(id)),
    edges: draft.edges.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  }
}

/** Adds a copy of a piece under new ids, its upper left corner at `at`, or a step beside the original. */
export function addPiece(
  piece: Piece,
  { newId, at }: { readonly newId: () => string; readonly at?: Point },
): DraftEdit {
  const ids = new Map(piece.nodes.map(({ id }) => [id, newId()]))
  const left = Math.min(...piece.nodes.map(({ position }) => position.x))
  const top = Math.min(...piece.nodes.map(({ position }) => position.y))
  const shift = at ? { x: at.x - left, y: at.y - top } : besideOriginal(piece)
  return {
    putNodes: piece.nodes.map((node) => ({
      ...withNewReferences(node, ids),
      id: ids.get(node.id) ?? node.id,
      position: { x: node.position.x + shift.x, y: node.position.y + shift.y },
    })),
    putEdges: piece.edges.flatMap((edge) => {
      const source = ids.get(edge.source)
      const target = ids.get(edge.target)
      const from = piece.nodes.find(({ id }) => id === edge.source)
      return source && target && from && mayLeaveBy(from, edge.sourceHandle)
        ? [edgeFrom({ nodeId: source, handle: edge.sourceHandle }, target)]
        : []
    }),
  }
}

/** What lay on a copied section would lie on two of them, so its copy comes below it. */
function besideOriginal({ nodes }: Piece): Point {
  if (!nodes.some(isSection)) return { x: COPY_OFFSET, y: COPY_OFFSET }
  const { height } = around(nodes.map(boxOf))
  return { x: 0, y: onGrid({ x: 0, y: height + 2 * COPY_OFFSET }).y }
}

/** A node that names others of the piece (it jumps to them, or hides them) names their copies. */
function withNewReferences(node: DraftNode, ids: ReadonlyMap<string, string>): DraftNode {
  if (!isNodeType(node.type)) return node
  const { jumpsTo, holds } = definitionOf(node.type)
  const shaped = shapeData(node.type, node.data)
  const named = new Set([...(jumpsTo?.(shaped) ?? []), ...(holds?.(shaped) ?? [])])
  if (![...named].some((id) => ids.has(id))) return node
  const renamed = (value: JsonValue): JsonValue =>
    typeof value === 'string' && named.has(value) ? (ids.get(value) ?? value) : value
  const data: JsonObject = Object.fromEntries(
    Object.entries(node.data).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map(renamed) : renamed(value),
    ]),
  )
  return { ...node, data }
}

/** An empty name gives the node back the title of its type. */
export function renameNode(draft: Draft, nodeId: string, name: string): DraftEdit {
  const node = draft.nodes.find(({ id }) => id === nodeId)
  if (!node) return {}
  const { name: _, ...rest } = node
  const trimmed = name.trim()
  return { putNodes: [trimmed === '' ? rest : { ...rest, name: trimmed }] }
}

export const setVariables = (variables: readonly JsonObject[]): DraftEdit => ({ variables })
export const setSettings = (settings: JsonObject): DraftEdit => ({ settings })

/** Text from elsewhere may name ways out that a node does not have; of types that are not known here nobody can say. */
const mayLeaveBy = (node: DraftNode, handle: string): boolean =>
  !isNodeType(node.type) || handleIds(node).includes(handle)

/** The handle by which a chain goes on through a node: its first. */
const mainHandle = (node: DraftNode): string | null => handleIds(node)[0] ?? null

export const acceptsInput = (node: DraftNode): boolean =>
  isNodeType(node.type) ? definitionOf(node.type).hasInput : true

/** The id follows from where the edge starts, so two people who lead one handle somewhere at once make one edge. */
const edgeFrom = ({ nodeId, handle }: HandleRef, target: string): DraftEdge => ({
  id: `${nodeId}:${handle}`,
  source: nodeId,
  sourceHandle: handle,
  target,
})
