import type { ContactRecord, MessageRecord, NumberRecord } from '@parley/runtime/pipeline'
import type { Content } from '@parley/shared'
import type { Caller } from '../../auth/caller.ts'
import { findContact, toPhoneDigits } from '../../contacts/findContact.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError, invalidField } from '../../errors.ts'
import { findMessage } from '../../messages/findMessage.ts'
import { chooseNumber } from '../../sending/chooseNumber.ts'
import { recipientOf } from '../../sending/recipientOf.ts'
import { sendContent } from '../../sending/sendContent.ts'
import { fromUuid, UUID } from './uuid.ts'

/** Whom a message is for: a contact that there is, or whoever has a phone number. */
export type Addressee =
  | { readonly type: 'contact'; readonly contact: ContactRecord }
  | { readonly type: 'phone'; readonly phone: string }

export interface Sending {
  readonly to: Addressee
  /** Name of the number. */
  readonly account: string | undefined
  readonly content: Content
  readonly quoted?: string | undefined
  readonly idempotencyKey: string | undefined
}

/** Sends through the one pipeline. A number that is not connected keeps the message until it is. */
export async function send(
  dependencies: RouteDependencies,
  caller: Caller,
  { to, account, content, quoted, idempotencyKey }: Sending,
): Promise<{ message: MessageRecord; contact: ContactRecord | undefined }> {
  const { store } = dependencies
  const { workspaceId } = caller
  const known =
    to.type === 'contact' ? to.contact : await store.contacts.findByPhone(workspaceId, to.phone)
  const named = account === undefined ? undefined : await findAccount(dependencies, caller, account)
  const numberId = named?.id
  const number = await chooseNumber(dependencies, caller, {
    numberId,
    contactId: known?.id,
    idempotencyKey,
  })
  const { message } = await sendContent(dependencies, caller, {
    number,
    to: to.type === 'phone' ? to.phone : await recipientOf(dependencies, to.contact, number),
    content,
    dialect: 'whatomate',
    whenOffline: 'queue',
    quoted: quoted === undefined ? undefined : (fromUuid(quoted, 'msg') ?? quoted),
    idempotencyKey,
  })
  const contact = await store.contacts.find(workspaceId, message.contactId)
  return { message, contact: contact ?? undefined }
}

/**
 * The number with this name.
 *
 * @throws {ApiError} 404 when the caller has none.
 */
export async function findAccount(
  { store }: RouteDependencies,
  { workspaceId, numberId }: Caller,
  name: string,
): Promise<NumberRecord> {
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof store.numbers.list>> = await store.numbers.list({
      workspaceId,
      ...(cursor !== null && { cursor }),
    })
    const found = page.items.find(
      (number) => number.name === name && (numberId === null || number.id === numberId),
    )
    if (found) return found
    cursor = page.nextCursor
  } while (cursor !== null)
  throw new ApiError('SESSION_NOT_FOUND', `There is no number called ${name.slice(0, 64)}`)
}

/**
 * A contact by its UUID, our id or its phone number.
 *
 * @throws {ApiError} 400 in these words when it is none of them, 404 when there is none.
 */
export function findContactOr400(
  dependencies: RouteDependencies,
  { workspaceId }: Caller,
  contactId: string,
  words: string,
): Promise<ContactRecord> {
  const canBe =
    UUID.test(contactId) || /^\w+_\w+$/.test(contactId) || toPhoneDigits(contactId) !== null
  if (!canBe) throw invalidField('', words)
  return findContact(dependencies, workspaceId, contactId)
}

/** A message by its UUID or by our id. @throws {ApiError} 404 */
export const findMessageByUuid = (
  dependencies: RouteDependencies,
  caller: Caller,
  messageId: string,
): Promise<MessageRecord> =>
  findMessage(dependencies, caller, fromUuid(messageId, 'msg') ?? messageId)
