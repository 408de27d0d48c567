import { isJsonObject, type JsonValue } from '@parley/shared'
import type { Draft, DraftNode, JsonObject } from '@parley/shared/draft'
import { createStore } from 'zustand/vanilla'
import type { DraftEdit } from '../document/applyEdit.ts'
import { wordsKey } from '../nodes/card/cardWriting.ts'
import type { FieldPath } from '../nodes/form/NodeFormContext.ts'
import { lookOf } from '../nodes/index.ts'
import type { CardWords } from '../nodes/NodeLook.ts'
import { setData } from './edits.ts'
import type { FlowEditor } from './FlowEditor.ts'
import { shapedNode } from './geometry.ts'

/** The text of a node that is being written on its card. */
export interface Writing {
  readonly nodeId: string
  /** Which of its texts; see `wordsKey`. */
  readonly key: string
  /** Tells one time from the next: each is a step of undo. */
  readonly time: number
}

export const createWriting = () => createStore<Writing | null>(() => null)

/** The texts that can be written on a node's card, in the order of the card. */
export function wordsOn(node: DraftNode): readonly CardWords[] {
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

/** The text at a path of a node's data. */
export function textAt(data: JsonValue, path: FieldPath): string {
  let value: JsonValue | undefined = data
  for (const step of path) {
    // A list is an object with numbers for names.
    value = Object(value)[step]
  }
  return typeof value === 'string' ? value : ''
}

/** Puts a text in the place of the one at a path. */
export function writeText(
  draft: Draft,
  { id, data }: Pick<DraftNode, 'id'> & { readonly data: JsonObject },
  path: FieldPath,
  text: string,
): DraftEdit {
  const next = withText(data, path, text)
  return isJsonObject(next) ? setData(draft, id, next) : {}
}

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
