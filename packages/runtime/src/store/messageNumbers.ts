import { Schema } from 'mongoose'
import {
  nativeCollection,
  SCHEMA_OPTIONS,
  type StoredCollection,
  type StoredDocument,
} from './documents.ts'
import { isDuplicateKey } from './duplicateKey.ts'
import { MessageNumbering, type Unnumbered } from './messageNumbering.ts'
import type { StoreContext } from './storeContext.ts'

const schema = new Schema<StoredDocument>(
  {
    /** Of the message, which so can have one number only. */
    _id: { type: String, required: true },
    numberId: { type: String, required: true },
    n: { type: Number, required: true },
    conversationId: { type: String, required: true },
    createdAt: { type: Number, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'messageNumbers' },
)
// Makes the numbers gapless: each is only ever given after the one below it, and to one message.
schema.index({ numberId: 1, n: 1 }, { unique: true })
schema.index({ numberId: 1, conversationId: 1, n: 1 })
schema.index({ numberId: 1, createdAt: 1, n: 1 })

/** A message and its place among all of its number: 1, 2, 3, … */
export interface NumberedMessage {
  readonly messageId: string
  readonly n: number
}

export interface NumberedMessageQuery {
  readonly numberId: string
  readonly conversationId?: string | undefined
  /** `newest`: the last ones; otherwise those after this number. */
  readonly from: 'newest' | { readonly after: number }
  /** Epoch milliseconds, both included. */
  readonly createdSince?: number | undefined
  readonly createdUntil?: number | undefined
  readonly limit: number
}

/**
 * Numbers of messages, gapless and ever-increasing for each connected number, for public APIs whose clients count so.
 * They are given when somebody asks, and kept in a collection of their own, so that nothing on the way of a message has to
 * wait for a counter.
 */
export function createMessageNumbers(
  { connection, now }: StoreContext,
  messages: StoredCollection,
) {
  const model = connection.model<StoredDocument>('MessageNumber', schema)
  const collection = nativeCollection(model)

  const numbers = {
    async numbersOf(messageIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
      const documents = await collection
        .find({ _id: { $in: [...messageIds] } }, { projection: { n: 1 } })
        .toArray()
      return new Map(documents.map(({ _id, n }) => [_id, Number(n)]))
    },

    /** The highest number given so far; 0 before the first. */
    async last(numberId: string): Promise<number> {
      const [document] = await collection.find({ numberId }).sort({ n: -1 }).limit(1).toArray()
      return document ? Number(document.n) : 0
    },

    /** When the newest message with a number was made; null when none has one. */
    async newestCreatedAt(numberId: string): Promise<number | null> {
      const [document] = await collection
        .find({ numberId })
        .sort({ createdAt: -1, n: -1 })
        .limit(1)
        .toArray()
      return document ? Number(document.createdAt) : null
    },

    /** Gives the next numbers to these, in their order; those that have one meanwhile keep it. */
    async claim(numberId: string, wanted: readonly Unnumbered[]): Promise<void> {
      let rest = wanted
      while (rest.length > 0) {
        const last = await numbers.last(numberId)
        try {
          // In order, and up to the first that somebody else was faster with: so there is never a gap.
          await collection.insertMany(
            rest.map(({ id, conversationId, createdAt }, index) => ({
              _id: id,
              numberId,
              n: last + 1 + index,
              conversationId,
              createdAt,
            })),
            { ordered: true },
          )
          return
        } catch (error) {
          if (!isDuplicateKey(error)) throw error
          const given = await numbers.numbersOf(rest.map(({ id }) => id))
          rest = rest.filter(({ id }) => !given.has(id))
        }
      }
    },
  }

  const numbering = new MessageNumbering({ numbers, messages, now })

  return {
    ...numbers,
    model,

    /**
     * Gives a number to every message of a connected number that has none, in the order of their making.
     *
     * @param budgetMs how long it may take; what is left over then is done by the next call
     * @returns false when something was left over
     */
    bringUpToDate: (
      number: { readonly id: string; readonly workspaceId: string },
      budgetMs: number,
    ): Promise<boolean> => numbering.bringUpToDate(number, budgetMs),

    /** Messages with their numbers, lowest first. */
    async list(query: NumberedMessageQuery): Promise<readonly NumberedMessage[]> {
      const { numberId, conversationId, from, createdSince, createdUntil, limit } = query
      const isNewest = from === 'newest'
      const isTimed = createdSince !== undefined || createdUntil !== undefined
      const direction = isNewest ? -1 : 1
      const documents = await collection
        .find({
          numberId,
          ...(conversationId !== undefined && { conversationId }),
          ...(!isNewest && { n: { $gt: from.after } }),
          ...(isTimed && {
            createdAt: { $gte: createdSince ?? 0, $lte: createdUntil ?? Number.MAX_SAFE_INTEGER },
          }),
        })
        // By time where times are asked for: a walk along the numbers might pass all there are.
        .sort(isTimed ? { createdAt: direction, n: direction } : { n: direction })
        .limit(limit)
        .toArray()
      const found = documents
        .map(({ _id, n }) => ({ messageId: _id, n: Number(n) }))
        .toSorted((a, b) => a.n - b.n)
      return isTimed || conversationId !== undefined ? found : withoutGap(found, from)
    },

    async removeOfNumber(numberId: string): Promise<void> {
      await collection.deleteMany({ numberId })
    },
  }
}

/**
 * A query that runs while numbers are given may see one and not the one below it. What comes after such a hole is left
 * for the next reading: who goes on from the highest number that they have seen must not miss any.
 */
function withoutGap(
  found: readonly NumberedMessage[],
  from: NumberedMessageQuery['from'],
): readonly NumberedMessage[] {
  const first = from === 'newest' ? (found[0]?.n ?? 1) : from.after + 1
  const end = found.findIndex(({ n }, index) => n !== first + index)
  return end === -1 ? found : found.slice(0, end)
}
