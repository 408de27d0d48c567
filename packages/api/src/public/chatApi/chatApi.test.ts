import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../testing/Client.ts'
import { foreignerOf, signUpOwner, tokenOf } from '../../testing/people.ts'
import { Sandbox } from '../../testing/Sandbox.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let owner: Client
/** With a key of the workspace, as this API's clients have one. */
let client: Client
let foreigner: Client
let sandbox: Sandbox
let ours: string
beforeAll(async () => {
  server = await startTestServer()
  owner = await tokenOf(await signUpOwner(server))
  client = await keyed(owner)
  foreigner = await keyed(await foreignerOf(server, await loggedIn()))
  sandbox = await Sandbox.create(owner)
  ours = (await owner.get(`/api/v1/numbers/${sandbox.id}`)).text('data.phone')
})
afterAll(() => server.close())

const SEND = '/api/v1/messages'
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const EXAMPLE = '+1234567890'

async function keyed(by: Client): Promise<Client> {
  const made = await by.post('/api/v1/keys', { name: 'x' })
  return new Client(server.baseUrl, { authorization: `Bearer ${made.text('data.key')}` })
}

const loggedIn = async () => {
  const answer = await server.stranger.post('/api/v1/auth/login', {
    email: 'olga@example.com',
    password: 'correct horse battery',
  })
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0])
  return new Client(server.baseUrl, { cookie: cookie.join('; '), origin: server.baseUrl })
}

describe('the requests of the document, as they stand there', () => {
  const TEXT = { to: EXAMPLE, type: 'text', text: 'Hello from WhatsSync!' }
  const TEMPLATE = {
    to: EXAMPLE,
    type: 'template',
    template: {
      name: 'appointment_reminder',
      language: { code: 'en_US' },
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'John' },
            { type: 'date_time', date_time: { fallback_value: 'June 10, 2023' } },
          ],
        },
      ],
    },
  }

  test.each([
    ['a text', TEXT, { type: 'text', text: 'Hello from WhatsSync!' }],
    [
      'an image',
      {
        to: EXAMPLE,
        type: 'image',
        image: { url: 'https://example.com/image.jpg', caption: 'Check out this image!' },
      },
      { type: 'image', url: 'https://example.com/image.jpg', caption: 'Check out this image!' },
    ],
    [
      'a document',
      {
        to: EXAMPLE,
        type: 'document',
        document: {
          url: 'https://example.com/document.pdf',
          filename: 'report.pdf',
          caption: 'Monthly report',
        },
      },
      {
        type: 'document',
        url: 'https://example.com/document.pdf',
        filename: 'report.pdf',
        caption: 'Monthly report',
      },
    ],
    [
      'a location',
      {
        to: EXAMPLE,
        type: 'location',
        location: {
          latitude: 37.7749,
          longitude: -122.4194,
          name: 'San Francisco',
          address: 'San Francisco, CA',
        },
      },
      {
        type: 'location',
        latitude: 37.7749,
        longitude: -122.4194,
        name: 'San Francisco',
        address: 'San Francisco, CA',
      },
    ],
  ])('%s is sent', async (_, request, content) => {
    const answer = await client.post(SEND, request)
    expect(answer).toMatchObject({
      status: 200,
      body: {
        id: expect.stringMatching(/^msg_/),
        from: ours,
        to: EXAMPLE,
        type: content.type,
        timestamp: expect.stringMatching(INSTANT),
        status: 'queued',
      },
    })
    await expect
      .poll(async () => (await sandbox.received(EXAMPLE)) as { id: string; content: object }[])
      .toContainEqual(
        expect.objectContaining({
          id: answer.text('id'),
          content: expect.objectContaining(content),
        }),
      )
  })

  test('a template is filled and sent', async () => {
    expect(await client.post(SEND, TEMPLATE)).toMatchObject({
      status: 404,
      body: { error: { code: 'template_not_found', status: 404 } },
    })
    await owner.post('/api/v1/templates', {
      name: 'appointment_reminder',
      language: 'en_US',
      body: 'Hello {{1}}, we see you on {{2}}.',
    })
    const answer = await client.post(SEND, TEMPLATE)
    expect(answer.body).toMatchObject({
      type: 'template',
      text: 'Hello John, we see you on June 10, 2023.',
    })
  })

  test('messages of a contact are listed, oldest first, page by page', async () => {
    const phone = '+4915111100001'
    await sandbox.says(phone, 'Hello!', { name: 'John Doe' })
    await client.post(SEND, { to: phone, type: 'text', text: 'Hi there!' })
    const path = `/api/v1/contacts/${phone}/messages`
    const listed = await client.get(path)
    expect(listed.body).toEqual({
      messages: [
        {
          id: expect.stringMatching(/^msg_/),
          from: phone,
          to: ours,
          type: 'text',
          text: 'Hello!',
          timestamp: expect.stringMatching(INSTANT),
          status: 'delivered',
        },
        {
          id: expect.stringMatching(/^msg_/),
          from: ours,
          to: phone,
          type: 'text',
          text: 'Hi there!',
          timestamp: expect.stringMatching(INSTANT),
          status: expect.stringMatching(/^(queued|sent|delivered|read)$/),
        },
      ],
      pagination: { next: null },
    })
    for (const same of ['%2B4915111100001', '4915111100001']) {
      const answer = await client.get(`/api/v1/contacts/${same}/messages?limit=2`)
      expect(answer.at('messages.1.id')).toBe(listed.at('messages.1.id'))
    }
    const first = await client.get(`${path}?limit=1`)
    const next = first.text('pagination.next')
    for (const name of ['cursor', 'next']) {
      const second = await client.get(`${path}?limit=1&${name}=${next}`)
      expect(second.at('messages.0.id')).toBe(listed.at('messages.1.id'))
    }
  })

  test('contacts are listed and shown', async () => {
    const phone = '+4915111100002'
    await sandbox.says(phone, 'Hello!', { name: 'Jane Smith' })
    await owner.patch(`/api/v1/contacts/${phone}`, { addTags: ['customer', 'premium'] })
    const listed = await client.get('/api/v1/contacts')
    expect(listed.body).toMatchObject({
      contacts: [
        {
          id: expect.stringMatching(/^contact_/),
          phone,
          name: 'Jane Smith',
          lastMessageAt: expect.stringMatching(INSTANT),
        },
        ...(listed.at('contacts') as object[]).slice(1),
      ],
      pagination: { next: null },
    })
    const next = (await client.get('/api/v1/contacts?limit=1')).text('pagination.next')
    expect((await client.get(`/api/v1/contacts?limit=1&cursor=${next}`)).status).toBe(200)
    expect((await client.get(`/api/v1/contacts/${phone}`)).body).toMatchObject({
      id: listed.text('contacts.0.id'),
      phone,
      name: 'Jane Smith',
      profileImage: expect.any(String),
      lastMessageAt: expect.stringMatching(INSTANT),
      tags: ['customer', 'premium'],
    })
  })
})

describe('other kinds, by the same pattern', () => {
  const media = { url: 'https://example.com/x' }
  test.each([
    [
      'video',
      { type: 'video', video: { ...media, caption: 'See' } },
      { type: 'video', caption: 'See' },
    ],
    ['audio', { type: 'audio', audio: media }, { type: 'audio', ...media }],
    ['voice', { type: 'voice', voice: media }, { type: 'voice', ...media }],
    ['sticker', { type: 'sticker', sticker: { link: media.url } }, { type: 'sticker', ...media }],
    [
      'text as in the Cloud API',
      { type: 'text', text: { body: 'Hi' } },
      { type: 'text', text: 'Hi' },
    ],
    [
      'a contact',
      { type: 'contact', contact: { name: 'Ana', phone: '+4915100000001' } },
      { type: 'contacts', contacts: [{ name: 'Ana', phones: [{ phone: '+4915100000001' }] }] },
    ],
    [
      'contacts as in the Cloud API',
      {
        type: 'contacts',
        contacts: [{ name: { formatted_name: 'Ana' }, phones: [{ phone: '+4915100000001' }] }],
      },
      { type: 'contacts', contacts: [{ name: 'Ana' }] },
    ],
    [
      'buttons',
      {
        type: 'interactive',
        interactive: { type: 'button', body: 'Tea?', buttons: [{ id: 'y', title: 'Yes' }] },
      },
      { type: 'buttons', text: 'Tea?', buttons: [{ id: 'y', title: 'Yes' }] },
    ],
    [
      'buttons as in the Cloud API',
      {
        type: 'interactive',
        interactive: {
          type: 'button',
          body: { text: 'Tea?' },
          action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
        },
      },
      { type: 'buttons', text: 'Tea?', buttons: [{ id: 'y', title: 'Yes' }] },
    ],
    [
      'a list as in the Cloud API',
      {
        type: 'interactive',
        interactive: {
          type: 'list',
          body: { text: 'Tea?' },
          action: { button: 'Open', sections: [{ title: 'A', rows: [{ id: 'y', title: 'Yes' }] }] },
        },
      },
      { type: 'list', text: 'Tea?', buttonText: 'Open' },
    ],
    [
      'a link as in the Cloud API',
      {
        type: 'interactive',
        interactive: {
          type: 'cta_url',
          body: { text: 'Look' },
          action: { name: 'cta_url', parameters: { display_text: 'Go', url: media.url } },
        },
      },
      { type: 'ctaUrl', text: 'Look', buttonText: 'Go', ...media },
    ],
    [
      'a poll',
      { type: 'poll', poll: { question: 'Tea?', options: ['Yes', 'No'] } },
      { type: 'poll', text: 'Tea?', selectableCount: 1 },
    ],
  ])('%s reaches the customer', async (kind, request, content) => {
    const to = `+49152${String(kind.length).padStart(3, '0')}${Date.now() % 100_000}`
    expect(await client.post(SEND, { to, ...request })).toMatchObject({ status: 200 })
    await expect.poll(() => sandbox.received(to)).toMatchObject([{ content }])
  })

  test('answers and reacts to a message', async () => {
    const to = '+4915111100003'
    const question = await sandbox.says(to, 'Open?')
    const quoting = { to, type: 'text', text: 'Yes', context: { message_id: question } }
    expect((await client.post(SEND, quoting)).status).toBe(200)
    const reaction = { to, type: 'reaction', reaction: { message_id: question, emoji: '👍' } }
    expect((await client.post(SEND, reaction)).status).toBe(200)
    await expect
      .poll(() => sandbox.received(to))
      .toMatchObject([{ content: { type: 'text' } }, { content: { type: 'reaction' } }])
  })

  test('a header, a button’s address and a payload of a template have values of their own', async () => {
    await owner.post('/api/v1/templates', {
      name: 'order_shipped',
      language: 'en',
      header: 'Order {{1}}',
      body: 'Hello {{1}}',
      buttons: [
        { type: 'url', text: 'Track', url: 'https://example.com/track/{{1}}' },
        { type: 'quick_reply', text: 'Thanks' },
      ],
    })
    const to = '+4915111100004'
    const text = (words: string) => [{ type: 'text', text: words }]
    const components = [
      { type: 'HEADER', parameters: text('17') },
      { type: 'BODY', parameters: text('Ana') },
      { type: 'button', sub_type: 'url', index: '0', parameters: text('a-17') },
      {
        type: 'button',
        sub_type: 'quick_reply',
        index: 1,
        parameters: [{ type: 'payload', payload: 'thanks-17' }],
      },
    ]
    await client.post(SEND, {
      to,
      type: 'template',
      template: { name: 'order_shipped', language: { code: 'en' }, components },
    })
    await expect
      .poll(() => sandbox.received(to))
      .toMatchObject([
        {
          content: {
            text: 'Hello Ana',
            header: { type: 'text', text: 'Order 17' },
            buttons: [
              { title: 'Track', url: 'https://example.com/track/a-17' },
              { title: 'Thanks', id: 'thanks-17' },
            ],
          },
        },
      ])
  })
})

describe('errors', () => {
  test.each([
    [
      'a recipient that is none',
      { to: 'nobody', type: 'text', text: 'x' },
      400,
      'invalid_phone_number',
    ],
    ['no recipient', { type: 'text', text: 'x' }, 400, 'invalid_phone_number'],
    ['an unknown type', { to: EXAMPLE, type: 'carrier_pigeon' }, 400, 'unsupported_message_type'],
    ['no type', { to: EXAMPLE, text: 'x' }, 400, 'unsupported_message_type'],
    ['a type without its key', { to: EXAMPLE, type: 'image' }, 400, 'invalid_request'],
    ['an empty text', { to: EXAMPLE, type: 'text', text: '' }, 400, 'invalid_request'],
    [
      'an address that is none',
      { to: EXAMPLE, type: 'image', image: { url: 'file:///etc/passwd' } },
      400,
      'invalid_request',
    ],
    ['no JSON', '{', 400, 'invalid_request'],
    [
      'an unknown number to send with',
      { to: EXAMPLE, type: 'text', text: 'x', numberId: 'num_nothing' },
      404,
      'number_not_found',
    ],
  ])('%s', async (_, body, status, code) => {
    const answer = await client.post(SEND, body)
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual({ error: { code, message: expect.any(String), status } })
  })

  test('unknown and foreign contacts are not found', async () => {
    await sandbox.says('+4915111100005', 'Hello')
    for (const [who, path] of [
      [client, '/api/v1/contacts/+4915999999999/messages'],
      [client, '/api/v1/contacts/+4915999999999'],
      [foreigner, '/api/v1/contacts/+4915111100005/messages'],
      [foreigner, '/api/v1/contacts/+4915111100005'],
    ] as const) {
      const answer = await who.get(path)
      expect(answer.status).toBe(404)
      expect(answer.body).toEqual({
        error: { code: 'contact_not_found', message: expect.any(String), status: 404 },
      })
    }
  })

  test('without a key, on paths of two documents, the error can be read as either', async () => {
    expect(await server.stranger.get('/api/v1/contacts')).toMatchObject({
      status: 401,
      body: { error: { code: 'unauthorized', status: 401 }, code: 'UNAUTHORIZED', success: false },
    })
    const wrong = server.stranger.with({ authorization: 'Bearer parley_key_wrong' })
    expect((await wrong.get('/api/v1/contacts')).at('error.code')).toBe('UNAUTHORIZED')
    expect((await server.stranger.post(SEND, {})).at('error.code')).toBe('unauthorized')
  })

  test('a workspace without a number says so', async () => {
    expect(await foreigner.post(SEND, { to: EXAMPLE, type: 'text', text: 'x' })).toMatchObject({
      status: 404,
      body: {
        error: { code: 'number_not_found', message: expect.stringContaining('Connect one') },
      },
    })
  })
})

test('while the number is off, messages wait', async () => {
  const off = await Sandbox.create(owner, { connected: false })
  const to = '+4915111100006'
  const sent = await client.post(SEND, { to, type: 'text', text: 'Later', numberId: off.id })
  expect(sent).toMatchObject({ status: 200, body: { status: 'queued' } })
  await off.set({ connected: true })
  await expect.poll(() => off.received(to)).toMatchObject([{ content: { text: 'Later' } }])
})

test('one Idempotency-Key is one message, and another body is refused', async () => {
  const to = '+4915111100007'
  const once = client.with({ 'idempotency-key': 'order-1' })
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => once.post(SEND, { to, type: 'text', text: 'Ready' })),
  )
  expect(new Set(answers.map((answer) => answer.text('id'))).size).toBe(1)
  expect(await once.post(SEND, { to, type: 'text', text: 'Other' })).toMatchObject({
    status: 409,
    body: { error: { code: 'conflict' } },
  })
  await expect.poll(() => sandbox.received(to)).toHaveLength(1)
})

describe('limits', () => {
  test('are 60 requests a minute for each key, and 1,000 messages a day for each number', async () => {
    const limited = await startTestServer({
      env: { PARLEY_RATE_LIMITS: 'on', PARLEY_LIMITS: 'chatApiDaily=2' },
    })
    const someone = await tokenOf(await signUpOwner(limited))
    await Sandbox.create(someone)
    const key = (await someone.post('/api/v1/keys', { name: 'x' })).text('data.key')
    const limitedClient = new Client(limited.baseUrl, { 'x-api-key': key })
    const message = { to: EXAMPLE, type: 'text', text: 'x' }
    const first = await limitedClient.post(SEND, message)
    expect(first.headers.get('x-ratelimit-limit')).toBe('60')
    expect(first.headers.get('x-ratelimit-remaining')).toBe('59')
    const reset = Number(first.headers.get('x-ratelimit-reset')) - Date.now() / 1_000
    expect(reset).toBeGreaterThan(55)
    expect(reset).toBeLessThan(62)
    await limitedClient.post(SEND, message)
    expect(await limitedClient.post(SEND, message)).toMatchObject({
      status: 429,
      body: { error: { code: 'daily_limit_exceeded', status: 429 } },
    })
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => limitedClient.get('/api/v1/contacts')),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(57)
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.body).toEqual({
      error: { code: 'rate_limit_exceeded', message: expect.any(String), status: 429 },
    })
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    await limited.close()
  })
})
