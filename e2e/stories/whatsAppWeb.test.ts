import { Buffer } from 'node:buffer'
import type { RemotePhone } from '@parley/whatsapp-test-server/client'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { Client } from '../support/client.ts'
import { lines, nodes } from '../support/flowFile.ts'
import { publishTo } from '../support/pages.ts'
import { signUp } from '../support/people.ts'
import { PICTURE } from '../support/picture.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set({ whatsApp: true })

test('a number is linked by QR code, and a customer walks every branch of a flow, through a restart and a handover', async () => {
  const window = await stage.open()
  const { page } = window
  const shop = await stage.whatsApp.phones.createPhone({ name: 'Corner Bakery' })
  const ana = await stage.whatsApp.phones.createPhone({ name: 'Ana' })
  // Asked before WhatsApp has given a code.
  window.expectAnswer({ status: 409, path: '/qr' })

  await signUp(page)
  const client = new Client(stage.server, { 'x-api-token': await makeToken(page) })
  const sessionKey = await linkNumber(page, shop)
  await importFlow(page, tour(await upload(client, PICTURE)))
  await publishTo(page, 'Bakery')

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

//  [start] ─► [hello] ─► [menu] ─ photo ─► [picture] ─► [taste 1…5] ─► [condition] ─ 4, 5 ─► [fan] ─► menu
//                          │                                                  └──── else ─► [handover] ─► [again] ─► end
//                          ├─ web ─► [site] ─► menu
//                          └─ offer ─► [template] ─ more ─► [details] ─► menu
const tour = (mediaId: string) => ({
  name: 'Tour of the bakery',
  nodes: nodes({
    start: ['start', { triggers: [{ id: 'any', type: 'anyMessage' }] }],
    hello: ['text', { text: 'Welcome to Corner Bakery, {{ contact.name }}!' }],
    menu: [
      'buttons',
      {
        text: 'What would you like to see?',
        buttons: [
          { id: 'photo', title: 'A photo' },
          { id: 'web', title: 'The website' },
          { id: 'offer', title: 'An offer' },
        ],
      },
    ],
    picture: [
      'media',
      {
        kind: 'image',
        source: { type: 'upload', mediaId },
        caption: 'Fresh from the oven',
      },
    ],
    taste: [
      'question',
      {
        text: 'How much do you like it, from 1 to 5?',
        answer: { type: 'number', min: 1, max: 5, integer: true },
        saveAs: 'score',
        retryText: 'A number from 1 to 5, please.',
      },
    ],
    likesIt: [
      'condition',
      {
        branches: [
          {
            id: 'yes',
            label: 'Likes it',
            group: {
              type: 'group',
              match: 'all',
              rules: [
                {
                  type: 'rule',
                  subject: { type: 'variable', name: 'score' },
                  operator: 'greaterOrEqual',
                  values: ['4'],
                },
              ],
            },
          },
        ],
      },
    ],
    fan: ['text', { text: 'Thank you, you are too kind.' }],
    person: [
      'handover',
      {
        to: 'Olga',
        message: 'I am sorry. A colleague will write to you.',
        note: 'Gave {{ score }} of 5',
      },
    ],
    again: ['end', { message: 'Here I am again.' }],
    site: [
      'ctaUrl',
      {
        text: 'All our cakes are here.',
        buttonText: 'Open the shop',
        url: 'https://shop.example.com/cakes',
      },
    ],
    offer: [
      'template',
      {
        name: 'half_price',
        text: 'Hello {{1}}, every loaf is half price this week.',
        parameters: { '1': '{{ contact.name }}' },
        buttons: [{ type: 'quickReply', id: 'more', title: 'Tell me more' }],
      },
    ],
    details: ['text', { text: 'Until Sunday, in all our shops.' }],
  }),
  edges: lines(
    'start > hello',
    'hello > menu',
    'menu.photo > picture',
    'picture > taste',
    'taste > likesIt',
    'likesIt.yes > fan',
    'likesIt.else > person',
    'fan > menu',
    'person.resolved > again',
    'menu.web > site',
    'site > menu',
    'menu.offer > offer',
    'offer.more > details',
    'details > menu',
  ),
})

async function makeToken(page: Page): Promise<string> {
  await page.goto('/settings/tokens')
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByLabel('What is it for?').fill('Shop system')
  await page.getByRole('button', { name: 'Create' }).click()
  const token = await page.getByRole('textbox', { name: 'API token' }).inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  return token
}

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

async function importFlow(page: Page, file: { name: string }): Promise<void> {
  await page.goto('/flows')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import' }).click()
  await (await chooser).setFiles({
    name: 'tour.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  })
  await page.getByRole('link', { name: file.name }).click()
  await expectPage(page.getByText('What would you like to see?')).toBeVisible()
}

async function openConversation(page: Page, contact: string): Promise<void> {
  await page.goto('/inbox')
  await page.getByRole('link', { name: contact }).click()
}

async function upload(client: Client, bytes: Buffer<ArrayBuffer>): Promise<string> {
  const { data } = await client.upload<{ data: { id: string } }>('/api/v1/media', {
    name: 'bread.png',
    type: 'image/png',
    bytes,
  })
  return data.id
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
