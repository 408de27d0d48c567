/** A map that forgets what was not used for longest when its entries' sizes add up to more than it may hold. */
export class SizedCache<Value> {
  readonly #maxSize: number
  readonly #entries = new Map<string, { readonly value: Value; readonly size: number }>()
  #size = 0

  constructor(maxSize: number) {
    this.#maxSize = maxSize
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    // While there is room nothing is forgotten, so the order of use need not be kept.
    if (this.#size > this.#maxSize / 2) {
      this.#entries.delete(key)
      this.#entries.set(key, entry)
    }
    return entry.value
  }

  set(key: string, value: Value, size: number): void {
    this.#size += size - (this.#entries.get(key)?.size ?? 0)
    this.#entries.delete(key)
    this.#entries.set(key, { value, size })
    for (const [oldest, entry] of this.#entries) {
      if (this.#size <= this.#maxSize || oldest === key) break
      this.#entries.delete(oldest)
      this.#size -= entry.size
    }
  }
}
