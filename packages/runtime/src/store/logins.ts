import { type Connection, Schema } from 'mongoose'
import { SCHEMA_OPTIONS } from './documents.ts'

/** A person's sign-in in one browser. */
export interface LoginRecord {
  /** SHA-256 of the token in the cookie. */
  readonly hash: string
  readonly userId: string
  readonly createdAt: number
  /** Moves on while the login is used. */
  readonly expiresAt: number
}

interface LoginDocument {
  _id: string
  userId: string
  createdAt: number
  /** A date, because the database removes expired logins by itself and looks at dates only. */
  expiresAt: Date
}

const schema = new Schema<LoginDocument>(
  {
    _id: { type: String, required: true },
    userId: { type: String, required: true },
    createdAt: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'logins' },
)
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
schema.index({ userId: 1 })

export function createLogins(connection: Connection) {
  const logins = connection.model('Login', schema)
  return {
    model: logins,

    async insert(login: LoginRecord): Promise<void> {
      await logins.create({
        _id: login.hash,
        userId: login.userId,
        createdAt: login.createdAt,
        expiresAt: new Date(login.expiresAt),
      })
    },

    /** Null when it has expired, too: the database's own cleaning comes a minute late. */
    async find(hash: string, now: number): Promise<LoginRecord | null> {
      const found = await logins.findOne({ _id: hash, expiresAt: { $gt: new Date(now) } }).lean()
      if (!found) return null
      const { userId, createdAt } = found
      return { hash, userId, createdAt, expiresAt: found.expiresAt.getTime() }
    },

    async extend(hash: string, expiresAt: number): Promise<void> {
      await logins.updateOne({ _id: hash }, { $set: { expiresAt: new Date(expiresAt) } })
    },

    async remove(hash: string): Promise<void> {
      await logins.deleteOne({ _id: hash })
    },

    /** Ends all logins of a user but one. */
    async removeOthers(userId: string, keptHash: string | null): Promise<void> {
      await logins.deleteMany({ userId, ...(keptHash !== null && { _id: { $ne: keptHash } }) })
    },
  }
}
