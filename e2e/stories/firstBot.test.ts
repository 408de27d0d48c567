import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { publishTo } from '../support/pages.ts'
import { signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

test('a new owner signs up, takes a starter flow, publishes it to a sandbox number and watches it answer', async () => {
  const window = await stage.open()
  const { page } = window
  const checkAccessibility = async () => expect(await window.accessibilityProblems()).toEqual([])

  await page.goto('/')
  await expectPage(page.getByRole('heading', { name: 'Set up Parley' })).toBeVisible()
  await checkAccessibility()
  await signUp(page)
  await expectPage(page.getByText('Draw your first conversation')).toBeVisible()
  await checkAccessibility()

  await page.getByRole('link', { name: 'Numbers' }).click()
  await expectPage(page.getByText('Connect your first number')).toBeVisible()
  await page.getByRole('button', { name: 'Connect a number' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Sandbox/ }).click()
  await dialog.getByLabel('Name').fill('Try it')
  await checkAccessibility()
  await dialog.getByRole('button', { name: 'Create number' }).click()
  await expectPage(dialog.getByLabel('Key of this number')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expectPage(page.getByText('Connected', { exact: true })).toBeVisible()
  await checkAccessibility()

  await page.getByRole('link', { name: 'Flows' }).click()
  await page.getByRole('button', { name: 'New flow' }).first().click()
  await checkAccessibility()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^FAQ menu/ })
    .click()
  await expectPage(page.getByText('What would you like to know?')).toBeVisible()
  await checkAccessibility()
  await publishTo(page, 'Try it')

  await page.goto('/numbers')
  await expectPage(page.getByRole('link', { name: 'FAQ menu' })).toBeVisible()
  await page.getByRole('button', { name: /Try it/ }).click()
  await page.getByRole('menuitem', { name: 'Write as a customer…' }).click()
  const write = page.getByRole('dialog')
  await write.getByLabel('Customer’s name').fill('Ana')
  await write.getByLabel('Message').fill('Hi!')
  await write.getByRole('button', { name: 'Send' }).click()

  await page.goto('/inbox')
  await page.getByRole('link', { name: /Ana/ }).click()
  const messages = page.getByRole('log')
  await expectPage(messages.getByText('Welcome to Corner Bakery')).toBeVisible()
  await checkAccessibility()
})
