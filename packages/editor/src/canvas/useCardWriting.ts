import type { DraftNode, JsonObject } from '@parley/shared/draft'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { type CardWriting, wordsKey } from '../nodes/card/cardWriting.ts'
import { variablesOf } from '../nodes/form/words/variables.ts'
import { nodeTitle } from '../nodes/nodeTitle.ts'
import { type FlowEditor, useFlowEditor } from './FlowEditor.ts'
import { shapedNode } from './geometry.ts'
import { endWriting, startWriting, textAt, type Writing, wordsOn, writeText } from './writing.ts'

/** What a card needs to know while one of its texts is being written on it; null at all other times. */
export function useCardWriting(node: DraftNode): CardWriting | null {
  const editor = useFlowEditor()
  const writing = useStore(editor.writing, (state) => (state?.nodeId === node.id ? state : null))
  return useMemo(
    () => (writing ? cardWritingOf(editor, node, writing) : null),
    [editor, node, writing],
  )
}

function cardWritingOf(editor: FlowEditor, node: DraftNode, writing: Writing): CardWriting | null {
  const words = wordsOn(node)
  const index = words.findIndex(({ path }) => wordsKey(path) === writing.key)
  const found = words[index]
  const data = dataOf(node)
  if (!found || !data) return null
  const { path, isMultiline } = found
  return {
    key: writing.key,
    value: textAt(data, path),
    isMultiline,
    variables: () => {
      const draft = editor.draft()
      return variablesOf(draft, (id) => {
        const other = editor.node(id)
        return other ? nodeTitle(other) : ''
      })
    },
    change(text) {
      const newest = editor.node(node.id)
      const before = newest && dataOf(newest)
      if (!before) return
      editor.edit(writeText(editor.draft(), { id: node.id, data: before }, path, text), {
        merge: `writing ${writing.time}`,
        pauses: 'do not count',
      })
    },
    end(by) {
      endWriting(editor, writing)
      if (by === 'keyboard') editor.viewport?.focus()
    },
    goOn(step) {
      const next = words[index + step]
      if (next) startWriting(editor, node.id, wordsKey(next.path))
      else {
        endWriting(editor, writing)
        editor.viewport?.focus()
      }
    },
    undo: () => editor.undo(),
    redo: () => editor.redo(),
  }
}

/** A node's data with everything in it that its type promises. */
const dataOf = (node: DraftNode): JsonObject | null =>
  // Data in shape is JSON of its type; only the type says so in more words.
  (shapedNode(node)?.data ?? null) as JsonObject | null
