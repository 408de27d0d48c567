import type { Locator, Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { expectPage, type Window } from '../support/browser.ts'
import { publishTo } from '../support/pages.ts'
import { signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()
/** Long enough to press the button on a busy machine, short enough to wait for. */
const SOON_MS = 4_000

//  [start: any message] ─► [question "Name?" → name] ─► [text "… {{ name }}"]
const asking = (words: string) => ({
  nodes: [
    aNode('start', 'start', { triggers: [{ type: 'anyMessage', id: 'any' }] }),
    aNode('ask', 'question', { text: 'Name?', saveAs: 'name' }),
    aNode('say', 'text', { text: `${words} {{ name }}` }),
  ],
  edges: [
    { id: 'e1', source: 'start', sourceHandle: 'next', target: 'ask' },
    { id: 'e2', source: 'ask', sourceHandle: 'next', target: 'say' },
  ],
  variables: [],
  settings: { timeZone: 'UTC' },
})

test('a version is tried with test contacts, made live, joined by conversations in progress, and followed by a scheduled one', {
  timeout: 120_000,
}, async () => {
  const window = await stage.open()
  const { page } = window
  await signUp(page)
  const { id: numberId } = await window.post('/api/v1/numbers', {
    name: 'Shop',
    channel: 'sandbox',
  })
  const flow = await window.post('/api/v1/flows', { name: 'Tea', draft: asking('Hello') })
  const shop = new Shop(window, numberId)
  await window.fetch('PUT', '/api/v1/contacts', { phone: shop.tester, name: 'Tess' })

  await page.goto('/contacts')
  await page.getByText('Tess').click()
  await page.getByRole('switch', { name: 'Test contact' }).click()
  await expectPage(page.getByRole('switch', { name: 'Test contact' })).toBeChecked()

  await page.goto(`/flows/${flow.id}`)
  await publishTo(page, 'Shop')
  expect(await shop.talk('4915700000002', 'Hi', 'Ana')).toBe('Hello Ana')

  // Version 2, for test contacts only.
  await draw(window, flow.id, asking('Welcome'))
  await expectPage(page.getByText('Unpublished changes')).toBeVisible()
  const trial = await openChoices(page)
  await trial.getByRole('radio', { name: 'Test contacts only' }).click()
  await expectPage(trial.getByText('Test contacts: Tess')).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])
  await trial.getByRole('button', { name: 'Start the trial' }).click()
  await expectPage(trial.getByText('Version 2 is on trial')).toBeVisible()
  await trial.getByRole('button', { name: 'Done' }).click()
  await expectPage(page.getByText('Trial', { exact: true })).toBeVisible()
  expect(await shop.talk(shop.tester, 'Hi', 'Tess')).toBe('Welcome Tess')
  expect(await shop.talk('4915700000003', 'Hi', 'Ben')).toBe('Hello Ben')

  // It becomes everybody's by one press.
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('button', { name: 'Make live for everyone: version 2' }).click()
  await expectPage(page.getByText('Answers here with version 2')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel', exact: true }).click()
  await expectPage(page.getByText('Trial', { exact: true })).toBeHidden()
  expect(await shop.talk('4915700000004', 'Hi', 'Cem')).toBe('Welcome Cem')

  // Version 3 takes over a conversation that waits at its question.
  expect(await shop.talk('4915700000005', 'Hi')).toBe('Name?')
  await draw(window, flow.id, asking('Good day'))
  const moving = await openChoices(page)
  await expectPage(moving.getByText('1 of 1 can move.')).toBeVisible()
  await moving.getByRole('radio', { name: /^Move to this version/ }).click()
  await moving.getByRole('button', { name: 'Publish', exact: true }).click()
  await expectPage(moving.getByText(/^1 conversation in progress moves to it/)).toBeVisible()
  await moving.getByRole('button', { name: 'Done' }).click()
  expect(await shop.talk('4915700000005', 'Dora')).toBe('Good day Dora')

  // Version 4 comes by itself.
  await draw(window, flow.id, asking('Good evening'))
  const later = await openChoices(page)
  await later.getByRole('radio', { name: 'At a certain time' }).click()
  await expectPage(later.getByText('Time in UTC')).toBeVisible()
  const time = new Date(Date.now() + SOON_MS).toISOString().slice(0, 19)
  await later.getByLabel('Date and time').fill(time)
  await later.getByRole('button', { name: 'Schedule' }).click()
  await expectPage(later.getByText('Version 4 is scheduled')).toBeVisible()
  await later.getByRole('button', { name: 'Done' }).click()
  await expectPage(page.getByText('Scheduled', { exact: true })).toBeHidden()
  await expectPage(page.getByText('Live', { exact: true })).toBeVisible()
  expect(await shop.talk('4915700000006', 'Hi', 'Eva')).toBe('Good evening Eva')
})

/** On the canvas: the publish dialog with all its choices in view. */
async function openChoices(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^More choices/ }).click()
  return dialog
}

/** Somebody else, or a program, changes the flow that is on the screen. */
async function draw(window: Window, flowId: string, draft: object): Promise<void> {
  const path = `/api/v1/flows/${flowId}`
  // The server's own answer.
  const { data } = JSON.parse((await window.fetch('GET', `${path}/summary`)).text) as {
    data: { revision: number }
  }
  const { status } = await window.fetch('PUT', `${path}/draft`, { revision: data.revision, draft })
  expect(status).toBe(200)
}

/** What customers of the sandbox number say and get. */
class Shop {
  readonly tester = '4915700000001'
  readonly #window: Window
  readonly #path: string

  constructor(window: Window, numberId: string) {
    this.#window = window
    this.#path = `/api/v1/sandbox/${numberId}`
  }

  /** What somebody gets for the last of these messages. */
  async talk(from: string, ...texts: readonly string[]): Promise<string | undefined> {
    let received = await this.#received(from)
    for (const content of texts) {
      const before = received.length
      await this.#window.fetch('POST', `${this.#path}/inbound`, { from, content })
      await expect
        .poll(async () => {
          received = await this.#received(from)
          return received.length
        })
        .toBe(before + 1)
    }
    return received.at(-1)
  }

  async #received(to: string): Promise<readonly string[]> {
    const { text } = await this.#window.fetch('GET', `${this.#path}/outbox?to=${to}`)
    // Every flow here sends texts only.
    const { messages } = JSON.parse(text) as { messages: { content: { text: string } }[] }
    return messages.map(({ content }) => content.text)
  }
}

function aNode(id: string, type: string, data: object) {
  return { id, type, position: { x: 0, y: 0 }, data }
}
