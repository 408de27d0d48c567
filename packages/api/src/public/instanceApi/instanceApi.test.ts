import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { Instance } from '../../testing/Instance.ts'
import { foreignerOf, signUpOwner, tokenOf } from '../../testing/people.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let browser: Client
let owner: Client
let instance: Instance
let other: Instance
beforeAll(async () => {
  server = await startTestServer()
  browser = await signUpOwner(server)
  owner = await tokenOf(browser)
  instance = await Instance.create(owner)
  other = await Instance.create(owner)
})
afterAll(() => server.close())

let phones = 0
const aPhone = () => `49155${String((phones += 1)).padStart(8, '0')}`
const WRONG_TOKEN = { error: 'Wrong token. Please provide token as a GET parameter.' }
const NO_INSTANCE = { error: 'Instance not found' }

const receivedBy = (to: string, by: Instance = instance) => by.sandbox.received(to)
const sentAnswer = (chatId: string) => ({
  sent: true,
  message: 'ok',
  id: expect.stringMatching(new RegExp(`^true_${chatId.replaceAll('.', '\\.')}_[0-9A-F]+$`)),
  queueNumber: expect.any(Number),
})

describe('the token', () => {
  test.each([
    ['is absent', ''],
    ['is empty', '?token='],
    ['is wrong', '?token=nothing'],
    ['comes twice', (own: string) => `?token=${own}&token=${own}`],
    ['is a list', (own: string) => `?token[]=${own}`],
    ['is an object', (own: string) => `?token[$ne]=${own}`],
  ])('that %s is 401', async (_, query) => {
    const search = typeof query === 'string' ? query : query(instance.token)
    for (const method of ['status', 'messages', 'webhook']) {
      const answer = await server.stranger.get(`/instance${instance.id}/${method}${search}`)
      expect([answer.status, answer.body]).toEqual([401, WRONG_TOKEN])
    }
    const sent = await server.stranger.post(`/instance${instance.id}/sendMessage${search}`, {})
    expect([sent.status, sent.body]).toEqual([401, WRONG_TOKEN])
  })

  test('of another instance, of a person or of the workspace is 401', async () => {
    const personal = owner.headers['x-api-token'] ?? ''
    const workspace = (await owner.post('/api/v1/keys', { name: 'x' })).text('data.key')
    for (const token of [other.token, personal, workspace]) {
      const answer = await server.stranger.get(`/instance${instance.id}/status?token=${token}`)
      expect([answer.status, answer.body]).toEqual([401, WRONG_TOKEN])
    }
  })

  test('may be any key of the number', async () => {
    const key = instance.sandbox.keyed.headers.authorization?.slice('Bearer '.length)
    const answer = await server.stranger.get(`/instance${instance.id}/status?token=${key}`)
    expect(answer.body).toEqual({ accountStatus: 'authenticated' })
  })

  test('needs the scope of what it is used for', async () => {
    const numberId = instance.sandbox.id
    const made = await owner.post('/api/v1/keys', { name: 'x', numberId, scopes: ['read'] })
    const token = made.text('data.key')
    const path = (method: string) => `/instance${instance.id}/${method}?token=${token}`
    expect((await server.stranger.get(path('messages'))).status).toBe(200)
    for (const method of ['sendMessage', 'logout', 'clearMessagesQueue', 'webhook']) {
      const answer = await server.stranger.post(path(method), { phone: aPhone(), body: 'x' })
      expect([method, answer.status, answer.body]).toEqual([
        method,
        403,
        { error: expect.stringContaining('scope') },
      ])
    }
  })

  test('ends with the key', async () => {
    const gone = await Instance.create(owner)
    await owner.delete(`/api/v1/numbers/${gone.sandbox.id}`)
    expect([(await gone.get('status')).status, (await gone.get('status')).body]).toEqual([
      404,
      NO_INSTANCE,
    ])
  })
})

describe('the instance', () => {
  test.each(['1', '0', '-1', '1e5', '999999999999999999', 'abc', '%00', '100000.5', '..'])(
    '%s that is not there is 404',
    async (id) => {
      const path = `/instance${id}/status?token=${instance.token}`
      const answer = await server.stranger.get(path)
      expect([answer.status, answer.body]).toEqual([404, NO_INSTANCE])
    },
  )

  test('is named by the token alone at the root', async () => {
    const { token } = instance
    const status = await server.stranger.get(`/status?token=${token}`)
    expect(status.body).toEqual({ accountStatus: 'authenticated' })
    const phone = aPhone()
    const sent = await server.stranger.post(`/sendMessage?token=${token}`, { phone, body: 'Hi' })
    expect(sent.body).toEqual(sentAnswer(`${phone}@c.us`))
    const wrong = await server.stranger.get('/status?token=nothing')
    expect([wrong.status, wrong.body]).toEqual([401, WRONG_TOKEN])
  })

  test('is not meant by a root address without a token', async () => {
    for (const path of ['/status', '/messages', '/webhook', '/settings', '/me']) {
      expect(await server.stranger.get(path)).toMatchObject({
        status: 404,
        body: { code: 'NOT_FOUND' },
      })
    }
    expect((await server.stranger.post('/sendMessage', {})).status).toBe(404)
  })

  test('of somebody else shows nothing and sends nothing', async () => {
    const stranger = await Instance.create(await foreignerOf(server, browser))
    const to = aPhone()
    await stranger.post('sendMessage', { phone: to, body: 'Theirs' })
    await stranger.sandbox.says(to, 'Secret')
    const mine = await instance.get('messages', { limit: '0' })
    expect(JSON.stringify(mine.body)).not.toContain('Secret')
    const theirs = (await stranger.get('messages')).text('messages.0.id')
    const quoted = await instance.post('sendMessage', {
      phone: to,
      body: 'x',
      quotedMsgId: theirs,
    })
    expect(quoted.body).toEqual({ sent: false, message: expect.stringContaining('no message') })
  })
})

describe('sendMessage', () => {
  test('sends the documented examples', async () => {
    const byPhone = await instance.post('sendMessage', {
      phone: '17472822486',
      body: 'Hello, world! 🍏',
    })
    expect([byPhone.status, byPhone.body]).toEqual([200, sentAnswer('17472822486@c.us')])
    const byChat = await instance.post('sendMessage', {
      chatId: '17472822486@c.us',
      body: 'Hello, world!',
    })
    expect([byChat.status, byChat.body]).toEqual([200, sentAnswer('17472822486@c.us')])
    await expect
      .poll(() => receivedBy('17472822486'))
      .toMatchObject([
        { content: { type: 'text', text: 'Hello, world! 🍏' } },
        { content: { text: 'Hello, world!' } },
      ])
  })

  test('takes a phone as a JSON number, and one with a plus', async () => {
    for (const phone of [17472822487, '+1 747 282-2487']) {
      const answer = await instance.post('sendMessage', { phone, body: 'Hi' })
      expect(answer.body).toEqual(sentAnswer('17472822487@c.us'))
    }
  })

  test('writes to groups', async () => {
    const chatId = '79680561234-1479621234@g.us'
    const answer = await instance.post('sendMessage', { chatId, body: 'All' })
    expect(answer.body).toEqual(sentAnswer(chatId))
  })

  test.each([
    ['JSON', 'application/json', (phone: string) => JSON.stringify({ phone, body: 'Hi & bye' })],
    [
      'JSON that is called text',
      'text/plain',
      (phone: string) => `{"phone":${phone},"body":"Hi & bye"}`,
    ],
    [
      'JSON that is called a form',
      'application/x-www-form-urlencoded',
      (phone: string) => JSON.stringify({ phone, body: 'Hi & bye' }),
    ],
    [
      'a form',
      'application/x-www-form-urlencoded',
      (phone: string) => `phone=${phone}&body=Hi+%26+bye`,
    ],
  ])('takes %s', async (_, type, bodyFor) => {
    const phone = aPhone()
    const answer = await instance.post('sendMessage', bodyFor(phone), { 'content-type': type })
    expect(answer.body).toEqual(sentAnswer(`${phone}@c.us`))
    await expect.poll(() => receivedBy(phone)).toMatchObject([{ content: { text: 'Hi & bye' } }])
  })

  test('takes form-data, a query, and its older name', async () => {
    const [byForm, byQuery, byAlias] = [aPhone(), aPhone(), aPhone()]
    const form = new FormData()
    form.set('phone', byForm)
    form.set('body', 'Form')
    expect((await instance.post('sendMessage', form)).body).toEqual(sentAnswer(`${byForm}@c.us`))
    const queried = await instance.get('sendMessage', { phone: byQuery, body: 'Query' })
    expect(queried.body).toEqual(sentAnswer(`${byQuery}@c.us`))
    const aliased = await instance.post('message', { phone: byAlias, body: 'Alias' })
    expect(aliased.body).toEqual(sentAnswer(`${byAlias}@c.us`))
    await expect.poll(() => receivedBy(byQuery)).toMatchObject([{ content: { text: 'Query' } }])
  })

  const EMPTY =
    'Message was not sent: empty body. Please provide message text in body parameter in JSON POST.'
  const PHONE =
    'phone parameter should contain only numbers, start from country code and be 9-14 characters long'
  test.each([
    ['no text', { phone: '17472822486' }, EMPTY],
    ['an empty text', { phone: '17472822486', body: '' }, EMPTY],
    ['a text that is a list', { phone: '17472822486', body: ['x'] }, EMPTY],
    ['letters for a phone', { phone: 'abc', body: 'x' }, PHONE],
    ['a short phone', { phone: '12345678', body: 'x' }, PHONE],
    ['a long phone', { phone: '123456789012345', body: 'x' }, PHONE],
    ['a list of phones', { phone: ['17472822486'], body: 'x' }, PHONE],
    ['an object for a phone', { phone: { $gt: '' }, body: 'x' }, PHONE],
    ['nobody to send to', { body: 'x' }, 'phone or chatId parameter is required'],
    [
      'both ways to say to whom',
      { phone: '17472822486', chatId: '17472822486@c.us', body: 'x' },
      'Only one of two parameters is needed: phone or chatId',
    ],
    [
      'no chat',
      { chatId: 'x@y.z', body: 'x' },
      'chatId parameter should look like 17472822486@c.us for private messages and 17472822486-1479621234@g.us for groups',
    ],
    ['a NUL', { phone: '17472822486', body: 'a\0b' }, 'body must not contain NUL characters'],
    [
      'a quote of nothing',
      { phone: '17472822486', body: 'x', quotedMsgId: 'false_x_AB' },
      'There is no message false_x_AB',
    ],
  ])('with %s is not sent, with status 200', async (_, body, message) => {
    const answer = await instance.post('sendMessage', body)
    expect([answer.status, answer.body]).toEqual([200, { sent: false, message }])
  })

  test.each([
    ['broken', '{"phone": 1', 'The body is not valid JSON'],
    ['a list', '[]', 'The body must be a JSON object'],
    ['a text', '"x"', 'The body must be a JSON object'],
  ])('with JSON that is %s is 400', async (_, body, error) => {
    const answer = await instance.post('sendMessage', body)
    expect([answer.status, answer.body]).toEqual([400, { error }])
  })

  test('waits in the queue while the number is offline', async () => {
    const offline = await Instance.create(owner, { connected: false })
    expect((await offline.get('status')).body).toEqual({ accountStatus: 'init' })
    const phone = aPhone()
    const sent = await offline.post('sendMessage', { phone, body: 'Later' })
    expect(sent.body).toEqual(sentAnswer(`${phone}@c.us`))
    expect(await receivedBy(phone, offline)).toEqual([])
    await offline.sandbox.set({ connected: true })
    await expect.poll(() => receivedBy(phone, offline)).toHaveLength(1)
  })

  test('with an Idempotency-Key is done once', async () => {
    const phone = aPhone()
    const once = { 'idempotency-key': 'order-1' }
    const first = await instance.post('sendMessage', { phone, body: 'Once' }, once)
    const again = await instance.post('sendMessage', { phone, body: 'Once' }, once)
    expect(again.body).toEqual(first.body)
    const misused = await instance.post('sendMessage', { phone, body: 'Twice' }, once)
    expect([misused.status, misused.body]).toEqual([409, { error: expect.any(String) }])
    await expect.poll(() => receivedBy(phone)).toHaveLength(1)
  })

  test('answers a message that is named as we named it, or as the platform does', async () => {
    const phone = aPhone()
    const messageId = await instance.sandbox.says(phone, 'Question', { messageId: '3EB0ABCDEF' })
    const { body } = await instance.get('messages', { chatId: `${phone}@c.us` })
    expect(body).toMatchObject({ messages: [{ id: `false_${phone}@c.us_3EB0ABCDEF` }] })
    for (const quotedMsgId of [`false_${phone}@c.us_3EB0ABCDEF`, '3EB0ABCDEF', messageId]) {
      const sent = await instance.post('sendMessage', { phone, body: 'Answer', quotedMsgId })
      expect(sent.at('sent')).toBe(true)
    }
    const last = await instance.get('messages', { chatId: `${phone}@c.us` })
    expect(last.body).toMatchObject({
      messages: [
        {},
        ...Array.from({ length: 3 }, () => ({
          quotedMsgId: `false_${phone}@c.us_3EB0ABCDEF`,
          quotedMsgBody: 'Question',
          quotedMsgType: 'chat',
        })),
      ],
    })
    const own = last.text('messages.1.id')
    const sent = await instance.post('sendMessage', { phone, body: 'Again', quotedMsgId: own })
    expect(sent.at('sent')).toBe(true)
  })
})
