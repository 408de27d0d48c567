import { describe, expect, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//   start ──> set ──> (end)
const play = (...assignments: readonly object[]) =>
  new TestBot(drawFlow({ set: ['setVariable', { assignments }] }, ['start > set']))
    .starts({ variables: { items: ['a', 'b'], order: { lines: [{ price: 5 }] } } })
    .expectToHaveEnded()

describe('setVariable', () => {
  it.each([
    [{ type: 'text', text: 'Hi {{ contact.name }}' }, 'Hi Ana'],
    [{ type: 'number', number: 2.5 }, 2.5],
    [{ type: 'number', number: '{{ items | size | times: 2 }}' }, 4],
    [{ type: 'boolean', boolean: false }, false],
    [{ type: 'json', json: '{"of": ["{{ contact.name }}", 1]}' }, { of: ['Ana', 1] }],
    [{ type: 'expression', expression: 'items' }, ['a', 'b']],
    [{ type: 'expression', expression: 'order.lines[0].price' }, 5],
    [{ type: 'expression', expression: 'items | join: "+"' }, 'a+b'],
    [{ type: 'expression', expression: 'nothing' }, null],
    [{ type: 'clear' }, null],
  ])('sets %j to %j', (value, expected) => {
    play({ name: 'it', value }).expectVariables({ it: expected })
  })

  it('sets one after the other, so that they can build on each other', () => {
    play(
      { name: 'total', value: { type: 'number', number: 1 } },
      { name: 'total', value: { type: 'expression', expression: 'total | plus: 1' } },
      { name: 'words', value: { type: 'text', text: 'total {{ total }}' } },
    ).expectVariables({ total: 2, words: 'total 2' })
  })

  it.each([
    [{ type: 'number', number: 'many' }, /is not a number/],
    [{ type: 'json', json: '{ broken' }, /is not valid JSON/],
    [{ type: 'expression', expression: 'items | no_such_filter' }, /could not be worked out/],
  ])('leaves it empty and says so: %j', (value, note) => {
    play({ name: 'it', value }).expectVariables({ it: null }).expectNote(note)
  })

  it('keeps no value that would make the session large', () => {
    const doubling = Array.from({ length: 20 }, () => ({
      name: 'it',
      value: { type: 'text', text: '{{ it }}{{ it }}' },
    }))
    const bot = play({ name: 'it', value: { type: 'text', text: 'x'.repeat(1_000) } }, ...doubling)
    expect(JSON.stringify(bot.session).length).toBeLessThan(70_000)
  })
})
