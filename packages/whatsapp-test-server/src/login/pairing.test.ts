import { expect, test } from 'vitest'
import { openSocket } from '../testing/bot.ts'
import { useTestWorld } from '../testing/test-server.ts'

const world = useTestWorld()

test('a bot pairs by QR code, connects again and learns its own name', async () => {
  const bot = await world.connect()
  const { creds } = bot.auth.state
  await expect.poll(() => creds.me?.name).toBe('Pizza Bot')
  expect(creds.me?.lid).toBe(`${world.owner.account.lid}:1@lid`)
  expect(world.owner.account.linkedDevices.get(1)?.preKeys.length).toBeGreaterThan(800)
})

test('a bot pairs by a code that its owner types', async () => {
  const bot = openSocket(world.server)
  await bot.updates.waitFor(({ qr }) => qr !== undefined)
  const code = await bot.socket.requestPairingCode(world.owner.number)
  const device = await world.owner.enterPairingCode(`${code.slice(0, 4)}-${code.slice(4)}`)
  expect(device.id).toBe(1)
  expect(await bot.closed()).toBe(515)
  const paired = await world.connect({ auth: bot.auth })
  expect(paired.socket.authState.creds.registered).toBe(true)
})

test('a wrong pairing code links nothing', async () => {
  const bot = openSocket(world.server)
  await bot.updates.waitFor(({ qr }) => qr !== undefined)
  await bot.socket.requestPairingCode(world.owner.number, 'AAAABBBB')
  await expect(world.owner.enterPairingCode('AAAACCCC')).rejects.toThrow('pairing code')
  expect(world.owner.account.linkedDevices.size).toBe(0)
  await bot.end()
})

test('a QR code is worth nothing once its client is gone', async () => {
  const bot = openSocket(world.server)
  const { qr = '' } = await bot.updates.waitFor((update) => update.qr !== undefined)
  await bot.end()
  await expect.poll(() => world.server.connectionCount).toBe(0)
  await expect(world.owner.scanQr(qr)).rejects.toThrow('expired')
})

test('nothing but a QR text can be scanned', async () => {
  await expect(world.owner.scanQr('https://example.com')).rejects.toThrow('not a QR text')
})
