import { type Connection, Schema } from 'mongoose'
import { SCHEMA_OPTIONS } from './documents.ts'

/** What numbers, flows and contacts belong to; nothing crosses its border. */
export interface WorkspaceRecord {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  /** Other rate limits than the usual ones, by the name of the rule. */
  readonly limits?: Readonly<Record<string, number>>
}

interface WorkspaceDocument extends Omit<WorkspaceRecord, 'id'> {
  _id: string
}

const schema = new Schema<WorkspaceDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    createdAt: { type: Number, required: true },
    limits: { type: Schema.Types.Mixed },
  },
  { ...SCHEMA_OPTIONS, collection: 'workspaces' },
)

export function createWorkspaces(connection: Connection) {
  const workspaces = connection.model('Workspace', schema)
  return {
    model: workspaces,

    async insert({ id, ...fields }: WorkspaceRecord): Promise<void> {
      await workspaces.create({ _id: id, ...fields })
    },

    async find(workspaceId: string): Promise<WorkspaceRecord | null> {
      const found = await workspaces.findById(workspaceId).lean()
      return found && present(found)
    },

    async listByIds(workspaceIds: readonly string[]): Promise<readonly WorkspaceRecord[]> {
      const found = await workspaces.find({ _id: { $in: [...workspaceIds] } }).lean()
      return found.map(present)
    },

    async rename(workspaceId: string, name: string): Promise<void> {
      await workspaces.updateOne({ _id: workspaceId }, { $set: { name } })
    },

    async setLimits(workspaceId: string, limits: Readonly<Record<string, number>>): Promise<void> {
      await workspaces.updateOne({ _id: workspaceId }, { $set: { limits } })
    },

    async remove(workspaceId: string): Promise<void> {
      await workspaces.deleteOne({ _id: workspaceId })
    },
  }
}

const present = ({ _id: id, name, createdAt, limits }: WorkspaceDocument): WorkspaceRecord => ({
  id,
  name,
  createdAt,
  ...(limits && { limits }),
})
