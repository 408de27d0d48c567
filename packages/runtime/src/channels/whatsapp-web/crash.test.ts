import { contentSchema } from '@parley/shared'
import {
  silenceLibsignal,
  startWhatsAppTestServer,
  trustTestServer,
  type WhatsAppTestServer,
} from '@parley/whatsapp-test-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../pipeline/ports/channel.ts'
import { recorder } from '../../testing/channelContract.ts'
import { aNumber } from '../../testing/records.ts'
import type { WhatsAppWebOptions } from './options.ts'
import type { AuthChange, AuthStorage } from './ports.ts'
import { optionsFor } from './testing/fakes.ts'
import { whatsAppWebChannel } from './whatsAppWebChannel.ts'

/** More writes of a login than the conversation makes; the loop ends when the crash happens no more. */
const MOST_WRITES = 40
const LATENCY_MS = 2

type LastWrite = 'lost' | 'unheard'

/** The database as seen by a process that dies at its write number `dieAt`, which is done or not, but never answered. */
class DyingStorage implements AuthStorage {
  readonly read: AuthStorage['read']
  readonly #storage: AuthStorage
  readonly #death: { readonly at: number; readonly how: LastWrite; readonly onDeath: () => void }
  #writes = 0
  isDead = false

  constructor(
    storage: AuthStorage,
    death: { readonly at: number; readonly how: LastWrite; readonly onDeath: () => void },
  ) {
    this.#storage = storage
    this.#death = death
    this.read = (numberId, names) => storage.read(numberId, names)
  }

  async write(numberId: string, changes: readonly AuthChange[], fence: number): Promise<void> {
    this.#writes += 1
    if (!this.isDead && this.#writes < this.#death.at) {
      return this.#storage.write(numberId, changes, fence)
    }
    if (!this.isDead && this.#death.how === 'unheard') {
      await this.#storage.write(numberId, changes, fence)
    }
    this.isDead = true
    this.#death.onDeath()
    return new Promise(() => undefined)
  }

  async clear(): Promise<void> {
    throw new Error('nobody logs out here')
  }
}

describe('a process that dies at any write of its login', () => {
  let server: WhatsAppTestServer
  beforeAll(async () => {
    silenceLibsignal()
    server = await startWhatsAppTestServer()
    trustTestServer(server)
  })
  afterAll(() => server.close())

  it.each(['lost', 'unheard'] as const)(
    'leaves one with which every phone reads everything that comes later (write %s)',
    async (how) => {
      const { options, authStorage } = optionsFor(server, LATENCY_MS)
      const owner = server.createPhone()
      const number = aNumber({ channel: 'whatsapp-web', settings: { typing: false } })
      const channel = whatsAppWebChannel(options)
      const lease = { numberId: number.id, ownerId: 'test', token: 1, until: 1e15 }

      /** A process with this number. */
      async function start(given: Partial<WhatsAppWebOptions> = {}) {
        const heard = recorder()
        const connection = await whatsAppWebChannel({ ...options, ...given }).connect(
          () => number,
          {
            ...heard.handlers,
            onConnection: async (state) => {
              await heard.handlers.onConnection(state)
              if (state.pairing) await owner.scanQr(state.pairing.qr)
            },
          },
          () => lease,
        )
        const untilConnected = () =>
          expect
            .poll(() => heard.states.at(-1)?.status, { interval: 5, timeout: 10_000 })
            .toBe('connected')
        const untilHeard = (text: string) =>
          expect
            .poll(
              () => heard.inbound.some(({ content }) => 'text' in content && content.text === text),
              {
                interval: 2,
                timeout: 5_000,
              },
            )
            .toBe(true)
        return { untilConnected, untilHeard, connection }
      }

      const send = (connection: Connection, to: string, text: string) =>
        connection.send({
          messageId: text,
          channelMessageId: channel.newMessageId(number, text),
          to,
          content: contentSchema.parse({ type: 'text', text }),
        })

      const first = await start()
      await first.untilConnected()
      await first.connection.close()

      let crashes = 0
      for (let at = 1; at <= MOST_WRITES; at += 1) {
        const ana = server.createPhone({ name: 'Ana' })
        const bea = server.createPhone({ name: 'Bea' })
        const group = server.createGroup({ owner: ana, members: [ana, bea, owner], subject: 'Two' })
        const texts = [`one ${how} ${at}`, `two ${how} ${at}`]

        let die = () => {}
        const death = new Promise<void>((resolve) => {
          die = resolve
        })
        const dying = new DyingStorage(authStorage, { at, how, onDeath: die })
        const process = await start({ authStorage: dying })
        const talking = async () => {
          await process.untilConnected()
          for (const text of texts) {
            await ana.sendText(owner, `ask ${text}`)
            await process.untilHeard(`ask ${text}`)
            await send(process.connection, ana.lidJid, text)
            await send(process.connection, group.jid, `all ${text}`)
          }
        }
        await Promise.race([talking().catch(() => undefined), death])
        // At once, and without its end: what it would still write or send is not to happen.
        void process.connection.close()
        if (dying.isDead) crashes += 1
        server.dropConnections()

        const healthy = await start()
        await healthy.untilConnected()
        for (const text of texts) {
          // The outbox sends again what was not reported as sent.
          await send(healthy.connection, ana.lidJid, text)
          await send(healthy.connection, group.jid, `all ${text}`)
        }
        await ana.sendText(owner, `still there ${at}?`)
        await healthy.untilHeard(`still there ${at}?`)
        for (const phone of [ana, bea]) {
          for (const text of texts) {
            const expected = phone === ana ? [text, `all ${text}`] : [`all ${text}`]
            for (const each of expected) await phone.waitFor((message) => message.text === each)
          }
        }
        await healthy.connection.close()
        const unread = server.phones.flatMap(({ undecryptable }) => undecryptable)
        expect(unread, `crash at write ${at}`).toEqual([])
        if (!dying.isDead) break
      }
      expect(crashes).toBeGreaterThan(6)
    },
    60_000,
  )
})
