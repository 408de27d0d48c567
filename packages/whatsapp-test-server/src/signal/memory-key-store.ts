import type {
  SignalDataSet,
  SignalDataTypeMap,
  SignalKeyStoreWithTransaction,
} from '@whiskeysockets/baileys'

type KeyType = keyof SignalDataTypeMap
type Stores = { [T in KeyType]: Map<string, SignalDataTypeMap[T]> }

/**
 * Key store of one virtual device. Nothing outlives the process, and every write counts at once: Baileys'
 * own transactions cost a fifth of the server's time, and {@link SignalDevice} works in order anyway.
 */
export function createMemoryKeyStore(): SignalKeyStoreWithTransaction {
  const stores: Stores = {
    'pre-key': new Map(),
    session: new Map(),
    'sender-key': new Map(),
    'sender-key-memory': new Map(),
    'app-state-sync-key': new Map(),
    'app-state-sync-version': new Map(),
    'lid-mapping': new Map(),
    'device-list': new Map(),
    tctoken: new Map(),
    'identity-key': new Map(),
  }
  return {
    get<T extends KeyType>(type: T, ids: string[]) {
      const store: Map<string, SignalDataTypeMap[T]> = stores[type]
      const found: { [id: string]: SignalDataTypeMap[T] } = {}
      for (const id of ids) {
        const value = store.get(id)
        if (value !== undefined) found[id] = value
      }
      return found
    },
    set(data: SignalDataSet) {
      // Object.keys forgets that the names are those of the type.
      for (const type of Object.keys(data) as KeyType[]) write(stores, data, type)
    },
    isInTransaction: () => false,
    transaction: (work) => work(),
  }
}

function write<T extends KeyType>(stores: Stores, data: SignalDataSet, type: T): void {
  const store: Map<string, SignalDataTypeMap[T]> = stores[type]
  // Object.entries forgets that the values are those of type T.
  const values = Object.entries(data[type] ?? {}) as [string, SignalDataTypeMap[T] | null][]
  for (const [id, value] of values) {
    if (value === null) store.delete(id)
    else store.set(id, value)
  }
}
