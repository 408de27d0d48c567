import { Schema } from 'mongoose'
import type { HttpCallRecord, Store } from '../pipeline/index.ts'
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
    sessionId: { type: String, required: true },
    /** JSON text. */
    request: { type: String, required: true },
    /** JSON text; null until there is an answer. */
    result: { type: String, default: null },
    createdAt: { type: Number, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'httpCalls' },
)
schema.index({ numberId: 1, createdAt: 1 })

export function createHttpCalls({ connection }: StoreContext) {
  const model = connection.model<StoredDocument>('HttpCall', schema)
  const collection = nativeCollection(model)
  const write = groupWrites(collection)

  const port = {
    async insert(call) {
      await isNew(
        write({ documentId: call.id, operation: { insertOne: { document: fromCall(call) } } }),
      )
    },

    async recordResult(callId, result) {
      await write({
        documentId: callId,
        operation: {
          updateOne: {
            filter: { _id: callId },
            update: { $set: { result: toJsonText(result) } },
          },
        },
      })
    },

    async remove(callIds) {
      await removeEach(write, callIds)
    },

    async listOpen(numberId, limit) {
      const documents = await collection
        .find({ numberId })
        .sort({ createdAt: 1 })
        .limit(limit)
        .toArray()
      return documents.map(toCall)
    },
  } satisfies Store['httpCalls']

  return {
    ...port,
    model,

    async removeOfNumber(numberId: string): Promise<void> {
      await collection.deleteMany({ numberId })
    },
  }
}

const fromCall = (call: HttpCallRecord): StoredDocument => ({
  ...toDocument(call),
  request: toJsonText(call.request),
  result: call.result && toJsonText(call.result),
})

const toCall = (document: StoredDocument): HttpCallRecord => ({
  ...fromDocument<HttpCallRecord>(document),
  request: fromJsonText(document.request),
  result: document.result === null ? null : fromJsonText(document.result),
})
