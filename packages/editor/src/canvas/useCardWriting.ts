import type { DraftNode } from '@parley/shared/draft'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { type CardWriting, wordsKey } from '../nodes/card/cardWriting.ts'
import { variablesOf } from '../nodes/form/words/variables.ts'
import { nodeTitle } from '../nodes/nodeTitle.ts'
import { type FlowEditor, useFlowEditor } from './FlowEditor.ts'
import { endWriting, startWriting, textOf, type Writing, wordsOn, writeText } from './writing.ts'

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
  if (!found) return null
  const { path, isMultiline } = found
  return {
    key: writing.key,
    value: textOf(node, path),
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
      if (!newest) return
      editor.edit(writeText(editor.draft(), newest, path, text), {
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
