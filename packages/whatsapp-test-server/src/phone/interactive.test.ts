import { beforeAll, expect, test } from 'vitest'
import type { Bot } from '../testing/bot.ts'
import {
  type FlowButton,
  flowAnnouncement,
  relay,
  sendInteractive,
} from '../testing/send-interactive.ts'
import { useTestWorld } from '../testing/test-server.ts'
import type { ChoiceContent, TapContent } from './content.ts'

const world = useTestWorld('file')
let bot: Bot

beforeAll(async () => {
  bot = await world.connect()
})

const YES: FlowButton = { name: 'quick_reply', parameters: { id: 'yes', display_text: 'Yes' } }
const NO: FlowButton = { name: 'quick_reply', parameters: { id: 'no', display_text: 'No' } }
const SITE: FlowButton = {
  name: 'cta_url',
  parameters: { display_text: 'Menu', url: 'https://pizza.example' },
}
const LIST: FlowButton = {
  name: 'single_select',
  parameters: {
    title: 'Choose',
    sections: [
      { title: 'Pizza', rows: [{ id: 'm', title: 'Margherita', description: 'Cheese' }] },
      { title: 'Drinks', rows: [{ id: 'w', title: 'Water' }] },
    ],
  },
}

async function show(buttons: FlowButton[], announcement = flowAnnouncement()) {
  const messageId = await sendInteractive(bot, world.alice.lidJid, { buttons, announcement })
  return world.alice.waitFor(({ id }) => id === messageId)
}

/** Sends a reply of Alice and gives what the bot got. */
async function reply(content: TapContent | ChoiceContent) {
  const id = await world.alice.send(world.owner, content)
  return (await bot.waitForMessage(id)).message
}

test('buttons and links arrive with their ids, titles and addresses', async () => {
  expect(await show([YES, SITE])).toMatchObject({
    type: 'interactive',
    title: 'Pizza',
    text: 'What would you like?',
    footer: 'Open until 23:00',
    buttons: [
      { kind: 'reply', id: 'yes', title: 'Yes' },
      { kind: 'url', title: 'Menu', url: 'https://pizza.example' },
    ],
  })
})

test('a list arrives with its sections', async () => {
  const message = await show([LIST])
  expect(message.buttons).toEqual([{ kind: 'list', id: '', title: 'Choose' }])
  expect(message.sections).toEqual([
    { title: 'Pizza', rows: [{ id: 'm', title: 'Margherita', description: 'Cheese' }] },
    { title: 'Drinks', rows: [{ id: 'w', title: 'Water', description: '' }] },
  ])
})

test('a tap comes back as a native flow reply that quotes the message', async () => {
  const { id } = await show([YES, NO])
  const message = await reply({ type: 'tap', messageId: id, button: 'No' })
  const { nativeFlowResponseMessage, contextInfo } = message?.interactiveResponseMessage ?? {}
  expect(JSON.parse(nativeFlowResponseMessage?.paramsJson ?? '')).toMatchObject({ id: 'no' })
  expect(contextInfo?.stanzaId).toBe(id)
})

test('a tap can come back in the older forms', async () => {
  const { id } = await show([YES, NO])
  const tap = { type: 'tap', messageId: id, button: 'yes' } as const
  const asButton = await reply({ ...tap, form: 'buttons' })
  expect(asButton?.buttonsResponseMessage?.selectedButtonId).toBe('yes')
  const asTemplate = await reply({ ...tap, form: 'template' })
  expect(asTemplate?.templateButtonReplyMessage?.selectedId).toBe('yes')
})

test('a chosen row comes back as a native flow reply or as a list reply', async () => {
  const { id } = await show([LIST])
  const choice = { type: 'choice', messageId: id, row: 'Water' } as const
  const asFlow = await reply(choice)
  const json = asFlow?.interactiveResponseMessage?.nativeFlowResponseMessage?.paramsJson
  expect(JSON.parse(json ?? '')).toMatchObject({ id: 'w' })
  const asList = await reply({ ...choice, form: 'list' })
  expect(asList?.listResponseMessage?.singleSelectReply?.selectedRowId).toBe('w')
})

test('shortcuts answer a message in its own chat', async () => {
  const buttons = await show([YES])
  const tap = await bot.waitForMessage(await world.alice.tap(buttons, 'Yes'))
  const list = await show([LIST])
  const choice = await bot.waitForMessage(await world.alice.choose(list, 'Margherita'))
  expect([tap.key.remoteJid, choice.key.remoteJid]).toEqual([
    world.alice.lidJid,
    world.alice.lidJid,
  ])
})

test('nobody can tap a button that is not there', async () => {
  const { id } = await show([YES, SITE])
  const tap = { type: 'tap', messageId: id, button: 'Menu' } as const
  await expect(world.alice.send(world.owner, tap)).rejects.toThrow('there are: "Yes"')
})

test('buttons without an announcement are not shown and cannot be tapped', async () => {
  const message = await show([YES], { tag: 'biz', attrs: {} })
  expect(message.notShownBecause).toContain('<biz>')
  await expect(world.alice.tap(message, 'Yes')).rejects.toThrow('does not show')
})

test('a native flow under a name that phones do not know is not shown', async () => {
  const message = await show([YES], flowAnnouncement('quick_reply'))
  expect(message.notShownBecause).toContain('quick_reply')
})

const buttonsMessage = {
  contentText: 'old',
  buttons: [{ buttonId: 'b', buttonText: { displayText: 'B' } }],
}

test('legacy buttons are refused with 405, and not shown when they get through', async () => {
  const announcement = { tag: 'biz', attrs: {}, content: [{ tag: 'buttons', attrs: {} }] }
  const refused = await relay(bot, world.alice.lidJid, {
    content: { buttonsMessage },
    announcement,
  })
  expect(await refusalOf(refused)).toBe('405')
  const id = await relay(bot, world.alice.lidJid, { content: { buttonsMessage } })
  const message = await world.alice.waitFor((received) => received.id === id)
  expect(message).toMatchObject({ buttons: [{ id: 'b', title: 'B' }] })
  expect(message.notShownBecause).toBeTruthy()
})

test('an announcement without a native flow is refused with 479', async () => {
  const interactive = { tag: 'interactive', attrs: { type: 'native_flow', v: '1' } }
  const announcement = { tag: 'biz', attrs: {}, content: [interactive] }
  const id = await sendInteractive(bot, world.alice.lidJid, { buttons: [YES], announcement })
  expect(await refusalOf(id)).toBe('479')
})

test('the server refuses native flows when told so, and lets texts pass', async () => {
  world.server.troubles.messageRefusals = [{ code: 405, which: 'interactive', times: 1 }]
  const id = await sendInteractive(bot, world.alice.lidJid, { buttons: [YES] })
  expect(await refusalOf(id)).toBe('405')
  await bot.socket.sendMessage(world.alice.lidJid, { text: '1. Yes' })
  await world.alice.waitFor(({ text }) => text === '1. Yes')
  await show([YES])
})

/** The code with which the server refused a message. */
async function refusalOf(messageId: string) {
  const { update } = await bot.messageUpdates.waitFor(
    ({ key, update }) => key.id === messageId && update.status === 0,
  )
  return update.messageStubParameters?.[0]
}
