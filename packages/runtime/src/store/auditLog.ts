import { type Connection, Schema } from 'mongoose'
import { SCHEMA_OPTIONS } from './documents.ts'
import { fromCursor, type Order, type Page, toPage, toSort } from './paging.ts'

/** Who did what to which thing, for the owner to read later. Never contains secrets or message texts. */
export interface AuditRecord {
  readonly id: string
  readonly workspaceId: string
  readonly at: number
  /** A user, or the key that acted for one. */
  readonly actor: { readonly userId: string; readonly keyId: string | null }
  /** `<thing>.<what happened>`, for example `flow.published`. */
  readonly action: string
  readonly subjectId: string
}

type AuditDocument = Omit<AuditRecord, 'id'> & { _id: string }

const schema = new Schema<AuditDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    at: { type: Number, required: true },
    actor: {
      _id: false,
      userId: { type: String, required: true },
      keyId: { type: String, default: null },
    },
    action: { type: String, required: true },
    subjectId: { type: String, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'auditLog' },
)
schema.index({ workspaceId: 1, at: -1, _id: -1 })

const NEWEST_FIRST: Order = {
  fields: [
    { field: 'at', type: 'number' },
    { field: '_id', type: 'string' },
  ],
  direction: 'descending',
}

export function createAuditLog(connection: Connection) {
  const auditLog = connection.model('AuditEntry', schema)
  return {
    model: auditLog,

    async insert({ id, ...fields }: AuditRecord): Promise<void> {
      await auditLog.create({ _id: id, ...fields })
    },

    /** For what may be written down twice after a crash: nothing happens when there is an entry with this id. */
    async insertOnce({ id, ...fields }: AuditRecord): Promise<void> {
      await auditLog.updateOne({ _id: id }, { $setOnInsert: fields }, { upsert: true })
    },

    async list(
      workspaceId: string,
      { cursor, limit }: { cursor?: string | undefined; limit: number },
    ): Promise<Page<AuditRecord>> {
      const found = await auditLog
        .find({ workspaceId, ...fromCursor(cursor, NEWEST_FIRST) })
        .sort(toSort(NEWEST_FIRST))
        .limit(limit + 1)
        .lean()
      return toPage(found, limit, NEWEST_FIRST, (document) =>
        // Paging knows documents by field name only.
        toRecord(document as AuditDocument),
      )
    },
  }
}

const toRecord = ({ _id: id, ...fields }: AuditDocument): AuditRecord => ({ id, ...fields })
