import { onlineManager } from '@tanstack/react-query'
import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { aNode, anEditor, edgesOf } from '../../../testing/anEditor.ts'
import { FakeServer } from '../../../testing/FakeServer.ts'
import { renderPage } from '../../../testing/renderPage.tsx'
import { VersionsPanel } from './VersionsPanel.tsx'

const OLD = {
  nodes: [
    aNode('start', 'start', { triggers: [] }),
    aNode('hello', 'text', { text: 'Hello' }, 'Greeting'),
    aNode('bye', 'text', { text: 'Bye' }, 'Farewell'),
  ],
  edges: edgesOf('start > hello', 'hello > bye'),
  variables: [],
  settings: {},
}
const NOW = {
  nodes: [
    aNode('start', 'start', { triggers: [] }),
    aNode('hello', 'text', { text: 'Good morning' }, 'Greeting'),
    aNode('menu', 'text', { text: 'Menu' }, 'Main menu'),
  ],
  edges: edgesOf('start > hello'),
}
const aVersion = (versionNumber: number, more: object = {}) => ({
  id: `ver${versionNumber}`,
  versionNumber,
  note: '',
  createdBy: 'user_olga',
  createdAt: new Date().toISOString(),
  numberIds: [],
  trials: [],
  ...more,
})

let server: FakeServer
beforeEach(() => {
  server = FakeServer.start()
    .on('GET /numbers', { data: [] })
    .on('GET /workspaces/ws/members', { data: [] })
    .on('GET /flows/flow/versions', {
      data: [aVersion(2, { note: 'Says goodbye', numberIds: ['gone'] }), aVersion(1)],
    })
    .on('GET /flows/flow/versions/2', { data: aVersion(2, { flow: OLD }) })
  return () => vi.unstubAllGlobals()
})

function open({ isReadOnly = false } = {}) {
  const editor = anEditor(NOW, { isReadOnly })
  const { user } = renderPage(
    <VersionsPanel editor={editor} flowId="flow" isOpen onClose={vi.fn<() => void>()} />,
  )
  return { editor, user }
}
const newest = async () => {
  const [first] = await screen.findAllByRole('listitem')
  if (!first) throw new Error('No version is listed.')
  return within(first)
}

it('lists versions with who made them live, why, and where they answer', async () => {
  open()
  const version = await newest()
  expect(version.getByRole('heading', { name: 'Version 2' })).toBeTruthy()
  expect(version.getByText('Says goodbye')).toBeTruthy()
  expect(version.getByText(/by you/)).toBeTruthy()
  expect(version.getByText('Live on a number')).toBeTruthy()
})

it('shows in what the draft differs from a version', async () => {
  const { user, editor } = open()
  const version = await newest()
  await user.click(version.getByRole('button', { name: 'What is in it' }))
  expect(await version.findByText('1 new step')).toBeTruthy()
  expect(version.getByText('1 step less').parentElement?.textContent).toContain('Farewell')
  await user.click(version.getByRole('button', { name: 'Show “Greeting” on the canvas' }))
  expect(editor.panels.getState().openNodeId).toBe('hello')
})

it('restores a version in one step that undo takes back', async () => {
  const { user, editor } = open()
  const version = await newest()
  await user.click(version.getByRole('button', { name: 'Restore version 2' }))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(editor.draft().nodes.map(({ id }) => id)).toContain('menu')
  editor.redo()
  const { nodes, edges } = editor.draft()
  expect(nodes.map(({ id }) => id).sort()).toEqual(['bye', 'hello', 'start'])
  expect(editor.node('hello')?.data).toEqual({ text: 'Hello' })
  expect(edges).toHaveLength(2)
})

it('restores nothing for those who may only look', async () => {
  const { user, editor } = open({ isReadOnly: true })
  const version = await newest()
  await user.click(version.getByRole('button', { name: 'Restore version 2' }))
  expect(editor.node('menu')).toBeTruthy()
})

it('says that it cannot restore without a connection, and does not do so later', async () => {
  const { user, editor } = open()
  const version = await newest()
  server.on('GET /flows/flow/versions/2', () => {
    throw new TypeError('no network')
  })
  onlineManager.setOnline(false)
  await user.click(version.getByRole('button', { name: 'Restore version 2' }))
  expect(await screen.findByText(/server could not be reached/)).toBeTruthy()
  server.on('GET /flows/flow/versions/2', { data: aVersion(2, { flow: OLD }) })
  onlineManager.setOnline(true)
  expect(editor.node('menu')).toBeTruthy()
  expect(version.getByRole('button', { name: 'Restore version 2' })).not.toHaveProperty(
    'ariaBusy',
    'true',
  )
})

it('explains itself when nothing has been published', async () => {
  server.on('GET /flows/flow/versions', { data: [] })
  open()
  expect(await screen.findByText('No version yet')).toBeTruthy()
})
