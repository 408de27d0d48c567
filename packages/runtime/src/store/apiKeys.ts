import { KEY_SCOPES, type KeyScope } from '@parley/shared/api'
import { type Connection, Schema } from 'mongoose'
import { SCHEMA_OPTIONS } from './documents.ts'

/** A credential of a program. The secret itself is nowhere: only its hash is kept. */
export interface ApiKeyRecord {
  readonly id: string
  readonly workspaceId: string
  /** `personal` acts for its user, `workspace` for the workspace; `number` may only use its own number. */
  readonly kind: 'personal' | 'workspace' | 'number'
  /** Who made it. */
  readonly userId: string
  /** The only number that it may use: always set on keys of a number. */
  readonly numberId: string | null
  readonly scopes: readonly KeyScope[]
  /**
   * What it is to its number: `primary` is the one that the number's page shows, `instance` the token that goes into
   * query strings. Null for all others.
   */
  readonly purpose: 'primary' | 'instance' | null
  /** The number's name where numbers are called instances: on its instance token, and on no other key. */
  readonly instanceId: number | null
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
    scopes: { type: [String], default: () => [...KEY_SCOPES] },
    purpose: { type: String, default: null },
    instanceId: { type: Number, default: null },
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
schema.index({ instanceId: 1 }, { partialFilterExpression: { purpose: 'instance' } })

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

    /** The primary keys of some numbers of one workspace. */
    async listPrimary(
      workspaceId: string,
      numberIds: readonly string[],
    ): Promise<readonly ApiKeyRecord[]> {
      const found = await apiKeys
        .find({ workspaceId, numberId: { $in: [...numberIds] }, purpose: 'primary' })
        .lean()
      return found.map(present)
    },

    /** All keys of the workspace and of its numbers, oldest first; with `numberId`, only those of that number. */
    async listShared(workspaceId: string, numberId?: string): Promise<readonly ApiKeyRecord[]> {
      const found = await apiKeys
        .find({
          workspaceId,
          kind: { $in: ['workspace', 'number'] },
          ...(numberId !== undefined && { numberId }),
        })
        .sort({ createdAt: 1, _id: 1 })
        .lean()
      return found.map(present)
    },

    /** A key of the workspace or of one of its numbers. */
    async findShared(workspaceId: string, keyId: string): Promise<ApiKeyRecord | null> {
      const found = await apiKeys
        .findOne({ _id: keyId, workspaceId, kind: { $in: ['workspace', 'number'] } })
        .lean()
      return found && present(found)
    },

    /** The newest instance token of an instance, by its id; null when there is no such instance. */
    async findInstance(instanceId: number): Promise<ApiKeyRecord | null> {
      const found = await apiKeys
        .findOne({ purpose: 'instance', instanceId })
        .sort({ createdAt: -1 })
        .lean()
      return found && present(found)
    },

    /** The newest instance token of a number; null when it was never given one. */
    async findInstanceOf(numberId: string): Promise<ApiKeyRecord | null> {
      const found = await apiKeys
        .findOne({ numberId, purpose: 'instance' })
        .sort({ createdAt: -1 })
        .lean()
      return found && present(found)
    },

    /** Ends a key at an instant, unless it ends before. What it is to its number is handed on. */
    async retire(keyId: string, expiresAt: number): Promise<void> {
      await apiKeys.updateOne({ _id: keyId }, { $set: { purpose: null, expiresAt } })
    },

    async removeShared(workspaceId: string, keyId: string): Promise<boolean> {
      const { deletedCount } = await apiKeys.deleteOne({
        _id: keyId,
        workspaceId,
        kind: { $in: ['workspace', 'number'] },
      })
      return deletedCount > 0
    },

    async removePrimary(numberId: string): Promise<void> {
      await apiKeys.deleteMany({ numberId, purpose: 'primary' })
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
