import type { Locator, Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

//   start ──> hello ──────────────> ask ──> bye
//                       loose
const DRAFT = {
  nodes: [
    {
      id: 'start',
      type: 'start',
      position: { x: 0, y: 0 },
      data: { triggers: [{ type: 'anyMessage', id: 'any' }] },
    },
    { id: 'hello', type: 'text', position: { x: 352, y: 0 }, data: { text: 'Good morning' } },
    {
      id: 'ask',
      type: 'buttons',
      position: { x: 1_056, y: 0 },
      data: {
        text: 'Cake or bread?',
        buttons: [
          { id: 'cake', title: 'Cake' },
          { id: 'bread', title: 'Bread' },
        ],
      },
    },
    { id: 'loose', type: 'text', position: { x: 704, y: 304 }, data: { text: 'In between' } },
    { id: 'bye', type: 'text', position: { x: 1_408, y: 0 }, data: { text: 'Goodbye' } },
  ],
  edges: [
    { id: 'start:next', source: 'start', sourceHandle: 'next', target: 'hello' },
    { id: 'hello:next', source: 'hello', sourceHandle: 'next', target: 'ask' },
    { id: 'ask:cake', source: 'ask', sourceHandle: 'cake', target: 'bye' },
  ],
}

test('texts are written on cards, sections made and folded, steps spliced in and lined up, by mouse', async () => {
  const window = await stage.open()
  const { page } = window
  await signUp(page)
  const { id } = await window.post('/api/v1/flows', { name: 'Canvas', draft: DRAFT })
  await page.goto(`/flows/${id}`)
  const canvas = page.getByRole('application', { name: /^Canvas/ })
  const card = (nodeId: string) => page.locator(`.react-flow__node[data-id="${nodeId}"]`)
  const undo = () => page.getByRole('button', { name: 'Undo' }).click()

  // A double click on a card's words writes there; Tab goes on to the next, and {{ offers variables.
  await card('hello').getByText('Good morning').dblclick()
  const field = page.getByRole('textbox', { name: 'Text of the step' })
  await expectPage(field).toBeFocused()
  await page.keyboard.type('Good evening, {{contact.na')
  await page.getByRole('option', { name: /^contact\.name/ }).click()
  await page.keyboard.press('Escape')
  await expectPage(card('hello')).toContainText('Good evening, contact.name')
  await expectPage(canvas).toBeFocused()
  await closeForm(page)
  await showAll(page)
  await card('ask').getByText('Cake', { exact: true }).dblclick()
  await page.keyboard.type('Pie')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Buns')
  await page.keyboard.press('Enter')
  await expectPage(card('ask')).toContainText('PieBuns')
  await undo()
  await undo()
  await undo()
  await expectPage(card('ask')).toContainText('CakeBread')
  await expectPage(card('hello')).toContainText('Good morning')
  await closeForm(page)

  // A section around two steps, with a title written on it.
  await showAll(page)
  await card('ask').click({ position: { x: 30, y: 8 } })
  await closeForm(page)
  await card('bye').click({ position: { x: 30, y: 8 }, modifiers: ['Control'] })
  await page.getByRole('button', { name: 'Make a section of the selection' }).click()
  await expectPage(field).toBeFocused()
  await page.keyboard.type('The order')
  await page.keyboard.press('Enter')
  await showAll(page)
  const section = page.locator('.react-flow__node-section')
  await expectPage(section).toContainText('The order')

  // It is moved by its head and takes along what lies on it; undo takes that back in one go.
  const before = await placesOf([section, card('ask'), card('bye'), card('hello')])
  await drag(page, { x: before[0].x + before[0].width / 2, y: before[0].y + 8 }, { x: 0, y: 60 })
  const after = await placesOf([section, card('ask'), card('bye'), card('hello')])
  const moved = after.map(({ y }, index) => Math.round(y - (before[index]?.y ?? 0)))
  expect(moved[0]).toBeGreaterThan(30)
  expect(moved).toEqual([moved[0], moved[0], moved[0], 0])
  await undo()
  await showAll(page)
  expect((await placesOf([card('bye')]))[0].y).toBeCloseTo(before[2].y, 0)

  // Its border makes it larger.
  const grip = middleOf((await placesOf([section.locator('[data-grip="0,1"]')]))[0])
  await drag(page, grip, { x: 0, y: 40 })
  const larger = (await placesOf([section]))[0].height
  await undo()
  await showAll(page)
  expect((await placesOf([section]))[0].height).toBeLessThan(larger - 20)

  // Collapsed it is one card, the line into it ends there; the flow itself has not changed.
  await page.getByRole('button', { name: 'Collapse The order' }).click()
  await expectPage(section).toContainText('2 steps')
  await expectPage(card('ask')).toHaveCount(0)
  await expectPage(page.locator('.react-flow__edge[data-id="hello:next"]')).toBeAttached()
  expect(await window.accessibilityProblems()).toEqual([])
  await undo()
  await expectPage(card('ask')).toBeVisible()
  await page.keyboard.press('Escape')
  await closeForm(page)

  // A loose step that is dragged onto a line goes in between; what is in line, or as far from one as from the other, is shown meanwhile.
  await showAll(page)
  const [hello, ask, loose] = await placesOf([card('hello'), card('ask'), card('loose')])
  const grab = { x: loose.x + 40, y: loose.y + 8 }
  const target = { x: (hello.x + hello.width + ask.x) / 2 - loose.width / 2, y: hello.y }
  await page.mouse.move(grab.x, grab.y)
  await page.mouse.down()
  await page.mouse.move(grab.x + 10, grab.y - 10, { steps: 2 })
  // Hands are never quite still: a line may come with the next little move.
  await expect
    .poll(async () => {
      const spot = { x: grab.x + target.x - loose.x, y: grab.y + target.y - loose.y }
      await page.mouse.move(spot.x, spot.y, { steps: 3 })
      await page.mouse.move(spot.x, spot.y + 1, { steps: 2 })
      return page.locator('[data-guide="y"]').count()
    })
    .toBeGreaterThan(0)
  // It is half way between the two: the spaces on both sides are marked as equal.
  await expectPage(page.locator('[data-gap="x"]')).toHaveCount(2)
  await page.mouse.up()
  await expectPage(page.locator('[data-guide], [data-gap]')).toHaveCount(0)
  const lines = () => page.locator('.react-flow__edge')
  await expectPage(lines()).toHaveCount(4)
  await undo()
  await expectPage(lines()).toHaveCount(3)
  await closeForm(page)

  // What is selected is brought near.
  await showAll(page)
  const far = (await placesOf([card('hello')]))[0].width
  await card('hello').click({ position: { x: 30, y: 8 } })
  await closeForm(page)
  await card('hello').click({ position: { x: 30, y: 8 }, modifiers: ['Control'] })
  await card('hello').click({ position: { x: 30, y: 8 }, modifiers: ['Control'] })
  await canvas.focus()
  await page.keyboard.press('2')
  await expect.poll(async () => (await placesOf([card('hello')]))[0].width).toBeGreaterThan(far)

  // A double click on nothing adds a step there.
  await showAll(page)
  const pane = (await placesOf([page.locator('.react-flow__pane')]))[0]
  await page.mouse.dblclick(pane.x + pane.width / 2, pane.y + 60)
  await expectPage(page.getByRole('dialog', { name: 'Add a step' })).toBeVisible()
})

type Place = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>

/** Where things are on the screen, once they have come to rest. */
async function placesOf<const Things extends readonly Locator[]>(
  things: Things,
): Promise<{ [Index in keyof Things]: Place }> {
  const look = () => Promise.all(things.map((thing) => thing.boundingBox()))
  let places = await look()
  await expect
    .poll(async () => {
      const last = JSON.stringify(places)
      places = await look()
      return last === JSON.stringify(places)
    })
    .toBe(true)
  if (places.includes(null)) throw new Error('Something is not on the screen.')
  // As many as were asked for, and all of them are there.
  return places as { [Index in keyof Things]: Place }
}

const middleOf = ({ x, y, width, height }: Place) => ({ x: x + width / 2, y: y + height / 2 })

async function drag(
  page: Page,
  from: { readonly x: number; readonly y: number },
  by: { readonly x: number; readonly y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 3 })
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 3 })
  await page.mouse.up()
}

async function showAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show the whole flow' }).click()
  await placesOf([page.locator('.react-flow__node[data-id="start"]')])
}

async function closeForm(page: Page): Promise<void> {
  const close = page.getByRole('complementary').getByRole('button', { name: 'Close', exact: true })
  if (await close.isVisible()) await close.click()
}
