import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type FakeAnswer, FakeServer } from '../testing/FakeServer.ts'
import { App } from './App.tsx'

const STRANGER: FakeAnswer = { status: 401, code: 'UNAUTHORIZED', message: 'Log in first' }

let server: FakeServer
/** Every headline that was on the page, however shortly. */
let headlines: Set<string>
beforeEach(() => {
  server = FakeServer.start().on('GET /auth/me', STRANGER)
  window.history.replaceState(null, '', '/')
  headlines = new Set()
  const watcher = new MutationObserver(() => {
    for (const { textContent } of document.querySelectorAll('h1')) headlines.add(textContent)
  })
  watcher.observe(document.body, { childList: true, subtree: true, characterData: true })
  return () => watcher.disconnect()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it.each(['/', '/flows', '/login'])(
  'leads the first visitor of a new server from %s to its set-up, past no login',
  async (place) => {
    window.history.replaceState(null, '', place)
    let tell: (answer: FakeAnswer) => void = () => undefined
    const told = new Promise<FakeAnswer>((resolve) => {
      tell = resolve
    })
    server.on('GET /auth/setup', () => told)
    render(<App />)
    await vi.waitFor(() =>
      expect(server.requests.map(({ route }) => route)).toContain('GET /auth/setup'),
    )
    await vi.waitFor(() => expect(window.location.pathname).toBe('/login'))
    await screen.findByRole('status')
    tell({ data: { needsFirstOwner: true } })
    await screen.findByRole('heading', { name: 'Set up Parley' })
    expect([...headlines]).toEqual(['Set up Parley'])
  },
)

it('shows the login to others', async () => {
  server.on('GET /auth/setup', { data: { needsFirstOwner: false } })
  render(<App />)
  await screen.findByRole('heading', { name: 'Welcome back' })
  expect([...headlines]).toEqual(['Welcome back'])
})

it('shows the login when the server cannot say whether it is new', async () => {
  server.on('GET /auth/setup', { status: 500, code: 'INTERNAL', message: 'Something broke' })
  render(<App />)
  expect(await screen.findByRole('button', { name: 'Log in' })).toBeTruthy()
})
