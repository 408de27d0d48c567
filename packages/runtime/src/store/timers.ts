import { Schema } from 'mongoose'
import type { Store, TimerRecord } from '../pipeline/index.ts'
import {
  fromDocument,
  nativeCollection,
  SCHEMA_OPTIONS,
  type StoredDocument,
  toDocument,
} from './documents.ts'
import { groupWrites, isNew, removeEach } from './groupWrites.ts'
import type { StoreContext } from './storeContext.ts'

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    numberId: { type: String, required: true },
    conversationId: { type: String, required: true },
    sessionId: { type: String, required: true },
    fireAt: { type: Number, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'timers' },
)
schema.index({ numberId: 1, fireAt: 1 })

export function createTimers({ connection }: StoreContext) {
  const model = connection.model<StoredDocument>('Timer', schema)
  const collection = nativeCollection(model)
  const write = groupWrites(collection)

  const port = {
    async insert(timer) {
      await isNew(
        write({ documentId: timer.id, operation: { insertOne: { document: toDocument(timer) } } }),
      )
    },

    async remove(timerIds) {
      await removeEach(write, timerIds)
    },

    async listDue(numberId, until, limit) {
      const documents = await collection
        .find({ numberId, fireAt: { $lte: until } })
        .sort({ fireAt: 1 })
        .limit(limit)
        .toArray()
      return documents.map((document) => fromDocument<TimerRecord>(document))
    },
  } satisfies Store['timers']

  return {
    ...port,
    model,

    async removeOfNumber(numberId: string): Promise<void> {
      await collection.deleteMany({ numberId })
    },
  }
}
