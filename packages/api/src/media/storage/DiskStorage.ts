import { access, constants, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { type ByteRange, keyOf, type LocalFile, type MediaStorage } from './MediaStorage.ts'

/** A folder. Files that are put into it must be on the same file system. */
export class DiskStorage implements MediaStorage {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  async put(sha256: string, file: LocalFile): Promise<void> {
    const place = this.#placeOf(sha256)
    await mkdir(path.dirname(place), { recursive: true })
    await rename(file.path, place)
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable | null> {
    try {
      const file = await open(this.#placeOf(sha256))
      return file.createReadStream(range)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.#placeOf(sha256), { force: true })
  }

  async check(): Promise<void> {
    await mkdir(this.#root, { recursive: true })
    await access(this.#root, constants.W_OK)
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  #placeOf(sha256: string): string {
    return path.join(this.#root, keyOf(sha256))
  }
}
