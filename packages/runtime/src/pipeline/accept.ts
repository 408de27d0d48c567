import { channelOf, type PipelineDependencies } from './dependencies.ts'
import { InputError } from './errors.ts'
import type { SendRequest, SendResult } from './facade.ts'
import { conversationIdOf, fingerprint, idempotentMessageId, newId } from './ids.ts'
import type { Place, Places } from './places.ts'
import type { Channel } from './ports/channel.ts'
import { phoneOf, preview } from './receive.ts'
import type {
  Alias,
  ContactRecord,
  ConversationRecord,
  MessageRecord,
  NumberRecord,
} from './records.ts'

/** Whom a message goes to, once the words of the request are understood. */
export interface Recipient {
  readonly contact: ContactRecord
  readonly conversationId: string
  readonly address: string
  readonly isGroup: boolean
}

/**
 * The front half of the send pipeline: checks the request, finds contact and conversation, and makes the message
 * durable. Nothing is stored when it throws.
 *
 * @throws {InputError}
 */
export async function accept(
  dependencies: PipelineDependencies,
  places: Places,
  request: SendRequest,
): Promise<SendResult> {
  const { store, clock, live } = dependencies
  const number = await findNumber(dependencies, request)
  const channel = channelOf(dependencies, number.channel)
  if (!channel)
    throw new InputError('numberOffline', `The channel ${number.channel} is not available yet.`)
  const repeated = await earlierResult(dependencies, request)
  if (repeated) return { message: repeated, isNew: false }
  const now = clock.now()
  if (request.scheduledAt !== undefined && request.scheduledAt <= now) {
    throw new InputError('scheduledInPast', 'The time to send at has passed.')
  }
  if (request.whenOffline === 'reject' && number.status !== 'connected') {
    throw new InputError('numberOffline', `The number "${number.name}" is not connected.`)
  }
  const recipient = await resolveRecipient(dependencies, number, channel, request.to)
  if (recipient.contact.optedOut) {
    throw new InputError('contactOptedOut', 'This contact has asked not to be written to.')
  }

  const message = toRecord(request, number, channel, recipient, places.next())
  const isNew = (await store.messages.insertOutbound([message])).length > 0
  if (!isNew) return { message: await firstOf(dependencies, message), isNew }
  await store.conversations.touch({
    id: recipient.conversationId,
    workspaceId: number.workspaceId,
    numberId: number.id,
    contactId: recipient.contact.id,
    address: recipient.address,
    isGroup: recipient.isGroup,
    lastMessageAt: now,
    lastMessagePreview: preview(message.content),
    inbound: false,
  })
  live.publish(number.workspaceId, { type: 'message.queued', message })
  return { message, isNew }
}

/** @throws {InputError} when `to` cannot be an address of this channel, or names no conversation of the number. */
export async function resolveRecipient(
  dependencies: PipelineDependencies,
  number: NumberRecord,
  channel: Channel,
  to: string,
): Promise<Recipient> {
  const { store } = dependencies
  if (to.startsWith(CONVERSATION_PREFIX)) {
    const conversation = await store.conversations.find(to.slice(CONVERSATION_PREFIX.length))
    if (conversation?.numberId !== number.id) {
      throw new InputError('invalidRecipient', 'There is no such conversation on this number.')
    }
    const contact = await store.contacts.find(number.workspaceId, conversation.contactId)
    if (!contact)
      throw new InputError('invalidRecipient', 'The contact of this conversation was deleted.')
    const { id: conversationId, address, isGroup } = conversation
    return { contact, conversationId, address, isGroup }
  }
  const resolved = channel.resolveAddress(to)
  if (!resolved) {
    throw new InputError(
      'invalidRecipient',
      `"${to.slice(0, 64)}" is not a recipient that ${number.name} can write to.`,
    )
  }
  const contact = await contactOf(dependencies, number, resolved.aliases)
  const { isGroup } = resolved
  const peer = isGroup ? { group: resolved.address } : { contactId: contact.id }
  const conversationId = conversationIdOf(number.id, peer)
  const recipient = { contact, conversationId, isGroup }
  // Known by nothing but what was asked for: there is no other address.
  if (isGroup || contact.aliases.length <= resolved.aliases.length) {
    return { ...recipient, address: resolved.address }
  }
  const conversation = await store.conversations.find(conversationId)
  return { ...recipient, address: addressOf(channel, resolved, conversation) }
}

/**
 * Where the contact last wrote, which is where the platform's keys for the conversation are: WhatsApp's phone number and
 * LID are two addresses of one person. Another phone number than that of the conversation is taken at its word.
 */
function addressOf(
  channel: Channel,
  asked: { readonly address: string; readonly aliases: readonly Alias[] },
  conversation: ConversationRecord | null,
): string {
  if (!conversation || conversation.lastInboundAt === null) return asked.address
  const known = phoneOf(channel.resolveAddress(conversation.address)?.aliases ?? [])
  const wanted = phoneOf(asked.aliases)
  const isAnother = known !== '' && wanted !== '' && known !== wanted
  return isAnother ? asked.address : conversation.address
}

const CONVERSATION_PREFIX = 'conversation:'

async function findNumber(
  { store }: PipelineDependencies,
  request: SendRequest,
): Promise<NumberRecord> {
  const number = await store.numbers.find(request.numberId)
  if (number?.workspaceId !== request.workspaceId) {
    throw new InputError('numberNotFound', `There is no number ${request.numberId}.`)
  }
  return number
}

const contactOf = (
  { store, clock }: PipelineDependencies,
  number: NumberRecord,
  aliases: readonly Alias[],
) =>
  store.contacts.resolve({
    workspaceId: number.workspaceId,
    aliases,
    phone: phoneOf(aliases),
    name: '',
    at: clock.now(),
  })

function toRecord(
  request: SendRequest,
  number: NumberRecord,
  channel: Channel,
  recipient: Recipient,
  { createdAt, order }: Place,
): MessageRecord {
  const id = repeatableId(request) ?? newId('msg')
  return {
    id,
    workspaceId: number.workspaceId,
    numberId: number.id,
    conversationId: recipient.conversationId,
    contactId: recipient.contact.id,
    address: recipient.address,
    isGroup: recipient.isGroup,
    direction: 'outbound',
    content: request.content,
    renderedAs: null,
    channelMessageId: channel.newMessageId(number, id),
    quotedMessageId: request.quotedMessageId ?? null,
    status: 'queued',
    failure: null,
    source: request.source,
    createdAt,
    order,
    statusAt: { queued: createdAt },
    open: true,
    dueAt: request.scheduledAt ?? createdAt,
    attempts: 0,
    isFirst: false,
    scheduled: request.scheduledAt !== undefined,
    requestHash: request.idempotencyKey === undefined ? null : requestHash(request),
  }
}

/** With a key the id is derived from it, so the database itself refuses the second of two parallel repeats. */
const repeatableId = ({ workspaceId, source, idempotencyKey }: SendRequest): string | null =>
  idempotencyKey === undefined
    ? null
    : idempotentMessageId(workspaceId, source.type, idempotencyKey)

const requestHash = ({
  numberId,
  to,
  content,
  scheduledAt,
  quotedMessageId,
}: SendRequest): string => fingerprint({ numberId, to, content, scheduledAt, quotedMessageId })

/**
 * What the first request with this idempotency key made; null when this is the first. Asked before anything is checked
 * that may have changed since: a repeat has its first result also when the number is offline by now.
 */
async function earlierResult(
  { store }: PipelineDependencies,
  request: SendRequest,
): Promise<MessageRecord | null> {
  const id = repeatableId(request)
  const earlier = id === null ? null : await store.messages.find(id)
  return earlier && sameRequest(earlier, requestHash(request))
}

/** The message of the request that was faster with this idempotency key. */
async function firstOf(
  { store }: PipelineDependencies,
  repeat: MessageRecord,
): Promise<MessageRecord> {
  const first = await store.messages.find(repeat.id)
  if (!first) throw new Error(`Message ${repeat.id} vanished between insert and look-up`)
  return sameRequest(first, repeat.requestHash)
}

function sameRequest(first: MessageRecord, hash: string | null): MessageRecord {
  if (first.requestHash === hash) return first
  throw new InputError(
    'idempotencyConflict',
    'This Idempotency-Key was used before with another request.',
  )
}
