import { nodesOf } from '@parley/shared/draft'
import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { followWork, type Work } from './followWork.ts'
import { newId } from './newId.ts'
import type { UnsavedEntry, UnsavedStore } from './unsavedStore.ts'

/**
 * Keeps what is done here on this device until the server has it: a tab that is closed while it is offline, or reloaded
 * in the middle of a word, loses nothing.
 */
export interface UnsavedKeeper {
  /** False when the browser keeps nothing for us: then changes live as long as the tab. */
  readonly isKeeping: StoreApi<boolean>
  /**
   * Brings back what an earlier visit left. To be called when the draft has come from the server. Gives what was worked on
   * then and could not be brought back, because others have deleted the nodes since.
   */
  restore(): Promise<Work>
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
  /** Entries on disk, with what is known to be in them; once everything is saved they go. */
  const entries = new Map<string, Uint8Array>()
  const following = followWork(doc, isFromServer)

  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (isFromServer(origin)) return
    unsaved = unsaved === null ? update : Y.mergeUpdates([unsaved, update])
    // While one is being written the next gathers, so that fast typing does not write for each letter.
    writing ??= enqueue(async () => {
      writing = null
      if (unsaved === null) return
      const update = Uint8Array.from(unsaved)
      entries.set(key, update)
      await store.put({ key, update, work: following.work() })
    })
  }
  doc.on('update', onUpdate)

  return {
    isKeeping,
    async restore() {
      let lost: Work = { nodes: [], edges: [] }
      await enqueue(async () => {
        const found = await store.load()
        lost = lostOf(found.filter((entry) => takeOver(entry) === 'news'))
        // What the server had already makes no update, and nothing will be saved that could take the entries away.
        if (unsaved === null) await remove(new Map(entries))
      })
      return lost
    },
    allSaved() {
      unsaved = null
      following.forget()
      // What comes to the device from now on is younger than what the server speaks of.
      const saved = new Map(entries)
      void enqueue(() => remove(saved))
    },
    settled: () => work,
    stop() {
      doc.off('update', onUpdate)
      following.stop()
    },
  }

  function takeOver({ key: each, update }: UnsavedEntry): 'news' | 'known' {
    entries.set(each, update)
    const before = Y.encodeStateVector(doc)
    Y.applyUpdate(doc, update, RESTORED)
    return isSameBytes(before, Y.encodeStateVector(doc)) ? 'known' : 'news'
  }

  function lostOf(brought: readonly UnsavedEntry[]): Work {
    const works = brought.map(({ work }) => work)
    const gone = works.flatMap(({ nodes }) => nodes).filter(({ id }) => !nodesOf(doc).has(id))
    return {
      // Two tabs may have worked on one node.
      nodes: [...new Map(gone.map((node) => [node.id, node])).values()],
      edges: works.flatMap(({ edges }) => edges),
    }
  }

  async function remove(known: Map<string, Uint8Array>): Promise<void> {
    // The own entry has been written anew meanwhile, or is going to be.
    if (unsaved !== null) known.delete(key)
    for (const each of known.keys()) entries.delete(each)
    const hasOthers = [...known.keys()].some((each) => each !== key)
    // Another tab of this person may be open and have written more, which only it and its entry hold.
    const grown = (hasOthers ? await store.load() : []).filter(({ key: each, update }) => {
      const before = known.get(each)
      return each !== key && before !== undefined && !isSameBytes(before, update)
    })
    for (const { key: each } of grown) known.delete(each)
    await store.remove([...known.keys()])
    grown.forEach(takeOver)
  }

  function enqueue(task: () => Promise<void>): Promise<void> {
    work = work.then(task).catch(() => {
      isKeeping.setState(false, true)
    })
    return work
  }
}

const isSameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])
