import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { logIn, OWNER, signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

const VIEWER = {
  name: 'Victor Weber',
  email: 'victor@example.com',
  password: 'just looking around',
}

test('somebody is invited to look, sees everything and can change nothing', async () => {
  const owner = await stage.open()
  await signUp(owner.page)
  await owner.page.getByRole('button', { name: 'New flow' }).first().click()
  await owner.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Lead capture/ })
    .click()
  await expectPage(owner.page.getByText('What is your name?')).toBeVisible()
  await owner.page.goto('/settings/members')
  await owner.page.getByRole('button', { name: 'Invite' }).click()
  const dialog = owner.page.getByRole('dialog')
  await dialog.getByLabel('Their e-mail').fill(VIEWER.email)
  await dialog.getByRole('radio', { name: /^Viewer/ }).click()
  await dialog.getByRole('button', { name: 'Invite' }).click()
  const link = await dialog.getByRole('textbox', { name: 'Invitation link' }).inputValue()
  expect(await owner.accessibilityProblems()).toEqual([])
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expectPage(owner.page.getByText(VIEWER.email)).toBeVisible()

  const viewer = await stage.open({ theme: 'dark' })
  const { page } = viewer
  await page.goto(inThisServer(link))
  await expectPage(page.getByRole('heading', { name: 'Join Corner Bakery' })).toBeVisible()
  expect(await viewer.accessibilityProblems()).toEqual([])
  await page.getByLabel('Your name').fill(VIEWER.name)
  await page.getByLabel('Password', { exact: true }).fill(VIEWER.password)
  await page.getByRole('button', { name: 'Join workspace' }).click()

  await page.getByRole('link', { name: 'Lead capture' }).waitFor()
  const create = page.getByRole('button', { name: 'New flow' })
  await expectPage(create).toBeDisabled()
  await create.hover()
  await expectPage(page.getByRole('tooltip')).toContainText('Your role')
  await page.getByRole('link', { name: 'Lead capture' }).click()
  await expectPage(page.getByText('View only')).toBeVisible()
  await expectPage(page.getByText('What is your name?')).toBeVisible()
  await expectPage(page.getByRole('searchbox', { name: 'Search steps' })).toBeHidden()
  expect(await viewer.accessibilityProblems()).toEqual([])

  // Whoever goes past the page is told the same by the server.
  const { status, text } = await viewer.fetch('POST', '/api/v1/flows', { name: 'Mine' })
  expect(status).toBe(403)
  expect(text).toContain('FORBIDDEN')
})

test('a cookie that was stolen is worth nothing after its owner has logged out', async () => {
  const owner = await stage.open()
  await logIn(owner.page)
  const thief = await stage.open({ cookiesOf: owner })
  await thief.page.goto('/contacts')
  await expectPage(thief.page.getByRole('heading', { name: 'Contacts' })).toBeVisible()

  // The log-out cuts both windows' live updates, which then ask again.
  owner.expectAnswer({ status: 401, path: '/api/v1/events' })
  for (const path of ['/conversations', '/numbers', '/flows', '/events']) {
    thief.expectAnswer({ status: 401, path: `/api/v1${path}` })
  }
  await owner.page.getByRole('button', { name: `Your account ${OWNER.name}` }).click()
  await owner.page.getByRole('menuitem', { name: 'Log out' }).click()
  await expectPage(owner.page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
  await owner.page.goto('/flows')
  await expectPage(owner.page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()

  await thief.page.getByRole('link', { name: 'Inbox' }).click()
  await expectPage(thief.page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
  expect((await thief.fetch('GET', '/api/v1/flows')).status).toBe(401)

  // Whoever has the password comes back to where they were.
  await thief.page.getByLabel('E-mail').fill(OWNER.email)
  await thief.page.getByLabel('Password', { exact: true }).fill(OWNER.password)
  await thief.page.getByRole('button', { name: 'Log in' }).click()
  await expectPage(thief.page.getByRole('heading', { name: 'Inbox' })).toBeVisible()
})

const RESET_LINK = /http:\/\/\S*?\/reset-password\?token=[\w-]+/

test('a forgotten password is replaced by the link from the e-mail, once', async () => {
  const window = await stage.open({ size: 'phone' })
  const { page } = window
  window.expectAnswer({ status: 401, path: '/api/v1/auth/login' })
  await page.goto('/login')
  await page.getByRole('link', { name: 'Forgot password?' }).click()
  // The page before has a field of the same name.
  await expectPage(page.getByRole('heading', { name: 'Reset your password' })).toBeVisible()
  await page.getByLabel('E-mail').fill(OWNER.email)
  expect(await window.accessibilityProblems()).toEqual([])
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expectPage(page.getByRole('heading', { name: 'Look at your e-mail' })).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])

  // Without a mail server, mails are in the log.
  const mailedLink = () => RESET_LINK.exec(stage.server.output)?.[0] ?? ''
  await expect.poll(mailedLink).not.toBe('')
  const link = mailedLink()
  await page.goto(inThisServer(link))
  await page.getByLabel('New password').fill('a whole new sentence')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expectPage(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()

  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await expectPage(page.getByText('This e-mail and password do not belong together.')).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])
  await logIn(page, { email: OWNER.email, password: 'a whole new sentence' })

  await page.goto(inThisServer(link))
  window.expectAnswer({ status: 422, path: '/api/v1/auth/reset-password' })
  await page.getByLabel('New password').fill('and yet another one')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expectPage(page.getByText('This link does not work')).toBeVisible()
})

/** Links name the address that people know; here, any will do. */
const inThisServer = (link: string): string => {
  const { pathname, search, hash } = new URL(link)
  return pathname + search + hash
}
