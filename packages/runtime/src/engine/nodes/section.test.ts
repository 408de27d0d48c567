import { describe, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//   start ──> hello        greetings (holds hello)
describe('section', () => {
  it('changes nothing about the nodes that it hides', () => {
    const flow = drawFlow(
      { greetings: ['section', { collapsed: ['hello'] }], hello: ['text', { text: 'Hello' }] },
      ['start > hello'],
    )
    new TestBot(flow).receives('hi').expectToHaveSent('Hello').expectToHaveEnded()
  })

  it('ends a session that was led to it all the same', () => {
    const flow = drawFlow({ greetings: ['section', {}] }, ['start > greetings'])
    new TestBot(flow).receives('hi').expectToHaveSent().expectToHaveEnded()
  })
})
