import type { Readable } from 'node:stream'

/** Offsets of the first and the last byte that are wanted. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** A file on this machine's disk that has been checked and hashed. */
export interface LocalFile {
  readonly path: string
  readonly sizeBytes: number
}

/**
 * Where the bytes of media are kept, under the SHA-256 of the bytes in hex. All methods may be repeated, and may run at
 * the same time in several processes.
 */
export interface MediaStorage {
  /** Takes a file in; resolves when it is durable. The file itself may be gone then. */
  put(sha256: string, file: LocalFile): Promise<void>
  /** The bytes, or a part of them, for whoever reads or destroys the stream; null when there is no such file. */
  open(sha256: string, range?: ByteRange): Promise<Readable | null>
  /** Forgets a file; one that is not there is no error. */
  remove(sha256: string): Promise<void>
  /** Puts, reads and removes something of no importance. @throws with the reason, when that cannot be done. */
  check(): Promise<void>
  /** Closes connections. */
  close(): Promise<void>
}

/** The same layout everywhere, so that a folder can be copied into a bucket and back. */
export const keyOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`
