import { Schema } from 'mongoose'
import { nativeCollection, SCHEMA_OPTIONS, type StoredDocument } from './documents.ts'
import type { StoreContext } from './storeContext.ts'

/** How far a process has got with turning events into deliveries. */
export interface WebhookHeartbeat {
  /** The process. */
  readonly id: string
  /** Everything that it told of before this instant has become deliveries. */
  readonly safeAt: number
  /** When it last said so. */
  readonly beatAt: number
}

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    safeAt: { type: Number, required: true },
    beatAt: { type: Number, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'webhookHeartbeats' },
)

export function createWebhookHeartbeats({ connection }: StoreContext) {
  const model = connection.model<StoredDocument>('WebhookHeartbeat', schema)
  const collection = nativeCollection(model)

  return {
    model,

    async beat({ id, safeAt, beatAt }: WebhookHeartbeat): Promise<void> {
      await collection.replaceOne({ _id: id }, { safeAt, beatAt }, { upsert: true })
    },

    /** One for each process, those of dead ones included. */
    async list(): Promise<readonly WebhookHeartbeat[]> {
      const documents = await collection.find({}).toArray()
      return documents.map(({ _id: id, safeAt, beatAt }) => ({
        id,
        safeAt: Number(safeAt),
        beatAt: Number(beatAt),
      }))
    },

    async remove(ids: readonly string[]): Promise<void> {
      await collection.deleteMany({ _id: { $in: [...ids] } })
    },
  }
}
