import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { logIn, signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set({ whatsApp: true })

test('a message that fails says why, and is sent again by one press', async () => {
  const window = await stage.open()
  const { page } = window
  await signUp(page)
  const number = await window.post('/api/v1/numbers', {
    name: 'Try it',
    channel: 'sandbox',
    sandbox: { autoStatus: false },
  })
  await window.post(`/api/v1/sandbox/${number.id}/inbound`, {
    from: '4915112345678',
    name: 'Ana',
    content: 'Is anybody there?',
  })
  await page.goto('/inbox')
  await page.getByRole('link', { name: 'Ana' }).click()
  await page.getByRole('textbox', { name: 'Your message' }).fill('Yes, here I am!')
  await page.keyboard.press('Enter')
  const messages = page.getByRole('log').getByText('Yes, here I am!')
  await expectPage(messages).toHaveCount(1)
  const conversationId = new URL(page.url()).pathname.split('/').at(-1)
  const sent = await window.fetch('GET', `/api/v1/conversations/${conversationId}/messages`)
  await window.post(`/api/v1/sandbox/${number.id}/status`, {
    messageId: firstOf(sent.text).id,
    status: 'failed',
    reason: 'This phone is switched off',
  })
  await expectPage(page.getByText('Not sent: This phone is switched off')).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])
  await page.getByRole('button', { name: 'Send again' }).click()
  await expectPage(messages).toHaveCount(2)
})

test('a number tells in plain words what is wrong with it, and is linked again, by a code that is typed', async () => {
  const window = await stage.open({ size: 'phone', theme: 'dark' })
  const { page } = window
  window.expectAnswer({ status: 409, path: '/qr' })
  await logIn(page)
  const phone = await stage.whatsApp.phones.createPhone({ name: 'Corner Bakery' })
  await window.post('/api/v1/numbers', { name: 'Bakery', channel: 'whatsapp-web' })
  await page.goto('/numbers')
  const card = page.locator('main').filter({ hasText: 'Bakery' })
  const link = async () => {
    await page.getByRole('tab', { name: 'With phone number' }).click()
    await page.getByRole('textbox', { name: 'Phone number' }).fill(`+${phone.number}`)
    await page.getByRole('button', { name: 'Get a code' }).click()
    const code = page.getByRole('status').filter({ hasText: 'Type this code on the phone' })
    const letters = (await code.innerText()).split('\n').at(-1)?.replace('-', '') ?? ''
    expect(await window.accessibilityProblems()).toEqual([])
    await phone.enterPairingCode(letters)
    await expectPage(page.getByText('“Bakery” is connected.')).toBeVisible()
    await page.getByRole('button', { name: 'Done' }).click()
    await expectPage(card.getByText(`+${phone.number}`)).toBeVisible()
  }
  await page.getByRole('button', { name: /^(Link phone|Connect)$/ }).click()
  await link()

  await stage.whatsApp.phones.setTroubles({ refuseUpgradesWith: 503 })
  await phone.dropConnections()
  await expectPage(
    card.getByText('Reconnecting by itself; messages wait.', { exact: false }),
  ).toBeVisible()
  await stage.whatsApp.phones.endTroubles()
  await expectPage(card.getByText('Connected to WhatsApp.')).toBeVisible({ timeout: 40_000 })

  await phone.unlinkDevices()
  await expectPage(card.getByText('Logged out', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Link again' }).click()
  await link()
})

/** The first of a list that the API gave. */
const firstOf = (text: string): { id: string } => {
  const [first] = (JSON.parse(text) as { data: { id: string }[] }).data
  if (!first) throw new Error('The list is empty.')
  return first
}
