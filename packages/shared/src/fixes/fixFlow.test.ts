import { describe, expect, it } from 'vitest'
import { fixFlow } from './fixFlow.ts'

const position = { x: 0, y: 0 }
const node = (id: string, type: string, data: object = {}) => ({ id, type, position, data })
const text = (id: string) => node(id, 'text', { text: 'Hi' })
const edge = (id: string, source: string, target: string, sourceHandle = 'next') => ({
  id,
  source,
  sourceHandle,
  target,
})
const keyword = (word: string) => ({ type: 'keyword', id: word, words: [word], match: 'exact' })
const start = (id = 'start', word = 'hello') => node(id, 'start', { triggers: [keyword(word)] })
const toA = edge('e', 'start', 'a')

const solvedIn = (nodes: readonly object[], edges: readonly object[] = [toA]) => {
  const { solved, problems, draft } = fixFlow({ nodes, edges })
  return {
    draft,
    fixed: solved.map(({ problem, fix }) => [problem.code, fix]),
    left: problems.map(({ code }) => code),
  }
}

describe('fixing a flow', () => {
  it('solves one problem after the other until none of them is left', () => {
    const request = { url: 'https://example.com', method: 'POST', retries: 2 }
    const question = { text: 'How many?', saveAs: 'n', answer: { type: 'number', min: 5, max: 1 } }
    const { fixed, left, draft } = solvedIn(
      [start(), node('a', 'question', question), node('b', 'httpRequest', request), text('c')],
      [
        toA,
        edge('on', 'a', 'b'),
        edge('ok', 'b', 'c', 'success'),
        edge('bad', 'b', 'c', 'failure'),
        edge('more', 'a', 'c'),
        edge('lost', 'c', 'gone'),
      ],
    )
    expect(fixed).toEqual(
      expect.arrayContaining([
        ['emptyRange', 'swapRange'],
        ['retriesIgnored', 'noRetries'],
        ['secondEdge', 'removeEdge'],
        ['unknownTarget', 'removeEdge'],
      ]),
    )
    expect(left.filter((code) => fixed.some(([solved]) => solved === code))).toEqual([])
    expect(draft.nodes[1]).toMatchObject({ data: { answer: { min: 1, max: 5 } } })
    expect(draft.edges).toHaveLength(4)
  })

  it('gives back the very same draft when there is nothing to solve', () => {
    const given = { nodes: [start(), text('a')], edges: [toA] }
    expect(fixFlow(given).draft).toBe(given)
  })

  it('joins a second start only where no step is lost with it', () => {
    const same = solvedIn(
      [start(), start('other', 'hey'), text('a')],
      [toA, edge('f', 'other', 'a')],
    )
    expect(same.fixed).toEqual([['severalStarts', 'mergeStart']])
    expect(same.draft.nodes[0]).toMatchObject({
      data: { triggers: [{ id: 'hello' }, { id: 'hey' }] },
    })
    const elsewhere = solvedIn(
      [start(), start('other', 'hey'), text('a'), text('b')],
      [toA, edge('f', 'other', 'b')],
    )
    expect(elsewhere.fixed).toEqual([])
    expect(elsewhere.left).toContain('severalStarts')
  })

  it('leaves a connection alone that shares its id with another', () => {
    const { fixed, left } = solvedIn([start(), text('a')], [toA, edge('e', 'a', 'gone')])
    expect([fixed, left]).toEqual([[], ['unknownTarget']])
  })

  it('keeps what else stands in the nodes that it changes', () => {
    const odd = { ...text('a'), data: { text: 'Hi', colour: 'red' }, measured: { width: 5 } }
    const { fixed, draft } = solvedIn([start(), odd])
    expect(fixed).toEqual([['invalidField', 'putRight']])
    expect(draft.nodes[1]).toEqual({ ...text('a'), measured: { width: 5 } })
  })

  it('changes nothing in what has not the shape of a draft', () => {
    const given = { nodes: [{ id: 5 }], edges: [] }
    const { draft, solved, problems } = fixFlow(given)
    expect(draft).toBe(given)
    expect(solved).toEqual([])
    expect(problems.length).toBeGreaterThan(0)
  })
})
