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
