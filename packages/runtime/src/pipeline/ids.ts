import { createHash } from 'node:crypto'
import { monotonicFactory } from 'ulid'
import type { MessageSource } from './records.ts'

const ulid = monotonicFactory()

/** A new id that sorts by the time it was made: `msg_01jd…`. */
export const newId = (prefix: string): string => `${prefix}_${ulid().toLowerCase()}`

/** The same id again for the same parts: what makes a replay after a crash harmless. */
export const derivedId = (prefix: string, ...parts: readonly string[]): string =>
  `${prefix}_${hash(parts).toString('hex').slice(0, 26)}`

/** Of the message that a request with an idempotency key makes: repeats of the request make the same. */
export const idempotentMessageId = (
  workspaceId: string,
  sourceType: MessageSource['type'],
  idempotencyKey: string,
): string => derivedId('msg', workspaceId, 'idempotency', sourceType, idempotencyKey)

export const conversationIdOf = (
  numberId: string,
  peer: { contactId: string } | { group: string },
): string => derivedId('conv', numberId, 'group' in peer ? `group:${peer.group}` : peer.contactId)

/** Session ids are short, because every choice token carries one: 14 characters of base62, 83 bits. */
export const sessionIdOf = (conversationId: string, eventId: string): string =>
  toBase62(hash([conversationId, eventId])).slice(0, SESSION_ID_LENGTH)

/** 32 bits for the random choices of a step, from the event that caused it. */
export const seedOf = (eventId: string): number => hash([eventId]).readUInt32BE(0)

/** A number in [0, 1) that is the same again for the same parts: for sharing out without remembering who got what. */
export const shareOf = (...parts: readonly string[]): number =>
  hash(parts).readUInt32BE(0) / 2 ** 32

/** Short fingerprint of a JSON value whose key order does not matter. */
export const fingerprint = (value: unknown): string =>
  hash([stableJson(value)])
    .toString('hex')
    .slice(0, 32)

const SESSION_ID_LENGTH = 14
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

function hash(parts: readonly string[]): Buffer {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part).update('\0')
  return digest.digest()
}

function toBase62(bytes: Buffer): string {
  let number = BigInt(`0x${bytes.toString('hex')}`)
  let text = ''
  while (number > 0n) {
    text += BASE62[Number(number % 62n)]
    number /= 62n
  }
  return text.padEnd(SESSION_ID_LENGTH, '0')
}

function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
