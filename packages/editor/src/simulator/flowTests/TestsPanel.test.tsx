import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { aNode, anEditor, edgesOf } from '../../testing/anEditor.ts'
import { renderPage } from '../../testing/renderPage.tsx'
import { runTests } from './runTests.ts'
import { TestsPanel } from './TestsPanel.tsx'

//  start ─► menu ─ yes ─► fine
//               └─ no ──► sorry
const FLOW = {
  nodes: [
    aNode('start', 'start', { triggers: [{ type: 'anyMessage', id: 'any' }] }),
    aNode('menu', 'buttons', {
      text: 'Well?',
      buttons: [
        { id: 'yes', title: 'Yes' },
        { id: 'no', title: 'No' },
      ],
    }),
    aNode('fine', 'text', { text: 'Fine!' }, 'Good news'),
    aNode('sorry', 'text', { text: 'Sorry!' }, 'Bad news'),
  ],
  edges: edgesOf('start > menu', 'menu.yes > fine', 'menu.no > sorry'),
}
const TEST = {
  id: 't',
  name: 'Yes',
  script: 'Customer: hi\nBot: Well?\n  [Yes]\n  [No]\nCustomer taps: Yes\nBot: Fine!',
}

function open(tests: readonly (typeof TEST)[]) {
  const editor = anEditor({ ...FLOW, settings: { tests: tests.map((each) => ({ ...each })) } })
  if (tests.length > 0) editor.tests.setState({ status: 'done', ...runTests(editor.draft()) })
  return { editor, ...renderPage(<TestsPanel editor={editor} />) }
}

it('says how much of the flow the tests come by, and leads to what they do not', async () => {
  const { editor, user } = open([TEST])
  expect(screen.getByText('The test passes')).toBeTruthy()
  expect(screen.getByText(/3 of 4 steps · 2 of 3 connections/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Bad news' }))
  expect(editor.canvas.store.getState().selectedNodeIds).toEqual(['sorry'])
  await user.click(screen.getByRole('button', { name: '“No” of “Buttons – Well?”' }))
  expect(editor.canvas.store.getState().selectedNodeIds).toEqual(['menu'])
})

it('draws that on the canvas when somebody asks, and takes it away with the panel', async () => {
  const { editor, user, rerender } = open([TEST])
  expect(editor.marks.getState().nodes.size).toBe(0)
  await user.click(screen.getByRole('switch', { name: 'Show on the canvas' }))
  expect([...editor.marks.getState().nodes]).toEqual([
    ['start', 'covered'],
    ['menu', 'covered'],
    ['fine', 'covered'],
    ['sorry', 'uncovered'],
  ])
  expect(editor.marks.getState().edges.get('menu.no > sorry')).toBe('uncovered')
  rerender(<p>Closed</p>)
  expect(editor.marks.getState().nodes.size).toBe(0)
})

it('helps to write the first test, and says in words what cannot be read', async () => {
  const { editor, user } = open([])
  await user.click(screen.getByRole('button', { name: 'Write a test' }))
  const script = screen.getByRole('textbox', { name: 'Conversation' })
  await user.clear(script)
  await user.type(script, 'Customer: hi{Enter}Wait: a bit')
  expect(await screen.findByText(/^Line 2: a wait is a number with seconds/)).toBeTruthy()

  await user.click(screen.getByText('What can stand in a test'))
  await user.click(screen.getByRole('button', { name: 'Insert “Skip waiting”' }))
  expect(script).toHaveProperty('value', 'Customer: hi\nWait: a bit\nSkip waiting')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(editor.draft().settings['tests']).toMatchObject([{ name: 'Test' }])
})
