import { CAPABILITIES, type FlowProblem, type LintOptions, lintDraft } from '@parley/shared'
import { type Draft, type DraftNode, withEdit } from '@parley/shared/draft'
import { describe, expect, it } from 'vitest'
import '../../i18n/withCanvasTexts.ts'
import { aNode, edgesOf } from '../../testing/anEditor.ts'
import { fixesOf } from './index.ts'

const start = aNode('start', 'start', {
  triggers: [{ type: 'keyword', id: 'k', words: ['hello'], match: 'exact' }],
})
const text = (id: string, words = 'Hi') => aNode(id, 'text', { text: words })
const flow = (
  nodes: readonly DraftNode[],
  lines: readonly string[],
  variables: Draft['variables'] = [],
): Draft => ({ nodes, edges: edgesOf(...lines), variables, settings: {} })
const startWith = (trigger: DraftNode['data']) =>
  flow([aNode('start', 'start', { triggers: [trigger] }), text('a')], ['start > a'])
const chain = (...nodes: readonly DraftNode[]) =>
  flow(
    [start, ...nodes],
    nodes.map(({ id }, index) => `${index === 0 ? 'start' : (nodes[index - 1]?.id ?? '')} > ${id}`),
  )
const setName = (name: string) => ({ name, value: { type: 'text', text: 'x' } })
const rule = {
  type: 'rule',
  subject: { type: 'contact', field: 'name' },
  operator: 'equals',
  values: ['x'],
}
const list = (...titles: readonly string[]) =>
  aNode('a', 'list', {
    text: 'Which?',
    buttonText: 'Open',
    otherHandle: true,
    sections: [{ title: '', rows: titles.map((title, index) => ({ id: `r${index}`, title })) }],
  })

const DRAFTS: Readonly<Record<string, Draft>> = {
  noStart: flow([text('a')], []),
  severalStarts: flow(
    [start, text('a'), aNode('other', 'start', { triggers: [{ type: 'anyMessage', id: 'o' }] })],
    ['start > a', 'other > a'],
  ),
  noTrigger: flow([aNode('start', 'start', { triggers: [] }), text('a')], ['start > a']),
  interruptsAlways: startWith({ type: 'anyMessage', id: 'a', interrupts: true }),
  shortKeyword: startWith({ type: 'keyword', id: 'a', words: ['hi'], match: 'contains' }),
  shadowedTrigger: chain(text('a')),
  unknownSource: flow([start, text('a')], ['start > a', 'gone > a']),
  unknownTarget: flow([start, text('a')], ['start > a', 'a > gone']),
  noInput: flow([start, text('a'), aNode('note', 'note')], ['start > a', 'a > note']),
  unknownHandle: flow([start, text('a')], ['start > a', 'a.maybe > a']),
  secondEdge: flow([start, text('a'), text('b')], ['start > a', 'start > b', 'a > b']),
  unreachable: flow([start, text('a'), text('b')], ['start > a']),
  missingEdge: chain(list('Tea', 'Mate')),
  noFailureEdge: flow(
    [start, aNode('a', 'httpRequest', { url: 'https://example.com' }), text('b')],
    ['start > a', 'a.success > b'],
  ),
  endlessLoop: flow([start, text('a'), text('b')], ['start > a', 'a > b', 'b > a']),
  unknownVariable: flow(
    [
      start,
      aNode('q', 'question', { text: 'Who?', saveAs: 'name' }),
      text('a', 'Hi {{ nmae | upcase }}'),
    ],
    ['start > q', 'q > a'],
  ),
  unusedVariable: chain(
    aNode('a', 'setVariable', { assignments: [setName('one'), setName('two')] }),
    text('b', '{{ two }}'),
  ),
  explosiveRegex: startWith({ type: 'keyword', id: 'a', words: ['(\\w+)+'], match: 'regex' }),
  duplicateTitle: chain(list('Tea', 'tea', 'Tea (2)')),
  equalWhenCut: chain(
    list('Delivery to your own home today', 'Delivery to your own home tomorrow'),
  ),
  overLimit: chain(text('a', 'A sentence of some words. '.repeat(200)), text('b')),
  lateReminder: chain(
    aNode('a', 'question', {
      text: 'Who?',
      saveAs: 'who',
      noReply: { afterSeconds: 60, reminders: [{ afterSeconds: 60, text: 'Still there?' }] },
    }),
  ),
  emptyRange: chain(
    aNode('a', 'question', {
      text: 'How many?',
      saveAs: 'n',
      answer: { type: 'number', min: 5, max: 1 },
    }),
  ),
  emptyBranch: chain(
    aNode('a', 'condition', {
      branches: [
        { id: 'one', group: { type: 'group', rules: [] } },
        { id: 'two', group: { type: 'group', rules: [rule] } },
      ],
    }),
  ),
  retriesIgnored: chain(
    aNode('a', 'httpRequest', { url: 'https://e.co', method: 'POST', retries: 2 }),
  ),
  bodyNotAllowed: chain(
    aNode('a', 'httpRequest', {
      url: 'https://e.co',
      method: 'GET',
      body: { type: 'text', text: 'x' },
    }),
  ),
  captionNotShown: chain(
    aNode('a', 'media', {
      kind: 'voice',
      source: { type: 'upload', mediaId: 'm' },
      caption: 'Listen',
      filename: '',
    }),
  ),
  invalidField: chain(aNode('a', 'text', { text: 'Hi', colour: 'red' })),
}

const OPTIONS: LintOptions = {
  capabilities: [CAPABILITIES['whatsapp-cloud']],
  rivals: [
    {
      name: 'Lunch',
      triggers: [
        {
          type: 'keyword',
          id: 'x',
          words: ['hello'],
          match: 'exact',
          priority: 3,
          interrupts: false,
          groups: false,
          activeHours: null,
        },
      ],
    },
  ],
}
const keyOf = ({ code, nodeId, edgeId, field = [], handle }: FlowProblem) =>
  [code, nodeId, edgeId, handle, ...field].join(' ')
const errorsIn = (problems: readonly FlowProblem[]) =>
  problems.filter(({ severity }) => severity === 'error').length

describe.each(Object.entries(DRAFTS))('%s', (code, draft) => {
  let made = 0
  const scope = { draft, newId: () => `new${++made}` }
  const problems = lintDraft(draft, OPTIONS)
  const problem = problems.find((each) => each.code === code)

  it('is solved by each of its fixes, which make no new errors', () => {
    if (!problem) throw new Error(`The draft has no ${code}: ${problems.map((p) => p.code).join()}`)
    const fixes = fixesOf(problem, scope)
    expect(fixes.length).toBeGreaterThan(0)
    for (const { label, edit } of fixes) {
      const left = lintDraft(withEdit(draft, edit), OPTIONS)
      expect([label, left.map(keyOf)]).not.toEqual([
        label,
        expect.arrayContaining([keyOf(problem)]),
      ])
      expect([label, errorsIn(left)]).toEqual([label, Math.min(errorsIn(left), errorsIn(problems))])
    }
  })
})

describe('a fix', () => {
  const fixed = (code: string, label: RegExp) => {
    const draft = DRAFTS[code]
    const problem = draft && lintDraft(draft, OPTIONS).find((each) => each.code === code)
    if (!problem) throw new Error(`No ${code}.`)
    let made = 0
    const fix = fixesOf(problem, { draft, newId: () => `new${++made}` }).find((each) =>
      label.test(each.label),
    )
    if (!fix) throw new Error(`No such fix for ${code}.`)
    return withEdit(draft, fix.edit)
  }

  it('splits a long text into messages that follow one another and lead on', () => {
    const { nodes, edges } = fixed('overLimit', /Split/u)
    expect(nodes.map(({ id }) => id)).toEqual(['start', 'a', 'b', 'new1'])
    const leadsTo = (id: string) => edges.find(({ source }) => source === id)?.target
    expect([leadsTo('a'), leadsTo('new1')]).toEqual(['new1', 'b'])
  })

  it('puts the name in that was meant', () => {
    const { nodes } = fixed('unknownVariable', /name/u)
    expect(nodes.find(({ id }) => id === 'a')?.data).toEqual({ text: 'Hi {{ name | upcase }}' })
  })

  it('is not offered once the problem is gone', () => {
    const draft = DRAFTS['secondEdge']
    const [problem] = draft ? lintDraft(draft) : []
    if (!problem || !draft) throw new Error('No problem.')
    const solved = { ...draft, nodes: draft.nodes.slice(0, 1), edges: [] }
    expect(
      fixesOf(
        { ...problem, code: 'unusedVariable', nodeId: 'gone', field: ['x', 1] },
        {
          draft: solved,
          newId: () => 'n',
        },
      ),
    ).toEqual([])
  })
})
