import { describe, expect, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//             ┌ yes ────> good
//   start > ask ── no ──> bad
//             ├ other ──> words      (when `otherHandle` is on)
//             ├ invalid > giveUp     (when `maxTries` is set)
//             └ noReply > silence    (when `noReply` is set)
const flowWith = (data: object = {}, settings: object = {}) =>
  drawFlow(
    {
      ask: [
        'buttons',
        {
          text: 'Happy, {{ contact.name }}?',
          buttons: [
            { id: 'yes', title: 'Yes', synonyms: ['sure', 'of course'] },
            { id: 'no', title: 'Não' },
          ],
          saveAs: 'mood',
          ...data,
        },
      ],
      good: ['end', { message: 'Good' }],
      bad: ['end', { message: 'Bad' }],
      words: ['end', { message: 'You said {{ mood }}' }],
      giveUp: ['end', { message: 'Never mind' }],
      silence: ['end', { message: 'Bye' }],
    },
    [
      'start > ask',
      'ask.yes > good',
      'ask.no > bad',
      'ask.other > words',
      'ask.invalid > giveUp',
      'ask.noReply > silence',
    ],
    settings,
  )
const asked = 'Happy, Ana? [Yes] [Não]'
const retry = 'Please choose one of the options. [Yes] [Não]'

describe('buttons', () => {
  it('leaves by the button that was tapped and keeps its title', () => {
    new TestBot(flowWith())
      .receives('hi')
      .expectToHaveSent(asked)
      .taps('Não')
      .expectToHaveSent('Bad')
      .expectVariables({ mood: 'Não' })
      .expectToHaveEnded()
  })

  it.each([
    ['yes', 'Good'],
    ['YES!', 'Good'],
    ['1', 'Good'],
    ['1.', 'Good'],
    ['2️⃣', 'Bad'],
    ['٢', 'Bad'],
    ['nao', 'Bad'],
    ['of course', 'Good'],
  ])('understands the typed answer “%s”', (said, answer) => {
    new TestBot(flowWith()).receives('hi').receives(said).expectToHaveSent(asked, answer)
  })

  it.each([['3'], ['perhaps'], ['\u0000'], ['🤷'], ['yes '.repeat(2_500)]])(
    'asks again after “%.20s”',
    (said) => {
      new TestBot(flowWith())
        .receives('hi')
        .receives(said)
        .expectToHaveSent(asked, retry)
        .expectToWaitAt('ask')
        .taps('Yes')
        .expectToHaveSent('Good')
    },
  )

  it('asks again after a picture, in the words of its author', () => {
    new TestBot(flowWith({ retryText: 'Yes or no, {{ contact.name }}?' }))
      .receives('hi')
      .receives({ type: 'image', url: 'https://example.com/a.png' })
      .expectToHaveSent(asked, 'Yes or no, Ana? [Yes] [Não]')
  })

  it('takes buttons of the first message after asking again: it is the same question', () => {
    new TestBot(flowWith())
      .receives('hi')
      .receives('perhaps')
      .taps('Yes', { messagesBefore: 1 })
      .expectToHaveSent(asked, retry, 'Good')
  })

  it('leaves by `other` with the own words of the contact', () => {
    new TestBot(flowWith({ otherHandle: true }))
      .receives('hi')
      .receives('so so')
      .expectToHaveSent(asked, 'You said so so')
  })

  it('gives up by `invalid` after as many tries as it may make', () => {
    new TestBot(flowWith({ maxTries: 2 }))
      .receives('hi')
      .receives('perhaps')
      .receives('perhaps')
      .expectToHaveSent(asked, retry, 'Never mind')
  })

  it('reminds, and leaves by `noReply` when nothing comes', () => {
    const noReply = {
      afterSeconds: 3_600,
      reminders: [
        { afterSeconds: 1_800, text: 'Still there?' },
        { afterSeconds: 600, text: 'Hello, {{ contact.name }}?' },
      ],
    }
    const bot = new TestBot(flowWith({ noReply })).receives('hi').expectToHaveSent(asked)
    bot.passes('9 minutes').expectToHaveSent()
    bot.passes('1 minute').expectToHaveSent('Hello, Ana?')
    bot.passes('20 minutes').expectToHaveSent('Still there?')
    bot.passes('29 minutes').expectToHaveSent().expectToWaitAt('ask')
    bot.passes('1 minute').expectToHaveSent('Bye').expectToHaveEnded()
    expect(bot.timers).toEqual([])
  })

  it('stops its timer with the answer', () => {
    const bot = new TestBot(flowWith({ noReply: { afterSeconds: 60 } })).receives('hi').taps('Yes')
    expect(bot.timers).toEqual([])
    bot.passes('1 day').expectToHaveSent(asked, 'Good')
  })

  it('begins to wait anew after an answer that does not fit', () => {
    const bot = new TestBot(flowWith({ noReply: { afterSeconds: 60 } })).receives('hi')
    bot.passes('50 seconds').receives('perhaps').expectToHaveSent(asked, retry)
    bot.passes('50 seconds').expectToHaveSent()
    bot.passes('10 seconds').expectToHaveSent('Bye')
  })

  it('shows header and footer, filled', () => {
    const header = { type: 'text', text: 'Dear {{ contact.name }}' }
    new TestBot(flowWith({ header, footer: 'Team {{ number.name }}' }))
      .receives('hi')
      .expectToHaveSent('*Dear Ana* Happy, Ana? _Team Shop_ [Yes] [Não]')
  })

  it('shows the id of a button whose title comes out empty', () => {
    const buttons = [{ id: 'empty', title: '{{ nothing }}' }]
    new TestBot(flowWith({ buttons })).receives('hi').expectToHaveSent('Happy, Ana? [empty]')
  })

  it('ignores a reaction', () => {
    new TestBot(flowWith({ maxTries: 1 }))
      .receives('hi')
      .receives({ type: 'reaction', messageId: 'm', emoji: '👍' })
      .expectToHaveSent(asked)
      .expectToWaitAt('ask')
  })
})
