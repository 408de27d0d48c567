import type { Alias, ContactRecord } from '../pipeline/index.ts'
import { fromStoredAttributes, toStoredAttributes } from './attributes.ts'
import { fromDocument, type StoredDocument, toDocument } from './documents.ts'

/** Stands for "no message yet" in documents, so that the order by last message needs no rule for null. */
export const NEVER = -1

export const toAliasKey = (workspaceId: string, alias: Alias): string => `${workspaceId}|${alias}`

export function fromContact({ aliases, ...contact }: ContactRecord): StoredDocument {
  return {
    ...toDocument(contact),
    aliasKeys: aliases.map((alias) => toAliasKey(contact.workspaceId, alias)),
    attributes: toStoredAttributes(contact.attributes),
    lastMessageAt: contact.lastMessageAt ?? NEVER,
  }
}

export function toContact({ aliasKeys, ...document }: StoredDocument): ContactRecord {
  const contact = fromDocument<Omit<ContactRecord, 'aliases'>>(document)
  const prefixLength = toAliasKey(contact.workspaceId, '').length
  // Written by fromContact.
  const keys = aliasKeys as readonly string[]
  return {
    ...contact,
    aliases: keys.map((key) => key.slice(prefixLength)),
    attributes: fromStoredAttributes(document.attributes),
    // Contacts of an earlier version have none.
    language: contact.language ?? '',
    lastMessageAt: contact.lastMessageAt === NEVER ? null : contact.lastMessageAt,
  }
}
