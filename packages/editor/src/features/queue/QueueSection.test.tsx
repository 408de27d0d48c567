import type { Message } from '@parley/shared/api'
import { screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { FakeServer } from '../../testing/FakeServer.ts'
import { renderPage } from '../../testing/renderPage.tsx'
import { QueueSection } from './QueueSection.tsx'

afterEach(() => vi.unstubAllGlobals())

const aMessage = (id: string, given: Partial<Message> = {}): Message => ({
  id,
  numberId: 'num_shop',
  conversationId: 'conv_1',
  contactId: 'contact_ana',
  direction: 'outbound',
  content: { type: 'text', text: `Words of ${id}` },
  renderedAs: null,
  status: 'queued',
  failure: null,
  source: { type: 'api' },
  quotedMessageId: null,
  scheduledAt: null,
  createdAt: new Date().toISOString(),
  statusAt: {},
  ...given,
})
const aNumber = (id: string, name: string, status: string) => ({
  id,
  name,
  channel: 'sandbox',
  phone: '',
  status,
  statusReason: '',
  wanted: 'connected',
  keyPrefix: '',
  createdAt: '2026-11-21T12:00:00Z',
})
const ANA = {
  id: 'contact_ana',
  uuid: 'u',
  phone: '+4915112345678',
  name: 'Ana',
  profileImage: '',
  tags: [],
  attributes: {},
  language: '',
  optedOut: false,
  isTestContact: false,
  createdAt: '2026-11-21T12:00:00Z',
  lastMessageAt: null,
}

const aServer = (messages: readonly Message[]) =>
  FakeServer.start()
    .on('GET /numbers', {
      data: [aNumber('num_shop', 'Shop', 'disconnected'), aNumber('num_cafe', 'Café', 'connected')],
    })
    .on('GET /contacts/contact_ana', { data: ANA })
    .on('GET /messages', { data: messages })

test('what waits is shown number by number with its reason, and one number’s is cancelled together', async () => {
  const server = aServer([
    aMessage('one'),
    aMessage('two', { numberId: 'num_cafe', scheduledAt: '2100-12-24T18:00:00Z' }),
  ]).on('POST /numbers/num_shop/queue/clear', { data: { cancelled: 1 } })
  const { user } = renderPage(<QueueSection />)
  const shop = await screen.findByRole('region', { name: 'Shop' })
  expect(within(shop).getByText('Words of one')).toBeTruthy()
  expect(within(shop).getAllByText(/^The number is not connected/).length).toBeGreaterThan(0)
  const cafe = screen.getByRole('region', { name: 'Café' })
  expect(within(cafe).getAllByText(/^Scheduled for/).length).toBeGreaterThan(0)

  await user.click(within(shop).getByRole('button', { name: 'Cancel all' }))
  expect(server.bodiesOf('POST /numbers/num_shop/queue/clear')).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Cancel all messages' }))
  await screen.findByText('1 message is cancelled')
  expect(server.bodiesOf('POST /numbers/num_shop/queue/clear')).toHaveLength(1)
})

test('who only looks sees the queue and cannot empty it', async () => {
  const server = aServer([aMessage('one')])
  const { user } = renderPage(<QueueSection />, { role: 'viewer' })
  await user.click(await screen.findByRole('button', { name: 'Cancel all' }))
  await user.click(await screen.findByRole('button', { name: 'Cancel the message to Ana' }))
  expect(screen.queryByText(/None of these messages is sent/)).toBeNull()
  expect(server.requests.filter(({ route }) => route.startsWith('POST'))).toEqual([])
})

test('failed messages are shown with their reason as long as they are news', async () => {
  const failure = { failureClass: 'unreachable', message: 'This person has no WhatsApp.' }
  aServer([
    aMessage('new', { status: 'failed', failure }),
    aMessage('old', { status: 'failed', failure, createdAt: '2020-01-01T00:00:00Z' }),
  ])
  const { user } = renderPage(<QueueSection />)
  await user.click(await screen.findByRole('radio', { name: 'Failed' }))
  await screen.findByText('Words of new')
  expect(screen.getAllByText('This person has no WhatsApp.').length).toBeGreaterThan(0)
  expect(screen.getByRole('button', { name: 'Send again' })).toBeTruthy()
  expect(screen.queryByText('Words of old')).toBeNull()
})
