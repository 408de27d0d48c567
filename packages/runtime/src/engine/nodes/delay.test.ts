import { describe, expect, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//   start ──> wait ──> after
const flowWith = (data: object, settings: object = {}) =>
  drawFlow(
    { wait: ['delay', data], after: ['text', { text: 'After' }] },
    ['start > wait', 'wait > after'],
    settings,
  )

describe('delay', () => {
  it('waits, whatever the contact writes meanwhile, and goes on', () => {
    const bot = new TestBot(flowWith({ type: 'for', amount: 2, unit: 'days' })).receives('hi')
    bot.passes('1 day').receives('hello?').expectToHaveSent().expectToWaitAt('wait')
    bot.passes('1 day').expectToHaveSent('After').expectToHaveEnded()
  })

  it.each([
    // From Monday, 5 January 2026, 9:00 UTC, which is 6:00 in São Paulo.
    [{ time: '08:00' }, '2026-01-05T11:00Z'],
    [{ time: '05:30' }, '2026-01-06T08:30Z'],
    [{ time: '06:00' }, '2026-01-06T09:00Z'],
    [{ time: '08:00', days: ['sun'] }, '2026-01-11T11:00Z'],
    [{ time: '05:00', days: ['mon'] }, '2026-01-12T08:00Z'],
  ])('waits until %j', (until, wakes) => {
    const flow = flowWith({ type: 'until', ...until }, { timeZone: 'America/Sao_Paulo' })
    expect(new TestBot(flow).receives('hi').timers).toEqual([Date.parse(wakes)])
  })

  it('knows the change of clocks', () => {
    // Berlin goes from +1 to +2 on 29 March 2026.
    const bot = new TestBot(flowWith({ type: 'until', time: '09:00' }), {
      timeZone: 'Europe/Berlin',
      at: Date.parse('2026-03-28T12:00Z'),
    })
    expect(bot.receives('hi').timers).toEqual([Date.parse('2026-03-29T07:00Z')])
  })
})
