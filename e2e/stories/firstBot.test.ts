import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { CountedHand } from '../support/CountedHand.ts'
import { publishTo } from '../support/pages.ts'
import { logIn, OWNER } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

/** From a server that has just been started to an answer, the way a new owner goes. */
const MOST_INTERACTIONS = 12

test('from the first start to a published bot that answers, in a handful of clicks', async () => {
  const window = await stage.open()
  const { page } = window
  const hand = new CountedHand()
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })

  await page.goto('/')
  await expectPage(page.getByRole('heading', { name: 'Set up Parley' })).toBeVisible()
  await hand.type(page.getByLabel('Your name'), OWNER.name)
  await hand.type(page.getByLabel('E-mail'), OWNER.email)
  await hand.type(page.getByLabel('Password', { exact: true }), OWNER.password)
  await hand.type(page.getByLabel('Name of your workspace'), OWNER.workspaceName)
  await hand.click(button('Create account'))
  await expectPage(page.getByText('Draw your first conversation')).toBeVisible()

  await hand.click(button(/^FAQ menu/))
  await expectPage(page.getByText('What would you like to know?')).toBeVisible()

  await hand.click(button('Publish'))
  const dialog = page.getByRole('dialog')
  await hand.click(dialog.getByRole('button', { name: 'Make a sandbox number' }))
  await hand.click(dialog.getByRole('button', { name: 'Publish', exact: true }))
  await expectPage(dialog.getByText('Version 1 is live')).toBeVisible()
  await hand.click(dialog.getByRole('button', { name: 'Write as a customer' }))
  await hand.click(page.getByRole('dialog').getByRole('button', { name: 'Send' }))

  await hand.click(page.getByRole('link', { name: /^Ana Customer/ }))
  await expectPage(page.getByRole('log').getByText('Welcome to Corner Bakery')).toBeVisible()
  expect(hand.interactions.length).toBeLessThanOrEqual(MOST_INTERACTIONS)
})

test('a sandbox number is made on its page, and a flow answers on it; no page on the way keeps anybody out', async () => {
  const window = await stage.open()
  const { page } = window
  const checkAccessibility = async () => expect(await window.accessibilityProblems()).toEqual([])

  await page.goto('/login')
  await expectPage(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
  await checkAccessibility()
  await logIn(page)
  await checkAccessibility()

  await page.getByRole('link', { name: 'Numbers' }).click()
  await page.getByRole('button', { name: 'Connect a number' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Sandbox/ }).click()
  await dialog.getByLabel('Name').fill('Try it')
  await checkAccessibility()
  await dialog.getByRole('button', { name: 'Create number' }).click()
  await expectPage(dialog.getByLabel('Key of this number')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expectPage(page.getByText('Connected', { exact: true }).first()).toBeVisible()
  await checkAccessibility()

  await page.getByRole('link', { name: 'Flows' }).click()
  await page.getByRole('button', { name: 'New flow' }).first().click()
  await checkAccessibility()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Order status/ })
    .click()
  await expectPage(page.getByText('What is your order number?')).toBeVisible()
  await checkAccessibility()
  await publishTo(page, 'Try it')

  await page.goto('/numbers')
  await expectPage(page.getByRole('link', { name: 'Order status' })).toBeVisible()
  await page.getByRole('button', { name: /Try it/ }).click()
  await page.getByRole('menuitem', { name: 'Write as a customer…' }).click()
  const write = page.getByRole('dialog')
  await write.getByLabel('Customer’s phone number').fill('+15550199')
  await write.getByLabel('Customer’s name').fill('Bo')
  await write.getByLabel('Message').fill('Where is my order?')
  await write.getByRole('button', { name: 'Send' }).click()

  await page.getByRole('link', { name: /^Bo/ }).click()
  await expectPage(page.getByRole('log').getByText('What is your order number?')).toBeVisible()
  await checkAccessibility()
})
