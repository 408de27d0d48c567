import type { ContactRecord } from '../pipeline/index.ts'
import { fromContact, NEVER, toAliasKey, toContact } from './contactDocuments.ts'
import type { StoredCollection } from './documents.ts'
import { isDuplicateKey } from './duplicateKey.ts'
import { fromCursor, type Order, type Page, toPage, toSort } from './paging.ts'
import type { RecordCache } from './RecordCache.ts'

const ORDER: Order = {
  fields: [
    { field: 'lastMessageAt', type: 'number' },
    { field: '_id', type: 'string' },
  ],
  direction: 'descending',
}
const DEFAULT_LIMIT = 50

export interface ContactQuery {
  readonly workspaceId: string
  /** Part of the name, or of the phone number's digits; case does not matter. */
  readonly search?: string
  readonly tag?: string
  /** True: test contacts only. */
  readonly isTestContact?: boolean
  readonly cursor?: string
  readonly limit?: number
}

/** What the API reads and changes besides the pipeline. */
export function createContactQueries({
  collection,
  cache,
}: {
  collection: StoredCollection
  cache: RecordCache<ContactRecord>
}) {
  return {
    /** Contacts of a workspace; who wrote last comes first. @throws {BadCursorError} */
    async list(query: ContactQuery): Promise<Page<ContactRecord>> {
      const limit = query.limit ?? DEFAULT_LIMIT
      const { workspaceId, search, tag, isTestContact, cursor } = query
      const documents = await collection
        .find({
          workspaceId,
          ...(tag === undefined ? {} : { tags: tag }),
          ...(isTestContact === undefined
            ? {}
            : { isTestContact: isTestContact ? true : { $ne: true } }),
          $and: [fromCursor(cursor, ORDER), search === undefined ? {} : matching(search)],
        })
        .sort(toSort(ORDER))
        .limit(limit + 1)
        .toArray()
      return toPage(documents, limit, ORDER, toContact)
    },

    /** The contact with these E.164 digits; the oldest, should there be several. */
    async findByPhone(workspaceId: string, phone: string): Promise<ContactRecord | null> {
      const [byAlias] = await collection
        .find({ aliasKeys: toAliasKey(workspaceId, `phone:${phone}`) })
        .toArray()
      if (byAlias) return toContact(byAlias)
      const [byPhone] = await collection
        .find({ workspaceId, phone })
        .sort({ createdAt: 1 })
        .limit(1)
        .toArray()
      return byPhone ? toContact(byPhone) : null
    },

    /** By the second public id. */
    async findByUuid(workspaceId: string, uuid: string): Promise<ContactRecord | null> {
      const document = await collection.findOne({ uuid, workspaceId })
      return document && toContact(document)
    },

    /** Those of the contacts that the workspace has, in no particular order. */
    async listByIds(
      workspaceId: string,
      contactIds: readonly string[],
    ): Promise<readonly ContactRecord[]> {
      const documents = await collection.find({ _id: { $in: [...contactIds] } }).toArray()
      return documents.filter((each) => each.workspaceId === workspaceId).map(toContact)
    },

    /** False when one of its aliases belongs to another contact of the workspace. */
    async insert(contact: ContactRecord): Promise<boolean> {
      try {
        await collection.insertOne(fromContact(contact))
        return true
      } catch (error) {
        if (isDuplicateKey(error, 'aliasKeys')) return false
        throw error
      }
    },

    /** Its messages and conversations stay. False when the workspace has no such contact. */
    async remove(workspaceId: string, contactId: string): Promise<boolean> {
      const { deletedCount } = await collection.deleteOne({ _id: contactId, workspaceId })
      cache.forget(contactId)
      return deletedCount > 0
    },

    /** How many contacts the workspace has; with `wroteSince`, only those whose last message is not older. */
    async count(workspaceId: string, wroteSince: number = NEVER): Promise<number> {
      return collection.countDocuments({ workspaceId, lastMessageAt: { $gte: wroteSince } })
    },

    /** Another process says that it changed the contact. */
    forget(contactId: string): void {
      cache.forget(contactId)
    },
  }
}

function matching(search: string): Record<string, unknown> {
  const name = { name: { $regex: escapeRegex(search), $options: 'i' } }
  const digits = search.replaceAll(/[\s()+-]/g, '')
  // "+1 (555) 12" is looked for as digits; "Anna 2" is not.
  return /^\d+$/.test(digits) ? { $or: [name, { phone: { $regex: digits } }] } : name
}

const escapeRegex = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
