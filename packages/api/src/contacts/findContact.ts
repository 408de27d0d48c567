import type { ContactRecord } from '@parley/runtime/pipeline'
import type { RouteDependencies } from '../dependencies.ts'
import { notFound } from '../errors.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * A contact by its id, its second id, or its phone number with or without +.
 *
 * @throws {ApiError} 404
 */
export async function findContact(
  { store }: Pick<RouteDependencies, 'store'>,
  workspaceId: string,
  contactId: string,
): Promise<ContactRecord> {
  const phone = toPhoneDigits(contactId)
  const found = phone
    ? await store.contacts.findByPhone(workspaceId, phone)
    : UUID.test(contactId)
      ? await store.contacts.findByUuid(workspaceId, contactId.toLowerCase())
      : await store.contacts.find(workspaceId, contactId)
  if (found) return found
  throw notFound('contact', contactId)
}

/** E.164 digits of what a person or a program writes as a phone number; null when it cannot be one. */
export function toPhoneDigits(text: string): string | null {
  const digits = text
    .trim()
    .replace(/@(c\.us|s\.whatsapp\.net)$/, '')
    .replaceAll(/[\s()+.-]/g, '')
  return /^\d{5,15}$/.test(digits) ? digits : null
}
