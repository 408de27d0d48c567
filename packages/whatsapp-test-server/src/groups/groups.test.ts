import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { VirtualPhone } from '../phone/virtual-phone.ts'
import type { Bot } from '../testing/bot.ts'
import { useTestWorld } from '../testing/test-server.ts'
import { addMembers, removeMembers } from './membership.ts'

const world = useTestWorld('file')
let bot: Bot
let bob: VirtualPhone

beforeAll(async () => {
  bot = await world.connect()
})

beforeEach(() => {
  bot.messages.clear()
  for (const { received } of world.server.phones) received.clear()
  bob = world.server.createPhone({ name: 'Bob' })
})

describe.each(['lid', 'number'] as const)('a group that names its members by %s', (addressing) => {
  const createGroup = () =>
    world.server.createGroup({
      subject: 'Friends',
      owner: world.alice,
      members: [world.owner, bob],
      addressing,
    })

  test('passes messages of the bot to all members', async () => {
    const group = createGroup()
    await bot.socket.sendMessage(group.jid, { text: 'hello all' })
    await bot.socket.sendMessage(group.jid, { text: 'and again' })
    for (const phone of [world.alice, bob, world.owner]) {
      const first = await phone.waitFor(({ text }) => text === 'hello all')
      expect(first).toMatchObject({ group: group.jid, encryption: 'skmsg' })
      await phone.waitFor(({ text }) => text === 'and again')
    }
  })

  test('passes messages of members to the bot', async () => {
    const group = createGroup()
    await world.alice.sendText(group, 'hi bot')
    await bob.sendText(group, 'me too')
    await world.alice.sendText(group, 'bye bot')
    const { key } = await bot.waitForText('hi bot')
    expect(key).toMatchObject({
      remoteJid: group.jid,
      participant: group.jidOf(world.alice.account),
    })
    await bot.waitForText('me too')
    await bot.waitForText('bye bot')
  })

  test('shows an answer that quotes a member and mentions him', async () => {
    const group = createGroup()
    await bob.sendText(group, 'anybody there?')
    const quoted = await bot.waitForText('anybody there?')
    const mentions = [group.jidOf(bob.account)]
    await bot.socket.sendMessage(group.jid, { text: 'me', mentions }, { quoted })
    expect(await bob.waitFor(({ text }) => text === 'me')).toMatchObject({
      quoted: { messageId: quoted.key.id, text: 'anybody there?', participant: mentions[0] },
      mentions,
    })
  })
})

test('a phone that could not read a group message gets it again', async () => {
  const group = world.server.createGroup({
    subject: 'Friends',
    owner: world.owner,
    members: [world.alice, bob],
  })
  await bot.socket.sendMessage(group.jid, { text: 'again please' })
  const { id } = await world.alice.waitFor(({ text }) => text === 'again please')
  await world.alice.askAgain(id)
  const times = () => world.alice.received.all.filter((message) => message.id === id).length
  await expect.poll(times).toBe(2)
})

test('a bot that could not read a group message gets it again', async () => {
  const group = world.server.createGroup({
    subject: 'Friends',
    owner: world.alice,
    members: [world.owner],
  })
  await world.alice.sendText(group, 'garbled', { undecryptable: 'once' })
  expect((await bot.waitForText('garbled')).key.remoteJid).toBe(group.jid)
})

test('a bot creates a group, changes it and leaves it', async () => {
  const { alice, owner } = world
  const group = await bot.socket.groupCreate('Party', [alice.numberJid])
  expect(group.participants.map(({ id }) => id)).toEqual([owner.lidJid, alice.lidJid])
  const added = await bot.socket.groupParticipantsUpdate(
    group.id,
    [bob.lidJid, '447700999999@s.whatsapp.net'],
    'add',
  )
  expect(added.map(({ status }) => status)).toEqual(['200', '404'])
  await bot.socket.groupParticipantsUpdate(group.id, [bob.lidJid], 'promote')
  await bot.socket.groupUpdateSubject(group.id, 'Big party')
  await bot.socket.groupUpdateDescription(group.id, 'On Friday')
  const metadata = await bot.socket.groupMetadata(group.id)
  expect(metadata).toMatchObject({ subject: 'Big party', desc: 'On Friday' })
  expect(metadata.participants.map(({ admin }) => admin)).toEqual(['superadmin', null, 'admin'])
  expect(Object.keys(await bot.socket.groupFetchAllParticipating())).toContain(group.id)
  await bot.socket.groupParticipantsUpdate(group.id, [alice.lidJid], 'remove')
  expect((await bot.socket.groupMetadata(group.id)).participants).toHaveLength(2)
  expect(await bot.socket.groupInviteCode(group.id)).toMatch(/^[0-9a-f]+$/)
  await bot.socket.groupLeave(group.id)
  await expect(bot.socket.groupMetadata(group.id)).rejects.toThrow('forbidden')
  await expect(bot.socket.sendMessage(group.id, { text: 'wait' })).rejects.toThrow('forbidden')
})

test('a bot hears of groups it is added to and removed from', async () => {
  const { alice, owner, server } = world
  const actions: string[] = []
  bot.socket.ev.on('group-participants.update', ({ action }) => actions.push(action))
  const group = server.createGroup({ subject: 'Friends', owner: alice, members: [] })
  addMembers(group, alice.account, [owner.account])
  removeMembers(group, alice.account, [owner.account])
  await expect.poll(() => actions).toEqual(['add', 'remove'])
})

test('receipts of members name who read a message', async () => {
  const { alice, owner, server } = world
  const readers: string[] = []
  bot.socket.ev.on('message-receipt.update', (updates) => {
    for (const { receipt } of updates)
      if (receipt.readTimestamp) readers.push(receipt.userJid ?? '')
  })
  const group = server.createGroup({ subject: 'Friends', owner, members: [alice] })
  await bot.socket.sendMessage(group.jid, { text: 'read me' })
  const { id } = await alice.waitFor(({ text }) => text === 'read me')
  // A receipt that overtakes the bot's own event of the message is merged into that.
  await bot.waitForMessage(id)
  alice.confirm(id, 'read')
  await expect.poll(() => readers).toEqual([alice.lidJid])
})

test('many messages of one member at once are all readable', async () => {
  const { alice, owner, server } = world
  const group = server.createGroup({ subject: 'Friends', owner, members: [alice] })
  const texts = Array.from({ length: 10 }, (_, index) => `text ${index}`)
  await Promise.all(texts.map((text) => alice.sendText(group, text)))
  await bot.waitForText('text 9')
  const arrived = bot.messages.all.filter(({ message }) => message.key.remoteJid === group.jid)
  const readable = arrived.map(({ message }) => message.message?.conversation)
  expect(readable.filter((text) => text !== undefined && text !== null).sort()).toEqual(texts)
})
