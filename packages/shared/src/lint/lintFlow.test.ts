import { describe, expect, it } from 'vitest'
import { CAPABILITIES } from '../presets.ts'
import { isPublishable, lintFlow } from './lintFlow.ts'

type Nodes = Readonly<Record<string, readonly [type: string, data?: object]>>
const ANY = { triggers: [{ type: 'anyMessage', id: 'any' }] }

/** A draft as one would draw it; see `drawFlow` of the engine's tests. */
function draft(nodes: Nodes, lines: readonly string[], rest: object = {}) {
  const all: Nodes = { start: ['start', ANY], ...nodes }
  return {
    nodes: Object.entries(all).map(([id, [type, data = {}]]) => ({ id, type, data })),
    edges: lines.map((line) => {
      const [from = '', target = ''] = line.split(' > ')
      const [source = '', sourceHandle = 'next'] = from.split('.')
      return { id: line, source, sourceHandle, target }
    }),
    ...rest,
  }
}
const codes = (...args: Parameters<typeof draft>) =>
  lintFlow(draft(...args)).map(({ severity, code, nodeId = '' }) => `${severity} ${code} ${nodeId}`)
const say = (text: string) => ['text', { text }] as const
const ask = (data: object = {}) => ['question', { text: 'Name?', saveAs: 'name', ...data }] as const
const pick = (data: object = {}) =>
  [
    'buttons',
    {
      text: 'Well?',
      buttons: [
        { id: 'yes', title: 'Yes' },
        { id: 'no', title: 'No' },
      ],
      ...data,
    },
  ] as const

describe('lintFlow', () => {
  it('has nothing to say about a good flow', () => {
    //   start ──> ask ──> hello
    expect(
      codes({ ask: ask(), hello: say('Hi {{ name }}') }, ['start > ask', 'ask > hello']),
    ).toEqual([])
  })

  it('says everything that the schema says', () => {
    expect(codes({ hello: say('') }, ['start > hello'])).toEqual(['error invalidField hello'])
    expect(lintFlow(null).map(({ severity }) => severity)).toEqual(['error'])
  })

  describe('about the shape', () => {
    it('misses a start, and wants one only', () => {
      expect(codes({ start: say('x') }, [])).toContain('error noStart ')
      expect(
        codes({ other: ['start', ANY], hello: say('x') }, ['start > hello', 'other > hello']),
      ).toEqual(['error severalStarts other'])
    })

    it('warns of a start that nothing triggers', () => {
      expect(codes({ start: ['start'], hello: say('x') }, ['start > hello'])).toEqual([
        'warning noTrigger start',
      ])
    })

    it('finds edges that begin or end nowhere', () => {
      const found = codes({ hello: say('x') }, ['start > hello', 'lost > hello', 'hello > gone'])
      expect(found).toEqual(['error unknownSource ', 'error unknownTarget hello'])
    })

    it('finds edges by handles that are not there any more, and edges that never count', () => {
      const lines = ['start > ask', 'ask.yes > a', 'ask.no > a', 'ask.maybe > a', 'ask.no > b']
      expect(codes({ ask: pick(), a: say('a'), b: say('b') }, lines)).toEqual([
        'error unknownHandle ask',
        'warning secondEdge ask',
      ])
    })

    it('finds edges and jumps into a start or a note', () => {
      const nodes: Nodes = { hello: say('x'), note: ['note'], jump: ['goTo', { nodeId: 'start' }] }
      expect(codes(nodes, ['start > hello', 'hello > note', 'hello > jump'])).toEqual(
        expect.arrayContaining(['error noInput hello', 'error noJumpThere jump']),
      )
    })

    it('finds a jump to a node that is not there', () => {
      expect(codes({ jump: ['goTo', { nodeId: 'gone' }] }, ['start > jump'])).toEqual([
        'error unknownJump jump',
      ])
    })

    it('warns of nodes that nothing leads to, but not of notes', () => {
      const nodes: Nodes = { hello: say('x'), island: say('y'), note: ['note'] }
      expect(codes(nodes, ['start > hello'])).toEqual(['warning unreachable island'])
    })

    it('follows jumps', () => {
      const nodes: Nodes = { jump: ['goTo', { nodeId: 'far' }], far: say('x') }
      expect(codes(nodes, ['start > jump'])).toEqual([])
    })

    it('warns of handles that lead nowhere, apart from those where ending is normal', () => {
      const nodes: Nodes = { ask: pick({ noReply: { afterSeconds: 5 } }), hello: say('x') }
      expect(codes(nodes, ['start > ask', 'ask.yes > hello'])).toEqual([
        'warning missingEdge ask',
        'warning missingEdge ask',
      ])
    })

    it('draws a loop that never waits', () => {
      //   start ──> a ──> b ──> c ──> a
      const lines = ['start > a', 'a > b', 'b > c', 'c > a']
      const problems = lintFlow(draft({ a: say('a'), b: say('b'), c: say('c') }, lines))
      expect(problems).toMatchObject([
        { severity: 'error', code: 'endlessLoop', nodeIds: ['a', 'b', 'c'] },
      ])
    })

    it('draws loops of one node, by a jump, and of 100 nodes', () => {
      expect(codes({ a: say('a') }, ['start > a', 'a > a'])).toEqual(['error endlessLoop a'])
      expect(codes({ a: say('a'), j: ['goTo', { nodeId: 'a' }] }, ['start > a', 'a > j'])).toEqual([
        'error endlessLoop a',
      ])
      const ids = Array.from({ length: 100 }, (_, index) => `n${index}`)
      const nodes = Object.fromEntries(ids.map((id) => [id, say(id)]))
      const lines = ids.map((id, index) => `${id} > n${(index + 1) % 100}`)
      const [problem] = lintFlow(draft(nodes, ['start > n0', ...lines]))
      expect(problem).toMatchObject({ code: 'endlessLoop' })
      expect(problem?.nodeIds).toHaveLength(100)
    })

    it('has nothing against a loop that waits', () => {
      //   start ──> a ──> ask ──> a
      expect(codes({ a: say('a'), ask: ask() }, ['start > a', 'a > ask', 'ask > a'])).toEqual([])
    })

    it('finds ids that stand there twice', () => {
      const twice = draft({ hello: say('x') }, ['start > hello'])
      const [, hello] = twice.nodes
      const problems = lintFlow({ ...twice, nodes: [...twice.nodes, hello] })
      expect(problems.map(({ code }) => code)).toContain('duplicateNodeId')
    })
  })

  describe('about texts', () => {
    it('finds broken Liquid, with the field', () => {
      const problems = lintFlow(draft({ hello: say('{{ name') }, ['start > hello']))
      expect(problems).toMatchObject([
        { severity: 'error', code: 'invalidLiquid', nodeId: 'hello', field: ['text'] },
      ])
    })

    it('warns of variables that nothing sets', () => {
      const rule = {
        type: 'rule',
        subject: { type: 'variable', name: 'size.x' },
        operator: 'equals',
        values: ['{{ colour }}'],
      }
      const branch = { id: 'a', group: { type: 'group', rules: [rule] } }
      const nodes: Nodes = {
        which: ['condition', { branches: [branch] }],
        a: say('{{ name }} {{ contact.name }} {{ today }}'),
      }
      const found = lintFlow(draft(nodes, ['start > which', 'which.a > a', 'which.else > a']))
      expect(found.map(({ message }) => /“(.*)”/.exec(message)?.[1])).toEqual([
        'colour',
        'size',
        'name',
      ])
      expect(found.every(({ severity }) => severity === 'warning')).toBe(true)
    })

    it('knows variables that are declared', () => {
      const variables = [{ name: 'name' }]
      expect(codes({ hello: say('{{ name }}') }, ['start > hello'], { variables })).toEqual([])
    })

    it('warns of what the channel cannot show as it is', () => {
      const title = 'A title that is longer than twenty characters'
      const nodes: Nodes = {
        long: say('x'.repeat(4_097)),
        ask: pick({
          buttons: [
            { id: 'yes', title },
            { id: 'no', title: 'No' },
          ],
        }),
        hello: say('x'),
      }
      const flow = draft(nodes, ['start > long', 'long > ask', 'ask.yes > hello', 'ask.no > hello'])
      expect(lintFlow(flow)).toMatchObject([
        { severity: 'warning', code: 'overLimit', nodeId: 'long', field: ['text'] },
        { severity: 'warning', code: 'overLimit', nodeId: 'ask', field: ['buttons', 0, 'title'] },
      ])
      const { telegram } = CAPABILITIES
      expect(lintFlow(flow, { capabilities: [telegram] }).map(({ nodeId }) => nodeId)).toEqual([
        'long',
      ])
    })
  })

  describe('about nodes', () => {
    const rule = (
      operator: string,
      value: string,
      subject: object = { type: 'text', template: 'x' },
    ) => ({
      branches: [
        {
          id: 'a',
          group: { type: 'group', rules: [{ type: 'rule', subject, operator, values: [value] }] },
        },
      ],
    })
    it.each([
      [
        'duplicateTitle',
        'error',
        pick({
          buttons: [
            { id: 'a', title: 'Sí' },
            { id: 'b', title: 'si ' },
          ],
        }),
      ],
      [
        'duplicateHandle',
        'error',
        pick({ buttons: [{ id: 'noReply', title: 'A' }], noReply: { afterSeconds: 5 } }),
      ],
      [
        'lateReminder',
        'warning',
        ask({ noReply: { afterSeconds: 5, reminders: [{ afterSeconds: 5, text: 'x' }] } }),
      ],
      ['emptyRange', 'error', ask({ answer: { type: 'number', min: 5, max: 1 } })],
      ['invalidRegex', 'error', ['condition', rule('matches', '(a')]],
      ['invalidRegex', 'error', ['condition', rule('matches', '(?=a)')]],
      [
        'unknownWeekday',
        'error',
        ['condition', rule('equals', 'Monday', { type: 'time', field: 'weekday' })],
      ],
      [
        'emptyBranch',
        'warning',
        ['condition', { branches: [{ id: 'a', group: { type: 'group', rules: [] } }] }],
      ],
      [
        'invalidJson',
        'error',
        ['setVariable', { assignments: [{ name: 'a', value: { type: 'json', json: '{a:1}' } }] }],
      ],
      [
        'invalidExpression',
        'error',
        [
          'setVariable',
          { assignments: [{ name: 'a', value: { type: 'expression', expression: '{{ a }}' } }] },
        ],
      ],
      [
        'bodyNotAllowed',
        'error',
        ['httpRequest', { url: 'https://e.co', body: { type: 'text', text: 'x' } }],
      ],
      [
        'retriesIgnored',
        'warning',
        ['httpRequest', { url: 'https://e.co', method: 'POST', retries: 2 }],
      ],
      [
        'captionNotShown',
        'warning',
        ['media', { kind: 'voice', source: { type: 'upload', mediaId: 'm' }, caption: 'x' }],
      ],
      ['locationUnset', 'warning', ['location', { latitude: 0, longitude: 0 }]],
      ['missingParameter', 'error', ['template', { name: 't', text: 'Hi {{1}}' }]],
      [
        'shortKeyword',
        'warning',
        ['start', { triggers: [{ type: 'keyword', id: 'k', words: ['hi'], match: 'contains' }] }],
      ],
      [
        'interruptsAlways',
        'warning',
        ['start', { triggers: [{ type: 'anyMessage', id: 'k', interrupts: true }] }],
      ],
      [
        'invalidRegex',
        'error',
        ['start', { triggers: [{ type: 'keyword', id: 'k', words: ['('], match: 'regex' }] }],
      ],
    ] as const)('finds %s', (code, severity, node) => {
      const found = lintFlow(draft({ [node[0] === 'start' ? 'start' : 'x']: node }, ['start > x']))
      expect(found).toContainEqual(expect.objectContaining({ code, severity, nodeType: node[0] }))
    })

    it('leaves a pattern alone that is known only when it runs', () => {
      expect(
        codes({ x: ['condition', rule('matches', '{{ "(" }}')] }, ['start > x']),
      ).not.toContain('error invalidRegex x')
    })
  })

  it('lets only errors stand against publishing, and tells the errors of a node first', () => {
    const warned = lintFlow(draft({ hello: say('{{ nobody }}') }, ['start > hello']))
    expect([warned.length, isPublishable(warned)]).toEqual([1, true])
    const both = lintFlow(
      draft({ hello: say('{{ nobody }}'), a: say('{{ x }}'), b: say('{{ ') }, [
        'start > b',
        'b > a',
      ]),
    )
    expect(isPublishable(both)).toBe(false)
    expect(both.map(({ nodeId }) => nodeId)).toEqual(['hello', 'hello', 'a', 'b'])
  })

  it('judges 2,000 nodes in a row in no time', () => {
    const ids = Array.from({ length: 1_999 }, (_, index) => `n${index}`)
    const nodes = Object.fromEntries(ids.map((id) => [id, say(`{{ contact.name }} ${id}`)]))
    const lines = ids.slice(1).map((id, index) => `n${index} > ${id}`)
    const started = performance.now()
    expect(lintFlow(draft(nodes, ['start > n0', ...lines]))).toEqual([])
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
