import { describe, expect, it } from 'vitest'
import type { Draft, DraftNode } from '../draft/draft.ts'
import type { JsonValue } from '../json.ts'
import { lintFlow } from '../lint/lintFlow.ts'
import { startersIn } from '../starters/index.ts'
import { en } from '../starters/words/en/index.ts'
import { es } from '../starters/words/es/index.ts'
import { renameVariable } from './renameVariable.ts'
import { variableUses } from './variableUses.ts'

const node = (id: string, type: string, data: Record<string, JsonValue>): DraftNode => ({
  id,
  type,
  position: { x: 0, y: 0 },
  data,
})
const draftOf = (nodes: readonly DraftNode[], variables: Draft['variables'] = []): Draft => ({
  nodes,
  edges: [],
  variables,
  settings: {},
})

const shop = draftOf(
  [
    node('ask', 'question', {
      text: 'How many, {{ who }}?',
      saveAs: 'count',
      answer: { type: 'number' },
    }),
    node('set', 'setVariable', {
      assignments: [
        { name: 'total', value: { type: 'expression', expression: 'count | times: price' } },
        { name: 'count', value: { type: 'text', text: 'count {{ count }}' } },
      ],
    }),
    node('if', 'condition', {
      branches: [
        {
          id: 'b',
          group: {
            type: 'group',
            rules: [
              { type: 'rule', subject: { type: 'variable', name: 'count' }, operator: 'isSet' },
              {
                type: 'group',
                match: 'any',
                rules: [
                  {
                    type: 'rule',
                    subject: { type: 'variable', name: 'count.of[0]' },
                    operator: 'equals',
                    values: ['{{ count }}'],
                  },
                ],
              },
            ],
          },
        },
      ],
    }),
    node('http', 'httpRequest', {
      url: 'https://shop.example/{{ count }}',
      body: { type: 'json', json: '{ "count":  "{{ count | default: \\"count\\" }}" }' },
      mapping: [{ path: 'count', variable: 'count' }],
      saveStatusAs: 'status',
    }),
    // Not finished: it has no text, and its variable is read all the same.
    node('list', 'list', { footer: '{{ count }}', sections: 7 }),
    node('future', 'hologram', { text: '{{ count }}' }),
  ],
  [{ name: 'price', type: 'number', default: 3 }],
)

describe('renameVariable', () => {
  it('renames in texts, expressions, conditions, JSON bodies and the fields that name variables', () => {
    const renamed = renameVariable(shop, 'count', 'amount')
    if (!renamed.ok) throw new Error(renamed.problem.type)
    const after = new Map(renamed.nodes.map((each) => [each.id, each.data]))
    expect([...after.keys()]).toEqual(['ask', 'set', 'if', 'http', 'list'])
    expect(after.get('ask')).toMatchObject({ text: 'How many, {{ who }}?', saveAs: 'amount' })
    expect(after.get('set')).toEqual({
      assignments: [
        { name: 'total', value: { type: 'expression', expression: 'amount | times: price' } },
        { name: 'amount', value: { type: 'text', text: 'count {{ amount }}' } },
      ],
    })
    expect(JSON.stringify(after.get('if')).match(/"[^"]*amount[^"]*"/gu)).toEqual([
      '"amount"',
      '"amount.of[0]"',
      '"{{ amount }}"',
    ])
    expect(after.get('http')).toMatchObject({
      url: 'https://shop.example/{{ amount }}',
      body: { json: '{ "count":  "{{ amount | default: \\"count\\" }}" }' },
      mapping: [{ path: 'count', variable: 'amount' }],
    })
    expect(after.get('list')).toEqual({ footer: '{{ amount }}', sections: 7 })
    expect(renamed.variables).toBeUndefined()
  })

  it('renames what is declared, and nothing in other nodes', () => {
    const renamed = renameVariable(shop, 'price', 'cost')
    expect(renamed).toMatchObject({
      ok: true,
      nodes: [{ id: 'set' }],
      variables: [{ name: 'cost', type: 'number', default: 3 }],
    })
  })

  it('refuses names that cannot be, that are taken, and texts that nobody can read', () => {
    const problem = (draft: Draft, to: string) => {
      const renamed = renameVariable(draft, 'count', to)
      return renamed.ok ? null : renamed.problem
    }
    expect(problem(shop, 'two words')).toMatchObject({ type: 'invalid' })
    expect(problem(shop, 'contact')).toMatchObject({ type: 'invalid' })
    expect(problem(shop, 'price')).toEqual({ type: 'taken' })
    // Nothing sets it, but it would no longer be empty.
    expect(problem(shop, 'who')).toEqual({ type: 'taken' })
    const broken = draftOf([...shop.nodes, node('bad', 'text', { text: '{{ count | }' })])
    expect(problem(broken, 'amount')).toEqual({ type: 'broken', nodeId: 'bad' })
  })

  it.each([...startersIn(en), ...startersIn(es)].map(({ name, draft }) => [name, draft] as const))(
    'leaves %s as it was when a name goes there and back, and without new problems in between',
    (_name, starter) => {
      // Starters are drafts in which defaults are left out.
      const draft = { variables: [], settings: {}, ...starter } as unknown as Draft
      for (const { name } of variableUses(draft)) {
        const there = apply(draft, renameVariable(draft, name, 'quite_new'))
        expect(variableUses(there).map((use) => use.name)).not.toContain(name)
        expect(lintFlow(there)).toHaveLength(lintFlow(draft).length)
        expect(apply(there, renameVariable(there, 'quite_new', name))).toEqual(draft)
      }
    },
  )
})

function apply(draft: Draft, renamed: ReturnType<typeof renameVariable>): Draft {
  if (!renamed.ok) throw new Error(renamed.problem.type)
  const byId = new Map(renamed.nodes.map((each) => [each.id, each]))
  return {
    ...draft,
    nodes: draft.nodes.map((each) => byId.get(each.id) ?? each),
    variables: renamed.variables ?? draft.variables,
  }
}

describe('translations', () => {
  const hello: DraftNode = {
    ...node('hello', 'text', { text: 'Hi {{ who }}' }),
    translations: { es: { text: 'Hola {{ who }}, {{ extra }}' } },
  }

  it('are renamed in, too', () => {
    const renamed = renameVariable(draftOf([hello]), 'who', 'name')
    expect(renamed.ok && renamed.nodes[0]).toMatchObject({
      data: { text: 'Hi {{ name }}' },
      translations: { es: { text: 'Hola {{ name }}, {{ extra }}' } },
    })
  })

  it('count as places that read a variable', () => {
    const uses = variableUses(draftOf([hello]))
    expect(uses.map(({ name, readBy }) => [name, readBy.length])).toEqual([
      ['extra', 1],
      ['who', 2],
    ])
    expect(renameVariable(draftOf([hello]), 'who', 'extra').ok).toBe(false)
  })

  it('keep a name that one of them cannot take', () => {
    const broken = { ...hello, translations: { es: { text: 'Hola {{ who' } } }
    expect(renameVariable(draftOf([broken]), 'who', 'name')).toMatchObject({
      ok: false,
      problem: { type: 'broken', nodeId: 'hello' },
    })
  })
})

describe('variableUses', () => {
  it('tells of each variable what it holds, what sets it and what reads it', () => {
    const uses = new Map(variableUses(shop).map((use) => [use.name, use]))
    expect([...uses.keys()]).toEqual(['count', 'price', 'status', 'total', 'who'])
    expect(uses.get('count')).toMatchObject({ type: 'number', declaredAt: null })
    expect(uses.get('count')?.setBy).toEqual([
      { nodeId: 'ask', path: ['saveAs'] },
      { nodeId: 'set', path: ['assignments', 1, 'name'] },
      { nodeId: 'http', path: ['mapping', 0, 'variable'] },
    ])
    expect(
      uses.get('count')?.readBy.map(({ nodeId, path }) => `${nodeId}.${path.join('.')}`),
    ).toEqual([
      'set.assignments.0.value.expression',
      'set.assignments.1.value.text',
      'if.branches.0.group.rules.0.subject.name',
      'if.branches.0.group.rules.1.rules.0.subject.name',
      'if.branches.0.group.rules.1.rules.0.values.0',
      'http.url',
      'http.body.json',
      'list.footer',
    ])
    expect(uses.get('price')).toMatchObject({ declaredAt: 0, type: 'number', setBy: [] })
    expect(uses.get('status')).toMatchObject({ type: 'number', readBy: [] })
    expect(uses.get('who')).toMatchObject({ type: null, setBy: [] })
  })
})
