import { FILTER_NAMES, renderLiquid } from '@parley/shared'
import type { Draft } from '@parley/shared/draft'
import { describe, expect, it } from 'vitest'
import '../../../i18n/withCanvasTexts.ts'
import { aNode } from '../../../testing/anEditor.ts'
import { openingAt } from './completion.ts'
import { FILTERS, NOT_OFFERED } from './filters.ts'
import { suggest } from './suggest.ts'
import { liveScope, type RunningValues } from './values.ts'
import { variablesOf } from './variables.ts'

const NOW = Date.UTC(2026, 11, 24, 15, 30)
const draft: Draft = {
  nodes: [
    aNode('name', 'question', { text: 'Name?', saveAs: 'name' }),
    aNode('size', 'buttons', {
      text: 'Size?',
      saveAs: 'size',
      buttons: [{ id: 's', title: 'Small' }],
    }),
  ],
  edges: [],
  variables: [{ name: 'total', type: 'number', default: 12.5 }],
  settings: { timeZone: 'UTC', language: 'en' },
}

/** What is offered at the end of a text, as `name = value`. */
function offered(text: string, running: RunningValues | null = null) {
  const opening = openingAt(text, text.length)
  if (!opening) return []
  const variables = variablesOf(draft, (id) => id)
  return suggest(opening, variables, () => liveScope(draft, running, NOW)).map(
    ({ name, given, shown }) => `${name}${given} = ${shown ?? ''}`,
  )
}

describe('what {{ offers', () => {
  it('shows declared values, and examples of what nodes will set', () => {
    expect(offered('{{')).toEqual(
      expect.arrayContaining(['total = 12.5', 'name = Ana', 'size = Small', 'today = 2026-12-24']),
    )
  })

  it('shows what the conversation in the simulator knows instead', () => {
    const running: RunningValues = {
      variables: { name: 'Zoë' },
      contact: { name: 'Zoë Z', phone: '1', tags: [], attributes: {} },
      channel: 'telegram',
      at: NOW,
    }
    expect(offered('{{ na', running)).toContain('name = Zoë')
    expect(offered('{{ contact.n', running)).toEqual(['contact.name = Zoë Z'])
    expect(offered('{{ tot', running)).toEqual(['total = 12.5'])
  })
})

describe('what | offers', () => {
  it('shows what each filter makes of the value', () => {
    expect(offered('{{ name | upc')).toEqual(['upcase = ANA'])
    expect(offered('{{ total | money: "EUR" | app')).toEqual(['append: "!" = €12.50!'])
  })

  it('begins with those that fit the value', () => {
    expect(offered('{{ total | ').slice(1, 3)).toEqual([
      'number: 2 = 12.50',
      'money: "EUR" = €12.50',
    ])
    expect(offered('{{ contact.tags | ')[1]).toBe('join: ", " = vip')
  })

  it('has every filter of the engine, apart from those that are left out on purpose', () => {
    const names = FILTERS.map(({ name }) => name)
    expect([...names, ...NOT_OFFERED].toSorted()).toEqual(FILTER_NAMES.toSorted())
  })

  it.each(FILTERS)('gives an example of $name that works', ({ name, given, takes }) => {
    const value = { text: 'ab c', number: 3.5, date: '2026-12-24', list: [], any: 'x' }[takes]
    const scope = liveScope({ ...draft, variables: [] }, null, NOW)
    const rendered = renderLiquid(`{{ value | ${name}${given} }}`, {
      ...scope,
      variables: { value, tags: ['x'] },
    })
    expect(rendered).toMatchObject({ ok: true })
  })
})
