import { createHash, randomUUID } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { MEDIA_SIZE_LIMITS, type MediaKind } from '@parley/shared/api'
import { ApiError } from '../errors.ts'
import { type MediaType, mediaTypeOf } from './mediaType.ts'
import { SNIFFED_BYTES } from './sniffType.ts'
import type { ByteRange, MediaStorage } from './storage/MediaStorage.ts'

const LEFTOVER_AGE_MS = 24 * 60 * 60 * 1_000

/** A file that came in and has no name yet: `keep` gives it one, `discard` removes it. */
export interface ReceivedFile {
  readonly sha256: string
  readonly sizeBytes: number
  readonly mimeType: string
  readonly kind: MediaKind
  readonly temporaryPath: string
}

type SizeLimits = Readonly<Record<MediaKind, number>>

/** Files that are named by the hash of their bytes. They come in on this machine's disk, and are kept in a storage. */
export class MediaFiles {
  readonly #incoming: string
  readonly #storage: MediaStorage
  /** The last thing that is done with each hash, so that keeping and removing do not overtake each other. */
  readonly #busy = new Map<string, Promise<unknown>>()

  constructor(dataDir: string, storage: MediaStorage) {
    this.#incoming = path.join(dataDir, 'media', 'incoming')
    this.#storage = storage
  }

  /**
   * Removes what uploads left that were cut off by the end of a process. What is younger than a day stays: it may be an
   * upload that another process on the same folder is taking in.
   *
   * @param now epoch milliseconds
   */
  async cleanUp(now = Date.now()): Promise<void> {
    await mkdir(this.#incoming, { recursive: true })
    for (const name of await readdir(this.#incoming)) {
      const file = path.join(this.#incoming, name)
      // Gone meanwhile: its upload has ended.
      const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: now }))
      if (mtimeMs < now - LEFTOVER_AGE_MS) await rm(file, { force: true })
    }
  }

  /**
   * Writes a stream to disk while it comes. Nothing stays when it is cut off, too large or not what it claims.
   *
   * @param claimedType what the sender says that it is, or a judge of the first bytes
   * @param sizeLimits in bytes, by what the file is
   * @throws {ApiError} 413, 415
   */
  async receive(
    stream: Readable,
    claimedType: string | ((head: Buffer) => MediaType),
    sizeLimits: SizeLimits = MEDIA_SIZE_LIMITS,
  ): Promise<ReceivedFile> {
    await mkdir(this.#incoming, { recursive: true })
    const temporaryPath = path.join(this.#incoming, randomUUID())
    const file = await open(temporaryPath, 'wx')
    const judge = (head: Buffer) =>
      typeof claimedType === 'string' ? mediaTypeOf(head, claimedType) : claimedType(head)
    try {
      const hash = createHash('sha256')
      let sizeBytes = 0
      let head: Buffer = Buffer.alloc(0)
      let type: MediaType | null = null
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        sizeBytes += chunk.length
        if (!type) {
          head = Buffer.concat([head, chunk])
          if (head.length >= SNIFFED_BYTES) type = judge(head)
        }
        requireSize(sizeBytes, type?.kind ?? 'document', sizeLimits)
        hash.update(chunk)
        await file.writeFile(chunk)
      }
      type ??= judge(head)
      if (sizeBytes === 0) throw new ApiError('VALIDATION_ERROR', 'The file is empty')
      requireSize(sizeBytes, type.kind, sizeLimits)
      await file.sync()
      return { ...type, sha256: hash.digest('hex'), sizeBytes, temporaryPath }
    } catch (error) {
      await rm(temporaryPath, { force: true })
      // Leaving the loop above ends the stream with an error of its own.
      if (!stream.errored || stream.errored !== error) throw error
      throw new ApiError('VALIDATION_ERROR', 'The upload ended too early', {
        status: 400,
        cause: error,
      })
    } finally {
      await file.close()
    }
  }

  /** Removes a received file, unless it has been kept. */
  async discard({ temporaryPath }: ReceivedFile): Promise<void> {
    await rm(temporaryPath, { force: true })
  }

  /** Removes a received file once the request that brought it is answered, whatever has become of it by then. */
  discardAfter(response: EventEmitter, received: ReceivedFile): void {
    response.once('close', () => {
      // What the disk does not let go of now, `cleanUp` finds.
      this.discard(received).catch(() => undefined)
    })
  }

  /** Gives a received file its place, then lets `record` write it down. Without a place nothing stays. */
  async keep(received: ReceivedFile, record: () => Promise<void>): Promise<void> {
    const { sha256, sizeBytes, temporaryPath } = received
    await this.#alone(sha256, async () => {
      try {
        await this.#storage.put(sha256, { path: temporaryPath, sizeBytes })
      } finally {
        await this.discard(received)
      }
      await record()
    })
  }

  /** Removes the file unless `isInUse` says that somebody else has the same one. */
  async remove(sha256: string, isInUse: () => Promise<boolean>): Promise<void> {
    await this.#alone(sha256, async () => {
      if (!(await isInUse())) await this.#storage.remove(sha256)
    })
  }

  /** The bytes of a kept file, or a part of them, for whoever reads or destroys the stream; null when it is gone. */
  open(sha256: string, range?: ByteRange): Promise<Readable | null> {
    return this.#storage.open(sha256, range)
  }

  async #alone(sha256: string, task: () => Promise<void>): Promise<void> {
    const before = this.#busy.get(sha256) ?? Promise.resolve()
    const mine = before.then(task, task)
    this.#busy.set(sha256, mine)
    try {
      await mine
    } finally {
      if (this.#busy.get(sha256) === mine) this.#busy.delete(sha256)
    }
  }
}

function requireSize(sizeBytes: number, kind: MediaKind, sizeLimits: SizeLimits): void {
  const limit = sizeLimits[kind]
  if (sizeBytes <= limit) return
  const megabytes = limit / 1_000_000
  throw new ApiError('PAYLOAD_TOO_LARGE', `A file of the kind ${kind} has at most ${megabytes} MB`)
}
