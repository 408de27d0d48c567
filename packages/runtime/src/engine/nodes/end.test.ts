import { describe, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//   start ──> bye
describe('end', () => {
  it.each([
    [{ message: 'Bye, {{ contact.name }}' }, ['Bye, Ana']],
    [{}, []],
  ])('ends with %j', (data, sent) => {
    new TestBot(drawFlow({ bye: ['end', data] }, ['start > bye']))
      .receives('hi')
      .expectToHaveSent(...sent)
      .expectToHaveEnded()
  })
})
