import { type Draft, type DraftNode, withEdit } from '@parley/shared/draft'
import { describe, expect, it } from 'vitest'
import { compareDrafts, isUnchanged, toDraft, toRestore } from './compareDrafts.ts'

const text = (id: string, words: string, x = 0): DraftNode => ({
  id,
  type: 'text',
  position: { x, y: 0 },
  data: { text: words },
})
const edge = (id: string, source: string, target: string) => ({
  id,
  source,
  sourceHandle: 'next',
  target,
})
const VERSION: Draft = {
  nodes: [text('a', 'Hi'), text('b', 'Bye'), text('c', 'Gone')],
  edges: [edge('1', 'a', 'b'), edge('2', 'b', 'c')],
  variables: [],
  settings: { timeZone: 'Europe/Berlin' },
}
const DRAFT: Draft = {
  nodes: [text('a', 'Hi', 640), text('b', 'See you'), text('d', 'New')],
  edges: [edge('1', 'a', 'b'), edge('3', 'b', 'd')],
  variables: [{ name: 'order' }],
  settings: { timeZone: 'Europe/Berlin' },
}

describe('a draft compared with a version', () => {
  it('tells new, missing and changed nodes, and connections; places do not count', () => {
    const changes = compareDrafts(VERSION, DRAFT)
    expect(changes.added.map(({ id }) => id)).toEqual(['d'])
    expect(changes.removed.map(({ id }) => id)).toEqual(['c'])
    expect(changes.changed.map(({ id }) => id)).toEqual(['b'])
    expect(changes.edges).toBe(2)
    expect(changes.hasOtherSettings).toBe(true)
    expect(isUnchanged(changes)).toBe(false)
  })

  it('is the same when only defaults are written out, or keys stand in another order', () => {
    const buttons = (data: DraftNode['data']): Draft => ({
      ...VERSION,
      nodes: [{ id: 'a', type: 'buttons', position: { x: 0, y: 0 }, data }],
      edges: [],
    })
    const short = buttons({ text: 'Well?', buttons: [{ id: 'y', title: 'Yes' }] })
    const long = buttons({
      buttons: [{ title: 'Yes', synonyms: [], id: 'y' }],
      text: 'Well?',
      footer: '',
      noReply: null,
    })
    expect(isUnchanged(compareDrafts(long, short))).toBe(true)
  })
})

describe('restoring a version', () => {
  it('gives an edit after which the draft is the version, places included', () => {
    const restored = withEdit(DRAFT, toRestore(VERSION, DRAFT))
    expect(restored.nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(VERSION.nodes)
    expect(restored.edges).toEqual(VERSION.edges)
    expect(restored).toMatchObject({ variables: [], settings: VERSION.settings })
  })

  it('touches only what differs', () => {
    const edit = toRestore(VERSION, { ...VERSION, nodes: [...VERSION.nodes, text('d', 'New')] })
    expect(edit).toMatchObject({
      putNodes: [],
      removeNodes: ['d'],
      putEdges: [],
      removeEdges: [],
    })
  })
})

it('reads what the server froze, and refuses what is no flow', () => {
  const frozen = { ...VERSION, nodes: VERSION.nodes.map((node) => ({ ...node, name: undefined })) }
  expect(toDraft(JSON.parse(JSON.stringify(frozen)))).toEqual(VERSION)
  expect(toDraft({ nodes: 'none' })).toBeNull()
})
