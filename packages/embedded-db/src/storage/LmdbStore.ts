import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, open, type RootDatabase } from 'lmdb'
import { type Entry, type RangeQuery, StorageError, type Store, type TreeName } from './Store.ts'

/** `none` loses the last writes when the machine (not the process) dies, and is for tests only. */
export type Durability = 'sync' | 'none'

export interface LmdbStoreOptions {
  folder: string
  durability: Durability
  /** Largest size of the data file. Address space only: nothing is allocated in advance. */
  mapSizeBytes?: number
}

/** On 64-bit Linux and macOS a large map costs nothing and saves remapping; Windows would allocate the file. */
const DEFAULT_MAP_SIZE_BYTES = 2 ** 36

const DATA_FILE = 'data.mdb'

type Tree = Database<Buffer, Buffer>

interface Work {
  /** Does the work inside a transaction; the result tells its caller how it went, once all is committed. */
  run: () => () => void
  reject: (error: unknown) => void
}

/** {@link Store} on LMDB: one file, memory-mapped, copy-on-write, so a crash never leaves half a transaction. */
export class LmdbStore implements Store {
  readonly #folder: string
  readonly #environment: RootDatabase<Buffer, Buffer>
  readonly #trees: Record<TreeName, Tree>
  readonly #waiting: Work[] = []
  #isWriting = false

  constructor(options: LmdbStoreOptions) {
    mkdirSync(options.folder, { recursive: true })
    this.#folder = options.folder
    const mapSize =
      options.mapSizeBytes ?? (process.platform === 'win32' ? undefined : DEFAULT_MAP_SIZE_BYTES)
    this.#environment = open<Buffer, Buffer>({
      path: options.folder,
      noSubdir: false,
      maxDbs: 4,
      keyEncoding: 'binary',
      encoding: 'binary',
      cache: false,
      pageSize: 4096,
      noSync: options.durability === 'none',
      // Plain LMDB commits: data pages, fdatasync, then the meta page written through. The overlapping mode
      // promises only that a commit is visible, and its flush comes later.
      overlappingSync: false,
      // Batches of its own would have promises that nobody handles when a commit fails.
      eventTurnBatching: false,
      ...(mapSize === undefined ? {} : { mapSize }),
    })
    const tree = (name: string): Tree =>
      this.#environment.openDB<Buffer, Buffer>({
        name,
        keyEncoding: 'binary',
        encoding: 'binary',
        cache: false,
      })
    this.#trees = { documents: tree('rec'), entries: tree('idx'), catalog: tree('cat') }
  }

  get(tree: TreeName, key: Buffer): Buffer | undefined {
    return this.#trees[tree].getBinary(key)
  }

  range(tree: TreeName, { from, to, reverse, limit }: RangeQuery): Entry[] {
    // A reverse range starts at its upper end, which is exclusive for us, and includes its lower end.
    const options = reverse
      ? { start: to, end: from, reverse: true, exclusiveStart: true, inclusiveEnd: true, limit }
      : { start: from, end: to, limit }
    return [...this.#trees[tree].getRange(options)]
  }

  count(tree: TreeName, from: Buffer, to: Buffer): number {
    return this.#trees[tree].getKeysCount({ start: from, end: to })
  }

  put(tree: TreeName, key: Buffer, value: Buffer): void {
    this.#trees[tree].putSync(key, value)
  }

  delete(tree: TreeName, key: Buffer): void {
    this.#trees[tree].removeSync(key)
  }

  write<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const run = () => {
        // An error of one work must not spoil the others of the transaction, so it waits for its end.
        try {
          const result = work()
          return () => resolve(result)
        } catch (error) {
          return () => reject(error)
        }
      }
      this.#waiting.push({ run, reject })
      if (!this.#isWriting) void this.#commitAll()
    })
  }

  /** One transaction after the other, each with everything that waits when it begins. Never rejects. */
  async #commitAll(): Promise<void> {
    this.#isWriting = true
    while (this.#waiting.length > 0) {
      let works: Work[] = []
      let settlements: (() => void)[] = []
      try {
        await this.#environment.transaction(() => {
          works = this.#waiting.splice(0)
          settlements = works.map(({ run }) => run())
        })
        for (const settle of settlements) settle()
      } catch (error) {
        const failure = await toStorageError(error)
        // When the transaction did not even begin, nobody else will take these.
        for (const { reject } of works.length > 0 ? works : this.#waiting.splice(0)) reject(failure)
      }
    }
    this.#isWriting = false
  }

  refresh(): void {
    this.#environment.resetReadTxn()
  }

  async backup(folder: string): Promise<void> {
    if (existsSync(join(folder, DATA_FILE))) throw new Error(`${folder} already holds a database`)
    await this.#environment.backup(folder, false)
  }

  sizeBytes(): number {
    return statSync(join(this.#folder, DATA_FILE)).size
  }

  async close(): Promise<void> {
    await this.#environment.close()
  }
}

/** lmdb tells the reason by a promise in the error, which must be handled in any case. */
async function toStorageError(error: unknown): Promise<StorageError> {
  let cause = error
  if (error instanceof Error && 'commitError' in error) {
    try {
      await error.commitError
    } catch (reason) {
      cause = reason
    }
  }
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StorageError(`The database could not write to its data folder: ${reason}`, { cause })
}
