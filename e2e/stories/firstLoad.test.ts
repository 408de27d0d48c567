import { gzipSync } from 'node:zlib'
import type { Response } from '@playwright/test'
import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

/** Kilobytes of 1,000. What a phone on a slow line loads before it shows something. */
const MAX_FIRST_LOAD_KB = 250

test('scripts and styles of the first page that somebody opens stay small, whichever it is', async () => {
  const owner = await stage.open()
  await signUp(owner.page)
  await owner.post('/api/v1/flows', { name: 'Menu' })
  const pages: Readonly<Record<string, RegExp>> = {
    '/login': /Log in/,
    '/flows': /Menu/,
    '/inbox': /No messages yet|Choose a conversation/,
    '/numbers': /Connect your first number|No numbers yet|Numbers/,
    '/contacts': /Contacts/,
    '/templates': /Write your first template/,
    '/templates/new': /Sample values|What you write appears here/,
    '/developers/api': /Send your first message/,
    '/developers/webhooks': /No webhooks yet/,
    '/settings/profile': /Change password/,
    '/settings/members': /Olga Petrova/,
  }
  const kilobytes: Record<string, number> = {}
  for (const [path, words] of Object.entries(pages)) {
    // Nothing is in the cache of a new window.
    const { page } = await stage.open(path === '/login' ? {} : { cookiesOf: owner })
    const files: Promise<Buffer>[] = []
    const note = (response: Response) => {
      if (/\.(?:js|css)$/.test(new URL(response.url()).pathname)) files.push(response.body())
    }
    page.on('response', note)
    await page.goto(path)
    await expectPage(page.getByText(words).filter({ visible: true }).first()).toBeVisible()
    // What comes later nobody waits for, and it may come when the window is being closed.
    page.off('response', note)
    const sizes = (await Promise.all(files)).map((file) => gzipSync(file).length)
    kilobytes[path] = sizes.reduce((sum, size) => sum + size, 0) / 1_000
  }
  // Less than React alone means that something was not seen.
  const strange = Object.entries(kilobytes).filter(
    ([, size]) => size < 100 || size > MAX_FIRST_LOAD_KB,
  )
  expect(strange).toEqual([])
})
