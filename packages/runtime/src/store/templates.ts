import type { CreateTemplateRequest } from '@parley/shared/api'
import { type Connection, Schema } from 'mongoose'
import { fromDocument, SCHEMA_OPTIONS, type StoredDocument } from './documents.ts'
import { isDuplicateKey } from './duplicateKey.ts'
import { fromCursor, type Order, type Page, toPage, toSort } from './paging.ts'

/** A business message approved beforehand. Name and language together name it. */
export type TemplateRecord = Required<CreateTemplateRequest> & {
  readonly id: string
  readonly workspaceId: string
  readonly createdAt: number
  readonly updatedAt: number
}

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    name: { type: String, required: true },
    language: { type: String, required: true },
    category: { type: String, required: true },
    header: { type: String, default: '' },
    headerMedia: { type: Schema.Types.Mixed, default: null },
    body: { type: String, required: true },
    footer: { type: String, default: '' },
    buttons: { type: Schema.Types.Mixed, required: true },
    status: { type: String, required: true },
    createdAt: { type: Number, required: true },
    updatedAt: { type: Number, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'templates' },
)
schema.index({ workspaceId: 1, name: 1, language: 1 }, { unique: true })

const BY_NAME: Order = {
  fields: [
    { field: 'name', type: 'string' },
    { field: 'language', type: 'string' },
  ],
  direction: 'ascending',
}

export function createTemplates(connection: Connection) {
  const templates = connection.model('Template', schema)
  return {
    model: templates,

    /** False when the workspace has a template of this name and language. */
    async insert({ id, ...fields }: TemplateRecord): Promise<boolean> {
      try {
        await templates.create({ _id: id, ...fields })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },

    async find(workspaceId: string, templateId: string): Promise<TemplateRecord | null> {
      const found = await templates.findOne({ _id: templateId, workspaceId }).lean()
      return found && toRecord(found)
    },

    /** By name; of several languages the first one when none is asked for. */
    async findByName(
      workspaceId: string,
      name: string,
      language?: string,
    ): Promise<TemplateRecord | null> {
      const found = await templates
        .findOne({ workspaceId, name, ...(language !== undefined && { language }) })
        .sort({ language: 1 })
        .lean()
      return found && toRecord(found)
    },

    async list(
      workspaceId: string,
      query: {
        cursor?: string | undefined
        limit: number
        name?: string | undefined
        status?: string | undefined
      },
    ): Promise<Page<TemplateRecord>> {
      const found = await templates
        .find({
          $and: [
            { workspaceId },
            query.name === undefined ? {} : { name: query.name },
            query.status === undefined ? {} : { status: query.status },
            fromCursor(query.cursor, BY_NAME),
          ],
        })
        .sort(toSort(BY_NAME))
        .limit(query.limit + 1)
        .lean()
      return toPage(found, query.limit, BY_NAME, toRecord)
    },

    async update(
      workspaceId: string,
      templateId: string,
      changes: Partial<Omit<TemplateRecord, 'id' | 'workspaceId' | 'createdAt'>>,
    ): Promise<TemplateRecord | null> {
      const found = await templates
        .findOneAndUpdate(
          { _id: templateId, workspaceId },
          { $set: changes },
          { returnDocument: 'after' },
        )
        .lean()
      return found && toRecord(found)
    },

    async remove(workspaceId: string, templateId: string): Promise<boolean> {
      const result = await templates.deleteOne({ _id: templateId, workspaceId })
      return result.deletedCount === 1
    },
  }
}

const toRecord = (document: StoredDocument): TemplateRecord => ({
  ...fromDocument<Omit<TemplateRecord, 'headerMedia'>>(document),
  // Templates from before there was such a field have none.
  headerMedia: (document.headerMedia ?? null) as TemplateRecord['headerMedia'],
})
