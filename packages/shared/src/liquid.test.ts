import { describe, expect, it } from 'vitest'
import {
  checkExpression,
  checkLiquid,
  evaluateLiquid,
  liquidVariables,
  renderLiquid,
} from './liquid.ts'

const scope = {
  at: Date.UTC(2026, 11, 24, 15, 30),
  timeZone: 'America/Sao_Paulo',
  language: 'de',
  random: () => 0.5,
  system: {
    contact: { name: 'Ana', tags: ['vip'], attributes: { city: 'Rio' } },
    conversation: {},
    number: { name: 'Shop' },
    channel: 'sandbox',
  },
  variables: {
    total: 1234.5,
    items: [{ name: 'Bread' }, { name: 'Cake' }],
    order: { id: 7 },
    no: false,
  },
}
const render = (source: string) => renderLiquid(source, scope)

describe('renderLiquid', () => {
  it.each([
    ['plain { text }', 'plain { text }'],
    ['{{ contact.name }}/{{contact.attributes.city}}', 'Ana/Rio'],
    ['{{ nothing }}{{ nothing.at.all }}', ''],
    ['{{ total }} {{ no }}', '1234.5 false'],
    ['{{ items }}', '{"name":"Bread"}, {"name":"Cake"}'],
    ['{{ order }}', '{"id":7}'],
    ['{{ items[1].name }} {{ items.size }}', 'Cake 2'],
    [
      '{% for item in items %}{{ forloop.index }}. {{ item.name }} {% endfor %}',
      '1. Bread 2. Cake ',
    ],
    ['{{ total | money: "EUR" }}', '1.234,50\u00a0€'],
    ['{{ total | number: 2 }}', '1.234,50'],
    ['{{ now | date: "%A, %-d. %B %Y %H:%M" }}', 'Donnerstag, 24. Dezember 2026 12:30'],
    ['{{ today }} {{ today | add_days: 10 }}', '2026-12-24 2027-01-03'],
    ['{{ "a,b,c" | split: "," | pick }}', 'b'],
    ['{{ contact.constructor }}{{ contact.__proto__ }}{{ toString }}', ''],
    ['{% assign x = 1 %}{{ x | plus: total }}', '1235.5'],
    ['שלום {{ contact.name }} 👩‍👩‍👧‍👦', 'שלום Ana 👩‍👩‍👧‍👦'],
  ])('fills %s', (source, text) => {
    expect(render(source)).toEqual({ ok: true, text })
  })

  it.each([
    '{{ broken',
    '{% if %}',
    '{{ a | no_such_filter }}',
    '{% include "etc/passwd" %}',
    '{% render "x" %}',
    '{% layout "x" %}',
    `{{ ${'a'.repeat(30_000)} }}`,
  ])('says what is wrong with %.40s', (source) => {
    expect(render(source)).toEqual({ ok: false, problem: expect.any(String) })
    expect(checkLiquid(source)).toEqual(expect.any(String))
  })

  const nested = (depth: number, inner: string) =>
    '{% for i in (1..1000) %}'.repeat(depth) + inner + '{% endfor %}'.repeat(depth)
  it.each([
    ['loops in loops', nested(3, 'x')],
    ['a loop over a huge range', '{% for i in (1..100000000) %}x{% endfor %}'],
    ['a range that is never used', '{% assign a = (1..100000000) %}{{ a | size }}'],
    [
      'a text that doubles',
      `{% assign a = "xxxxxxxx" %}${'{% assign a = a | append: a %}'.repeat(40)}{{ a }}`,
    ],
    [
      'a capture that doubles',
      `{% capture a %}xxxx{% endcapture %}${'{% capture a %}{{ a }}{{ a }}{% endcapture %}'.repeat(40)}{{ a }}`,
    ],
    [
      'a replacement that grows',
      `{% assign a = "aa" %}${'{% assign a = a | replace: "a", "aaaaaaaa" %}'.repeat(12)}{{ a }}`,
    ],
    ['a join of much', '{{ (1..5000000) | join: "," }}'],
    ['a sort in a loop', nested(2, '{{ items | sort: "name" | reverse | json }}')],
    ['brackets without end', `{{ ${'('.repeat(5_000)} }}`],
    ['blocks without end', '{% if true %}'.repeat(1_500)],
  ])('ends %s in an error, soon', (_, bomb) => {
    const started = performance.now()
    expect(render(bomb)).toEqual({ ok: false, problem: expect.any(String) })
    // Tens of milliseconds where nothing else runs.
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})

describe('evaluateLiquid', () => {
  it.each([
    ['items', scope.variables.items],
    ['items | size', 2],
    ['items | map: "name" | join: "+"', 'Bread+Cake'],
    ['total | plus: 1', 1235.5],
    ['order.id', 7],
    ['no', false],
    ['nothing', null],
    ['1 | divided_by: 0', null],
    ['"text"', 'text'],
  ])('%s is %j', (expression, value) => {
    expect(evaluateLiquid(expression, scope)).toEqual({ ok: true, value })
  })

  it.each(['', 'a }} {{ b', '{{ a }}', 'a | no_such_filter'])('takes no “%s”', (expression) => {
    expect(checkExpression(expression)).toEqual(expect.any(String))
    expect(evaluateLiquid(expression, scope)).toMatchObject({ ok: false })
  })
})

describe('liquidVariables', () => {
  it.each([
    ['{{ a.b }} {% if c %}{{ d | append: e }}{% endif %}', ['a', 'c', 'd', 'e']],
    ['{% assign x = 1 %}{{ x }}{% for i in list %}{{ i }}{% endfor %}', ['list']],
    ['{{ broken', []],
    ['plain', []],
  ])('%s reads %j', (source, names) => {
    expect([...liquidVariables(source)].toSorted()).toEqual(names)
  })
})
