import type { NumberRecord } from '@parley/runtime/pipeline'
import { contentText } from '@parley/shared'
import QRCode from 'qrcode'
import { hasScope } from '../../auth/caller.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError } from '../../errors.ts'
import type { Endpoint } from '../../http/endpoint.ts'
import { cancelWaiting } from '../../messages/clearQueue.ts'
import { connectNumber, notAvailable } from '../../numbers/connection.ts'
import { unlinkNumber } from '../../numbers/unlinkNumber.ts'
import {
  clearAnswer,
  logoutAnswer,
  meAnswer,
  queueAnswer,
  rebootAnswer,
  statusAnswer,
} from './answers.ts'
import { toUserId } from './chatId.ts'
import { instanceMethod, type MethodCall } from './instanceMethod.ts'
import { bringNumbersUpToDate } from './numbered.ts'
import { presentQueued, presentStatus } from './present.ts'
import { statusInput } from './schema.ts'

const SHOWN_IN_QUEUE = 100
const TEXTS_SHOWN = 100

/** The methods about the number itself: its connection and its queue. */
export function accountMethods(dependencies: RouteDependencies): readonly Endpoint[] {
  const { channels, pipeline, store } = dependencies
  return [
    ...instanceMethod(dependencies, {
      names: ['status'],
      verbs: ['get'],
      summary: 'Shows how the connection stands, with the QR code where there is one to scan',
      scope: 'read',
      input: statusInput,
      answer: statusAnswer,
      handle: async (call) => {
        const number = await wakeUp(dependencies, call)
        const { pairing, statusReason } = number
        const accountStatus = presentStatus(number.status)
        return {
          accountStatus,
          ...(pairing && { qrCode: await QRCode.toDataURL(pairing.qr) }),
          ...(call.input.full && {
            statusData: {
              substatus: number.status,
              title: accountStatus,
              msg: statusReason,
              submsg: '',
              actions: {},
            },
          }),
        }
      },
    }),
    ...instanceMethod(dependencies, {
      names: ['qr_code'],
      verbs: ['get'],
      summary: 'Gives the QR code as a PNG',
      scope: 'read',
      handle: async ({ number: { pairing, status }, response }) => {
        if (!pairing) {
          const now = presentStatus(status)
          throw new ApiError('NOT_FOUND', `There is no QR code now: accountStatus is ${now}`)
        }
        response.setHeader('cache-control', 'no-store')
        response.type('png').send(await QRCode.toBuffer(pairing.qr))
        return undefined
      },
    }),
    ...instanceMethod(dependencies, {
      names: ['me'],
      verbs: ['get'],
      summary: 'Shows whose number it is',
      scope: 'read',
      answer: meAnswer,
      handle: async ({ number: { phone, name } }) => ({
        id: phone === '' ? '' : toUserId(phone),
        name,
        phone,
      }),
    }),
    ...instanceMethod(dependencies, {
      names: ['logout'],
      verbs: ['post', 'get'],
      summary: 'Ends the link to the phone; linking again needs a new QR code',
      scope: 'manage',
      answer: logoutAnswer,
      handle: async ({ number }) => {
        await unlinkNumber(dependencies, number)
        return { result: 'Logout request sent to WhatsApp' }
      },
    }),
    ...instanceMethod(dependencies, {
      names: ['reboot'],
      verbs: ['post', 'get'],
      summary: 'Connects anew',
      scope: 'manage',
      answer: rebootAnswer,
      handle: async ({ number }) => {
        if (!channels.some(({ type }) => type === number.channel)) {
          throw new ApiError('CONFLICT', notAvailable(number.channel))
        }
        await pipeline.setWanted(number.id, 'connected')
        return { success: true }
      },
    }),
    ...instanceMethod(dependencies, {
      names: ['showMessagesQueue'],
      verbs: ['get'],
      summary: 'Shows what waits to be sent',
      scope: 'read',
      answer: queueAnswer,
      handle: async ({ number }) => {
        const [totalMessages, waiting] = await Promise.all([
          store.sendQueue.count(number.id),
          store.sendQueue.list(number.id, SHOWN_IN_QUEUE),
          bringNumbersUpToDate(dependencies, number),
        ])
        const numbers = await store.messageNumbers.numbersOf(waiting.map(({ id }) => id))
        const first100 = waiting.map((message) => presentQueued(message, numbers.get(message.id)))
        return { totalMessages, first100 }
      },
    }),
    ...instanceMethod(dependencies, {
      names: ['clearMessagesQueue'],
      verbs: ['post', 'get'],
      summary: 'Cancels all that waits to be sent',
      scope: 'manage',
      answer: clearAnswer,
      handle: async ({ number }) => {
        const cleared = await cancelWaiting(dependencies, (limit) =>
          store.sendQueue.list(number.id, limit),
        )
        const texts = cleared.slice(0, TEXTS_SHOWN).map(({ content }) => contentText(content))
        return { message: `Cleared ${cleared.length} messages`, messageTextsExample: texts }
      },
    }),
  ]
}

/**
 * Clients of this API have no other way to begin linking than to ask for the status. A sandbox has no phone to link, so
 * it stays as it was set.
 */
async function wakeUp(
  dependencies: RouteDependencies,
  { caller, number, input }: MethodCall<{ no_wakeup?: boolean | undefined }>,
): Promise<NumberRecord> {
  const isAsleep = number.status === 'disconnected' || number.status === 'loggedOut'
  const mayWake = number.channel !== 'sandbox' && hasScope(caller.identity, 'manage')
  const canWake = dependencies.channels.some(({ type }) => type === number.channel)
  if (input.no_wakeup || !isAsleep || !mayWake || !canWake) return number
  return connectNumber(dependencies, number)
}
