import { describe, expect, it } from 'vitest'
import { aNode, anEditor } from '../testing/anEditor.ts'
import { useToasts } from '../ui/toast.ts'
import { clipboardProblem, fromClipboardText, secretsIn, toClipboardText } from './clipboard.ts'
import { copied, pasteText } from './commands/clipboardAccess.ts'
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

  it.each([
    '',
    'Hello',
    '{"a":',
    '[]',
    '{"nodes":[]}',
    '{"nodes":[5,{"id":7,"type":"text"}]}',
    // The workflow of another program.
    '{"nodes":[{"id":"1","type":"n8n-nodes-base.start","parameters":{}}],"connections":{}}',
  ])('are not found in “%s”', (text) => expect(fromClipboardText(text)).toBeNull())

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

  it('bring along the variables that they know, and leave those that are there as they are', () => {
    const nodes = [aNode('say', 'text', { text: '{{ price }} {{ name }}' })]
    const variables = [
      { name: 'price', type: 'number', default: 3 },
      { name: 'name', type: 'text', default: 'Ana' },
      { name: 'other', type: 'text', default: null },
    ]
    const from = anEditor({ nodes, edges: [], variables })
    from.canvas.select(['say'])
    const to = anEditor({ nodes: [], edges: [], variables: [{ name: 'name', default: 'Bo' }] })
    pasteText(to, copied(from) ?? '')
    expect(to.draft().nodes.map(({ data }) => data['text'])).toEqual(['{{ price }} {{ name }}'])
    expect(to.draft().variables).toMatchObject([
      { name: 'name', default: 'Bo' },
      { name: 'price', type: 'number', default: 3 },
    ])
    to.undo()
    expect(to.draft().variables).toHaveLength(1)
  })

  it('are refused in words when there is too much of them, or when they were made to break something', () => {
    expect(clipboardProblem(' '.repeat(5_000_000))).toBe('tooLarge')
    expect(clipboardProblem(`{"a":${'['.repeat(60)}${']'.repeat(60)}}`)).toBe('tooDeep')
    expect(clipboardProblem(toClipboardText(piece))).toBeNull()
    const editor = anEditor({ nodes: [], edges: [] })
    pasteText(editor, `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)
    expect(editor.draft().nodes).toEqual([])
    expect(editor.said.getState()).not.toBe('')
  })

  it('never make a flow larger than the server takes', () => {
    const editor = anEditor({
      nodes: [aNode('a', 'text', { text: 'x'.repeat(3_000_000) })],
      edges: [],
    })
    const more = toClipboardText({
      nodes: [aNode('b', 'text', { text: 'y'.repeat(2_000_000) })],
      edges: [],
    })
    pasteText(editor, more)
    expect(editor.draft().nodes.map(({ id }) => id)).toEqual(['a'])
    expect(useToasts.getState().toasts.at(-1)?.title).toContain('4 MB')
    const short = toClipboardText({
      nodes: [aNode('c', 'text', { text: 'y'.repeat(500_000) })],
      edges: [],
    })
    pasteText(editor, short)
    expect(editor.draft().nodes).toHaveLength(2)
  })

  it('carry secrets in headers only with a word about it', () => {
    const headers = (value: string) => [
      aNode('call', 'httpRequest', { url: '', headers: [{ name: 'Authorization', value }] }),
    ]
    expect(secretsIn(headers('Bearer abc'))).toEqual(['Authorization'])
    expect(secretsIn(headers('{{ token }}'))).toEqual([])
  })
})
