import { Schema } from 'mongoose'
import type { SignalRecord, Store } from '../pipeline/index.ts'
import {
  fromDocument,
  fromJsonText,
  nativeCollection,
  SCHEMA_OPTIONS,
  type StoredDocument,
  toDocument,
  toJsonText,
} from './documents.ts'
import { groupWrites, isNew, removeEach } from './groupWrites.ts'
import type { StoreContext } from './storeContext.ts'

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    numberId: { type: String, required: true },
    conversationId: { type: String, required: true },
    at: { type: Number, required: true },
    /** JSON text. */
    signal: { type: String, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'signals' },
)
schema.index({ numberId: 1, at: 1 })

export function createSignals({ connection }: StoreContext) {
  const model = connection.model<StoredDocument>('Signal', schema)
  const collection = nativeCollection(model)
  const write = groupWrites(collection)

  const port = {
    async insert(signal) {
      const document = { ...toDocument(signal), signal: toJsonText(signal.signal) }
      await isNew(write({ documentId: signal.id, operation: { insertOne: { document } } }))
    },

    async remove(signalIds) {
      await removeEach(write, signalIds)
    },

    async listOpen(numberId, limit) {
      const documents = await collection.find({ numberId }).sort({ at: 1 }).limit(limit).toArray()
      return documents.map(
        (document): SignalRecord => ({
          ...fromDocument<SignalRecord>(document),
          signal: fromJsonText(document.signal),
        }),
      )
    },
  } satisfies Store['signals']

  return {
    ...port,
    model,

    async removeOfNumber(numberId: string): Promise<void> {
      await collection.deleteMany({ numberId })
    },
  }
}
