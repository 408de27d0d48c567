import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { expectPage } from '../support/browser.ts'
import { CanvasHand } from '../support/canvas.ts'
import { publishTo } from '../support/pages.ts'
import { signUp } from '../support/people.ts'
import { PICTURE } from '../support/picture.ts'
import { Stage } from '../support/stage.ts'

const stage = Stage.set()

test('an owner draws a flow with the mouse, tries every branch in the simulator and publishes it', async () => {
  const window = await stage.open()
  const { page } = window
  await signUp(page)
  await addSandboxNumber(page)
  await page.goto('/flows')
  await page.getByRole('button', { name: 'New flow' }).first().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Blank canvas/ })
    .click()
  await expectPage(page.getByText('What happens first?')).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])

  await draw(page)
  await expectPage(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])

  await page.getByRole('button', { name: 'Try it' }).click()
  const phone = page.getByRole('complementary', { name: 'Try it' })
  const chat = phone.getByRole('log')
  const say = async (words: string) => {
    await phone.getByRole('textbox', { name: 'Message' }).fill(words)
    await page.keyboard.press('Enter')
  }
  await say('hi')
  await expectPage(chat.getByText('What would you like to see?')).toBeVisible()
  await chat.getByRole('button', { name: 'A photo' }).click()
  await expectPage(chat.getByText('Fresh from the oven')).toBeVisible()
  await say('5')
  await expectPage(chat.getByText('Thank you, you are too kind.')).toBeVisible()
  expect(await window.accessibilityProblems()).toEqual([])
  await say('hello again')
  await say('2')
  await expectPage(chat.getByText('All our cakes are here.')).toBeVisible()
  await say('and once more')
  await say('an OFFER')
  await expectPage(chat.getByText(/^Hello \w+, every loaf is half price\./)).toBeVisible()
  await say('last time')
  await say('1')
  await say('2')
  await expectPage(chat.getByText('We are sorry.')).toBeVisible()
  await phone.getByRole('button', { name: 'Close' }).click()

  await publishTo(page, 'Try it')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectPage(page.getByText('Unpublished changes')).toBeVisible()
  await page.getByRole('button', { name: 'Redo' }).click()

  // What was drawn is what is there when it is opened again.
  await page.reload()
  await page.getByRole('button', { name: 'Show the whole flow' }).click()
  for (const words of ['Fresh from the oven', 'half price', 'All our cakes', 'We are sorry.']) {
    await expectPage(page.getByText(words)).toBeVisible()
  }
})

//  [start] ─► [text] ─► [buttons] ─ photo ─► [media] ─► [question] ─► [condition] ─ at least 4 ─► [text]
//                          ├─ website ─► [link button]                      └─ otherwise ─► [end]
//                          └─ offer ─► [template]
async function draw(page: Page): Promise<void> {
  const hand = new CanvasHand(page)
  // The first step is connected to the start by itself.
  const hello = await hand.drop('Text', 300, 60)
  await hello.fill({ Message: 'Welcome, {{ contact.name }}!' })
  await hello.close()

  const menu = await hand.drop('Buttons', 60, 60)
  await menu.press('Add a button')
  await menu.fill({
    Message: 'What would you like to see?',
    'Title of button 1': 'A photo',
    'Title of button 2': 'The website',
    'Title of button 3': 'An offer',
  })
  await menu.close()

  const media = await hand.drop('Media', 60, 60)
  await media.upload({ name: 'bread.png', mimeType: 'image/png', buffer: PICTURE })
  await media.fill({ Caption: 'Fresh from the oven' })
  await media.close()

  const link = await hand.drop('Link button', 60, 60)
  await link.fill({
    Message: 'All our cakes are here.',
    'Web address': 'https://example.com/cakes',
  })
  await link.close()

  const template = await hand.drop('Template', 60, 60)
  await template.fill({
    'Name of the template': 'half_price',
    'Body as approved': 'Hello {{1}}, every loaf is half price.',
    'Value for {{1}}': '{{ contact.name }}',
  })
  await template.close()

  const question = await hand.drop('Question', 60, 60)
  await question.choose('What counts as an answer', 'A number')
  await question.fill({ Question: 'How much do you like it?', 'Save the answer as': 'score' })
  await question.close()

  const condition = await hand.drop('Condition', 60, 60)
  await condition.press('Add a rule')
  await condition.choose('Comparison', 'is at least')
  await condition.fill({ 'Name of branch 1': 'Likes it', Variable: 'score', Value: '4' })
  await condition.close()

  const thanks = await hand.drop('Text', 60, 60)
  await thanks.fill({ Message: 'Thank you, you are too kind.' })
  await thanks.close()

  const sorry = await hand.drop('End', 60, 60)
  await sorry.fill({ 'Last words': 'We are sorry.' })
  await sorry.close()

  await hand.tidyUp()
  await hand.connect('Welcome', 'Next', 'What would you like to see?')
  await hand.connect('What would you like to see?', 'A photo', 'Fresh from the oven')
  await hand.connect('What would you like to see?', 'The website', 'All our cakes are here.')
  await hand.connect('What would you like to see?', 'An offer', 'every loaf is half price')
  await hand.connect('Fresh from the oven', 'Next', 'How much do you like it?')
  await hand.connect('How much do you like it?', 'Next', 'Likes it')
  await hand.connect('Likes it', 'Likes it', 'Thank you, you are too kind.')
  await hand.connect('Likes it', 'Otherwise', 'We are sorry.')
  await hand.tidyUp()
}

async function addSandboxNumber(page: Page): Promise<void> {
  await page.goto('/numbers?create')
  await page.getByRole('radio', { name: /Sandbox/ }).click()
  await page.getByLabel('Name').fill('Try it')
  await page.getByRole('button', { name: 'Create number' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
}
