import { ClipboardPaste, Copy, CopyPlus, Redo2, Scissors, Trash2, Undo2 } from 'lucide-react'
import { t } from '../../i18n/t.ts'
import { toast } from '../../ui/toast.ts'
import { pieceOf, removable, removeEdges, removeNodes } from '../edits.ts'
import type { FlowEditor } from '../FlowEditor.ts'
import { withContents } from '../sections.ts'
import { always, type Commands, hasRemovable, selectedNodes } from './Command.ts'
import { addCopy, copied, pasteFromClipboard, writeClipboard } from './clipboardAccess.ts'

/** What every editor can do. */
export const editing = {
  undo: {
    label: 'canvas.commands.undo',
    icon: Undo2,
    shortcuts: ['mod+z'],
    edits: true,
    isPossible: ({ history }) => history.store.getState().canUndo,
    perform: (editor) => {
      editor.undo()
      editor.say(t('canvas.said.undone'))
    },
  },
  redo: {
    label: 'canvas.commands.redo',
    icon: Redo2,
    shortcuts: ['mod+shift+z', 'mod+y'],
    edits: true,
    isPossible: ({ history }) => history.store.getState().canRedo,
    perform: (editor) => {
      editor.redo()
      editor.say(t('canvas.said.redone'))
    },
  },
  cut: {
    label: 'canvas.commands.cut',
    icon: Scissors,
    shortcuts: ['mod+x'],
    edits: true,
    isPossible: hasRemovable,
    perform: (editor) => {
      void writeClipboard(copied(editor)).then((isWritten) => {
        // What is not on the clipboard would be gone.
        if (isWritten) removeCopied(editor)
      })
    },
  },
  copy: {
    label: 'canvas.commands.copy',
    icon: Copy,
    shortcuts: ['mod+c'],
    edits: false,
    isPossible: hasRemovable,
    perform: (editor) => void writeClipboard(copied(editor)),
  },
  paste: {
    label: 'canvas.commands.paste',
    icon: ClipboardPaste,
    shortcuts: ['mod+v'],
    edits: true,
    isPossible: always,
    perform: (editor) => void pasteFromClipboard(editor),
  },
  duplicate: {
    label: 'canvas.commands.duplicate',
    icon: CopyPlus,
    shortcuts: ['mod+d'],
    edits: true,
    isPossible: hasRemovable,
    perform: (editor) => addCopy(editor, pieceOf(editor.draft(), selectedNodes(editor))),
  },
  delete: {
    label: 'canvas.commands.delete',
    icon: Trash2,
    shortcuts: ['delete', 'backspace'],
    edits: true,
    isPossible: (editor) =>
      selectedNodes(editor).length > 0 || editor.canvas.store.getState().selectedEdgeIds.length > 0,
    perform: removeSelection,
  },
} as const satisfies Commands

/** What has been cut goes, and with a section all that it held. */
export function removeCopied(editor: FlowEditor): void {
  removeAll(editor, withContents(editor.draft().nodes, selectedNodes(editor)))
}

export function removeSelection(editor: FlowEditor): void {
  removeAll(editor, selectedNodes(editor))
}

function removeAll(editor: FlowEditor, nodeIds: readonly string[]): void {
  const { selectedEdgeIds } = editor.canvas.store.getState()
  const draft = editor.draft()
  const gone = removable(draft, nodeIds)
  if (gone.length === 0 && nodeIds.length > 0) {
    return void toast({ title: t('canvas.said.startStays') })
  }
  const nodes = removeNodes(draft, gone)
  const edges = removeEdges(selectedEdgeIds)
  editor.edit({
    ...nodes,
    removeEdges: [...(nodes.removeEdges ?? []), ...(edges.removeEdges ?? [])],
  })
  if (gone.length > 0) editor.say(t('canvas.said.deleted', { count: gone.length }))
  else if (selectedEdgeIds.length > 0) {
    // Whoever walks by keys goes on from where the line began.
    const source = draft.edges.find(({ id }) => id === selectedEdgeIds[0])?.source
    if (source !== undefined) editor.canvas.select([source])
    // After what is said of that step, which is no news.
    setTimeout(() => editor.say(t('canvas.said.disconnected')))
  }
}
