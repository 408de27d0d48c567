import { describe, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//                ┌ cut ─────> done
//   start > ask ─┼ colour ──> done
//                └ other ───> done   (when `otherHandle` is on)
const flowWith = (data: object = {}) =>
  drawFlow(
    {
      ask: [
        'list',
        {
          text: 'Which service?',
          buttonText: 'Open',
          saveAs: 'service',
          sections: [
            { title: 'Hair', rows: [{ id: 'cut', title: 'Cut', description: '{{ price }} 38' }] },
            { rows: [{ id: 'colour', title: 'Colour', synonyms: ['dye'] }] },
          ],
          ...data,
        },
      ],
      done: ['end', { message: '{{ service }} it is' }],
    },
    ['start > ask', 'ask.cut > done', 'ask.colour > done', 'ask.other > done'],
  )
const asked = 'Which service? {Open: Hair [Cut] | [Colour]}'

describe('list', () => {
  it.each([
    ['Cut', 'Cut it is'],
    ['2', 'Colour it is'],
    ['dye', 'Colour it is'],
  ])('understands “%s”', (said, answer) => {
    new TestBot(flowWith()).receives('hi').receives(said).expectToHaveSent(asked, answer)
  })

  it('leaves by the row that was tapped', () => {
    new TestBot(flowWith()).receives('hi').taps('Colour').expectToHaveSent(asked, 'Colour it is')
  })

  it('asks again with the list', () => {
    new TestBot(flowWith())
      .receives('hi')
      .receives('a perm')
      .expectToHaveSent(asked, 'Please choose one of the options. {Open: Hair [Cut] | [Colour]}')
  })

  it('leaves by `other` with the own words of the contact', () => {
    new TestBot(flowWith({ otherHandle: true }))
      .receives('hi')
      .receives('a perm')
      .expectToHaveSent(asked, 'a perm it is')
  })
})
