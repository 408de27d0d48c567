import { CAPABILITIES } from '@parley/shared'
import { replaceDraft } from '@parley/shared/draft'
import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newNode } from '../../canvas/edits.ts'
import { createFlowEditor, type FlowEditor, FlowEditorContext } from '../../canvas/FlowEditor.ts'
import { FlowStoreContext } from '../../nodes/nodeTitle.ts'
import { NodePanel } from './NodePanel.tsx'

let editor: FlowEditor
afterEach(() => editor.stop())

function open(nodeId: string, { isReadOnly = false, languages = [] as string[] } = {}): void {
  const doc = new Y.Doc()
  replaceDraft(doc, {
    nodes: [
      newNode('start', 'start', { x: 0, y: 0 }),
      { ...newNode('hello', 'text', { x: 0, y: 0 }), data: { text: 'Hello' } },
      { id: 'odd', type: 'hologram', position: { x: 0, y: 0 }, data: { keep: [1] } },
    ],
    edges: [{ id: 'start:next', source: 'start', sourceHandle: 'next', target: 'hello' }],
    variables: [],
    settings: languages.length === 0 ? {} : { language: 'en', languages },
  })
  editor = createFlowEditor(doc, { isReadOnly })
  editor.openNode(nodeId)
  render(
    <FlowEditorContext value={editor}>
      <FlowStoreContext value={editor.flow}>
        <NodePanel channels={[CAPABILITIES['whatsapp-web']]} />
      </FlowStoreContext>
    </FlowEditorContext>,
  )
}

describe('the form of a node', () => {
  it('writes what is typed into the flow', async () => {
    open('hello')
    await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), ' you')
    expect(editor.node('hello')?.data['text']).toBe('Hello you')
  })

  it('offers variables and filters in an expression, with their values, and leaves Tab alone behind a whole name', async () => {
    open('hello')
    const assignments = [{ name: 'double', value: { type: 'expression', expression: '' } }]
    act(() => {
      editor.edit({
        putNodes: [{ ...newNode('set', 'setVariable', { x: 0, y: 0 }), data: { assignments } }],
        variables: [{ name: 'total', type: 'number', default: 21 }],
      })
      editor.openNode('set')
    })
    const field = screen.getByRole('textbox', { name: /Value/ })
    await userEvent.click(field)
    expect(screen.queryByRole('listbox')).toBeNull()
    await userEvent.keyboard('{ArrowDown}')
    expect(within(screen.getByRole('listbox')).getAllByRole('option').length).toBeGreaterThan(3)
    await userEvent.keyboard('tot')
    const [option] = within(screen.getByRole('listbox')).getAllByRole('option')
    expect(option?.textContent).toContain('21')
    await userEvent.keyboard('{Enter} | tim{Enter}2')
    const value = { type: 'expression', expression: 'total | times: 2' }
    expect(editor.node('set')?.data['assignments']).toEqual([{ name: 'double', value }])

    await userEvent.clear(field)
    await userEvent.keyboard('total')
    expect(screen.queryByRole('listbox')).toBeNull()
    await userEvent.tab()
    expect(document.activeElement).not.toBe(field)
  })

  it('gives the node a name, and takes it away again', async () => {
    open('hello')
    const name = screen.getByRole('textbox', { name: 'Name' })
    await userEvent.type(name, 'First words')
    expect(editor.node('hello')?.name).toBe('First words')
    await userEvent.clear(name)
    expect(editor.node('hello')).not.toHaveProperty('name')
  })

  it('takes typing back by Ctrl and Z, the form staying open', async () => {
    open('hello')
    const field = screen.getByRole('textbox', { name: 'Message' })
    await userEvent.type(field, ' you')
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(editor.node('hello')?.data['text']).toBe('Hello')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' }).value).toBe(
      'Hello',
    )
  })

  it('says at the field what is wrong with it', async () => {
    open('hello')
    await userEvent.clear(screen.getByRole('textbox', { name: 'Message' }))
    act(() => void editor.problems.check())
    expect(screen.getAllByText('Write the text of the message.')).toHaveLength(1)
  })

  it('has a field for each further language, which says what is missing', async () => {
    open('hello', { languages: ['es', 'ar'] })
    const toggle = screen.getByRole('button', { name: /^Translations of Message/u })
    expect(toggle.textContent).toMatch(/Missing: Spanish, Arabic$/u)
    await userEvent.type(screen.getByRole('textbox', { name: 'Message in Spanish' }), 'Hola')
    expect(editor.node('hello')?.translations).toEqual({ es: { text: 'Hola' } })
    expect(toggle.textContent).toMatch(/Missing: Arabic$/u)
    await userEvent.clear(screen.getByRole('textbox', { name: 'Message in Spanish' }))
    expect(editor.node('hello')).not.toHaveProperty('translations')
    await userEvent.click(toggle)
    expect(screen.queryByRole('textbox', { name: 'Message in Spanish' })).toBeNull()
    await userEvent.click(toggle)
  })

  it('closes by Escape', async () => {
    open('hello')
    await userEvent.click(screen.getByRole('textbox', { name: 'Message' }))
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('complementary')).toBeNull()
    expect(editor.node('hello')).toBeDefined()
  })

  it('closes when somebody else deletes the node', () => {
    open('hello')
    act(() => editor.edit({ removeNodes: ['hello'] }))
    expect(screen.queryByRole('complementary')).toBeNull()
  })

  it('offers no way to delete the start', () => {
    open('start')
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Connect to…' })).toBeDefined()
  })

  it('can be read and not changed by somebody who may only look', async () => {
    open('hello', { isReadOnly: true })
    await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), '!')
    expect(editor.node('hello')?.data['text']).toBe('Hello')
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull()
  })

  it('keeps a node of a type that it does not know', () => {
    open('odd')
    expect(within(screen.getByRole('complementary')).getByText(/hologram/u)).toBeDefined()
    expect(editor.node('odd')?.data).toEqual({ keep: [1] })
  })
})
