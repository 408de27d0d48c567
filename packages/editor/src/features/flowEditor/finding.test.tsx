import { CAPABILITIES } from '@parley/shared'
import { act, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { FlowEditorContext } from '../../canvas/FlowEditor.ts'
import { FlowStoreContext } from '../../nodes/nodeTitle.ts'
import { aNode, anEditor } from '../../testing/anEditor.ts'
import { FakeServer } from '../../testing/FakeServer.ts'
import { renderPage } from '../../testing/renderPage.tsx'
import { EditorCommands } from './commands/EditorCommands.tsx'
import { FindBar } from './find/FindBar.tsx'
import { NodePanel } from './NodePanel.tsx'
import { RenameVariableDialog } from './variables/RenameVariableDialog.tsx'
import { VariablesPanel } from './variables/VariablesPanel.tsx'

function open() {
  FakeServer.start().on('GET /numbers', { data: [] }).on('GET /flows', { data: [] })
  const editor = anEditor({
    nodes: [
      aNode('start', 'start', { triggers: [] }),
      aNode('ask', 'question', { text: 'How many?', saveAs: 'count', answer: { type: 'number' } }),
      aNode('say', 'text', { text: 'So {{ count }} loaves, many thanks' }, 'Thanks'),
    ],
    edges: [],
  })
  const { user } = renderPage(
    <FlowEditorContext value={editor}>
      <FlowStoreContext value={editor.flow}>
        <FindBar />
        <NodePanel channels={[CAPABILITIES.sandbox]} />
        <VariablesPanel />
        <RenameVariableDialog />
        <EditorCommands />
      </FlowStoreContext>
    </FlowEditorContext>,
  )
  return { editor, user }
}

it('finds words in every text, walks from one to the next, and goes into the field', async () => {
  const { editor, user } = open()
  act(() => editor.panels.setState({ isFinding: true }))
  await user.type(await screen.findByRole('combobox', { name: 'Find in this flow' }), 'MANY')
  expect(screen.getByText('1 of 2')).toBeDefined()
  expect(editor.canvas.store.getState().selectedNodeIds).toEqual(['ask'])
  await user.keyboard('{Enter}')
  expect(editor.canvas.store.getState().selectedNodeIds).toEqual(['say'])
  await user.keyboard('{Shift>}{Enter}{/Shift}{Enter}{Control>}{Enter}{/Control}')
  const message = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Message' })
  expect(document.activeElement).toBe(message)
  expect(message.value.slice(message.selectionStart, message.selectionEnd)).toBe('many')
})

it('replaces all at once, in one step of undo', async () => {
  const { editor, user } = open()
  act(() => editor.panels.setState({ isFinding: true }))
  await user.type(await screen.findByRole('combobox', { name: 'Find in this flow' }), 'many')
  await user.click(screen.getByRole('button', { name: 'Replace, too' }))
  await user.type(screen.getByRole('textbox', { name: 'Replace with' }), 'few')
  await user.click(screen.getByRole('button', { name: 'All' }))
  expect(editor.draft().nodes.map(({ data }) => data['text'])).toEqual([
    undefined,
    'How few?',
    'So {{ count }} loaves, few thanks',
  ])
  act(() => editor.undo())
  expect(editor.node('ask')?.data['text']).toBe('How many?')
  expect(editor.node('say')?.data['text']).toContain('many thanks')
})

it('shows what sets and what uses a variable, and renames it everywhere in one step', async () => {
  const { editor, user } = open()
  const variable = await screen.findByRole('region', { name: 'count' })
  expect(variable.textContent).toContain('Number')
  await user.click(within(variable).getByRole('button', { name: /^Question/ }))
  expect(document.activeElement).toBe(await screen.findByDisplayValue('count'))
  await user.click(within(variable).getByRole('button', { name: 'Rename count everywhere…' }))
  const name = screen.getByRole('textbox', { name: 'New name' })
  await user.clear(name)
  await user.type(name, 'now{Enter}')
  expect(await screen.findByText(/meaning of its own/)).toBeDefined()
  await user.clear(name)
  await user.type(name, 'number of loaves{Enter}')
  expect(editor.node('ask')?.data['saveAs']).toBe('number_of_loaves')
  expect(editor.node('say')?.data['text']).toBe('So {{ number_of_loaves }} loaves, many thanks')
  act(() => editor.undo())
  expect(editor.node('ask')?.data['saveAs']).toBe('count')
})

it('offers steps by what they say, and leads from a variable to where it is used', async () => {
  const { editor, user } = open()
  act(() => editor.panels.setState({ hasCommands: true }))
  await user.type(await screen.findByRole('combobox', { name: 'Commands' }), 'loaves{Enter}')
  expect(editor.panels.getState().openNodeId).toBe('say')
  act(() => editor.panels.setState({ hasCommands: true }))
  await user.type(await screen.findByRole('combobox', { name: 'Commands' }), 'count{Enter}')
  await user.type(await screen.findByPlaceholderText('Where is count used?'), 'thanks{Enter}')
  expect(document.activeElement).toBe(await screen.findByRole('textbox', { name: 'Message' }))
})
