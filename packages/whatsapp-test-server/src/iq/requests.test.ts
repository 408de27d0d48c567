import { beforeAll, describe, expect, test } from 'vitest'
import { type Bot, type BotMessage, connectBot } from '../testing/bot.ts'
import { useTestWorld } from '../testing/test-server.ts'

const world = useTestWorld('file')
let bot: Bot

beforeAll(async () => {
  bot = await world.connect()
})

describe('a number that is not on WhatsApp', () => {
  test('is missing from the answer', async () => {
    const found = await bot.socket.onWhatsApp(world.alice.number, '447700999999')
    expect(found).toEqual([{ jid: world.alice.numberJid, exists: true }])
  })

  test('gets nothing, and the bot is not told', async () => {
    const sent = await bot.socket.sendMessage('447700999999@s.whatsapp.net', { text: 'anybody?' })
    const copy = await world.owner.waitFor(({ id }) => id === sent?.key.id)
    expect(copy.ownCopyFor).toBe('447700999999@s.whatsapp.net')
  })
})

test('keys are asked for when few are left, and used once', async () => {
  const device = world.owner.account.linkedDevices.get(1)
  device?.preKeys.splice(3)
  const first = device?.takeBundle().preKey?.id
  await expect.poll(() => device?.preKeys.length).toBeGreaterThan(5)
  expect(device?.preKeys.map(({ id }) => id)).not.toContain(first)
  expect(bot.updates.last?.connection).not.toBe('close')
})

test('settings that one device writes reach the other', async () => {
  const { alice, owner } = world
  const second = await world.connect()
  const archived: string[] = []
  second.socket.ev.on('chats.update', (chats) => {
    for (const { id, archived: isArchived } of chats) if (id && isArchived) archived.push(id)
  })
  const id = await alice.sendText(owner, 'old news')
  const { key, messageTimestamp } = await bot.waitForMessage(id)
  const lastMessages = [{ key, messageTimestamp: Number(messageTimestamp) }]
  await bot.socket.chatModify({ archive: true, lastMessages }, alice.numberJid)
  await expect.poll(() => archived).toEqual([alice.numberJid])
})

test('two bots write to each other', async () => {
  const { owner, alice } = world
  const other = await connectBot(world.server, alice)
  const textOf = ({ message }: BotMessage) => message.message?.extendedTextMessage?.text
  await bot.socket.sendMessage(alice.numberJid, { text: 'bot to bot' })
  const first = await other.messages.waitFor((entry) => textOf(entry) === 'bot to bot')
  expect(first.message.key.remoteJid).toBe(owner.lidJid)
  await other.socket.sendMessage(owner.lidJid, { text: 'and back' })
  const second = await bot.messages.waitFor((entry) => textOf(entry) === 'and back')
  expect(second.message.key.remoteJid).toBe(alice.lidJid)
  await other.end()
})

test('a profile picture and the about text can be looked up', async () => {
  const { alice } = world
  await expect(bot.socket.profilePictureUrl(alice.numberJid)).rejects.toThrow('item-not-found')
  alice.account.pictureUrl = 'https://example.com/alice.jpg'
  expect(await bot.socket.profilePictureUrl(alice.numberJid)).toBe('https://example.com/alice.jpg')
  alice.account.about = 'At lunch'
  expect(JSON.stringify(await bot.socket.fetchStatus(alice.numberJid))).toContain('At lunch')
})

test('a bot confirms messages as read', async () => {
  const { alice, owner } = world
  const id = await alice.sendText(owner, 'read me')
  const { key } = await bot.waitForMessage(id)
  await bot.socket.readMessages([key])
  const kinds = () => alice.receipts.all.filter(({ messageId }) => messageId === id)
  await expect.poll(() => kinds().map(({ kind }) => kind)).toContain('read')
})
