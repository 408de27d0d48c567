import { setData } from '@parley/shared'
import { nodesOf, putNode, readDraft, replaceDraft } from '@parley/shared/draft'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNode, newNode } from '../canvas/edits.ts'
import { createFlowStore } from './flowStore.ts'
import { createHistory } from './undo.ts'

const text = (id: string, words = '') => ({
  ...newNode(id, 'text', { x: 0, y: 0 }),
  data: { text: words },
})

function aDocument() {
  const doc = new Y.Doc()
  replaceDraft(doc, {
    nodes: [text('a', 'Hi'), text('b', 'Bye')],
    edges: [{ id: 'a:next', source: 'a', sourceHandle: 'next', target: 'b' }],
    variables: [],
    settings: {},
  })
  const { store } = createFlowStore(doc)
  return { doc, store, history: createHistory(doc) }
}

describe('the flow store', () => {
  it('keeps the identity of everything that an edit does not touch', () => {
    const { doc, store } = aDocument()
    const before = store.getState()
    doc.transact(() => putNode(doc, text('b', 'Goodbye')))
    const after = store.getState()
    expect(after.nodesById.get('b')?.data).toEqual({ text: 'Goodbye' })
    expect(after.nodesById.get('a')).toBe(before.nodesById.get('a'))
    expect(after.edges).toBe(before.edges)
    expect(after.settings).toBe(before.settings)
  })

  it('keeps the data of a node that only moved', () => {
    const { doc, store } = aDocument()
    const before = store.getState().nodesById.get('a')
    doc.transact(() => putNode(doc, { ...text('a', 'Hi'), position: { x: 9, y: 9 } }))
    const after = store.getState().nodesById.get('a')
    expect(after?.position).toEqual({ x: 9, y: 9 })
    expect(after?.data).toBe(before?.data)
  })

  it('drops the edges of a node that somebody else deletes', () => {
    const { doc, store } = aDocument()
    nodesOf(doc).delete('b')
    expect(store.getState().edges).toEqual([])
    expect(store.getState().edgesByHandle.size).toBe(0)
  })
})

describe('undo', () => {
  it('takes back one edit after the other and brings them again', () => {
    const { doc, history } = aDocument()
    history.edit(addNode(text('c')))
    history.edit(addNode(text('d')))
    expect(history.undo()).toEqual([])
    expect(readDraft(doc).nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(history.redo()).toEqual(['d'])
    history.undo()
    history.undo()
    expect(readDraft(doc).nodes.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(history.store.getState()).toEqual({ canUndo: false, canRedo: true, steps: 0 })
  })

  it('takes typing into one field back as a whole', () => {
    const { doc, store, history } = aDocument()
    for (const words of ['H', 'He', 'Hello']) {
      history.edit(setData(store.getState(), 'a', { text: words }), { merge: 'a.text' })
    }
    history.edit(setData(store.getState(), 'b', { text: 'B' }), { merge: 'b.text' })
    history.undo()
    expect(readDraft(doc).nodes.map(({ data }) => data['text'])).toEqual(['Hello', 'Bye'])
    history.undo()
    expect(readDraft(doc).nodes.map(({ data }) => data['text'])).toEqual(['Hi', 'Bye'])
  })

  it('leaves what others did', () => {
    const { doc, history } = aDocument()
    history.edit(addNode(text('mine')))
    doc.transact(() => putNode(doc, text('theirs')), 'somebody else')
    history.undo()
    expect(readDraft(doc).nodes.map(({ id }) => id)).toEqual(['a', 'b', 'theirs'])
  })
})
