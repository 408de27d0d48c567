import { Schema } from 'mongoose'
import type { MessageRecord, ReceivedMedia, Store } from '../pipeline/index.ts'
import { nativeCollection, SCHEMA_OPTIONS, type StoredDocument } from './documents.ts'
import { isDuplicateKey } from './duplicateKey.ts'
import { groupWrites, isNew } from './groupWrites.ts'
import { fromMessage, toMessage } from './messageDocuments.ts'
import { createOutbox } from './messageOutbox.ts'
import { createMessagePages } from './messagePages.ts'
import { createMessageQueries } from './messageQueries.ts'
import { createMessageStatus } from './messageStatus.ts'
import type { StoreContext } from './storeContext.ts'

const { Mixed } = Schema.Types

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    numberId: { type: String, required: true },
    conversationId: { type: String, required: true },
    contactId: { type: String, required: true },
    address: { type: String, required: true },
    isGroup: { type: Boolean, required: true },
    direction: { type: String, required: true },
    content: { type: Mixed, required: true },
    renderedAs: { type: Mixed, default: null },
    /** Absent until there is one, because the unique index below counts what exists. */
    channelMessageId: { type: String },
    quotedMessageId: { type: String, default: null },
    status: { type: String, required: true },
    failure: { type: Mixed, default: null },
    source: { type: Mixed, default: null },
    createdAt: { type: Number, required: true },
    order: { type: Number, required: true },
    statusAt: { type: Mixed, required: true },
    open: { type: Boolean, required: true },
    dueAt: { type: Number, required: true },
    attempts: { type: Number, required: true },
    isFirst: { type: Boolean, required: true },
    scheduled: { type: Boolean, required: true },
    requestHash: { type: String, default: null },
    /** Which write last raised the status; see messageStatus.ts. */
    statusStamp: { type: String },
    /** When the status was last written, by our clock; absent until it changes. See listChanged. */
    changedAt: { type: Number },
  },
  { ...SCHEMA_OPTIONS, collection: 'messages' },
)

// What the platform delivers twice is stored once; status reports find their message.
schema.index(
  { numberId: 1, direction: 1, channelMessageId: 1 },
  { unique: true, partialFilterExpression: { channelMessageId: { $exists: true } } },
)
// The work of a number's owner. Both indexes hold only what is open, so they stay small for ever.
schema.index(
  { numberId: 1, direction: 1, createdAt: 1, order: 1 },
  { partialFilterExpression: { open: true, scheduled: false } },
)
schema.index(
  { numberId: 1, dueAt: 1 },
  { partialFilterExpression: { open: true, scheduled: true } },
)
// Lists for people.
schema.index({ conversationId: 1, createdAt: -1, order: -1, _id: -1 })
schema.index({ workspaceId: 1, createdAt: -1, order: -1, _id: -1 })
schema.index({ contactId: 1, createdAt: -1, order: -1, _id: -1 })

export type Messages = ReturnType<typeof createMessages>

export function createMessages({ connection, now }: StoreContext) {
  const model = connection.model<StoredDocument>('Message', schema)
  const collection = nativeCollection(model)
  // Inserts, outbox and statuses are groups of their own: each of their writes is right in any order with the others.
  const write = groupWrites(collection)
  const insert = (message: MessageRecord) =>
    write({
      documentId: message.id,
      operation: { insertOne: { document: fromMessage(message) } },
    })

  const port = {
    async insertInbound(message) {
      try {
        await insert(message)
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },

    async insertOutbound(messages) {
      const wereNew = await Promise.all(messages.map((message) => isNew(insert(message))))
      return messages.filter((_, index) => wereNew[index]).map(({ id }) => id)
    },

    async attachMedia(numberId, channelMessageId, media) {
      const document = await collection.findOneAndUpdate(
        { numberId, direction: 'inbound', channelMessageId },
        { $set: toMediaFields(media) },
        { returnDocument: 'after' },
      )
      return document && toMessage(document)
    },
  } satisfies Pick<Store['messages'], 'insertInbound' | 'insertOutbound' | 'attachMedia'>

  return {
    ...port,
    ...createOutbox(collection, now),
    ...createMessageStatus(collection, now),
    ...createMessageQueries(collection),
    ...createMessagePages(collection),
    model,
  }
}

/** Only the parts of the content that are known later: the rest of it may have been read already. */
const toMediaFields = (media: ReceivedMedia) =>
  'mediaId' in media
    ? { 'content.mediaId': media.mediaId, 'content.sizeBytes': media.sizeBytes }
    : { failure: { failureClass: 'media', message: media.failure } }
