import { replaceDraft } from '@parley/shared/draft'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { handleArrow } from './commands/arrows.ts'
import { commands } from './commands/index.ts'
import { newNode } from './edits.ts'
import { createFlowEditor, type FlowEditor } from './FlowEditor.ts'

const open: FlowEditor[] = []
afterEach(() => {
  for (const editor of open.splice(0)) editor.stop()
})

//   start ──> ask ──yes──> bye          note
//                 └─no
function anEditor({ isReadOnly = false } = {}): FlowEditor {
  const doc = new Y.Doc()
  replaceDraft(doc, {
    nodes: [
      newNode('start', 'start', { x: 0, y: 0 }),
      { ...newNode('ask', 'buttons', { x: 400, y: 0 }), data: ASK },
      { ...newNode('bye', 'text', { x: 800, y: 0 }), data: { text: 'Bye' } },
      newNode('note', 'note', { x: 0, y: 400 }),
    ],
    edges: [
      { id: 'start:next', source: 'start', sourceHandle: 'next', target: 'ask' },
      { id: 'ask:yes', source: 'ask', sourceHandle: 'yes', target: 'bye' },
    ],
    variables: [],
    settings: {},
  })
  const editor = createFlowEditor(doc, { isReadOnly })
  open.push(editor)
  return editor
}

const ASK = {
  text: 'Well?',
  buttons: [
    { id: 'yes', title: 'Yes' },
    { id: 'no', title: 'No' },
  ],
}

const nodeIds = (editor: FlowEditor) => editor.draft().nodes.map(({ id }) => id)
const newest = (editor: FlowEditor) => editor.draft().nodes.at(-1)
const lines = (editor: FlowEditor) =>
  editor
    .draft()
    .edges.map(({ source, sourceHandle, target }) => `${source}.${sourceHandle} > ${target}`)

describe('adding a step', () => {
  it('goes on from the first way out of the selected node that leads nowhere', () => {
    const editor = anEditor()
    editor.canvas.select(['ask'])
    expect(editor.handleToGoOnFrom()).toEqual({ nodeId: 'ask', handle: 'no' })
    editor.insert('text', { from: editor.handleToGoOnFrom() })
    const added = newest(editor)
    expect(lines(editor)).toContain(`ask.no > ${added?.id}`)
    expect(editor.canvas.store.getState().selectedNodeIds).toEqual([added?.id])
    expect(editor.panels.getState().openNodeId).toBe(added?.id)
  })

  it('leads nothing to a note', () => {
    const editor = anEditor()
    const before = lines(editor)
    editor.insert('note', { from: { nodeId: 'ask', handle: 'no' } })
    expect(newest(editor)?.type).toBe('note')
    expect(lines(editor)).toEqual(before)
  })

  it('finds room beside what is there', () => {
    const editor = anEditor()
    editor.insert('text')
    editor.insert('text')
    const [first, second] = editor.draft().nodes.slice(-2)
    expect(first?.position).not.toEqual(second?.position)
  })

  it('says nothing yet about what is missing in it', () => {
    const editor = anEditor()
    editor.insert('text')
    const id = newest(editor)?.id ?? ''
    expect(editor.panels.getState().freshNodeIds.has(id)).toBe(true)
    editor.canvas.select([])
    expect(editor.panels.getState().freshNodeIds.has(id)).toBe(false)
  })
})

describe('commands', () => {
  it('delete what is selected, but never the start', () => {
    const editor = anEditor()
    editor.canvas.select(['start', 'bye'])
    commands.delete.perform(editor)
    expect(nodeIds(editor)).toEqual(['start', 'ask', 'note'])
    editor.undo()
    expect(nodeIds(editor)).toContain('bye')
    expect(lines(editor)).toContain('ask.yes > bye')
  })

  it('close the form of a node that is deleted', () => {
    const editor = anEditor()
    editor.openNode('bye')
    commands.delete.perform(editor)
    expect(editor.panels.getState().openNodeId).toBeNull()
  })

  it('go round the nodes that have problems', () => {
    const editor = anEditor()
    editor.edit({ putNodes: [newNode('empty', 'text', { x: 0, y: 800 })] })
    editor.problems.check()
    const round = Array.from({ length: 3 }, () => {
      commands.nextProblem.perform(editor)
      return editor.panels.getState().openNodeId
    })
    expect(round).toEqual(['ask', 'empty', 'ask'])
  })

  it('walk along the flow with the arrow keys', () => {
    const editor = anEditor()
    const press = (key: string) => {
      handleArrow(editor, { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false })
      return editor.canvas.store.getState().selectedNodeIds
    }
    expect(press('ArrowRight')).toEqual(['start'])
    expect(press('ArrowRight')).toEqual(['ask'])
    expect(press('ArrowRight')).toEqual(['bye'])
    expect(press('ArrowLeft')).toEqual(['ask'])
  })

  it('change nothing for somebody who may only look', () => {
    const editor = anEditor({ isReadOnly: true })
    const before = editor.draft()
    editor.insert('text')
    editor.canvas.select(['bye'])
    commands.delete.perform(editor)
    commands.duplicate.perform(editor)
    commands.quickInsert.perform(editor)
    expect(editor.draft()).toBe(before)
    expect(editor.panels.getState().quickInsert).toBeNull()
  })
})

describe('what is on the canvas', () => {
  it('keeps the identity of everything but the node that is dragged', () => {
    const { canvas } = anEditor()
    const before = canvas.store.getState()
    canvas.changeNodes([{ type: 'position', id: 'bye', position: { x: 5, y: 5 }, dragging: true }])
    const after = canvas.store.getState()
    expect(after.nodes.map((node, index) => node === before.nodes[index])).toEqual([
      true,
      true,
      false,
      true,
    ])
    expect(after.edges).toBe(before.edges)
    expect(canvas.draggedPlaces()).toEqual([{ id: 'bye', position: { x: 5, y: 5 } }])
  })

  it('leaves out a line from a way out that is gone, so that it can be dealt with in the list', () => {
    const editor = anEditor()
    const gone = { id: 'x', source: 'bye', sourceHandle: 'gone', target: 'ask' }
    editor.edit({ putEdges: [gone] })
    expect(editor.canvas.store.getState().edges.map(({ id }) => id)).not.toContain('x')
    expect(editor.problems.check().all.some(({ edgeId }) => edgeId === 'x')).toBe(true)
  })
})
