import { isJsonObject, type JsonValue, setData } from '@parley/shared'
import type { Draft, DraftEdit, DraftNode, JsonObject } from '@parley/shared/draft'
import { createStore } from 'zustand/vanilla'
import { wordsKey } from '../nodes/card/cardWriting.ts'
import type { FieldPath } from '../nodes/form/NodeFormContext.ts'
import { lookOf } from '../nodes/index.ts'
import type { CardWords } from '../nodes/NodeLook.ts'
import type { FlowEditor } from './FlowEditor.ts'
import { shapedNode } from './geometry.ts'
import { isSection } from './sections.ts'

/** The text of a node that is being written on its card. */
export interface Writing {
  readonly nodeId: string
  /** Which of its texts; see `wordsKey`. */
  readonly key: string
  /** Tells one time from the next: each is a step of undo. */
  readonly time: number
}

export const createWriting = () => createStore<Writing | null>(() => null)

/** Stands for the name of a node among its texts; sections have it as their title. */
export const NAME_KEY = ':name'
const NAME: CardWords = { path: [NAME_KEY], isMultiline: false }
const LONGEST_NAME = 80

/** The texts that can be written on a node's card, in the order of the card. */
export function wordsOn(node: DraftNode): readonly CardWords[] {
  if (isSection(node)) return [NAME]
  const shaped = shapedNode(node)
  return shaped ? (lookOf(shaped.type).words?.(shaped.data) ?? []) : []
}

let times = 0

/** Begins to write a text on its card, the first one when no other is named. False when there is no such text. */
export function startWriting(editor: FlowEditor, nodeId: string, key?: string): boolean {
  const node = editor.node(nodeId)
  if (!node || editor.isReadOnly) return false
  const words = wordsOn(node)
  const found = key === undefined ? words[0] : words.find(({ path }) => wordsKey(path) === key)
  if (!found) return false
  times += 1
  editor.canvas.select([nodeId])
  editor.writing.setState({ nodeId, key: wordsKey(found.path), time: times }, true)
  editor.viewport?.reveal([nodeId])
  return true
}

export function endWriting(editor: FlowEditor, writing: Writing): void {
  // Another may have begun before this one heard that it has lost the focus.
  if (editor.writing.getState()?.time === writing.time) editor.writing.setState(null, true)
}

/** One of a node's texts, as it is now. */
export function textOf(node: DraftNode, path: FieldPath): string {
  if (path[0] === NAME_KEY) return node.name ?? ''
  let value: JsonValue | undefined = dataOf(node)
  for (const step of path) {
    // A list is an object with numbers for names.
    value = Object(value)[step]
  }
  return typeof value === 'string' ? value : ''
}

/** Puts a text in the place of another one of the node. */
export function writeText(draft: Draft, node: DraftNode, path: FieldPath, text: string): DraftEdit {
  if (path[0] === NAME_KEY) {
    const { name: _, ...rest } = node
    // While somebody writes, a space at the end is the beginning of the next word.
    const name = text.trimStart().slice(0, LONGEST_NAME)
    return { putNodes: [name === '' ? rest : { ...rest, name }] }
  }
  const next = withText(dataOf(node), path, text)
  return isJsonObject(next) ? setData(draft, node.id, next) : {}
}

/** A node's data with everything in it that its type promises. */
const dataOf = (node: DraftNode): JsonObject =>
  // Data in shape is JSON of its type; only the type says so in more words.
  (shapedNode(node)?.data ?? {}) as JsonObject

function withText(value: JsonValue, path: FieldPath, text: string): JsonValue {
  const [step, ...rest] = path
  if (step === undefined) return text
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value
    return items.map((item, index) => (index === step ? withText(item, rest, text) : item))
  }
  if (!isJsonObject(value)) return value
  return { ...value, [step]: withText(value[step] ?? null, rest, text) }
}
