import { type Connection, Schema } from 'mongoose'
import { SCHEMA_OPTIONS } from './documents.ts'

/** A credential of a program. The secret itself is nowhere: only its hash is kept. */
export interface ApiKeyRecord {
  readonly id: string
  readonly workspaceId: string
  /** `personal` acts for its user; `number` may only use its own number. */
  readonly kind: 'personal' | 'number'
  /** Who made it; rate limits count per user. */
  readonly userId: string
  /** Present on keys of a number. */
  readonly numberId: string | null
  readonly name: string
  /** SHA-256, hex. */
  readonly hash: string
  /** How the secret begins, to recognise it by. */
  readonly prefix: string
  readonly createdAt: number
  readonly lastUsedAt: number | null
  readonly expiresAt: number | null
}

interface ApiKeyDocument extends Omit<ApiKeyRecord, 'id'> {
  _id: string
}

const schema = new Schema<ApiKeyDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    kind: { type: String, required: true },
    userId: { type: String, required: true },
    numberId: { type: String, default: null },
    name: { type: String, default: '' },
    hash: { type: String, required: true },
    prefix: { type: String, required: true },
    createdAt: { type: Number, required: true },
    lastUsedAt: { type: Number, default: null },
    expiresAt: { type: Number, default: null },
  },
  { ...SCHEMA_OPTIONS, collection: 'apiKeys' },
)
schema.index({ hash: 1 }, { unique: true })
schema.index({ workspaceId: 1, kind: 1, createdAt: 1 })
schema.index({ numberId: 1 })

export function createApiKeys(connection: Connection) {
  const apiKeys = connection.model('ApiKey', schema)
  return {
    model: apiKeys,

    async insert({ id, ...fields }: ApiKeyRecord): Promise<void> {
      await apiKeys.create({ _id: id, ...fields })
    },

    async findByHash(hash: string): Promise<ApiKeyRecord | null> {
      const found = await apiKeys.findOne({ hash }).lean()
      return found && present(found)
    },

    async recordUse(keyId: string, at: number): Promise<void> {
      await apiKeys.updateOne({ _id: keyId }, { $set: { lastUsedAt: at } })
    },

    /** A user's personal tokens, oldest first. */
    async listPersonal(workspaceId: string, userId: string): Promise<readonly ApiKeyRecord[]> {
      const found = await apiKeys
        .find({ workspaceId, kind: 'personal', userId })
        .sort({ createdAt: 1, _id: 1 })
        .lean()
      return found.map(present)
    },

    /** The keys of some numbers of one workspace. */
    async listOfNumbers(
      workspaceId: string,
      numberIds: readonly string[],
    ): Promise<readonly ApiKeyRecord[]> {
      const found = await apiKeys.find({ workspaceId, numberId: { $in: [...numberIds] } }).lean()
      return found.map(present)
    },

    /** Removes a personal token of this user; what it was, or null when there is none. */
    async removePersonal(key: {
      workspaceId: string
      userId: string
      keyId: string
    }): Promise<ApiKeyRecord | null> {
      const { keyId: _id, workspaceId, userId } = key
      const found = await apiKeys
        .findOneAndDelete({ _id, workspaceId, userId, kind: 'personal' })
        .lean()
      return found && present(found)
    },

    async removeOfNumber(numberId: string): Promise<void> {
      await apiKeys.deleteMany({ numberId })
    },

    /** When somebody leaves a workspace. The keys of numbers stay: they belong to the number. */
    async removePersonalOfUser(workspaceId: string, userId: string): Promise<void> {
      await apiKeys.deleteMany({ workspaceId, userId, kind: 'personal' })
    },
  }
}

const present = ({ _id: id, ...fields }: ApiKeyDocument): ApiKeyRecord => ({ id, ...fields })
