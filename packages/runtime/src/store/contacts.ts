import { Schema } from 'mongoose'
import type { ContactRecord, Store } from '../pipeline/index.ts'
import { toStoredAttributes } from './attributes.ts'
import { NEVER, toContact } from './contactDocuments.ts'
import { createContactQueries } from './contactQueries.ts'
import { createContactResolver } from './contactResolver.ts'
import {
  byId,
  nativeCollection,
  SCHEMA_OPTIONS,
  type StoredDocument,
  type UpdateOperators,
  updateOf,
} from './documents.ts'
import { groupReads } from './groupReads.ts'
import { groupWrites } from './groupWrites.ts'
import { RecordCache } from './RecordCache.ts'
import type { StoreContext } from './storeContext.ts'

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    uuid: { type: String, required: true },
    workspaceId: { type: String, required: true },
    /** `<workspace id>|<alias>`: one unique index says that an alias has one contact in a workspace. */
    aliasKeys: { type: [String], required: true },
    phone: { type: String, default: '' },
    name: { type: String, default: '' },
    tags: { type: [String], required: true },
    attributes: { type: Schema.Types.Mixed, required: true },
    optedOut: { type: Boolean, required: true },
    language: { type: String, default: '' },
    isTestContact: { type: Boolean },
    createdAt: { type: Number, required: true },
    /** -1 until the first message, so that the order needs no rule for null. */
    lastMessageAt: { type: Number, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'contacts' },
)
schema.index({ aliasKeys: 1 }, { unique: true })
schema.index({ uuid: 1 }, { unique: true })
schema.index({ workspaceId: 1, lastMessageAt: -1, _id: -1 })
schema.index({ workspaceId: 1, phone: 1 })
schema.index({ workspaceId: 1, tags: 1 })
schema.index(
  { workspaceId: 1, isTestContact: 1, lastMessageAt: -1, _id: -1 },
  { partialFilterExpression: { isTestContact: true } },
)

/** How long another process's change of a contact may stay unseen here. */
const CACHE_MS = 5_000
const CACHED_CONTACTS = 20_000

export function createContacts(context: StoreContext) {
  const model = context.connection.model<StoredDocument>('Contact', schema)
  const collection = nativeCollection(model)
  const cacheOptions = { maxEntries: CACHED_CONTACTS, ttlMs: CACHE_MS, now: context.now }
  const cache = new RecordCache<ContactRecord>(cacheOptions)
  const idsByAliasKey = new RecordCache<string>(cacheOptions)
  const write = groupWrites(collection)
  const load = groupReads(async (ids) =>
    byId(await collection.find({ _id: { $in: [...ids] } }).toArray()),
  )
  const resolver = createContactResolver({
    collection,
    write,
    cache,
    idsByAliasKey,
    logger: context.logger,
  })

  /** Several updates of one contact keep their order. */
  async function change(
    workspaceId: string,
    contactId: string,
    updates: readonly UpdateOperators[],
  ) {
    const filter = { _id: contactId, workspaceId }
    await Promise.all(
      updates.map((update) =>
        write({
          documentId: contactId,
          operation: { updateOne: { filter, update: updateOf(update) } },
        }),
      ),
    )
    cache.forget(contactId)
  }

  const port = {
    resolve: (contact) => resolver.resolve(contact),

    async find(workspaceId, contactId) {
      const cached = cache.get(contactId)
      const contact = cached ?? (await loadContact(contactId))
      return contact?.workspaceId === workspaceId ? contact : null
    },

    async applyChange(workspaceId, contactId, wanted) {
      const { setName, setLanguage, setAttributes, addTags, removeTags } = wanted
      const fields = {
        ...(setName === undefined ? {} : { name: setName }),
        ...(setLanguage === undefined ? {} : { language: setLanguage }),
        ...toAttributePaths(setAttributes ?? {}),
      }
      const updates: UpdateOperators[] = []
      if (Object.keys(fields).length > 0) updates.push({ $set: fields })
      if (addTags?.length) updates.push({ $addToSet: { tags: { $each: addTags } } })
      // The database does not take both on one field in one update.
      if (removeTags?.length) updates.push({ $pull: { tags: { $in: removeTags } } })
      await change(workspaceId, contactId, updates)
    },

    async touch(workspaceId, contactId, lastMessageAt) {
      const known = cache.get(contactId)?.lastMessageAt ?? null
      if (known !== null && lastMessageAt < known + TOUCH_STEP_MS) return
      await write({
        documentId: contactId,
        operation: {
          updateOne: {
            filter: { _id: contactId, workspaceId },
            update: { $max: { lastMessageAt } },
          },
        },
      })
      cache.change(contactId, (contact) => ({
        ...contact,
        lastMessageAt: Math.max(contact.lastMessageAt ?? NEVER, lastMessageAt),
      }))
    },

    async setOptedOut(workspaceId, contactId, optedOut) {
      await change(workspaceId, contactId, [{ $set: { optedOut } }])
    },
  } satisfies Store['contacts']

  const loadContact = (contactId: string): Promise<ContactRecord | null> =>
    cache.load(contactId, async () => {
      const document = await load(contactId)
      return document && toContact(document)
    })

  return {
    ...port,
    ...createContactQueries({ collection, cache }),
    model,

    /** Test contacts talk to versions on trial before anybody else. */
    async setTestContact(workspaceId: string, contactId: string, isTestContact: boolean) {
      await change(workspaceId, contactId, [{ $set: { isTestContact } }])
    },
  }
}

/** Exact to this: one who writes a dozen messages in a row is written down once. */
const TOUCH_STEP_MS = 10_000

const toAttributePaths = (attributes: ContactRecord['attributes']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(toStoredAttributes(attributes)).map(([field, value]) => [
      `attributes.${field}`,
      value,
    ]),
  )
