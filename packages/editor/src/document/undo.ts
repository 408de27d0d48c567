import { type DraftEdit, edgesOf, nodesOf, settingsOf, variablesOf } from '@parley/shared/draft'
import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { applyEdit } from './applyEdit.ts'
import { changedIds } from './changedIds.ts'

export interface HistoryState {
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** How many steps can be taken back; each edit of this person that is no part of the one before adds one. */
  readonly steps: number
}

export interface EditOptions {
  /** Edits in a row with the same (typing into one field) are one step of undo, as long as there is no long pause. */
  readonly merge?: string
  /** With it, pauses make no difference: whoever writes on a card thinks of that as one thing. */
  readonly pauses?: 'count' | 'do not count'
}

/** A person's own edits, with undo and redo that leave what others did alone. */
export interface History {
  readonly store: StoreApi<HistoryState>
  /** Writes an edit. */
  edit(edit: DraftEdit, options?: EditOptions): void
  /** Takes the last step back; gives the ids of the nodes that it touched. */
  undo(): readonly string[]
  redo(): readonly string[]
  stop(): void
}

/** A pause in typing after which undo begins a new step. */
const PAUSE_MS = 800

export function createHistory(doc: Y.Doc): History {
  const origin = Symbol('edits of this person')
  const manager = new Y.UndoManager(
    [nodesOf(doc), edgesOf(doc), variablesOf(doc), settingsOf(doc)],
    { trackedOrigins: new Set([origin]), captureTimeout: PAUSE_MS },
  )
  const store = createStore<HistoryState>(() => ({ canUndo: false, canRedo: false, steps: 0 }))
  const tell = () =>
    store.setState({
      canUndo: manager.canUndo(),
      canRedo: manager.canRedo(),
      steps: manager.undoStack.length,
    })
  manager.on('stack-item-added', tell)
  manager.on('stack-item-popped', tell)
  manager.on('stack-cleared', tell)

  let lastMerge: string | undefined
  return {
    store,
    edit(edit, { merge, pauses = 'count' } = {}) {
      manager.captureTimeout = pauses === 'count' ? PAUSE_MS : Infinity
      if (merge === undefined || merge !== lastMerge) manager.stopCapturing()
      lastMerge = merge
      applyEdit(doc, edit, origin)
    },
    undo: () => step(() => manager.undo()),
    redo: () => step(() => manager.redo()),
    stop: () => manager.destroy(),
  }

  function step(go: () => void): readonly string[] {
    lastMerge = undefined
    const touched = new Set<string>()
    const note = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      for (const id of changedIds(events)) touched.add(id)
    }
    nodesOf(doc).observeDeep(note)
    go()
    nodesOf(doc).unobserveDeep(note)
    tell()
    return [...touched].filter((id) => nodesOf(doc).has(id))
  }
}
