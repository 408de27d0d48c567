import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Bot, openSocket } from '../testing/bot.ts'
import { sendInteractive } from '../testing/send-interactive.ts'
import { useTestWorld } from '../testing/test-server.ts'
import { sha256 } from '../wire/bytes.ts'
import { connectToTestServer, type RemotePhone, type RemoteServer } from './client.ts'

const world = useTestWorld('file')
let bot: Bot
let remote: RemoteServer
let owner: RemotePhone
let alice: RemotePhone

beforeAll(async () => {
  bot = await world.connect()
  remote = connectToTestServer(world.server.url)
  owner = await remote.phone(world.owner.number)
  alice = await remote.createPhone({ name: 'Remote Alice' })
})

test('texts go both ways', async () => {
  await alice.sendText(owner, 'hello')
  expect((await bot.waitForText('hello')).key.remoteJid).toBe(alice.lidJid)
  await bot.socket.sendMessage(alice.lidJid, { text: 'hi' })
  const message = await alice.waitFor(({ text }) => text === 'hi')
  expect(message).toMatchObject({ type: 'text', from: { number: owner.number, device: 1 } })
  expect(await alice.received()).toEqual([message])
  expect(await alice.received(1)).toEqual([])
})

test('media go both ways', async () => {
  const bytes = randomBytes(2000)
  const id = await alice.send(owner, { type: 'document', bytes, fileName: 'a.pdf' })
  expect((await bot.waitForMessage(id)).message?.documentMessage?.fileName).toBe('a.pdf')
  const document = { document: bytes, mimetype: 'application/pdf', fileName: 'b.pdf' }
  await bot.socket.sendMessage(alice.lidJid, document)
  const message = await alice.waitFor(({ type }) => type === 'document')
  expect(message.media?.sha256).toBe(sha256(bytes).toString('hex'))
  expect(Buffer.from(await alice.mediaOf(message.id)).equals(bytes)).toBe(true)
})

test('buttons are read and tapped, rows are chosen', async () => {
  const buttons = [
    { name: 'quick_reply', parameters: { id: 'yes', display_text: 'Yes' } },
    {
      name: 'single_select',
      parameters: { title: 'More', sections: [{ title: 'S', rows: [{ id: 'r', title: 'Row' }] }] },
    },
  ]
  await sendInteractive(bot, alice.lidJid, { buttons })
  const message = await alice.waitFor(({ type }) => type === 'interactive')
  expect(message.buttons.map(({ title }) => title)).toEqual(['Yes', 'More'])
  const tapped = await bot.waitForMessage(await alice.tap(message, 'Yes'))
  expect(JSON.stringify(tapped.message)).toContain('quick_reply')
  const chosen = await bot.waitForMessage(await alice.choose(message, 'Row'))
  expect(JSON.stringify(chosen.message)).toContain('menu_options')
})

test('anything can be sent in WhatsApp’s own form, with bytes as base64', async () => {
  const message = { locationMessage: { degreesLatitude: 1, jpegThumbnail: 'AAEC' } }
  const { id } = await remote.request<{ id: string }>('POST', `/phones/${alice.number}/messages`, {
    to: owner.number,
    content: { type: 'raw', message },
  })
  const received = (await bot.waitForMessage(id)).message?.locationMessage
  expect(Buffer.from(received?.jpegThumbnail ?? []).toString('base64')).toBe('AAEC')
})

test('receipts, typing and retries are seen and made', async () => {
  const id = await alice.sendText(owner, 'did you get it?')
  const receipt = await alice.waitForReceipt(({ messageId }) => messageId === id)
  expect(receipt.from).toBe(owner.number)
  await bot.socket.sendPresenceUpdate('composing', alice.lidJid)
  expect((await alice.waitForTyping(() => true)).state).toBe('composing')
  await alice.setTyping(owner, 'composing')
  await alice.setOnline(true, owner)
  await bot.socket.sendMessage(alice.lidJid, { text: 'again' })
  const message = await alice.waitFor(({ text }) => text === 'again')
  await alice.confirm(message.id, 'read')
  await alice.askAgain(message.id)
  const times = async () => (await alice.received()).filter((m) => m.id === message.id).length
  await expect.poll(times).toBe(2)
  expect(await alice.undecryptable()).toEqual([])
  expect(await remote.failures()).toEqual([])
})

test('a burst is sent with one request', async () => {
  const ids = await alice.burst(owner, { count: 5, text: 'number {i}' })
  expect(ids).toHaveLength(5)
  await bot.waitForText('number 4')
})

test('groups are created and changed', async () => {
  const group = await remote.createGroup({ subject: 'Friends', owner: alice, members: [owner] })
  await alice.sendText(group, 'hello group')
  expect((await bot.waitForText('hello group')).key.remoteJid).toBe(group.jid)
  const bob = await remote.createPhone()
  const changed = await remote.request<{ members: object[] }>(
    'POST',
    `/groups/${group.jid}/members`,
    { change: 'add', actor: alice.number, members: [bob.number] },
  )
  expect(changed.members).toHaveLength(3)
})

test('a QR code is scanned and a pairing code typed', async () => {
  const phone = await remote.createPhone()
  const byQr = openSocket(world.server)
  const { qr = '' } = await byQr.updates.waitFor((update) => update.qr !== undefined)
  await phone.scanQr(qr)
  expect(await byQr.closed()).toBe(515)
  const byCode = openSocket(world.server)
  await byCode.updates.waitFor((update) => update.qr !== undefined)
  await phone.enterPairingCode(await byCode.socket.requestPairingCode(phone.number))
  expect(await byCode.closed()).toBe(515)
  expect((await phone.info()).linkedDevices.map(({ id }) => id)).toEqual([1, 2])
  await phone.unlinkDevices()
  expect((await phone.info()).linkedDevices).toEqual([])
})

test('troubles are made and ended', async () => {
  await remote.setTroubles({ messageRefusals: [{ code: 405 }], refuseLoginsWith: 503 })
  expect(world.server.troubles).toMatchObject({ refuseLoginsWith: 503 })
  await remote.setTroubles({ refuseLoginsWith: null })
  expect(world.server.troubles.refuseLoginsWith).toBeUndefined()
  await remote.endTroubles()
  expect(world.server.troubles.messageRefusals).toEqual([])
})

describe('a request that makes no sense', () => {
  test('is refused with what is wrong with it', async () => {
    const path = `/phones/${alice.number}/messages`
    await expect(
      remote.request('POST', path, { to: owner.number, content: { type: 'song' } }),
    ).rejects.toThrow('content.type')
  })

  test('about nobody is not found', async () => {
    await expect(remote.phone('447700911111')).rejects.toThrow('There is no phone')
    await expect(remote.request('GET', '/nothing')).rejects.toThrow('There is no GET')
  })

  test('because nothing came says what came instead', async () => {
    await expect(alice.waitFor(({ text }) => text === 'never', 50)).rejects.toThrow('"hi"')
  })
})

test('the server tells where it is and that nothing broke', async () => {
  expect(await remote.info()).toMatchObject({
    url: world.server.url,
    errors: [],
    unknownRequests: [],
    rootKey: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

// The last one: it ends the bot's connection.
test('connections are dropped', async () => {
  await owner.dropConnections()
  expect(await bot.closed()).toBe(428)
})
