const DEFAULT_TIMEOUT_MS = 5_000
/** Enough to see in a failing test what came instead of what it waited for. */
const SHOWN_IN_ERRORS = 8

/** A list that grows, and that tests can wait on without polling or sleeping. */
export class Journal<Entry> {
  readonly #what: string
  readonly #show: (entry: Entry) => string
  readonly #entries: Entry[] = []
  readonly #watchers = new Set<(entry: Entry) => void>()

  /** `what` and `show` word the error of a wait that times out. */
  constructor(what: string, show: (entry: Entry) => string) {
    this.#what = what
    this.#show = show
  }

  get all(): readonly Entry[] {
    return this.#entries
  }

  get last(): Entry | undefined {
    return this.#entries.at(-1)
  }

  add(entry: Entry): void {
    this.#entries.push(entry)
    for (const watcher of this.#watchers) watcher(entry)
  }

  clear(): void {
    this.#entries.length = 0
  }

  /**
   * The first entry that matches, among those already here or those to come.
   * @throws {Error} when none matches within `timeoutMs`; the message shows what came instead.
   */
  async waitFor(
    matches: (entry: Entry) => boolean,
    timeoutMs: number = DEFAULT_TIMEOUT_MS,
  ): Promise<Entry> {
    const present = this.#entries.find(matches)
    return present ?? this.#next(matches, timeoutMs)
  }

  /** Resolves with all entries from position `start` on, as soon as there is one, or with none in time. */
  async since(start: number, timeoutMs: number): Promise<readonly Entry[]> {
    if (this.#entries.length <= start && timeoutMs > 0) {
      const isThere = () => this.#entries.length > start
      // Fails only by running out of time, which the empty answer says.
      await this.#next(isThere, timeoutMs).catch(() => undefined)
    }
    return this.#entries.slice(start)
  }

  #next(matches: (entry: Entry) => boolean, timeoutMs: number): Promise<Entry> {
    return new Promise((resolve, reject) => {
      const watcher = (entry: Entry) => {
        if (!matches(entry)) return
        stop()
        resolve(entry)
      }
      const timer = setTimeout(() => {
        stop()
        reject(new Error(this.#timeoutMessage(timeoutMs)))
      }, timeoutMs)
      const stop = () => {
        clearTimeout(timer)
        this.#watchers.delete(watcher)
      }
      this.#watchers.add(watcher)
    })
  }

  #timeoutMessage(timeoutMs: number): string {
    const shown = this.#entries.slice(-SHOWN_IN_ERRORS).map((entry) => `\n  ${this.#show(entry)}`)
    return `No ${this.#what} matched within ${timeoutMs} ms. Of ${this.#entries.length}, the last were:${shown.join('') || ' none'}`
  }
}
