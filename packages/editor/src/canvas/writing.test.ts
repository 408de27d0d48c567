import { withEdit } from '@parley/shared/draft'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aNode, anEditor } from '../testing/anEditor.ts'
import { endWriting, startWriting, textOf, writeText } from './writing.ts'

afterEach(() => {
  vi.useRealTimers()
})

const ASK = {
  text: 'Well?',
  buttons: [
    { id: 'yes', title: 'Yes' },
    { id: 'no', title: 'No' },
  ],
}

const ASKING = aNode('ask', 'buttons', ASK)
const editorWith = (options?: { isReadOnly: boolean }) =>
  anEditor({ nodes: [aNode('start', 'start'), ASKING], edges: [] }, options)

describe('writing on a card', () => {
  it('changes one text and leaves the others as they are', () => {
    const editor = editorWith()
    const draft = editor.draft()
    const path = ['buttons', 1, 'title']
    const edit = writeText(draft, ASKING, path, 'Never')
    const written = withEdit(draft, edit).nodes[1] ?? ASKING
    expect(textOf(written, path)).toBe('Never')
    expect(textOf(written, ['buttons', 0, 'title'])).toBe('Yes')
    expect(textOf(written, ['text'])).toBe('Well?')
  })

  it('begins with what the node is about, or with the text that was pressed', () => {
    const editor = editorWith()
    expect(startWriting(editor, 'ask')).toBe(true)
    expect(editor.writing.getState()).toMatchObject({ nodeId: 'ask', key: 'text' })
    expect(startWriting(editor, 'ask', 'buttons.0.title')).toBe(true)
    expect(editor.writing.getState()?.key).toBe('buttons.0.title')
  })

  it('does not begin on a card without words, at a text that is not there, or for those who only look', () => {
    const editor = editorWith()
    expect(startWriting(editor, 'start')).toBe(false)
    expect(startWriting(editor, 'ask', 'buttons.7.title')).toBe(false)
    expect(startWriting(editorWith({ isReadOnly: true }), 'ask')).toBe(false)
  })

  it('is not ended by the field that it has just left', () => {
    const editor = editorWith()
    startWriting(editor, 'ask', 'text')
    const before = editor.writing.getState()
    startWriting(editor, 'ask', 'buttons.0.title')
    if (before) endWriting(editor, before)
    expect(editor.writing.getState()?.key).toBe('buttons.0.title')
  })

  it('is one step of undo, however long somebody thinks in between', () => {
    vi.useFakeTimers()
    const editor = editorWith()
    const write = (text: string, merge: string) =>
      editor.edit(writeText(editor.draft(), ASKING, ['text'], text), {
        merge,
        pauses: 'do not count',
      })
    write('Before', 'writing 1')
    write('W', 'writing 2')
    vi.advanceTimersByTime(60_000)
    write('Who?', 'writing 2')
    editor.undo()
    expect(textOf(editor.node('ask') ?? ASKING, ['text'])).toBe('Before')
    editor.undo()
    expect(textOf(editor.node('ask') ?? ASKING, ['text'])).toBe('Well?')
  })
})
