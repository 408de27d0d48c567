interface Entry<Value> {
  /** Undefined after `forget`: remembers only when that was. */
  readonly value: Value | undefined
  readonly expiresAt: number
  readonly turn: number
}

/**
 * A bounded cache of records by id that forgets the one used longest ago. Made for values that others may change in the
 * database: everything expires, and a value that was being loaded while it was changed is not put back.
 */
export class RecordCache<Value> {
  readonly #entries = new Map<string, Entry<Value>>()
  readonly #maxEntries: number
  readonly #ttlMs: number
  readonly #now: () => number
  /** Loads under way, so that a value that runs out is read once and not by everybody who misses it. */
  readonly #loads = new Map<string, Promise<Value | null>>()
  #turn = 0

  constructor(options: { maxEntries: number; ttlMs: number; now: () => number }) {
    this.#maxEntries = options.maxEntries
    this.#ttlMs = options.ttlMs
    this.#now = options.now
  }

  get(id: string): Value | undefined {
    const entry = this.#fresh(id)
    if (entry) this.#keep(id, entry)
    return entry?.value
  }

  /** What is kept, or else what `read` gives, which is kept then; null when there is nothing. */
  load(id: string, read: () => Promise<Value | null>): Promise<Value | null> {
    const cached = this.get(id)
    if (cached !== undefined) return Promise.resolve(cached)
    const underWay = this.#loads.get(id)
    if (underWay) return underWay
    const load = this.#load(id, read).finally(() => {
      if (this.#loads.get(id) === load) this.#loads.delete(id)
    })
    this.#loads.set(id, load)
    return load
  }

  async #load(id: string, read: () => Promise<Value | null>): Promise<Value | null> {
    const turn = this.#turn
    const value = await read()
    if (value !== null) this.put(id, value, turn)
    return value
  }

  /** To be asked before a load and given to `put` after it. */
  turn(): number {
    return this.#turn
  }

  /** Keeps what was loaded, unless it was changed or forgotten since `turn`. */
  put(id: string, value: Value, turn: number): void {
    const entry = this.#entries.get(id)
    if (entry && entry.turn > turn) return
    this.#keep(id, { value, expiresAt: this.#now() + this.#ttlMs, turn })
  }

  /** Follows a change that the database has acknowledged; `edit` must give the same again when it is already in the value. */
  change(id: string, edit: (value: Value) => Value): void {
    const entry = this.#fresh(id)
    if (entry?.value === undefined) return this.forget(id)
    this.#turn += 1
    this.#loads.delete(id)
    this.#keep(id, { ...entry, value: edit(entry.value), turn: this.#turn })
  }

  /** The value has changed in the database. */
  forget(id: string): void {
    this.#turn += 1
    // Whoever asks from now on must not be given what was read before the change.
    this.#loads.delete(id)
    this.#keep(id, { value: undefined, expiresAt: 0, turn: this.#turn })
  }

  #fresh(id: string): Entry<Value> | undefined {
    const entry = this.#entries.get(id)
    return entry?.value !== undefined && entry.expiresAt > this.#now() ? entry : undefined
  }

  // A Map keeps the order of insertion, so the first entry is the one used longest ago.
  #keep(id: string, entry: Entry<Value>): void {
    this.#entries.delete(id)
    this.#entries.set(id, entry)
    if (this.#entries.size <= this.#maxEntries) return
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest)
      return
    }
  }
}
