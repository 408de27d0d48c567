import { InputError } from './errors.ts'
import type { NumberLine } from './facade.ts'
import type { Connection } from './ports/channel.ts'
import type { NumberRecord } from './records.ts'

/** @throws {InputError} in words for people, when there is no line or it can do nothing of this. */
export function openLine(number: NumberRecord, connection: Connection | null): NumberLine {
  if (!connection) {
    throw new InputError(
      'numberOffline',
      `The number "${number.name}" is not connected. ${number.statusReason}`.trim(),
    )
  }
  const { groups } = connection
  const lookUp = connection.lookUp?.bind(connection)
  if (!groups || !lookUp) {
    throw new InputError('notSupported', `${number.channel} has no groups and no look-ups.`)
  }
  return {
    groups,
    async lookUp(phone) {
      const digits = phone.replaceAll(/[\s()+.-]/g, '')
      if (!/^\d{5,15}$/.test(digits)) {
        throw new InputError('invalidRecipient', `"${phone.slice(0, 64)}" is no phone number.`)
      }
      return lookUp(digits)
    },
    async markRead(messageId) {
      await connection.markRead?.(messageId)
    },
  }
}
