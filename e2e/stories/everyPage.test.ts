import { expect, test } from 'vitest'
import { expectPage, type WindowOptions } from '../support/browser.ts'
import { OWNER, signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

/** What a page shows when it is ready: something of the workspace's own, or words of the interface. */
type Shown = RegExp | { readonly en: RegExp; readonly ar: RegExp }

const PAGES: Readonly<Record<string, Shown>> = {
  '/flows': /Customer feedback/,
  '/inbox': /Ana/,
  '/numbers': /Try it/,
  '/contacts': /Ana/,
  '/templates': /order_ready/,
  '/templates/new': { en: /What you write appears here/, ar: /يظهر ما تكتبه هنا/ },
  '/developers/api': { en: /Send your first message/, ar: /أرسل رسالتك الأولى/ },
  '/developers/keys': /Shop system/,
  '/developers/webhooks': /shop\.example\.com/,
  '/developers/queue': { en: /Scheduled for/, ar: /مجدولة في/ },
  '/settings/profile': { en: /Change password/, ar: /تغيير كلمة المرور/ },
  '/settings/appearance': { en: /Like the system/, ar: /مثل النظام/ },
  '/settings/workspace': { en: /Workspace ID/, ar: /معرّف مساحة العمل/ },
  '/settings/members': /Olga Petrova/,
  '/settings/tokens': { en: /No tokens yet/, ar: /لا رموز بعد/ },
  '/nowhere': { en: /There is nothing here/, ar: /لا شيء هنا/ },
}
let canvasPath = ''

test('the owner makes a flow and what developers need, and a customer writes', async () => {
  const window = await stage.open()
  const { page } = window
  await signUp(page)
  await page.getByRole('button', { name: /^Customer feedback/ }).click()
  await expectPage(page.getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
  canvasPath = new URL(page.url()).pathname
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

const LOOKS: readonly (WindowOptions & { readonly language: 'en' | 'ar' })[] = [
  { size: 'laptop', theme: 'light', language: 'en' },
  { size: 'laptop', theme: 'dark', language: 'ar' },
  { size: 'phone', theme: 'light', language: 'ar' },
]
test.each(LOOKS)(
  'every page can be read and used by everybody: $size, $theme, $language',
  async (look) => {
    const window = await stage.open(look)
    const { page } = window
    await page.goto('/login')
    await window.fetch('POST', '/api/v1/auth/login', {
      email: OWNER.email,
      password: OWNER.password,
    })
    for (const [path, shown] of Object.entries({ ...PAGES, [canvasPath]: /How likely are you/ })) {
      await page.goto(path)
      const words = shown instanceof RegExp ? shown : shown[look.language]
      await expectPage(page.getByText(words).filter({ visible: true }).first()).toBeVisible()
      expect({ path, problems: await window.accessibilityProblems() }).toEqual({
        path,
        problems: [],
      })
      // Nothing sticks out at the side, where a phone would have to scroll for it.
      const overhang = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect({ path, overhang }).toEqual({ path, overhang: 0 })
    }
  },
)
