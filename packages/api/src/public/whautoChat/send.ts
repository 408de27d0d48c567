import type { MessageRecord } from '@parley/runtime/pipeline'
import type { ChannelType, Content } from '@parley/shared'
import type { Caller } from '../../auth/caller.ts'
import { findContact, toPhoneDigits } from '../../contacts/findContact.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { invalidField, notFound } from '../../errors.ts'
import { chooseNumber, WHATSAPP_CHANNELS } from '../../sending/chooseNumber.ts'
import { recipientOf } from '../../sending/recipientOf.ts'
import { sendContent } from '../../sending/sendContent.ts'
import type { EveryRequest } from './schema.ts'
import { toAddressee, toScheduledAt } from './toOutbound.ts'

export type Channel = 'whatsapp' | 'messenger' | 'instagram' | 'telegram'

const CHANNEL_TYPES: Readonly<Record<Channel, readonly ChannelType[]>> = {
  whatsapp: WHATSAPP_CHANNELS,
  messenger: ['messenger'],
  instagram: ['instagram'],
  telegram: ['telegram'],
}

export interface Sending {
  readonly channel: Channel
  readonly body: EveryRequest
  /** In the order in which they arrive. */
  readonly contents: readonly [Content, ...Content[]]
  readonly idempotencyKey: string | undefined
}

/**
 * Sends what a request became through the one pipeline.
 *
 * @throws {ApiError} 404 for workspaces and contacts that are not the caller's, 409 without a number of the channel.
 */
export async function send(
  dependencies: RouteDependencies,
  caller: Caller,
  { channel, body, contents, idempotencyKey }: Sending,
): Promise<[MessageRecord, ...MessageRecord[]]> {
  if (body.workspace !== caller.workspaceId) throw notFound('workspace', body.workspace)
  const scheduledAt = toScheduledAt(body)
  const { number, to } = await chooseWay(dependencies, caller, { channel, body, idempotencyKey })
  const sendOne = async (content: Content, index: number): Promise<MessageRecord> => {
    const { message } = await sendContent(dependencies, caller, {
      number,
      to,
      content,
      dialect: 'whautoChat',
      whenOffline: 'queue',
      scheduledAt,
      // Each message of a request is repeated by itself.
      idempotencyKey:
        idempotencyKey && (index === 0 ? idempotencyKey : `${idempotencyKey}#${index}`),
    })
    return message
  }
  const [first, ...others] = contents
  const sent: [MessageRecord, ...MessageRecord[]] = [await sendOne(first, 0)]
  // One after the other: that is the order in which they are shown.
  for (const [index, content] of others.entries()) sent.push(await sendOne(content, index + 1))
  return sent
}

/** The number to send with, and what it knows the addressee by. */
async function chooseWay(
  dependencies: RouteDependencies,
  caller: Caller,
  { channel, body, idempotencyKey }: Omit<Sending, 'contents'>,
) {
  const { workspaceId } = caller
  const channels = CHANNEL_TYPES[channel]
  const addressee = toAddressee(body, channel)
  if (addressee.type === 'contact') {
    const contact = await findContact(dependencies, workspaceId, addressee.contactId)
    const number = await chooseNumber(dependencies, caller, {
      channels,
      contactId: contact.id,
      idempotencyKey,
    })
    return { number, to: await recipientOf(dependencies, contact, number) }
  }
  const phone = toPhoneDigits(addressee.phone)
  if (phone === null) throw invalidField('recepient.phoneNumber', 'must be a phone number')
  const known = await dependencies.store.contacts.findByPhone(workspaceId, phone)
  const number = await chooseNumber(dependencies, caller, {
    channels,
    contactId: known?.id,
    idempotencyKey,
  })
  return { number, to: phone }
}
