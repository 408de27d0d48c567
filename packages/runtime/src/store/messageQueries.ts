import type { MessageRecord, Store } from '../pipeline/index.ts'
import { byId, type StoredCollection } from './documents.ts'
import { groupReads } from './groupReads.ts'
import { findByChannelKeys, toChannelKey, toMessage } from './messageDocuments.ts'
import { fromCursor, type Order, type Page, reversed, toPage, toSort } from './paging.ts'

export const NEWEST_FIRST: Order = {
  fields: [
    { field: 'createdAt', type: 'number' },
    { field: 'order', type: 'number' },
    { field: '_id', type: 'string' },
  ],
  direction: 'descending',
}
const DEFAULT_LIMIT = 50

export interface MessageQuery {
  readonly workspaceId: string
  readonly conversationId?: string
  readonly contactId?: string
  readonly numberId?: string
  readonly direction?: MessageRecord['direction']
  readonly status?: MessageRecord['status']
  /** A cursor belongs to the sequence that it came from. */
  readonly sequence?: 'newestFirst' | 'oldestFirst'
  readonly cursor?: string
  readonly limit?: number
}

type QueryPort = Pick<
  Store['messages'],
  'find' | 'findByChannelId' | 'listOpenInbound' | 'listOpenOutbound'
>

export function createMessageQueries(collection: StoredCollection) {
  const load = groupReads(async (ids) =>
    byId(await collection.find({ _id: { $in: [...ids] } }).toArray()),
  )
  const loadByChannelKey = groupReads((keys) =>
    findByChannelKeys(collection, keys, ['outbound', 'inbound']),
  )

  const port: QueryPort = {
    async find(messageId) {
      const document = await load(messageId)
      return document && toMessage(document)
    },

    async findByChannelId(numberId, channelMessageId) {
      const document = await loadByChannelKey(toChannelKey(numberId, channelMessageId))
      return document && toMessage(document)
    },

    async listOpenInbound(numberId, limit) {
      const documents = await collection
        .find({ numberId, direction: 'inbound', open: true, scheduled: false })
        .sort({ createdAt: 1, order: 1 })
        .limit(limit)
        .toArray()
      return documents.map(toMessage)
    },

    // Two queries, because no one index serves both: the many that go out as they come, in their order, and those that
    // wait for a time of their own, which may be many and far away.
    async listOpenOutbound(numberId, until, limit) {
      const due = { numberId, direction: 'outbound', open: true, dueAt: { $lte: until } }
      const [immediate, scheduled] = await Promise.all([
        collection
          .find({ ...due, scheduled: false })
          .sort({ createdAt: 1, order: 1 })
          .limit(limit)
          .toArray(),
        collection
          .find({ ...due, scheduled: true })
          .sort({ dueAt: 1 })
          .limit(limit)
          .toArray(),
      ])
      return [...immediate, ...scheduled].map(toMessage).sort(byCreation).slice(0, limit)
    },
  }

  return {
    ...port,

    /** Messages of a workspace. @throws {BadCursorError} */
    async list(query: MessageQuery): Promise<Page<MessageRecord>> {
      const limit = query.limit ?? DEFAULT_LIMIT
      const { sequence, cursor, limit: _limit, ...wanted } = query
      const order = sequence === 'oldestFirst' ? reversed(NEWEST_FIRST) : NEWEST_FIRST
      const documents = await collection
        .find({ ...withoutUndefined(wanted), ...fromCursor(cursor, order) })
        .sort(toSort(order))
        .limit(limit + 1)
        .toArray()
      return toPage(documents, limit, order, toMessage)
    },

    /**
     * Messages of a workspace that came, or whose status was written, since then: a page, in the order of their making.
     * Those made before `madeSince` are not looked at, because finding them would mean reading all there are.
     *
     * @throws {BadCursorError}
     */
    async listChanged(query: {
      workspaceId: string
      since: number
      madeSince: number
      cursor?: string
      limit: number
    }): Promise<Page<MessageRecord>> {
      const { workspaceId, since, madeSince, cursor, limit } = query
      const order = reversed(NEWEST_FIRST)
      const documents = await collection
        .find({
          workspaceId,
          ...(cursor === undefined
            ? { createdAt: { $gte: madeSince } }
            : fromCursor(cursor, order)),
          // Within $and, because the cursor has an $or of its own.
          $and: [{ $or: [{ createdAt: { $gte: since } }, { changedAt: { $gte: since } }] }],
        })
        .sort(toSort(order))
        .limit(limit + 1)
        .toArray()
      return toPage(documents, limit, order, toMessage)
    },

    /** When a number is deleted: nothing of it is waiting any more. */
    async closeOfNumber(numberId: string, at: number): Promise<void> {
      const cancelled = { $set: { open: false, status: 'cancelled', 'statusAt.cancelled': at } }
      // Each filter implies the partial filter of an index.
      const open = { numberId, open: true }
      const immediate = { ...open, scheduled: false }
      await collection.updateMany({ ...open, scheduled: true }, cancelled)
      await collection.updateMany({ ...immediate, direction: 'outbound' }, cancelled)
      await collection.updateMany({ ...immediate, direction: 'inbound' }, { $set: { open: false } })
    },

    async removeOfConversations(conversationIds: readonly string[]): Promise<void> {
      await collection.deleteMany({ conversationId: { $in: [...conversationIds] } })
    },
  }
}

const byCreation = (a: MessageRecord, b: MessageRecord) =>
  a.createdAt - b.createdAt || a.order - b.order

const withoutUndefined = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
