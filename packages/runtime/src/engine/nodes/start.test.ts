import { describe, expect, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//   start ──> hello
const flowWith = (...triggers: readonly object[]) =>
  drawFlow({ start: ['start', { triggers }], hello: ['text', { text: 'Hello' }] }, [
    'start > hello',
  ])

const keyword = (match: string, ...words: readonly string[]) => ({
  type: 'keyword',
  id: 'k',
  match,
  words,
})

describe('start', () => {
  it.each([
    ['exact', 'hi', 'hi', true],
    ['exact', 'hi', '  HI  ', true],
    ['exact', 'hi', 'hi there', false],
    ['exact', 'ação', 'ACAO', true],
    ['exact', 'istanbul', 'İSTANBUL', true],
    ['exact', 'ISPARTA', 'ısparta', true],
    ['exact', 'menu', 'ｍｅｎｕ', true],
    ['exact', 'مرحبا', 'مَرْحَبًا', true],
    ['startsWith', 'order', 'Order 1234', true],
    ['startsWith', 'order', 'my order', false],
    ['startsWith', 'order', 'ordered', true],
    ['contains', 'help', 'please HELP me', true],
    // Arabic puts the article in front of the word, German puts words together: parts of words count.
    ['contains', 'سعر', 'ما هو السعر؟', true],
    ['contains', 'help', 'hello', false],
    ['regex', '^#?\\d{4}$', '#1234', true],
    ['regex', '^#?\\d{4}$', '12345', false],
  ])('by %s “%s”, “%s” starts it: %s', (match, word, said, isStarted) => {
    const bot = new TestBot(flowWith(keyword(match, word))).receives(said)
    bot.expectToHaveSent(...(isStarted ? ['Hello'] : []))
  })

  it('starts by the first message only', () => {
    const bot = new TestBot(flowWith({ type: 'firstMessage', id: 'first' }))
    bot.receives('good day').expectToHaveSent('Hello')
    bot.receives('good day').expectToHaveSent()
  })

  it('does not start in a group unless a trigger says so', () => {
    const any = { type: 'anyMessage', id: 'any' }
    new TestBot(flowWith(any), { isGroup: true }).receives('hi').expectToHaveSent()
    new TestBot(flowWith({ ...any, groups: true }), { isGroup: true })
      .receives('hi')
      .expectToHaveSent('Hello')
  })

  it('starts in active hours only, over midnight, too', () => {
    const trigger = {
      type: 'anyMessage',
      id: 'night',
      activeHours: { from: '22:00', to: '06:00', days: ['mon'] },
    }
    const at = (day: number, hour: number) => Date.UTC(2026, 0, day, hour)
    const answersAt = (when: number) =>
      new TestBot(flowWith(trigger), { at: when }).receives('hi').takeSent().length === 1
    expect(answersAt(at(5, 21))).toBe(false)
    expect(answersAt(at(5, 23))).toBe(true)
    // Tuesday at 3 belongs to Monday's night, Monday at 3 to Sunday's.
    expect(answersAt(at(6, 3))).toBe(true)
    expect(answersAt(at(5, 3))).toBe(false)
  })

  it('begins again in the middle of a conversation when a trigger interrupts', () => {
    //   start ──> ask (waits)
    const flow = drawFlow(
      {
        start: ['start', { triggers: [{ ...keyword('exact', 'menu'), interrupts: true }] }],
        ask: ['question', { text: 'Name?', saveAs: 'name' }],
      },
      ['start > ask'],
    )
    const bot = new TestBot(flow).receives('menu').expectToHaveSent('Name?')
    bot.receives('menu').expectToHaveSent('Name?').expectToWaitAt('ask')
    bot.receives('Ana').expectVariables({ name: 'Ana' })
  })

  it('gives the session the values that come with an API call, over the declared ones', () => {
    const flow = {
      ...drawFlow({ hello: ['text', { text: '{{ product }} {{ size }}' }] }, ['start > hello']),
      variables: [
        { name: 'product', type: 'text' as const, default: 'Bread', description: '' },
        { name: 'size', type: 'text' as const, default: 'M', description: '' },
      ],
    }
    new TestBot(flow).starts({ variables: { product: 'Cake' } }).expectToHaveSent('Cake M')
  })
})
