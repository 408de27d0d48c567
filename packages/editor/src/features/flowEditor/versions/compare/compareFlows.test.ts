import type { Draft, DraftNode } from '@parley/shared/draft'
import { beforeAll, describe, expect, it } from 'vitest'
import { overlaps } from '../../../../canvas/box.ts'
import '../../../../i18n/withCanvasTexts.ts'
import { boxOf } from '../../../../canvas/places.ts'
import { edgeWords } from './ChangeDetails.tsx'
import { type Change, compareFlows } from './compareFlows.ts'
import { fieldChanges } from './fieldChanges.ts'
import { fieldLines } from './fieldLines.ts'
import { textDiff, toPlainText, wordDiff } from './textDiff.ts'

const node = (id: string, type: string, data: DraftNode['data'], x = 0, y = 0): DraftNode => ({
  id,
  type,
  position: { x, y },
  data,
})
const edge = (id: string, source: string, sourceHandle: string, target: string) => ({
  id,
  source,
  sourceHandle,
  target,
})
const menu = (text: string, ...titles: string[]) =>
  node('menu', 'buttons', { text, buttons: titles.map((title) => ({ id: title, title })) }, 400)

//  before: start ─► menu ─ order ─► order ─► bye        after: start ─► menu ─ order ─► order ─► (nothing)
//                        └ hours ─► bye                                     └ human ─► human, in bye's place
const BEFORE: Draft = {
  nodes: [
    node('start', 'start', { triggers: [] }),
    menu('How can we help?', 'order', 'hours'),
    node('order', 'text', { text: 'On its way.' }, 800),
    node('bye', 'text', { text: 'Goodbye!' }, 1200),
  ],
  edges: [
    edge('1', 'start', 'next', 'menu'),
    edge('2', 'menu', 'order', 'order'),
    edge('3', 'menu', 'hours', 'bye'),
    edge('4', 'order', 'next', 'bye'),
  ],
  variables: [],
  settings: {},
}
const AFTER: Draft = {
  nodes: [
    node('start', 'start', { triggers: [] }, 0, 300),
    menu('How may we help?', 'order', 'human'),
    node('order', 'text', { text: 'On its way.' }, 800),
    node('human', 'handover', { to: 'Service' }, 1200),
  ],
  edges: [
    edge('1', 'start', 'next', 'menu'),
    edge('2b', 'menu', 'order', 'order'),
    edge('5', 'menu', 'human', 'human'),
  ],
  variables: [{ name: 'size' }],
  settings: {},
}

const short = ({ type, id, mark }: Change) => `${mark} ${type} ${id}`.trim()

describe('two states of a flow', () => {
  const comparison = compareFlows(BEFORE, AFTER)

  it('differ in what was added, removed and changed, told in reading order', () => {
    expect(comparison.changes.map(short)).toEqual([
      'changed flow',
      'changed node menu',
      'removed edge before:3',
      'added edge 5',
      'removed edge before:4',
      'removed node bye',
      'added node human',
    ])
  })

  it('are no different when nodes have only moved, or when an edge has another id', () => {
    expect(comparison.marks.nodes.has('start')).toBe(false)
    expect(comparison.marks.edges.has('2b')).toBe(false)
    expect(compareFlows(BEFORE, BEFORE).changes).toEqual([])
  })

  it('lie over each other without hiding one another', () => {
    const { nodes } = comparison.both
    expect(nodes.map(({ id }) => id).toSorted()).toEqual(['bye', 'human', 'menu', 'order', 'start'])
    const pairs = nodes.flatMap((a, index) => nodes.slice(index + 1).map((b) => [a, b] as const))
    expect(pairs.filter(([a, b]) => overlaps(boxOf(a), boxOf(b)))).toEqual([])
  })

  it('keep the lines that are gone, from another way out when theirs is gone, too', () => {
    const lines = comparison.both.edges.filter(({ id }) => id.startsWith('before:'))
    expect(lines.map(({ sourceHandle }) => sourceHandle)).toEqual(['order', 'next'])
  })

  it('tell where a way out led and where it leads', () => {
    const moved = compareFlows(BEFORE, {
      ...BEFORE,
      edges: [...BEFORE.edges.slice(0, 3), edge('4', 'order', 'next', 'menu')],
    })
    expect(moved.changes.map(short)).toEqual(['changed edge 4'])
    expect([...moved.marks.edges]).toEqual([
      ['4', 'changed'],
      ['before:4', 'removed'],
    ])
    const [change] = moved.changes
    expect(change?.type === 'edge' && edgeWords(change, moved)).toBe(
      '“Next” of “Text – On its way.” led to “Text – Goodbye!”, and leads to “Buttons – How can we help?” now',
    )
  })
})

describe('the fields of a node', () => {
  const linesOf = (each: DraftNode) => fieldLines(each).map(({ label, value }) => [label, value])

  it('are told in the words of its form, lists entry by entry, and nothing that is empty', () => {
    expect(linesOf(menu('Help?', 'order'))).toEqual([
      ['Message', 'Help?'],
      ['Buttons 1', 'order'],
    ])
  })

  it('differ field by field', () => {
    const changes = fieldChanges(
      fieldLines(menu('How can we help?', 'order', 'hours')),
      fieldLines(menu('How may we help?', 'order', 'human')),
    )
    expect(changes.map(({ label, before, after }) => [label, before, after])).toEqual([
      ['Message', 'How can we help?', 'How may we help?'],
      ['Buttons 2', null, 'human'],
      ['Buttons 2', 'hours', null],
    ])
  })
})

describe('the text of a comparison', () => {
  const blocks = textDiff(compareFlows(BEFORE, AFTER))
  let plain = ''
  beforeAll(() => {
    plain = toPlainText(blocks.filter(({ isChanged }) => isChanged))
  })

  it('has a block for each node, with the lines that differ marked', () => {
    expect(plain).toContain('-   Message: How can we help?\n+   Message: How may we help?')
    expect(plain).toContain('-   Next → Text – Goodbye!')
    expect(plain).toContain('+ Hand over\n+   Person or team: Service')
    expect(plain).toContain('+   Variables 1: size')
  })

  it('leaves out nothing that is in either of them', () => {
    expect(blocks.map(({ id }) => id).toSorted()).toEqual([
      '',
      'bye',
      'human',
      'menu',
      'order',
      'start',
    ])
    expect(blocks.find(({ id }) => id === 'start')?.isChanged).toBe(false)
  })
})

describe('words', () => {
  it.each([
    ['en', 'How can we help?', 'How may we help?', ['How ', '-can', '+may', ' we help?']],
    ['ar', 'أهلا بك', 'مرحبا بك', ['-أهلا', '+مرحبا', ' بك']],
    ['en', '', 'New', ['+New']],
  ])('in %s differ one by one', (locale, before, after, parts) => {
    const signs = { same: '', added: '+', removed: '-' }
    expect(
      wordDiff(before, after, locale).map(({ kind, text }) => `${signs[kind]}${text}`),
    ).toEqual(parts)
  })
})
