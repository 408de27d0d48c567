import { describe, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//   start ──> hello        remark
describe('note', () => {
  it('does nothing', () => {
    const flow = drawFlow(
      { remark: ['note', { text: '{{ broken' }], hello: ['text', { text: 'Hello' }] },
      ['start > hello'],
    )
    new TestBot(flow).receives('hi').expectToHaveSent('Hello').expectToHaveEnded()
  })

  it('ends a session that was led to it all the same', () => {
    const flow = drawFlow({ remark: ['note', {}] }, ['start > remark'])
    new TestBot(flow).receives('hi').expectToHaveSent().expectToHaveEnded()
  })
})
