import { Buffer } from 'node:buffer'
import type { RemotePhone } from '@parley/whatsapp-test-server/client'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { drawBakery, WORDS } from '../support/bakery.ts'
import { expectPage, type Window } from '../support/browser.ts'
import { Client } from '../support/client.ts'
import { publishTo } from '../support/pages.ts'
import { signUp } from '../support/people.ts'
import { PICTURE } from '../support/picture.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set({ whatsApp: true })

test('an owner draws a flow, tries it and links a number by QR code; a customer walks every branch, through a restart and a handover', async () => {
  const window = await stage.open()
  const { page } = window
  const shop = await stage.whatsApp.phones.createPhone({ name: 'Corner Bakery' })
  const ana = await stage.whatsApp.phones.createPhone({ name: 'Ana' })
  // Asked before WhatsApp has given a code.
  window.expectAnswer({ status: 409, path: '/qr' })

  await signUp(page)
  await drawFlow(window)
  await tryFlow(window)
  const flow = page.url()
  const sessionKey = await linkNumber(page, shop)
  await page.goto(flow)
  await publishTo(page, 'Bakery')
  await reopenFlow(page)

  // Everything is tried twice: once by tapping, once by typing.
  await ana.sendText(shop, 'hi')
  await ana.waitFor(hasText('Welcome to Corner Bakery, Ana!'))
  const menu = await ana.waitFor(hasText('What would you like to see?'))
  expect(menu.notShownBecause).toBeUndefined()
  expect(menu.buttons.map(({ title }) => title)).toEqual(['A photo', 'The website', 'An offer'])
  await ana.tap(menu, 'A photo')
  const photo = await ana.waitFor(({ type }) => type === 'image')
  expect(photo.text).toBe('Fresh from the oven')
  expect(Buffer.from(await ana.mediaOf(photo.id)).equals(PICTURE)).toBe(true)

  await openConversation(page, 'Ana')
  const messages = page.getByRole('log')
  await expectPage(messages.getByText('Fresh from the oven')).toBeVisible()
  await ana.waitFor(hasText('How much do you like it, from 1 to 5?'))
  await ana.sendText(shop, 'a lot!')
  await ana.waitFor(hasText('A number from 1 to 5, please.'))
  await expectPage(messages.getByText('a lot!')).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])
  await ana.sendText(shop, '5')
  await ana.waitFor(hasText('Thank you, you are too kind.'))

  await nth(ana, 2, hasText('What would you like to see?'))
  await ana.sendText(shop, '2')
  const site = await ana.waitFor(hasText('All our cakes are here.'))
  expect(site.buttons).toMatchObject([{ kind: 'url', title: 'Open the shop' }])

  await nth(ana, 3, hasText('What would you like to see?'))
  await ana.sendText(shop, 'an OFFER')
  const offer = await ana.waitFor(hasText('Hello Ana, every loaf is half price this week.'))

  // Another program writes to the same phone through the same number.
  const rest = new Client(stage.server, { authorization: `Bearer ${sessionKey}` })
  await rest.ok('POST', '/api/v1/send-message', {
    to: `+${ana.number}`,
    text: 'Your order 1024 is on its way.',
  })
  await ana.waitFor(hasText('Your order 1024 is on its way.'))
  await expectPage(messages.getByText('Your order 1024 is on its way.')).toBeVisible()

  // Meanwhile the server is restarted; the number comes back by itself and the offer still waits for its answer.
  await window.duringOutage(async () => {
    await stage.server.stop()
    await ana.tap(offer, 'Tell me more')
    await stage.server.start()
    await ana.waitFor(hasText('Until Sunday, in all our shops.'), 15_000)
    await page.reload()
  })

  await expectPage(messages.getByText('Until Sunday, in all our shops.')).toBeVisible()
  await nth(ana, 4, hasText('What would you like to see?'))
  await ana.sendText(shop, '1')
  await nth(ana, 2, hasText('How much do you like it, from 1 to 5?'))
  await ana.sendText(shop, '2')
  await ana.waitFor(hasText('I am sorry. A colleague will write to you.'))
  await expectPage(page.getByText('For Olga')).toBeVisible()
  await ana.sendText(shop, 'There was a hair in it.')
  await expectPage(messages.getByText('There was a hair in it.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Your message' }).fill('We will bake you a new one!')
  await page.keyboard.press('Enter')
  await ana.waitFor(hasText('We will bake you a new one!'))
  await ana.sendText(shop, 'How nice, thanks.')
  await expectPage(messages.getByText('How nice, thanks.')).toBeVisible()
  await page.getByRole('button', { name: 'Give back to the bot' }).click()
  await ana.waitFor(hasText('Here I am again.'))

  const texts = (await ana.received()).map(({ text }) => text)
  // Nothing came twice, and the bot was silent while a person answered.
  expect(texts.slice(texts.indexOf('I am sorry. A colleague will write to you.'))).toEqual([
    'I am sorry. A colleague will write to you.',
    'We will bake you a new one!',
    'Here I am again.',
  ])
  expect(await ana.undecryptable()).toEqual([])
  expect(await stage.whatsApp.errors()).toEqual([])
})

/** @returns the number's key for the REST API. */
async function linkNumber(page: Page, phone: RemotePhone): Promise<string> {
  await page.goto('/numbers?create')
  await page.getByRole('radio', { name: /WhatsApp Web/ }).click()
  await page.getByLabel('Name').fill('Bakery')
  await page.getByRole('button', { name: 'Create number' }).click()
  const key = await page.getByLabel('Key of this number').inputValue()
  await page.getByRole('button', { name: 'Link the phone' }).click()
  const code = page.getByRole('img', { name: 'QR code to scan with WhatsApp' })
  await phone.scanQr((await code.getAttribute('data-qr')) ?? '')
  await expectPage(page.getByText('“Bakery” is connected.')).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await expectPage(page.getByText(`+${phone.number}`)).toBeVisible()
  return key
}

/** Opens a new flow and draws the bakery's on its canvas. */
async function drawFlow(window: Window): Promise<void> {
  const { page } = window
  await page.goto('/flows')
  await page.getByRole('button', { name: 'New flow' }).first().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Blank canvas/ })
    .click()
  await expectPage(page.getByText('What happens first?')).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])
  await drawBakery(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Redo' }).click()
  await expectPage(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])
}

/** Walks every branch on the phone beside the canvas, before anything is published. */
async function tryFlow(window: Window): Promise<void> {
  const { page } = window
  await page.getByRole('button', { name: 'Try it' }).click()
  const phone = page.getByRole('complementary', { name: 'Try it' })
  const chat = phone.getByRole('log')
  const say = async (words: string) => {
    await phone.getByRole('textbox', { name: 'Message' }).fill(words)
    await page.keyboard.press('Enter')
  }
  await say('hi')
  await expectPage(chat.getByText(WORDS.menu)).toBeVisible()
  await chat.getByRole('button', { name: 'A photo' }).click()
  await expectPage(chat.getByText(WORDS.picture)).toBeVisible()
  await say('a lot!')
  await expectPage(chat.getByText(WORDS.tasteAgain)).toBeVisible()
  await say('5')
  await expectPage(chat.getByText(WORDS.fan)).toBeVisible()
  await say('2')
  await expectPage(chat.getByText(WORDS.site)).toBeVisible()
  await say('an OFFER')
  await expectPage(chat.getByText(/^Hello \w+, every loaf is half price/)).toBeVisible()
  await chat.getByRole('button', { name: 'Tell me more' }).click()
  await expectPage(chat.getByText(WORDS.details)).toBeVisible()
  await say('1')
  await say('2')
  await expectPage(chat.getByText(WORDS.person)).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])
  await phone.getByRole('button', { name: 'Close' }).click()
}

/** What was drawn is what is there when it is opened again. */
async function reopenFlow(page: Page): Promise<void> {
  await page.reload()
  await page.getByRole('button', { name: 'Show the whole flow' }).click()
  for (const words of [WORDS.picture, WORDS.site, WORDS.details, WORDS.person]) {
    await expectPage(page.getByText(words)).toBeVisible()
  }
}

async function openConversation(page: Page, contact: string): Promise<void> {
  await page.goto('/inbox')
  await page.getByRole('link', { name: contact }).click()
}

const hasText =
  (text: string) =>
  (message: { text: string }): boolean =>
    message.text === text

/** Waits until `count` messages match. */
async function nth(
  phone: RemotePhone,
  count: number,
  matches: (message: { text: string }) => boolean,
): Promise<void> {
  let seen = 0
  await phone.waitFor((message) => {
    if (matches(message)) seen += 1
    return seen >= count
  })
}
