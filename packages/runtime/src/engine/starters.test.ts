import { definitionOf, type Flow, flowSchema } from '@parley/shared'
import { STARTERS, type StarterId } from '@parley/shared/starters'
import { afterAll, describe, expect, it } from 'vitest'
import { type BotSettings, TestBot } from '../testing/TestBot.ts'

/** Conversations that together leave every node of a starter by every handle. */
function walk(
  id: StarterId,
  stories: Readonly<Record<string, (begin: (settings?: BotSettings) => TestBot) => void>>,
): void {
  const starter = STARTERS.find((each) => each.id === id)
  const flow = flowSchema.parse(starter?.draft)
  const bots: TestBot[] = []
  describe(`the starter ${id}`, () => {
    const begin = (settings: BotSettings = {}) => {
      const bot = new TestBot(flow, settings)
      bots.push(bot)
      return bot
    }
    it.each(Object.entries(stories))('%s', (_, tell) => {
      expect.hasAssertions()
      tell(begin)
    })
    afterAll(() => {
      const walked = new Set(bots.flatMap(({ path }) => path))
      const missed = handlesOf(flow).filter((handle) => !walked.has(handle))
      if (missed.length > 0) throw new Error(`No story leaves by ${missed.join(', ')}`)
      if (bots.some(({ session }) => session.ended?.reason !== 'finished')) {
        throw new Error('A story does not come to an end')
      }
    })
  })
}

const handlesOf = ({ nodes }: Flow): readonly string[] =>
  nodes.flatMap(({ id, type, data }) =>
    definitionOf(type)
      .handles(data)
      .map((handle) => `${id}.${handle.id}`),
  )

const MENU =
  'Hi Ana 👋 Welcome to *Corner Bakery*. What would you like to know? _Type “menu” at any time to come back here_ ' +
  '{See topics: Visit us [Opening hours] [Where to find us] | Order [Prices] [Delivery] | Something else [Talk to a person]}'
const MORE = 'Anything else I can help with? [Back to the menu] [No, thanks]'
const BYE = 'Thank you, and see you soon! 🥐'

walk('faqMenu', {
  'answers one question after the other': (begin) => {
    const bot = begin().receives('hi').expectToHaveSent(MENU)
    bot.taps('Opening hours').expectToHaveSent(expect.stringMatching(/Monday to Friday/), MORE)
    bot.receives('yes').expectToHaveSent(MENU)
    bot.receives('where').expectToHaveSent(expect.stringMatching(/^\(location 52/), MORE)
    bot.taps('Back to the menu').expectToHaveSent(MENU)
    bot.receives('3').expectToHaveSent(expect.stringMatching(/Open price list/), MORE)
    bot.receives('back').expectToHaveSent(MENU)
    bot.receives('shipping').expectToHaveSent(expect.stringMatching(/within 5 km/), MORE)
    bot.taps('No, thanks').expectToHaveSent(BYE).expectToHaveEnded()
  },
  'asks again, comes back to the menu from anywhere, and gives over to a person': (begin) => {
    const bot = begin({ contact: { name: '' } }).receives('good morning')
    expect(bot.takeSent()[0]).toMatchObject({ text: expect.stringMatching(/^Hi there 👋/) })
    bot
      .receives('do you have a dog?')
      .expectToHaveSent(
        expect.stringMatching(/^Please choose one of the topics, or type its number\./),
      )
    bot.receives('Menu').expectToWaitAt('menu').receives('agent')
    bot.expectToWaitAt('person').takeSent()
    bot.isHandedBack().expectToHaveSent(MORE).receives('no').expectToHaveSent(BYE)
  },
  'ends by itself': (begin) => {
    const bot = begin().receives('hi').receives('1')
    bot.passes('59 minutes').expectToWaitAt('more').passes('1 minute').expectToHaveEnded()
  },
})

walk('leadCapture', {
  'gives a promising lead to sales': (begin) => {
    const bot = begin().receives('hi')
    bot.expectToHaveSent(expect.stringMatching(/^Hi 👋 Thanks/), 'What is your name?')
    bot.receives('Bo Li')
    bot.expectToHaveSent('Nice to meet you, Bo Li! Which e-mail can we send the offer to?')
    bot.receives('it is bo@example.com')
    bot.expectToHaveSent(
      'What are you interested in? [A website] [An online shop] [Something else]',
    )
    bot.taps('An online shop').receives('a lot').receives('10,000')
    bot.expectToHaveSent(
      expect.stringMatching(/^What budget/),
      'Please write the budget as a number, for example 5000.',
      'Thank you, Bo Li! A colleague from sales writes to you here in a moment.',
    )
    bot.expectVariables({ email: 'bo@example.com', interest: 'An online shop' })
    bot.isHandedBack().expectToHaveEnded()
  },
  'thanks for a small budget': (begin) => {
    const bot = begin()
      .receives('hi')
      .receives('Bo')
      .receives('bo@example.com')
      .receives('1')
      .receives('800')
    expect(bot.takeSent().at(-1)).toMatchObject({
      text: 'Thank you, Bo! You will find our offer for “A website” at bo@example.com within a working day.',
    })
  },
  'goes on without an e-mail address': (begin) => {
    const bot = begin()
      .receives('demo please')
      .receives('Bo')
      .receives('no')
      .receives('no')
      .receives('no')
    bot.expectToWaitAt('withoutEmail').isHandedBack().expectToHaveEnded()
  },
  'reminds once and ends': (begin) => {
    const bot = begin().receives('hi').passes('1 hour')
    expect(bot.takeSent().at(-1)).toMatchObject({ text: expect.stringMatching(/^Still there/) })
    bot.passes('23 hours').expectToHaveSent().expectToHaveEnded()
  },
})

walk('appointment', {
  'finds out what and when, and reads it back': (begin) => {
    const bot = begin().receives('hi')
    bot.expectToHaveSent(
      'Hello! 💇 Which service would you like to book at *Studio Nine*? {Choose a service: Hair [Cut] [Colour] | Care [Treatment]}',
    )
    bot.taps('Cut').receives('yesterday').receives('1.1.2026')
    bot.expectToHaveSent(
      expect.stringMatching(/^Which day suits you for \*Cut\*/),
      expect.stringMatching(/^I did not understand that as a day/),
      'That day is over already. Let us find another one.',
      expect.stringMatching(/^Which day/),
    )
    bot.receives('24.12.2026').taps('Morning').receives('Ana Lima')
    bot.expectToHaveSent(
      'And what time of day? [Morning] [Afternoon] [Evening]',
      'Under which name shall I note it?',
      '*Your appointment* *Cut*\nThursday, 24 December, morning\nfor Ana Lima\n\nIs everything right? [Yes, book it] [Change something] [Cancel]',
    )
    bot.receives('wrong').expectToWaitAt('service').taps('Treatment')
    bot.receives('24.12.2026').receives('late').receives('Ana').taps('Yes, book it')
    bot.expectToWaitAt('team').isHandedBack()
    expect(bot.takeSent().at(-1)).toMatchObject({ text: 'See you at Studio Nine! ✂️' })
  },
  cancels: (begin) => {
    const bot = begin().receives('I want to book').receives('2').receives('24.12.2026')
    bot.receives('pm').receives('Ana').taps('Cancel')
    expect(bot.takeSent().at(-1)).toMatchObject({
      text: expect.stringMatching(/^Nothing was booked/),
    })
  },
  'reminds and ends': (begin) => {
    const bot = begin().receives('schedule').receives('1').receives('24.12.2026')
    bot.receives('1').receives('Ana').passes('30 minutes')
    expect(bot.takeSent().at(-1)).toMatchObject({ text: expect.stringMatching(/^Shall I book/) })
    bot.passes('90 minutes').expectToHaveEnded()
  },
})

const FURTHER = 'Can I do anything else for you? [Another order] [Talk to a person] [No, thanks]'

walk('orderStatus', {
  'tells of orders in every state': (begin) => {
    const bot = begin().receives('where is my package?').receives('A 1/2')
    expect(bot.request?.url).toBe('https://example.com/api/orders/A+1%2F2')
    bot.takeSent()
    bot.isAnswered(200, {
      status: 'shipped',
      tracking_url: 'https://example.com/t',
      expected: '2026-12-24',
    })
    bot.expectToHaveSent(
      'Order *A 1/2* is on its way 🚚 It should arrive on Thursday, 24 December. [Track the parcel → https://example.com/t]',
      FURTHER,
    )
    bot.taps('Another order').receives('A-2').takeSent()
    bot.isAnswered(200, { status: 'delivered' })
    bot.expectToHaveSent('Order *A-2* has been delivered ✅ Enjoy it!', FURTHER)
    bot.receives('another').receives('A-3').takeSent()
    bot.isAnswered(200, { status: 'baking' })
    bot.expectToHaveSent('Order *A-3* is: *baking*. We tell you as soon as it leaves.', FURTHER)
    bot.receives('no').expectToHaveSent('You are welcome! 👋').expectToHaveEnded()
  },
  'tries again, and asks a person, when there is no such order': (begin) => {
    const bot = begin().receives('order').receives('A-1').isAnswered(404)
    expect(bot.takeSent().at(-1)).toMatchObject({
      text: expect.stringMatching(/^I cannot find an order \*A-1\*/),
    })
    bot.receives('yes').receives('A-2').isAnswered(404).taps('Talk to a person')
    bot.expectToWaitAt('support').isHandedBack().expectToHaveEnded()
  },
  'asks a person when the shop does not answer': (begin) => {
    begin()
      .receives('order')
      .receives('A-1')
      .isAnswered(500)
      .expectToWaitAt('support')
      .isHandedBack()
    begin()
      .receives('order')
      .receives('A-1')
      .isNotAnswered()
      .expectToWaitAt('support')
      .isHandedBack()
  },
  'asks a person when the contact wants one, or knows no number': (begin) => {
    const bot = begin().receives('order').receives('A-1').isAnswered(200, { status: 'baking' })
    bot.taps('Talk to a person').expectToWaitAt('support').isHandedBack()
    begin()
      .receives('order')
      .receives('?')
      .receives('?')
      .receives('?')
      .expectToWaitAt('support')
      .isHandedBack()
  },
  'ends by itself': (begin) => {
    const bot = begin().receives('order').receives('A-1').isAnswered(200, { status: 'baking' })
    bot.passes('1 hour').expectToHaveEnded()
  },
})

const AT_NIGHT = { at: Date.UTC(2026, 0, 5, 22) }

walk('supportHandover', {
  'gives over in office hours and asks how it went': (begin) => {
    const bot = begin().receives('hi')
    bot.expectToHaveSent(
      'Hi, this is the support of *Northwind*. What is it about? [Something is broken] [An invoice] [A question]',
    )
    bot.taps('Something is broken').receives('it?').receives('My problem is that I cannot print')
    bot.expectToHaveSent(
      expect.stringMatching(/^Please describe it/),
      'A few more words, please: what happened, and where?',
      'Thank you. A colleague answers you here in a few minutes.',
    )
    expect(bot.effects.at(-1)).toMatchObject({
      note: 'Something is broken: My problem is that I cannot print',
    })
    bot.isHandedBack().expectToHaveSent('How did we do? [😀 Great] [🙂 Okay] [🙁 Not well]')
    bot.receives('great').expectToHaveSent('Thank you! Write “support” whenever you need us.')
  },
  'says at night when it will be read, and gives unhappy people to the lead': (begin) => {
    const bot = begin(AT_NIGHT).receives('support').taps('An invoice').receives('It is too high')
    bot.expectToWaitAt('handoverLater').isHandedBack().receives('poor').receives('Nobody called me')
    bot.expectVariables({ topic: 'An invoice', rating: 'bad', complaint: 'Nobody called me' })
    bot.expectToWaitAt('manager').isHandedBack().expectToHaveEnded()
  },
  'takes other topics, and begins again when asked': (begin) => {
    const bot = begin().receives('hi').receives('my cat').expectVariables({ topic: 'my cat' })
    bot.receives('help').expectToWaitAt('topic').taps('A question').receives('Where are you?')
    bot.isHandedBack().receives('hm').expectToHaveEnded()
  },
  'does not wait for ever to be rated': (begin) => {
    const bot = begin().receives('hi').receives('3').receives('Where are you?').isHandedBack()
    bot.passes('1 day').expectToHaveEnded()
  },
})

walk('feedback', {
  'asks fans for a review': (begin) => {
    const bot = begin().receives('feedback')
    bot.expectToHaveSent(expect.stringMatching(/^Thank you for your visit!/))
    bot
      .receives('10')
      .expectToHaveSent(
        expect.stringMatching(/\[Write a review → https:\/\/example.com\/review\]$/),
        'Thank you for your time, and see you again soon!',
      )
  },
  'asks others what would make it better': (begin) => {
    const bot = begin().receives('survey').receives('11').receives('8').receives('More cake')
    bot.expectVariables({ score: 8, suggestion: 'More cake' }).expectToHaveEnded()
  },
  'gives the unhappy to the manager': (begin) => {
    const bot = begin()
      .receives('a review')
      .receives('3')
      .receives('Cold soup')
      .expectToWaitAt('repair')
    expect(bot.effects.at(-1)).toMatchObject({ to: 'Manager', note: 'Score 3: Cold soup' })
    bot.isHandedBack().expectToHaveEnded()
  },
  'gives up politely': (begin) => {
    begin().receives('feedback').receives('a').receives('b').receives('c').expectToHaveEnded()
    const bot = begin().receives('feedback').passes('1 day')
    expect(bot.takeSent().at(-1)).toMatchObject({ text: expect.stringMatching(/^A number from/) })
    bot.passes('1 day').expectToHaveEnded()
  },
})
