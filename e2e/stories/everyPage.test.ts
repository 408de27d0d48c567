import { expect, test } from 'vitest'
import { expectPage, type WindowOptions } from '../support/browser.ts'
import { logIn, signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

/** Pages by what they show when they are ready. */
const PAGES: Readonly<Record<string, RegExp>> = {
  '/flows': /Customer feedback/,
  '/inbox': /Ana/,
  '/numbers': /Try it/,
  '/contacts': /Ana/,
  '/templates': /order_ready/,
  '/templates/new': /What you write appears here/,
  '/developers/api': /Send your first message/,
  '/developers/keys': /Shop system/,
  '/developers/webhooks': /shop\.example\.com/,
  '/developers/queue': /Scheduled for/,
  '/settings/profile': /Change password/,
  '/settings/appearance': /Like the system/,
  '/settings/workspace': /Workspace ID/,
  '/settings/members': /Olga Petrova/,
  '/settings/tokens': /No tokens yet/,
  '/nowhere': /There is nothing here/,
}

test('the owner makes a flow and what developers need, and a customer writes', async () => {
  const window = await stage.open()
  const { page } = window
  await signUp(page)
  await page.getByRole('button', { name: /^Customer feedback/ }).click()
  await expectPage(page.getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
  const number = await window.post('/api/v1/numbers', { name: 'Try it', channel: 'sandbox' })
  await window.post(`/api/v1/sandbox/${number.id}/inbound`, {
    from: '4915112345678',
    name: 'Ana',
    content: 'Hello!',
  })
  await window.post('/api/v1/messages', {
    to: '+4915112345678',
    type: 'text',
    text: 'See you next year!',
    numberId: number.id,
    scheduledAt: '2100-12-24T18:00:00Z',
  })
  await window.post('/api/v1/templates', {
    name: 'order_ready',
    language: 'en_US',
    body: 'Hello {{name}}, your order is ready.',
  })
  await window.post('/api/v1/keys', { name: 'Shop system', scopes: ['send'] })
  await window.post('/api/v1/webhooks', { url: 'https://shop.example.com/parley' })
})

const LOOKS: readonly WindowOptions[] = [
  { size: 'laptop', theme: 'light' },
  { size: 'laptop', theme: 'dark' },
  { size: 'phone', theme: 'light' },
  { size: 'phone', theme: 'dark' },
]
test.each(LOOKS)('every page can be read and used by everybody: $size, $theme', async (look) => {
  const window = await stage.open(look)
  const { page } = window
  await logIn(page)
  for (const [path, words] of Object.entries(PAGES)) {
    await page.goto(path)
    await expectPage(page.getByText(words).filter({ visible: true }).first()).toBeVisible()
    expect({ path, problems: await window.accessibilityProblems() }).toEqual({ path, problems: [] })
    // Nothing sticks out at the side, where a phone would have to scroll for it.
    const overhang = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect({ path, overhang }).toEqual({ path, overhang: 0 })
  }
})
