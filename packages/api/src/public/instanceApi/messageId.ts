import type { MessageRecord } from '@parley/runtime/pipeline'
import type { RouteDependencies } from '../../dependencies.ts'
import { wrong } from './chatId.ts'

/** `true_17472822486@c.us_3EB0…`: whether it is ours, its chat, and the platform's id in hex. */
export const presentMessageId = (
  { direction, channelMessageId, id }: MessageRecord,
  chatId: string,
): string => `${direction === 'outbound'}_${chatId}_${toHex(channelMessageId ?? id)}`

/** WhatsApp's ids are hex already; those of other channels are spelled in it. */
const toHex = (id: string): string =>
  /^[0-9A-F]+$/.test(id) ? id : Buffer.from(id).toString('hex').toUpperCase()

/**
 * The message of this number that a client names by what we gave it, or by the platform's id alone.
 *
 * @throws {ApiError} when there is none.
 */
export async function findByMessageId(
  { store }: Pick<RouteDependencies, 'store'>,
  numberId: string,
  given: string,
): Promise<MessageRecord> {
  const hex = /^(?:true|false)_.+_([0-9A-F]+)$/i.exec(given)?.[1]?.toUpperCase() ?? given
  const decoded = Buffer.from(hex, 'hex').toString()
  const found =
    (await store.messages.findByChannelId(numberId, hex)) ??
    (await store.messages.findByChannelId(numberId, decoded)) ??
    (await store.messages.find(decoded)) ??
    (await store.messages.find(given))
  if (found?.numberId === numberId) return found
  throw wrong('quotedMsgId', `There is no message ${given.slice(0, 100)}`)
}
