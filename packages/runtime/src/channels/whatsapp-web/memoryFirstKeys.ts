import {
  type AuthenticationCreds,
  BufferJSON,
  proto,
  type SignalDataSet,
  type SignalDataTypeMap,
  type SignalKeyStore,
} from '@whiskeysockets/baileys'
import type { KeyWrites, PieceText } from './keyWrites.ts'
import { type AuthStorage, CREDS_ENTRY } from './ports.ts'

type KeyType = keyof SignalDataTypeMap

/** Pieces beyond this many are read again when they are needed: a shop has more contacts than it talks to today. */
const MAX_IN_MEMORY = 4_000
/** One-time keys are made by the hundred, read back once, and then needed one by one, if ever. */
const FORGET_ONE_TIME_KEYS_MS = 1_000

export interface MemoryFirstKeysOptions {
  readonly storage: AuthStorage
  readonly numberId: string
  readonly creds: AuthenticationCreds
  readonly writes: KeyWrites
}

/**
 * The Signal keys of a login. What is set is what is read from the next moment on, and the database follows by `writes`.
 *
 * Most changes need not be durable before the caller goes on: `signalRepository.ts` says which must be, and waits for
 * them where it matters. Only new one-time keys make `set` itself wait, because their public halves are given away next.
 */
export class MemoryFirstKeys implements SignalKeyStore {
  readonly #options: MemoryFirstKeysOptions
  /** Values by name; null for what is known to be absent. */
  readonly #memory = new Map<string, unknown>()
  readonly #loading = new Map<string, Promise<void>>()
  /** By group: who will have our key for it once the message under way has reached WhatsApp. */
  readonly #senderKeysUnderWay = new Map<string, unknown>()

  constructor(options: MemoryFirstKeysOptions) {
    this.#options = options
  }

  get<Type extends KeyType>(
    type: Type,
    ids: string[],
  ): Record<string, SignalDataTypeMap[Type]> | Promise<Record<string, SignalDataTypeMap[Type]>> {
    const missing = this.#missing(type, ids)
    // Not a promise when it need not be one: this is called several times for each message.
    return missing.length === 0 ? this.#pick(type, ids) : this.#loadAndPick(type, ids, missing)
  }

  set(data: SignalDataSet): void | Promise<void> {
    const { writes } = this.#options
    const changes: [string, PieceText][] = []
    for (const [type, values] of Object.entries(data)) {
      for (const [id, value] of Object.entries<unknown>(values ?? {})) {
        if (type === 'sender-key-memory' && value != null) {
          this.#senderKeysUnderWay.set(id, value)
          continue
        }
        changes.push(this.#take(type, id, value ?? null))
      }
    }
    if (changes.length === 0) return undefined
    const newKeyIds = Object.entries(data['pre-key'] ?? {}).flatMap(([id, pair]) =>
      pair ? [Number(id)] : [],
    )
    if (newKeyIds.length > 0) changes.push(this.#claim(newKeyIds))
    writes.add(changes)
    this.#forgetOldest()
    return newKeyIds.length > 0 ? writes.written() : undefined
  }

  /** WhatsApp has taken the message to the group: those whom it brought our key to have it. */
  senderKeysArrived(group: string): void {
    const holders = this.#senderKeysUnderWay.get(group)
    if (holders === undefined) return
    this.#senderKeysUnderWay.delete(group)
    this.#options.writes.add([this.#take('sender-key-memory', group, holders)])
  }

  #take(type: string, id: string, value: unknown): [string, PieceText] {
    const name = nameOf(type, id)
    this.#memory.delete(name)
    this.#memory.set(name, value)
    if (value === null) {
      if (type === 'sender-key-memory') this.#senderKeysUnderWay.delete(id)
      return [name, null]
    }
    // libsignal makes a new object for each state of a session, without bytes in it: it can become text when it is
    // written, and mostly never, because the next state came before that.
    return type === 'session' ? [name, () => JSON.stringify(value)] : [name, toText(value)]
  }

  /**
   * Counts one-time keys as used before anybody else can number some: Baileys does it only when they are stored, and
   * two that number at the same time would give out the same ids with different keys.
   */
  #claim(ids: readonly number[]): [string, PieceText] {
    const { creds, writes } = this.#options
    const next = Math.max(...ids) + 1
    creds.nextPreKeyId = Math.max(creds.nextPreKeyId, next)
    creds.firstUnuploadedPreKeyId = Math.max(creds.firstUnuploadedPreKeyId, next)
    const forget = () => {
      for (const id of ids) {
        const name = nameOf('pre-key', String(id))
        if (!writes.has(name)) this.#memory.delete(name)
      }
    }
    setTimeout(forget, FORGET_ONE_TIME_KEYS_MS).unref()
    return [CREDS_ENTRY, () => toText(creds)]
  }

  #forgetOldest(): void {
    if (this.#memory.size <= MAX_IN_MEMORY) return
    for (const name of this.#memory.keys()) {
      if (!this.#options.writes.has(name)) this.#memory.delete(name)
      if (this.#memory.size <= MAX_IN_MEMORY) return
    }
  }

  #pick<Type extends KeyType>(
    type: Type,
    ids: readonly string[],
  ): Record<string, SignalDataTypeMap[Type]> {
    const found: Record<string, SignalDataTypeMap[Type]> = {}
    for (const id of ids) {
      const value = this.#memory.get(nameOf(type, id))
      if (value == null) continue
      // The name carries the type, so what was put in under it has that type. Baileys writes into who has our key.
      found[id] = (type === 'sender-key-memory' ? { ...value } : value) as SignalDataTypeMap[Type]
    }
    return found
  }

  #missing(type: string, ids: readonly string[]): readonly string[] {
    return ids.map((id) => nameOf(type, id)).filter((name) => !this.#memory.has(name))
  }

  async #loadAndPick<Type extends KeyType>(
    type: Type,
    ids: readonly string[],
    missing: readonly string[],
  ): Promise<Record<string, SignalDataTypeMap[Type]>> {
    // Again, because what was there may be forgotten while the rest is read: absent it is not.
    for (let names = missing; names.length > 0; names = this.#missing(type, ids)) {
      await this.#load(names)
    }
    return this.#pick(type, ids)
  }

  async #load(names: readonly string[]): Promise<void> {
    const unasked = names.filter((name) => !this.#loading.has(name))
    if (unasked.length > 0) {
      const loading = this.#fetch(unasked).finally(() => {
        for (const name of unasked) this.#loading.delete(name)
      })
      for (const name of unasked) this.#loading.set(name, loading)
    }
    await Promise.all(names.flatMap((name) => this.#loading.get(name) ?? []))
  }

  async #fetch(names: readonly string[]): Promise<void> {
    const values = await this.#options.storage.read(this.#options.numberId, names)
    for (const name of names) {
      // What was set while we read is newer than what we read.
      if (this.#memory.has(name)) continue
      const text = values.get(name)
      this.#memory.set(name, text === undefined ? null : revive(name, fromText(text)))
    }
  }
}

const nameOf = (type: string, id: string) => `${type}:${id}`
export const toText = (value: unknown): string => JSON.stringify(value, BufferJSON.replacer)
export const fromText = (text: string): unknown => JSON.parse(text, BufferJSON.reviver)

/** Baileys calls methods on these, so plain objects will not do. */
function revive(name: string, value: unknown): unknown {
  return name.startsWith('app-state-sync-key:')
    ? proto.Message.AppStateSyncKeyData.fromObject(value as Record<string, unknown>)
    : value
}
