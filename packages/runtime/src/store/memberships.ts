import type { Role } from '@parley/shared/api'
import { type Connection, Schema } from 'mongoose'
import { SCHEMA_OPTIONS } from './documents.ts'
import { isDuplicateKey } from './duplicateKey.ts'

/** That a user belongs to a workspace, and as what. */
export interface MembershipRecord {
  readonly workspaceId: string
  readonly userId: string
  readonly role: Role
  readonly joinedAt: number
}

interface MembershipDocument extends MembershipRecord {
  /** `<workspace>:<user>`, so that nobody can be in twice. */
  _id: string
}

const schema = new Schema<MembershipDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    userId: { type: String, required: true },
    role: { type: String, required: true },
    joinedAt: { type: Number, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'memberships' },
)
schema.index({ userId: 1, joinedAt: 1 })
schema.index({ workspaceId: 1, joinedAt: 1 })

export function createMemberships(connection: Connection) {
  const memberships = connection.model('Membership', schema)
  const idOf = (workspaceId: string, userId: string) => `${workspaceId}:${userId}`

  /**
   * Makes a change and takes it back when it left the workspace without an owner. Looking only after the change keeps
   * two owners from removing each other at the same time.
   */
  async function keepingAnOwner(
    before: MembershipRecord,
    change: () => Promise<unknown>,
  ): Promise<'changed' | 'lastOwner'> {
    await change()
    if (before.role !== 'owner') return 'changed'
    const owner = await memberships.exists({ workspaceId: before.workspaceId, role: 'owner' })
    if (owner) return 'changed'
    const _id = idOf(before.workspaceId, before.userId)
    await memberships.replaceOne({ _id }, { ...before, _id }, { upsert: true })
    return 'lastOwner'
  }

  return {
    model: memberships,

    /** Somebody who is a member already keeps the role that they have. */
    async insert(membership: MembershipRecord): Promise<void> {
      const _id = idOf(membership.workspaceId, membership.userId)
      try {
        await memberships.create({ _id, ...membership })
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    },

    async find(workspaceId: string, userId: string): Promise<MembershipRecord | null> {
      const found = await memberships.findById(idOf(workspaceId, userId)).lean()
      return found && present(found)
    },

    /** Oldest first. */
    async listByUser(userId: string): Promise<readonly MembershipRecord[]> {
      const found = await memberships.find({ userId }).sort({ joinedAt: 1, _id: 1 }).lean()
      return found.map(present)
    },

    /** Oldest first. */
    async listByWorkspace(workspaceId: string): Promise<readonly MembershipRecord[]> {
      const found = await memberships.find({ workspaceId }).sort({ joinedAt: 1, _id: 1 }).lean()
      return found.map(present)
    },

    async setRole(
      workspaceId: string,
      userId: string,
      role: Role,
    ): Promise<'changed' | 'lastOwner' | 'notFound'> {
      const before = await this.find(workspaceId, userId)
      if (!before) return 'notFound'
      const _id = idOf(workspaceId, userId)
      return keepingAnOwner(before, () => memberships.updateOne({ _id }, { $set: { role } }))
    },

    async remove(
      workspaceId: string,
      userId: string,
    ): Promise<'changed' | 'lastOwner' | 'notFound'> {
      const before = await this.find(workspaceId, userId)
      if (!before) return 'notFound'
      return keepingAnOwner(before, () => memberships.deleteOne({ _id: idOf(workspaceId, userId) }))
    },

    /** Takes back the membership of a sign-up that did not succeed. */
    async discard(workspaceId: string, userId: string): Promise<void> {
      await memberships.deleteOne({ _id: idOf(workspaceId, userId) })
    },
  }
}

const present = ({ workspaceId, userId, role, joinedAt }: MembershipDocument) => ({
  workspaceId,
  userId,
  role,
  joinedAt,
})
