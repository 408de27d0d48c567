import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { Keys } from '../support/Keys.ts'
import { OWNER } from '../support/people.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

test('a bot is drawn, tried, published and answers, all of it without a mouse', async () => {
  const window = await stage.open()
  const { page } = window
  const keys = new Keys(page)
  const checkAccessibility = async () => expect(await window.accessibilityProblems()).toEqual([])

  await page.goto('/')
  await expectPage(page.getByRole('heading', { name: 'Set up Parley' })).toBeVisible()
  await keys.tabTo('Your name')
  await keys.type(OWNER.name)
  await keys.tabTo('E-mail')
  await keys.type(OWNER.email)
  await keys.tabTo('Password')
  await keys.type(OWNER.password)
  await keys.tabTo('Name of your workspace')
  await keys.type(OWNER.workspaceName)
  await keys.press('Enter')
  await expectPage(page.getByText('Draw your first conversation')).toBeVisible()

  // A blank flow, by the menu that finds everything.
  await keys.press('Control+k')
  await expectPage(page.getByRole('combobox', { name: 'Commands' })).toBeFocused()
  await keys.type('create')
  await keys.press('Enter')
  await keys.tabTo(/^Blank canvas/)
  await keys.press('Enter')
  await expectPage(page.getByText('What happens first?')).toBeVisible()
  await keys.goTo('Canvas of the flow Untitled flow')

  // Steps are added, filled in and left; each time the canvas has the focus again.
  await add(page, keys, 'Buttons')
  await keys.type('Tea or cake?')
  await keys.tabTo('Title of button 1')
  await keys.retype('Tea')
  await keys.tabTo('Title of button 2')
  await keys.retype('Cake')
  // A new entry takes the focus, and gives it on when it goes again.
  await keys.tabTo('Add a button')
  await keys.press('Enter')
  await keys.type('Coffee')
  await keys.tabTo('Remove “Coffee”')
  await keys.press('Enter')
  expect(await keys.focused()).toBe('Title of button 2')
  await leaveForm(page, keys)
  await add(page, keys, 'Text')
  await keys.type('Tea is coming, {{ contact.name }}.')
  await leaveForm(page, keys)

  // Back along the line to the buttons, on to a step behind the second of them.
  await keys.press('ArrowLeft')
  await expectSaid(page, /^Buttons/)
  await add(page, keys, 'Text')
  await keys.type('Cake is sold out.')
  await leaveForm(page, keys)
  await checkAccessibility()

  // The cake leads back to the choice, until it turns out to be a bad idea.
  await keys.press('c')
  await keys.type('tea or cake')
  await keys.press('Enter')
  await expectSaid(page, 'Connected to Buttons')
  await keys.press('e')
  await expectSaid(page, /^Connection from Text by “Next” to Buttons/)
  await keys.press('Delete')
  await expectSaid(page, 'Removed the connection')
  await expectPage(canvas(page)).toBeFocused()

  // Several are selected and moved; one step of undo brings them back.
  await keys.press('Shift+ArrowUp')
  await expectSaid(page, '2 steps selected')
  await keys.press('Alt+ArrowDown', 'Control+z')
  await expectSaid(page, /selected|Undone/)
  await keys.press('Escape')

  // Words are found and changed wherever they stand.
  await keys.press('Control+f')
  await keys.type('sold out')
  await expectPage(page.getByText('1 of 1')).toBeVisible()
  await keys.press('Control+Enter')
  await expectPage(page.getByRole('textbox', { name: 'Message' })).toBeFocused()
  // What was found is selected, so that typing takes its place.
  await keys.type('ready')
  await leaveForm(page, keys)
  await checkAccessibility()

  // Tried in the simulator, and back.
  await keys.press('Shift+S')
  await expectPage(page.getByRole('textbox', { name: 'Message of the contact' })).toBeFocused()
  await keys.type('hi')
  await keys.press('Enter')
  const simulator = page.getByRole('complementary', { name: 'Try it' })
  await expectPage(simulator.getByText('Tea or cake?')).toBeVisible()
  await keys.type('2')
  await keys.press('Enter')
  await expectPage(simulator.getByText('Cake is ready.')).toBeVisible()
  await checkAccessibility()
  await keys.goTo('Canvas of the flow Untitled flow')
  await keys.press('Shift+S')

  // Published to a number that is made on the way.
  await expectPage(page.getByText('Saved')).toBeVisible()
  await keys.press('Shift+P')
  await keys.tabTo('Make a sandbox number')
  await keys.press('Enter')
  await keys.tabTo('Publish')
  await keys.press('Enter')
  await expectPage(page.getByText('Version 1 is live')).toBeVisible()
  await keys.tabTo('Write as a customer')
  await keys.press('Enter')
  await keys.tabTo('Send')
  await keys.press('Enter')
  await keys.tabTo(/^Ana Customer/)
  await keys.press('Enter')
  await expectPage(page.getByRole('log').getByText('Tea or cake?')).toBeVisible()
})

const canvas = (page: Page) => page.getByRole('application', { name: /^Canvas/ })

/** Adds a step behind the one that is selected; its form opens with the focus in it. */
async function add(page: Page, keys: Keys, type: string): Promise<void> {
  await keys.press('Tab')
  await expectPage(page.getByRole('combobox', { name: 'Add a step' })).toBeFocused()
  await keys.type(type.toLowerCase())
  await keys.press('Enter')
  await expectPage(page.getByRole('textbox', { name: 'Message' })).toBeFocused()
}

async function leaveForm(page: Page, keys: Keys): Promise<void> {
  await keys.press('Escape')
  await expectPage(canvas(page)).toBeFocused()
}

/** What a screen reader has been told. */
async function expectSaid(page: Page, words: string | RegExp): Promise<void> {
  await expectPage(canvas(page).getByRole('status')).toContainText(words)
}
