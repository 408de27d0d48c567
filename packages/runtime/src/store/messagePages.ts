import type { MessageRecord } from '../pipeline/index.ts'
import type { StoredCollection } from './documents.ts'
import { toMessage } from './messageDocuments.ts'
import { NEWEST_FIRST } from './messageQueries.ts'
import {
  afterPlace,
  fromCursor,
  type Order,
  type Page,
  reversed,
  toPage,
  toSort,
} from './paging.ts'

const SOONEST_FIRST: Order = {
  fields: [
    { field: 'dueAt', type: 'number' },
    { field: '_id', type: 'string' },
  ],
  direction: 'ascending',
}
const DEFAULT_LIMIT = 50

/** Messages by numbered pages, as some products list them, and those that wait for their time. */
export function createMessagePages(collection: StoredCollection) {
  return {
    /**
     * A page of the messages with a contact, the oldest of the page first. Page 1 is the newest; of what comes after a
     * message it is what follows that message.
     */
    async listPage(query: {
      workspaceId: string
      contactId: string
      numberId?: string
      before?: MessageRecord
      after?: MessageRecord
      page: number
      limit: number
    }): Promise<{ items: readonly MessageRecord[]; total: number; hasMore: boolean }> {
      const { before, after, page, limit, ...filter } = query
      const order = after ? reversed(NEWEST_FIRST) : NEWEST_FIRST
      const from = before ?? after
      const [total, documents] = await Promise.all([
        collection.countDocuments(filter),
        collection
          .find({ ...filter, ...(from && afterPlace(placeOf(from), order)) })
          .sort(toSort(order))
          .skip((page - 1) * limit)
          .limit(limit + 1)
          .toArray(),
      ])
      const items = documents.slice(0, limit).map(toMessage)
      return {
        items: after ? items : items.toReversed(),
        total,
        hasMore: documents.length > limit,
      }
    },

    /** Messages of these numbers that wait for a time of their own, the next one first. @throws {BadCursorError} */
    async listScheduled(query: {
      numberIds: readonly string[]
      cursor?: string
      limit?: number
    }): Promise<Page<MessageRecord>> {
      const { numberIds, cursor, limit = DEFAULT_LIMIT } = query
      const documents = await collection
        .find({
          numberId: { $in: [...numberIds] },
          open: true,
          scheduled: true,
          ...fromCursor(cursor, SOONEST_FIRST),
        })
        .sort(toSort(SOONEST_FIRST))
        .limit(limit + 1)
        .toArray()
      return toPage(documents, limit, SOONEST_FIRST, toMessage)
    },

    /** Notes that a person, or a program, has seen what a contact wrote. */
    async recordSeen(messageId: string, at: number): Promise<void> {
      await collection.updateOne(
        { _id: messageId, direction: 'inbound', 'statusAt.read': { $exists: false } },
        { $set: { 'statusAt.read': at } },
      )
    },
  }
}

const placeOf = ({ createdAt, order, id }: MessageRecord) => [createdAt, order, id]
