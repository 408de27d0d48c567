import { Schema } from 'mongoose'
import type { PublicationRecord, Store } from '../pipeline/index.ts'
import {
  fromDocument,
  nativeCollection,
  SCHEMA_OPTIONS,
  type StoredDocument,
  toDocument,
} from './documents.ts'
import { RecordCache } from './RecordCache.ts'
import type { StoreContext } from './storeContext.ts'

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    numberId: { type: String, required: true },
    flowId: { type: String, required: true },
    flowVersionId: { type: String, required: true },
    publishedAt: { type: Number, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'publications' },
)
// A flow answers on a number with one version.
schema.index({ numberId: 1, flowId: 1 }, { unique: true })
schema.index({ flowId: 1 })

/** How long another process's publication may stay unseen here. */
const CACHE_MS = 1_000
const CACHED_NUMBERS = 5_000

export function createPublications({ connection, now }: StoreContext) {
  const model = connection.model<StoredDocument>('Publication', schema)
  const collection = nativeCollection(model)
  const cache = new RecordCache<readonly PublicationRecord[]>({
    maxEntries: CACHED_NUMBERS,
    ttlMs: CACHE_MS,
    now,
  })

  const find = async (filter: { numberId: string } | { workspaceId: string; flowId: string }) => {
    const documents = await collection.find(filter).sort({ publishedAt: 1, _id: 1 }).toArray()
    return documents.map((document) => fromDocument<PublicationRecord>(document))
  }

  const port = {
    async listPublications(numberId) {
      return (await cache.load(numberId, () => find({ numberId }))) ?? []
    },
  } satisfies Pick<Store['flows'], 'listPublications'>

  return {
    ...port,
    model,

    /** Lets a flow version answer on a number. A version of the same flow that did so before is replaced. */
    async publish(publication: PublicationRecord): Promise<PublicationRecord> {
      const { _id, numberId, flowId, ...fields } = toDocument(publication)
      const { workspaceId, ...changing } = fields
      const document = await collection.findOneAndUpdate(
        { numberId, flowId },
        { $set: changing, $setOnInsert: { _id, workspaceId } },
        { upsert: true, returnDocument: 'after' },
      )
      cache.forget(publication.numberId)
      if (!document) throw new Error(`The upsert of publication ${publication.id} gave no document`)
      return fromDocument(document)
    },

    /** Where a flow answers. */
    async listOfFlow(workspaceId: string, flowId: string): Promise<readonly PublicationRecord[]> {
      return find({ flowId, workspaceId })
    },

    /** Where all flows of a workspace answer. */
    async listOfWorkspace(workspaceId: string): Promise<readonly PublicationRecord[]> {
      const documents = await collection.find({ workspaceId }).sort({ publishedAt: 1 }).toArray()
      return documents.map((document) => fromDocument<PublicationRecord>(document))
    },

    /** Takes a flow off a number, or off all of them. Sessions that run go on. */
    async remove(query: {
      workspaceId: string
      flowId: string
      numberId?: string
    }): Promise<number> {
      const found = await find({ flowId: query.flowId, workspaceId: query.workspaceId })
      const removed = found.filter(
        ({ numberId }) => query.numberId === undefined || numberId === query.numberId,
      )
      const { deletedCount } = await collection.deleteMany({
        _id: { $in: removed.map(({ id }) => id) },
      })
      for (const { numberId } of removed) cache.forget(numberId)
      return deletedCount
    },

    async removeOfNumber(numberId: string): Promise<void> {
      await collection.deleteMany({ numberId })
      cache.forget(numberId)
    },

    /** Another process says that it changed what answers on the number. */
    forget(numberId: string): void {
      cache.forget(numberId)
    },
  }
}
