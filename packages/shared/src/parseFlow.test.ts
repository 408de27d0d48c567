import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftFlowSchema } from './draftFlow.ts'
import { flowSchema } from './flow.ts'
import { definitionOf, NODE_TYPES } from './nodes/index.ts'
import { parseFlow } from './parseFlow.ts'

const start = { id: 'start', type: 'start', data: {} }
const problemsOf = (draft: unknown) => {
  const parsed = parseFlow(draft)
  return parsed.ok ? [] : parsed.problems
}

describe('parseFlow', () => {
  it('fills in what was left out', () => {
    expect(parseFlow({ nodes: [start] })).toEqual({
      ok: true,
      flow: {
        nodes: [{ ...start, position: { x: 0, y: 0 }, data: { triggers: [] } }],
        edges: [],
        variables: [],
        settings: expect.objectContaining({ language: 'en', staleTap: 'explain' }),
      },
    })
  })

  it('reads what React Flow writes, and drops what only the canvas needs', () => {
    const parsed = parseFlow({
      nodes: [
        { ...start, position: { x: 1.5, y: -2 }, measured: { width: 300 }, selected: true },
        { id: 'hello', type: 'text', data: { text: 'Hello' }, dragging: false },
      ],
      edges: [{ id: 'e', source: 'start', sourceHandle: null, target: 'hello', animated: true }],
      viewport: { x: 0, y: 0, zoom: 1 },
    })
    expect(parsed).toMatchObject({ ok: true })
    if (!parsed.ok) throw new Error('it is not a flow')
    expect(parsed.flow.edges).toEqual([
      { id: 'e', source: 'start', sourceHandle: 'next', target: 'hello' },
    ])
    expect(Object.keys(parsed.flow.nodes[0] ?? {}).toSorted()).toEqual([
      'data',
      'id',
      'position',
      'type',
    ])
    // What was parsed is a flow as it is published.
    expect(flowSchema.parse(parsed.flow)).toEqual(parsed.flow)
  })

  it.each([
    [
      'a type that is not known',
      { id: 'x', type: 'telepathy', data: {} },
      'unknownNodeType',
      undefined,
      /no step of the type “telepathy”/,
    ],
    [
      'an empty text',
      { id: 'x', type: 'text', data: { text: ' ' } },
      'invalidField',
      ['text'],
      /Write the text of the message/,
    ],
    [
      'a field that is missing',
      { id: 'x', type: 'text', data: {} },
      'invalidField',
      ['text'],
      /“text” is missing/,
    ],
    [
      'a field of another type',
      { id: 'x', type: 'text', data: { text: 5 } },
      'invalidField',
      ['text'],
      /should be a text/,
    ],
    [
      'a field that is not known',
      { id: 'x', type: 'text', data: { text: 'a', colour: 1 } },
      'invalidField',
      [],
      /no field “colour”/,
    ],
    [
      'a NUL character',
      { id: 'x', type: 'text', data: { text: 'a\u0000b' } },
      'invalidField',
      ['text'],
      /NUL/,
    ],
    [
      'a text that is too long',
      { id: 'x', type: 'text', data: { text: 'x'.repeat(20_001) } },
      'invalidField',
      ['text'],
      /at most 20000/,
    ],
    [
      'two buttons with one id',
      {
        id: 'x',
        type: 'buttons',
        data: {
          text: 'a',
          buttons: [
            { id: 'a', title: 'A' },
            { id: 'a', title: 'B' },
          ],
        },
      },
      'invalidField',
      ['buttons'],
      /same id/,
    ],
    [
      'a button id that no token can carry',
      { id: 'x', type: 'buttons', data: { text: 'a', buttons: [{ id: 'a.b', title: 'A' }] } },
      'invalidField',
      ['buttons', 0, 'id'],
      /option id/,
    ],
    [
      'a variable with a name of ours',
      { id: 'x', type: 'question', data: { text: 'a', saveAs: 'contact' } },
      'invalidField',
      ['saveAs'],
      /meaning of its own/,
    ],
    [
      'a variable called __proto__',
      { id: 'x', type: 'question', data: { text: 'a', saveAs: '__proto__' } },
      'invalidField',
      ['saveAs'],
      /meaning of its own/,
    ],
    [
      'a kind that is not known',
      { id: 'x', type: 'question', data: { text: 'a', saveAs: 'a', answer: { type: 'smell' } } },
      'invalidField',
      ['answer', 'type'],
      /one of the kinds/,
    ],
    [
      'a place off the earth',
      { id: 'x', type: 'location', data: { latitude: 91, longitude: 0 } },
      'invalidField',
      ['latitude'],
      /larger than 90/,
    ],
    [
      'an address that is none',
      { id: 'x', type: 'httpRequest', data: { url: 'ftp://a' } },
      'invalidField',
      ['url'],
      /http/,
    ],
    [
      'an operator without its value',
      {
        id: 'x',
        type: 'condition',
        data: {
          branches: [
            {
              id: 'a',
              group: {
                type: 'group',
                rules: [
                  { type: 'rule', subject: { type: 'tags' }, operator: 'between', values: ['1'] },
                ],
              },
            },
          ],
        },
      },
      'invalidField',
      ['branches', 0, 'group', 'rules', 0, 'values'],
      /takes 2 values/,
    ],
    [
      'a delay of two years',
      { id: 'x', type: 'delay', data: { type: 'for', amount: 730, unit: 'days' } },
      'invalidField',
      ['amount'],
      /at most a year/,
    ],
    [
      'a zone that nobody knows',
      {
        id: 'x',
        type: 'start',
        data: {
          triggers: [
            {
              type: 'anyMessage',
              id: 'a',
              activeHours: { timeZone: 'Mars/Base', from: '09:00', to: '10:00' },
            },
          ],
        },
      },
      'invalidField',
      ['triggers', 0, 'activeHours', 'timeZone'],
      /time zone/,
    ],
  ])('says which node has %s', (_, node, code, field, message) => {
    const [problem, ...others] = problemsOf({ nodes: [start, node] })
    expect(problem).toMatchObject({ severity: 'error', code, nodeId: 'x', nodeType: node.type })
    expect(problem?.message).toMatch(message)
    expect(problem?.field).toEqual(field)
    expect(others).toEqual([])
  })

  it('says everything that is wrong, not only the first', () => {
    const nodes = [
      start,
      { id: 'a', type: 'text', data: {} },
      { id: 'b', type: 'ctaUrl', data: {} },
    ]
    const settings = { timeZone: 'Mars/Base', defaultCountry: 'Brazil' }
    const problems = problemsOf({ nodes, settings, variables: [{ name: '1st' }] })
    expect(problems.map(({ nodeId = '', field = [] }) => [nodeId, ...field].join('.'))).toEqual([
      'a.text',
      'b.text',
      'b.buttonText',
      'b.url',
      '.variables.0.name',
      '.settings.timeZone',
      '.settings.defaultCountry',
    ])
  })

  it.each([
    [null],
    ['text'],
    [[]],
    [{ nodes: 'many' }],
    [{ nodes: [{}] }],
    [{ nodes: [], edges: [{ id: 'e' }] }],
    [
      {
        nodes: Array.from({ length: 2_001 }, (_, index) => ({ ...start, id: `n${index}` })),
      },
    ],
    [{ nodes: [{ ...start, data: { text: 'x'.repeat(4_200_000) } }] }],
  ])('refuses what is no draft at all: %.40j', (draft) => {
    expect(problemsOf(draft).length).toBeGreaterThan(0)
  })

  it('never throws, whatever it is given', () => {
    const node = fc.record({
      id: fc.string({ minLength: 1, maxLength: 5 }),
      type: fc.constantFrom(...NODE_TYPES, 'other'),
      data: fc.dictionary(
        fc.constantFrom('text', 'buttons', 'answer', 'branches', 'x'),
        fc.jsonValue(),
      ),
    })
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ nodes: fc.array(node) })), (draft) => {
        expect(problemsOf(draft).map(({ message }) => message)).not.toContain('')
      }),
      { numRuns: 200 },
    )
  })
})

describe('a draft', () => {
  it('keeps nodes that are unfinished, or of a later version', () => {
    const draft = { nodes: [{ id: 'x', type: 'telepathy', data: { strength: 11 }, color: 'red' }] }
    expect(draftFlowSchema.parse(draft).nodes[0]).toMatchObject(draft.nodes[0] ?? {})
  })
})

describe.each(NODE_TYPES)('the definition of %s', (type) => {
  const definition = definitionOf(type)
  it('begins with data of which only what the author has to write is missing', () => {
    const problems = problemsOf({ nodes: [start, { id: 'x', type, data: definition.defaults() }] })
    const messages = problems.filter(({ nodeId }) => nodeId === 'x').map(({ message }) => message)
    for (const message of messages) expect(message).toMatch(/^(Write|Choose|A step needs)/)
  })

  it('knows its own type', () => {
    expect(definition.type).toBe(type)
  })
})
