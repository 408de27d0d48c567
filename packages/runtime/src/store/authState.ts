import { mongo, Schema } from 'mongoose'
import { nativeCollection, SCHEMA_OPTIONS, type StoredDocument, updateOf } from './documents.ts'
import { isDuplicateKey } from './duplicateKey.ts'
import type { StoreContext } from './storeContext.ts'

const schema = new Schema<StoredDocument>(
  {
    /** `<number>/<name of the piece>`; the piece named `#fence` holds the token of the last writer. */
    _id: { type: String, required: true },
    numberId: { type: String, required: true },
    sealed: { type: String },
    fence: { type: Number },
  },
  { ...SCHEMA_OPTIONS, collection: 'authState' },
)
schema.index({ numberId: 1 })

const FENCE = '#fence'

/** A later owner of the number has written: this one has lost it. */
export class FencedError extends Error {
  override name = 'FencedError'
}

/** One piece of a login, or its deletion. */
interface Change {
  readonly name: string
  readonly value: string | null
}

/** Logins of numbers on their platforms, piece by piece, each encrypted under the name of its place. */
export function createAuthState({ connection, secrets }: StoreContext) {
  const model = connection.model<StoredDocument>('AuthState', schema)
  const collection = nativeCollection(model)
  const idOf = (numberId: string, name: string) => `${numberId}/${name}`

  return {
    model,

    /** The values of those names that exist. @throws {SecretError} */
    async read(numberId: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const ids = names.map((name) => idOf(numberId, name))
      const documents = await collection.find({ _id: { $in: ids } }).toArray()
      return new Map(
        documents.map(({ _id, sealed }) => [
          _id.slice(numberId.length + 1),
          secrets.open(String(sealed), _id),
        ]),
      )
    },

    /**
     * Writes the changes in their order; resolves when they are durable.
     *
     * @throws {FencedError} when a writer with a higher token was here: nothing is written then.
     */
    async write(numberId: string, changes: readonly Change[], fence: number): Promise<void> {
      const fenceId = idOf(numberId, FENCE)
      // An upsert that finds a higher token tries to insert the id that exists, and that ends the ordered batch.
      const guard = {
        updateOne: {
          filter: { _id: fenceId, fence: { $lte: fence } },
          update: updateOf({ $set: { fence, numberId } }),
          upsert: true,
        },
      }
      const writes = changes.map(({ name, value }) => {
        const _id = idOf(numberId, name)
        if (value === null) return { deleteOne: { filter: { _id } } }
        const replacement = { numberId, sealed: secrets.seal(value, _id) }
        return { replaceOne: { filter: { _id }, replacement, upsert: true } }
      })
      try {
        await collection.bulkWrite([guard, ...writes], { ordered: true })
      } catch (error) {
        if (error instanceof mongo.MongoBulkWriteError && isDuplicateKey(error)) {
          throw new FencedError(`Number ${numberId} has a later owner`, { cause: error })
        }
        throw error
      }
    },

    /** Forgets a number's login. The token of its last writer stays, so that no older one comes back. */
    async clear(numberId: string): Promise<void> {
      await collection.deleteMany({ numberId, _id: { $ne: idOf(numberId, FENCE) } })
    },

    async removeOfNumber(numberId: string): Promise<void> {
      await collection.deleteMany({ numberId })
    },
  }
}
