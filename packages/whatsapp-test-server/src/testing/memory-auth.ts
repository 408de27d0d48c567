import {
  type AuthenticationState,
  BufferJSON,
  initAuthCreds,
  proto,
  type SignalDataSet,
  type SignalDataTypeMap,
} from '@whiskeysockets/baileys'

/** Credentials and keys of a bot in memory, that can be copied as a restart would find them. */
export interface MemoryAuth {
  state: AuthenticationState
  /** Everything as text; {@link createMemoryAuth} takes it. */
  snapshot(): string
}

export function createMemoryAuth(snapshot?: string): MemoryAuth {
  const saved = snapshot === undefined ? undefined : JSON.parse(snapshot, BufferJSON.reviver)
  const creds = saved?.creds ?? initAuthCreds()
  const values = new Map<string, string>(saved?.values ?? [])
  return {
    state: {
      creds,
      keys: {
        get<T extends keyof SignalDataTypeMap>(type: T, ids: string[]) {
          const found: { [id: string]: SignalDataTypeMap[T] } = {}
          for (const id of ids) {
            const text = values.get(`${type} ${id}`)
            if (text !== undefined) found[id] = revive(type, text)
          }
          return found
        },
        set(data: SignalDataSet) {
          for (const [type, entries] of Object.entries(data)) {
            for (const [id, value] of Object.entries(entries ?? {})) {
              if (value === null) values.delete(`${type} ${id}`)
              else values.set(`${type} ${id}`, JSON.stringify(value, BufferJSON.replacer))
            }
          }
        },
      },
    },
    snapshot: () => JSON.stringify({ creds, values: [...values] }, BufferJSON.replacer),
  }
}

/** protobuf objects write their bytes as base64, which only protobuf reads back. */
function revive<T extends keyof SignalDataTypeMap>(type: T, text: string): SignalDataTypeMap[T] {
  const value = JSON.parse(text, BufferJSON.reviver)
  const revived: unknown =
    type === 'app-state-sync-key' ? proto.Message.AppStateSyncKeyData.fromObject(value) : value
  // What was stored under a type is of this type; text cannot say so.
  return revived as SignalDataTypeMap[T]
}
