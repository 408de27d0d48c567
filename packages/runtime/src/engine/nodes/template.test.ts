import { describe, expect, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//                 ┌ next ──> after    (without quick replies)
//   start > offer ┤
//                 └ take ──> taken    (with them)
const flowWith = (data: object = {}) =>
  drawFlow(
    {
      offer: [
        'template',
        {
          name: 'offer_1',
          language: 'pt_BR',
          text: 'Hi {{1}}, code {{code}}. {{contact.name}}',
          parameters: { '1': '{{ contact.name }}', code: 'X{{ contact.attributes.orders }}' },
          ...data,
        },
      ],
      after: ['text', { text: 'After' }],
      taken: ['text', { text: 'Taken' }],
    },
    ['start > offer', 'offer > after', 'offer.take > taken'],
  )

describe('template', () => {
  it('fills its places with parameters, not with Liquid, and goes on', () => {
    const bot = new TestBot(flowWith()).receives('hi')
    expect(bot.effects[0]).toMatchObject({ content: { parameters: { '1': 'Ana', code: 'X3' } } })
    bot.expectToHaveSent('Hi Ana, code X3. {{contact.name}} (template offer_1 pt_BR)', 'After')
  })

  it('waits for a quick reply; other buttons are no answers', () => {
    const buttons = [
      { type: 'url', id: 'site', title: 'Site', url: 'https://example.com/{{ contact.id }}' },
      { type: 'quickReply', id: 'take', title: 'Take it' },
      { type: 'phone', id: 'call', title: 'Call', phone: '+55 11 3333 4444' },
    ]
    const bot = new TestBot(flowWith({ text: 'Offer', buttons })).receives('hi')
    bot.expectToHaveSent('Offer (template offer_1 pt_BR) [Site] [Take it] [Call]')
    expect(bot.effects[0]).toMatchObject({
      content: { buttons: [{ url: 'https://example.com/contact_1' }, {}, {}] },
    })
    // Asking again is an ordinary message with the replies alone.
    bot.receives('what?').expectToHaveSent('Please choose one of the options. [Take it]')
    bot.taps('Take it').expectToHaveSent('Taken')
  })
})
