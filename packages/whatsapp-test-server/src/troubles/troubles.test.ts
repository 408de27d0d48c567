import { expect, test } from 'vitest'
import { openSocket } from '../testing/bot.ts'
import { useTestWorld } from '../testing/test-server.ts'

const world = useTestWorld()

test.each([401, 403, 405, 500, 503])('logins are refused with %i', async (reason) => {
  world.server.troubles.refuseLoginsWith = reason
  expect(await openSocket(world.server).closed()).toBe(reason)
})

test('WebSocket upgrades are refused with a status that Baileys does not act on', async () => {
  world.server.troubles.refuseUpgradesWith = 503
  const bot = openSocket(world.server)
  const status = await new Promise<number | undefined>((resolve) => {
    // Baileys passes this event of its WebSocket on without a type.
    bot.socket.ws.on('unexpected-response', (_request, response) => resolve(response.statusCode))
  })
  expect(status).toBe(503)
  await bot.socket.end(new Error('given up'))
  await bot.closed()
})

test('pings that nobody answers end a connection', async () => {
  const bot = await world.connect({ config: { keepAliveIntervalMs: 100 } })
  world.server.troubles.ignoredRequests = ['w:p']
  expect(await bot.closed()).toBe(408)
}, 15_000)

test('latency delays every stanza and keeps their order', async () => {
  const { alice, owner, server } = world
  const bot = await world.connect()
  server.troubles.latencyMs = 200
  const sentAt = performance.now()
  await alice.sendText(owner, 'slow')
  server.troubles.latencyMs = 0
  await alice.sendText(owner, 'fast')
  await bot.waitForText('fast')
  expect(performance.now() - sentAt).toBeGreaterThan(190)
  const texts = bot.messages.all.map(({ message }) => message.message?.conversation)
  expect(texts.filter((text) => text)).toEqual(['slow', 'fast'])
})

test('messages to somebody are refused with a code', async () => {
  const { alice, server } = world
  const bot = await world.connect()
  server.troubles.messageRefusals = [{ code: 463, to: alice.number }]
  const sent = await bot.socket.sendMessage(alice.lidJid, { text: 'hello stranger' })
  // Baileys reports a refusal as an update, or within its own event of the message if that is late.
  const isRefused = () =>
    [
      ...bot.messageUpdates.all.map(({ key, update }) => ({ key, status: update.status })),
      ...bot.messages.all.map(({ message }) => message),
    ].some(({ key, status }) => key.id === sent?.key.id && status === 0)
  await expect.poll(isRefused).toBe(true)
  expect(alice.received.all).toEqual([])
})

test('without LIDs a bot cannot write to a new contact', async () => {
  const bot = await world.connect()
  const stranger = world.server.createPhone()
  world.server.troubles.withholdLids = true
  const sending = bot.socket.sendMessage(stranger.numberJid, { text: 'hello' })
  await expect(sending).rejects.toThrow('All encryptions failed')
})

test('all of them can be ended at once', () => {
  const { troubles } = world.server
  Object.assign(troubles, { latencyMs: 5, failUploads: 3, refuseLoginsWith: 500 })
  troubles.reset()
  expect(troubles).toMatchObject({ latencyMs: 0, failUploads: 0, refuseLoginsWith: undefined })
})
