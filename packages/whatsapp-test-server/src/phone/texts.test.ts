import { expect, test } from 'vitest'
import { useTestWorld } from '../testing/test-server.ts'

const world = useTestWorld()

test('texts go both ways, over a session that both sides have confirmed', async () => {
  const { alice, owner } = world
  const bot = await world.connect()
  await alice.sendText(owner, 'hello')
  const message = await bot.waitForText('hello')
  expect(message.key).toMatchObject({ remoteJid: alice.lidJid, remoteJidAlt: alice.numberJid })
  expect(message.pushName).toBe('Alice')
  await bot.socket.sendMessage(alice.lidJid, { text: 'hi Alice' })
  const answer = await alice.waitFor(({ text }) => text === 'hi Alice')
  expect(answer).toMatchObject({
    type: 'text',
    from: { number: owner.number, device: 1 },
    to: alice.lidJid,
    encryption: 'msg',
  })
  const copy = await owner.waitFor(({ text }) => text === 'hi Alice')
  expect(copy.ownCopyFor).toBe(alice.lidJid)
})

test('many texts at once arrive readable, once, and in order', async () => {
  const { alice, owner } = world
  const bot = await world.connect()
  const texts = Array.from({ length: 20 }, (_, index) => `text ${index}`)
  await Promise.all(texts.map((text) => alice.sendText(owner, text)))
  await bot.waitForText('text 19')
  const arrived = bot.messages.all.filter(({ message }) => message.key.remoteJid === alice.lidJid)
  expect(arrived.map(({ message }) => message.message?.conversation)).toEqual(texts)

  await Promise.all(texts.map((text) => bot.socket.sendMessage(alice.lidJid, { text })))
  await expect.poll(() => alice.received.all.length).toBe(texts.length)
  expect(alice.received.all.map(({ text }) => text)).toEqual(texts)
})
