import type { MediaKind } from '@parley/shared/api'
import { type Connection, Schema } from 'mongoose'
import { SCHEMA_OPTIONS } from './documents.ts'
import { fromCursor, type Order, type Page, toPage, toSort } from './paging.ts'

/** An uploaded medium. The bytes are a file named by their hash, shared by all records with the same bytes. */
export interface MediaRecord {
  readonly id: string
  readonly workspaceId: string
  readonly kind: MediaKind
  /** As the bytes say, not as the upload claimed. */
  readonly mimeType: string
  readonly filename: string
  readonly sizeBytes: number
  /** Hex. */
  readonly sha256: string
  readonly createdAt: number
}

type MediaDocument = Omit<MediaRecord, 'id'> & { _id: string }

const schema = new Schema<MediaDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    kind: { type: String, required: true },
    mimeType: { type: String, required: true },
    filename: { type: String, default: '' },
    sizeBytes: { type: Number, required: true },
    sha256: { type: String, required: true },
    createdAt: { type: Number, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'media' },
)
schema.index({ workspaceId: 1, createdAt: -1, _id: -1 })
schema.index({ sha256: 1 })

const NEWEST_FIRST: Order = {
  fields: [
    { field: 'createdAt', type: 'number' },
    { field: '_id', type: 'string' },
  ],
  direction: 'descending',
}

export function createMedia(connection: Connection) {
  const media = connection.model('Media', schema)
  return {
    model: media,

    async insert({ id, ...fields }: MediaRecord): Promise<void> {
      await media.create({ _id: id, ...fields })
    },

    async find(workspaceId: string, mediaId: string): Promise<MediaRecord | null> {
      const found = await media.findOne({ _id: mediaId, workspaceId }).lean()
      return found && toRecord(found)
    },

    async list(
      workspaceId: string,
      { cursor, limit }: { cursor?: string | undefined; limit: number },
    ): Promise<Page<MediaRecord>> {
      const found = await media
        .find({ workspaceId, ...fromCursor(cursor, NEWEST_FIRST) })
        .sort(toSort(NEWEST_FIRST))
        .limit(limit + 1)
        .lean()
      return toPage(found, limit, NEWEST_FIRST, (document) =>
        // Paging knows documents by field name only.
        toRecord(document as MediaDocument),
      )
    },

    async remove(workspaceId: string, mediaId: string): Promise<MediaRecord | null> {
      const found = await media.findOneAndDelete({ _id: mediaId, workspaceId }).lean()
      return found && toRecord(found)
    },

    /** True while any workspace has a medium with these bytes. */
    async isFileInUse(sha256: string): Promise<boolean> {
      return (await media.exists({ sha256 })) !== null
    },
  }
}

const toRecord = ({ _id: id, ...fields }: MediaDocument): MediaRecord => ({ id, ...fields })
