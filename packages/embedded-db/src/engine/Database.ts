import { DatabaseError } from '../errors.ts'
import { Catalog } from '../storage/Catalog.ts'
import { StorageError, type Store } from '../storage/Store.ts'

/** Memory that one sort or group may take; MongoDB's own limit. */
const DEFAULT_MEMORY_LIMIT_BYTES = 100 * 1024 * 1024

/** A command works this long before others get their turn. */
const SLICE_MS = 15

export interface DatabaseOptions {
  memoryLimitBytes?: number | undefined
}

/** When a command must be finished: epoch milliseconds, or null. */
export type Deadline = number | null

/** The open database: storage, catalog, and how work is cut into slices. */
export class Database {
  readonly store: Store
  readonly catalog: Catalog
  readonly memoryLimitBytes: number
  /** Counts changes of documents, so that a long operation notices that what it read may be old. */
  version = 0
  /** Changes when a failed commit has made the catalog start afresh, so that work in slices stops. */
  #epoch = 0
  #isClosed = false

  constructor(store: Store, { memoryLimitBytes }: DatabaseOptions = {}) {
    this.store = store
    this.catalog = new Catalog(store)
    this.memoryLimitBytes = memoryLimitBytes ?? DEFAULT_MEMORY_LIMIT_BYTES
  }

  /** Runs synchronous `work` in a write transaction; resolves when it is on disk. */
  async write<T>(work: () => T): Promise<T> {
    if (this.#isClosed) throw shutdownInProgress()
    try {
      return await this.store.write(() => {
        try {
          return work()
        } finally {
          this.catalog.flush()
        }
      })
    } catch (error) {
      if (error instanceof DatabaseError) throw error
      // The transaction was not committed, but the catalog in memory may already know of it.
      this.store.refresh()
      this.catalog.reload()
      this.#epoch++
      if (!(error instanceof StorageError)) throw error
      throw new DatabaseError(14031, 'OutOfDiskSpace', error.message)
    }
  }

  /**
   * Runs a write that may take long, in one transaction or, slice by slice, in several. `work` yields wherever
   * the data is consistent and returns its result.
   */
  async writeInSlices<T>(work: Generator<unknown, T>, deadline: Deadline = null): Promise<T> {
    const epoch = this.#epoch
    for (;;) {
      const step = await this.write(() => {
        if (epoch !== this.#epoch) throw new Error('Another write could not be committed')
        const end = performance.now() + SLICE_MS
        let next = work.next()
        while (!next.done && performance.now() < end) next = work.next()
        return next
      })
      if (step.done) return step.value
      checkDeadline(deadline)
      await nextTurn()
    }
  }

  /** Reads portions until the end, `limit` items or `byteLimit`, giving others their turn in between. */
  async *readInSlices<T>(
    portions: Generator<T[], void>,
    deadline: Deadline = null,
  ): AsyncGenerator<T[], void> {
    let end = performance.now() + SLICE_MS
    for (const portion of portions) {
      if (portion.length > 0) yield portion
      if (performance.now() < end) continue
      checkDeadline(deadline)
      await nextTurn()
      this.store.refresh()
      end = performance.now() + SLICE_MS
    }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    await this.store.close()
  }
}

/** Lets waiting sockets, timers and other commands go first. */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** @throws {DatabaseError} MaxTimeMSExpired when the deadline has passed. */
function checkDeadline(deadline: Deadline): void {
  if (deadline !== null && Date.now() >= deadline)
    throw new DatabaseError(50, 'MaxTimeMSExpired', 'operation exceeded time limit')
}

const shutdownInProgress = () =>
  new DatabaseError(91, 'ShutdownInProgress', 'The database is closing')
