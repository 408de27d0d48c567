import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { logIn, signUp } from '../support/people.ts'
import { Receiver } from '../support/receiver.ts'
import { Stage } from '../support/stage.ts'

const run = promisify(execFile)
const stage = Stage.set({ environment: { PARLEY_ALLOW_PRIVATE_HOSTS: '127.0.0.1' } })
const PHONE = '+4915112345678'
const TEXT = 'Your order is ready. When will you come?'

let numberId: string
let receiver: Receiver
beforeAll(async () => {
  receiver = await Receiver.start()
})
afterAll(() => receiver.stop())

/** Presses the example's copy button, and runs what is on the clipboard then, as its own program. */
async function runExample(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: `Copy: ${name}` }).click()
  const code = await page.evaluate('navigator.clipboard.readText()')
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', String(code)])
  return stdout
}

test('a developer makes a key, copies an example, runs it, and finds the message in inbox and queue', async () => {
  const window = await stage.open()
  const { page } = window
  const checkAccessibility = async () => expect(await window.accessibilityProblems()).toEqual([])
  await signUp(page)
  numberId = (await window.post('/api/v1/numbers', { name: 'Try it', channel: 'sandbox' })).id
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])

  await page.getByRole('link', { name: 'Developers' }).click()
  await expectPage(page.getByText('The examples say YOUR_KEY')).toBeVisible()
  await page.getByRole('button', { name: 'Make a key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What is it for?').fill('Shop system')
  await checkAccessibility()
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expectPage(dialog.getByLabel('API key')).toHaveValue(/^whm_/)
  await checkAccessibility()
  await dialog.getByRole('button', { name: 'Done' }).click()

  await page.getByLabel('Phone number of the customer').fill(PHONE)
  await page.getByRole('radio', { name: 'JavaScript' }).click()
  expect(await runExample(page, 'Send a text')).toMatch(/^200 \{\s*success: true/)
  // The same from the page itself.
  await page.getByRole('button', { name: 'Send it now' }).click()
  await expectPage(page.getByRole('region', { name: 'The server’s answer' })).toContainText(
    '"success": true',
  )
  await checkAccessibility()
  await page.getByRole('link', { name: 'See it in the inbox' }).click()
  await page.getByRole('link', { name: new RegExp(PHONE.slice(1)) }).click()
  await expectPage(page.getByRole('log').getByText(TEXT)).toHaveCount(2)

  // What is sent while the number is off waits, and can be called off.
  await window.fetch('PATCH', `/api/v1/sandbox/${numberId}`, { connected: false })
  await page.goto('/developers/api')
  await page.getByLabel('Phone number of the customer').fill(PHONE)
  await page.getByRole('radio', { name: 'JavaScript' }).click()
  // The key was forgotten with the page, and can only be made anew.
  await expectPage(page.getByRole('region', { name: 'Chat API' })).toContainText('YOUR_KEY')
  expect(await runExample(page, 'Chat API')).toMatch(/^401/)
  await page.getByRole('button', { name: 'Make a key' }).click()
  await dialog.getByLabel('What is it for?').fill('Second try')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  expect(await runExample(page, 'Chat API')).toMatch(/^200/)
  await page.getByRole('link', { name: 'Queue' }).click()
  const queue = page.getByRole('region', { name: 'Try it' })
  await expectPage(queue.getByText(TEXT)).toBeVisible()
  await expectPage(queue.getByRole('cell', { name: /^The number is not connected/ })).toBeVisible()
  await checkAccessibility()
  await queue.getByRole('button', { name: 'Cancel all' }).click()
  await page.getByRole('button', { name: 'Cancel all messages' }).click()
  await expectPage(page.getByText('Nothing is waiting')).toBeVisible()
  await window.fetch('PATCH', `/api/v1/sandbox/${numberId}`, { connected: true })
})

test('a webhook is made, tested, fails, recovers by itself, and is asked to send once more', async () => {
  const window = await stage.open()
  const { page } = window
  const checkAccessibility = async () => expect(await window.accessibilityProblems()).toEqual([])
  await logIn(page)
  await page.goto('/developers/webhooks')
  await page.getByRole('button', { name: 'New webhook' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Address').fill(receiver.url)
  await dialog.getByRole('button', { name: 'Choose none' }).click()
  await dialog.getByRole('checkbox', { name: 'message.received' }).check()
  await checkAccessibility()
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expectPage(dialog.getByLabel('Secret')).toHaveValue(/^whsec_/)
  await dialog.getByRole('button', { name: 'Done' }).click()

  await page.getByRole('link', { name: `Deliveries of ${receiver.url}` }).click()
  await expectPage(page.getByText('Nothing has been sent yet')).toBeVisible()
  await page.getByRole('button', { name: 'Send a test' }).click()
  await expectPage(page.getByText(/^Your receiver answered 204/)).toBeVisible()
  expect(receiver.calls).toHaveLength(1)
  await checkAccessibility()

  receiver.status = 500
  await window.post(`/api/v1/sandbox/${numberId}/inbound`, { from: PHONE, content: 'Any news?' })
  await expect.poll(() => receiver.calls.length).toBeGreaterThan(1)
  const log = page.getByRole('table', { name: 'Deliveries' })
  await expectPage(log.getByText('HTTP 500')).toBeVisible()
  receiver.status = 204
  await expectPage(log.getByText('HTTP 204')).toBeVisible({ timeout: 60_000 })

  const before = receiver.calls.length
  await log.getByRole('button', { name: /^Details of message.received/ }).click()
  await expectPage(dialog.getByText('Any news?')).toBeVisible()
  await checkAccessibility()
  await dialog.getByRole('button', { name: 'Send again' }).click()
  await expect.poll(() => receiver.calls.length).toBe(before + 1)
  const [, ...attempts] = receiver.calls
  expect(new Set(attempts.map(({ delivery }) => delivery)).size).toBe(1)
})

test('a template is written, refused, put right, and sent by its name', async () => {
  const window = await stage.open()
  const { page } = window
  await logIn(page)
  await page.goto('/templates')
  await page.getByRole('button', { name: 'New template' }).click()
  await page.getByLabel('Name').fill('Order ready')
  await expectPage(page.getByLabel('Name')).toHaveValue('order_ready')
  await page.getByLabel('Language').fill('english please')
  await page.getByLabel('Text', { exact: true }).fill('Hello {{name}}, come and see.')
  await page.getByLabel('Value of {{name}}').fill('Ana')
  await expectPage(page.getByRole('region', { name: 'Preview' })).toContainText(
    'Hello Ana, come and see.',
  )
  window.expectAnswer({ status: 422, path: '/api/v1/templates' })
  await page.getByRole('button', { name: 'Create template' }).click()
  await expectPage(page.getByText('must be a language code such as en_US')).toBeVisible()
  await expectPage(page.getByLabel('Language')).toBeFocused()
  await expectPage(page.getByLabel('Text', { exact: true })).toHaveValue(/Hello \{\{name\}\}/)
  await page.getByLabel('Language').fill('en_US')

  // Somebody who goes away by mistake can stay.
  await page.getByRole('link', { name: 'All templates' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Create template' }).click()
  await expectPage(page.getByRole('link', { name: 'Open order_ready in en_US' })).toBeVisible()

  await window.post('/api/v1/send-message', {
    sessionId: numberId,
    to: PHONE,
    template: { name: 'order_ready', parameters: { name: 'Ana' } },
  })
  await page.goto('/inbox')
  await page.getByRole('link', { name: new RegExp(PHONE.slice(1)) }).click()
  await expectPage(page.getByRole('log').getByText('Hello Ana, come and see.')).toBeVisible()
})
