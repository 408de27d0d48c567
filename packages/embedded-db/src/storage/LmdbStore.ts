import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, open, type RootDatabase } from 'lmdb'
import type { Entry, RangeQuery, Store, TreeName } from './Store.ts'

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

/** {@link Store} on LMDB: one file, memory-mapped, copy-on-write, so a crash never leaves half a transaction. */
export class LmdbStore implements Store {
  readonly #folder: string
  readonly #environment: RootDatabase<Buffer, Buffer>
  readonly #trees: Record<TreeName, Tree>

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

  async write<T>(work: () => T): Promise<T> {
    // lmdb runs waiting callbacks in one transaction. One that throws must not spoil the others, so the error is
    // carried around the transaction.
    const outcome = await this.#environment.transaction((): Outcome<T> => {
      try {
        return { value: work() }
      } catch (error) {
        return { error }
      }
    })
    if ('error' in outcome) throw outcome.error
    return outcome.value
  }

  refresh(): void {
    this.#environment.resetReadTxn()
  }

  async backup(folder: string): Promise<void> {
    await this.#environment.backup(folder, false)
  }

  sizeBytes(): number {
    return statSync(join(this.#folder, DATA_FILE)).size
  }

  async close(): Promise<void> {
    await this.#environment.close()
  }
}

type Outcome<T> = { value: T } | { error: unknown }
