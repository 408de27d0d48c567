import { setData } from '@parley/shared'
import { edgesOf as edgesIn, nodesOf, putNode, readDraft, replaceDraft } from '@parley/shared/draft'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import { renameNode } from '../../canvas/edits.ts'
import { createFlowEditor } from '../../canvas/FlowEditor.ts'
import type { Work } from '../../document/followWork.ts'
import { aNode, edgesOf } from '../../testing/anEditor.ts'
import { useToasts } from '../../ui/toast.ts'
import { watchDeletions } from './watchDeletions.ts'

beforeEach(() => useToasts.setState({ toasts: [] }))

/** Carla's tab and Olga's; what one does reaches the other when told. */
function twoTabs() {
  const doc = new Y.Doc()
  replaceDraft(doc, {
    nodes: [
      aNode('start', 'start'),
      aNode('hi', 'text', { text: 'Hi' }, 'Greeting'),
      aNode('bye', 'text'),
    ],
    edges: edgesOf('start > hi', 'hi > bye'),
    variables: [],
    settings: {},
  })
  const hers = new Y.Doc()
  const exchange = () => {
    Y.applyUpdate(hers, Y.encodeStateAsUpdate(doc), 'network')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(hers), 'network')
  }
  exchange()
  const editor = createFlowEditor(doc, { isReadOnly: false })
  const connection = createStore<{ isSaving: boolean; lost: Work | null }>(() => ({
    isSaving: false,
    lost: null,
  }))
  const stop = watchDeletions({ editor, doc, connection })
  onTestFinished(() => {
    stop()
    editor.stop()
  })
  const write = (text: string) => {
    connection.setState({ isSaving: true })
    editor.edit(setData(editor.draft(), 'hi', { text }))
  }
  /** As the canvas does it, with the way led past it. */
  const deleteThere = () =>
    hers.transact(() => {
      nodesOf(hers).delete('hi')
      edgesIn(hers).delete('hi > bye')
      edgesIn(hers).delete('start > hi')
    })
  return { doc, editor, connection, write, deleteThere, exchange, hers }
}
const offers = () => useToasts.getState().toasts

it('brings a step back, with what was written and its lines, when somebody deletes it while its form is open', () => {
  const { editor, write, connection, deleteThere, exchange, hers } = twoTabs()
  editor.openNode('hi')
  write('Hi there, this took me an hour')
  connection.setState({ isSaving: false })
  exchange()
  deleteThere()
  exchange()
  expect(editor.node('hi')).toBeUndefined()
  const [offer] = offers()
  expect(offer?.title).toContain('Greeting')
  offer?.action?.onClick()
  exchange()
  const there = readDraft(hers)
  expect(there.nodes.find(({ id }) => id === 'hi')?.data).toEqual({
    text: 'Hi there, this took me an hour',
  })
  expect(there.edges.map(({ id }) => id).sort()).toEqual(['hi > bye', 'start > hi'])
  expect(editor.panels.getState().openNodeId).toBe('hi')
})

it('offers the same for what was written offline in a step that is closed again', () => {
  const { editor, write, deleteThere, exchange } = twoTabs()
  write('Written in the train')
  deleteThere()
  exchange()
  offers()[0]?.action?.onClick()
  expect(editor.node('hi')?.data).toEqual({ text: 'Written in the train' })
})

it('says nothing about steps that nobody works on here, nor about what is deleted here', () => {
  const { doc, editor, write, connection, deleteThere, exchange } = twoTabs()
  write('Saved long ago')
  connection.setState({ isSaving: false })
  doc.transact(() => putNode(doc, aNode('mine', 'text')))
  connection.setState({ isSaving: false })
  editor.openNode('mine')
  editor.edit({ removeNodes: ['mine'] })
  editor.edit(renameNode(editor.draft(), 'bye', 'Farewell'))
  exchange()
  deleteThere()
  exchange()
  expect(offers()).toEqual([])
})

it('offers the same for what an earlier visit left unsaved, once', () => {
  const { doc, editor, connection, deleteThere, exchange } = twoTabs()
  const before = editor.draft()
  deleteThere()
  exchange()
  const hi = { ...aNode('hi', 'text', { text: 'Written in the train' }, 'Greeting') }
  connection.setState({ lost: { nodes: [hi], edges: before.edges } })
  expect(offers()).toHaveLength(1)
  // Made anew when the rights change.
  watchDeletions({ editor, doc, connection })()
  expect(offers()).toHaveLength(1)
  offers()[0]?.action?.onClick()
  expect(editor.node('hi')?.data).toEqual({ text: 'Written in the train' })
  expect(
    editor
      .draft()
      .edges.map(({ id }) => id)
      .sort(),
  ).toEqual(['hi > bye', 'start > hi'])
})
