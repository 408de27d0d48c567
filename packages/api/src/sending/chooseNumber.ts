import { idempotentMessageId, type NumberRecord } from '@parley/runtime/pipeline'
import type { ChannelType } from '@parley/shared'
import type { Caller } from '../auth/caller.ts'
import type { RouteDependencies } from '../dependencies.ts'
import { ApiError } from '../errors.ts'
import { findNumber } from '../numbers/findNumber.ts'
import { readSandboxSettings } from '../numbers/sandboxSettings.ts'

export interface NumberWish {
  /** The number itself, where the request names one. */
  readonly numberId?: string | undefined
  /** Only numbers of these channels, and sandbox numbers that imitate one of them. */
  readonly channels?: readonly ChannelType[] | undefined
  /** Somebody whom a number may know already. */
  readonly contactId?: string | undefined
  /** Of the request: its repeats go where the first one went, whatever has changed since. */
  readonly idempotencyKey?: string | undefined
}

/** Where a phone number is an address. */
export const WHATSAPP_CHANNELS: readonly ChannelType[] = [
  'whatsapp-web',
  'whatsapp-cloud',
  'sandbox',
]

/**
 * The number to send with, for requests that need not name one: the one that the key belongs to, the one asked for,
 * the one that last spoke with the contact, and otherwise the workspace's first that is connected.
 *
 * @throws {ApiError} 404 when the workspace has no such number.
 */
export async function chooseNumber(
  dependencies: RouteDependencies,
  caller: Caller,
  { numberId, channels = WHATSAPP_CHANNELS, contactId, idempotencyKey }: NumberWish,
): Promise<NumberRecord> {
  const named = numberId ?? caller.numberId
  if (named !== null) {
    const number = await findNumber(dependencies, caller, named)
    if (serves(number, channels)) return number
    throw new ApiError('SESSION_NOT_FOUND', `The number ${number.name} is of another channel`)
  }
  const { workspaceId } = caller
  const { store } = dependencies
  if (idempotencyKey !== undefined) {
    const messageId = idempotentMessageId(workspaceId, 'api', idempotencyKey)
    const earlier = await store.messages.find(messageId)
    const number = earlier && (await store.numbers.find(earlier.numberId))
    if (number && serves(number, channels)) return number
  }
  if (contactId !== undefined) {
    const { items } = await store.conversations.list({ workspaceId, contactId, limit: 20 })
    for (const { numberId: used } of items) {
      const number = await store.numbers.find(used)
      if (number && serves(number, channels)) return number
    }
  }
  const { items: numbers } = await store.numbers.list({ workspaceId, limit: 100 })
  const usable = numbers.filter((number) => serves(number, channels))
  const chosen = usable.find(({ status }) => status === 'connected') ?? usable[0]
  if (chosen) return chosen
  throw new ApiError(
    'SESSION_NOT_FOUND',
    `This workspace has no number for ${channels[0]} yet. Connect one first`,
  )
}

function serves(number: NumberRecord, channels: readonly ChannelType[]): boolean {
  if (number.channel !== 'sandbox') return channels.includes(number.channel)
  return channels.includes(readSandboxSettings(number).imitates)
}
