/**
 * A short memory for look-ups that every request makes. What was not found is not remembered, so a key works from the
 * moment it is made; `clear` makes a revocation count at once in this process, and `ttlMs` in the others.
 */
export class LookupCache<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>()
  readonly #loading = new Map<string, Promise<Value | null>>()
  readonly #ttlMs: number
  readonly #now: () => number
  #generation = 0

  constructor(options: { ttlMs: number; now: () => number }) {
    this.#ttlMs = options.ttlMs
    this.#now = options.now
  }

  /** `load` is called once however many ask at the same time. */
  get(id: string, load: () => Promise<Value | null>): Promise<Value | null> {
    const entry = this.#entries.get(id)
    if (entry && entry.until > this.#now()) return Promise.resolve(entry.value)
    const loading = this.#loading.get(id)
    if (loading) return loading
    const started = this.#load(id, load).finally(() => {
      if (this.#loading.get(id) === started) this.#loading.delete(id)
    })
    this.#loading.set(id, started)
    return started
  }

  /** Forgets everything; what is being loaded now is not remembered either. */
  clear(): void {
    this.#generation += 1
    this.#entries.clear()
    this.#loading.clear()
  }

  async #load(id: string, load: () => Promise<Value | null>): Promise<Value | null> {
    const generation = this.#generation
    const value = await load()
    if (value !== null && generation === this.#generation) {
      if (this.#entries.size >= MAX_ENTRIES) this.#entries.clear()
      this.#entries.set(id, { value, until: this.#now() + this.#ttlMs })
    }
    return value
  }
}

const MAX_ENTRIES = 10_000
