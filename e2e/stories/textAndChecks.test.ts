import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { publishTo } from '../support/pages.ts'
import { signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

//   start ──> who ──> hello ──> ask ──yes──> bye
//                       no         island
const node = (id: string, type: string, x: number, data: object) => ({
  id,
  type,
  position: { x, y: 0 },
  data,
})
const line = (source: string, sourceHandle: string, target: string) => ({
  id: `${source}:${sourceHandle}`,
  source,
  sourceHandle,
  target,
})
const DRAFT = {
  nodes: [
    node('start', 'start', 0, { triggers: [{ type: 'anyMessage', id: 'any' }] }),
    node('who', 'question', 352, { text: 'Who are you?', saveAs: 'name' }),
    node('hello', 'text', 704, { text: '' }),
    node('ask', 'buttons', 1_056, {
      text: 'Cake?',
      buttons: [
        { id: 'yes', title: 'Sí' },
        { id: 'no', title: 'si' },
      ],
    }),
    node('bye', 'text', 1_408, { text: 'Bye {{ nmae }}' }),
    node('island', 'text', 1_760, { text: 'Nobody comes here' }),
  ],
  edges: [
    line('start', 'next', 'who'),
    line('who', 'next', 'hello'),
    line('hello', 'next', 'ask'),
    line('ask', 'yes', 'bye'),
  ],
}

test('a text is written by keyboard, then everything that the linter finds is solved by a press each', async () => {
  const window = await stage.open()
  const { page } = window
  await signUp(page)
  await window.post('/api/v1/numbers', { name: 'Try it', channel: 'sandbox' })
  const { id } = await window.post('/api/v1/flows', { name: 'Words', draft: DRAFT })
  await page.goto(`/flows/${id}`)
  const canvas = page.getByRole('application', { name: /^Canvas/ })
  await canvas.focus()

  // F8 goes to the first problem: the message without a text.
  await expectPage(page.getByRole('button', { name: /^Problems/ })).toContainText(/\d/)
  await page.keyboard.press('F8')
  const form = page.getByRole('complementary', { name: 'Text', exact: true })
  await expectPage(form.getByText('Write the text of the message.')).toBeVisible()

  // {{ offers variables with examples of their values, | offers filters with what they make of them.
  const field = form.getByRole('textbox', { name: 'Message' })
  await field.focus()
  await page.keyboard.type('Hi {{na')
  await expectPage(page.getByRole('option', { name: /^name.*Ana/ })).toBeVisible()
  await page.keyboard.type('|up')
  await expectPage(page.getByRole('option', { name: /^upcase.*ANA/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expectPage(field).toHaveValue('Hi {{ name | upcase }}')

  // Formatting by key shows as it will look; an emoji is found by its name; the counter knows the limit.
  await page.keyboard.type(', welcome')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+b')
  await expectPage(field).toHaveValue('Hi {{ name | upcase }}, *welcome*')
  await page.keyboard.press('End')
  await form.getByRole('button', { name: 'Insert an emoji' }).click()
  const search = page.getByRole('combobox', { name: 'Search emoji' })
  await search.fill('pizza')
  await expectPage(page.getByRole('option', { name: 'pizza' })).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])
  await search.press('Enter')
  await expectPage(field).toBeFocused()
  await expectPage(field).toHaveValue('Hi {{ name | upcase }}, *welcome*🍕')
  await expectPage(form.getByText('34 of 4,096 characters')).toBeVisible()
  await form.getByRole('button', { name: 'Close' }).click()

  // One press each.
  await page.getByRole('button', { name: /^Problems/ }).click()
  const problems = page.getByRole('complementary', { name: 'Problems' })
  await expectPage(problems.getByText('“si” stands there twice', { exact: false })).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])
  for (const fix of ['Number the titles', 'End the flow there', 'Use “name”', 'Remove the step']) {
    await problems.getByRole('button', { name: fix, exact: true }).first().click()
  }
  await expectPage(problems.getByText('Everything is in order')).toBeVisible()
  await publishTo(page, 'Try it')
})
