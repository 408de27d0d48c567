import { fieldAt, isNodeType, type JsonValue, shapeData, withFieldAt } from '@parley/shared'
import type { Draft, DraftNode, JsonObject } from '@parley/shared/draft'
import type { DraftEdit } from '../../document/applyEdit.ts'
import { setData } from '../edits.ts'

type Path = readonly (string | number)[]

/** What stands at a path of a node's data; undefined when there is no such place. */
export function valueAt(draft: Draft, nodeId: string, path: Path): JsonValue | undefined {
  const node = draft.nodes.find(({ id }) => id === nodeId)
  return node && fieldAt(node.data, path)
}

/** Changes what stands at a path of a node's data. */
export function changeAt(draft: Draft, nodeId: string, path: Path, next: JsonValue): DraftEdit {
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
export function removeAt(draft: Draft, nodeId: string, path: Path): DraftEdit {
  const parent = path.slice(0, -1)
  const list = valueAt(draft, nodeId, parent)
  const index = Number(path.at(-1))
  if (!Array.isArray(list)) return {}
  return changeAt(
    draft,
    nodeId,
    parent,
    list.filter((_: JsonValue, at) => at !== index),
  )
}
