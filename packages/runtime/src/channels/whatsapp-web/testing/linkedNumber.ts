import {
  startWhatsAppTestServer,
  trustTestServer,
  type VirtualPhone,
} from '@parley/whatsapp-test-server'
import type { Connection } from '../../../pipeline/ports/channel.ts'
import type { Pairing } from '../../../pipeline/records.ts'
import { recorder } from '../../../testing/channelContract.ts'
import { aNumber } from '../../../testing/records.ts'
import { whatsAppWebChannel } from '../whatsAppWebChannel.ts'
import { optionsFor } from './fakes.ts'

const scan = (owner: VirtualPhone, { qr }: Pairing): Promise<unknown> => owner.scanQr(qr)

/** A number that a phone links whenever a code is shown, with all that happens to it written down. */
export async function startLinkedNumber({
  latencyMs = 5,
  settings = {},
  /** So many inbound messages are refused first, as by a database that is away. */
  failStores = 0,
  /** What the owner does on the phone. */
  link = scan,
  qrTimeoutMs,
}: {
  latencyMs?: number
  settings?: object | ((owner: VirtualPhone) => object)
  failStores?: number
  link?: (owner: VirtualPhone, pairing: Pairing) => Promise<unknown>
  qrTimeoutMs?: number
} = {}) {
  const server = await startWhatsAppTestServer()
  trustTestServer(server)
  const owner = server.createPhone({ name: 'Shop' })
  const { options, authStorage, media } = optionsFor(server, latencyMs)
  const channel = whatsAppWebChannel(
    qrTimeoutMs === undefined ? options : { ...options, qrTimeoutMs },
  )
  const number = aNumber({
    channel: 'whatsapp-web',
    settings: {
      typing: false,
      ...(typeof settings === 'function' ? settings(owner) : settings),
    },
  })
  const heard = recorder()
  const { onConnection, onInbound } = heard.handlers
  let failuresLeft = failStores
  const lease = { numberId: number.id, ownerId: 'test', token: 1, until: Number.MAX_SAFE_INTEGER }
  let connection: Connection | null = null

  const statuses = () => heard.states.map(({ status }) => status)
  return {
    server,
    owner,
    channel,
    number,
    heard,
    authStorage,
    media,
    statuses,
    /** Opens the line; resolves when it is being worked on. */
    async connect(): Promise<Connection> {
      connection = await channel.connect(
        () => number,
        {
          ...heard.handlers,
          onInbound: async (message) => {
            failuresLeft -= 1
            if (failuresLeft >= 0) throw new Error('the database is away')
            await onInbound(message)
          },
          onConnection: async (state) => {
            await onConnection(state)
            if (state.pairing) await link(owner, state.pairing)
          },
        },
        () => lease,
      )
      return connection
    },
    async untilConnected(times = 1): Promise<void> {
      const deadline = Date.now() + 15_000
      while (statuses().filter((status) => status === 'connected').length < times) {
        if (Date.now() > deadline) throw new Error(`not connected: ${JSON.stringify(heard.states)}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      await Promise.all(
        [...owner.account.linkedDevices.values()].map((device) => device.whenSettled()),
      )
    },
    async stop(): Promise<void> {
      await connection?.close()
      await server.close()
    },
  }
}

export type LinkedNumber = Awaited<ReturnType<typeof startLinkedNumber>>
