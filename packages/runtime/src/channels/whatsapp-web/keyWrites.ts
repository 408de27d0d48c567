import type { AuthChange, AuthStorage } from './ports.ts'

/** Lets what is asked for in one turn of the event loop, and in answer to one finished write, go together. */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

const WRITE_ATTEMPTS = 3
const RETRY_DELAY_MS = 200
/** What nobody waits for is written after this long: a reply that comes within it takes the change along. */
const LAZY_MS = 50

export interface KeyWritesOptions {
  readonly storage: AuthStorage
  readonly numberId: string
  /** Token of the lease under which we write. */
  readonly fence: () => number
  /** Memory is ahead of the database for good: the line must stop. Called once. */
  readonly onFailure: (error: unknown) => void
}

/** A value to write: its text, how to make it, or null to delete the piece. */
export type PieceText = string | (() => string) | null

/**
 * The way of a login's changes to the database: in order, one write at a time, each with all that was added meanwhile.
 * Of changes to one piece only the last is written.
 *
 * The first write that fails for good ends it: every later `written()` rejects, too.
 */
export class KeyWrites {
  readonly #options: KeyWritesOptions
  #pending = new Map<string, PieceText>()
  #underWay: ReadonlyMap<string, PieceText> = new Map()
  /** The write under way; resolves after it. */
  #writing: Promise<void> | null = null
  /** The write that will take what is pending now. */
  #next: Promise<void> | null = null
  #lazyTimer: NodeJS.Timeout | null = null
  #failure: { readonly error: unknown } | null = null
  #isClosed = false

  constructor(options: KeyWritesOptions) {
    this.#options = options
  }

  /** Takes changes, to be durable soon, or when somebody waits for `written`. */
  add(changes: Iterable<readonly [name: string, text: PieceText]>): void {
    // What a dying socket still wants to say about a login that is closed or forgotten.
    if (this.#isClosed || this.#failure) return
    for (const [name, text] of changes) {
      // The last change of a piece takes the last place, too.
      this.#pending.delete(name)
      this.#pending.set(name, text)
    }
    this.#lazyTimer ??= setTimeout(() => {
      this.#lazyTimer = null
      // Its failure is told by `onFailure`.
      this.written().catch(() => undefined)
    }, LAZY_MS)
  }

  /** Resolves when everything that was added so far is durable. */
  written(): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure.error)
    if (this.#pending.size === 0) return this.#writing ?? Promise.resolve()
    this.#next ??= this.#writeNext()
    return this.#next
  }

  /** The piece is on its way and not durable yet. */
  has(name: string): boolean {
    return this.#pending.has(name) || this.#underWay.has(name)
  }

  /** Takes no more changes; resolves when those taken so far are durable, or never will be. */
  async close(): Promise<void> {
    this.#isClosed = true
    // A failure was told by `onFailure`.
    await this.written().catch(() => undefined)
    if (this.#lazyTimer) clearTimeout(this.#lazyTimer)
    this.#lazyTimer = null
  }

  async #writeNext(): Promise<void> {
    // One that failed has set `#failure`, which `#write` throws.
    await this.#writing?.catch(() => undefined)
    await nextTurn()
    const changes = this.#pending
    this.#pending = new Map()
    this.#next = null
    if (this.#lazyTimer) clearTimeout(this.#lazyTimer)
    this.#lazyTimer = null
    this.#underWay = changes
    this.#writing = this.#write(changes).finally(() => {
      this.#underWay = new Map()
      this.#writing = null
    })
    await this.#writing
  }

  async #write(pieces: ReadonlyMap<string, PieceText>): Promise<void> {
    if (this.#failure) throw this.#failure.error
    const { storage, numberId, fence, onFailure } = this.#options
    const changes = toChanges(pieces)
    for (let attempt = 1; ; attempt++) {
      try {
        return await storage.write(numberId, changes, fence())
      } catch (error) {
        if (attempt < WRITE_ATTEMPTS) {
          await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS))
          continue
        }
        this.#failure = { error }
        onFailure(error)
        throw error
      }
    }
  }
}

/** Deletions last: when a write is torn, one-time keys that new sessions have used are left over, which hurts nobody. */
function toChanges(pieces: ReadonlyMap<string, PieceText>): readonly AuthChange[] {
  const changes = Array.from(pieces, ([name, text]) => ({
    name,
    value: typeof text === 'function' ? text() : text,
  }))
  return [
    ...changes.filter(({ value }) => value !== null),
    ...changes.filter(({ value }) => value === null),
  ]
}
