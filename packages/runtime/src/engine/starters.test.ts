import { definitionOf, type Flow, flowSchema } from '@parley/shared'
import { type StarterId, type StarterWords, startersIn } from '@parley/shared/starters'
import { ar } from '@parley/shared/starters/ar'
import { en } from '@parley/shared/starters/en'
import { es } from '@parley/shared/starters/es'
import { afterAll, describe, expect, it } from 'vitest'
import { type BotSettings, TestBot } from '../testing/TestBot.ts'

/** How each language writes Thursday, 24 December. */
const LANGUAGES = [
  { words: en, holiday: 'Thursday, 24 December' },
  { words: es, holiday: 'jueves, 24 de diciembre' },
  { words: ar, holiday: 'الخميس، 24 ديسمبر' },
]

type Story<Id extends StarterId> = (
  begin: (settings?: BotSettings) => TestBot,
  words: StarterWords[Id],
  holiday: string,
) => void

/** Conversations that together leave every node of a starter by every handle, held in every language. */
function walk<Id extends StarterId>(id: Id, stories: Readonly<Record<string, Story<Id>>>): void {
  describe.each(LANGUAGES)(`the starter ${id} in $words.language`, ({ words, holiday }) => {
    const flow = flowSchema.parse(startersIn(words).find((each) => each.id === id)?.draft)
    const bots: TestBot[] = []
    const begin = (settings: BotSettings = {}) => {
      const bot = new TestBot(flow, settings)
      bots.push(bot)
      return bot
    }
    it.each(Object.entries(stories))('%s', (_, tell) => {
      expect.hasAssertions()
      tell(begin, words[id], holiday)
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

/** A text with `values` in place of its `{{ }}`, in their order; what asks for a value is gone. */
function filled(text: string, ...values: readonly string[]): string {
  const rest = [...values]
  return text.replaceAll(/\{%.*?%\}/gu, '').replaceAll(/\{\{.*?\}\}/gu, () => rest.shift() ?? '')
}

/** One of the words that a customer may write. */
const oneOf = ([word = '']: readonly string[]): string => word

const beginsWith = (text: string): unknown =>
  expect.stringMatching(
    new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}`, 'u'),
  )

const menuOf = ({ menu, sections, topics }: StarterWords['faqMenu']) =>
  `${filled(menu.text, 'Ana')} _${menu.footer}_ ` +
  `{${menu.buttonText}: ${sections.visit} [${topics.hours.title}] [${topics.address.title}]` +
  ` | ${sections.order} [${topics.prices.title}] [${topics.delivery.title}]` +
  ` | ${sections.other} [${topics.person.title}]}`

walk('faqMenu', {
  'answers one question after the other': (begin, words) => {
    const menu = menuOf(words)
    const more = `${words.more} [${words.again.title}] [${words.done.title}]`
    const { topics, place } = words
    const bot = begin().receives(oneOf(words.triggers)).expectToHaveSent(menu)
    bot.taps(topics.hours.title).expectToHaveSent(words.hours, more)
    bot.receives(oneOf(words.again.synonyms)).expectToHaveSent(menu)
    bot.receives(oneOf(topics.address.synonyms))
    bot.expectToHaveSent(expect.stringContaining(` ${place.name} ${place.address}`), more)
    bot.taps(words.again.title).expectToHaveSent(menu)
    bot.receives('3')
    bot.expectToHaveSent(
      `${words.prices.text} [${words.prices.buttonText} → https://example.com/prices]`,
      more,
    )
    bot.taps(words.again.title).expectToHaveSent(menu)
    bot.receives(oneOf(topics.delivery.synonyms)).expectToHaveSent(words.delivery, more)
    bot.taps(words.done.title).expectToHaveSent(words.bye).expectToHaveEnded()
  },
  'asks again, comes back to the menu from anywhere, and gives over to a person': (
    begin,
    words,
  ) => {
    const bot = begin({ contact: { name: '' } }).receives('Xyz.')
    expect(JSON.stringify(bot.takeSent()[0])).not.toMatch(/Ana|\{[{%]/u)
    bot.receives('???').expectToHaveSent(beginsWith(words.menu.retryText))
    bot.receives(oneOf(words.triggers).toUpperCase()).expectToWaitAt('menu')
    bot.receives(oneOf(words.topics.person.synonyms)).expectToWaitAt('person').takeSent()
    bot.isHandedBack().expectToHaveSent(beginsWith(words.more))
    bot.receives(oneOf(words.done.synonyms)).expectToHaveSent(words.bye)
  },
  'ends by itself': (begin, words) => {
    const bot = begin().receives(oneOf(words.triggers)).receives('1')
    bot.passes('59 minutes').expectToWaitAt('more').passes('1 minute').expectToHaveEnded()
  },
})

walk('leadCapture', {
  'gives a promising lead to sales': (begin, words) => {
    const { interests, variables } = words
    const bot = begin().receives('...').expectToHaveSent(words.welcome, words.askName)
    bot.receives('Bo Li').expectToHaveSent(filled(words.askEmail.text, 'Bo Li'))
    bot.receives('= bo@example.com')
    bot.expectToHaveSent(
      `${words.askInterest} [${interests.website}] [${interests.shop}] [${interests.something}]`,
    )
    bot.taps(interests.shop).receives('?').receives('10000')
    bot.expectToHaveSent(
      words.askBudget.text,
      words.askBudget.retryText,
      filled(words.sales.message, 'Bo Li'),
    )
    bot.expectVariables({
      [variables.email]: 'bo@example.com',
      [variables.interest]: interests.shop,
    })
    expect(bot.effects.at(-1)).toMatchObject({
      note: filled(words.sales.note, 'Bo Li', 'bo@example.com', interests.shop, '10000'),
    })
    bot.isHandedBack().expectToHaveEnded()
  },
  'thanks for a small budget': (begin, words) => {
    const bot = begin().receives('...').receives('Bo').receives('bo@example.com')
    bot.receives('1').receives('800')
    const thanks = JSON.stringify(bot.takeSent().at(-1))
    for (const part of ['Bo', words.interests.website, 'bo@example.com'])
      expect(thanks).toContain(part)
  },
  'goes on without an e-mail address': (begin, words) => {
    const bot = begin()
      .receives(`${oneOf(words.triggers)} ...`)
      .receives('Bo')
    bot.receives('?').receives('?').receives('?')
    bot.expectToWaitAt('withoutEmail').isHandedBack().expectToHaveEnded()
  },
  'reminds once and ends': (begin, words) => {
    const bot = begin().receives('...').passes('1 hour')
    expect(bot.takeSent().at(-1)).toMatchObject({ text: words.nameReminder })
    bot.passes('23 hours').expectToHaveSent().expectToHaveEnded()
  },
})

walk('appointment', {
  'finds out what and when, and reads it back': (begin, words, holiday) => {
    const { service, sections, services, times } = words
    const bot = begin().receives(oneOf(words.greetings))
    bot.expectToHaveSent(
      `${service.text} {${service.buttonText}: ${sections.hair} [${services.cut.title}] [${services.colour.title}]` +
        ` | ${sections.care} [${services.treatment.title}]}`,
    )
    bot.taps(services.cut.title).receives('???').receives('1.1.2026')
    const which = filled(words.day.text, services.cut.title)
    bot.expectToHaveSent(which, words.day.retryText, words.pastDay, which)
    bot.receives('24.12.2026').taps(times.morning.title).receives('Ana Lima')
    bot.expectToHaveSent(
      `${words.askTime} [${times.morning.title}] [${times.afternoon.title}] [${times.evening.title}]`,
      words.askName,
      expect.stringContaining(`*${services.cut.title}*\n${holiday}`),
    )
    bot.receives(oneOf(words.change.synonyms)).expectToWaitAt('service')
    bot.taps(services.treatment.title).receives('24.12.2026')
    bot.receives(oneOf(times.evening.synonyms)).receives('Ana').taps(words.right.title)
    bot.expectToWaitAt('team').isHandedBack()
    expect(bot.takeSent().at(-1)).toMatchObject({ text: words.seeYou })
  },
  cancels: (begin, words) => {
    const bot = begin()
      .receives(`... ${oneOf(words.triggers)} ...`)
      .receives('2')
    bot.receives('24.12.2026').receives(oneOf(words.times.afternoon.synonyms)).receives('Ana')
    bot.taps(words.cancel)
    expect(bot.takeSent().at(-1)).toMatchObject({ text: words.cancelled })
  },
  'reminds and ends': (begin, words) => {
    const bot = begin().receives(oneOf(words.triggers)).receives('1').receives('24.12.2026')
    bot.receives('1').receives('Ana').passes('30 minutes')
    expect(bot.takeSent().at(-1)).toMatchObject({ text: words.confirm.reminder })
    bot.passes('90 minutes').expectToHaveEnded()
  },
})

walk('orderStatus', {
  'tells of orders in every state': (begin, words, holiday) => {
    const further = `${words.more} [${words.another.title}] [${words.person.title}] [${words.noThanks.title}]`
    const bot = begin()
      .receives(`... ${oneOf(words.triggers)}?`)
      .receives('A 1/2')
    expect(bot.request?.url).toBe('https://example.com/api/orders/A+1%2F2')
    bot.takeSent()
    bot.isAnswered(200, {
      status: 'shipped',
      tracking_url: 'https://example.com/t',
      expected: '2026-12-24',
    })
    bot.expectToHaveSent(
      `${filled(words.shipped.text, 'A 1/2', holiday)} [${words.shipped.buttonText} → https://example.com/t]`,
      further,
    )
    bot.taps(words.another.title).receives('A-2').takeSent()
    bot.isAnswered(200, { status: 'delivered' })
    bot.expectToHaveSent(filled(words.delivered, 'A-2'), further)
    bot.receives(oneOf(words.another.synonyms)).receives('A-3').takeSent()
    bot.isAnswered(200, { status: 'baking' })
    bot.expectToHaveSent(filled(words.working, 'A-3', 'baking'), further)
    bot.receives(oneOf(words.noThanks.synonyms)).expectToHaveSent(words.welcome)
    bot.expectToHaveEnded()
  },
  'tries again, and asks a person, when there is no such order': (begin, words) => {
    const bot = begin().receives(oneOf(words.triggers)).receives('A-1').isAnswered(404)
    expect(bot.takeSent().at(-1)).toMatchObject({ text: filled(words.notFound, 'A-1') })
    bot.receives(oneOf(words.again.synonyms)).receives('A-2').isAnswered(404)
    bot.taps(words.person.title).expectToWaitAt('support').isHandedBack().expectToHaveEnded()
  },
  'asks a person when the shop does not answer': (begin, words) => {
    const ask = () => begin().receives(oneOf(words.triggers)).receives('A-1')
    ask().isAnswered(500).expectToWaitAt('support').isHandedBack()
    ask().isNotAnswered().expectToWaitAt('support').isHandedBack()
  },
  'asks a person when the contact wants one, or knows no number': (begin, words) => {
    const ask = () => begin().receives(oneOf(words.triggers))
    const bot = ask().receives('A-1').isAnswered(200, { status: 'baking' })
    bot.taps(words.person.title).expectToWaitAt('support').isHandedBack()
    ask()
      .receives('?')
      .receives('?')
      .receives('?')
      .expectToWaitAt('support')
      .isHandedBack()
      .expectToHaveEnded()
  },
  'ends by itself': (begin, words) => {
    const bot = begin().receives(oneOf(words.triggers)).receives('A-1')
    bot.isAnswered(200, { status: 'baking' }).passes('1 hour').expectToHaveEnded()
  },
})

const AT_NIGHT = { at: Date.UTC(2026, 0, 5, 22) }

walk('supportHandover', {
  'gives over in office hours and asks how it went': (begin, words) => {
    const { topics, ratings, describe: describing } = words
    const bot = begin().receives('...')
    bot.expectToHaveSent(
      `${words.topic} [${topics.technical.title}] [${topics.billing.title}] [${topics.question.title}]`,
    )
    bot.taps(topics.technical.title).receives('it?').receives('... cannot print')
    bot.expectToHaveSent(describing.text, describing.retryText, words.now.message)
    expect(bot.effects.at(-1)).toMatchObject({
      note: filled(words.now.note, topics.technical.title, '... cannot print'),
    })
    bot.isHandedBack()
    bot.expectToHaveSent(
      `${words.rate} [${ratings.great.title}] [${ratings.okay.title}] [${ratings.bad.title}]`,
    )
    bot.receives(oneOf(ratings.great.synonyms)).expectToHaveSent(words.thanks)
  },
  'says at night when it will be read, and gives unhappy people to the lead': (begin, words) => {
    const { topics, variables } = words
    const bot = begin(AT_NIGHT).receives(oneOf(words.triggers)).taps(topics.billing.title)
    bot.receives('... 1 000 000').expectToWaitAt('handoverLater').isHandedBack()
    bot.receives(oneOf(words.ratings.bad.synonyms)).receives('... ...')
    bot.expectVariables({
      [variables.topic]: topics.billing.title,
      [variables.rating]: 'bad',
      [variables.complaint]: '... ...',
    })
    bot.expectToWaitAt('manager').isHandedBack().expectToHaveEnded()
  },
  'takes other topics, and begins again when asked': (begin, words) => {
    const bot = begin().receives('...').receives('Miau')
    bot.expectVariables({ [words.variables.topic]: 'Miau' })
    bot.receives(oneOf(words.triggers)).expectToWaitAt('topic').taps(words.topics.question.title)
    bot.receives('1 2 3 4 5').isHandedBack().receives('hm').expectToHaveEnded()
  },
  'does not wait for ever to be rated': (begin) => {
    const bot = begin().receives('...').receives('3').receives('1 2 3 4 5').isHandedBack()
    bot.passes('1 day').expectToHaveEnded()
  },
})

walk('feedback', {
  'asks fans for a review': (begin, words) => {
    const bot = begin().receives(oneOf(words.triggers)).expectToHaveSent(words.score.text)
    bot
      .receives('10')
      .expectToHaveSent(
        `${words.askReview.text} [${words.askReview.buttonText} → https://example.com/review]`,
        words.thanks,
      )
  },
  'asks others what would make it better': (begin, words) => {
    const bot = begin().receives(oneOf(words.triggers)).receives('11').receives('8')
    bot.receives('Cake').expectToHaveEnded()
    bot.expectVariables({ [words.variables.score]: 8, [words.variables.suggestion]: 'Cake' })
  },
  'gives the unhappy to the manager': (begin, words) => {
    const bot = begin()
      .receives(`... ${oneOf(words.triggers)}`)
      .receives('3')
      .receives('Brr')
    bot.expectToWaitAt('repair')
    const { to, note } = words.repair
    expect(bot.effects.at(-1)).toMatchObject({ to, note: filled(note, '3', 'Brr') })
    bot.isHandedBack().expectToHaveEnded()
  },
  'gives up politely': (begin, words) => {
    const ask = () => begin().receives(oneOf(words.triggers))
    ask().receives('a').receives('b').receives('c').expectToHaveEnded()
    const bot = ask().passes('1 day')
    expect(bot.takeSent().at(-1)).toMatchObject({ text: words.score.reminder })
    bot.passes('1 day').expectToHaveEnded()
  },
})
