import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { publishTo } from '../support/pages.ts'
import { logIn, signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()
const CUSTOMER = '+34911222333'

//  start ─► hello ─► ask ─ yes ─► good
const FLOW = {
  nodes: [
    {
      id: 'start',
      type: 'start',
      position: { x: 0, y: 0 },
      data: { triggers: [{ type: 'anyMessage', id: 'any' }] },
    },
    { id: 'hello', type: 'text', position: { x: 340, y: 0 }, data: { text: 'Welcome!' } },
    {
      id: 'ask',
      type: 'buttons',
      position: { x: 680, y: 0 },
      data: { text: 'A cake today?', buttons: [{ id: 'yes', title: 'Yes please' }] },
    },
    { id: 'good', type: 'text', position: { x: 1_020, y: 0 }, data: { text: 'Good choice.' } },
  ],
  edges: [
    { id: '1', source: 'start', sourceHandle: 'next', target: 'hello' },
    { id: '2', source: 'hello', sourceHandle: 'next', target: 'ask' },
    { id: '3', source: 'ask', sourceHandle: 'yes', target: 'good' },
  ],
}

test('a flow is translated, and speaks Spanish with whoever does: in the simulator and on a number', async () => {
  const window = await stage.open()
  const { page } = window
  const checkAccessibility = async () => expect(await window.accessibilityProblems()).toEqual([])
  await signUp(page)
  const { id: numberId } = await window.post('/api/v1/numbers', {
    name: 'Bakery',
    channel: 'sandbox',
  })
  const { id } = await window.post('/api/v1/flows', { name: 'Cakes', draft: FLOW })
  await page.goto(`/flows/${id}`)

  // A language more, and what is missing in it.
  await page.getByRole('button', { name: 'More actions', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Flow settings' }).click()
  await page.getByRole('combobox', { name: 'Add a language…' }).click()
  await page.getByRole('option', { name: 'Spanish', exact: true }).click()
  await expectPage(page.getByText('4 texts not translated')).toBeVisible()
  await checkAccessibility()

  // Beside the text itself …
  await page.getByText('Welcome!').first().click()
  const form = page.getByRole('complementary', { name: 'Text', exact: true })
  await form.getByRole('textbox', { name: 'Message in Spanish' }).fill('¡Bienvenida!')
  await expectPage(page.getByText('3 texts not translated')).toBeVisible()
  await expectPage(form.getByText(/has no translation/)).toHaveCount(0)
  await checkAccessibility()

  // … and all in a table.
  await page.getByRole('button', { name: 'Translations', exact: true }).click()
  const table = page.getByRole('dialog', { name: 'Translations' })
  await table.getByRole('switch', { name: 'Missing only' }).click()
  await expectPage(table.getByRole('row')).toHaveCount(4)
  await table
    .getByRole('row', { name: /A cake today/ })
    .getByRole('textbox')
    .fill('¿Una tarta?')
  await table
    .getByRole('row', { name: /Yes please/ })
    .getByRole('textbox')
    .fill('Sí, gracias')
  await checkAccessibility()
  await table.locator('input[type=file]').setInputFiles({
    name: 'texts.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('node;text;es\r\ngood;text;"Buena elección."\r\n'),
  })
  await expectPage(table.getByText('Everything is translated.').first()).toBeVisible()
  await table.getByRole('button', { name: 'Close' }).click()

  // On a phone they stand below each other, none of them beyond the edge.
  const mobile = await stage.open({ size: 'phone', cookiesOf: window })
  await mobile.page.goto(`/flows/${id}`)
  await mobile.page.getByRole('button', { name: 'More actions', exact: true }).tap()
  await mobile.page.getByRole('menuitem', { name: 'Translations' }).tap()
  const texts = mobile.page.getByRole('dialog', { name: 'Translations' })
  const welcome = texts.getByRole('textbox', { name: /in Spanish$/ }).first()
  await expectPage(welcome).toHaveValue('¡Bienvenida!')
  await expectPage(welcome).toBeInViewport({ ratio: 1 })
  expect(await mobile.accessibilityProblems()).toEqual([])
  await expectPage(mobile.page.getByRole('tooltip')).toHaveCount(0)

  await page.getByRole('button', { name: 'Try it' }).click()
  const phone = page.getByRole('complementary', { name: 'Try it' })
  await phone.getByRole('button', { name: 'Contact', exact: true }).click()
  await phone.getByRole('combobox', { name: 'Language' }).click()
  await page.getByRole('option', { name: 'Spanish', exact: true }).click()
  await phone.getByRole('textbox', { name: 'Message of the contact' }).fill('hola')
  await page.keyboard.press('Enter')
  await expectPage(phone.getByText('¡Bienvenida!')).toBeVisible()
  // The title in the language of the flow is understood, too.
  await phone.getByRole('textbox', { name: 'Message of the contact' }).fill('yes please')
  await page.keyboard.press('Enter')
  await expectPage(phone.getByText('Buena elección.')).toBeVisible()

  await publishTo(page, 'Bakery')
  const outbox = async () => (await window.fetch('GET', `/api/v1/sandbox/${numberId}/outbox`)).text
  await window.fetch('POST', `/api/v1/sandbox/${numberId}/inbound`, {
    from: CUSTOMER,
    language: 'es-MX',
    content: 'hola',
  })
  await expect.poll(outbox, { timeout: 10_000 }).toContain('¿Una tarta?')
  // In the middle of the conversation the contact becomes one who speaks no Spanish.
  await window.fetch('PATCH', `/api/v1/contacts/${CUSTOMER}`, { language: 'en' })
  await window.fetch('POST', `/api/v1/sandbox/${numberId}/inbound`, {
    from: CUSTOMER,
    content: 'Sí, gracias',
  })
  await expect.poll(outbox, { timeout: 10_000 }).toContain('Good choice.')
})

/** A small bot in the form of Typebot 6. */
const TYPEBOT = {
  version: '6.1',
  id: 'bot',
  name: 'Bakery bot',
  events: [{ id: 'ev', type: 'start', outgoingEdgeId: 'e0' }],
  groups: [
    {
      id: 'g1',
      title: 'Welcome',
      graphCoordinates: { x: 0, y: 0 },
      blocks: [
        {
          id: 'ask',
          type: 'text',
          content: { richText: [{ type: 'p', children: [{ text: 'What is your name?' }] }] },
        },
        { id: 'name', type: 'text input', options: { variableId: 'v1' } },
        { id: 'track', type: 'Script', options: { content: 'track()' } },
        {
          id: 'hello',
          type: 'text',
          content: { richText: [{ type: 'p', children: [{ text: 'Hello {{First Name}}!' }] }] },
        },
        { id: 'site', type: 'Redirect', options: { url: 'https://example.com/menu' } },
      ],
    },
  ],
  edges: [{ id: 'e0', from: { eventId: 'ev' }, to: { groupId: 'g1' } }],
  variables: [{ id: 'v1', name: 'First Name' }],
}

test('a bot that was drawn in Typebot is imported with a report, looked at and tried', async () => {
  const window = await stage.open()
  const { page } = window
  await logIn(page)
  await page.locator('input[type=file]').setInputFiles({
    name: 'typebot-export.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(TYPEBOT)),
  })
  const report = page.getByRole('dialog', { name: 'Imported “Bakery bot” from Typebot' })
  await expectPage(report.getByText('It runs a script: track()')).toBeVisible()
  await expectPage(report.getByText('1 not taken over')).toBeVisible()
  await expectPage(report.getByText('3 taken over exactly')).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])

  await report.getByRole('button', { name: 'Show Redirect in Welcome' }).click()
  await expectPage(page.getByRole('complementary', { name: 'Text', exact: true })).toContainText(
    'https://example.com/menu',
  )
  await page.keyboard.press('Escape')
  // What is missing stands on the canvas.
  await expectPage(page.getByText('Script: It runs a script: track()')).toBeVisible()

  await page.getByRole('button', { name: 'Try it' }).click()
  const phone = page.getByRole('complementary', { name: 'Try it' })
  const message = phone.getByRole('textbox', { name: 'Message of the contact' })
  await message.fill('hi')
  await page.keyboard.press('Enter')
  await expectPage(phone.getByText('What is your name?')).toBeVisible()
  await message.fill('Ana')
  await page.keyboard.press('Enter')
  await expectPage(phone.getByText('Hello Ana!')).toBeVisible()
})
