import { mongo, Schema } from 'mongoose'
import { nativeCollection, SCHEMA_OPTIONS, type StoredDocument } from './documents.ts'
import { groupWrites } from './groupWrites.ts'
import type { StoreContext } from './storeContext.ts'

/** Phones that were off ask again when they come back; after a week nobody does. */
const KEPT_SECONDS = 7 * 24 * 60 * 60

const schema = new Schema<StoredDocument>(
  {
    /** `<number>/<channel message id>` */
    _id: { type: String, required: true },
    numberId: { type: String, required: true },
    encoded: { type: Buffer, required: true },
    sentAt: { type: Date, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'sentMessages' },
)
schema.index({ sentAt: 1 }, { expireAfterSeconds: KEPT_SECONDS })
schema.index({ numberId: 1 })

/** What went out on a number, in the platform's own encoding, for phones that ask for it again. */
export function createSentMessages({ connection, now }: StoreContext) {
  const model = connection.model<StoredDocument>('SentMessage', schema)
  const collection = nativeCollection(model)
  const write = groupWrites(collection)

  return {
    model,

    async save(numberId: string, channelMessageId: string, encoded: Uint8Array): Promise<void> {
      const _id = `${numberId}/${channelMessageId}`
      const replacement = { numberId, encoded: Buffer.from(encoded), sentAt: new Date(now()) }
      await write({
        documentId: _id,
        operation: { replaceOne: { filter: { _id }, replacement, upsert: true } },
      })
    },

    async find(numberId: string, channelMessageId: string): Promise<Uint8Array | null> {
      const document = await collection.findOne({ _id: `${numberId}/${channelMessageId}` })
      return document?.encoded instanceof mongo.Binary ? document.encoded.buffer : null
    },

    async removeOfNumber(numberId: string): Promise<void> {
      await collection.deleteMany({ numberId })
    },
  }
}
