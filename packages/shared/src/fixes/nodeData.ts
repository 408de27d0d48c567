import type { Draft, DraftNode, JsonObject } from '../draft/draft.ts'
import type { DraftEdit } from '../draft/edit.ts'
import type { JsonValue } from '../json.ts'
import { definitionOf, isNodeType } from '../nodes/index.ts'
import { shapeData } from '../nodes/shapeData.ts'
import { fieldAt, withFieldAt } from '../variables/templatesOf.ts'

/** Changes a node's data; a handle that is gone with it takes its edge along. */
export function setData(draft: Draft, nodeId: string, data: JsonObject): DraftEdit {
  const node = draft.nodes.find(({ id }) => id === nodeId)
  if (!node) return {}
  const next = { ...node, data }
  const handles = new Set(handleIds(next))
  return {
    putNodes: [next],
    removeEdges: draft.edges
      .filter(({ source, sourceHandle }) => source === nodeId && !handles.has(sourceHandle))
      .map(({ id }) => id),
  }
}

/** The handles that edges may leave a node from; none for types that are not known here. */
export const handleIds = (node: DraftNode): readonly string[] =>
  isNodeType(node.type)
    ? definitionOf(node.type)
        .handles(shapeData(node.type, node.data))
        .map(({ id }) => id)
    : []

type Path = readonly (string | number)[]

/** What stands at a path of a node's data; undefined when there is no such place. */
export function dataAt(draft: Draft, nodeId: string, path: Path): JsonValue | undefined {
  const node = draft.nodes.find(({ id }) => id === nodeId)
  return node && fieldAt(node.data, path)
}

/** Changes what stands at a path of a node's data. */
export function changeDataAt(draft: Draft, nodeId: string, path: Path, next: JsonValue): DraftEdit {
  const node = draft.nodes.find(({ id }) => id === nodeId)
  if (!node) return {}
  const data = fieldAt(node.data, path) === undefined ? withDefaults(node) : node.data
  if (fieldAt(data, path) === undefined) return {}
  // A node's data is an object, and stays one.
  return setData(draft, nodeId, withFieldAt(data, path, next) as JsonObject)
}

/** The data with what it leaves out. */
const withDefaults = ({ type, data }: DraftNode): JsonObject =>
  // What shapeData builds is plain JSON.
  isNodeType(type) ? (shapeData(type, data) as unknown as JsonObject) : data

/** Takes the entry of a list at a path out of a node's data. */
export function removeDataAt(draft: Draft, nodeId: string, path: Path): DraftEdit {
  const parent = path.slice(0, -1)
  const list = dataAt(draft, nodeId, parent)
  const index = Number(path.at(-1))
  if (!Array.isArray(list)) return {}
  return changeDataAt(
    draft,
    nodeId,
    parent,
    list.filter((_: JsonValue, at) => at !== index),
  )
}
