import { type Connection, Schema } from 'mongoose'
import { SCHEMA_OPTIONS } from './documents.ts'
import { isDuplicateKey } from './duplicateKey.ts'

/** A person who can log in. */
export interface UserRecord {
  readonly id: string
  /** Lower case; unique. */
  readonly email: string
  readonly name: string
  /** Argon2id, in its PHC text form. */
  readonly passwordHash: string
  readonly createdAt: number
}

interface UserDocument extends Omit<UserRecord, 'id'> {
  _id: string
  /** Set on exactly one user: a unique index over it decides who is the first owner when two sign up at once. */
  firstOwner?: true
  /** SHA-256 of the token in the last password mail. */
  resetHash?: string
  resetExpiresAt?: number
}

const schema = new Schema<UserDocument>(
  {
    _id: { type: String, required: true },
    email: { type: String, required: true },
    name: { type: String, required: true },
    passwordHash: { type: String, required: true },
    createdAt: { type: Number, required: true },
    firstOwner: { type: Boolean },
    resetHash: { type: String },
    resetExpiresAt: { type: Number },
  },
  { ...SCHEMA_OPTIONS, collection: 'users' },
)
schema.index({ email: 1 }, { unique: true })
schema.index({ firstOwner: 1 }, { unique: true, sparse: true })
schema.index({ resetHash: 1 }, { sparse: true })

export function createUsers(connection: Connection) {
  const users = connection.model('User', schema)
  return {
    model: users,

    /** `emailTaken` and `notFirst` change nothing. Exactly one insert as `firstOwner` succeeds, ever. */
    async insert(
      user: UserRecord,
      as: 'firstOwner' | 'member',
    ): Promise<'inserted' | 'emailTaken' | 'notFirst'> {
      const { id, ...fields } = user
      try {
        await users.create({ _id: id, ...fields, ...(as === 'firstOwner' && { firstOwner: true }) })
        return 'inserted'
      } catch (error) {
        if (isDuplicateKey(error, 'firstOwner')) return 'notFirst'
        if (isDuplicateKey(error, 'email')) return 'emailTaken'
        throw error
      }
    },

    async isEmpty(): Promise<boolean> {
      return (await users.exists({})) === null
    },

    async find(userId: string): Promise<UserRecord | null> {
      return toRecord(await users.findById(userId).lean())
    },

    async findByEmail(email: string): Promise<UserRecord | null> {
      return toRecord(await users.findOne({ email }).lean())
    },

    async listByIds(userIds: readonly string[]): Promise<readonly UserRecord[]> {
      const found = await users.find({ _id: { $in: [...userIds] } }).lean()
      return found.map(present)
    },

    /** Changes the password and makes an open password mail worthless. */
    async setPassword(userId: string, passwordHash: string): Promise<void> {
      await users.updateOne(
        { _id: userId },
        { $set: { passwordHash }, $unset: { resetHash: 1, resetExpiresAt: 1 } },
      )
    },

    /** Remembers the token of a password mail; an earlier one stops working. */
    async setReset(userId: string, reset: { hash: string; expiresAt: number }): Promise<void> {
      await users.updateOne(
        { _id: userId },
        { $set: { resetHash: reset.hash, resetExpiresAt: reset.expiresAt } },
      )
    },

    /** The user whose token this is, once; null when it is unknown, used or too old. */
    async takeReset(hash: string, now: number): Promise<UserRecord | null> {
      const found = await users
        .findOneAndUpdate(
          { resetHash: hash, resetExpiresAt: { $gt: now } },
          { $unset: { resetHash: 1, resetExpiresAt: 1 } },
        )
        .lean()
      return toRecord(found)
    },
  }
}

function toRecord(document: UserDocument | null): UserRecord | null {
  return document && present(document)
}

function present(document: UserDocument): UserRecord {
  const { _id: id, email, name, passwordHash, createdAt } = document
  return { id, email, name, passwordHash, createdAt }
}
