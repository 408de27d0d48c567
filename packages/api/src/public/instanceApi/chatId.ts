import type { ContactRecord, MessageRecord } from '@parley/runtime/pipeline'
import { ApiError } from '../../errors.ts'

/** What the service itself says. */
const WRONG_PHONE =
  'phone parameter should contain only numbers, start from country code and be 9-14 characters long'
const WRONG_CHAT =
  'chatId parameter should look like 17472822486@c.us for private messages and 17472822486-1479621234@g.us for groups'

/** A chat in this API's words: `17472822486@c.us`, or `…@g.us` for a group. */
export function presentChatId(
  { address, isGroup }: Pick<MessageRecord, 'address' | 'isGroup'>,
  contact: Pick<ContactRecord, 'phone'> | null,
): string {
  if (isGroup) return address
  // Some addresses hide the phone number that the contact is known by.
  if (address.endsWith('@lid')) return contact?.phone ? toUserId(contact.phone) : address
  return toUserId(address)
}

/** @param address digits, with or without a server */
export const toUserId = (address: string): string =>
  `${address.replace(/@(s\.whatsapp\.net|c\.us)$/, '')}@c.us`

/**
 * Where a message is to go.
 *
 * @throws {ApiError} unless exactly one of both is given and right.
 */
export function toRecipient({
  phone = '',
  chatId = '',
}: {
  readonly phone?: string | undefined
  readonly chatId?: string | undefined
}): string {
  if (phone !== '' && chatId !== '') {
    throw wrong('phone', 'Only one of two parameters is needed: phone or chatId')
  }
  if (chatId !== '') return toAddress(chatId)
  if (phone === '') throw wrong('phone', 'phone or chatId parameter is required')
  const digits = phone.replaceAll(/[\s()+-]/g, '')
  if (/^\d{9,14}$/.test(digits)) return digits
  throw wrong('phone', WRONG_PHONE)
}

/** @throws {ApiError} when it cannot be a chat. */
export function toAddress(chatId: string): string {
  const trimmed = chatId.trim()
  if (/^(\d{5,15}@(c\.us|s\.whatsapp\.net)|[\w.-]{1,64}@g\.us|\d{5,20}@lid)$/.test(trimmed)) {
    return trimmed
  }
  throw wrong('chatId', WRONG_CHAT)
}

/** What is wrong with a parameter, in these words and no others. */
export const wrong = (field: string, message: string): ApiError =>
  new ApiError('VALIDATION_ERROR', message, { details: { [field]: [message] } })
