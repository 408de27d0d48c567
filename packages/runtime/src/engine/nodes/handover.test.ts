import { describe, expect, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//   start ──> person ── resolved ──> after
const flowWith = (data: object, lines = ['start > person', 'person.resolved > after']) =>
  drawFlow({ person: ['handover', data], after: ['text', { text: 'After' }] }, lines)

describe('handover', () => {
  it('tells the contact, then hands over, then waits until it is resolved', () => {
    const bot = new TestBot(
      flowWith({ to: 'Sales', message: 'One moment', note: '{{ contact.name }} asks' }),
    )
    bot.receives('hi').expectToHaveSent('One moment').expectToWaitAt('person')
    expect(bot.effects).toMatchObject([
      { type: 'send' },
      { type: 'handOver', to: 'Sales', note: 'Ana asks' },
    ])
    bot.receives('hello?').expectToHaveSent().expectToWaitAt('person')
    bot.isHandedBack().expectToHaveSent('After').expectToHaveEnded()
  })

  it('ends normally when nothing follows', () => {
    new TestBot(flowWith({}, ['start > person']))
      .receives('hi')
      .isHandedBack()
      .expectToHaveSent()
      .expectToHaveEnded()
  })
})
