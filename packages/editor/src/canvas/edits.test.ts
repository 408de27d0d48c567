import { setData } from '@parley/shared'
import { type Draft, type DraftNode, withEdit } from '@parley/shared/draft'
import { describe, expect, it } from 'vitest'
import {
  addBehind,
  addPiece,
  canConnect,
  connect,
  fitsOnEdges,
  moveNodes,
  newNode,
  pieceOf,
  putOnEdge,
  removeNodes,
  renameNode,
} from './edits.ts'

const node = (id: string, type: 'start' | 'text' | 'buttons' | 'goTo' | 'note' = 'text') =>
  newNode(id, type, { x: 0, y: 0 })
const draftOf = (nodes: readonly DraftNode[], ...lines: readonly string[]): Draft => ({
  nodes,
  edges: lines.map((line) => {
    const [from = '', target = ''] = line.split(' > ')
    const [source = '', sourceHandle = 'next'] = from.split('.')
    return { id: `${source}:${sourceHandle}`, source, sourceHandle, target }
  }),
  variables: [],
  settings: {},
})
/** Edges as `a.next > b`, sorted. */
const lines = (draft: Draft) =>
  draft.edges
    .map(({ source, sourceHandle, target }) => `${source}.${sourceHandle} > ${target}`)
    .sort()

describe('adding', () => {
  // start → a → b
  const chain = draftOf([node('start', 'start'), node('a'), node('b')], 'start > a', 'a > b')

  it('behind a free handle leads there', () => {
    expect(
      lines(withEdit(chain, addBehind(chain, { nodeId: 'b', handle: 'next' }, node('c')))),
    ).toEqual(['a.next > b', 'b.next > c', 'start.next > a'])
  })

  it('behind a handle that leads somewhere goes in between', () => {
    expect(
      lines(withEdit(chain, addBehind(chain, { nodeId: 'a', handle: 'next' }, node('c')))),
    ).toEqual(['a.next > c', 'c.next > b', 'start.next > a'])
  })

  it('of buttons in between goes on by the first button', () => {
    const edit = putOnEdge(chain, 'a:next', node('ask', 'buttons'))
    expect(lines(withEdit(chain, edit))).toEqual(['a.next > ask', 'ask.yes > b', 'start.next > a'])
  })

  it('onto an edge is offered only to loose nodes that something can lead to', () => {
    expect(fitsOnEdges(chain, node('new'))).toBe(true)
    expect(fitsOnEdges(chain, node('b'))).toBe(false)
    expect(fitsOnEdges(chain, node('hint', 'note'))).toBe(false)
  })
})

describe('connecting', () => {
  const draft = draftOf(
    [node('start', 'start'), node('a'), node('b'), node('hint', 'note')],
    'start > a',
  )

  it('replaces where the handle led before', () => {
    expect(
      lines(withEdit(draft, connect(draft, { nodeId: 'start', handle: 'next' }, 'b'))),
    ).toEqual(['start.next > b'])
  })

  it.each([
    ['a', 'b', true],
    ['a', 'a', false],
    ['a', 'start', false],
    ['a', 'hint', false],
    ['a', 'nowhere', false],
  ])('from %s to %s: %s', (source, target, possible) => {
    expect(canConnect(draft, source, target)).toBe(possible)
  })
})

describe('removing', () => {
  it('bridges the gap that one node leaves', () => {
    const chain = draftOf([node('start', 'start'), node('a'), node('b')], 'start > a', 'a > b')
    expect(lines(withEdit(chain, removeNodes(chain, ['a'])))).toEqual(['start.next > b'])
  })

  it('bridges nothing where there were several ways on', () => {
    const fork = draftOf(
      [node('start', 'start'), node('ask', 'buttons'), node('a'), node('b')],
      'start > ask',
      'ask.yes > a',
      'ask.no > b',
    )
    expect(lines(withEdit(fork, removeNodes(fork, ['ask'])))).toEqual([])
  })

  it('leaves the start', () => {
    const draft = draftOf([node('start', 'start'), node('a'), node('b')], 'start > a')
    const after = withEdit(draft, removeNodes(draft, ['start', 'a', 'b']))
    expect(after.nodes.map(({ id }) => id)).toEqual(['start'])
  })
})

describe('copying', () => {
  let count = 0
  const newId = () => `new${(count += 1)}`

  it('takes the edges among the nodes along, and no others', () => {
    const draft = draftOf([node('a'), node('b'), node('c')], 'a > b', 'b > c')
    count = 0
    const copy = withEdit(draftOf([]), addPiece(pieceOf(draft, ['a', 'b']), { newId }))
    expect(copy.nodes.map(({ id, position }) => [id, position.x])).toEqual([
      ['new1', 32],
      ['new2', 32],
    ])
    expect(lines(copy)).toEqual(['new1.next > new2'])
  })

  it('leaves out edges from ways out that a node does not have', () => {
    const edge = (sourceHandle: string) => ({ id: '', source: 'a', sourceHandle, target: 'b' })
    const copy = (type: string) =>
      addPiece(
        { nodes: [{ ...node('a'), type }, node('b')], edges: [edge('next'), edge('gone')] },
        { newId },
      ).putEdges?.map(({ sourceHandle }) => sourceHandle)
    expect(copy('text')).toEqual(['next'])
    expect(copy('from a later version')).toEqual(['next', 'gone'])
  })

  it('leads a jump inside the piece to the copy', () => {
    const jump = { ...node('jump', 'goTo'), data: { nodeId: 'a' } }
    const away = { ...node('away', 'goTo'), data: { nodeId: 'elsewhere' } }
    count = 0
    const copy = withEdit(
      draftOf([]),
      addPiece({ nodes: [node('a'), jump, away], edges: [] }, { newId }),
    )
    expect(copy.nodes.map(({ data }) => data['nodeId'])).toEqual([undefined, 'new1', 'elsewhere'])
  })

  it('puts the upper left corner where it is wanted', () => {
    const piece = {
      nodes: [
        { ...node('a'), position: { x: 100, y: 50 } },
        { ...node('b'), position: { x: 60, y: 90 } },
      ],
      edges: [],
    }
    const { putNodes } = addPiece(piece, { newId, at: { x: 0, y: 0 } })
    expect(putNodes?.map(({ position }) => position)).toEqual([
      { x: 40, y: 0 },
      { x: 0, y: 40 },
    ])
  })
})

describe('changing a node', () => {
  const draft = draftOf([node('ask', 'buttons'), node('a'), node('b')], 'ask.yes > a', 'ask.no > b')

  it('takes the edge of a button along that is removed', () => {
    const edit = setData(draft, 'ask', { text: 'Sure?', buttons: [{ id: 'yes', title: 'Yes' }] })
    expect(lines(withEdit(draft, edit))).toEqual(['ask.yes > a'])
  })

  it('names it, and gives the name of its type back for an empty one', () => {
    const named = withEdit(draft, renameNode(draft, 'a', '  Greeting '))
    expect(named.nodes.find(({ id }) => id === 'a')?.name).toBe('Greeting')
    const unnamed = withEdit(named, renameNode(named, 'a', ' '))
    expect(unnamed.nodes.find(({ id }) => id === 'a')).not.toHaveProperty('name')
  })

  it('moves only what is named', () => {
    const edit = moveNodes(draft, [{ id: 'a', position: { x: 5, y: 6 } }])
    expect(edit.putNodes?.map(({ id, position }) => [id, position])).toEqual([
      ['a', { x: 5, y: 6 }],
    ])
  })
})
