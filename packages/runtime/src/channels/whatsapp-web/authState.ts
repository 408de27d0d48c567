import {
  type AuthenticationCreds,
  BufferJSON,
  initAuthCreds,
  proto,
  type SignalDataSet,
  type SignalDataTypeMap,
  type SignalKeyStore,
} from '@whiskeysockets/baileys'
import { type AuthChange, type AuthStorage, CREDS_ENTRY } from './ports.ts'

export interface AuthState {
  readonly creds: AuthenticationCreds
  readonly keys: SignalKeyStore
  /** Writes the credentials as they are now. */
  saveCreds(): Promise<void>
  /** Takes no more writes; resolves when those asked for so far are durable. */
  close(): Promise<void>
}

type KeyType = keyof SignalDataTypeMap

const WRITE_ATTEMPTS = 3
const RETRY_DELAY_MS = 200

/**
 * The login of a number, memory first: `set` changes memory before it returns and resolves when the database has the
 * write; writes go one after the other, in order. A store that reads what it wrote from a database that takes a few
 * milliseconds corrupts Signal sessions in Baileys 7.0.0-rc14, because sending and receiving lock under different labels.
 *
 * `onFailure` is called when a write failed for good: memory is then ahead of the database, so the socket must stop.
 */
export async function openAuthState(options: AuthOptions): Promise<AuthState> {
  const { storage, numberId } = options
  const saved = (await storage.read(numberId, [CREDS_ENTRY])).get(CREDS_ENTRY)
  const creds = saved === undefined ? initAuthCreds() : (fromText(saved) as AuthenticationCreds)
  const writes = new OrderedWrites(options)
  const keys = new MemoryFirstKeys(storage, numberId, writes)
  return {
    creds,
    keys,
    saveCreds: () => writes.add([{ name: CREDS_ENTRY, value: toText(creds) }]),
    close: () => writes.close(),
  }
}

class MemoryFirstKeys implements SignalKeyStore {
  readonly #storage: AuthStorage
  readonly #numberId: string
  readonly #writes: OrderedWrites
  /** Values by name; null for what is known to be absent. */
  readonly #memory = new Map<string, unknown>()
  readonly #loading = new Map<string, Promise<void>>()

  constructor(storage: AuthStorage, numberId: string, writes: OrderedWrites) {
    this.#storage = storage
    this.#numberId = numberId
    this.#writes = writes
  }

  async get<Type extends KeyType>(
    type: Type,
    ids: string[],
  ): Promise<Record<string, SignalDataTypeMap[Type]>> {
    await this.#load(ids.map((id) => nameOf(type, id)))
    const found: Record<string, SignalDataTypeMap[Type]> = {}
    for (const id of ids) {
      const value = this.#memory.get(nameOf(type, id))
      // The name carries the type, so what was put in under it has that type.
      if (value != null) found[id] = value as SignalDataTypeMap[Type]
    }
    return found
  }

  async set(data: SignalDataSet): Promise<void> {
    const changes = toChanges(data)
    for (const { name, value } of changes) this.#memory.set(name, value)
    await this.#writes.add(
      changes.map(({ name, value }) => ({ name, value: value == null ? null : toText(value) })),
    )
  }

  async #load(names: readonly string[]): Promise<void> {
    const missing = names.filter((name) => !this.#memory.has(name))
    if (missing.length === 0) return
    const unasked = missing.filter((name) => !this.#loading.has(name))
    if (unasked.length > 0) {
      const loading = this.#fetch(unasked).finally(() => {
        for (const name of unasked) this.#loading.delete(name)
      })
      for (const name of unasked) this.#loading.set(name, loading)
    }
    await Promise.all(missing.flatMap((name) => this.#loading.get(name) ?? []))
  }

  async #fetch(names: readonly string[]): Promise<void> {
    const values = await this.#storage.read(this.#numberId, names)
    for (const name of names) {
      // What was set while we read is newer than what we read.
      if (this.#memory.has(name)) continue
      const text = values.get(name)
      this.#memory.set(name, text === undefined ? null : revive(name, fromText(text)))
    }
  }
}

interface AuthOptions {
  readonly storage: AuthStorage
  readonly numberId: string
  /** Token of the lease under which we write. */
  readonly fence: () => number
  readonly onFailure: (error: unknown) => void
}

/** One call's changes, and who waits for them. */
interface Waiting {
  readonly changes: readonly AuthChange[]
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Writes one after the other; what is added while one is under way goes together in the next, in the order of its adding.
 * The first write that fails for good ends them all.
 */
class OrderedWrites {
  readonly #options: AuthOptions
  #waiting: Waiting[] = []
  #working: Promise<void> | null = null
  #failure: unknown = null
  #isClosed = false

  constructor(options: AuthOptions) {
    this.#options = options
  }

  add(changes: readonly AuthChange[]): Promise<void> {
    // What a dying socket still wants to say about a login that is closed or forgotten.
    if (this.#isClosed) return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.#waiting.push({ changes, resolve, reject })
      this.#working ??= this.#writeAll()
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#working
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const calls = this.#waiting
      this.#waiting = []
      try {
        await this.#write(calls.flatMap(({ changes }) => changes))
        for (const { resolve } of calls) resolve()
      } catch (error) {
        for (const { reject } of calls) reject(error)
      }
    }
    this.#working = null
  }

  async #write(changes: readonly AuthChange[]): Promise<void> {
    if (this.#failure) throw this.#failure
    const { storage, numberId, fence, onFailure } = this.#options
    for (let attempt = 1; ; attempt++) {
      try {
        return await storage.write(numberId, changes, fence())
      } catch (error) {
        if (attempt < WRITE_ATTEMPTS) {
          await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS))
          continue
        }
        this.#failure = error
        onFailure(error)
        throw error
      }
    }
  }
}

/** Sessions before the deletion of the one-time keys that they used: a torn write then leaves only an unused key. */
function toChanges(data: SignalDataSet): readonly { name: string; value: unknown }[] {
  const changes = Object.entries(data).flatMap(([type, values]) =>
    Object.entries(values ?? {}).map(([id, value]: [string, unknown]) => ({
      name: nameOf(type, id),
      value: value ?? null,
    })),
  )
  return [
    ...changes.filter(({ value }) => value !== null),
    ...changes.filter(({ value }) => value === null),
  ]
}

const nameOf = (type: string, id: string) => `${type}:${id}`
const toText = (value: unknown): string => JSON.stringify(value, BufferJSON.replacer)
const fromText = (text: string): unknown => JSON.parse(text, BufferJSON.reviver)

/** Baileys calls methods on these, so plain objects will not do. */
function revive(name: string, value: unknown): unknown {
  return name.startsWith('app-state-sync-key:')
    ? proto.Message.AppStateSyncKeyData.fromObject(value as Record<string, unknown>)
    : value
}
