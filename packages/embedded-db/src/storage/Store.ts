/** The three ordered trees: documents, index entries, and the catalog of collections and indexes. */
export type TreeName = 'documents' | 'entries' | 'catalog'

export interface Entry {
  key: Buffer
  value: Buffer
}

/** A commit failed: nothing of its transaction is stored. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
}

/** Keys from `from` (inclusive) to `to` (exclusive), in ascending or, with `reverse`, descending order. */
export interface RangeQuery {
  from: Buffer
  to: Buffer
  reverse?: boolean
  limit: number
}

/**
 * All that the database asks of its storage: ordered byte keys with one writer at a time. Small on purpose, so
 * that another ordered key-value store could take the place of LMDB.
 */
export interface Store {
  get(tree: TreeName, key: Buffer): Buffer | undefined
  range(tree: TreeName, query: RangeQuery): Entry[]
  count(tree: TreeName, from: Buffer, to: Buffer): number
  /** Only inside {@link Store.write}. */
  put(tree: TreeName, key: Buffer, value: Buffer): void
  /** Only inside {@link Store.write}. */
  delete(tree: TreeName, key: Buffer): void
  /**
   * Runs `work` in a write transaction and resolves when it is on disk. Works that wait at the same time share
   * one commit. `work` is synchronous and must not throw after its first put. Rejects with what `work` throws, or with
   * {@link StorageError} when the commit fails.
   */
  write<T>(work: () => T): Promise<T>
  /** Makes reads outside of write transactions see everything committed so far. */
  refresh(): void
  /** Writes a consistent copy of all data into an existing, empty folder, while the database goes on. */
  backup(folder: string): Promise<void>
  /** Size of the data in bytes, as far as the store knows it. */
  sizeBytes(): number
  close(): Promise<void>
}
