import { describe, expect, it } from 'vitest'
import { type ConditionScope, holds, ruleHolds, valueAt } from './conditions.ts'
import { conditionRule } from './nodes/condition.ts'

const contact = {
  id: 'c',
  name: 'José',
  phone: '5511987654321',
  tags: ['VIP', 'new customer'],
  attributes: { city: 'Rio', 'favourite.colour': 'red', deep: { level: 2 } },
  optedOut: false,
  language: 'pt-BR',
}
const scope: ConditionScope = {
  at: Date.UTC(2026, 0, 5, 2),
  timeZone: 'America/Sao_Paulo',
  language: 'en',
  random: () => 0,
  contact,
  conversation: { isGroup: false },
  number: { name: 'Shop' },
  channel: 'sandbox',
  system: { contact, conversation: {}, number: {}, channel: 'sandbox' },
  variables: {
    age: 21,
    price: '5.0',
    words: 'Olá Mundo',
    day: '2026-01-04',
    yes: true,
    zero: 0,
    empty: '',
    nil: null,
    list: ['a', 2, 'Ç'],
    order: { lines: [{ price: 5 }] },
    zip: '01234',
  },
}
const rule = (subject: object, operator: string, values: readonly string[]) =>
  ruleHolds(conditionRule.parse({ type: 'rule', subject, operator, values }), scope)

describe('a rule over a variable', () => {
  it.each([
    ['age', 'equals', ['21'], true],
    ['age', 'equals', ['{{ 20 | plus: 1 }}'], true],
    ['age', 'notEquals', ['21'], false],
    ['price', 'equals', ['5'], true],
    ['zip', 'equals', ['1234'], false],
    ['words', 'equals', ['OLA  MUNDO'], true],
    ['words', 'contains', ['mundo'], true],
    ['words', 'contains', [''], false],
    ['words', 'notContains', ['mundo'], false],
    ['words', 'startsWith', ['ola'], true],
    ['words', 'endsWith', ['ola'], false],
    ['words', 'matches', ['^ol.\\s'], true],
    ['words', 'matches', ['('], false],
    ['words', 'notMatches', ['x'], true],
    ['age', 'greater', ['20.5'], true],
    ['age', 'greater', ['21'], false],
    ['age', 'greaterOrEqual', ['21'], true],
    ['age', 'less', ['100'], true],
    ['age', 'lessOrEqual', ['20'], false],
    ['age', 'between', ['18', '21'], true],
    ['age', 'greater', ['old'], false],
    ['empty', 'less', ['5'], false],
    ['day', 'less', ['2026-01-05'], true],
    ['day', 'between', ['2026-01-01', '2026-01-03'], false],
    ['words', 'in', ['x', 'olá mundo'], true],
    ['words', 'notIn', ['x'], true],
    ['list', 'contains', ['ç'], true],
    ['list', 'contains', ['2'], true],
    ['list', 'hasTag', ['b'], false],
    ['order', 'contains', ['lines'], true],
    ['order.lines[0].price', 'equals', ['5'], true],
    ['order.lines[9].price', 'isSet', [], false],
    ['nil', 'isSet', [], false],
    ['zero', 'isSet', [], true],
    ['empty', 'isEmpty', [], true],
    ['list', 'isEmpty', [], false],
    ['nothing', 'isNotSet', [], true],
    ['nothing', 'notEquals', ['x'], true],
    ['nothing', 'equals', [''], true],
    ['yes', 'isTrue', [], true],
    ['yes', 'equals', ['true'], true],
    ['zero', 'isFalse', [], true],
    ['empty', 'isFalse', [], true],
    ['words', 'isTrue', [], true],
  ])('%s %s %j: %s', (name, operator, values, expected) => {
    expect(rule({ type: 'variable', name }, operator, values)).toBe(expected)
  })
})

describe('a rule over other things', () => {
  it.each([
    [{ type: 'contact', field: 'name' }, 'equals', ['jose'], true],
    [{ type: 'contact', field: 'optedOut' }, 'isTrue', [], false],
    [{ type: 'attribute', name: 'deep.level' }, 'equals', ['2'], true],
    [{ type: 'attribute', name: 'favourite.colour' }, 'equals', ['red'], true],
    [{ type: 'tags' }, 'hasTag', ['vip'], true],
    [{ type: 'tags' }, 'hasNotTag', ['new'], true],
    [{ type: 'conversation', field: 'channel' }, 'equals', ['sandbox'], true],
    [{ type: 'conversation', field: 'isGroup' }, 'isFalse', [], true],
    // Two in the night in London is the evening of Sunday before in São Paulo.
    [{ type: 'time', field: 'weekday' }, 'in', ['sat', 'sun'], true],
    [{ type: 'time', field: 'date' }, 'equals', ['2026-01-04'], true],
    [{ type: 'time', field: 'hour' }, 'equals', ['23'], true],
    [{ type: 'time', field: 'time' }, 'between', ['22:00', '23:59'], true],
    [{ type: 'time', field: 'month' }, 'equals', ['1'], true],
    [{ type: 'time', field: 'dayOfMonth' }, 'less', ['5'], true],
    [{ type: 'text', template: '{{ age }} {{ words }}' }, 'equals', ['21 olá mundo'], true],
    [{ type: 'text', template: '{{ broken' }, 'isSet', [], false],
  ])('%j %s %j: %s', (subject, operator, values, expected) => {
    expect(rule(subject, operator, values)).toBe(expected)
  })
})

describe('groups', () => {
  const group = (match: 'all' | 'any', ...names: readonly string[]) => ({
    type: 'group' as const,
    match,
    rules: names.map((name) =>
      conditionRule.parse({
        type: 'rule',
        subject: { type: 'variable', name },
        operator: 'isTrue',
      }),
    ),
  })
  it.each([
    ['all', ['yes', 'age'], true],
    ['all', ['yes', 'zero'], false],
    ['all', [], true],
    ['any', ['zero', 'yes'], true],
    ['any', ['zero'], false],
    ['any', [], false],
  ] as const)('%s of %j: %s', (match, names, expected) => {
    expect(holds(group(match, ...names), scope)).toBe(expected)
  })
})

describe('valueAt', () => {
  it('finds what is there, and nothing that is inherited', () => {
    expect(valueAt({ a: [{ b: 1 }] }, 'a[0].b')).toBe(1)
    expect(valueAt({ 'a.b': 2 }, 'a.b')).toBe(2)
    expect(valueAt({}, 'constructor.name')).toBeUndefined()
    expect(valueAt([1], 'length')).toBeUndefined()
    expect(valueAt('text', 'length')).toBeUndefined()
    expect(valueAt(undefined, 'a')).toBeUndefined()
  })
})
