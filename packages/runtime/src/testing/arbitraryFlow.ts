import {
  definitionOf,
  type Flow,
  flowSchema,
  NODE_TYPES,
  type NodeDataInput,
  type NodeType,
  type Weekday,
} from '@parley/shared'
import fc from 'fast-check'

/** Random flows of all node types, for properties that must hold for every flow. */

const variable = fc.constantFrom('a', 'b', 'c')
/** Templates that work, that are broken, and texts that are hard to handle. */
const words = fc.oneof(
  fc.constantFrom(
    'Hello',
    'Hi {{ contact.name }}',
    '{{ a }}{{ b }}',
    '{{ c | upcase }}',
    '{{ nothing }} ',
    '{% if a %}yes{% else %}no{% endif %}',
    '{{ "a,b,c,d,e" | split: "," | pick }}',
    '{{ broken',
    '{{ a | no_such_filter }}',
    '{% for i in (1..9999) %}{% for j in (1..9999) %}x{% endfor %}{% endfor %}',
    'مرحبا {{ a }} 👩‍👩‍👧‍👦',
    '1',
    'x'.repeat(5_000),
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => `.${text.replaceAll('\u0000', '')}`),
)
const NODE_IDS = Array.from({ length: 12 }, (_, index) => `n${index}`)
type TemplateButton = NonNullable<NodeDataInput<'template'>['buttons']>[number]
const saveAs = fc.oneof(fc.constant(''), variable)

const noReply = fc.option(
  fc.record({
    afterSeconds: fc.integer({ min: 1, max: 10_000 }),
    reminders: fc.array(
      fc.record({ afterSeconds: fc.integer({ min: 1, max: 10_000 }), text: words }),
      { maxLength: 3 },
    ),
  }),
)
const answers = {
  retryText: words,
  maxTries: fc.option(fc.integer({ min: 1, max: 3 })),
  noReply,
}
const source = fc.oneof(
  fc.constant({ type: 'upload' as const, mediaId: 'med_1' }),
  words.map((url) => ({ type: 'url' as const, url })),
)
const header = fc.option(
  fc.oneof(
    fc.record({ type: fc.constant('text' as const), text: fc.constant('Head {{ a }}') }),
    fc.record({ type: fc.constantFrom('image' as const, 'video' as const), source }),
    fc.record({ type: fc.constant('document' as const), source, filename: fc.constant('{{ a }}') }),
  ),
)
const interactive = { text: words, header, footer: fc.constantFrom('', 'Foot {{ b }}') }
const OPTIONS = ['yes', 'no', 'more', 'less'].map((id) => ({
  id,
  title: id === 'less' ? '{{ a }}' : `Title ${id}`,
  synonyms: [id],
}))
const options = fc.subarray(OPTIONS, { minLength: 1 })
const rule = fc.record({
  type: fc.constant('rule' as const),
  subject: fc.oneof(
    variable.map((name) => ({ type: 'variable' as const, name })),
    fc.constant({ type: 'tags' as const }),
    fc.constant({ type: 'time' as const, field: 'weekday' as const }),
    words.map((template) => ({ type: 'text' as const, template: template.slice(0, 100) })),
  ),
  operator: fc.constantFrom('equals' as const, 'contains', 'greater', 'matches', 'hasTag'),
  values: fc.constantFrom('1', 'vip', '{{ b }}', '(a+)+$', 'mon').map((value) => [value]),
})
const group = fc.record({
  type: fc.constant('group' as const),
  match: fc.constantFrom('all' as const, 'any' as const),
  rules: fc.array(
    fc.oneof(
      rule,
      fc.record({
        type: fc.constant('group' as const),
        match: fc.constant('any' as const),
        rules: fc.array(rule, { maxLength: 2 }),
      }),
    ),
    { maxLength: 3 },
  ),
})

const DATA: { readonly [Type in NodeType]: fc.Arbitrary<NodeDataInput<Type>> } = {
  start: fc.constant({}),
  text: fc.record({ text: words }),
  media: fc.record({
    kind: fc.constantFrom('image' as const, 'document', 'sticker', 'voice'),
    source,
    caption: words,
    filename: fc.constantFrom('', '{{ a }}.pdf'),
  }),
  buttons: fc.record({
    ...interactive,
    buttons: options,
    saveAs,
    otherHandle: fc.boolean(),
    ...answers,
  }),
  list: fc.record({
    ...interactive,
    buttonText: fc.constant('{{ a }}'),
    sections: options.map((rows) => [
      { title: '{{ b }}', rows: rows.map((row) => ({ ...row, description: '{{ c }}' })) },
    ]),
    saveAs,
    otherHandle: fc.boolean(),
    ...answers,
  }),
  ctaUrl: fc.record({
    ...interactive,
    buttonText: fc.constant('{{ a }}'),
    url: fc.constantFrom('https://example.com/{{ a }}', '{{ b }}'),
  }),
  template: fc.record({
    name: fc.constant('offer'),
    text: fc.constantFrom('Hi {{1}}', ''),
    header,
    footer: fc.constantFrom('', 'Foot'),
    parameters: fc.record({ '1': words.map((text) => text.slice(0, 4_000)) }),
    buttons: fc.subarray<TemplateButton>([
      { type: 'quickReply', id: 'yes', title: 'Yes' },
      { type: 'url', id: 'site', title: 'Site', url: '{{ a }}' },
    ]),
    saveAs,
    otherHandle: fc.boolean(),
    ...answers,
  }),
  location: fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    name: fc.constantFrom('', '{{ a }}'),
  }),
  question: fc.record({
    text: words,
    answer: fc.oneof(
      fc.constantFrom(
        { type: 'text' as const, maxLength: 50 },
        { type: 'number' as const, min: 1 },
        { type: 'email' as const },
        { type: 'phone' as const },
        { type: 'date' as const },
      ),
      fc.record({
        type: fc.constant('choice' as const),
        options,
        shownAs: fc.constantFrom('buttons' as const, 'list', 'numbers'),
      }),
    ),
    saveAs: variable,
    ...answers,
  }),
  condition: fc.record({
    branches: fc
      .constantFrom(['yes'], ['yes', 'no'])
      .chain((ids) => fc.tuple(...ids.map((id) => group.map((each) => ({ id, group: each }))))),
  }),
  setVariable: fc.record({
    assignments: fc.array(
      fc.record({
        name: variable,
        value: fc.oneof(
          words.map((text) => ({ type: 'text' as const, text })),
          fc.constantFrom(
            { type: 'number' as const, number: '{{ a | plus: 1 }}' },
            { type: 'boolean' as const, boolean: true },
            { type: 'json' as const, json: '[{"a": "{{ a }}"}]' },
            { type: 'expression' as const, expression: 'b | append: a' },
            { type: 'clear' as const },
          ),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  delay: fc.oneof(
    fc.record({
      type: fc.constant('for' as const),
      amount: fc.integer({ min: 1, max: 100 }),
      unit: fc.constantFrom('seconds' as const, 'minutes', 'hours'),
    }),
    fc.record({
      type: fc.constant('until' as const),
      time: fc.constant('08:30'),
      days: fc.subarray<Weekday>(['mon', 'tue']),
    }),
  ),
  goTo: fc.record({ nodeId: fc.constantFrom('start', 'lost', ...NODE_IDS) }),
  httpRequest: fc.record({
    method: fc.constantFrom('GET' as const, 'POST'),
    url: fc.constantFrom('https://example.com/{{ a }}', '{{ b }}'),
    headers: fc.constantFrom([], [{ name: 'X-A', value: '{{ a }}' }]),
    body: fc.constantFrom(
      { type: 'none' as const },
      { type: 'json' as const, json: '{"a": "{{ a }}", "b": [{{ b }}]}' },
      { type: 'form' as const, fields: [{ name: 'a', value: '{{ a }}' }] },
    ),
    saveResponseAs: saveAs,
    mapping: fc.constantFrom([], [{ path: 'a[0].b', variable: 'c' }]),
  }),
  handover: fc.record({ to: fc.constant('{{ a }}'), message: words }),
  end: fc.record({ message: fc.constantFrom('', 'Bye {{ a }}') }),
  note: fc.record({ text: words }),
  section: fc.constant({}),
}

const ANY_MESSAGE = { triggers: [{ type: 'anyMessage', id: 'any' }] }

const node = (id: string) =>
  fc
    .constantFrom(...NODE_TYPES)
    .chain((type) =>
      DATA[type].map((data) => ({ id, type, position: { x: 0, y: 0 }, data: data as object })),
    )

/** Valid for the engine; whether it makes sense is the linter's question. Most handles lead on, some lead nowhere. */
export const arbitraryFlow: fc.Arbitrary<Flow> = fc
  .record({
    nodes: fc.tuple(...NODE_IDS.map(node)),
    targets: fc.array(fc.constantFrom(...NODE_IDS, 'missing'), { minLength: 10, maxLength: 100 }),
    staleTap: fc.constantFrom('ignore', 'explain', 'jumpBack'),
  })
  .map(({ nodes, targets, staleTap }) => {
    const start = { id: 'start', type: 'start', data: ANY_MESSAGE }
    const flow = flowSchema.parse({ nodes: [start, ...nodes], edges: [], settings: { staleTap } })
    const handles = flow.nodes.flatMap(({ id, type, data }) =>
      definitionOf(type)
        .handles(data)
        .map((handle) => ({ id: `${id}.${handle.id}`, source: id, sourceHandle: handle.id })),
    )
    const edges = handles.map((edge, index) => ({
      ...edge,
      target: targets[index % targets.length] ?? 'missing',
    }))
    return { ...flow, edges }
  })
