import type { NumberRecord } from '@parley/runtime/pipeline'
import { numberReason } from '@parley/shared/api'
import type { RouteDependencies } from '../dependencies.ts'
import { ApiError } from '../errors.ts'
import { settle } from '../settle.ts'

/**
 * Starts connecting. The answer shows how far it has come: connected, or waiting to be linked, or still trying.
 *
 * @throws {ApiError} 409 for channels that this server cannot connect.
 */
export async function connectNumber(
  { pipeline, store, channels }: RouteDependencies,
  number: NumberRecord,
): Promise<NumberRecord> {
  if (!channels.some(({ type }) => type === number.channel)) {
    throw new ApiError('CONFLICT', notAvailable(number.channel))
  }
  const { workspaceId, id, settings } = number
  // Whoever links by a code asks for a new one; the last one's phone must not be asked again by itself.
  if (settings['pairingPhone']) {
    await store.numbers.update(workspaceId, id, { settings: { ...settings, pairingPhone: '' } })
  }
  await pipeline.setWanted(id, 'connected')
  return waitFor(store, number, ({ status }) => status === 'connected' || status === 'needsScan')
}

/**
 * Starts linking anew, with a code to type on `phone` instead of scanning.
 *
 * @throws {ApiError} 409 for numbers that are not linked to a phone, or are linked already.
 */
export async function requestPairingCode(
  dependencies: RouteDependencies,
  number: NumberRecord,
  phone: string,
): Promise<NumberRecord> {
  const { pipeline, store } = dependencies
  if (number.channel !== 'whatsapp-web') {
    throw new ApiError('CONFLICT', 'Only WhatsApp Web numbers are linked by a code')
  }
  if (number.status === 'connected') {
    throw new ApiError('CONFLICT', 'This number is linked already')
  }
  const settings = { ...number.settings, pairingPhone: phone }
  await store.numbers.update(number.workspaceId, number.id, { settings })
  await pipeline.setWanted(number.id, 'connected')
  // The code of an earlier request ended with its connection.
  const earlier = number.pairing?.code
  const asked = await waitFor(
    store,
    number,
    ({ pairing }) => pairing?.code != null && pairing.code !== earlier,
  )
  if (asked.pairing?.code) return asked
  throw new ApiError(
    'CONFLICT',
    `WhatsApp gave no code for ${phone}; check the number, or scan the QR code instead`,
  )
}

/** Ends the connection. What is sent meanwhile by flows waits in the queue. */
export async function disconnectNumber(
  { pipeline, store }: RouteDependencies,
  number: NumberRecord,
): Promise<NumberRecord> {
  await pipeline.setWanted(number.id, 'disconnected')
  return waitFor(store, number, ({ status }) => status !== 'connected')
}

export const notAvailable = (channel: string): string => numberReason('notAvailable', { channel })

const waitFor = (
  store: RouteDependencies['store'],
  number: NumberRecord,
  isThere: (number: NumberRecord) => boolean,
): Promise<NumberRecord> =>
  settle(async () => (await store.numbers.find(number.id)) ?? number, isThere)
