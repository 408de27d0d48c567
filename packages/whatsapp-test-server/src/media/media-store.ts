import { randomBytes } from 'node:crypto'
import { sha256, toBase64Url, unixSeconds } from '../wire/bytes.ts'

/** One upload or download, for tests that ask how often and what. */
export interface MediaTransfer {
  method: 'GET' | 'POST'
  path: string
  status: number
  sizeBytes: number
}

/** The encrypted files that phones and clients have uploaded, by path. */
export class MediaStore {
  readonly #files = new Map<string, Buffer>()
  readonly transfers: MediaTransfer[] = []

  /** @returns the direct path: where the file is, with the query that real ones carry. */
  save(encrypted: Buffer): string {
    const path = `/v/t62.7118-24/${randomBytes(12).toString('hex')}`
    this.#files.set(path, encrypted)
    return `${path}?ccb=11-4&oh=${randomBytes(8).toString('hex')}&oe=${unixSeconds().toString(16)}`
  }

  /** Whether `token`, the last part of an upload's path, names these bytes. */
  isNamedBy(token: string, encrypted: Buffer): boolean {
    return toBase64Url(sha256(encrypted)) === token
  }

  /** `directPath` may have a query. Undefined: no such file. */
  find(directPath: string): Buffer | undefined {
    return this.#files.get(directPath.split('?')[0] ?? '')
  }

  /** From now on a download answers 404. */
  remove(directPath: string): void {
    this.#files.delete(directPath.split('?')[0] ?? '')
  }
}
