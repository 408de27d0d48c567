import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

const node = (id: string, type: string, x: number, y: number, data: object, name?: string) => ({
  id,
  type,
  position: { x, y },
  data,
  ...(name !== undefined && { name }),
})
const edge = (source: string, sourceHandle: string, target: string) => ({
  id: `${source}-${sourceHandle}`,
  source,
  sourceHandle,
  target,
})

//  hi ─► menu ─ order ─► on its way ─► (2 h) ─► reminder
//             └ hours ─► from 9 to 5
const FLOW = {
  nodes: [
    node('start', 'start', 0, 0, { triggers: [{ type: 'keyword', id: 'k', words: ['hi'] }] }),
    node('menu', 'buttons', 320, 0, {
      text: 'How can we help?',
      buttons: [
        { id: 'order', title: 'My order' },
        { id: 'hours', title: 'Opening hours' },
      ],
    }),
    node('order', 'text', 640, 0, { text: 'It is on its way.' }, 'Order state'),
    node('hours', 'text', 640, 240, { text: 'From 9 to 5.' }, 'Hours'),
    node('wait', 'delay', 960, 0, { type: 'for', amount: 2, unit: 'hours' }),
    node('reminder', 'text', 1280, 0, { text: 'Did it arrive?' }),
  ],
  edges: [
    edge('start', 'next', 'menu'),
    edge('menu', 'order', 'order'),
    edge('menu', 'hours', 'hours'),
    edge('order', 'next', 'wait'),
    edge('wait', 'next', 'reminder'),
  ],
}
const SCRIPT = `Customer: hi
Bot: How can we help?
  [My order]
  [Opening hours]
Customer taps: My order
Bot: It is on its way.
Skip waiting
Bot: Did it arrive?
End`

test('a conversation in the simulator becomes a test, which tells when the flow no longer holds it', async () => {
  const window = await stage.open()
  const { page } = window
  await signUp(page)
  const { id } = await window.post('/api/v1/flows', { name: 'Orders', draft: FLOW })
  await page.goto(`/flows/${id}`)

  // As a customer would: a word, a tap, and time that is not waited for.
  await page.getByRole('button', { name: 'Try it' }).click()
  const phone = page.getByRole('complementary', { name: 'Try it' })
  await phone.getByRole('textbox', { name: 'Message of the contact' }).fill('hi')
  await page.keyboard.press('Enter')
  await phone.getByRole('button', { name: 'My order' }).click()
  await expectPage(phone.getByText('It is on its way.')).toBeVisible()
  await phone.getByRole('button', { name: 'Skip waiting' }).click()
  await expectPage(phone.getByText('The flow has ended')).toBeVisible()

  // Where the customer is can be chosen.
  await phone.getByRole('button', { name: 'Send something else' }).click()
  await page.getByRole('menuitem', { name: 'Location' }).click()
  await expectPage(page.getByRole('button', { name: 'Central Station' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  expect(await window.accessibilityProblems()).toEqual([])
  await page.keyboard.press('Escape')

  await phone.getByRole('button', { name: /^Tests/ }).click()
  await phone.getByRole('button', { name: 'Save as test' }).click()
  const dialog = page.getByRole('dialog')
  const script = dialog.getByRole('textbox', { name: 'Conversation' })
  await expectPage(script).toHaveValue(SCRIPT)
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Where is my order?')

  // It is run while it is written, and says in words what it cannot read.
  await script.fill(SCRIPT.replace('Skip waiting', 'Wait: a while'))
  await expectPage(dialog.getByText(/^Line 7: a wait is a number with seconds/)).toBeVisible()
  await script.fill(SCRIPT.replace('Skip waiting', 'Wait: 2 hours'))
  await expectPage(dialog.getByText('The flow holds this conversation.')).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  const state = page.getByRole('button', { name: /^Tests of this flow/ })
  await expectPage(state).toHaveAccessibleName('Tests of this flow: The test passes')

  // Somebody changes the flow, and is told in passing.
  await phone.getByRole('button', { name: 'Close the simulator' }).click()
  await page.getByRole('button', { name: 'Show the whole flow' }).click()
  await page.locator('[data-id="order"]').click({ position: { x: 80, y: 14 } })
  const form = page.getByRole('complementary', { name: 'Order state' })
  await form.getByLabel('Message', { exact: true }).fill('It was cancelled.')
  await expectPage(state).toHaveAccessibleName('Tests of this flow: 1 test fails')
  await form.getByRole('button', { name: 'Close' }).click()

  await state.click()
  const panel = page.getByRole('complementary', { name: 'Tests' })
  await expectPage(
    panel.getByText('Line 6: the bot says “It was cancelled.” instead of “It is on its way.”'),
  ).toBeVisible()
  await panel.getByRole('button', { name: 'Show where' }).click()
  await expectPage(form).toBeVisible()
  await form.getByRole('button', { name: 'Close' }).click()

  // Seen in the phone: it goes as it is written up to there, and can be gone on with by hand.
  await panel
    .getByRole('button', { name: 'Play the test “Where is my order?” in the phone' })
    .click()
  const replay = phone.getByRole('region', { name: 'Test in the phone' })
  await replay.getByRole('button', { name: 'Pause' }).press('Enter')
  for (let line = 0; line < 4; line += 1) {
    await replay.getByRole('button', { name: 'Next line' }).click()
  }
  await expectPage(replay.getByText(/^Line 6: the bot says “It was cancelled.”/)).toBeVisible()
  await expectPage(phone.getByRole('log').getByText('It was cancelled.')).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])
  await replay.getByRole('button', { name: 'End the test and go on by hand' }).click()
  await phone.getByRole('button', { name: 'Skip waiting' }).click()
  await expectPage(phone.getByText('The flow has ended')).toBeVisible()
  await state.click()

  // What the test comes by, drawn and in words.
  await expectPage(panel.getByText('4 of 6 steps · 3 of 5 connections')).toBeVisible()
  await panel.getByRole('switch', { name: 'Show on the canvas' }).click()
  await expectPage(page.locator('[data-id="hours"]').getByText('Not tested')).toBeVisible()
  await expectPage(page.locator('[data-id="menu"]').getByText('Tested')).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])

  // It was meant so.
  await panel.getByRole('button', { name: 'Edit the test “Where is my order?”' }).click()
  await dialog.getByRole('button', { name: /^Take over/ }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expectPage(state).toHaveAccessibleName('Tests of this flow: The test passes')
  await expectPage(panel.getByText('5 of 6 steps · 4 of 5 connections')).toBeVisible()
})
