import { Schema } from 'mongoose'
import {
  fromDocument,
  fromJsonText,
  nativeCollection,
  SCHEMA_OPTIONS,
  type StoredDocument,
  toDocument,
  toJsonText,
  WRITE_OPTIONS,
} from './documents.ts'
import { groupWrites, isNew } from './groupWrites.ts'
import { fromCursor, type Order, type Page, toPage, toSort } from './paging.ts'
import type { StoreContext } from './storeContext.ts'

/** What the receiver said to one attempt. */
export interface WebhookAnswerRecord {
  /** HTTP status; null when there was no answer. */
  readonly status: number | null
  readonly headers: Readonly<Record<string, string>>
  /** Its beginning. */
  readonly body: string
  /** Why there was no answer, in words; null when there was one. */
  readonly error: string | null
  readonly durationMs: number
}

/** One event on its way to one subscription. */
export interface WebhookDeliveryRecord {
  /** Derived from subscription and event, so that an event is there once however often it is told. */
  readonly id: string
  readonly workspaceId: string
  readonly webhookId: string
  /** In the words of the subscription's format. */
  readonly event: string
  /** Deliveries of one subscription with the same key keep their order: a conversation's id, mostly. */
  readonly orderKey: string
  /** Place in that order: instant of the event, then `order`. */
  readonly at: number
  readonly order: number
  /** JSON text, sent as it is at every attempt. */
  readonly body: string
  readonly status: 'pending' | 'delivered' | 'failed'
  readonly attempts: number
  /** Null before the first attempt; a replay begins anew. */
  readonly firstAttemptAt: number | null
  readonly lastAttemptAt: number | null
  /** Earliest instant of the next attempt. */
  readonly dueAt: number
  /** Headers of the last attempt, without secrets; null before the first. */
  readonly requestHeaders: Readonly<Record<string, string>> | null
  readonly answer: WebhookAnswerRecord | null
  readonly createdAt: number
}

/** How an attempt ended. */
export interface WebhookAttempt {
  readonly status: WebhookDeliveryRecord['status']
  readonly attempts: number
  readonly firstAttemptAt: number
  readonly lastAttemptAt: number
  readonly dueAt: number
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly answer: WebhookAnswerRecord
}

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    webhookId: { type: String, required: true },
    event: { type: String, required: true },
    orderKey: { type: String, required: true },
    at: { type: Number, required: true },
    order: { type: Number, required: true },
    body: { type: String, required: true },
    status: { type: String, required: true },
    attempts: { type: Number, required: true },
    firstAttemptAt: { type: Number, default: null },
    lastAttemptAt: { type: Number, default: null },
    dueAt: { type: Number, required: true },
    /** JSON text; null before the first attempt, as the next. */
    requestHeaders: { type: String, default: null },
    answer: { type: String, default: null },
    createdAt: { type: Number, required: true },
    /** A date, unlike all other instants: expiry by the database needs one. */
    expiresAt: { type: Date, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'webhookDeliveries' },
)
// The work of whoever delivers. Both indexes hold only what waits.
schema.index(
  { webhookId: 1, status: 1, at: 1, order: 1, _id: 1 },
  { partialFilterExpression: { status: 'pending' } },
)
schema.index({ createdAt: 1 }, { partialFilterExpression: { status: 'pending' } })
// Lists for people, and removal.
schema.index({ webhookId: 1, createdAt: -1, _id: -1 })
schema.index({ webhookId: 1, status: 1, createdAt: -1, _id: -1 })
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

const OLDEST_FIRST: Order = {
  fields: [
    { field: 'at', type: 'number' },
    { field: 'order', type: 'number' },
    { field: '_id', type: 'string' },
  ],
  direction: 'ascending',
}
const NEWEST_FIRST: Order = {
  fields: [
    { field: 'createdAt', type: 'number' },
    { field: '_id', type: 'string' },
  ],
  direction: 'descending',
}
const DAY_MS = 86_400_000
/** Delivered or not: after a week nobody wants to know. */
const KEPT_MS = 7 * DAY_MS
const COUNTED_AT_MOST = 100_000

export type WebhookDeliveries = ReturnType<typeof createWebhookDeliveries>

export function createWebhookDeliveries({ connection, now }: StoreContext) {
  const model = connection.model<StoredDocument>('WebhookDelivery', schema)
  const collection = nativeCollection(model)
  const write = groupWrites(collection)
  const expiry = () => new Date(now() + KEPT_MS)
  /** A delivery as it was before it was ever tried. */
  const anew = (dueAt: number) => ({
    status: 'pending',
    attempts: 0,
    firstAttemptAt: null,
    dueAt,
    expiresAt: expiry(),
  })

  return {
    model,

    /** False when it was there already. */
    async insert(delivery: WebhookDeliveryRecord): Promise<boolean> {
      const document = { ...toDocument({ ...delivery, ...asText(delivery) }), expiresAt: expiry() }
      return isNew(write({ documentId: delivery.id, operation: { insertOne: { document } } }))
    },

    async recordAttempt(deliveryId: string, attempt: WebhookAttempt): Promise<void> {
      await write({
        documentId: deliveryId,
        operation: {
          updateOne: {
            filter: { _id: deliveryId },
            update: { $set: { ...attempt, ...asText(attempt) } },
          },
        },
      })
    },

    /** What waits for one subscription, in its order, without that of some order keys. */
    async listPending(query: {
      webhookId: string
      exceptKeys: readonly string[]
      limit: number
    }): Promise<readonly WebhookDeliveryRecord[]> {
      const { webhookId, exceptKeys, limit } = query
      const except = exceptKeys.length > 0 ? { orderKey: { $nin: [...exceptKeys] } } : {}
      const documents = await collection
        .find({ webhookId, status: 'pending', ...except })
        .sort(toSort(OLDEST_FIRST))
        .limit(limit)
        .toArray()
      return documents.map(toDelivery)
    },

    /** Subscriptions for which deliveries were made since then that still wait. */
    async webhookIdsWithNew(since: number): Promise<ReadonlySet<string>> {
      const documents = await collection
        .find(
          { status: 'pending', createdAt: { $gte: since } },
          { projection: { webhookId: 1, _id: 0 } },
        )
        .toArray()
      return new Set(documents.map(({ webhookId }) => String(webhookId)))
    },

    async find(webhookId: string, deliveryId: string): Promise<WebhookDeliveryRecord | null> {
      const document = await collection.findOne({ _id: deliveryId, webhookId })
      return document && toDelivery(document)
    },

    /** Newest first. @throws {BadCursorError} */
    async list(query: {
      webhookId: string
      status?: WebhookDeliveryRecord['status']
      cursor?: string
      limit: number
    }): Promise<Page<WebhookDeliveryRecord>> {
      const { webhookId, status, cursor, limit } = query
      const documents = await collection
        .find({
          webhookId,
          ...(status === undefined ? {} : { status }),
          ...fromCursor(cursor, NEWEST_FIRST),
        })
        .sort(toSort(NEWEST_FIRST))
        .limit(limit + 1)
        .toArray()
      return toPage(documents, limit, NEWEST_FIRST, toDelivery)
    },

    /** To be sent once more, whatever became of it. Null while it waits anyway, or when there is none. */
    async replay(
      webhookId: string,
      deliveryId: string,
      at: number,
    ): Promise<WebhookDeliveryRecord | null> {
      const document = await collection.findOneAndUpdate(
        { _id: deliveryId, webhookId, status: { $ne: 'pending' } },
        { $set: anew(at) },
        { returnDocument: 'after', ...WRITE_OPTIONS },
      )
      return document && toDelivery(document)
    },

    /** All that were given up. Gives how many there were. */
    async replayFailed(webhookId: string, at: number): Promise<number> {
      const { modifiedCount } = await collection.updateMany(
        { webhookId, status: 'failed' },
        { $set: anew(at) },
      )
      return modifiedCount
    },

    async removeOfWebhooks(webhookIds: readonly string[]): Promise<void> {
      if (webhookIds.length === 0) return
      await collection.deleteMany({ webhookId: { $in: [...webhookIds] } })
    },

    /** Of all workspaces; to 100,000 at most. */
    async countPending(): Promise<number> {
      const filter = { status: 'pending', createdAt: { $gt: 0 } }
      return collection.countDocuments(filter, { limit: COUNTED_AT_MOST })
    },
  }
}

/** Receivers choose the names of headers. */
const asText = ({
  requestHeaders,
  answer,
}: Pick<WebhookDeliveryRecord, 'requestHeaders' | 'answer'>) => ({
  requestHeaders: requestHeaders && toJsonText(requestHeaders),
  answer: answer && toJsonText(answer),
})

function toDelivery({ expiresAt: _expiresAt, ...document }: StoredDocument): WebhookDeliveryRecord {
  return {
    ...fromDocument<WebhookDeliveryRecord>(document),
    requestHeaders: document.requestHeaders === null ? null : fromJsonText(document.requestHeaders),
    answer: document.answer === null ? null : fromJsonText(document.answer),
  }
}
