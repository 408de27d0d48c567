import type { StoredCollection } from './documents.ts'
import { afterPlace, type Order, reversed, toSort } from './paging.ts'

/** Messages looked at with one query. */
const BATCH_SIZE = 1_000
/**
 * A message may reach the database after one that was made later: it waits for its turn to be written, and the clocks of
 * two processes differ. So each look begins a little before the end of the last one…
 */
const OVERLAP_MS = 10_000
/** …and now and then, in small pieces, long before: for messages that a crash held up. */
const SWEEP_SPAN_MS = 24 * 60 * 60 * 1_000
const SWEEP_EVERY_MS = 10 * 60 * 1_000

const NEWEST_FIRST: Order = {
  fields: [
    { field: 'createdAt', type: 'number' },
    { field: 'order', type: 'number' },
    { field: '_id', type: 'string' },
  ],
  direction: 'descending',
}
const OLDEST_FIRST = reversed(NEWEST_FIRST)

interface NumberName {
  readonly id: string
  readonly workspaceId: string
}

/** Where to look on: at an instant (epoch milliseconds), or after a message. */
type From = number | readonly (number | string)[]

interface Progress {
  from: From
  /** Null while no sweep is under way. */
  sweepFrom: From | null
  sweptAt: number
}

/** What a message has to tell to get a number. */
export interface Unnumbered {
  readonly id: string
  readonly conversationId: string
  readonly createdAt: number
}

/** The numbers that are given already. */
interface Numbers {
  numbersOf(messageIds: readonly string[]): Promise<ReadonlyMap<string, number>>
  newestCreatedAt(numberId: string): Promise<number | null>
  claim(numberId: string, wanted: readonly Unnumbered[]): Promise<void>
}

/**
 * Finds messages without a number and gives them one. Any process may do so at any time: who gets which number is decided
 * by the unique keys of the collection, and this only remembers where it looked last.
 */
export class MessageNumbering {
  readonly #numbers: Numbers
  readonly #messages: StoredCollection
  readonly #now: () => number
  readonly #progress = new Map<string, Progress>()
  readonly #running = new Map<string, Promise<boolean>>()
  readonly #following = new Map<string, Promise<boolean>>()

  constructor(options: { numbers: Numbers; messages: StoredCollection; now: () => number }) {
    this.#numbers = options.numbers
    this.#messages = options.messages
    this.#now = options.now
  }

  /**
   * Those who ask while it runs share one further run: one that began after they asked, so that each finds the messages
   * that were there when they asked.
   */
  bringUpToDate(number: NumberName, budgetMs: number): Promise<boolean> {
    const running = this.#running.get(number.id)
    if (!running) return this.#start(number, budgetMs)
    const following = this.#following.get(number.id)
    if (following) return following
    const next = running
      // Whoever asked for that one is told.
      .catch(() => false)
      .then(() => {
        this.#following.delete(number.id)
        return this.#start(number, budgetMs)
      })
    this.#following.set(number.id, next)
    return next
  }

  #start(number: NumberName, budgetMs: number): Promise<boolean> {
    const run = this.#run(number, budgetMs).finally(() => {
      if (this.#running.get(number.id) === run) this.#running.delete(number.id)
    })
    this.#running.set(number.id, run)
    return run
  }

  async #run(number: NumberName, budgetMs: number): Promise<boolean> {
    const startedAt = this.#now()
    const progress = await this.#progressOf(number.id, startedAt)
    for (;;) {
      const next = await this.#numberSome(number, progress.from)
      if (next === 'end') break
      progress.from = next
      if (this.#now() - startedAt >= budgetMs) return false
    }
    progress.from = startedAt - OVERLAP_MS
    await this.#sweep(number, progress, startedAt)
    return true
  }

  async #progressOf(numberId: string, now: number): Promise<Progress> {
    const known = this.#progress.get(numberId)
    if (known) return known
    const newest = await this.#numbers.newestCreatedAt(numberId)
    const progress: Progress =
      newest === null
        ? { from: 0, sweepFrom: null, sweptAt: now }
        : { from: newest - OVERLAP_MS, sweepFrom: newest - SWEEP_SPAN_MS, sweptAt: 0 }
    this.#progress.set(numberId, progress)
    return progress
  }

  async #sweep(number: NumberName, progress: Progress, now: number): Promise<void> {
    if (progress.sweepFrom === null && now - progress.sweptAt >= SWEEP_EVERY_MS) {
      progress.sweepFrom = now - SWEEP_SPAN_MS
    }
    if (progress.sweepFrom === null) return
    const next = await this.#numberSome(number, progress.sweepFrom)
    progress.sweepFrom = next === 'end' ? null : next
    if (next === 'end') progress.sweptAt = now
  }

  async #numberSome({ id: numberId, workspaceId }: NumberName, from: From): Promise<From | 'end'> {
    const found = await this.#messages
      .find(
        {
          workspaceId,
          numberId,
          ...(typeof from === 'number'
            ? { createdAt: { $gte: from } }
            : afterPlace(from, OLDEST_FIRST)),
        },
        { projection: { conversationId: 1, createdAt: 1, order: 1 } },
      )
      .sort(toSort(OLDEST_FIRST))
      .limit(BATCH_SIZE)
      .toArray()
    const given = await this.#numbers.numbersOf(found.map(({ _id }) => _id))
    const fresh = found.filter(({ _id }) => !given.has(_id))
    await this.#numbers.claim(
      numberId,
      fresh.map(
        ({ _id, conversationId, createdAt }): Unnumbered => ({
          id: _id,
          conversationId: String(conversationId),
          createdAt: Number(createdAt),
        }),
      ),
    )
    const last = found.at(-1)
    if (!last || found.length < BATCH_SIZE) return 'end'
    return [Number(last.createdAt), Number(last.order), last._id]
  }
}
