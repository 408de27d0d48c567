import { describe, expect, it } from 'vitest'
import type { Capabilities } from '../capabilities.ts'
import type { Trigger } from '../nodes/start.ts'
import { CAPABILITIES } from '../presets.ts'
import { type LintOptions, lintFlow } from './lintFlow.ts'

type Nodes = Readonly<Record<string, readonly [type: string, data?: object]>>
const { telegram, messenger, instagram } = CAPABILITIES
const WEB = CAPABILITIES['whatsapp-web']
const CLOUD = CAPABILITIES['whatsapp-cloud']

/** A flow that leads from the start through the nodes in their order; `rest` has further lines and parts. */
function problemsOf(
  nodes: Nodes,
  {
    lines = [],
    options = {},
    ...rest
  }: { lines?: string[]; options?: LintOptions; variables?: object[]; settings?: object } = {},
) {
  const all: Nodes = {
    start: ['start', { triggers: [{ type: 'anyMessage', id: 'any' }] }],
    ...nodes,
  }
  const ids = Object.keys(all)
  const chain = ids.slice(1).map((id, index) => `${ids[index]} > ${id}`)
  return lintFlow(
    {
      nodes: Object.entries(all).map(([id, [type, data = {}]]) => ({ id, type, data })),
      edges: (lines.length > 0 ? lines : chain).map((line) => {
        const [from = '', target = ''] = line.split(' > ')
        const [source = '', sourceHandle = 'next'] = from.split('.')
        return { id: line, source, sourceHandle, target }
      }),
      ...rest,
    },
    options,
  )
}
const codesOf = (...args: Parameters<typeof problemsOf>) =>
  problemsOf(...args).map(({ code }) => code)
const messagesOf = (...args: Parameters<typeof problemsOf>) =>
  problemsOf(...args).map(({ message }) => message)
const on = (...capabilities: Capabilities[]) => ({ options: { capabilities } })
const say = (text: string) => ['text', { text }] as const
const set = (name: string, text = 'x') =>
  ['setVariable', { assignments: [{ name, value: { type: 'text', text } }] }] as const
const list = (...titles: string[]) =>
  [
    'list',
    {
      text: 'Which?',
      sections: [{ rows: titles.map((title, index) => ({ id: `r${index}`, title })) }],
      otherHandle: true,
    },
  ] as const
const question = (data: object = {}) =>
  ['question', { text: 'Who?', saveAs: 'who', ...data }] as const

describe('unused variables', () => {
  it('are those that the flow sets or declares for itself, and does not read', () => {
    expect(problemsOf({ a: set('total') })).toMatchObject([
      { code: 'unusedVariable', nodeId: 'a', field: ['assignments', 0, 'name'] },
    ])
    expect(problemsOf({ a: say('x') }, { variables: [{ name: 'total' }] })).toMatchObject([
      { code: 'unusedVariable', field: ['variables', 0], params: { name: 'total' } },
    ])
  })

  it.each<[string, Nodes, object]>([
    ['is read in a text', { a: set('total'), b: say('{{ total }}') }, {}],
    ['is the answer of a contact', { a: question() }, {}],
    [
      'is asked for by a rule',
      {
        a: set('total'),
        b: [
          'condition',
          {
            branches: [
              {
                id: 'x',
                group: {
                  type: 'group',
                  rules: [
                    {
                      type: 'rule',
                      subject: { type: 'variable', name: 'total' },
                      operator: 'isSet',
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
      { lines: ['start > a', 'a > b', 'b.x > a', 'b.else > a'] },
    ],
    [
      'stands in what is said about old buttons',
      { a: set('total') },
      { settings: { staleTapText: 'Now it is {{ total }}' } },
    ],
  ])('are none where it %s', (_, nodes, rest) => {
    expect(codesOf(nodes, rest)).not.toContain('unusedVariable')
  })
})

describe('texts outside of nodes', () => {
  it('are looked at, too', () => {
    expect(problemsOf({ a: say('x') }, { settings: { staleTapText: '{{ x' } })).toMatchObject([
      { code: 'invalidLiquid', field: ['settings', 'staleTapText'] },
    ])
    expect(codesOf({ a: say('x') }, { settings: { staleTapText: '{{ x }}' } })).toEqual([
      'unknownVariable',
    ])
  })
})

describe('what a channel shows in another way', () => {
  it('is told in words, with the name of the channel', () => {
    expect(messagesOf({ a: list('Tea', 'Mate') }, on(messenger))).toContain(
      'Messenger has no lists. The contact gets buttons.',
    )
    const many = list(...Array.from({ length: 20 }, (_, index) => `Choice ${index}`))
    expect(messagesOf({ a: many }, on(messenger))).toContain(
      'Messenger has no lists. The contact gets numbered text and answers by number.',
    )
    expect(messagesOf({ a: many }, on(CLOUD))).toContain(
      'There are 20 rows, WhatsApp shows 10. The contact gets numbered text and answers by number.',
    )
    const sticker = [
      'media',
      { kind: 'sticker', source: { type: 'upload', mediaId: 'm' } },
    ] as const
    expect(messagesOf({ a: sticker }, on(messenger))).toEqual([
      'Messenger has no stickers. The contact gets a picture.',
    ])
    const place = ['location', { latitude: 1, longitude: 2 }] as const
    expect(messagesOf({ a: place }, on(instagram))).toEqual([
      'Instagram has no locations. The contact gets it as text.',
    ])
  })

  it('is nothing where the channel shows it', () => {
    expect(codesOf({ a: list('Tea', 'Mate') }, on(WEB))).not.toContain('unsupported')
  })

  it('is told once for two ways to the same platform', () => {
    const many = list(...Array.from({ length: 20 }, (_, index) => `Choice ${index}`))
    const told = codesOf({ a: many }, on(WEB, CLOUD)).filter((code) => code === 'tooMany')
    expect(told).toHaveLength(1)
  })

  it('says for the strictest channel alone that a text is too long', () => {
    expect(problemsOf({ a: say('x'.repeat(2_500)) }, on(WEB, messenger, telegram))).toMatchObject([
      { code: 'overLimit', params: { channel: 'messenger', max: 2_000, used: 2_500 } },
    ])
    expect(problemsOf({ a: say('ñ'.repeat(600)) }, on(WEB, instagram))).toMatchObject([
      { code: 'overLimitBytes', params: { channel: 'instagram', max: 1_000, used: 1_200 } },
    ])
  })

  it('is found at the field of the node, wherever its message takes it from', () => {
    const answer = {
      type: 'choice',
      options: [
        { id: 'a', title: 'Short' },
        { id: 'b', title: 'Far more than any button can show' },
      ],
    }
    expect(problemsOf({ a: question({ answer }) })).toMatchObject([
      { code: 'overLimit', field: ['answer', 'options', 1, 'title'] },
    ])
    expect(problemsOf({ a: ['end', { message: 'x'.repeat(5_000) }] })).toMatchObject([
      { code: 'overLimit', field: ['message'] },
    ])
  })
})

describe('titles', () => {
  it('must differ without case and accents, in all sections of a list together', () => {
    const sections = [
      { title: 'Hot', rows: [{ id: 'a', title: 'Té' }] },
      { title: 'Cold', rows: [{ id: 'b', title: 'te ' }] },
    ]
    const data = { text: 'Which?', sections, otherHandle: true }
    expect(problemsOf({ a: ['list', data] })).toContainEqual(
      expect.objectContaining({
        code: 'duplicateTitle',
        field: ['sections', 1, 'rows', 0, 'title'],
      }),
    )
  })

  it('must differ where the channel cuts them', () => {
    const titles = ['Delivery to your own home today', 'Delivery to your own home tomorrow']
    const cut = problemsOf({ a: list(...titles) }).filter(({ code }) => code === 'equalWhenCut')
    expect(cut).toMatchObject([
      { field: ['sections', 0, 'rows', 1, 'title'], params: { max: 24, other: titles[0] } },
    ])
    expect(codesOf({ a: list('Delivery today', 'Delivery tomorrow') })).not.toContain(
      'equalWhenCut',
    )
    expect(codesOf({ a: list(...titles) }, on(telegram))).not.toContain('equalWhenCut')
  })
})

describe('patterns', () => {
  const pattern = (word: string) =>
    problemsOf({
      start: ['start', { triggers: [{ type: 'keyword', id: 'k', match: 'regex', words: [word] }] }],
      a: say('x'),
    })
  it.each([
    ['(?=a)b', 'lookAround'],
    ['(?<!a)b', 'lookAround'],
    ['(a)\\1', 'backReference'],
    ['a++', 'possessive'],
    ['(?>a)', 'atomic'],
  ])('say why %s is refused', (word, reason) => {
    expect(pattern(word)).toMatchObject([{ code: 'invalidRegex', params: { reason } }])
  })

  it('warn of what would explode in other programs', () => {
    expect(pattern('(\\w+\\s?)+!')).toMatchObject([
      { severity: 'warning', code: 'explosiveRegex', params: { part: '(\\w+\\s?)+' } },
    ])
    expect(pattern('order \\d+')).toEqual([])
  })
})

describe('a request to another system', () => {
  const request = ['httpRequest', { url: 'https://example.com' }] as const
  it('needs a way on for when it fails', () => {
    expect(codesOf({ a: request, b: say('x') }, { lines: ['start > a', 'a.success > b'] })).toEqual(
      ['noFailureEdge'],
    )
    expect(
      codesOf(
        { a: request, b: say('x') },
        { lines: ['start > a', 'a.success > b', 'a.failure > b'] },
      ),
    ).toEqual([])
  })
})

describe('a trigger', () => {
  const fields = { interrupts: false, groups: false, activeHours: null }
  const theirs = (words: string[], priority = 0): Trigger => ({
    type: 'keyword',
    id: 'theirs',
    match: 'exact',
    words,
    priority,
    ...fields,
  })
  const shadowed = (triggers: readonly Trigger[]) =>
    problemsOf(
      {
        start: [
          'start',
          {
            triggers: [
              { type: 'anyMessage', id: 'any' },
              { type: 'keyword', id: 'ours', words: ['Menu'], match: 'exact' },
            ],
          },
        ],
        a: say('x'),
      },
      { options: { rivals: [{ name: 'Lunch', triggers }] } },
    )

  it('that another flow answers first is told, with the flow', () => {
    expect(shadowed([theirs(['menu'], 5)])).toMatchObject([
      {
        code: 'shadowedTrigger',
        nodeId: 'start',
        field: ['triggers', 1],
        params: { flow: 'Lunch', what: '“menu”', priority: 5 },
      },
    ])
  })

  it('that wins, or that nobody else listens to, is not', () => {
    expect(shadowed([theirs(['menu'], -1), theirs(['lunch'], 5)])).toEqual([])
  })
})
