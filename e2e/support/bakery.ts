import type { Page } from '@playwright/test'
import { CanvasHand } from './canvas.ts'
import { PICTURE } from './picture.ts'

/**
 * Draws the flow of a bakery with the mouse, on a blank canvas; it has every kind of node that talks.
 *
 *     [start] ─► [hello] ─► [menu] ─ photo ─► [picture] ─► [taste] ─► [condition] ─ 4, 5 ─► [fan] ─► menu
 *                              │                                          └──── else ─► [handover] ─► [again]
 *                              ├─ website ─► [link button] ─► menu
 *                              └─ offer ─► [template] ─ more ─► [details] ─► menu
 */
export async function drawBakery(page: Page): Promise<void> {
  const hand = new CanvasHand(page)
  // The first step is connected to the start by itself.
  const hello = await hand.drop('Text', 300, 60)
  await hello.fill({ Message: WORDS.hello })
  await hello.close()

  const menu = await hand.drop('Buttons', 60, 60)
  await menu.press('Add a button')
  await menu.fill({
    Message: WORDS.menu,
    'Title of button 1': 'A photo',
    'Title of button 2': 'The website',
    'Title of button 3': 'An offer',
  })
  await menu.close()

  const picture = await hand.drop('Media', 60, 60)
  await picture.upload({ name: 'bread.png', mimeType: 'image/png', buffer: PICTURE })
  await picture.fill({ Caption: WORDS.picture })
  await picture.close()

  const site = await hand.drop('Link button', 60, 60)
  await site.fill({
    Message: WORDS.site,
    'Label of the button': 'Open the shop',
    'Web address': 'https://shop.example.com/cakes',
  })
  await site.close()

  const offer = await hand.drop('Template', 60, 60)
  await offer.fill({
    'Name of the template': 'half_price',
    'Body as approved': WORDS.offer,
    'Value for {{1}}': '{{ contact.name }}',
  })
  await offer.open('Buttons of the template')
  await offer.press('Add a button')
  await offer.fill({ 'Title of button 1': 'Tell me more' })
  await offer.close()

  const details = await hand.drop('Text', 60, 60)
  await details.fill({ Message: WORDS.details })
  await details.close()

  const taste = await hand.drop('Question', 60, 60)
  await taste.choose('What counts as an answer', 'A number')
  await taste.fill({
    Question: WORDS.taste,
    Smallest: '1',
    Largest: '5',
    'Save the answer as': 'score',
  })
  await taste.open('When the answer does not fit')
  await taste.fill({ 'Ask again with': WORDS.tasteAgain })
  await taste.close()

  const condition = await hand.drop('Condition', 60, 60)
  await condition.press('Add a rule')
  await condition.choose('Comparison', 'is at least')
  await condition.fill({ 'Name of branch 1': 'Likes it', Variable: 'score', Value: '4' })
  await condition.close()

  const fan = await hand.drop('Text', 60, 60)
  await fan.fill({ Message: WORDS.fan })
  await fan.close()

  const person = await hand.drop('Hand over', 60, 60)
  await person.fill({
    'Person or team': 'Olga',
    'Say to the contact': WORDS.person,
    'Note for the person': 'Gave {{ score }} of 5',
  })
  await person.close()

  const again = await hand.drop('End', 60, 60)
  await again.fill({ 'Last words': WORDS.again })
  await again.close()

  await hand.tidyUp()
  await hand.connect('Welcome', 'Next', WORDS.menu)
  await hand.connect(WORDS.menu, 'A photo', WORDS.picture)
  await hand.connect(WORDS.menu, 'The website', WORDS.site)
  await hand.connect(WORDS.menu, 'An offer', 'every loaf is half price')
  await hand.connect(WORDS.picture, 'Next', 'How much do you like it')
  await hand.connect('How much do you like it', 'Next', 'Likes it')
  await hand.connect('Likes it', 'Likes it', WORDS.fan)
  await hand.connect('Likes it', 'Otherwise', WORDS.person)
  await hand.connect('every loaf is half price', 'Tell me more', WORDS.details)
  await hand.connect(WORDS.person, 'When resolved', WORDS.again)
  await hand.tidyUp()
  for (const back of [WORDS.fan, WORDS.site, WORDS.details]) {
    await hand.connect(back, 'Next', WORDS.menu)
  }
  await hand.tidyUp()
}

/** What the bot says. */
export const WORDS = {
  hello: 'Welcome to Corner Bakery, {{ contact.name }}!',
  menu: 'What would you like to see?',
  picture: 'Fresh from the oven',
  site: 'All our cakes are here.',
  offer: 'Hello {{1}}, every loaf is half price this week.',
  details: 'Until Sunday, in all our shops.',
  taste: 'How much do you like it, from 1 to 5?',
  tasteAgain: 'A number from 1 to 5, please.',
  fan: 'Thank you, you are too kind.',
  person: 'I am sorry. A colleague will write to you.',
  again: 'Here I am again.',
} as const
