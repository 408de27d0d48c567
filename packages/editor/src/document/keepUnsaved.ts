import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { newId } from './newId.ts'
import type { UnsavedStore } from './unsavedStore.ts'

/**
 * Keeps what is done here on this device until the server has it: a tab that is closed while it is offline, or reloaded
 * in the middle of a word, loses nothing.
 */
export interface UnsavedKeeper {
  /** False when the browser keeps nothing for us: then changes live as long as the tab. */
  readonly isKeeping: StoreApi<boolean>
  /** Brings back what an earlier visit left. To be called when the draft has come from the server. */
  restore(): Promise<void>
  /** The server has everything that was done so far. */
  allSaved(): void
  /** Resolves when everything asked for so far is on disk. */
  settled(): Promise<void>
  stop(): void
}

/** Changes that an earlier visit made. */
const RESTORED = Symbol('restored')

export function keepUnsaved({
  doc,
  store,
  isFromServer,
}: {
  readonly doc: Y.Doc
  readonly store: UnsavedStore
  readonly isFromServer: (origin: unknown) => boolean
}): UnsavedKeeper {
  const key = newId()
  const isKeeping = createStore(() => true)
  let unsaved: Uint8Array | null = null
  let writing: Promise<void> | null = null
  let work: Promise<void> = Promise.resolve()
  /** Entries on disk; once everything is saved they go. */
  const entries = new Set<string>()

  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (isFromServer(origin)) return
    unsaved = unsaved === null ? update : Y.mergeUpdates([unsaved, update])
    // While one is being written the next gathers, so that fast typing does not write for each letter.
    writing ??= enqueue(async () => {
      writing = null
      if (unsaved === null) return
      entries.add(key)
      await store.put({ key, update: Uint8Array.from(unsaved) })
    })
  }
  doc.on('update', onUpdate)

  return {
    isKeeping,
    restore: () =>
      enqueue(async () => {
        const found = await store.load()
        for (const entry of found) {
          entries.add(entry.key)
          Y.applyUpdate(doc, entry.update, RESTORED)
        }
        // What the server had already makes no update, and nothing will be saved that could take the entries away.
        if (unsaved === null) await removeEntries()
      }),
    allSaved() {
      unsaved = null
      void enqueue(removeEntries)
    },
    settled: () => work,
    stop: () => doc.off('update', onUpdate),
  }

  async function removeEntries(): Promise<void> {
    const gone = [...entries]
    entries.clear()
    await store.remove(gone)
  }

  function enqueue(task: () => Promise<void>): Promise<void> {
    work = work.then(task).catch(() => {
      isKeeping.setState(false, true)
    })
    return work
  }
}
