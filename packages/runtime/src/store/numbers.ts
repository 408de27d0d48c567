import { Schema } from 'mongoose'
import type { ConnectionState, Logger, NumberRecord, Store } from '../pipeline/index.ts'
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
import { createLeases, NO_LEASE } from './leases.ts'
import { fromCursor, type Order, type Page, toPage, toSort } from './paging.ts'
import { RecordCache } from './RecordCache.ts'
import type { SecretBox } from './secretBox.ts'
import type { StoreContext } from './storeContext.ts'

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    name: { type: String, default: '' },
    channel: { type: String, required: true },
    phone: { type: String, default: '' },
    wanted: { type: String, required: true },
    status: { type: String, required: true },
    statusReason: { type: String, default: '' },
    pairing: { type: Schema.Types.Mixed, default: null },
    /** The settings as JSON, encrypted whole, so that no secret among them can be forgotten. */
    sealedSettings: { type: String, required: true },
    createdAt: { type: Number, required: true },
    lease: {
      ownerId: { type: String, default: null },
      token: { type: Number, required: true },
      until: { type: Number, required: true },
    },
  },
  { ...SCHEMA_OPTIONS, collection: 'numbers' },
)
schema.index({ workspaceId: 1, createdAt: 1, _id: 1 })
schema.index({ wanted: 1 })

const ORDER: Order = {
  fields: [
    { field: 'createdAt', type: 'number' },
    { field: '_id', type: 'string' },
  ],
  direction: 'ascending',
}
const DEFAULT_LIMIT = 100
/** How long another process's change of a number may stay unseen here. */
const CACHE_MS = 1_000
const CACHED_NUMBERS = 5_000

/** Fields of a number that its owner changes. */
export type NumberChange = Partial<Pick<NumberRecord, 'name' | 'settings' | 'wanted'>>

export function createNumbers({ connection, logger, secrets, now }: StoreContext) {
  const model = connection.model<StoredDocument>('Number', schema)
  const collection = nativeCollection(model)
  const cache = new RecordCache<NumberRecord>({ maxEntries: CACHED_NUMBERS, ttlMs: CACHE_MS, now })
  const open = (document: StoredDocument) => openSettings(document, secrets)

  async function change(
    filter: { _id: string; workspaceId?: string },
    fields: Partial<StoredDocument>,
  ) {
    const document = await collection.findOneAndUpdate(
      filter,
      { $set: fields },
      { returnDocument: 'after', ...WRITE_OPTIONS },
    )
    cache.forget(filter._id)
    return document && open(document)
  }

  const port = {
    ...createLeases(collection),

    find(numberId) {
      return cache.load(numberId, async () => {
        const document = await collection.findOne({ _id: numberId })
        return document && open(document)
      })
    },

    async listWanted() {
      const documents = await collection.find({ wanted: 'connected' }).sort({ _id: 1 }).toArray()
      return documents.flatMap((document) => openOrSkip(document, secrets, logger))
    },

    async setStatus(numberId, state) {
      await change({ _id: numberId }, statusFields(state))
    },

    async setWanted(numberId, wanted) {
      await change({ _id: numberId }, { wanted })
    },
  } satisfies Store['numbers']

  return {
    ...port,
    model,

    async insert(number: NumberRecord): Promise<void> {
      await model.create({ ...sealSettings(number, secrets), lease: NO_LEASE })
    },

    /** The number after the change; null when the workspace has no such number. */
    async update(
      workspaceId: string,
      numberId: string,
      { settings, ...fields }: NumberChange,
    ): Promise<NumberRecord | null> {
      const sealed = settings && { sealedSettings: secrets.seal(toJsonText(settings), numberId) }
      return change({ _id: numberId, workspaceId }, { ...fields, ...sealed })
    },

    /** Numbers of a workspace, oldest first. @throws {BadCursorError} */
    async list(query: {
      workspaceId: string
      cursor?: string
      limit?: number
    }): Promise<Page<NumberRecord>> {
      const limit = query.limit ?? DEFAULT_LIMIT
      const documents = await collection
        .find({ workspaceId: query.workspaceId, ...fromCursor(query.cursor, ORDER) })
        .sort(toSort(ORDER))
        .limit(limit + 1)
        .toArray()
      return toPage(documents, limit, ORDER, open)
    },

    /** Only the number itself; `removeNumber` also takes what belongs to it. */
    async remove(workspaceId: string, numberId: string): Promise<boolean> {
      const { deletedCount } = await collection.deleteOne({ _id: numberId, workspaceId })
      cache.forget(numberId)
      return deletedCount > 0
    },

    /** Another process says that it changed the number. */
    forget(numberId: string): void {
      cache.forget(numberId)
    },
  }
}

/** A pairing that is not told is over: an old QR code would only mislead. */
const statusFields = ({ status, reason, phone, pairing }: ConnectionState) => ({
  status,
  statusReason: reason,
  pairing: pairing ?? null,
  ...(phone === undefined ? {} : { phone }),
})

function sealSettings({ settings, ...fields }: NumberRecord, secrets: SecretBox): StoredDocument {
  return { ...toDocument(fields), sealedSettings: secrets.seal(toJsonText(settings), fields.id) }
}

/** @throws {SecretError} when the settings were sealed with another key. */
function openSettings(document: StoredDocument, secrets: SecretBox): NumberRecord {
  const { sealedSettings, lease: _lease, ...fields } = document
  const settings = fromJsonText(secrets.open(String(sealedSettings), document._id))
  return { ...fromDocument<NumberRecord>(fields), settings: settings as NumberRecord['settings'] }
}

/** One number whose settings do not open must not keep the others from connecting. */
function openOrSkip(document: StoredDocument, secrets: SecretBox, logger: Logger): NumberRecord[] {
  try {
    return [openSettings(document, secrets)]
  } catch (error) {
    logger.error({ numberId: document._id, err: error }, 'number left out: settings do not open')
    return []
  }
}
