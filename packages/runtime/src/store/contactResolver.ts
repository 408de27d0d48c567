import { randomUUID } from 'node:crypto'
import { newId } from '../pipeline/ids.ts'
import type { ContactRecord, Logger, NewContact } from '../pipeline/index.ts'
import { fromContact, toAliasKey, toContact } from './contactDocuments.ts'
import { type StoredCollection, type StoredDocument, updateOf } from './documents.ts'
import { isDuplicateKey } from './duplicateKey.ts'
import { groupReads } from './groupReads.ts'
import type { GroupedWrite } from './groupWrites.ts'
import type { RecordCache } from './RecordCache.ts'

export interface ResolverScope {
  readonly collection: StoredCollection
  readonly write: (write: GroupedWrite) => Promise<void>
  readonly cache: RecordCache<ContactRecord>
  /** Contact ids by alias key. An entry may be out of date; the contact then lacks the alias. */
  readonly idsByAliasKey: RecordCache<string>
  readonly logger: Logger
}

/** Each round that finds nobody and then may not insert means that somebody else was faster, who is found next time. */
const MAX_ROUNDS = 3

/** Finds or makes the contact that has an alias; see `Store.contacts.resolve`. */
export function createContactResolver(scope: ResolverScope) {
  const { collection, write, cache, idsByAliasKey, logger } = scope
  const loadByAliasKey = groupReads((aliasKeys) => findByAliasKeys(collection, aliasKeys))

  return {
    async resolve(wanted: NewContact): Promise<ContactRecord> {
      if (wanted.aliases.length === 0) {
        throw new Error(`A contact of workspace ${wanted.workspaceId} needs an alias`)
      }
      const known = findKnown(wanted)
      if (known) return known
      for (let round = 1; round <= MAX_ROUNDS; round += 1) {
        const contact = (await find(wanted)) ?? (await insert(wanted))
        if (contact) return contact
      }
      throw new Error(
        `The aliases of a contact changed hands ${MAX_ROUNDS} times while it was looked for`,
      )
    },
  }

  /** From memory, when there is nothing to add and nothing that is about to change. */
  function findKnown(wanted: NewContact): ContactRecord | undefined {
    const [alias = ''] = wanted.aliases
    const contactId = idsByAliasKey.get(toAliasKey(wanted.workspaceId, alias))
    const contact = contactId === undefined ? undefined : cache.get(contactId)
    // Whether this is the first message ever is asked of the database.
    if (!contact || contact.lastMessageAt === null) return undefined
    const isComplete =
      wanted.aliases.every((each) => contact.aliases.includes(each)) &&
      Object.keys(missingFields(contact, wanted)).length === 0
    return isComplete ? contact : undefined
  }

  async function find(wanted: NewContact): Promise<ContactRecord | null> {
    const turn = cache.turn()
    const aliasKeys = wanted.aliases.map((alias) => toAliasKey(wanted.workspaceId, alias))
    const documents = (await Promise.all(aliasKeys.map(loadByAliasKey))).filter(isFound)
    const contacts = [...new Map(documents.map((each) => [each._id, each])).values()]
      .map(toContact)
      .sort(byAge)
    const [contact, ...others] = contacts
    if (!contact) return null
    if (others.length > 0) {
      const contactIds = contacts.map(({ id }) => id)
      logger.warn(
        { contactIds },
        'aliases of one sender belong to several contacts; took the oldest',
      )
    }
    const taken = new Set(contacts.flatMap(({ aliases }) => aliases))
    const missingAliases = wanted.aliases.filter((alias) => !taken.has(alias))
    return complete(contact, wanted, missingAliases, turn)
  }

  async function complete(
    contact: ContactRecord,
    wanted: NewContact,
    missingAliases: readonly string[],
    turn: number,
  ): Promise<ContactRecord> {
    const fields = missingFields(contact, wanted)
    const completed = { ...contact, ...fields, aliases: [...contact.aliases, ...missingAliases] }
    if (missingAliases.length === 0 && Object.keys(fields).length === 0) {
      remember(contact, turn)
      return contact
    }
    const aliasKeys = missingAliases.map((alias) => toAliasKey(contact.workspaceId, alias))
    try {
      await write({
        documentId: contact.id,
        operation: {
          updateOne: {
            filter: { _id: contact.id },
            update: updateOf({ $set: fields, $addToSet: { aliasKeys: { $each: aliasKeys } } }),
          },
        },
      })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      logger.warn({ contactId: contact.id }, 'an alias was given to another contact meanwhile')
      return contact
    } finally {
      cache.forget(contact.id)
    }
    return completed
  }

  /** Null when somebody else made a contact with one of the aliases first. */
  async function insert(wanted: NewContact): Promise<ContactRecord | null> {
    const turn = cache.turn()
    const { workspaceId, phone, name } = wanted
    const contact: ContactRecord = {
      id: newId('contact'),
      uuid: randomUUID(),
      workspaceId,
      phone,
      name,
      aliases: [...new Set(wanted.aliases)],
      tags: [],
      attributes: {},
      optedOut: false,
      language: wanted.language ?? '',
      createdAt: wanted.at,
      lastMessageAt: null,
    }
    try {
      await write({
        documentId: contact.id,
        operation: { insertOne: { document: fromContact(contact) } },
      })
    } catch (error) {
      if (isDuplicateKey(error)) return null
      throw error
    }
    remember(contact, turn)
    return contact
  }

  function remember(contact: ContactRecord, turn: number): void {
    cache.put(contact.id, contact, turn)
    for (const alias of contact.aliases) {
      idsByAliasKey.put(toAliasKey(contact.workspaceId, alias), contact.id, idsByAliasKey.turn())
    }
  }
}

const isFound = (document: StoredDocument | null): document is StoredDocument => document !== null

const byAge = (a: ContactRecord, b: ContactRecord) =>
  a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)

/** What the platform tells now and the contact lacks. What people wrote themselves is never replaced. */
const missingFields = (contact: ContactRecord, wanted: NewContact) => ({
  ...(contact.name === '' && wanted.name !== '' ? { name: wanted.name } : {}),
  ...(contact.phone === '' && wanted.phone !== '' ? { phone: wanted.phone } : {}),
  ...(contact.language === '' && wanted.language ? { language: wanted.language } : {}),
})

async function findByAliasKeys(
  collection: StoredCollection,
  aliasKeys: readonly string[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  const documents = await collection.find({ aliasKeys: { $in: [...aliasKeys] } }).toArray()
  return new Map(
    documents.flatMap((document) =>
      // Written by fromContact.
      (document.aliasKeys as readonly string[]).map((key) => [key, document] as const),
    ),
  )
}
