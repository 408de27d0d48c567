import { replaceDraft } from '@parley/shared/draft'
import { beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createHistory } from '../document/undo.ts'
import { useToasts } from '../ui/toast.ts'
import { addNode, newNode } from './edits.ts'
import { offerUndo } from './offerUndo.ts'

// Other files of this process have left their own.
beforeEach(() => useToasts.setState({ toasts: [] }))

function anEditor() {
  const doc = new Y.Doc()
  replaceDraft(doc, { nodes: [], edges: [], variables: [], settings: {} })
  const history = createHistory(doc)
  const add = (id: string) => history.edit(addNode(newNode(id, 'text', { x: 0, y: 0 })))
  return { doc, history, add, undo: () => history.undo() }
}
const titles = () => useToasts.getState().toasts.map(({ title }) => title)

it('offers to take back the last edit until there is another one', () => {
  const editor = anEditor()
  editor.add('a')
  offerUndo(editor, { title: 'Added' })
  // What others do does not count.
  editor.doc.transact(() => editor.doc.getMap('other').set('a', 1), 'somebody else')
  expect(titles()).toEqual(['Added'])
  editor.add('b')
  expect(titles()).toEqual([])
})

it('no longer offers what was taken back by keyboard', () => {
  const editor = anEditor()
  editor.add('a')
  offerUndo(editor, { title: 'Added' })
  editor.undo()
  expect(titles()).toEqual([])
})
