import { describe, expect, it } from 'vitest'
import { fromClipboardText, toClipboardText } from './clipboard.ts'
import { newNode } from './edits.ts'

const piece = {
  nodes: [
    { ...newNode('a', 'text', { x: 1, y: 2 }), translations: { es: { text: 'Hola' } } },
    newNode('b', 'buttons', { x: 3, y: 4 }),
  ],
  edges: [{ id: 'a:next', source: 'a', sourceHandle: 'next', target: 'b' }],
}

describe('nodes on the clipboard', () => {
  it('come back as they were', () => {
    expect(fromClipboardText(toClipboardText(piece))).toEqual(piece)
  })

  it('are found in a flow as the API gives it, without its start', () => {
    const flow = {
      id: 'f',
      draft: { nodes: [newNode('s', 'start', { x: 0, y: 0 }), ...piece.nodes], edges: [] },
    }
    expect(fromClipboardText(JSON.stringify(flow))?.nodes).toEqual(piece.nodes)
  })

  it.each(['', 'Hello', '{"a":', '[]', '{"nodes":[]}', '{"nodes":[5,{"id":7,"type":"text"}]}'])(
    'are not found in “%s”',
    (text) => expect(fromClipboardText(text)).toBeNull(),
  )

  it('lose translations that are no texts', () => {
    const text =
      '{"nodes":[{"id":"a","type":"text","translations":{"es":{"text":5,"x":"y"},"de":1}}]}'
    expect(fromClipboardText(text)?.nodes[0]?.translations).toEqual({ es: { x: 'y' } })
  })

  it('lie where they can be found again', () => {
    const text = '{"nodes":[{"id":"a","type":"text","position":{"x":1e999,"y":"5"}}]}'
    expect(fromClipboardText(text)?.nodes[0]?.position).toEqual({ x: 0, y: 0 })
  })

  it('lose edges to nodes that are not there', () => {
    const broken = { ...piece, nodes: piece.nodes.slice(0, 1) }
    expect(fromClipboardText(JSON.stringify(broken))?.edges).toEqual([])
  })
})
