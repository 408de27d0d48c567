import { describe, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

const rule = (subject: object, operator: string, ...values: readonly string[]) => ({
  type: 'rule',
  subject,
  operator,
  values,
})
const variable = (name: string) => ({ type: 'variable', name })
const all = (...rules: readonly object[]) => ({ type: 'group', match: 'all', rules })
const any = (...rules: readonly object[]) => ({ type: 'group', match: 'any', rules })

//                ┌ first ──> one
//   start > which ┼ second > two
//                └ else ───> none
const flowWith = (first: object, second: object = any()) =>
  drawFlow(
    {
      which: [
        'condition',
        {
          branches: [
            { id: 'first', group: first },
            { id: 'second', group: second },
          ],
        },
      ],
      one: ['text', { text: 'one' }],
      two: ['text', { text: 'two' }],
      none: ['text', { text: 'none' }],
    },
    ['start > which', 'which.first > one', 'which.second > two', 'which.else > none'],
  )

describe('condition', () => {
  it('takes the first branch that holds', () => {
    new TestBot(flowWith(all(), all())).receives('hi').expectToHaveSent('one')
  })

  it('takes the next when the first does not hold, and `else` when none does', () => {
    const isBob = all(rule({ type: 'contact', field: 'name' }, 'equals', 'Bob'))
    new TestBot(flowWith(isBob, all())).receives('hi').expectToHaveSent('two')
    new TestBot(flowWith(isBob, isBob)).receives('hi').expectToHaveSent('none')
  })

  it.each([
    [
      'all of them',
      all(rule(variable('age'), 'greater', '17'), rule({ type: 'tags' }, 'hasTag', 'VIP')),
      'one',
    ],
    [
      'one of them',
      any(rule(variable('age'), 'less', '5'), rule({ type: 'tags' }, 'hasTag', 'vip')),
      'one',
    ],
    [
      'groups in groups',
      all(
        any(rule(variable('age'), 'less', '5'), all(rule(variable('age'), 'between', '20', '30'))),
      ),
      'one',
    ],
    ['a rule with a template', all(rule(variable('age'), 'equals', '{{ 20 | plus: 1 }}')), 'one'],
    [
      'the time in the flow’s zone',
      all(rule({ type: 'time', field: 'time' }, 'equals', '06:00')),
      'one',
    ],
    ['a variable that is not set', all(rule(variable('nothing'), 'equals', 'x')), 'none'],
    [
      'the channel',
      all(rule({ type: 'conversation', field: 'channel' }, 'equals', 'sandbox')),
      'one',
    ],
    [
      'a place in an attribute',
      all(rule({ type: 'attribute', name: 'city' }, 'startsWith', 'sao')),
      'one',
    ],
  ])('looks at %s', (_, group, sent) => {
    new TestBot(flowWith(group), { timeZone: 'America/Sao_Paulo' })
      .starts({ variables: { age: 21 } })
      .expectToHaveSent(sent)
  })
})
