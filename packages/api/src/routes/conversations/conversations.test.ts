import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { foreignerOf, OWNER, signUpOwner, tokenOf } from '../../testing/people.ts'
import { Sandbox } from '../../testing/Sandbox.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let client: Client
let foreigner: Client
let sandbox: Sandbox
beforeAll(async () => {
  server = await startTestServer()
  const owner = await signUpOwner(server)
  client = await tokenOf(owner)
  foreigner = await foreignerOf(server, owner)
  sandbox = await Sandbox.create(client)
})
afterAll(() => server.close())

/** The conversation with somebody who has just written this. */
async function conversationWith(phone: string, ...texts: readonly string[]): Promise<string> {
  for (const text of texts) await sandbox.says(phone, text, { name: `Name of ${phone}` })
  const contact = (await client.get(`/api/v1/contacts/${phone}`)).text('data.id')
  const found = await client.get(`/api/v1/conversations?contactId=${contact}`)
  return `/api/v1/conversations/${found.text('data.0.id')}`
}

describe('a conversation', () => {
  test('shows who wrote, what, and how much of it nobody has seen', async () => {
    const path = await conversationWith('4915200000001', 'Hello', 'Is anybody\n there?')
    const shown = await client.get(path)
    expect(shown.at('data')).toMatchObject({
      numberId: sandbox.id,
      contact: { phone: '+4915200000001', name: 'Name of 4915200000001' },
      isGroup: false,
      lastMessagePreview: 'Is anybody there?',
      unreadCount: 2,
      handover: null,
    })
    expect(shown.at('data.lastInboundAt')).toBe(shown.at('data.lastMessageAt'))
    expect((await client.post(`${path}/read`)).at('data.unreadCount')).toBe(0)
    expect((await client.get(path)).at('data.unreadCount')).toBe(0)
  })

  test('lists its messages newest first, page by page', async () => {
    const texts = ['1', '2', '3', '4', '5']
    const path = await conversationWith('4915200000002', ...texts)
    const first = await client.get(`${path}/messages?limit=3`)
    const cursor = encodeURIComponent(first.text('pagination.next'))
    const second = await client.get(`${path}/messages?limit=3&cursor=${cursor}`)
    expect(second.at('pagination.next')).toBeNull()
    // The shape of a message is tested below.
    const textOf = (message: unknown) => (message as { content: { text: string } }).content.text
    const listed = [first, second].flatMap((page) => page.at('data') as unknown[])
    expect(listed.map(textOf)).toEqual(texts.toReversed())
  })

  test('is answered by a person, once for each key', async () => {
    const path = await conversationWith('4915200000003', 'Hello')
    const question = (await client.get(`${path}/messages`)).text('data.0.id')
    const answer = () =>
      client.with({ 'idempotency-key': 'answer-1' }).post(`${path}/messages`, {
        content: { type: 'text', text: 'Hi, how can I help?' },
        quotedMessageId: question,
      })
    const [sent, repeated] = [await answer(), await answer()]
    expect(sent).toMatchObject({
      status: 201,
      body: {
        data: {
          direction: 'outbound',
          source: { type: 'person', userId: expect.any(String) },
          quotedMessageId: question,
        },
      },
    })
    expect(repeated.text('data.id')).toBe(sent.text('data.id'))
    await expect
      .poll(() => sandbox.received('4915200000003'))
      .toMatchObject([{ id: sent.text('data.id'), content: { text: 'Hi, how can I help?' } }])
    const elsewhere = await conversationWith('4915200000004', 'Me too')
    const wrong = await client.post(`${elsewhere}/messages`, {
      content: { type: 'text', text: 'x' },
      quotedMessageId: question,
    })
    expect(wrong.at('errors.quotedMessageId')).toHaveLength(1)
  })

  test('is answered later, when its number is offline now', async () => {
    const offline = await Sandbox.create(client, { connected: false })
    await offline.says('4915200000005', 'Hello')
    const contact = (await client.get('/api/v1/contacts/4915200000005')).text('data.id')
    const found = await client.get(`/api/v1/conversations?contactId=${contact}`)
    const path = `/api/v1/conversations/${found.text('data.0.id')}`
    const content = { type: 'text', text: 'Back soon' }
    const queued = await client.post(`${path}/messages`, { content })
    expect(queued.at('data.status')).toBe('queued')
    expect(await offline.received('4915200000005')).toEqual([])
    await offline.set({ connected: true })
    await expect.poll(() => offline.received('4915200000005')).toMatchObject([{ content }])
  })

  test('is taken over by a person and given back', async () => {
    const path = await conversationWith('4915200000006', 'A person, please')
    const taken = await client.post(`${path}/take-over`, { note: 'about an invoice' })
    expect(taken.at('data.handover')).toMatchObject({ to: OWNER.name, note: 'about an invoice' })
    const waiting = await client.get('/api/v1/conversations?handover=true')
    expect(waiting.at('data')).toEqual([taken.at('data')])
    const resolved = await client.post(`${path}/resolve`)
    expect(resolved.at('data.handover')).toBeNull()
    expect((await client.get('/api/v1/conversations?handover=true')).at('data')).toEqual([])
  })

  test('outlives its contact', async () => {
    const path = await conversationWith('4915200000007', 'Forget me')
    await client.delete('/api/v1/contacts/4915200000007')
    expect(await client.get(path)).toMatchObject({
      status: 200,
      body: { data: { contact: { name: '', phone: '' } } },
    })
  })

  test('is nobody else’s', async () => {
    const path = await conversationWith('4915200000008', 'A secret')
    const content = { type: 'text', text: 'x' }
    for (const [method, action, body] of [
      ['GET', '', undefined],
      ['GET', '/messages', undefined],
      ['POST', '/messages', { content }],
      ['POST', '/take-over', {}],
      ['POST', '/resolve', {}],
      ['POST', '/read', {}],
    ] as const) {
      const answer = await foreigner.request(method, `${path}${action}`, body)
      expect([action, answer.status]).toEqual([action, 404])
    }
    expect((await foreigner.get('/api/v1/conversations')).at('data')).toEqual([])
    expect((await foreigner.get('/api/v1/messages')).at('data')).toEqual([])
    const { id, handover } = (await client.get(path)).at('data') as Record<string, unknown>
    expect([typeof id, handover]).toEqual(['string', null])
  })

  test.each([
    ['no content', {}],
    ['content that is none', { content: { type: 'dance' } }],
    ['content that is only received', { content: { type: 'tap', id: 'x', title: 'x' } }],
    [
      'a time that has passed',
      { content: { type: 'text', text: 'x' }, scheduledAt: '2020-01-01T00:00:00Z' },
    ],
    ['a time that is none', { content: { type: 'text', text: 'x' }, scheduledAt: 'tomorrow' }],
  ])('takes no answer with %s', async (_, body) => {
    const path = await conversationWith('4915200000009', 'Hello')
    expect(await client.post(`${path}/messages`, body)).toMatchObject({
      status: 422,
      body: { code: 'VALIDATION_ERROR' },
    })
  })
})

describe('messages', () => {
  test('tell how far they have got, and when', async () => {
    const sent = await sandbox.keyed.post('/api/v1/send-message', {
      to: '4915200000020',
      text: 'Hello',
    })
    const path = `/api/v1/messages/${sent.text('messageId')}`
    await expect.poll(async () => (await client.get(path)).at('data.status')).toBe('read')
    const { data } = (await sandbox.keyed.get(path)).body as { data: Record<string, object> }
    expect(data).toMatchObject({
      content: { type: 'text', text: 'Hello' },
      renderedAs: [{ type: 'text', text: 'Hello' }],
      failure: null,
      source: { type: 'api' },
      scheduledAt: null,
    })
    expect(Object.keys(data.statusAt ?? {})).toEqual(['queued', 'sent', 'delivered', 'read'])
  })

  test('are filtered; the key of a number sees only those of its number', async () => {
    const other = await Sandbox.create(client)
    await other.says('4915200000021', 'To the other number')
    const all = await client.get(`/api/v1/messages?numberId=${other.id}`)
    expect(all.at('data')).toMatchObject([{ content: { text: 'To the other number' } }])
    expect((await other.keyed.get('/api/v1/messages')).at('data')).toEqual(all.at('data'))
    // Asking for another number does not widen what the key may see.
    const asked = await other.keyed.get(`/api/v1/messages?numberId=${sandbox.id}`)
    expect(asked.at('data')).toEqual(all.at('data'))
    const id = all.text('data.0.id')
    expect((await sandbox.keyed.get(`/api/v1/messages/${id}`)).status).toBe(404)
    expect((await sandbox.keyed.post(`/api/v1/messages/${id}/cancel`)).status).toBe(404)
    const inbound = await client.get('/api/v1/messages?direction=inbound&status=queued')
    expect(inbound.at('data')).toEqual([])
    expect((await client.get('/api/v1/messages?direction=sideways')).status).toBe(422)
  })

  test('can be cancelled while they wait, and not later', async () => {
    const to = '4915200000022'
    const scheduledAt = new Date(Date.now() + 3_600_000).toISOString()
    const planned = await sandbox.keyed.post('/api/v1/send-message', {
      to,
      text: 'Later',
      scheduledAt,
    })
    const path = `/api/v1/messages/${planned.text('messageId')}`
    expect((await client.get(path)).at('data')).toMatchObject({ status: 'queued', scheduledAt })
    expect((await client.post(`${path}/cancel`)).at('data.status')).toBe('cancelled')
    expect(await client.post(`${path}/cancel`)).toMatchObject({ status: 409 })
    const now = await sandbox.keyed.post('/api/v1/send-message', { to, text: 'Now' })
    await expect.poll(() => sandbox.received(to)).toHaveLength(1)
    const late = await client.post(`/api/v1/messages/${now.text('messageId')}/cancel`)
    expect(late).toMatchObject({ status: 409, body: { code: 'CONFLICT' } })
  })
})
