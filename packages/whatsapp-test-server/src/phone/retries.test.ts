import { expect, test } from 'vitest'
import { createMemoryAuth } from '../testing/memory-auth.ts'
import { useTestWorld } from '../testing/test-server.ts'

const world = useTestWorld()

test('a bot asks again for what it cannot decrypt, and then can read it', async () => {
  const { alice, owner } = world
  const bot = await world.connect()
  const id = await alice.sendText(owner, 'garbled', { undecryptable: 'once' })
  const { message: stub } = await bot.messages.waitFor(({ message }) => message.key.id === id)
  expect(stub.messageStubType).toBe(2)
  expect((await bot.waitForMessage(id)).message?.conversation).toBe('garbled')
  await alice.receipts.waitFor(({ messageId }) => messageId === id)
})

test('a message can stay unreadable for ever', async () => {
  const { alice, owner } = world
  const bot = await world.connect()
  const id = await alice.sendText(owner, 'never', { undecryptable: 'always' })
  await alice.sendText(owner, 'next')
  await bot.waitForText('next')
  const versions = bot.messages.all.filter(({ message }) => message.key.id === id)
  expect(versions.length).toBeGreaterThan(0)
  expect(versions.every(({ message }) => !message.message)).toBe(true)
})

test.each([
  ['with new keys', true],
  ['without keys', false],
])('a phone asks again %s and gets the message', async (_name, withKeys) => {
  const { alice } = world
  const bot = await world.connect()
  await bot.socket.sendMessage(alice.numberJid, { text: 'again please' })
  const { id } = await alice.waitFor(({ text }) => text === 'again please')
  await alice.askAgain(id, { withKeys })
  await expect.poll(() => alice.received.all.filter((message) => message.id === id).length).toBe(2)
})

test('a phone repairs by itself what a bot restored from an old backup sends', async () => {
  world.expected.undecryptable = true
  const { alice, owner } = world
  const bot = await world.connect()
  await alice.sendText(owner, 'one')
  await bot.waitForText('one')
  await bot.socket.sendMessage(alice.lidJid, { text: 'first' })
  await alice.waitFor(({ text }) => text === 'first')
  const backup = createMemoryAuth(bot.auth.snapshot())
  await bot.socket.sendMessage(alice.lidJid, { text: 'second' })
  await alice.waitFor(({ text }) => text === 'second')
  await bot.end()

  const restored = await world.connect({ auth: backup })
  await restored.socket.sendMessage(alice.lidJid, { text: 'third' })
  await alice.waitFor(({ text }) => text === 'third')
  expect(alice.undecryptable).toMatchObject([{ isRepaired: true }])
  expect(world.server.failures()).toContainEqual(
    expect.stringMatching(`^${alice.number} could not decrypt `),
  )
})

test('a stanza that comes again is unreadable, asked for, and read again under the same id', async () => {
  const { alice, owner } = world
  const bot = await world.connect()
  // Only over a session that both sides have used; before that, Baileys knows a repetition as such.
  await bot.socket.sendMessage(alice.lidJid, { text: 'hello' })
  await alice.waitFor(({ text }) => text === 'hello')
  const id = await alice.sendText(owner, 'twice')
  await bot.waitForMessage(id)
  alice.redeliver(id)
  const versions = () => bot.messages.all.filter(({ message }) => message.key.id === id)
  await expect.poll(() => versions().filter(({ message }) => message.message).length).toBe(2)
  expect(versions().some(({ message }) => message.messageStubType === 2)).toBe(true)
})

test('a stanza that the server delivers twice in a row is reported once', async () => {
  const { alice, owner } = world
  const bot = await world.connect()
  const id = await alice.sendText(owner, 'twice', { deliveries: 2 })
  await bot.waitForMessage(id)
  await alice.sendText(owner, 'next')
  await bot.waitForText('next')
  expect(bot.messages.all.filter(({ message }) => message.key.id === id)).toHaveLength(1)
})

test('a message that a phone gets twice under one id is shown once', async () => {
  const { alice } = world
  const bot = await world.connect()
  const send = () =>
    bot.socket.relayMessage(alice.lidJid, { conversation: 'once' }, { messageId: 'SAME' })
  await send()
  await alice.waitFor(({ id }) => id === 'SAME')
  await send()
  await expect.poll(() => alice.duplicates).toEqual(['SAME'])
  expect(alice.received.all).toHaveLength(1)
})
