import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { VirtualPhone } from '../phone/virtual-phone.ts'
import { startWhatsAppTestServer, type WhatsAppTestServer } from '../server.ts'
import { silenceLibsignal } from '../silence-libsignal.ts'
import { trustTestServer } from '../trust.ts'
import { type Bot, type BotOptions, connectBot } from './bot.ts'

/** What most tests need: a server, an owner whose bot it is, and somebody who writes to it. */
export interface TestWorld {
  server: WhatsAppTestServer
  owner: VirtualPhone
  alice: VirtualPhone
  /** A bot of `owner`, paired and open; ended with the world. */
  connect(options?: BotOptions): Promise<Bot>
  /** What the test provokes on purpose; everything else must not happen. */
  expected: { undecryptable: boolean; errors: boolean }
}

/**
 * Starts a server for each test, or one for a whole file, and checks after it that nothing broke and that
 * no phone got something unreadable.
 */
export function useTestWorld(scope: 'test' | 'file' = 'test'): TestWorld {
  silenceLibsignal()
  // Filled before every test, so that tests can take what they need from one object.
  const world = {} as TestWorld
  let bots: Bot[] = []

  async function start(): Promise<void> {
    const server = await startWhatsAppTestServer()
    trustTestServer(server)
    const owner = server.createPhone({ name: 'Pizza Bot' })
    const alice = server.createPhone({ name: 'Alice' })
    bots = []
    const connect = async (options?: BotOptions) => {
      const bot = await connectBot(server, owner, options)
      bots.push(bot)
      return bot
    }
    const expected = { undecryptable: false, errors: false }
    Object.assign(world, { server, owner, alice, connect, expected })
  }

  async function stop(): Promise<void> {
    const { server, expected } = world
    for (const bot of bots) await bot.end()
    await server.close()
    if (!expected.errors) expect(server.errors.all).toEqual([])
    if (!expected.undecryptable) {
      expect(server.phones.flatMap(({ undecryptable }) => undecryptable)).toEqual([])
    }
    expect(server.unknownRequests).toEqual([])
  }

  if (scope === 'test') {
    beforeEach(start)
    afterEach(stop)
  } else {
    beforeAll(start)
    afterAll(stop)
  }
  return world
}
