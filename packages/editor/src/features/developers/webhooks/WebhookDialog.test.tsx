import { screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { FakeServer } from '../../../testing/FakeServer.ts'
import { renderPage } from '../../../testing/renderPage.tsx'
import { WebhookDialog } from './WebhookDialog.tsx'

afterEach(() => vi.unstubAllGlobals())

test('what the server has against an address stands at the address, and nothing typed is lost', async () => {
  const server = FakeServer.start()
    .on('GET /numbers', { data: [] })
    .on('POST /webhooks', {
      status: 422,
      code: 'VALIDATION_ERROR',
      message: 'url: leads into the network of this server',
      details: { url: ['leads into the network of this server'] },
    })
  const { user } = renderPage(<WebhookDialog onClose={() => undefined} />)
  const address = screen.getByLabelText('Address')
  await user.type(address, 'http://10.0.0.1/hook')
  // Another format has other events, and all of them to begin with.
  await user.click(screen.getByRole('radio', { name: 'Instance API' }))
  await user.click(screen.getByRole('checkbox', { name: 'ack' }))
  await user.click(screen.getByRole('button', { name: 'Create' }))

  await screen.findByText('leads into the network of this server')
  expect(address.getAttribute('aria-invalid')).toBe('true')
  expect(screen.queryByText(/^url: leads/)).toBeNull()
  expect(screen.getByDisplayValue('http://10.0.0.1/hook')).toBeTruthy()
  expect(server.bodiesOf('POST /webhooks')).toEqual([
    { url: 'http://10.0.0.1/hook', events: ['messages'], format: '002' },
  ])
})

test('an error that belongs to no field of the form is shown all the same', async () => {
  FakeServer.start().on('GET /numbers', { data: [] }).on('POST /webhooks', {
    status: 409,
    code: 'CONFLICT',
    message: 'A workspace can have 100 webhooks; delete some',
  })
  const { user } = renderPage(<WebhookDialog onClose={() => undefined} />)
  await user.type(screen.getByLabelText('Address'), 'https://shop.example.com')
  await user.click(screen.getByRole('button', { name: 'Create' }))
  const words = 'A workspace can have 100 webhooks; delete some'
  expect((await screen.findByRole('alert')).textContent).toBe(words)
})
