import { type ContactRecord, conversationIdOf, type NumberRecord } from '@parley/runtime/pipeline'
import type { RouteDependencies } from '../dependencies.ts'
import { invalidField } from '../errors.ts'
import { WHATSAPP_CHANNELS } from './chooseNumber.ts'

/**
 * How `send` is told to write to a contact with this number: by phone number where that is an address, otherwise by
 * the conversation that the contact began.
 *
 * @throws {ApiError} 422 when the contact cannot be reached with this number.
 */
export async function recipientOf(
  { store }: Pick<RouteDependencies, 'store'>,
  contact: ContactRecord,
  number: NumberRecord,
): Promise<string> {
  // The phone number first: what a repeated request is compared by must not change when a conversation begins.
  if (contact.phone !== '' && WHATSAPP_CHANNELS.includes(number.channel)) return contact.phone
  const conversationId = conversationIdOf(number.id, { contactId: contact.id })
  if (await store.conversations.find(conversationId)) return `conversation:${conversationId}`
  throw invalidField('contact', `cannot be reached: has never written to ${number.name}`)
}
