import { describe, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//                ┌ next ────> thanks
//   start ─> ask ┼ invalid ─> giveUp
//                └ noReply ─> silence
const flowWith = (data: object, settings: object = {}) =>
  drawFlow(
    {
      ask: ['question', { text: 'Well?', saveAs: 'it', ...data }],
      thanks: ['text', { text: 'Thanks' }],
      giveUp: ['text', { text: 'Never mind' }],
      silence: ['text', { text: 'Bye' }],
    },
    ['start > ask', 'ask > thanks', 'ask.invalid > giveUp', 'ask.noReply > silence'],
    settings,
  )
const answer = (data: object, said: string, settings: object = {}) =>
  new TestBot(flowWith({ answer: data }, settings)).receives('hi').receives(said)

describe('question', () => {
  it.each([
    [{ type: 'text' }, ' Ana Lima ', 'Ana Lima'],
    [{ type: 'text' }, '👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
    [{ type: 'text' }, 'a\u0000b', 'ab'],
    [{ type: 'text' }, 'x'.repeat(10_000), 'x'.repeat(10_000)],
    [{ type: 'number' }, '1,234.5', 1_234.5],
    [{ type: 'number' }, '١٢', 12],
    [{ type: 'number', min: 1, max: 5 }, '5', 5],
    [{ type: 'email' }, 'it is Ana@Example.COM', 'Ana@example.com'],
    [{ type: 'phone', defaultCountry: 'BR' }, '(11) 98765-4321', '+5511987654321'],
    [{ type: 'phone' }, '11 98765-4321', '+5511987654321'],
    [{ type: 'date' }, '24.12.2026', '2026-12-24'],
    [{ type: 'date', order: 'monthFirst' }, '03/04/2026', '2026-03-04'],
    [{ type: 'date' }, 'January 5', '2026-01-05'],
    [{ type: 'date' }, 'January 4', '2027-01-04'],
  ])('keeps the answer to %j: %.40s', (kind, said, value) => {
    answer(kind, said).expectToHaveSent('Well?', 'Thanks').expectVariables({ it: value })
  })

  it.each([
    [{ type: 'text', minLength: 3 }, 'ab', 'Please answer with a text message.'],
    [{ type: 'text', maxLength: 3 }, 'abcd', 'Please answer with a text message.'],
    [{ type: 'text' }, '\u0000', 'Please answer with a text message.'],
    [{ type: 'number' }, 'many', 'Please answer with a number.'],
    [{ type: 'number', max: 5 }, '6', 'Please answer with a number.'],
    [{ type: 'number', integer: true }, '2.5', 'Please answer with a number.'],
    [{ type: 'email' }, 'ana at example', /e-mail address/],
    [{ type: 'phone' }, '123', /phone number/],
    [{ type: 'date' }, '31.02.2026', /date/],
    [{ type: 'date', min: '2026-06-01' }, '01.05.2026', /date/],
  ])('asks again: %j does not take “%s”', (kind, said, again) => {
    const bot = answer(kind, said).expectToWaitAt('ask')
    const [, retry] = bot.takeSent()
    if (retry?.type !== 'text') throw new Error('nothing was asked again')
    if (!new RegExp(again).test(retry.text)) throw new Error(retry.text)
    bot.receives('hi').expectVariables({})
  })

  it('asks again in the language of the flow', () => {
    answer({ type: 'number' }, 'viele', { language: 'de-AT' }).expectToHaveSent(
      'Well?',
      'Bitte antworten Sie mit einer Zahl.',
    )
  })

  it.each([
    [{ type: 'image' as const, url: 'https://example.com/a.png', caption: 'my name' }],
    [{ type: 'location' as const, latitude: 1, longitude: 2 }],
    [{ type: 'sticker' as const, mediaId: 'm' }],
    [{ type: 'unsupported' as const, description: 'an order' }],
  ])('does not take %j for words', (content) => {
    new TestBot(flowWith({}))
      .receives('hi')
      .receives(content)
      .expectToHaveSent('Well?', 'Please answer with a text message.')
  })

  it('takes a contact card for a phone number', () => {
    new TestBot(flowWith({ answer: { type: 'phone' } }))
      .receives('hi')
      .receives({
        type: 'contacts',
        contacts: [{ name: 'Bo', phones: [{ phone: '+44 20 7946 0000' }] }],
      })
      .expectVariables({ it: '+442079460000' })
  })

  it('gives up by `invalid` after as many tries as it may make', () => {
    new TestBot(flowWith({ answer: { type: 'number' }, maxTries: 2, retryText: 'A number!' }))
      .receives('hi')
      .receives('a')
      .receives('b')
      .expectToHaveSent('Well?', 'A number!', 'Never mind')
  })

  it('leaves by `noReply` when nothing comes', () => {
    new TestBot(flowWith({ noReply: { afterSeconds: 60 } }))
      .receives('hi')
      .passes('1 minute')
      .expectToHaveSent('Well?', 'Bye')
  })

  const options = [
    { id: 's', title: 'Small', value: 'S' },
    { id: 'l', title: 'Large', synonyms: ['big'] },
  ]
  it.each([
    ['buttons', 'Well? [Small] [Large]'],
    ['list', 'Well? {Options: [Small] [Large]}'],
    ['numbers', 'Well?\n\n1. Small\n2. Large'],
  ])('shows a choice as %s and keeps the value, or the title', (shownAs, asked) => {
    const kind = { type: 'choice', options, shownAs }
    answer(kind, '1').expectToHaveSent(asked, 'Thanks').expectVariables({ it: 'S' })
    answer(kind, 'BIG').expectToHaveSent(asked, 'Thanks').expectVariables({ it: 'Large' })
    answer(kind, 'medium').expectToWaitAt('ask')
  })

  it('takes a number that is a title before the position of that number', () => {
    const people = ['2', '1', '4'].map((title, index) => ({ id: `o${index}`, title }))
    answer({ type: 'choice', options: people }, '2').expectVariables({ it: '2' })
    answer({ type: 'choice', options: people }, '3').expectVariables({ it: '4' })
  })
})
