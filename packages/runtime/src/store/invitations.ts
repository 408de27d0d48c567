import type { Role } from '@parley/shared/api'
import { type Connection, Schema } from 'mongoose'
import { SCHEMA_OPTIONS } from './documents.ts'

/** That somebody may join a workspace. Whoever has the token of the link may use it, once. */
export interface InvitationRecord {
  readonly id: string
  readonly workspaceId: string
  readonly email: string
  readonly role: Role
  /** SHA-256 of the token in the link. */
  readonly hash: string
  readonly invitedBy: string
  readonly createdAt: number
  readonly expiresAt: number
}

interface InvitationDocument extends Omit<InvitationRecord, 'id'> {
  _id: string
}

const schema = new Schema<InvitationDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    email: { type: String, required: true },
    role: { type: String, required: true },
    hash: { type: String, required: true },
    invitedBy: { type: String, required: true },
    createdAt: { type: Number, required: true },
    expiresAt: { type: Number, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'invitations' },
)
schema.index({ hash: 1 }, { unique: true })
schema.index({ workspaceId: 1, createdAt: 1 })

export function createInvitations(connection: Connection) {
  const invitations = connection.model('Invitation', schema)
  return {
    model: invitations,

    /** An earlier invitation of the same address into the same workspace stops working. */
    async insert({ id, ...fields }: InvitationRecord): Promise<void> {
      await invitations.deleteMany({ workspaceId: fields.workspaceId, email: fields.email })
      await invitations.create({ _id: id, ...fields })
    },

    async listByWorkspace(workspaceId: string, now: number): Promise<readonly InvitationRecord[]> {
      const found = await invitations
        .find({ workspaceId, expiresAt: { $gt: now } })
        .sort({ createdAt: 1, _id: 1 })
        .lean()
      return found.map(present)
    },

    async findByHash(hash: string, now: number): Promise<InvitationRecord | null> {
      const found = await invitations.findOne({ hash, expiresAt: { $gt: now } }).lean()
      return found && present(found)
    },

    async remove(workspaceId: string, invitationId: string): Promise<boolean> {
      const result = await invitations.deleteOne({ _id: invitationId, workspaceId })
      return result.deletedCount === 1
    },
  }
}

const present = ({ _id: id, ...fields }: InvitationDocument): InvitationRecord => ({
  id,
  ...fields,
})
