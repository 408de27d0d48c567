import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

const COLUMNS = 20
const STEP = { x: 384, y: 240 }
const NODES = Array.from({ length: 300 }, (_, index) => ({
  id: `n${index}`,
  type: index === 0 ? 'start' : 'text',
  name: `Step ${index}`,
  position: { x: (index % COLUMNS) * STEP.x, y: Math.floor(index / COLUMNS) * STEP.y },
  data:
    index === 0 ? { triggers: [{ type: 'anyMessage', id: 'any' }] } : { text: `Words ${index}` },
}))
const EDGES = NODES.slice(1).map(({ id }, index) => ({
  id: `e${index}`,
  source: `n${index}`,
  sourceHandle: 'next',
  target: id,
}))

test('a flow of 300 steps, seen from far away, can be worked with like one that is near', async () => {
  const window = await stage.open()
  const { page } = window
  await signUp(page)
  const { id } = await window.post('/api/v1/flows', {
    name: 'Large',
    draft: { nodes: NODES, edges: EDGES },
  })
  await page.goto(`/flows/${id}`)
  await page.getByRole('button', { name: 'Show the whole flow' }).click()
  const said = page.getByRole('status').first()
  const form = page.getByRole('complementary', { name: 'Step 170', exact: true })

  // Only what the pointer touches is an element of the page.
  const at = await placeOf(page, 170)
  await page.mouse.move(at.x, at.y)
  await expectPage(page.locator('.react-flow__node')).toHaveCount(1)
  expect(await window.accessibilityProblems()).toEqual([])

  await page.mouse.click(at.x, at.y)
  await expectPage(form).toBeVisible()
  await page.keyboard.press('Escape')
  await page.mouse.dblclick(at.x, at.y)
  await expectPage(form.locator(':focus')).toBeVisible()
  await form.getByRole('button', { name: 'Close' }).click()

  // Arrows walk along the lines from what is selected.
  await page.mouse.click(at.x, at.y)
  await page.getByRole('application', { name: /^Canvas/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expectPage(said).toContainText('Step 171')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('button', { name: 'Show the whole flow' }).click()

  // A rectangle selects, and what is selected moves together.
  await settled(page)
  const [from, to] = [await placeOf(page, 100), await placeOf(page, 142)]
  await page.keyboard.down('Shift')
  await page.mouse.move(from.x - 6, from.y - 4)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expectPage(said).toContainText('9')
  const inside = await placeOf(page, 121)
  await page.mouse.move(inside.x, inside.y)
  await page.mouse.down()
  await page.mouse.move(inside.x + 20, inside.y + 12, { steps: 4 })
  await page.mouse.up()
  await expectPage(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect.poll(() => movedIn(page, id)).toEqual([100, 101, 102, 120, 121, 122, 140, 141, 142])

  // A press beside everything takes the selection away, and a drag there moves what is in view.
  const before = await viewOf(page)
  const aside = { x: from.x + 20 * before.zoom, y: from.y - 60 * before.zoom }
  await page.mouse.move(aside.x, aside.y)
  await page.mouse.down()
  await page.mouse.move(aside.x + 40, aside.y + 30, { steps: 4 })
  await page.mouse.up()
  expect((await viewOf(page)).x).toBeCloseTo(before.x + 40, 0)
})

interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly left: number
  readonly top: number
}

/** What part of the flow is in view, as React Flow tells it by its style. */
async function viewOf(page: Page): Promise<View> {
  const [transform, left, top] = await page.evaluate<[string, number, number]>(`[
    document.querySelector('.react-flow__viewport').style.transform,
    document.querySelector('.react-flow').getBoundingClientRect().left,
    document.querySelector('.react-flow').getBoundingClientRect().top,
  ]`)
  const [x = 0, y = 0, zoom = 1] = (transform.match(/-?[\d.]+/g) ?? []).map(Number)
  return { x, y, zoom, left, top }
}

/** The same, once it has come to rest. */
async function settled(page: Page): Promise<View> {
  let view = await viewOf(page)
  await expect
    .poll(async () => {
      const last = view
      view = await viewOf(page)
      return last.x === view.x && last.zoom === view.zoom
    })
    .toBe(true)
  return view
}

/** A point on a step's card, in pixels of the page. */
async function placeOf(page: Page, index: number): Promise<{ x: number; y: number }> {
  const { x, y, zoom, left, top } = await settled(page)
  const { position } = NODES[index] ?? { position: { x: 0, y: 0 } }
  return { x: left + x + (position.x + 60) * zoom, y: top + y + (position.y + 30) * zoom }
}

/** Steps that are elsewhere than at first. */
async function movedIn(page: Page, flowId: string): Promise<readonly number[]> {
  const answer = await page.request.get(`/api/v1/flows/${flowId}`)
  // The shape that this test itself has sent.
  const { data } = (await answer.json()) as { data: { draft: { nodes: typeof NODES } } }
  const { nodes } = data.draft
  return NODES.flatMap(({ id, position }, index) => {
    const now = nodes.find((node) => node.id === id)?.position
    return now?.x === position.x && now.y === position.y ? [] : [index]
  })
}
