import { describe, expect, test } from 'vitest'
import type { StreamEnd } from '../client.ts'
import { openSocket } from '../testing/bot.ts'
import { createMemoryAuth } from '../testing/memory-auth.ts'
import { useTestWorld } from '../testing/test-server.ts'

const world = useTestWorld()

describe('while a bot is away', () => {
  test('messages are kept and arrive after it is back, in order', async () => {
    const { alice, owner } = world
    const bot = await world.connect()
    world.server.dropConnections()
    expect(await bot.closed()).toBe(428)
    await alice.sendText(owner, 'one')
    await alice.sendText(owner, 'two')
    const restarted = openSocket(world.server, { auth: createMemoryAuth(bot.auth.snapshot()) })
    await restarted.waitForText('two')
    const seen = restarted.messages.all.map(({ message, upsertType }) => [
      message.message?.conversation,
      upsertType,
    ])
    expect(seen).toEqual([
      ['one', 'append'],
      ['two', 'append'],
    ])
    await expect.poll(() => owner.account.linkedDevices.get(1)?.queued.length).toBe(0)
    await restarted.end()
  })

  test('receipts for its messages wait, too', async () => {
    const { alice, owner } = world
    alice.configure({ automaticReceipts: 'none' })
    const bot = await world.connect()
    const sent = await bot.socket.sendMessage(alice.lidJid, { text: 'hello' })
    const { id } = await alice.waitFor(({ text }) => text === 'hello')
    await bot.end()
    await expect.poll(() => world.server.connectionCount).toBe(0)
    alice.confirm(id, 'delivered')
    alice.confirm(id, 'read')
    expect(owner.account.linkedDevices.get(1)?.queued).toHaveLength(2)
    const back = await world.connect({ auth: bot.auth })
    const { update } = await back.messageUpdates.waitFor(
      ({ key, update }) => key.id === sent?.key.id && update.status === 4,
    )
    expect(update.status).toBe(4)
  })
})

describe('an end of the connection', () => {
  const ends: [StreamEnd, number][] = [
    ['restart', 515],
    ['replaced', 440],
    ['banned', 403],
    ['unavailable', 503],
    ['unknown', 500],
    ['loggedOut', 401],
  ]

  test.each(ends)('because of "%s" is seen as %i', async (end, statusCode) => {
    const bot = await world.connect()
    world.owner.endConnections(end)
    expect(await bot.closed()).toBe(statusCode)
  })

  test('by a ban also keeps the bot from coming back', async () => {
    const bot = await world.connect()
    world.owner.endConnections('banned')
    await bot.closed()
    expect(await openSocket(world.server, { auth: bot.auth }).closed()).toBe(403)
  })

  test('by unlinking on the phone makes the credentials worthless', async () => {
    const bot = await world.connect()
    world.owner.unlinkDevices()
    expect(await bot.closed()).toBe(401)
    expect(await openSocket(world.server, { auth: bot.auth }).closed()).toBe(401)
  })

  test('by logging out removes the device from the account', async () => {
    const bot = await world.connect()
    await bot.socket.logout()
    await bot.closed()
    expect(world.owner.account.linkedDevices.size).toBe(0)
  })

  test('by a second connection with the same credentials hits the first', async () => {
    const first = await world.connect()
    const second = await world.connect({ auth: createMemoryAuth(first.auth.snapshot()) })
    expect(await first.closed()).toBe(440)
    await world.alice.sendText(world.owner, 'to the second')
    await second.waitForText('to the second')
  })
})
