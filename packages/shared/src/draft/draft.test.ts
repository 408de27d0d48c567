import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  type Draft,
  type DraftNode,
  edgesOf,
  FARTHEST,
  moveNode,
  nodesOf,
  putNode,
  readDraft,
  replaceDraft,
  settingsOf,
} from './index.ts'

const aNode = (id: string, data: DraftNode['data'] = {}): DraftNode => ({
  id,
  type: 'text',
  position: { x: 0, y: 0 },
  data,
})
const aDraft = (draft: Partial<Draft> = {}): Draft => ({
  nodes: [],
  edges: [],
  variables: [],
  settings: {},
  ...draft,
})

function documentOf(draft: Draft): Y.Doc {
  const doc = new Y.Doc()
  replaceDraft(doc, draft)
  return doc
}

/** Two documents that start out equal and hear of each other only when told to. */
function twoEditors(draft: Draft): { ann: Y.Doc; ben: Y.Doc; meet: () => Draft } {
  const ann = documentOf(draft)
  const ben = new Y.Doc()
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(ann))
  const meet = () => {
    const fromAnn = Y.encodeStateAsUpdate(ann)
    Y.applyUpdate(ann, Y.encodeStateAsUpdate(ben))
    Y.applyUpdate(ben, fromAnn)
    expect(readDraft(ann)).toEqual(readDraft(ben))
    return readDraft(ann)
  }
  return { ann, ben, meet }
}

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(
    fc.oneof(fc.constantFrom('text', 'id', 'name', 'caption', 'items', '__proto__'), fc.string()),
    tie('value'),
    { maxKeys: 4 },
  ),
}))
const withoutPrototypeKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutPrototypeKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '__proto__')
      .map(([key, item]) => [key, withoutPrototypeKeys(item)]),
  )
}
// fast-check cannot type a recursive value; what it makes is JSON by construction.
const object = json.object.map(withoutPrototypeKeys) as fc.Arbitrary<DraftNode['data']>

const coordinate = fc.integer({ min: -FARTHEST, max: FARTHEST })

const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    nodes: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        type: fc.constantFrom('text', 'buttons', 'unheardOf'),
        name: fc.constantFrom(undefined, 'Greeting', 'Menu'),
        position: fc.record({ x: coordinate, y: coordinate }),
        data: object,
        translations: fc.constantFrom(
          undefined,
          { es: { text: 'Hola', 'buttons.yes.title': 'Sí' } },
          { ar: { text: 'مرحبا' }, es: { text: 'Hola, ¿qué tal?' } },
        ),
      }),
      { selector: (node) => node.id },
    ),
    edges: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('1', '2', '3', '4'),
        source: fc.constantFrom('a', 'b', 'c', 'd'),
        sourceHandle: fc.constantFrom('next', 'yes'),
        target: fc.constantFrom('a', 'b', 'c', 'd'),
      }),
      { selector: (edge) => edge.id },
    ),
    variables: fc.array(object, { maxLength: 3 }),
    settings: object,
  })
  .map((draft) => {
    const ids = new Set(draft.nodes.map(({ id }) => id))
    return {
      ...draft,
      nodes: draft.nodes.map(({ name, translations, ...node }) => ({
        ...node,
        ...(name !== undefined && { name }),
        ...(translations && { translations }),
      })),
      edges: draft.edges.filter(({ source, target }) => ids.has(source) && ids.has(target)),
    }
  })

describe('a draft in a shared document', () => {
  it('keeps lists of the settings in their order, and as they are when their items cannot be told apart', () => {
    const lists = [
      ['es', 'ar', 'de'],
      ['de', 'es'],
      ['de', 'de', null],
      [],
      ['pt', 'de'],
      undefined,
      ['fr'],
      'none',
      ['fr', 'it'],
    ]
    const doc = documentOf(aDraft())
    for (const languages of lists) {
      const settings = languages === undefined ? {} : { languages }
      replaceDraft(doc, aDraft({ settings }))
      expect(readDraft(doc).settings).toEqual(settings)
    }
  })

  it('becomes any other text', () => {
    const words = fc.array(fc.constantFrom('a', 'Hi', ' ', '{{ x }}', '😀', '😁', ', ', 'ñ'))
    fc.assert(
      fc.property(words, words, (before, after) => {
        const doc = documentOf(aDraft({ nodes: [aNode('a', { text: before.join('') })] }))
        replaceDraft(doc, aDraft({ nodes: [aNode('a', { text: after.join('') })] }))
        expect(readDraft(doc).nodes[0]?.data['text']).toBe(after.join(''))
      }),
    )
  })

  it('reads back as it was written, order included', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        expect(readDraft(documentOf(draft))).toEqual(draft)
      }),
    )
  })

  it('becomes any other draft when replaced', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (before, after) => {
        const doc = documentOf(before)
        replaceDraft(doc, after)
        expect(readDraft(doc)).toEqual(after)
      }),
    )
  })

  it('sends nothing to the others when it is replaced by itself', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const doc = documentOf(draft)
        let updates = 0
        doc.on('update', () => {
          updates += 1
        })
        replaceDraft(doc, draft)
        expect(updates).toBe(0)
      }),
    )
  })

  it('sends little when one letter of a long text changes', () => {
    const long = 'word '.repeat(2_000)
    const doc = documentOf(aDraft({ nodes: [aNode('a', { text: long })] }))
    const sizes: number[] = []
    doc.on('update', (update: Uint8Array) => sizes.push(update.length))
    replaceDraft(doc, aDraft({ nodes: [aNode('a', { text: `${long}!` })] }))
    expect(sizes).toHaveLength(1)
    expect(sizes[0]).toBeLessThan(60)
  })

  it('keeps an emoji whole when another with the same first half takes its place', () => {
    const doc = documentOf(aDraft({ nodes: [aNode('a', { text: 'so 😀 it is' })] }))
    replaceDraft(doc, aDraft({ nodes: [aNode('a', { text: 'so 😁 it is' })] }))
    expect(readDraft(doc).nodes[0]?.data['text']).toBe('so 😁 it is')
  })
})

describe('two people who edit at once', () => {
  it('both keep the nodes they add', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (shared, other) => {
        const { ann, ben, meet } = twoEditors(shared)
        ann.transact(() => putNode(ann, aNode('from-ann', { text: 'Hello' })))
        ben.transact(() => {
          for (const node of other.nodes) putNode(ben, node)
          putNode(ben, aNode('from-ben'))
        })
        const ids = meet().nodes.map(({ id }) => id)
        expect(ids).toEqual(
          expect.arrayContaining([
            'from-ann',
            'from-ben',
            ...[...shared.nodes, ...other.nodes].map(({ id }) => id),
          ]),
        )
      }),
    )
  })

  it('both keep what they write into different fields of one node', () => {
    const start = aNode('a', { text: 'Hi', buttons: [{ id: 'yes', title: 'Yes' }], saveAs: '' })
    const { ann, ben, meet } = twoEditors(aDraft({ nodes: [start] }))
    ann.transact(() =>
      putNode(ann, {
        ...start,
        data: {
          ...start.data,
          buttons: [
            { id: 'yes', title: 'Yes' },
            { id: 'no', title: 'No' },
          ],
        },
      }),
    )
    ben.transact(() => putNode(ben, { ...start, data: { ...start.data, saveAs: 'answer' } }))
    ben.transact(() => moveNode(ben, 'a', { x: 40, y: 80 }))
    expect(meet().nodes).toEqual([
      {
        ...start,
        position: { x: 40, y: 80 },
        data: {
          text: 'Hi',
          saveAs: 'answer',
          buttons: [
            { id: 'yes', title: 'Yes' },
            { id: 'no', title: 'No' },
          ],
        },
      },
    ])
  })

  it('both keep what they type into one text', () => {
    const start = aNode('a', { text: 'Dear customer,' })
    const { ann, ben, meet } = twoEditors(aDraft({ nodes: [start] }))
    ann.transact(() => putNode(ann, aNode('a', { text: 'Dear customer, we are open.' })))
    ben.transact(() => putNode(ben, aNode('a', { text: 'Good morning, dear customer,' })))
    const text = meet().nodes[0]?.data['text']
    expect(text).toContain('we are open.')
    expect(text).toContain('Good morning, d')
  })

  it('both keep the translations that they write, of a node that had none', () => {
    const start = aNode('a', { text: 'Hello', footer: 'Shop' })
    const { ann, ben, meet } = twoEditors(aDraft({ nodes: [start] }))
    ann.transact(() => putNode(ann, { ...start, translations: { es: { text: 'Hola' } } }))
    ben.transact(() =>
      putNode(ben, { ...start, translations: { es: { footer: 'Tienda' }, de: { text: 'Hallo' } } }),
    )
    expect(meet().nodes[0]?.translations).toEqual({
      de: { text: 'Hallo' },
      es: { text: 'Hola', footer: 'Tienda' },
    })
  })

  it('both keep the languages and tests that they add, of a flow that had none', () => {
    const test = (id: string) => ({ id, name: `Test ${id}`, script: 'Customer: hi' })
    const { ann, ben, meet } = twoEditors(aDraft())
    replaceDraft(ann, aDraft({ settings: { languages: ['es'], tests: [test('1')] } }))
    replaceDraft(ben, aDraft({ settings: { languages: ['ar', 'de'], tests: [test('2')] } }))
    const { languages, tests } = meet().settings
    expect(languages).toEqual(expect.arrayContaining(['es', 'ar', 'de']))
    expect(languages).toHaveLength(3)
    expect(tests).toEqual(expect.arrayContaining([test('1'), test('2')]))
  })

  it('both keep the languages that they add to those that an earlier version wrote', () => {
    const { ann, ben, meet } = twoEditors(aDraft())
    settingsOf(ann).set('languages', Y.Array.from(['es']))
    meet()
    replaceDraft(ann, aDraft({ settings: { languages: ['es', 'ar'] } }))
    replaceDraft(ben, aDraft({ settings: { languages: ['de'] } }))
    expect(meet().settings['languages']).toEqual(expect.arrayContaining(['ar', 'de']))
    expect(meet().settings['languages']).toHaveLength(2)
  })

  it('both keep what they do when one renames a variable and the other goes on writing', () => {
    const text = 'Hi {{ count }}, today we have {{ count }} of them and {{ count }} more.'
    const count = { name: 'count', type: 'text', default: null, description: '' }
    const { ann, ben, meet } = twoEditors(
      aDraft({ nodes: [aNode('a', { text })], variables: [count] }),
    )
    replaceDraft(
      ann,
      aDraft({
        nodes: [aNode('a', { text: text.replaceAll('count', 'amount') })],
        variables: [{ ...count, name: 'amount' }],
      }),
    )
    replaceDraft(
      ben,
      aDraft({
        nodes: [aNode('a', { text: text.replace('today', 'today, as always,') })],
        variables: [{ ...count, default: '7' }],
      }),
    )
    const { nodes, variables } = meet()
    expect(nodes[0]?.data['text']).toBe(
      'Hi {{ amount }}, today, as always, we have {{ amount }} of them and {{ amount }} more.',
    )
    expect(variables).toEqual([{ ...count, name: 'amount', default: '7' }])
  })

  it('have one text or the other in a piece that both write anew, never every second word of each', () => {
    const { ann, ben, meet } = twoEditors(aDraft({ nodes: [aNode('a', { text: 'XXXX XX' })] }))
    ann.transact(() => putNode(ann, aNode('a', { text: 'we are open from nine to five' })))
    ben.transact(() => putNode(ben, aNode('a', { text: 'nobody is in the shop today' })))
    const text = meet().nodes[0]?.data['text']
    expect(text).toContain('we are open from nine to five')
    expect(text).toContain('nobody is in the shop today')
  })

  it('see no edge to a node that one of them deleted while the other connected it', () => {
    const { ann, ben, meet } = twoEditors(aDraft({ nodes: [aNode('a'), aNode('b')] }))
    ann.transact(() => nodesOf(ann).delete('b'))
    replaceDraft(ben, {
      ...readDraft(ben),
      edges: [{ id: 'e', source: 'a', sourceHandle: 'next', target: 'b' }],
    })
    expect(edgesOf(ben).size).toBe(1)
    expect(meet()).toEqual(aDraft({ nodes: [aNode('a')] }))
  })

  it('keep one place whole when both move the same node', () => {
    const { ann, ben, meet } = twoEditors(aDraft({ nodes: [aNode('a')] }))
    ann.transact(() => moveNode(ann, 'a', { x: 1, y: 1 }))
    ben.transact(() => moveNode(ben, 'a', { x: 2, y: 2 }))
    const position = meet().nodes[0]?.position
    expect([
      { x: 1, y: 1 },
      { x: 2, y: 2 },
    ]).toContainEqual(position)
  })
})

describe('a document that something else wrote into', () => {
  it('is read without what is not a draft', () => {
    const doc = documentOf(aDraft({ nodes: [aNode('a')] }))
    doc.transact(() => {
      // What a hostile client can do, and the types forbid.
      const nodes = nodesOf(doc) as Y.Map<unknown>
      nodes.set('plain', 'not a map')
      nodes.set('untyped', new Y.Map([['data', 'x']]))
      nodes.set(
        'odd',
        new Y.Map<unknown>([
          ['type', 'text'],
          ['position', 'here'],
          ['data', 7],
        ]),
      )
      nodes.set(
        'lost',
        new Y.Map<unknown>([
          ['type', 'text'],
          ['position', { x: 1e308, y: Number.NaN }],
        ]),
      )
      settingsOf(doc).set('bytes', new Uint8Array([1, 2]))
      settingsOf(doc).set('nested', new Y.Doc())
    })
    expect(readDraft(doc)).toEqual(
      aDraft({
        nodes: [aNode('a'), { ...aNode('lost'), position: { x: FARTHEST, y: 0 } }, aNode('odd')],
        settings: { bytes: null, nested: null },
      }),
    )
  })
})
