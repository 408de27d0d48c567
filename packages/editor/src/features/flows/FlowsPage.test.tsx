import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setLocale } from '../../i18n/t.ts'
import { FakeServer } from '../../testing/FakeServer.ts'
import { renderPage } from '../../testing/renderPage.tsx'
import { FlowsPage } from './FlowsPage.tsx'
// Fetched by the page when it needs them; reading them here first keeps that off the clock of the tests.
import './StarterGallery.tsx'
import '@parley/shared/starters/es'

const AT = '2026-11-21T09:00:00.000Z'

/** A bot of one step that has no counterpart here. */
const TYPEBOT = {
  version: '6.1',
  id: 'bot',
  name: 'Panadería',
  events: [{ id: 'ev', type: 'start', outgoingEdgeId: 'e0' }],
  groups: [
    {
      id: 'g1',
      title: 'Inicio',
      graphCoordinates: { x: 0, y: 0 },
      blocks: [{ id: 'track', type: 'Script', options: { content: 'track()' } }],
    },
  ],
  edges: [{ id: 'e0', from: { eventId: 'ev' }, to: { groupId: 'g1' } }],
  variables: [],
}

let server: FakeServer
beforeEach(async () => {
  server = FakeServer.start()
    .on('GET /flows', { data: [] })
    .on('POST /flows', (body) => ({
      data: {
        description: '',
        // What the page has sent.
        ...(body as { name: string; draft: object }),
        id: 'flow',
        revision: 1,
        publications: [],
        hasUnpublishedChanges: true,
        problems: [],
        createdAt: AT,
        updatedAt: AT,
      },
    }))
  await setLocale('es')
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await setLocale('en')
})

it('speaks of a file of Typebot in the language of the interface, on the canvas, too', async () => {
  const { user } = renderPage(<FlowsPage />)
  await user.upload(screen.getByLabelText('Importar'), aFile(JSON.stringify(TYPEBOT)))
  const report = await screen.findByRole('dialog', { name: /importado de Typebot/ })
  expect(report.textContent).toContain('1 sin equivalente')
  expect(report.textContent).toContain('Ejecuta un script: track()')
  const [sent] = server.bodiesOf('POST /flows')
  expect(sent).toMatchObject({ description: 'Importado de Typebot' })
  expect(JSON.stringify(sent)).toContain('Script: Ejecuta un script: track()')
})

it('says in the language of the interface that a file is no flow', async () => {
  const { user } = renderPage(<FlowsPage />)
  await user.upload(screen.getByLabelText('Importar'), aFile('{"kind":"recipe"}'))
  await screen.findByText(/Este archivo no es un flujo/)
  expect(server.bodiesOf('POST /flows')).toEqual([])
})

it('looks anew for what there is when the answer to an import was lost, so that nobody imports twice', async () => {
  const { user } = renderPage(<FlowsPage />)
  server.on('POST /flows', () => {
    throw new TypeError('Failed to fetch')
  })
  const draft = { nodes: [], edges: [], variables: [], settings: {} }
  await user.upload(screen.getByLabelText('Importar'), aFile(JSON.stringify({ name: 'P', draft })))
  await vi.waitFor(() => expect(server.requests.at(-1)?.route).toBe('GET /flows'))
  expect(server.bodiesOf('POST /flows')).toHaveLength(1)
})

it('begins a flow in the language of the interface: its name and what it says', async () => {
  const { user } = renderPage(<FlowsPage />)
  await user.click(await screen.findByRole('button', { name: /Menú de preguntas/ }))
  await waitFor(() => expect(server.bodiesOf('POST /flows')).toHaveLength(1))
  const [sent] = server.bodiesOf('POST /flows')
  expect(sent).toMatchObject({
    name: 'Menú de preguntas',
    draft: { settings: { language: 'es' } },
  })
  expect(JSON.stringify(sent)).toContain('¡Gracias y hasta pronto!')
  expect(JSON.stringify(sent)).not.toContain('see you soon')
})

it('begins an empty flow whose ready-made sentences are in the language of the interface', async () => {
  const { user } = renderPage(<FlowsPage />)
  await user.click(await screen.findByRole('button', { name: /Lienzo en blanco/ }))
  await waitFor(() => expect(server.bodiesOf('POST /flows')).toHaveLength(1))
  expect(server.bodiesOf('POST /flows')).toMatchObject([
    { name: 'Flujo sin título', draft: { settings: { language: 'es' } } },
  ])
})

/** jsdom's files cannot say their text. */
const aFile = (text: string) =>
  Object.assign(new File([text], 'bot.json', { type: 'application/json' }), {
    text: () => Promise.resolve(text),
  })
