import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { foreignerOf, signUpOwner, tokenOf } from '../../testing/people.ts'
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

let phones = 0
const aPhone = () => `49155${String((phones += 1)).padStart(8, '0')}`
const contentOf = async (messageId: string) =>
  (await client.get(`/api/v1/messages/${messageId}`)).at('data.content')
const send = (to: string, body: object) =>
  sandbox.keyed.post('/api/v1/send-message', { to, ...body })

describe('a customer writes', () => {
  const url = 'https://example.com/x'
  test.each([
    ['a plain text', 'Hello', { type: 'text', text: 'Hello' }],
    ['a text', { type: 'text', text: 'Hello' }, { type: 'text', text: 'Hello' }],
    [
      'a text as Meta spells it',
      { type: 'text', text: { body: 'Hello' } },
      { type: 'text', text: 'Hello' },
    ],
    ['an image', { type: 'image', url, caption: 'Look' }, { type: 'image', url, caption: 'Look' }],
    ['an image as Meta spells it', { type: 'image', image: { url } }, { type: 'image', url }],
    ['a video', { type: 'video', url }, { type: 'video', url }],
    ['audio', { type: 'audio', url }, { type: 'audio', url }],
    ['a voice note', { type: 'audio', url, ptt: true }, { type: 'voice', url }],
    [
      'a document',
      { type: 'document', url, filename: 'a.pdf' },
      { type: 'document', filename: 'a.pdf' },
    ],
    ['a sticker', { type: 'sticker', url }, { type: 'sticker', url }],
    [
      'a place',
      { type: 'location', latitude: 1, longitude: 2 },
      { type: 'location', latitude: 1, longitude: 2 },
    ],
    [
      'a contact',
      { type: 'contact', contact: { fullName: 'Ana', phoneNumber: '+4915' } },
      { type: 'contacts', contacts: [{ name: 'Ana', phones: [{ phone: '+4915' }] }] },
    ],
    ['a tap', { type: 'tap', id: 'x', title: 'X' }, { type: 'tap', id: 'x', title: 'X' }],
    [
      'a tap as Meta spells it',
      {
        type: 'interactive',
        interactive: { type: 'list_reply', list_reply: { id: 'x', title: 'X' } },
      },
      { type: 'tap', id: 'x', title: 'X' },
    ],
    [
      'a tap on a template',
      { type: 'button', button: { payload: 'x', text: 'X' } },
      { type: 'tap', id: 'x', title: 'X' },
    ],
    [
      'a tap in seed words',
      { type: 'button_reply', id: 'x', title: 'X' },
      { type: 'tap', id: 'x', title: 'X' },
    ],
  ])('%s', async (_, content, stored) => {
    const messageId = await sandbox.says(aPhone(), content)
    expect(await contentOf(messageId)).toMatchObject(stored)
  })

  test('a vote and a reaction to what he was sent', async () => {
    const from = aPhone()
    const poll = await send(from, { poll: { question: 'Tea?', options: ['Yes', 'No'] } })
    const pollMessageId = poll.text('messageId')
    const vote = await sandbox.says(from, { type: 'pollVote', pollMessageId, options: ['Yes'] })
    expect(await contentOf(vote)).toEqual({ type: 'pollVote', pollMessageId, options: ['Yes'] })
    const reaction = { type: 'reaction', messageId: pollMessageId, emoji: '🎉' }
    expect(await contentOf(await sandbox.says(from, reaction))).toEqual(reaction)
  })

  test('a reaction that names the message as the platform does is for the same message', async () => {
    const from = aPhone()
    const sent = (await send(from, { text: 'Hello' })).text('messageId')
    const platformId = (await server.store.messages.find(sent))?.channelMessageId ?? ''
    expect(platformId).not.toBe(sent)
    const { messageId } = await server.pipeline.receive(sandbox.id, {
      channelMessageId: 'reaction-1',
      aliases: [`phone:${from}`],
      address: from,
      isGroup: false,
      at: 0,
      content: { type: 'reaction', messageId: platformId, emoji: '👍' },
    })
    expect(await contentOf(messageId)).toEqual({ type: 'reaction', messageId: sent, emoji: '👍' })
  })

  test('the same message twice: it is stored once', async () => {
    const from = aPhone()
    const first = await sandbox.says(from, 'Hello', { messageId: 'wamid-1' })
    expect(await sandbox.says(from, 'Hello', { messageId: 'wamid-1' })).toBe(first)
    // On another number the same id is another message.
    const other = await Sandbox.create(client)
    expect(await other.says(from, 'Hello', { messageId: 'wamid-1' })).not.toBe(first)
  })

  test('as one person under every spelling of the number', async () => {
    const digits = aPhone()
    for (const from of [digits, `+${digits}`, `${digits}@c.us`]) await sandbox.says(from, 'Hi')
    const answer = await client.post(`/api/v1/sandbox/${sandbox.id}/inbound`, {
      from: Number(digits),
      content: 'Hi',
    })
    expect(answer.status).toBe(200)
    const contact = await client.get(`/api/v1/contacts/${digits}`)
    const listed = await client.get(`/api/v1/messages?contactId=${contact.text('data.id')}`)
    expect(listed.at('data')).toHaveLength(4)
  })

  test.each([
    ['nothing', undefined, 'content'],
    ['content of no kind', { type: 'dance' }, 'content.type'],
    ['a text that is too long', 'x'.repeat(65_537), 'content.text'],
    ['a number', 42, 'content'],
    ['a list of texts', ['a'], 'content'],
    [
      'a place beyond the pole',
      { type: 'location', latitude: 91, longitude: 0 },
      'content.latitude',
    ],
  ])('%s: that is 422', async (_, content, field) => {
    const answer = await client.post(`/api/v1/sandbox/${sandbox.id}/inbound`, {
      from: '15551234567',
      content,
    })
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.at('errors') ?? {})).toContain(field)
  })

  test.each(['', 'me', '123', '1'.repeat(16), '+', 'a@b.c'])(
    'from %j: that is 422',
    async (from) => {
      const answer = await client.post(`/api/v1/sandbox/${sandbox.id}/inbound`, {
        from,
        content: 'x',
      })
      expect(answer).toMatchObject({ status: 422, body: { errors: { from: expect.any(Array) } } })
    },
  )
})

describe('a tap', () => {
  const buttons = [
    { id: 'tea-token', title: 'Tea ☕' },
    { id: 'coffee-token', title: 'Café' },
  ]
  test.each([
    ['its title', { title: 'Tea ☕' }, 'tea-token'],
    ['its title without accents and capitals', { title: 'CAFE' }, 'coffee-token'],
    ['its id', { id: 'coffee-token' }, 'coffee-token'],
    ['words that no option has', { title: 'Milk' }, ''],
  ])('by %s becomes exact', async (_, tap, id) => {
    const from = aPhone()
    await send(from, { text: 'Tea?', buttons })
    await expect.poll(() => sandbox.received(from)).toHaveLength(1)
    expect(await contentOf(await sandbox.says(from, { type: 'tap', ...tap }))).toMatchObject({ id })
  })
})

describe('behaviour', () => {
  test('statuses advance by themselves, or only when told', async () => {
    const manual = await Sandbox.create(client, { autoStatus: false })
    const to = aPhone()
    const sent = await manual.keyed.post('/api/v1/send-message', { to, text: 'Hello' })
    const messageId = sent.text('messageId')
    const status = async () => (await client.get(`/api/v1/messages/${messageId}`)).at('data.status')
    await expect.poll(status).toBe('sent')
    expect((await manual.setStatus(messageId, 'read')).at('data.status')).toBe('read')
    // Never backwards.
    expect((await manual.setStatus(messageId, 'delivered')).at('data.status')).toBe('read')
    expect(await status()).toBe('read')
    expect((await manual.setStatus('msg_nothing', 'read')).status).toBe(404)
    expect((await sandbox.set({ autoStatus: true })).at('data.sandbox.autoStatus')).toBe(true)
    const changed = await manual.set({ autoStatus: true })
    expect(changed.body).toMatchObject({ autoStatus: true, connected: true, imitates: 'sandbox' })
    const next = await manual.keyed.post('/api/v1/send-message', { to, text: 'Hello' })
    await expect
      .poll(async () =>
        (await client.get(`/api/v1/messages/${next.text('messageId')}`)).at('data.status'),
      )
      .toBe('read')
  })

  test('a message fails when the tester says so, and is not received', async () => {
    const manual = await Sandbox.create(client, { autoStatus: false })
    const to = aPhone()
    const sent = await manual.keyed.post('/api/v1/send-message', { to, text: 'Hello' })
    await expect.poll(() => manual.received(to)).toHaveLength(1)
    const messageId = sent.text('messageId')
    const failed = await client.post(`/api/v1/sandbox/${manual.id}/status`, {
      messageId,
      status: 'failed',
      reason: 'The customer has no phone',
    })
    expect(failed.at('data.status')).toBe('failed')
    expect((await client.get(`/api/v1/messages/${messageId}`)).at('data.failure.message')).toBe(
      'The customer has no phone',
    )
    expect(await manual.received(to)).toEqual([])
  })

  test('shows what the channel that it imitates would show', async () => {
    const imitator = await Sandbox.create(client, { imitates: 'whatsapp-cloud' })
    const to = aPhone()
    const buttons = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id }))
    const body = { to, text: 'Which?', buttons }
    await imitator.keyed.post('/api/v1/send-message', body)
    // Meta takes three buttons; four become a list.
    await expect
      .poll(() => imitator.received(to))
      .toMatchObject([{ content: { type: 'buttons' }, renderedAs: [{ type: 'list' }] }])
    await imitator.set({ imitates: 'sandbox' })
    await imitator.keyed.post('/api/v1/send-message', body)
    await expect
      .poll(async () => (await imitator.received(to)) as { renderedAs: { type: string }[] }[])
      .toHaveLength(2)
  })

  test('lists all customers in order, page by page', async () => {
    const busy = await Sandbox.create(client)
    for (const text of ['1', '2', '3']) {
      await busy.keyed.post('/api/v1/send-message', { to: aPhone(), text })
    }
    const path = `/api/v1/sandbox/${busy.id}/outbox`
    await expect.poll(async () => (await client.get(path)).at('messages')).toHaveLength(3)
    const first = await client.get(`${path}?limit=2`)
    const cursor = encodeURIComponent(first.text('pagination.next'))
    const second = await client.get(`${path}?limit=2&cursor=${cursor}`)
    expect([first.at('messages.0.content.text'), first.at('messages.1.content.text')]).toEqual([
      '1',
      '2',
    ])
    expect(second.at('messages')).toMatchObject([{ content: { text: '3' } }])
    expect(await busy.received('15550000000')).toEqual([])
  })

  test('fails sends on request, as often as asked for, in the way asked for', async () => {
    const failing = await Sandbox.create(client)
    const to = aPhone()
    const send = async (text: string) =>
      (await failing.keyed.post('/api/v1/send-message', { to, text })).text('messageId')
    const shown = async (id: string) => (await client.get(`/api/v1/messages/${id}`)).at('data')

    const set = await failing.set({
      failing: { failureClass: 'windowClosed', message: 'Too late', times: 1 },
    })
    expect(set.at('failing')).toEqual({
      failureClass: 'windowClosed',
      message: 'Too late',
      times: 1,
    })
    const refused = await send('refused')
    await expect
      .poll(() => shown(refused))
      .toMatchObject({
        status: 'failed',
        failure: { failureClass: 'windowClosed', message: 'Too late' },
      })
    await send('taken')
    await expect.poll(() => failing.received(to)).toMatchObject([{ content: { text: 'taken' } }])

    await failing.set({ failing: { failureClass: 'recipientGone' } })
    const [one, two] = [await send('1'), await send('2')]
    await expect.poll(() => shown(two)).toMatchObject({ status: 'failed' })
    expect(await shown(one)).toMatchObject({ status: 'failed' })
    await failing.set({ failing: null })
    await send('3')
    await expect.poll(() => failing.received(to)).toMatchObject([{}, { content: { text: '3' } }])
    expect(
      Object.keys((await failing.set({ failing: { failureClass: 'x' } })).at('errors') ?? {}),
    ).toEqual(['failing.failureClass'])
  })

  test('hears what members write in a group', async () => {
    const group = '120363000000000001@g.us'
    const from = aPhone()
    const messageId = await sandbox.says(from, 'Hello all', { group, name: 'Ana' })
    const message = await client.get(`/api/v1/messages/${messageId}`)
    const conversation = await client.get(
      `/api/v1/conversations/${message.text('data.conversationId')}`,
    )
    expect(conversation.at('data')).toMatchObject({ isGroup: true })
    expect((await client.get(`/api/v1/contacts/${from}`)).at('name')).toBe('Ana')
    const wrong = await client.post(`/api/v1/sandbox/${sandbox.id}/inbound`, {
      from,
      group: from,
      content: 'x',
    })
    expect(Object.keys(wrong.at('errors') ?? {})).toEqual(['group'])
  })

  test.each([
    ['a word for a switch', { connected: 'yes' }, 'connected'],
    ['a channel that there is not', { imitates: 'pigeon' }, 'imitates'],
    ['a setting that there is not', { speed: 3 }, 'speed'],
  ])('refuses %s', async (_, settings, field) => {
    expect(Object.keys((await sandbox.set(settings)).at('errors') ?? {})).toEqual([field])
  })

  test('is only for sandbox numbers of the own workspace, and not for their keys', async () => {
    const real = await client.post('/api/v1/whatsapp-sessions', { name: 'Real' })
    const body = { from: '15551234567', content: 'x' }
    const inbound = (id: string) => `/api/v1/sandbox/${id}/inbound`
    expect(await client.post(inbound(real.text('id')), body)).toMatchObject({ status: 404 })
    expect(await foreigner.post(inbound(sandbox.id), body)).toMatchObject({ status: 404 })
    expect(await sandbox.keyed.post(inbound(sandbox.id), body)).toMatchObject({ status: 401 })
  })
})
