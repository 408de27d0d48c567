import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { expectPage, type Window } from '../support/browser.ts'
import { signUp } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

const COLLEAGUE = {
  name: 'Carla Ruiz',
  email: 'carla@example.com',
  password: 'two heads are better',
}

test('two people edit one flow; one is cut off, both go on, and in the end everybody has everything', async () => {
  const olga = await stage.open()
  await signUp(olga.page)
  const carla = await openAsColleague(olga)
  const flow = await olga.post('/api/v1/flows', { name: 'Bakery', draft: DRAFT })
  await olga.page.goto(`/flows/${flow.id}`)
  await carla.page.goto(`/flows/${flow.id}`)
  const [here, there] = [olga.page, carla.page]

  // Each sees that the other is there, where they point, and what they have selected.
  await expectPage(here.getByRole('img', { name: `${COLLEAGUE.name} is here` })).toBeVisible()
  await expectPage(there.getByRole('img', { name: 'Olga Petrova is here' })).toBeVisible()
  await card(there, 'Hello from the bakery').click()
  await expectPage(here.getByTitle(`${COLLEAGUE.name} has this selected`)).toBeVisible()
  await expectPage(
    here.locator('.react-flow__viewport-portal').getByText(COLLEAGUE.name),
  ).toBeVisible()

  // Typing arrives letter by letter while both are connected.
  await message(there).fill('Hello from the bakery!')
  await expectPage(card(here, 'Hello from the bakery!')).toBeVisible()

  // Carla's network goes. Both change the same text, and different steps.
  await carla.duringOutage(async () => {
    await there.context().setOffline(true)
    await expectPage(there.getByText('Offline: kept on this device')).toBeVisible()
    await message(there).press('Home')
    await message(there).pressSequentially('Hi! ')
    await there.keyboard.press('Escape')
    await card(there, 'We bake at four').click()
    await message(there).fill('We bake at three')

    await card(here, 'Hello from the bakery!').click()
    await message(here).press('End')
    await message(here).pressSequentially(' How can I help?')
    await here.keyboard.press('Escape')
    await card(here, 'See you soon').click()
    await message(here).fill('See you tomorrow')
    await expectPage(here.getByText('Saved')).toBeVisible()
    // Neither can know of the other's.
    await expectPage(card(here, 'We bake at four')).toBeVisible()
    await expectPage(card(there, 'See you soon')).toBeVisible()
    await there.context().setOffline(false)
    await expectPage(there.getByText('Saved')).toBeVisible()
  })
  const together = [
    'Hi! Hello from the bakery! How can I help?',
    'We bake at three',
    'See you tomorrow',
  ]
  await expectBoth([here, there], together)
  await expect.poll(() => storedTexts(olga, flow.id)).toEqual(together)

  // Undo takes back one's own last change, and nothing of the other's.
  await there.keyboard.press('Escape')
  await there.keyboard.press('Control+z')
  await expectBoth([here, there], [together[0], 'We bake at four', 'See you tomorrow'])
  await here.keyboard.press('Escape')
  await here.keyboard.press('Control+z')
  await expectBoth([here, there], [together[0], 'We bake at four', 'See you soon'])
  await expectPage(there.getByText('Saved')).toBeVisible()

  // Offline again, the tab is closed before the network is back: the device has kept what was done.
  await carla.duringOutage(async () => {
    await there.context().setOffline(true)
    await expectPage(there.getByText('Offline: kept on this device')).toBeVisible()
    await card(there, 'We bake at four').click()
    await message(there).fill('We bake all night')
    await expectPage(card(there, 'We bake all night')).toBeVisible()
    await there.keyboard.press('Escape')
    await card(there, 'See you soon').click()
    await message(there).fill('See you at dawn')
    await expectPage(card(there, 'See you at dawn')).toBeVisible()
    await expect.poll(() => keptOnDevice(there)).toBe(true)
    await there.goto('about:blank')
    await there.context().setOffline(false)
  })
  await expectPage(card(here, 'We bake at four')).toBeVisible()
  // Meanwhile a step goes that was worked on. Nobody's words are lost with it.
  await card(here, 'See you soon').click()
  await here.keyboard.press('Escape')
  await here.keyboard.press('Delete')
  await expectPage(card(here, 'See you soon')).toHaveCount(0)
  await expectPage(here.getByText('Saved')).toBeVisible()
  await there.goto(`/flows/${flow.id}`)
  await there.getByRole('button', { name: 'Bring back' }).click()
  const atLast = [together[0], 'We bake all night', 'See you at dawn']
  await expectBoth([here, there], atLast)
  await expect.poll(() => storedTexts(olga, flow.id)).toEqual(atLast)
})

const TEXTS = ['Hello from the bakery', 'We bake at four', 'See you soon']
const DRAFT = {
  nodes: [
    { id: 'start', type: 'start', position: { x: 0, y: 0 }, data: { triggers: [] } },
    ...TEXTS.map((text, index) => ({
      id: `say${index}`,
      type: 'text',
      position: { x: 0, y: 130 * (index + 1) },
      data: { text },
    })),
  ],
  edges: [],
}

const card = (page: Page, words: string) =>
  page.locator('.react-flow__node').filter({ hasText: words })
const message = (page: Page) => page.getByRole('textbox', { name: 'Message' })

async function expectBoth(
  pages: readonly Page[],
  texts: readonly (string | undefined)[],
): Promise<void> {
  for (const page of pages) {
    for (const text of texts) await expectPage(card(page, text ?? '')).toBeVisible()
  }
}

async function storedTexts(window: Window, flowId: string): Promise<readonly string[]> {
  const { text } = await window.fetch('GET', `/api/v1/flows/${flowId}`)
  // The API answers with the draft as it is stored.
  const { data } = JSON.parse(text) as { data: { draft: { nodes: { data: { text?: string } }[] } } }
  return data.draft.nodes.flatMap((node) => node.data.text ?? [])
}

/** True when the browser's own database has something that the server has not. */
const keptOnDevice = (page: Page): Promise<boolean> => page.evaluate(COUNT_UNSAVED)
const COUNT_UNSAVED = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('parley')
  opening.onerror = () => reject(opening.error)
  opening.onsuccess = () => {
    const count = opening.result.transaction('unsaved').objectStore('unsaved').count()
    count.onsuccess = () => {
      opening.result.close()
      resolve(count.result > 0)
    }
  }
})`

async function openAsColleague(owner: Window): Promise<Window> {
  const me = await owner.fetch('GET', '/api/v1/auth/me')
  // Who is logged in has workspaces, as `meResponse` says.
  const { data } = JSON.parse(me.text) as { data: { workspaces: { id: string }[] } }
  const path = `/api/v1/workspaces/${data.workspaces[0]?.id}/members`
  const invited = await owner.fetch('POST', path, { email: COLLEAGUE.email, role: 'editor' })
  const { link } = (JSON.parse(invited.text) as { data: { link: string } }).data
  const window = await stage.open({ theme: 'dark' })
  const { pathname, search, hash } = new URL(link)
  await window.page.goto(pathname + search + hash)
  await window.page.getByLabel('Your name').fill(COLLEAGUE.name)
  await window.page.getByLabel('Password', { exact: true }).fill(COLLEAGUE.password)
  await window.page.getByRole('button', { name: 'Join workspace' }).click()
  await window.page.getByRole('heading', { name: 'Flows', exact: true }).waitFor()
  return window
}
