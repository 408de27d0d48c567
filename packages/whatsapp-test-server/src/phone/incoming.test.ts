import {
  decryptPollVote,
  normalizeMessageContent,
  type proto,
  type WAMessage,
} from '@whiskeysockets/baileys'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Bot } from '../testing/bot.ts'
import { useTestWorld } from '../testing/test-server.ts'
import type { PhoneContent, SendOptions } from './content.ts'

const world = useTestWorld('file')
let bot: Bot

beforeAll(async () => {
  bot = await world.connect()
})

async function receive(content: PhoneContent, options?: SendOptions): Promise<WAMessage> {
  return bot.waitForMessage(await world.alice.send(world.owner, content, options))
}

describe('kinds of messages', () => {
  test('a location', async () => {
    const content = { type: 'location', latitude: 52.5, longitude: 13.4, name: 'Berlin' } as const
    const { message } = await receive(content)
    expect(message?.locationMessage).toMatchObject({ degreesLatitude: 52.5, name: 'Berlin' })
  })

  test('a contact', async () => {
    const { message } = await receive({ type: 'contact', name: 'Zoe', number: '447700900009' })
    expect(message?.contactMessage?.vcard).toContain('waid=447700900009')
  })

  test('an answer that quotes an earlier message, and mentions', async () => {
    const first = await receive({ type: 'text', text: 'first' })
    const second = await receive(
      { type: 'text', text: 'second' },
      { quotedId: first.key.id ?? '', mentions: [world.owner.lidJid] },
    )
    expect(second.message?.extendedTextMessage).toMatchObject({
      text: 'second',
      contextInfo: {
        stanzaId: first.key.id,
        participant: world.alice.lidJid,
        quotedMessage: { conversation: 'first' },
        mentionedJid: [world.owner.lidJid],
      },
    })
  })

  test('a disappearing message', async () => {
    const { message } = await receive({ type: 'text', text: 'poof' }, { expiresInSeconds: 86_400 })
    expect(message?.extendedTextMessage?.contextInfo?.expiration).toBe(86_400)
  })

  test('a reaction to a message of the bot', async () => {
    const sent = await bot.socket.sendMessage(world.alice.lidJid, { text: 'like me' })
    const messageId = sent?.key.id ?? ''
    await world.alice.waitFor(({ id }) => id === messageId)
    const { message } = await receive({ type: 'reaction', messageId, emoji: '👍' })
    expect(message?.reactionMessage).toMatchObject({
      text: '👍',
      key: { id: messageId, fromMe: true },
    })
  })

  test('an edit', async () => {
    const messageId = await world.alice.sendText(world.owner, 'typo')
    await world.alice.send(world.owner, { type: 'edit', messageId, text: 'fixed' })
    const { update } = await bot.messageUpdates.waitFor(
      ({ key, update }) => key.id === messageId && !!update.message,
    )
    expect(normalizeMessageContent(update.message)?.conversation).toBe('fixed')
  })

  test('a deletion', async () => {
    const messageId = await world.alice.sendText(world.owner, 'oops')
    await world.alice.send(world.owner, { type: 'deletion', messageId })
    const { update } = await bot.messageUpdates.waitFor(
      ({ key, update }) => key.id === messageId && update.message === null,
    )
    expect(update.messageStubType).toBeTruthy()
  })

  test('a text of 60,000 characters', async () => {
    const text = 'long '.repeat(12_000)
    expect((await receive({ type: 'text', text })).message?.conversation).toBe(text)
  })

  test('a message from the future has nothing in it that Baileys knows', async () => {
    const id = await world.alice.send(world.owner, { type: 'unknown' })
    const { message } = await bot.messages.waitFor(({ message }) => message.key.id === id)
    expect(Object.keys(message.message ?? {})).toEqual([])
  })

  test('anything in WhatsApp’s own form', async () => {
    const message: proto.IMessage = { groupInviteMessage: { groupName: 'Friends' } }
    const received = await receive({ type: 'raw', message })
    expect(received.message?.groupInviteMessage?.groupName).toBe('Friends')
  })

  test('a vote, which decrypts with the secret of the poll', async () => {
    const sent = await bot.socket.sendMessage(world.alice.lidJid, {
      poll: { name: 'Hungry?', values: ['Yes', 'No'], selectableCount: 1 },
    })
    const poll = await world.alice.waitFor(({ type }) => type === 'poll')
    expect(poll.poll).toEqual({ question: 'Hungry?', options: ['Yes', 'No'], maxSelections: 1 })
    const { message } = await receive({ type: 'pollVote', pollId: poll.id, options: ['Yes'] })
    const vote = decryptPollVote(message?.pollUpdateMessage?.vote ?? {}, {
      pollCreatorJid: world.owner.lidJid,
      pollMsgId: poll.id,
      pollEncKey: sent?.message?.messageContextInfo?.messageSecret ?? Buffer.alloc(0),
      voterJid: world.alice.lidJid,
    })
    expect(vote.selectedOptions).toHaveLength(1)
  })

  test('a call', async () => {
    const calls: string[] = []
    bot.socket.ev.on('call', (events) => calls.push(...events.map(({ from }) => from)))
    world.alice.call(world.owner)
    await expect.poll(() => calls).toEqual([world.alice.lidJid])
  })
})

describe('addresses', () => {
  test('an account in number mode is named by number, with its LID', async () => {
    const bob = world.server.createPhone({ name: 'Bob', addressMode: 'number' })
    const { key } = await bot.waitForMessage(await bob.sendText(world.owner, 'I am Bob'))
    expect(key).toMatchObject({ remoteJid: bob.numberJid, remoteJidAlt: bob.lidJid })
  })

  test('an account that hides its number is known by its LID only', async () => {
    const carol = world.server.createPhone({ name: 'Carol', addressMode: 'lid-only' })
    const { key } = await bot.waitForMessage(await carol.sendText(world.owner, 'I am Carol'))
    expect(key.remoteJid).toBe(carol.lidJid)
    expect(key.remoteJidAlt).toBeUndefined()
    await bot.socket.sendMessage(carol.lidJid, { text: 'hello Carol' })
    expect((await carol.waitFor(({ text }) => text === 'hello Carol')).type).toBe('text')
  })

  test('what the owner types on the phone reaches the bot as sent by itself', async () => {
    const id = await world.owner.sendText(world.alice, 'typed on the phone')
    const message = await bot.waitForMessage(id)
    expect(message.key).toMatchObject({ fromMe: true, remoteJid: world.alice.lidJid })
  })
})

describe('presence', () => {
  test('typing is seen in both directions', async () => {
    const { alice, owner } = world
    await bot.socket.sendPresenceUpdate('recording', alice.lidJid)
    await alice.typing.waitFor(({ state }) => state === 'recording')
    const states: string[] = []
    bot.socket.ev.on('presence.update', ({ presences }) => {
      states.push(...Object.values(presences).map((presence) => presence.lastKnownPresence))
    })
    alice.setTyping(owner, 'composing')
    await expect.poll(() => states).toEqual(['composing'])
    alice.setOnline(true, owner)
    await expect.poll(() => states).toEqual(['composing', 'available'])
  })

  test('a bot that asks is told whether somebody is online', async () => {
    const states: string[] = []
    bot.socket.ev.on('presence.update', ({ presences }) => {
      states.push(...Object.values(presences).map((presence) => presence.lastKnownPresence))
    })
    world.alice.setOnline(false)
    await bot.socket.presenceSubscribe(world.alice.lidJid)
    await expect.poll(() => states).toEqual(['unavailable'])
  })
})
