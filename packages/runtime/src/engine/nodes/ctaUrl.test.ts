import { describe, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//   start ──> page ──> after
const flowWith = (url: string) =>
  drawFlow(
    {
      page: ['ctaUrl', { text: 'See', buttonText: 'Open {{ number.name }}', url }],
      after: ['text', { text: 'After' }],
    },
    ['start > page', 'page > after'],
  )

describe('ctaUrl', () => {
  it('sends the button and goes on without waiting', () => {
    new TestBot(flowWith('https://example.com/{{ contact.id }}'))
      .receives('hi')
      .expectToHaveSent('See [Open Shop → https://example.com/contact_1]', 'After')
  })

  it.each([['{{ nothing }}'], ['{{ "javascript:alert(1)" }}']])(
    'goes on without it when the address comes out as no web address: %s',
    (url) => {
      new TestBot(flowWith(url))
        .receives('hi')
        .expectToHaveSent('After')
        .expectNote(/web address is not usable/)
    },
  )
})
