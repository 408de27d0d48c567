import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../json.ts'
import { checkLiquid, type LiquidScope, renderLiquid } from '../liquid.ts'
import { renameInLiquid } from './renameInLiquid.ts'

const renamed = (source: string, from = 'order', to = 'purchase') => {
  const result = renameInLiquid(source, from, to)
  return result.ok ? result.source : result.problem
}

describe('renameInLiquid', () => {
  it.each([
    ['{{ order }} and {{order.total}}', '{{ purchase }} and {{purchase.total}}'],
    ['an order of {{ my.order }}', 'an order of {{ my.order }}'],
    ['{{ orders }} {{ order_id }}', '{{ orders }} {{ order_id }}'],
    ['{{ "order" | append: order }}', '{{ "order" | append: purchase }}'],
    [
      '{{ x | default: order.id, allow_false: order }}',
      '{{ x | default: purchase.id, allow_false: purchase }}',
    ],
    ['{{ ["order"].total }}', '{{ ["purchase"].total }}'],
    ['{{ items[order].name }}', '{{ items[purchase].name }}'],
    [
      '{% if order.paid and x contains order %}order{% elsif order %}{% endif %}',
      '{% if purchase.paid and x contains purchase %}order{% elsif purchase %}{% endif %}',
    ],
    [
      '{% for line in order.lines limit: order.most %}{{ line.order }}{% endfor %}',
      '{% for line in purchase.lines limit: purchase.most %}{{ line.order }}{% endfor %}',
    ],
    [
      '{% case order.state %}{% when order, "order" %}{% endcase %}',
      '{% case purchase.state %}{% when purchase, "order" %}{% endcase %}',
    ],
    [
      '{% raw %}{{ order }}{% endraw %}{% comment %}{{ order }}{% endcomment %}',
      '{% raw %}{{ order }}{% endraw %}{% comment %}{{ order }}{% endcomment %}',
    ],
    [
      '{% for i in (1..order.count) %}{% cycle order, "b" %}{% endfor %}',
      '{% for i in (1..purchase.count) %}{% cycle purchase, "b" %}{% endfor %}',
    ],
    [
      '{% liquid\n assign x = order\n echo order.id\n%}\n{{ order }}',
      '{% liquid\n assign x = purchase\n echo purchase.id\n%}\n{{ purchase }}',
    ],
  ])('writes %j as %j', (source, expected) => {
    expect(checkLiquid(source)).toBeNull()
    expect(renamed(source)).toBe(expected)
  })

  it('leaves names that a loop gives, and renames what the text sets itself together with what it reads', () => {
    const looped = '{% for order in orders %}{{ order.id }}{% endfor %}'
    expect(renamed(looped)).toBe(looped)
    expect(renamed(`${looped}{{ order }}`)).toBe(`${looped}{{ purchase }}`)
    expect(renamed('{% if x %}{% assign order = 1 %}{% endif %}{{ order }}')).toBe(
      '{% if x %}{% assign purchase = 1 %}{% endif %}{{ purchase }}',
    )
  })

  it('refuses where the new name means something else already, and where nothing can be read', () => {
    expect(renamed('{{ order }}{{ purchase }}')).toBe('clash')
    expect(renamed('{{ order }}{% for purchase in x %}{{ order }}{% endfor %}')).toBe('clash')
    expect(renamed('{{ order }}{% capture purchase %}a{% endcapture %}')).toBe('clash')
    expect(renamed('{{ order | }} {% if order')).toBe('broken')
    expect(renamed('{{ other | nothing }} {% if')).toBe('{{ other | nothing }} {% if')
  })

  it('changes nothing that a customer sees', () => {
    fc.assert(
      fc.property(templates, values, newName, (source, { order, ...others }, to) => {
        const result = renameInLiquid(source, 'order', to)
        const after = result.ok ? shown(result.source, { ...others, [to]: order }) : 'refused'
        const before = shown(source, { ...others, order })
        expect(after).toBe(result.ok || !mayRefuse(source, to) ? before : 'refused')
      }),
      { numRuns: 1_500 },
    )
  })
})

// ------------------------------------------------------------------------------------- templates by chance

const name = fc.constantFrom('order', 'orders', 'total', 'x')
const newName = fc.constantFrom('größe', 'order2', 'y')
/** `y` is a name that templates give, but no variable. */
const given = fc.constantFrom('order', 'orders', 'y')
const path = fc.oneof(
  name,
  name.map((each) => `${each}.order`),
  name.map((each) => `${each}["order"]`),
  fc.tuple(name, name).map(([a, b]) => `${a}[${b}]`),
)
const value = fc.oneof(path, fc.constantFrom('"order"', "'{{ order }}'", '3', 'true'))
const expression = fc
  .tuple(value, fc.array(fc.tuple(fc.constantFrom('append', 'default', 'plus', 'join'), value)))
  .map(([first, filters]) => first + filters.map(([f, v]) => ` | ${f}: ${v}`).join(''))

const { template: templates } = fc.letrec<{ template: string; piece: string }>((tie) => ({
  template: fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => pieces.join('')),
  piece: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('order', ' order.total {', '\n', '{% raw %}{{ order }}{% endraw %}'),
    expression.map((each) => `{{ ${each} }}`),
    expression.map((each) => `{{${each}}}`),
    fc.tuple(given, expression).map(([a, b]) => `{% assign ${a} = ${b} %}`),
    fc
      .tuple(value, value, tie('template'))
      .map(([a, b, c]) => `{% if ${a} == ${b} %}${c}{% else %}{{ order }}{% endif %}`),
    fc
      .tuple(given, path, tie('template'))
      .map(([a, b, c]) => `{% for ${a} in ${b} limit: 3 %}${c}{% endfor %}`),
    fc.tuple(given, tie('template')).map(([a, b]) => `{% capture ${a} %}${b}{% endcapture %}`),
    fc
      .tuple(value, value, tie('template'))
      .map(([a, b, c]) => `{% case ${a} %}{% when ${b} %}${c}{% endcase %}`),
  ),
}))

const anyValue = fc.constantFrom<JsonValue>(
  'a',
  7,
  ['p', 'q'],
  { order: 'o', x: 1 },
  [{ order: 2 }],
  null,
)
const values = fc.record({ order: anyValue, orders: anyValue, total: anyValue, x: anyValue })

/** Refusing is right only when the new name occurs, or when the old one is both set and looped over. */
const mayRefuse = (source: string, to: string): boolean =>
  new RegExp(`\\b${to}\\b`, 'u').test(source) ||
  /for order in/u.test(source) ||
  checkLiquid(source) !== null

/** Null for a template that fails; its message tells where, which may be elsewhere now. */
function shown(source: string, variables: LiquidScope['variables']): string | null {
  const rendered = renderLiquid(source, scopeOf(variables))
  return rendered.ok ? rendered.text : null
}

const scopeOf = (variables: LiquidScope['variables']): LiquidScope => ({
  at: 0,
  timeZone: 'UTC',
  language: 'en',
  random: () => 0,
  system: { contact: {}, conversation: {}, number: {}, channel: 'sandbox' },
  variables,
})
