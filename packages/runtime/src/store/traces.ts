import { Schema } from 'mongoose'
import type { Store, TraceRecord } from '../pipeline/index.ts'
import {
  fromDocument,
  fromJsonText,
  nativeCollection,
  SCHEMA_OPTIONS,
  type StoredDocument,
  toDocument,
  toJsonText,
} from './documents.ts'
import { groupWrites, isNew } from './groupWrites.ts'
import type { StoreContext } from './storeContext.ts'

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    sessionId: { type: String, required: true },
    conversationId: { type: String, required: true },
    at: { type: Number, required: true },
    /** JSON text. */
    entries: { type: String, required: true },
    /** A date, unlike all other instants: expiry by the database needs one. */
    expiresAt: { type: Date, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'traces' },
)
schema.index({ sessionId: 1, at: 1 })
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

const DAY_MS = 86_400_000
const KEPT_MS = 14 * DAY_MS

export function createTraces({ connection }: StoreContext) {
  const model = connection.model<StoredDocument>('Trace', schema)
  const collection = nativeCollection(model)
  const write = groupWrites(collection)

  const port = {
    async insert(trace) {
      const document = {
        ...toDocument(trace),
        entries: toJsonText(trace.entries),
        expiresAt: new Date(trace.at + KEPT_MS),
      }
      await isNew(write({ documentId: trace.id, operation: { insertOne: { document } } }))
    },
  } satisfies Store['traces']

  return {
    ...port,
    model,

    /** The steps of a session in their order; those of the last two weeks. */
    async listOfSession(workspaceId: string, sessionId: string): Promise<readonly TraceRecord[]> {
      const documents = await collection
        .find({ sessionId, workspaceId })
        .sort({ at: 1, _id: 1 })
        .toArray()
      return documents.map(toTrace)
    },
  }
}

function toTrace({ expiresAt: _expiresAt, ...document }: StoredDocument): TraceRecord {
  return { ...fromDocument<TraceRecord>(document), entries: fromJsonText(document.entries) }
}
