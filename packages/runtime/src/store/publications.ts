import { Schema } from 'mongoose'
import type { PublicationRecord, Store, TrialRecord } from '../pipeline/index.ts'
import {
  fromDocument,
  nativeCollection,
  SCHEMA_OPTIONS,
  type StoredDocument,
  toDocument,
  type UpdateOperators,
  updateOf,
} from './documents.ts'
import { RecordCache } from './RecordCache.ts'
import type { StoreContext } from './storeContext.ts'

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    numberId: { type: String, required: true },
    flowId: { type: String, required: true },
    /** Null while there is only a trial. */
    flowVersionId: { type: String },
    publishedAt: { type: Number, required: true },
    trial: { type: Schema.Types.Mixed },
    move: { type: Schema.Types.Mixed },
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

  async function upsert(
    { id, numberId, flowId }: Pick<PublicationRecord, 'id' | 'numberId' | 'flowId'>,
    update: UpdateOperators,
  ): Promise<PublicationRecord> {
    const document = await collection.findOneAndUpdate({ numberId, flowId }, updateOf(update), {
      upsert: true,
      returnDocument: 'after',
    })
    cache.forget(numberId)
    if (!document) throw new Error(`The upsert of publication ${id} gave no document`)
    return fromDocument(document)
  }

  return {
    ...port,
    model,

    /**
     * Lets a flow version answer everybody on a number. The version of the same flow that did so before is replaced, a
     * trial there is over, and a move that was asked for earlier goes on unless the publication brings its own.
     */
    async publish({ trial: _none, ...publication }: PublicationRecord): Promise<PublicationRecord> {
      const document = toDocument(publication)
      const { _id, numberId: _numberId, flowId: _flowId, workspaceId, ...changing } = document
      return upsert(publication, {
        $set: changing,
        $unset: { trial: '' },
        $setOnInsert: { _id, workspaceId },
      })
    },

    /** Lets a flow version answer those on a number for whom the trial is; the others are answered as before. */
    async startTrial(
      place: Pick<PublicationRecord, 'id' | 'workspaceId' | 'numberId' | 'flowId'>,
      trial: TrialRecord,
    ): Promise<PublicationRecord> {
      const { id, workspaceId } = place
      const publishedAt = trial.startedAt
      return upsert(place, {
        $set: { trial },
        $setOnInsert: { _id: id, workspaceId, flowVersionId: null, publishedAt },
      })
    },

    /** The version on trial answers everybody from now on. Null when the trial is over or another one by now. */
    async promoteTrial(
      { id, numberId }: Pick<PublicationRecord, 'id' | 'numberId'>,
      live: Pick<PublicationRecord, 'publishedAt' | 'move'> & { readonly flowVersionId: string },
    ): Promise<PublicationRecord | null> {
      const document = await collection.findOneAndUpdate(
        { _id: id, 'trial.flowVersionId': live.flowVersionId },
        updateOf({ $set: { ...live }, $unset: { trial: '' } }),
        { returnDocument: 'after' },
      )
      cache.forget(numberId)
      return document && fromDocument(document)
    },

    /** Everybody is answered by the version that is live; by none where there was only the trial. */
    async endTrial(
      { id, numberId }: Pick<PublicationRecord, 'id' | 'numberId'>,
      flowVersionId: string,
    ): Promise<void> {
      await collection.updateOne(
        { _id: id, 'trial.flowVersionId': flowVersionId },
        updateOf({ $unset: { trial: '' } }),
      )
      await collection.deleteOne({ _id: id, flowVersionId: null, trial: { $exists: false } })
      cache.forget(numberId)
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
