import { describe, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//   start ──> shop ──> after
describe('location', () => {
  it.each([
    [{ name: 'Shop of {{ contact.name }}', address: 'Main St' }, 'Shop of Ana Main St'],
    [{}, ''],
  ])('sends the point with %j and goes on', (data, words) => {
    const flow = drawFlow(
      {
        shop: ['location', { latitude: 52.5, longitude: -13.25, ...data }],
        after: ['text', { text: 'After' }],
      },
      ['start > shop', 'shop > after'],
    )
    new TestBot(flow)
      .receives('hi')
      .expectToHaveSent(`(location 52.5, -13.25) ${words}`.trim(), 'After')
  })
})
