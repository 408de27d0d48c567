import { describe, expect, it } from 'vitest'
import { lintFlow } from '../../lint/lintFlow.ts'
import { BLOCK_TYPES, convertTypebot, type ReportItem } from './index.ts'
import { toLiquid, VariableNames } from './names.ts'
import { richTextToMarks } from './richText.ts'

/** A paragraph as Typebot keeps it. */
const p = (text: string) => ({ type: 'p', children: [{ text }] })
const say = (id: string, text: string, rest: object = {}) => ({
  id,
  type: 'text',
  content: { richText: [p(text)] },
  ...rest,
})
const VARIABLES = [
  { id: 'v1', name: 'First Name' },
  { id: 'v2', name: 'score', value: '3' },
  { id: 'v3', name: 'contact' },
]

interface Sample {
  readonly groups: readonly (readonly object[])[]
  /** `from > group`, where `from` is a block or item and gets the id of the edge. */
  readonly edges?: readonly object[]
  readonly rest?: object
}

/** A file of version 6 with one group for each list of blocks; the start leads to the first. */
const typebot = ({ groups, edges = [], rest = {} }: Sample) =>
  JSON.stringify({
    version: '6.1',
    id: 'bot',
    name: 'Bakery',
    events: [{ id: 'ev', type: 'start', outgoingEdgeId: 'e0', graphCoordinates: { x: 0, y: 0 } }],
    groups: groups.map((blocks, index) => ({
      id: `g${index}`,
      title: `Group ${index + 1}`,
      graphCoordinates: { x: index * 300, y: 0 },
      blocks,
    })),
    edges: [{ id: 'e0', from: { eventId: 'ev' }, to: { groupId: 'g0' } }, ...edges],
    variables: VARIABLES,
    ...rest,
  })

function convert(sample: Sample) {
  const converted = convertTypebot(typebot(sample))
  if (!converted.ok) throw new Error(converted.problem)
  const { draft, report } = converted
  const steps = draft.nodes.filter(({ type }) => type !== 'section')
  return {
    ...converted,
    draft,
    report,
    /** Nodes by id, without the start. */
    steps: steps.filter(({ type }) => type !== 'start' && type !== 'note'),
    notes: steps.filter(({ type }) => type === 'note').map(({ data }) => data['text']),
    lines: draft.edges.map(({ source, sourceHandle, target }) =>
      [`${source}.${sourceHandle}`, target].join(' > '),
    ),
  }
}
const one = (block: object, rest: object = {}) => convert({ groups: [[block]], rest })
const codes = (report: readonly ReportItem[]) =>
  report.filter(({ level }) => level !== 'exact').map(({ level, code }) => `${level} ${code}`)

describe('a file of Typebot', () => {
  it('becomes a flow that begins where it began, and goes the same ways', () => {
    const { name, lines, steps, draft, report } = convert({
      groups: [
        [
          say('hello', 'Hi {{First Name}}!'),
          say('ask', 'How are you?'),
          {
            id: 'pick',
            type: 'choice input',
            items: [
              { id: 'i1', content: 'Fine', outgoingEdgeId: 'e1' },
              { id: 'i2', content: 'Not so well' },
            ],
            options: { variableId: 'v1' },
          },
          say('pity', 'What a pity.'),
        ],
        [
          say('good', 'Good.'),
          { id: 'back', type: 'Jump', options: { groupId: 'g0', blockId: 'pick' } },
        ],
      ],
      edges: [{ id: 'e1', from: { blockId: 'pick', itemId: 'i1' }, to: { groupId: 'g1' } }],
    })
    expect(name).toBe('Bakery')
    expect(lines).toEqual([
      'start.next > hello',
      'hello.next > pick',
      'pick.option1 > good',
      'pick.option2 > pity',
      'good.next > back',
    ])
    expect(steps.find(({ id }) => id === 'pick')).toMatchObject({
      type: 'buttons',
      data: {
        text: 'How are you?',
        buttons: [{ title: 'Fine' }, { title: 'Not so well' }],
        saveAs: 'First_Name',
      },
    })
    expect(steps.find(({ id }) => id === 'back')?.data).toEqual({ nodeId: 'pick' })
    expect(codes(report)).toEqual([])
    expect(lintFlow(draft).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(draft.nodes.filter(({ type }) => type === 'section').map((each) => each.name)).toEqual([
      'Group 1',
      'Group 2',
    ])
  })

  it('may be of an earlier version, with its start in a group', () => {
    const converted = convertTypebot(
      JSON.stringify({
        version: '3',
        name: 'Old',
        groups: [
          {
            id: 'a',
            title: 'Start',
            graphCoordinates: { x: 0, y: 0 },
            blocks: [{ id: 's', type: 'start', label: 'Start', groupId: 'a', outgoingEdgeId: 'e' }],
          },
          {
            id: 'b',
            title: 'Hello',
            graphCoordinates: { x: 0, y: 0 },
            blocks: [{ id: 't', type: 'text', content: { html: '', plainText: 'Hello' } }],
          },
        ],
        edges: [{ id: 'e', from: { groupId: 'a', blockId: 's' }, to: { groupId: 'b' } }],
        variables: [],
      }),
    )
    expect(converted.ok && converted.draft.edges).toMatchObject([{ source: 'start', target: 't' }])
    expect(converted.ok && lintFlow(converted.draft)).toEqual([])
  })

  it('places nothing on anything else', () => {
    const { draft } = convert({
      groups: Array.from({ length: 12 }, (_, group) =>
        Array.from({ length: 3 }, (_unused, block) => say(`b${group}-${block}`, 'Hello')),
      ),
    })
    const places = draft.nodes
      .filter(({ type }) => type !== 'section')
      .map(({ position: { x, y } }) => `${x} ${y}`)
    expect(new Set(places).size).toBe(37)
  })

  it('begins by the words that began it', () => {
    const whatsApp = (startCondition: object) =>
      one(say('a', 'Hi'), { settings: { whatsApp: { startCondition } } })
    const started = whatsApp({
      logicalOperator: 'OR',
      comparisons: [
        { id: '1', comparisonOperator: 'Equal to', value: 'Start' },
        { id: '2', comparisonOperator: 'Contains', value: 'order' },
      ],
    })
    expect(started.draft.nodes[0]?.data['triggers']).toMatchObject([
      { type: 'keyword', match: 'exact', words: ['Start'] },
      { type: 'keyword', match: 'contains', words: ['order'] },
    ])
    const unusual = whatsApp({
      logicalOperator: 'OR',
      comparisons: [{ id: '1', comparisonOperator: 'Ends with', value: 'x' }],
    })
    expect(codes(unusual.report)).toEqual(['changed startCondition'])
  })
})

/** A block of each type with usual settings. */
const USUAL: Readonly<Record<string, object>> = {
  text: { content: { richText: [p('Hello')] } },
  image: { content: { url: 'https://example.com/a.png' } },
  video: { content: { type: 'url', url: 'https://example.com/a.mp4' } },
  audio: { content: { url: 'https://example.com/a.mp3' } },
  embed: { content: { url: 'https://example.com' } },
  'choice input': { items: [{ id: 'i', content: 'Yes' }] },
  'picture choice input': {
    items: [{ id: 'i', title: 'Cake', pictureSrc: 'https://example.com/cake.png' }],
  },
  'cards input': { items: [{ id: 'i', title: 'Cake', paths: [{ id: 'p', text: 'Buy' }] }] },
  'Set variable': { options: { variableId: 'v2', expressionToEvaluate: '{{score}} + 1' } },
  Condition: {
    items: [
      {
        id: 'i',
        content: {
          logicalOperator: 'AND',
          comparisons: [
            { id: 'c', variableId: 'v2', comparisonOperator: 'Greater than', value: '2' },
          ],
        },
      },
    ],
  },
  Redirect: { options: { url: 'https://example.com' } },
  Wait: { options: { secondsToWaitFor: '3' } },
  'AB test': {
    options: { aPercent: 30 },
    items: [
      { id: 'a', path: 'a' },
      { id: 'b', path: 'b' },
    ],
  },
  ...Object.fromEntries(
    ['Webhook', 'Make.com', 'Zapier', 'Pabbly'].map((type) => [
      type,
      { options: { webhook: { method: 'POST', url: 'https://example.com', body: '{"a":"b"}' } } },
    ]),
  ),
}

describe('each type of block', () => {
  it.each(Object.entries(BLOCK_TYPES))(
    '%s is taken over as the table says',
    (type, { level, asks }) => {
      const block = { id: 'b', type, ...USUAL[type] }
      const { draft, report } = convert({ groups: [[...(asks ? [say('q', 'Well?')] : []), block]] })
      const mine = report.filter(({ blockType }) => blockType === type)
      expect(mine.length).toBeGreaterThan(0)
      for (const item of mine) expect(item).toMatchObject({ level, blockType: type })
      expect(lintFlow(draft).filter(({ severity }) => severity === 'error')).toEqual([])
      // What has no counterpart can be seen on the canvas.
      expect(draft.nodes.some((node) => node.type === 'note')).toBe(level === 'notMapped')
    },
  )

  it('leads past what has no counterpart', () => {
    const { lines } = convert({
      groups: [
        [
          say('a', 'A'),
          { id: 'x', type: 'Script', options: { content: 'alert(1)' } },
          say('b', 'B'),
        ],
      ],
    })
    expect(lines).toEqual(['start.next > a', 'a.next > b'])
  })

  it('says what is not known, and what a jump leads to nowhere', () => {
    const { report, notes } = convert({
      groups: [
        [
          { id: 'x', type: 'Teleport' },
          { id: 'y', type: 'Jump', options: { groupId: 'gone' } },
          { id: 'z', type: 'Typebot link', options: { typebotId: 'another' } },
        ],
      ],
    })
    expect(codes(report)).toEqual([
      'notMapped unknownBlock',
      'notMapped jumpNowhere',
      'notMapped otherBot',
    ])
    expect(notes).toHaveLength(3)
  })
})

describe('values and comparisons', () => {
  const set = (expressionToEvaluate: string, options: object = {}) =>
    one({
      id: 's',
      type: 'Set variable',
      options: { variableId: 'v2', expressionToEvaluate, ...options },
    })
  const valueOf = (...args: Parameters<typeof set>) => {
    const [assignment] = set(...args).steps.flatMap(({ data }) => data['assignments'] ?? [])
    return assignment
  }
  it.each([
    ['{{score}} + 1', { type: 'expression', expression: 'score | plus: 1' }],
    [
      '{{score}}*{{First Name}} / 2',
      { type: 'expression', expression: 'score | times: First_Name | divided_by: 2' },
    ],
    ['{{First Name}}', { type: 'expression', expression: 'First_Name' }],
    ['12.5', { type: 'number', number: 12.5 }],
    ['Dear {{First Name}}', { type: 'text', text: 'Dear {{ First_Name }}' }],
    ['', { type: 'clear' }],
  ])('%j is worked out as before', (source, value) => {
    expect(valueOf(source)).toEqual({ name: 'score', value })
  })

  it.each(['return {{score}}.toFixed(2)', '{{a}} > 1 ? "x" : "y"', 'items.map(x => x.id)'])(
    '%j is JavaScript, and reported',
    (source) => {
      expect(codes(set(source).report)).toEqual(['notMapped expressionApart'])
    },
  )

  it('works out no sum whose signs bind differently', () => {
    expect(codes(set('{{score}} + 1 * 2').report)).toEqual(['notMapped expressionApart'])
  })

  it('refuses patterns that cannot be used, and knows flags', () => {
    const condition = (value: string) =>
      one({
        id: 'c',
        type: 'Condition',
        items: [
          {
            id: 'i',
            content: {
              comparisons: [
                { id: '1', variableId: 'v2', comparisonOperator: 'Matches regex', value },
                { id: '2', variableId: 'v2', comparisonOperator: 'Is set' },
              ],
            },
          },
        ],
      })
    expect(JSON.stringify(condition('/^a+$/i').steps)).toContain('(?i)^a+$')
    expect(codes(condition('(?=x)').report)).toEqual(['notMapped regexApart'])
  })
})

describe('a request', () => {
  it('keeps method, headers, parameters, body and what is picked from the answer', () => {
    const { steps, report, lines } = convert({
      groups: [
        [
          {
            id: 'r',
            type: 'Webhook',
            options: {
              timeout: 20,
              responseVariableMapping: [
                { id: '1', variableId: 'v2', bodyPath: 'statusCode' },
                { id: '2', variableId: 'v1', bodyPath: 'data.user.names[0]' },
                { id: '3', variableId: 'v1', bodyPath: 'data.flatMap(item => item.id)' },
              ],
              webhook: {
                method: 'POST',
                url: 'https://example.com/{{First Name}}',
                headers: [{ id: 'h', key: 'X-Key', value: '{{score}}' }],
                queryParams: [{ id: 'q', key: 'q', value: 'a b' }],
                body: '{"name": "{{First Name}}"}',
              },
            },
          },
          say('after', 'Done'),
        ],
      ],
    })
    expect(steps[0]?.data).toMatchObject({
      method: 'POST',
      url: 'https://example.com/{{ First_Name }}?q=a%20b',
      headers: [{ name: 'X-Key', value: '{{ score }}' }],
      body: { type: 'json', json: '{"name": "{{ First_Name }}"}' },
      timeoutSeconds: 20,
      saveStatusAs: 'score',
      mapping: [{ path: 'user.names[0]', variable: 'First_Name' }],
    })
    expect(lines.slice(1)).toEqual(['r.success > after', 'r.failure > after'])
    expect(codes(report)).toEqual(['changed queryAppended', 'notMapped mappingApart'])
  })
})

describe('texts', () => {
  it('carry the marks of WhatsApp', () => {
    expect(
      richTextToMarks([
        {
          type: 'p',
          children: [
            { text: 'Hi ' },
            { text: 'there ', bold: true },
            { text: 'you', bold: true, italic: true },
            { type: 'a', url: 'https://example.com', children: [{ text: 'here' }] },
            { type: 'inline-variable', children: [{ text: '{{x}}' }] },
          ],
        },
        {
          type: 'ul',
          children: [
            { type: 'li', children: [{ type: 'lic', children: [{ text: 'one' }] }] },
            { type: 'li', children: [{ type: 'lic', children: [{ text: 'two', code: true }] }] },
          ],
        },
      ]),
    ).toBe('Hi *there* *_you_*here (https://example.com){{x}}\n- one\n- ```two```')
    expect(richTextToMarks('no rich text')).toBe('')
  })

  it('call variables by names that are legal, each by one of its own', () => {
    const names = new VariableNames()
    const renamed = [
      'First Name',
      'first-name',
      'First Name',
      '1st',
      'contact',
      '名前',
      '!!',
      'First_Name',
    ]
    expect(renamed.map((name) => names.of(name))).toEqual([
      'First_Name',
      'first_name',
      'First_Name',
      '_1st',
      'contact_2',
      '名前',
      'variable',
      'First_Name_2',
    ])
  })

  it('say what Liquid would take for its own as it is', () => {
    const names = new VariableNames()
    expect(toLiquid('{% if %} {{a b}} {{= 1 + 1 =}} {{', names)).toEqual({
      text: '{% raw %}{%{% endraw %} if %} {{ a_b }}  {% raw %}{{{% endraw %}',
      leftOut: ['1 + 1'],
    })
  })
})

describe('files of others', () => {
  it.each([
    ['', 'notTypebot'],
    ['hello', 'notTypebot'],
    ['[]', 'notTypebot'],
    ['{"nodes":[],"edges":[]}', 'notTypebot'],
    ['{"groups":[]}', 'notTypebot'],
    ['{"groups":[{"blocks":[]}]}', 'unreadable'],
    ['{"groups":[{"id":"a","blocks":[{"id":5}]}],"edges":[]}', 'unreadable'],
    [
      `{"groups":[{"id":"a","blocks":[${'{"id":"x","type":"text"},'.repeat(2_000)}{"id":"x","type":"text"}]}],"edges":[]}`,
      'unreadable',
    ],
  ])('%#: are refused in words', (text, problem) => {
    expect(convertTypebot(text)).toEqual({ ok: false, problem })
  })

  it('are refused when they are larger than a flow can be', () => {
    const group = (id: number) => ({
      id: `g${id}`,
      blocks: Array.from({ length: 900 }, (_, index) => say(`${id}-${index}`, 'x')),
    })
    const text = JSON.stringify({ groups: [group(1), group(2), group(3)], edges: [] })
    expect(convertTypebot(text)).toEqual({ ok: false, problem: 'tooLarge' })
  })

  it('cannot hang, or reach a prototype', () => {
    const deep = `${'{"children":['.repeat(2_000)}${']}'.repeat(2_000)}`
    const hostile = `{
      "groups": [{ "id": "a", "title": "__proto__", "blocks": [
        { "id": "__proto__", "type": "constructor" },
        { "id": "b", "type": "text", "outgoingEdgeId": "round", "content": { "richText": [${deep}] } },
        { "id": "c", "type": "Jump", "options": { "groupId": "a", "blockId": "b" } },
        { "id": "c", "type": "Jump", "options": { "groupId": "a" } }
      ] }],
      "edges": [{ "id": "round", "to": { "groupId": "a", "blockId": "b" } }],
      "variables": [{ "id": "v", "name": "__proto__" }]
    }`
    const converted = convertTypebot(hostile)
    expect(converted.ok).toBe(true)
    expect(Object.prototype).not.toHaveProperty('default')
    const problems = converted.ok ? lintFlow(converted.draft) : []
    expect(problems.filter(({ code }) => code === 'unknownTarget')).toEqual([])
  })
})
