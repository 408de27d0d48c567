import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { englishLeft } from '../support/englishLeft.ts'
import { OWNER, signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

/** What the shop says is in Arabic as well, so that English can only come from the interface. */
const FLOW = {
  name: 'قائمة الترحيب',
  draft: {
    nodes: [
      {
        id: 'start',
        type: 'start',
        position: { x: 0, y: 0 },
        data: { triggers: [{ type: 'keyword', id: 'words', words: ['مرحبا'], match: 'contains' }] },
      },
      {
        id: 'menu',
        type: 'buttons',
        position: { x: 360, y: 0 },
        data: {
          text: 'أهلًا بك! بم نساعدك؟',
          buttons: [
            { id: 'hours', title: 'أوقات العمل' },
            { id: 'prices', title: 'الأسعار' },
          ],
        },
      },
      { id: 'answer', type: 'text', position: { x: 720, y: 0 }, data: { text: 'كل يوم.' } },
    ],
    edges: [
      { id: 'one', source: 'start', sourceHandle: 'next', target: 'menu' },
      { id: 'two', source: 'menu', sourceHandle: 'hours', target: 'answer' },
      { id: 'three', source: 'menu', sourceHandle: 'prices', target: 'answer' },
    ],
    variables: [],
    settings: {},
  },
}

test('a browser in Spanish sees Spanish from the first paint on, until somebody chooses otherwise', async () => {
  const owner = await stage.open()
  await signUp(owner.page)
  await owner.post('/api/v1/flows', FLOW)
  await owner.post('/api/v1/numbers', { name: 'المتجر', channel: 'sandbox' })

  const { page } = await stage.open({ language: 'es-MX' })
  await page.goto('/login', { waitUntil: 'commit' })
  await page.locator('#root').waitFor({ state: 'attached' })
  expect(await page.evaluate('document.documentElement.lang')).toBe('es')
  await expectPage(page.getByRole('heading', { name: 'Hola de nuevo' })).toBeVisible()
  await page.getByLabel('Correo electrónico').fill(OWNER.email)
  await page.getByLabel('Contraseña', { exact: true }).fill(OWNER.password)
  await page.getByRole('button', { name: 'Iniciar sesión' }).click()
  await expectPage(page.getByRole('heading', { name: 'Flujos', exact: true })).toBeVisible()
  await expectPage(page.getByText('1 flujo', { exact: true })).toBeVisible()

  // A choice in the settings counts more than the browser's, and is kept.
  await page.goto('/settings/appearance')
  await page.getByRole('combobox', { name: 'Idioma' }).click()
  await page.getByRole('option', { name: 'العربية' }).click()
  await expectPage(page.getByRole('heading', { name: 'المظهر' })).toBeVisible()
  // Whoever uses the keyboard or a screen reader is where they were, and hears what happened.
  await expectPage(page.getByRole('combobox', { name: 'اللغة' })).toBeFocused()
  await expectPage(page.getByText('لغة الواجهة الآن هي')).toBeAttached()
  await page.reload()
  await expectPage(page.getByRole('heading', { name: 'المظهر' })).toBeVisible()
  await expectPage(page.locator('html[lang=ar][dir=rtl]')).toBeAttached()
})

test('who chooses Arabic reads from right to left, and finds no English between login and publishing', async () => {
  const { page } = await stage.open()
  const expectNoEnglish = async (where: string) => {
    const english = (await englishLeft(page)).filter((words) => words !== OWNER.workspaceName)
    expect({ where, english }).toEqual({ where, english: [] })
  }
  // Somebody who cannot read the page yet finds their language by its own name.
  await page.goto('/login')
  await page.getByRole('button', { name: 'العربية' }).focus()
  await page.keyboard.press('Enter')
  await expectPage(page.getByRole('heading', { name: 'مرحبًا بعودتك' })).toBeVisible()
  await expectPage(page.locator('html[lang=ar][dir=rtl]')).toBeAttached()
  await expectPage(page.getByRole('button', { name: 'العربية' })).toBeFocused()
  await expectNoEnglish('login')
  await page.getByLabel('البريد الإلكتروني').fill(OWNER.email)
  await page.getByLabel('كلمة المرور', { exact: true }).fill(OWNER.password)
  await page.getByRole('button', { name: 'تسجيل الدخول' }).click()
  await expectPage(page.getByRole('heading', { name: 'التدفقات', exact: true })).toBeVisible()
  await expectPage(page.getByText('تدفق واحد')).toBeVisible()
  await expectNoEnglish('flows')

  // What the server says, and what a flow to begin with says.
  await page.goto('/numbers')
  await expectPage(page.getByText('تبقى الرسائل داخل Parley')).toBeVisible()
  await expectNoEnglish('numbers')
  await page.goto('/developers/keys')
  await expectPage(page.getByText('مفتاح الرقم')).toBeVisible()
  await expectNoEnglish('keys')
  await page.goto('/flows?create')
  await expectPage(page.getByRole('button', { name: /حجز موعد/ })).toBeVisible()
  await expectNoEnglish('starters')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: FLOW.name }).click()
  const publish = page.getByRole('button', { name: 'نشر', exact: true })
  await expectPage(publish).toBeVisible()
  await expectPage(page.getByText('أهلًا بك! بم نساعدك؟')).toBeVisible()
  await expectNoEnglish('canvas')
  // The drawing is not turned round: what follows stands to the right, as for everybody else.
  const [start, menu] = await Promise.all(
    ['start', 'menu'].map((id) => page.locator(`.react-flow__node[data-id=${id}]`).boundingBox()),
  )
  expect(menu?.x).toBeGreaterThan(start?.x ?? 0)

  await page.locator('.react-flow__node[data-id=menu]').click()
  await page.keyboard.press('Enter')
  await expectPage(page.getByRole('complementary', { name: 'أزرار' })).toBeVisible()
  await expectNoEnglish('form of a step')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'جرّبه' }).click()
  await page.getByRole('textbox', { name: 'رسالة جهة الاتصال' }).fill('مرحبا')
  await page.keyboard.press('Enter')
  await expectPage(page.getByRole('button', { name: 'الأسعار' })).toBeVisible()
  await expectNoEnglish('simulator')

  await publish.click()
  const dialog = page.getByRole('dialog', { name: 'نشر هذا التدفق' })
  await dialog.getByRole('checkbox', { name: /المتجر/ }).check()
  await expectNoEnglish('publishing')
  await dialog.getByRole('button', { name: 'نشر' }).click()
  await expectPage(page.getByText(/الإصدار .*1.* يعمل الآن/)).toBeVisible()
  await expectNoEnglish('published')
})
