import { type Connection, Schema } from 'mongoose'
import { fromJsonText, SCHEMA_OPTIONS, toJsonText } from './documents.ts'
import { fromCursor, type Order, type Page, toPage, toSort } from './paging.ts'

/** A flow as its author edits it. What runs are the published copies: flow versions. */
export interface FlowDraftRecord {
  readonly id: string
  readonly workspaceId: string
  readonly name: string
  readonly description: string
  /** Grows by one with each change of the draft: what a writer must know to write. */
  readonly revision: number
  /** Nodes, edges, variables and settings; may be unfinished. */
  readonly draft: FlowDraft
  readonly createdAt: number
  readonly updatedAt: number
  /** The revision that the newest version was made from; null before the first publication. */
  readonly publishedRevision: number | null
  readonly publishedVersionId: string | null
}

export interface FlowDraft {
  readonly nodes: readonly unknown[]
  readonly edges: readonly unknown[]
  readonly [field: string]: unknown
}

export type FlowDraftSummary = Omit<FlowDraftRecord, 'draft'>

type FlowDraftDocument = Omit<FlowDraftRecord, 'id' | 'draft'> & {
  _id: string
  draftJson: string
  lastVersionNumber: number
}

const schema = new Schema<FlowDraftDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    name: { type: String, required: true },
    description: { type: String, default: '' },
    revision: { type: Number, required: true },
    draftJson: { type: String, required: true },
    createdAt: { type: Number, required: true },
    updatedAt: { type: Number, required: true },
    publishedRevision: { type: Number, default: null },
    publishedVersionId: { type: String, default: null },
    lastVersionNumber: { type: Number, default: 0 },
  },
  { ...SCHEMA_OPTIONS, collection: 'flows' },
)
schema.index({ workspaceId: 1, updatedAt: -1, _id: -1 })

const NEWEST_FIRST: Order = {
  fields: [
    { field: 'updatedAt', type: 'number' },
    { field: '_id', type: 'string' },
  ],
  direction: 'descending',
}

export function createFlowDrafts(connection: Connection) {
  const flows = connection.model('FlowDraft', schema)
  return {
    model: flows,

    async insert({ id, draft, ...fields }: FlowDraftRecord): Promise<void> {
      await flows.create({
        _id: id,
        ...fields,
        draftJson: toJsonText(draft),
        lastVersionNumber: 0,
      })
    },

    async find(workspaceId: string, flowId: string): Promise<FlowDraftRecord | null> {
      const found = await flows.findOne({ _id: flowId, workspaceId }).lean()
      return found && toRecord(found)
    },

    /** Without the draft itself, which may be megabytes. */
    async findSummary(workspaceId: string, flowId: string): Promise<FlowDraftSummary | null> {
      const found = await flows.findOne({ _id: flowId, workspaceId }, { draftJson: 0 }).lean()
      return found && toSummary({ ...found, draftJson: '' })
    },

    /** Last changed first, without the drafts themselves. */
    async list(
      workspaceId: string,
      { cursor, limit }: { cursor?: string | undefined; limit: number },
    ): Promise<Page<FlowDraftSummary>> {
      const found = await flows
        .find({ workspaceId, ...fromCursor(cursor, NEWEST_FIRST) }, { draftJson: 0 })
        .sort(toSort(NEWEST_FIRST))
        .limit(limit + 1)
        .lean()
      return toPage(found, limit, NEWEST_FIRST, (document) =>
        // Paging knows documents by field name only.
        toSummary(document as FlowDraftDocument),
      )
    },

    /** Replaces the draft if it still has `expectedRevision`; the record as it is now, or null when the flow is gone. */
    async save(change: {
      workspaceId: string
      flowId: string
      expectedRevision: number
      draft: FlowDraft
      at: number
    }): Promise<{ isSaved: boolean; current: FlowDraftRecord } | null> {
      const { workspaceId, flowId, expectedRevision, draft, at } = change
      const saved = await flows
        .findOneAndUpdate(
          { _id: flowId, workspaceId, revision: expectedRevision },
          { $set: { draftJson: toJsonText(draft), updatedAt: at }, $inc: { revision: 1 } },
          { returnDocument: 'after' },
        )
        .lean()
      if (saved) return { isSaved: true, current: toRecord(saved) }
      const current = await this.find(workspaceId, flowId)
      return current && { isSaved: false, current }
    },

    /** Whatever its workspace is. For shared editing, which asks for rights once it knows the workspace. */
    async findAnywhere(flowId: string): Promise<FlowDraftRecord | null> {
      const found = await flows.findById(flowId).lean()
      return found && toRecord(found)
    },

    /** Replaces the draft whatever its revision is; the new revision, or null when the flow is gone. */
    async overwrite(change: {
      workspaceId: string
      flowId: string
      draft: FlowDraft
      at: number
    }): Promise<number | null> {
      const { workspaceId, flowId, draft, at } = change
      const found = await flows
        .findOneAndUpdate(
          { _id: flowId, workspaceId },
          { $set: { draftJson: toJsonText(draft), updatedAt: at }, $inc: { revision: 1 } },
          { returnDocument: 'after', projection: { revision: 1 } },
        )
        .lean()
      return found && found.revision
    },

    async describe(
      workspaceId: string,
      flowId: string,
      changes: { name?: string | undefined; description?: string | undefined; at: number },
    ): Promise<FlowDraftRecord | null> {
      const { at, name, description } = changes
      const found = await flows
        .findOneAndUpdate(
          { _id: flowId, workspaceId },
          {
            $set: {
              updatedAt: at,
              ...(name !== undefined && { name }),
              ...(description !== undefined && { description }),
            },
          },
          { returnDocument: 'after' },
        )
        .lean()
      return found && toRecord(found)
    },

    async remove(workspaceId: string, flowId: string): Promise<boolean> {
      const result = await flows.deleteOne({ _id: flowId, workspaceId })
      return result.deletedCount === 1
    },

    /** A number that no version of this flow has had; null when the flow is gone. */
    async nextVersionNumber(workspaceId: string, flowId: string): Promise<number | null> {
      const found = await flows
        .findOneAndUpdate(
          { _id: flowId, workspaceId },
          { $inc: { lastVersionNumber: 1 } },
          { returnDocument: 'after', projection: { lastVersionNumber: 1 } },
        )
        .lean()
      return found && found.lastVersionNumber
    },

    async setPublished(
      workspaceId: string,
      flowId: string,
      published: { revision: number; versionId: string },
    ): Promise<void> {
      await flows.updateOne(
        { _id: flowId, workspaceId },
        {
          $set: {
            publishedRevision: published.revision,
            publishedVersionId: published.versionId,
          },
        },
      )
    },
  }
}

function toSummary(document: FlowDraftDocument): FlowDraftSummary {
  const { _id: id, draftJson: _, lastVersionNumber: __, ...fields } = document
  return { id, ...fields }
}

function toRecord(document: FlowDraftDocument): FlowDraftRecord {
  return { ...toSummary(document), draft: fromJsonText<FlowDraft>(document.draftJson) }
}
