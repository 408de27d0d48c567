import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

const node = (id: string, type: string, x: number, data: object, name: string) => ({
  id,
  type,
  position: { x, y: 0 },
  data,
  name,
})
const edge = (source: string, target: string) => ({
  id: `${source}-${target}`,
  source,
  sourceHandle: 'next',
  target,
})
const START = node('start', 'start', 0, { triggers: [{ type: 'anyMessage', id: 'any' }] }, 'Start')
const FIRST = {
  nodes: [
    START,
    node('hours', 'text', 400, { text: 'We are open from 9 to 5.' }, 'Hours'),
    node('bye', 'text', 800, { text: 'Goodbye!' }, 'Farewell'),
  ],
  edges: [edge('start', 'hours'), edge('hours', 'bye')],
}
const SECOND = {
  nodes: [
    START,
    node('hours', 'text', 400, { text: 'We are open from 8 to 6.' }, 'Hours'),
    node('help', 'handover', 800, { to: 'Service' }, 'Somebody helps'),
  ],
  edges: [edge('start', 'hours'), edge('hours', 'help')],
}

test('two published versions are compared on the canvas and as text, and the older one comes back', async () => {
  const window = await stage.open()
  const { page } = window
  await signUp(page)
  const number = await window.post('/api/v1/numbers', { name: 'Till', channel: 'sandbox' })
  const { id } = await window.post('/api/v1/flows', { name: 'Hours', draft: FIRST })
  const publish = () => window.post(`/api/v1/flows/${id}/publish`, { numberIds: [number.id] })
  await publish()
  const { text } = await window.fetch('GET', `/api/v1/flows/${id}`)
  // The shape that the API documents.
  const { data } = JSON.parse(text) as { data: { revision: number } }
  const { revision } = data
  await window.fetch('PUT', `/api/v1/flows/${id}/draft`, { revision, draft: SECOND })
  await publish()

  await page.goto(`/flows/${id}`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Versions' }).click()
  await page.getByRole('button', { name: 'Compare version 1' }).click()
  const screen = page.getByRole('dialog', { name: 'Compare versions' })
  await screen.getByRole('combobox', { name: 'To' }).click()
  await page.getByRole('option', { name: 'Version 2' }).click()

  // Over each other: what is new, what is gone (at its old place, or beside it), what has changed.
  const card = (nodeId: string) => screen.locator(`[data-id="${nodeId}"]`)
  await expectPage(card('hours').getByText('Changed', { exact: true })).toBeVisible()
  await expectPage(card('help').getByText('New', { exact: true })).toBeVisible()
  await expectPage(card('bye').getByText('Removed', { exact: true })).toBeVisible()
  await expectPage(card('start').getByText('Changed', { exact: true })).toHaveCount(0)
  expect(await window.accessibilityProblems()).toEqual([])

  // Word by word, from change to change.
  await card('hours').click({ position: { x: 80, y: 20 } })
  const changes = screen.getByRole('complementary', { name: 'Changes' })
  await expectPage(changes.locator('del').first()).toHaveText('9')
  await expectPage(changes.locator('ins').first()).toHaveText('8')
  await page.keyboard.press('F7')
  await expectPage(changes.getByText('2 of 4')).toBeVisible()

  await screen.getByRole('radio', { name: 'Text' }).click()
  const lines = screen.getByRole('region', { name: 'Text' })
  await expectPage(lines.getByText('Message: We are open from 9 to 5.')).toBeVisible()
  await expectPage(lines.getByText('Person or team: Service')).toBeVisible()
  await expectPage(lines.getByText('Any message')).toHaveCount(0)
  expect(await window.accessibilityProblems()).toEqual([])

  await screen.getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Restore version 1' }).click()
  await expectPage(page.getByText('The draft is version 1 again', { exact: true })).toBeVisible()
  await expectPage(page.locator('[data-id="bye"]').getByText('Goodbye!')).toBeVisible()
})
