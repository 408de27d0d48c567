import { randomInt } from 'node:crypto'
import { DatabaseError } from '../errors.ts'
import { cursorReply } from './wire.ts'

/** An idle cursor is forgotten after this time, like in MongoDB. */
const IDLE_MS = 10 * 60 * 1000
/** What `find` and `aggregate` return at first when the client does not say. */
const DEFAULT_FIRST_BATCH = 101
/** A batch must fit into one message. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024

interface Cursor {
  namespace: string
  source: AsyncIterator<Buffer[], void>
  /** Documents that were read and not yet sent. */
  ready: Buffer[]
  usedAt: number
}

export interface CursorRequest {
  namespace: string
  source: AsyncIterator<Buffer[], void>
  batchSize?: number | undefined
  /** Close the cursor after the first batch, whatever is left. */
  isSingleBatch?: boolean
}

/** Results that clients have not read to the end. */
export class Cursors {
  readonly #cursors = new Map<bigint, Cursor>()
  #nextId = BigInt(randomInt(2 ** 40)) * 1000n + 1n

  get size(): number {
    return this.#cursors.size
  }

  /** The reply with the first documents of a result, and a cursor when there are more. */
  async open({ namespace, source, batchSize, isSingleBatch }: CursorRequest): Promise<Buffer> {
    const cursor: Cursor = { namespace, source, ready: [], usedAt: Date.now() }
    const { batch, isDone } = await takeBatch(cursor, batchSize ?? DEFAULT_FIRST_BATCH)
    if (isDone) return cursorReply(namespace, 'firstBatch', 0n, batch)
    if (isSingleBatch) {
      await source.return?.()
      return cursorReply(namespace, 'firstBatch', 0n, batch)
    }
    const id = this.#nextId++
    this.#cursors.set(id, cursor)
    return cursorReply(namespace, 'firstBatch', id, batch)
  }

  /** The reply with the next documents. @throws {DatabaseError} CursorNotFound. */
  async getMore(id: bigint, batchSize: number | undefined): Promise<Buffer> {
    const cursor = this.#cursors.get(id)
    if (!cursor) throw new DatabaseError(43, 'CursorNotFound', `cursor id ${id} not found`)
    cursor.usedAt = Date.now()
    try {
      const { batch, isDone } = await takeBatch(cursor, batchSize || Number.POSITIVE_INFINITY)
      if (isDone) this.#cursors.delete(id)
      return cursorReply(cursor.namespace, 'nextBatch', isDone ? 0n : id, batch)
    } catch (error) {
      this.#cursors.delete(id)
      throw error
    }
  }

  /** Closes a cursor; false when there is none. */
  async kill(id: bigint): Promise<boolean> {
    const cursor = this.#cursors.get(id)
    this.#cursors.delete(id)
    await cursor?.source.return?.()
    return cursor !== undefined
  }

  async killIdle(now: number): Promise<void> {
    for (const [id, { usedAt }] of this.#cursors) if (now - usedAt > IDLE_MS) await this.kill(id)
  }
}

async function takeBatch(
  cursor: Cursor,
  size: number,
): Promise<{ batch: Buffer[]; isDone: boolean }> {
  const batch: Buffer[] = []
  let bytes = 0
  while (batch.length < size) {
    if (cursor.ready.length === 0) {
      const next = await cursor.source.next()
      if (next.done) return { batch, isDone: true }
      cursor.ready = next.value
      continue
    }
    let taken = 0
    for (const document of cursor.ready) {
      const isFull =
        batch.length >= size || (batch.length > 0 && bytes + document.length > MAX_BATCH_BYTES)
      if (isFull) break
      batch.push(document)
      bytes += document.length
      taken++
    }
    cursor.ready = cursor.ready.slice(taken)
    if (cursor.ready.length > 0) break
  }
  return { batch, isDone: false }
}
