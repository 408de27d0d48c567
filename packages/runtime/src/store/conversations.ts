import { Schema } from 'mongoose'
import type { ConversationRecord, Store } from '../pipeline/index.ts'
import {
  byId,
  fromDocument,
  nativeCollection,
  SCHEMA_OPTIONS,
  type StoredDocument,
  updateOf,
  WRITE_OPTIONS,
} from './documents.ts'
import { isDuplicateKey } from './duplicateKey.ts'
import { groupReads } from './groupReads.ts'
import { type GroupedWrite, groupWrites } from './groupWrites.ts'
import { fromCursor, type Order, type Page, toPage, toSort } from './paging.ts'
import type { StoreContext } from './storeContext.ts'

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    numberId: { type: String, required: true },
    contactId: { type: String, required: true },
    address: { type: String, required: true },
    isGroup: { type: Boolean, required: true },
    lastMessageAt: { type: Number, required: true },
    lastMessagePreview: { type: String, default: '' },
    lastInboundAt: { type: Number, default: null },
    unreadCount: { type: Number, default: 0 },
    handover: { type: Schema.Types.Mixed, default: null },
  },
  { ...SCHEMA_OPTIONS, collection: 'conversations' },
)
schema.index({ workspaceId: 1, lastMessageAt: -1, _id: -1 })
schema.index({ numberId: 1 })
schema.index({ contactId: 1 })

const ORDER: Order = {
  fields: [
    { field: 'lastMessageAt', type: 'number' },
    { field: '_id', type: 'string' },
  ],
  direction: 'descending',
}
const DEFAULT_LIMIT = 50
const REMOVED_AT_ONCE = 200

type Touch = Parameters<Store['conversations']['touch']>[0]

export type Conversations = ReturnType<typeof createConversations>

export function createConversations({ connection }: StoreContext) {
  const model = connection.model<StoredDocument>('Conversation', schema)
  const collection = nativeCollection(model)
  const write = groupWrites(collection)
  const load = groupReads(async (ids) =>
    byId(await collection.find({ _id: { $in: [...ids] } }).toArray()),
  )

  const port = {
    async find(conversationId) {
      const document = await load(conversationId)
      return document && fromDocument<ConversationRecord>(document)
    },

    async touch(touch) {
      try {
        await write(toUpsert(touch))
      } catch (error) {
        // Two processes made the conversation at the same time: now it is there.
        if (!isDuplicateKey(error)) throw error
        await write(toUpsert(touch))
      }
    },

    async setHandover(conversationId, handover) {
      await write({
        documentId: conversationId,
        operation: {
          updateOne: { filter: { _id: conversationId }, update: { $set: { handover } } },
        },
      })
    },
  } satisfies Store['conversations']

  return {
    ...port,
    model,

    /** A workspace's conversations, those with the newest message first. @throws {BadCursorError} */
    async list(query: {
      workspaceId: string
      numberId?: string
      contactId?: string
      /** Only those that a person has taken over, or only those that a flow answers. */
      answeredBy?: 'person' | 'flow'
      /** Only those with messages that nobody has seen. */
      unread?: true
      cursor?: string
      limit?: number
    }): Promise<Page<ConversationRecord>> {
      const limit = query.limit ?? DEFAULT_LIMIT
      const { workspaceId, numberId, contactId, answeredBy, unread, cursor } = query
      const documents = await collection
        .find({
          workspaceId,
          ...(numberId === undefined ? {} : { numberId }),
          ...(contactId === undefined ? {} : { contactId }),
          ...(answeredBy === 'person' ? { handover: { $ne: null } } : {}),
          ...(answeredBy === 'flow' ? { handover: null } : {}),
          ...(unread ? { unreadCount: { $gt: 0 } } : {}),
          ...fromCursor(cursor, ORDER),
        })
        .sort(toSort(ORDER))
        .limit(limit + 1)
        .toArray()
      return toPage(documents, limit, ORDER, (document) => fromDocument(document))
    },

    /** False when the workspace has no such conversation. */
    async markRead(workspaceId: string, conversationId: string): Promise<boolean> {
      const { matchedCount } = await collection.updateOne(
        { _id: conversationId, workspaceId },
        { $set: { unreadCount: 0 } },
        WRITE_OPTIONS,
      )
      return matchedCount > 0
    },

    /** Ids of some conversations of a number; none when there are none left. */
    async someOfNumber(numberId: string): Promise<readonly string[]> {
      const documents = await collection
        .find({ numberId }, { projection: { _id: 1 } })
        .limit(REMOVED_AT_ONCE)
        .toArray()
      return documents.map(({ _id }) => _id)
    },

    async remove(conversationIds: readonly string[]): Promise<void> {
      await collection.deleteMany({ _id: { $in: [...conversationIds] } })
    },
  }
}

/** Late messages do not turn the clock back, hence `$max`. */
function toUpsert({ id, inbound, lastMessageAt, ...touch }: Touch): GroupedWrite {
  const { workspaceId, numberId, contactId, isGroup, ...summary } = touch
  const fixed = { workspaceId, numberId, contactId, isGroup, handover: null }
  return {
    documentId: id,
    operation: {
      updateOne: {
        filter: { _id: id },
        update: updateOf({
          $set: summary,
          $max: inbound ? { lastMessageAt, lastInboundAt: lastMessageAt } : { lastMessageAt },
          $inc: { unreadCount: inbound ? 1 : 0 },
          $setOnInsert: inbound ? fixed : { ...fixed, lastInboundAt: null },
        }),
        upsert: true,
      },
    },
  }
}
