import { Schema } from 'mongoose'
import type { Logger } from '../pipeline/index.ts'
import {
  fromDocument,
  nativeCollection,
  SCHEMA_OPTIONS,
  type StoredCollection,
  type StoredDocument,
  toDocument,
  updateOf,
} from './documents.ts'
import { fromCursor, type Order, type Page, toPage, toSort } from './paging.ts'
import type { SecretBox } from './secretBox.ts'
import type { StoreContext } from './storeContext.ts'

/** A subscription: which events go where, and in whose words. */
export interface WebhookRecord {
  readonly id: string
  readonly workspaceId: string
  /** The only number whose events it gets; null: all of the workspace. */
  readonly numberId: string | null
  readonly url: string
  /** Whose words the events are told in; what names there are, the API knows. */
  readonly format: string
  /** In the words of the format. */
  readonly events: readonly string[]
  /** Made by a public API, which has one for each number and shows it in its own words; null for all others. */
  readonly dialect: string | null
  readonly status: 'active' | 'paused'
  /** Why it is paused, in words; null while it is active. */
  readonly pausedReason: string | null
  /** Since when every attempt has failed; null when the last one went well. */
  readonly failingSince: number | null
  /** Signs. Encrypted by the store. */
  readonly secret: string
  /** Signs as well for a while after a rotation. Encrypted by the store. */
  readonly previousSecret: { readonly secret: string; readonly until: number } | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** Fields that its owner, or the delivering, changes. */
export type WebhookChange = Partial<
  Pick<
    WebhookRecord,
    | 'url'
    | 'events'
    | 'status'
    | 'pausedReason'
    | 'failingSince'
    | 'secret'
    | 'previousSecret'
    | 'updatedAt'
  >
>

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    numberId: { type: String, default: null },
    url: { type: String, required: true },
    format: { type: String, required: true },
    events: { type: [String], required: true },
    dialect: { type: String, default: null },
    status: { type: String, required: true },
    pausedReason: { type: String, default: null },
    failingSince: { type: Number, default: null },
    sealedSecret: { type: String, required: true },
    sealedPrevious: { type: String, default: null },
    previousUntil: { type: Number, default: null },
    createdAt: { type: Number, required: true },
    updatedAt: { type: Number, required: true },
    /** Which process delivers for it, and until when it does unless it says so again. */
    lease: {
      ownerId: { type: String, default: null },
      until: { type: Number, required: true },
    },
  },
  { ...SCHEMA_OPTIONS, collection: 'webhooks' },
)
schema.index({ workspaceId: 1, createdAt: 1, _id: 1 })
schema.index({ numberId: 1 })
schema.index({ 'lease.until': 1 })
schema.index({ 'lease.ownerId': 1 })

const ORDER: Order = {
  fields: [
    { field: 'createdAt', type: 'number' },
    { field: '_id', type: 'string' },
  ],
  direction: 'ascending',
}
const NO_LEASE = { ownerId: null, until: 0 } as const

export type Webhooks = ReturnType<typeof createWebhooks>

export function createWebhooks({ connection, secrets, logger }: StoreContext) {
  const model = connection.model<StoredDocument>('Webhook', schema)
  const collection = nativeCollection(model)
  const open = (document: StoredDocument) => openSecrets(document, secrets)
  const openAll = (documents: readonly StoredDocument[]) =>
    documents.flatMap((document) => openOrSkip(document, secrets, logger))

  return {
    model,
    ...createWebhookLeases(collection, openAll),

    async insert(webhook: WebhookRecord): Promise<void> {
      await model.create({ ...sealSecrets(webhook, secrets), lease: NO_LEASE })
    },

    async find(workspaceId: string, webhookId: string): Promise<WebhookRecord | null> {
      const document = await collection.findOne({ _id: webhookId, workspaceId })
      return document && open(document)
    },

    /** All of a workspace, which are few. One whose secret does not open is left out, so that the others work. */
    async listOfWorkspace(workspaceId: string): Promise<readonly WebhookRecord[]> {
      return openAll(
        await collection.find({ workspaceId }).sort({ createdAt: 1, _id: 1 }).toArray(),
      )
    },

    /** Those that a public API made for these numbers. */
    async listOfDialect(
      numberIds: readonly string[],
      dialect: string,
    ): Promise<readonly WebhookRecord[]> {
      return openAll(
        await collection.find({ numberId: { $in: [...numberIds] }, dialect }).toArray(),
      )
    },

    async count(workspaceId: string): Promise<number> {
      return collection.countDocuments({ workspaceId })
    },

    /** Workspaces that have any. */
    async listWorkspaceIds(): Promise<readonly string[]> {
      return collection.distinct('workspaceId').then((ids) => ids.map(String))
    },

    /** Oldest first. @throws {BadCursorError} */
    async list(query: {
      workspaceId: string
      cursor?: string
      limit: number
    }): Promise<Page<WebhookRecord>> {
      const documents = await collection
        .find({ workspaceId: query.workspaceId, ...fromCursor(query.cursor, ORDER) })
        .sort(toSort(ORDER))
        .limit(query.limit + 1)
        .toArray()
      return toPage(documents, query.limit, ORDER, open)
    },

    /** As it is after the change; null when the workspace has none of this id. */
    async update(
      workspaceId: string,
      webhookId: string,
      { secret, previousSecret, ...fields }: WebhookChange,
    ): Promise<WebhookRecord | null> {
      const document = await collection.findOneAndUpdate(
        { _id: webhookId, workspaceId },
        updateOf({
          $set: {
            ...fields,
            ...(secret !== undefined && { sealedSecret: secrets.seal(secret, webhookId) }),
            ...(previousSecret !== undefined && sealPrevious(previousSecret, webhookId, secrets)),
          },
        }),
        { returnDocument: 'after' },
      )
      return document && open(document)
    },

    /** Only the subscription itself: its deliveries are removed by who calls this. */
    async remove(workspaceId: string, webhookId: string): Promise<boolean> {
      const { deletedCount } = await collection.deleteOne({ _id: webhookId, workspaceId })
      return deletedCount > 0
    },

    /** Ids of those that only hear of this number. */
    async idsOfNumber(numberId: string): Promise<readonly string[]> {
      const documents = await collection.find({ numberId }, { projection: { _id: 1 } }).toArray()
      return documents.map(({ _id }) => _id)
    },

    async removeOfNumber(numberId: string): Promise<void> {
      await collection.deleteMany({ numberId })
    },
  }
}

/** Each subscription is delivered by one process at a time; a lease that is not renewed runs out. */
function createWebhookLeases(
  collection: StoredCollection,
  open: (documents: readonly StoredDocument[]) => readonly WebhookRecord[],
) {
  return {
    /** Takes subscriptions that nobody delivers for, and gives those that it got. */
    async acquireLeases(options: {
      ownerId: string
      now: number
      ttlMs: number
      limit: number
    }): Promise<readonly WebhookRecord[]> {
      const { ownerId, now, ttlMs, limit } = options
      const free = { 'lease.until': { $lte: now } }
      const candidates = await collection
        .find(free, { projection: { _id: 1 } })
        .limit(limit)
        .toArray()
      const taken = await Promise.all(
        candidates.map(({ _id }) =>
          // Atomic: of several processes that try, one finds it free.
          collection.findOneAndUpdate(
            { _id, ...free },
            { $set: { lease: { ownerId, until: now + ttlMs } } },
            { returnDocument: 'after' },
          ),
        ),
      )
      return open(taken.filter((document) => document !== null))
    },

    /** Prolongs all leases that are still ours, and gives what they are for as it is now. */
    async renewLeases(
      ownerId: string,
      now: number,
      ttlMs: number,
    ): Promise<readonly WebhookRecord[]> {
      const ours = { 'lease.ownerId': ownerId }
      await collection.updateMany(ours, { $set: { 'lease.until': now + ttlMs } })
      return open(await collection.find(ours).toArray())
    },

    async releaseLeases(ownerId: string): Promise<void> {
      await collection.updateMany({ 'lease.ownerId': ownerId }, { $set: { lease: NO_LEASE } })
    },

    /** Only for a process that knows it is alone with the database. */
    async releaseAllLeases(): Promise<void> {
      await collection.updateMany({ 'lease.until': { $gt: 0 } }, { $set: { lease: NO_LEASE } })
    },
  }
}

const sealPrevious = (
  previous: WebhookRecord['previousSecret'],
  webhookId: string,
  secrets: SecretBox,
) => ({
  sealedPrevious: previous && secrets.seal(previous.secret, webhookId),
  previousUntil: previous && previous.until,
})

function sealSecrets(webhook: WebhookRecord, secrets: SecretBox): StoredDocument {
  const { secret, previousSecret, ...fields } = webhook
  return {
    ...toDocument(fields),
    sealedSecret: secrets.seal(secret, webhook.id),
    ...sealPrevious(previousSecret, webhook.id, secrets),
  }
}

/** @throws {SecretError} when a secret was sealed with another key. */
function openSecrets(document: StoredDocument, secrets: SecretBox): WebhookRecord {
  const { sealedSecret, sealedPrevious, previousUntil, lease: _lease, ...fields } = document
  return {
    ...fromDocument<WebhookRecord>(fields),
    secret: secrets.open(String(sealedSecret), document._id),
    previousSecret:
      typeof sealedPrevious === 'string' && typeof previousUntil === 'number'
        ? { secret: secrets.open(sealedPrevious, document._id), until: previousUntil }
        : null,
  }
}

function openOrSkip(document: StoredDocument, secrets: SecretBox, logger: Logger): WebhookRecord[] {
  try {
    return [openSecrets(document, secrets)]
  } catch (error) {
    logger.error({ webhookId: document._id, err: error }, 'webhook left out: secret does not open')
    return []
  }
}
