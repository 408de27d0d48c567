import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { FakeServer } from '../../../testing/FakeServer.ts'
import { renderPage } from '../../../testing/renderPage.tsx'
import { KeysSection } from './KeysSection.tsx'

afterEach(() => vi.unstubAllGlobals())

const KEY = {
  id: 'key_1',
  kind: 'workspace',
  name: 'Shop system',
  prefix: 'whm_abc',
  scopes: ['send', 'read'],
  numberId: null,
  instanceId: null,
  createdAt: '2026-11-21T12:00:00Z',
  lastUsedAt: null,
  expiresAt: null,
}

test('who may not see keys is told why, and the server is not asked', async () => {
  const server = FakeServer.start().on('GET /numbers', { data: [] })
  const { user } = renderPage(<KeysSection />, { role: 'agent' })
  expect(screen.getByText('Keys are for editors and owners')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'New key' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(server.bodiesOf('GET /keys')).toEqual([])
})

test('a key is made for what was chosen, and shown once', async () => {
  const server = FakeServer.start()
    .on('GET /numbers', { data: [] })
    .on('GET /keys', { data: [KEY] })
    .on('POST /keys', { data: { ...KEY, key: 'whm_the_whole_secret' } })
  const { user } = renderPage(<KeysSection />)
  await screen.findByText('Shop system')
  await user.click(screen.getByRole('button', { name: 'New key' }))
  await user.type(await screen.findByLabelText('What is it for?'), 'Till')
  // Without anything that it may do, a key is none.
  await user.click(screen.getByRole('checkbox', { name: 'Send' }))
  await user.click(screen.getByRole('checkbox', { name: 'Read' }))
  await user.click(screen.getByRole('button', { name: 'Create' }))
  expect(screen.getByText('Choose at least one.')).toBeTruthy()
  expect(server.bodiesOf('POST /keys')).toEqual([])

  await user.click(screen.getByRole('checkbox', { name: 'Webhooks' }))
  await user.click(screen.getByRole('button', { name: 'Create' }))
  await screen.findByDisplayValue('whm_the_whole_secret')
  expect(server.bodiesOf('POST /keys')).toEqual([{ name: 'Till', scopes: ['webhooks'] }])
  await user.click(screen.getByRole('button', { name: 'Done' }))
  expect(screen.queryByDisplayValue('whm_the_whole_secret')).toBeNull()
})

test('a key that is replaced goes on working as long as is said', async () => {
  const server = FakeServer.start()
    .on('GET /numbers', { data: [] })
    .on('GET /keys', { data: [KEY] })
    .on('POST /keys/key_1/rotate', { data: { ...KEY, id: 'key_2', key: 'whm_new' } })
  const { user } = renderPage(<KeysSection />)
  await user.click(await screen.findByRole('button', { name: /^Actions for Shop system/ }))
  await user.click(screen.getByRole('menuitem', { name: 'Replace…' }))
  await user.click(await screen.findByRole('button', { name: 'Make the new key' }))
  await waitFor(() =>
    expect(server.bodiesOf('POST /keys/key_1/rotate')).toEqual([{ overlapSeconds: 86_400 }]),
  )
  await screen.findByDisplayValue('whm_new')
  expect(screen.getByText(/The old key works until/)).toBeTruthy()
})
