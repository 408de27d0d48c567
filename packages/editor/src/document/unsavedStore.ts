import type { Work } from './followWork.ts'

/** What one tab has not saved yet of one flow. */
export interface UnsavedEntry {
  /** Which tab wrote it; each has an entry of its own. */
  readonly key: string
  readonly update: Uint8Array<ArrayBuffer>
  /** The nodes that it is about. */
  readonly work: Work
}

/** Keeps changes on this device until the server has them. All methods reject when the browser does not let us. */
export interface UnsavedStore {
  /** Everything that any tab of this person has left of a flow. */
  load(): Promise<readonly UnsavedEntry[]>
  put(entry: UnsavedEntry): Promise<void>
  remove(keys: readonly string[]): Promise<void>
}

const DATABASE = 'parley'
const UNSAVED = 'unsaved'

/** The browser's own database. `owner` keeps apart people who share a device. */
export function createUnsavedStore(owner: string, flowId: string): UnsavedStore {
  const prefix = `${owner}/${flowId}/`
  return {
    async load() {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      const [keys, updates] = await transact('readonly', (store) => [
        store.getAllKeys(range),
        store.getAll(range),
      ])
      const found: readonly unknown[] = updates ?? []
      return (keys ?? []).flatMap((key: unknown, index: number) => {
        const kept = readKept(found[index])
        return typeof key === 'string' && kept ? [{ key: key.slice(prefix.length), ...kept }] : []
      })
    },
    async put({ key, ...kept }) {
      await transact('readwrite', (store) => [store.put(kept, prefix + key)])
    },
    async remove(keys) {
      if (keys.length === 0) return
      await transact('readwrite', (store) => keys.map((key) => store.delete(prefix + key)))
    },
  }
}

function readKept(value: unknown): Omit<UnsavedEntry, 'key'> | null {
  // As versions before the one that keeps the work beside it left it.
  if (value instanceof Uint8Array) {
    return { update: Uint8Array.from(value), work: { nodes: [], edges: [] } }
  }
  if (typeof value !== 'object' || value === null || !('update' in value && 'work' in value)) {
    return null
  }
  const { update, work } = value
  // Only `put` writes here, and nobody else can: what lies beside an update is the work.
  return update instanceof Uint8Array
    ? { update: Uint8Array.from(update), work: work as Work }
    : null
}

/** Runs requests in a transaction of their own and gives their results once it is on disk. */
async function transact<Requests extends readonly IDBRequest[]>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => Requests,
): Promise<{ [Index in keyof Requests]: Requests[Index]['result'] }> {
  const database = await open()
  try {
    const transaction = database.transaction(UNSAVED, mode)
    const requests = ask(transaction.objectStore(UNSAVED))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('The database gave up.'))
    })
    // Each result is that of the request in its place, which a mapped tuple cannot follow.
    return requests.map(({ result }): unknown => result) as {
      [Index in keyof Requests]: Requests[Index]['result']
    }
  } finally {
    database.close()
  }
}

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(UNSAVED)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The database cannot be opened.'))
  })
