import { describe, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

describe('goTo', () => {
  it('goes on at another node, without an edge', () => {
    //   start ──> jump ··> far      between (nothing leads here)
    const flow = drawFlow({ jump: ['goTo', { nodeId: 'far' }], far: ['text', { text: 'Far' }] }, [
      'start > jump',
    ])
    new TestBot(flow).receives('hi').expectToHaveSent('Far').expectToHaveEnded()
  })

  it('goes back to a question', () => {
    //   start ──> ask ──> jump
    //              └··<····┘
    const flow = drawFlow(
      {
        ask: ['question', { text: 'Again?', saveAs: 'answer' }],
        jump: ['goTo', { nodeId: 'ask' }],
      },
      ['start > ask', 'ask > jump'],
    )
    new TestBot(flow)
      .receives('hi')
      .receives('yes')
      .receives('yes')
      .expectToHaveSent('Again?', 'Again?', 'Again?')
      .expectToWaitAt('ask')
  })

  it('ends where its node is not there', () => {
    const flow = drawFlow({ jump: ['goTo', { nodeId: 'lost' }] }, ['start > jump'])
    new TestBot(flow)
      .receives('hi')
      .expectToHaveEnded('deadEnd')
      .expectNote(/is not there/)
  })
})
