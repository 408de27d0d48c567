import { Schema } from 'mongoose'
import type { FlowVersionRecord, Store } from '../pipeline/index.ts'
import {
  fromDocument,
  fromJsonText,
  nativeCollection,
  SCHEMA_OPTIONS,
  type StoredDocument,
  toDocument,
  toJsonText,
} from './documents.ts'
import { isDuplicateKey } from './duplicateKey.ts'
import { RecordCache } from './RecordCache.ts'
import type { StoreContext } from './storeContext.ts'

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    flowId: { type: String, required: true },
    versionNumber: { type: Number, required: true },
    /** JSON text. */
    flow: { type: String, required: true },
    note: { type: String },
    createdBy: { type: String },
    createdAt: { type: Number, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'flowVersions' },
)
// Two people who publish at the same time do not get the same number.
schema.index({ flowId: 1, versionNumber: -1 }, { unique: true })

const CACHED_VERSIONS = 100
/** Of the lines of a note, the newest stay. */
const MAX_NOTE_LENGTH = 5_000

/** A version without the flow itself, for lists. */
export type FlowVersionSummary = Omit<FlowVersionRecord, 'flow'>

export function createFlowVersions({ connection, now }: StoreContext) {
  const model = connection.model<StoredDocument>('FlowVersion', schema)
  const collection = nativeCollection(model)
  // Versions never change, so they do not grow old.
  const cache = new RecordCache<FlowVersionRecord>({
    maxEntries: CACHED_VERSIONS,
    ttlMs: Number.POSITIVE_INFINITY,
    now,
  })

  const port = {
    findVersion(flowVersionId) {
      return cache.load(flowVersionId, async () => {
        const document = await collection.findOne({ _id: flowVersionId })
        return document && toVersion(document)
      })
    },
  } satisfies Pick<Store['flows'], 'findVersion'>

  return {
    ...port,
    model,

    /** False when the flow has a version with this number already. */
    async insert(version: FlowVersionRecord): Promise<boolean> {
      try {
        await model.create({ ...toDocument(version), flow: toJsonText(version.flow) })
        return true
      } catch (error) {
        if (isDuplicateKey(error, 'versionNumber')) return false
        throw error
      }
    },

    /**
     * Adds a line to the note of a version: what was said when it was published once more, unchanged. Gives the version
     * with it. Other processes that remember the version see the new note in lists at once and elsewhere when they start.
     */
    async addToNote(version: FlowVersionRecord, line: string): Promise<FlowVersionRecord> {
      for (let { note = '' } = version; ; ) {
        if (note.split('\n').includes(line)) return { ...version, note }
        const longer = note === '' ? line : `${note}\n${line}`.slice(-MAX_NOTE_LENGTH)
        const { matchedCount } = await collection.updateOne(
          { _id: version.id, ...(note === '' ? { note: { $in: ['', null] } } : { note }) },
          { $set: { note: longer } },
        )
        cache.forget(version.id)
        if (matchedCount > 0) return { ...version, note: longer }
        const now = await collection.findOne({ _id: version.id }, { projection: { note: 1 } })
        if (!now) return version
        note = fromDocument<FlowVersionSummary>(now).note ?? ''
      }
    },

    /** The versions of a flow, newest first. */
    async list(workspaceId: string, flowId: string): Promise<readonly FlowVersionSummary[]> {
      const documents = await collection
        .find({ flowId, workspaceId }, { projection: { flow: 0 } })
        .sort({ versionNumber: -1 })
        .toArray()
      return documents.map((document) => fromDocument<FlowVersionSummary>(document))
    },
  }
}

const toVersion = (document: StoredDocument): FlowVersionRecord => ({
  ...fromDocument<FlowVersionRecord>(document),
  flow: fromJsonText(document.flow),
})
