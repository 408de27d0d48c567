import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../testing/Client.ts'
import { foreignerOf, signUpOwner, tokenOf } from '../../testing/people.ts'
import { Sandbox } from '../../testing/Sandbox.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let owner: Client
let client: Client
let foreigner: Client
let sandbox: Sandbox
beforeAll(async () => {
  server = await startTestServer()
  owner = await signUpOwner(server)
  client = await tokenOf(owner)
  foreigner = await foreignerOf(server, owner)
  sandbox = await Sandbox.create(client)
})
afterAll(() => server.close())

const SEND = '/api/v1/send-message'
const SESSIONS = '/api/v1/whatsapp-sessions'
let phones = 0
const aPhone = () => `49154${String((phones += 1)).padStart(8, '0')}`
const bearer = (key: string) => new Client(server.baseUrl, { authorization: `Bearer ${key}` })

describe('sessions', () => {
  test('are made with a key that is shown once', async () => {
    const made = await client.post(SESSIONS, {
      name: 'Shop',
      channel: 'sandbox',
      account_protection: true,
    })
    const id = made.text('id')
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      success: true,
      sessionId: id,
      name: 'Shop',
      status: 'CONNECTED',
      phone_number: expect.stringMatching(/^\+1555\d{7}$/),
      data: { id, status: 'CONNECTED' },
    })
    const key = made.text('sessionKey')
    expect([made.at('apiKey'), made.at('api_key'), made.at('data.sessionKey')]).toEqual([
      key,
      key,
      key,
    ])
    for (const answer of [
      await client.get(SESSIONS),
      await client.get(`${SESSIONS}/${id}`),
      await bearer(key).get(`${SESSIONS}/${id}`),
      await client.get(`/api/v1/numbers/${id}`),
    ]) {
      expect(answer.status).toBe(200)
      expect(JSON.stringify(answer.body)).toContain(id)
      expect(JSON.stringify(answer.body)).not.toContain(key)
    }
  })

  test('are found by either credential, but by a key only its own', async () => {
    expect((await sandbox.keyed.get(`${SESSIONS}/${sandbox.id}`)).at('data.id')).toBe(sandbox.id)
    const other = await Sandbox.create(client)
    for (const answer of [
      await sandbox.keyed.get(`${SESSIONS}/${other.id}`),
      await foreigner.get(`${SESSIONS}/${sandbox.id}`),
      await client.get(`${SESSIONS}/num_nothing`),
    ]) {
      expect(answer).toMatchObject({
        status: 404,
        body: { code: 'SESSION_NOT_FOUND', error: { code: 'SESSION_NOT_FOUND', status: 404 } },
      })
    }
  })

  test.each([
    [
      'the key of a number as a personal token',
      'x-api-token',
      () => sandbox.keyed.headers.authorization?.slice(7),
    ],
    [
      'a personal token as the key of a number',
      'authorization',
      () => `Bearer ${client.headers['x-api-token']}`,
    ],
    ['a key that nobody made', 'authorization', () => 'Bearer parley_key_nothing'],
    ['a key without its scheme', 'authorization', () => 'parley_key_nothing'],
    ['nothing', 'x-other', () => 'x'],
  ])('are refused to %s', async (_, header, value) => {
    const answer = await new Client(server.baseUrl, { [header]: value() ?? '' }).get(SESSIONS)
    expect(answer).toMatchObject({ status: 401, body: { success: false, code: 'UNAUTHORIZED' } })
  })

  test('are not listed or made with the key of a number', async () => {
    expect((await sandbox.keyed.get(SESSIONS)).status).toBe(401)
    expect((await sandbox.keyed.post(SESSIONS, { name: 'x' })).status).toBe(401)
  })

  test('disconnect and connect; while they are off, nothing is sent', async () => {
    const off = await Sandbox.create(client)
    const path = `${SESSIONS}/${off.id}`
    expect((await off.keyed.post(`${path}/disconnect`)).body).toMatchObject({
      status: 'DISCONNECTED',
    })
    const to = aPhone()
    expect(await off.keyed.post(SEND, { to, text: 'Hello' })).toMatchObject({
      status: 409,
      body: { code: 'SESSION_DISCONNECTED', error: { code: 'SESSION_DISCONNECTED', status: 409 } },
    })
    expect((await off.keyed.post(`${path}/connect`)).body).toMatchObject({ status: 'CONNECTED' })
    expect((await off.keyed.post(SEND, { to, text: 'Hello again' })).status).toBe(200)
    await expect.poll(() => off.received(to)).toMatchObject([{ content: { text: 'Hello again' } }])
  })

  test('of WhatsApp Web say that they are not connected, and have no code yet', async () => {
    const made = await client.post(SESSIONS, { name: 'Real', phone_number: '+49 151 2345 6789' })
    expect(made.body).toMatchObject({ status: 'DISCONNECTED', phone_number: '+4915123456789' })
    const code = await client.get(`${SESSIONS}/${made.text('id')}/qrcode`)
    expect(code).toMatchObject({ status: 409, body: { code: 'CONFLICT' } })
    const sent = await bearer(made.text('sessionKey')).post(SEND, { to: aPhone(), text: 'x' })
    expect(sent).toMatchObject({ status: 409, body: { code: 'SESSION_DISCONNECTED' } })
  })

  test('are deleted, and their keys with them', async () => {
    const gone = await Sandbox.create(client)
    expect((await gone.keyed.delete(`${SESSIONS}/${gone.id}`)).status).toBe(200)
    expect((await client.get(`${SESSIONS}/${gone.id}`)).status).toBe(404)
    expect((await gone.keyed.post(SEND, { to: aPhone(), text: 'x' })).status).toBe(401)
  })

  test('get a new key; the old one ends', async () => {
    const number = await Sandbox.create(client)
    const replaced = await client.post(`/api/v1/numbers/${number.id}/key`)
    expect(replaced.status).toBe(201)
    const key = replaced.text('data.sessionKey')
    expect((await number.keyed.post(SEND, { to: aPhone(), text: 'x' })).status).toBe(401)
    expect((await bearer(key).post(SEND, { to: aPhone(), text: 'x' })).status).toBe(200)
  })
})

describe('sending', () => {
  const media = { url: 'https://example.com/file' }
  test.each([
    ['text', { text: 'Hello 👋' }, { type: 'text', text: 'Hello 👋' }],
    [
      'an image',
      { image: { ...media, caption: 'Look' } },
      { type: 'image', ...media, caption: 'Look' },
    ],
    [
      'an image by its other name, with text as caption',
      { imageUrl: media.url, text: 'Look' },
      { type: 'image', ...media, caption: 'Look' },
    ],
    [
      'a video',
      { videoUrl: media.url, viewOnce: true },
      { type: 'video', ...media, viewOnce: true },
    ],
    ['audio', { audio: media }, { type: 'audio', ...media }],
    ['a voice note', { audio: { ...media, ptt: true } }, { type: 'voice', ...media }],
    [
      'a document',
      { document: { ...media, fileName: 'a.pdf', mimetype: 'application/pdf' } },
      { type: 'document', ...media, filename: 'a.pdf', mimeType: 'application/pdf' },
    ],
    ['a sticker', { sticker: media.url }, { type: 'sticker', ...media }],
    [
      'a location',
      { location: { latitude: '52.5', longitude: 13.4, name: 'Here' } },
      { type: 'location', latitude: 52.5, longitude: 13.4, name: 'Here' },
    ],
    [
      'a contact',
      { contact: { fullName: 'Ana', phoneNumber: '+15551234567' } },
      { type: 'contacts', contacts: [{ name: 'Ana', phones: [{ phone: '+15551234567' }] }] },
    ],
    [
      'a contact by its other names',
      { contact: { name: 'Ana', phone: '+15551234567' } },
      { type: 'contacts', contacts: [{ name: 'Ana', phones: [{ phone: '+15551234567' }] }] },
    ],
    [
      'a poll',
      { poll: { question: 'Tea?', options: ['Yes', 'No'], multiSelect: false } },
      {
        type: 'poll',
        text: 'Tea?',
        selectableCount: 1,
        options: [{ title: 'Yes' }, { title: 'No' }],
      },
    ],
    [
      'mentions',
      { text: 'Hi @4915', mentions: ['4915@s.whatsapp.net', '+4916'] },
      { type: 'text', mentions: ['4915', '4916'] },
    ],
    [
      'buttons',
      { text: 'Tea?', buttons: [{ id: 'y', title: 'Yes' }], footer: 'Thanks' },
      { type: 'buttons', text: 'Tea?', footer: 'Thanks', buttons: [{ id: 'y', title: 'Yes' }] },
    ],
    [
      'a list',
      {
        text: 'Tea?',
        list: { buttonText: 'Open', sections: [{ rows: [{ id: 'y', title: 'Yes' }] }] },
      },
      { type: 'list', text: 'Tea?', buttonText: 'Open' },
    ],
    [
      'a link',
      { text: 'Look', ctaUrl: { buttonText: 'Go', url: 'https://example.com' } },
      { type: 'ctaUrl', text: 'Look', buttonText: 'Go', url: 'https://example.com' },
    ],
    [
      'content in our own words',
      { content: { type: 'text', text: 'x' } },
      { type: 'text', text: 'x' },
    ],
  ])('%s reaches the customer', async (_, body, content) => {
    const to = aPhone()
    const sent = await sandbox.keyed.post(SEND, { to, ...body })
    expect(sent).toMatchObject({
      status: 200,
      body: {
        success: true,
        messageId: expect.stringMatching(/^msg_/),
        status: expect.stringMatching(/queued|sent/),
        data: { sessionId: sandbox.id, to },
      },
    })
    await expect
      .poll(() => sandbox.received(to))
      .toMatchObject([{ id: sent.text('messageId'), to, content }])
  })

  test('quotes and reacts to a message by its id', async () => {
    const to = aPhone()
    const question = await sandbox.says(to, 'Is it open?')
    await sandbox.keyed.post(SEND, { to, text: 'Yes', quoted: { messageId: question } })
    await sandbox.keyed.post(SEND, { to, text: 'It is', replyTo: question })
    await sandbox.keyed.post(SEND, { to, reaction: { messageId: question, emoji: '👍' } })
    await expect.poll(() => sandbox.received(to)).toHaveLength(3)
    const listed = await client.get(`/api/v1/messages?direction=outbound&limit=3`)
    const quotes = (listed.at('data') as { quotedMessageId: string | null }[]).map(
      ({ quotedMessageId }) => quotedMessageId,
    )
    expect(quotes).toEqual([null, question, question])
    const other = await Sandbox.create(client)
    const wrong = await other.keyed.post(SEND, { to, text: 'x', quoted: question })
    expect(wrong.at('errors.quoted')).toHaveLength(1)
  })

  test('an upload is sent, and only one that the workspace has', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUg==', 'base64')
    const uploaded = await client.with({ 'content-type': 'image/png' }).post('/api/v1/media', png)
    const mediaId = uploaded.text('data.id')
    const to = aPhone()
    expect((await sandbox.keyed.post(SEND, { to, image: { mediaId } })).status).toBe(200)
    const theirs = await Sandbox.create(foreigner)
    const stolen = await theirs.keyed.post(SEND, { to, image: { mediaId } })
    expect(stolen).toMatchObject({ status: 422, body: { errors: { mediaId: expect.any(Array) } } })
    const header = { type: 'image', mediaId: 'med_nothing' }
    const buttons = [{ id: 'y', title: 'Yes' }]
    const inHeader = await sandbox.keyed.post(SEND, { to, text: 'x', header, buttons })
    expect(inHeader.status).toBe(422)
  })

  test('one Idempotency-Key is one message, however many ask at once', async () => {
    const to = aPhone()
    const keyed = sandbox.keyed.with({ 'idempotency-key': 'order-4711' })
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => keyed.post(SEND, { to, text: 'Ready' })),
    )
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(new Set(answers.map((each) => each.text('messageId'))).size).toBe(1)
    expect(await keyed.post(SEND, { to, text: 'Something else' })).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT' },
    })
    await expect.poll(() => sandbox.received(to)).toHaveLength(1)
  })

  test('with a personal token the number is named', async () => {
    const to = aPhone()
    const sent = await client.post(SEND, { to, text: 'x', sessionId: sandbox.id })
    expect(sent.status).toBe(200)
    expect((await client.post(SEND, { to, text: 'x' })).at('errors.sessionId')).toHaveLength(1)
    for (const sessionId of ['num_nothing', sandbox.id]) {
      const refused = await foreigner.post(SEND, { to, text: 'x', sessionId })
      expect(refused).toMatchObject({ status: 404, body: { code: 'SESSION_NOT_FOUND' } })
    }
  })

  test('keeps the order in which one customer is written to', async () => {
    const to = aPhone()
    const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`)
    for (const text of texts) await sandbox.keyed.post(SEND, { to, text })
    const contents = texts.map((text) => ({ content: { text } }))
    await expect.poll(() => sandbox.received(to)).toMatchObject(contents)
  })

  test('goes to a group', async () => {
    const group = '120363000000000000@g.us'
    expect((await sandbox.keyed.post(SEND, { to: group, text: 'All' })).status).toBe(200)
    await expect.poll(() => sandbox.received(group)).toMatchObject([{ to: group }])
  })

  test('10,000 characters, right to left and of every plane, arrive as they are', async () => {
    const to = aPhone()
    const text = `${'שלום عالم '.repeat(999)}👩🏽‍🚀🏳️‍🌈𝔘`.slice(0, 10_000)
    expect((await sandbox.keyed.post(SEND, { to, text })).status).toBe(200)
    await expect.poll(() => sandbox.received(to)).toMatchObject([{ content: { text } }])
  })

  test.each([
    ['nothing', {}, 'text'],
    ['an empty text', { text: '' }, 'text'],
    ['two media', { image: media, video: media }, 'video'],
    ['an address that is none', { image: { url: 'file:///etc/passwd' } }, 'image.url'],
    ['no address', { document: {} }, 'document.url'],
    ['a place beyond the pole', { location: { latitude: 91, longitude: 0 } }, 'location.latitude'],
    ['a poll with one answer', { poll: { question: 'x', options: ['a'] } }, 'poll.options'],
    ['a poll with equal answers', { poll: { question: 'x', options: ['a', 'a'] } }, 'poll.options'],
    ['a contact without a number', { contact: { fullName: 'x' } }, 'contact.phoneNumber'],
    ['a recipient that is none', { to: 'somebody', text: 'x' }, 'to'],
    ['a recipient that is an object', { to: { $gt: '' }, text: 'x' }, 'to'],
    ['a text that is too long', { text: 'x'.repeat(65_537) }, 'text'],
    ['a time that has passed', { text: 'x', scheduledAt: '2020-01-01T00:00:00Z' }, 'scheduledAt'],
    ['buttons without words', { buttons: [{ id: 'a', title: 'A' }] }, 'text'],
    ['an unknown quote', { text: 'x', quoted: 'msg_nothing' }, 'quoted'],
  ])('%s is 422 by name of the field', async (_, body, field) => {
    const answer = await sandbox.keyed.post(SEND, { to: '4915400009999', ...body })
    expect(answer).toMatchObject({
      status: 422,
      body: { success: false, code: 'VALIDATION_ERROR' },
    })
    expect(Object.keys(answer.at('errors') ?? {})).toContain(field)
    expect(answer.at('errors')).toEqual(answer.at('error.details'))
  })
})

describe('limits', () => {
  test('are ten messages a minute for each number, and say so', async () => {
    const limited = await startTestServer({ env: { PARLEY_RATE_LIMITS: 'on' } })
    const token = await tokenOf(await signUpOwner(limited))
    const [one, two] = [await Sandbox.create(token), await Sandbox.create(token)]
    const send = (number: Sandbox) => number.keyed.post(SEND, { to: '4915412345678', text: 'x' })
    const first = await send(one)
    expect(first.headers.get('x-ratelimit-limit')).toBe('10')
    expect(first.headers.get('x-ratelimit-remaining')).toBe('9')
    const statuses = await Promise.all(Array.from({ length: 12 }, () => send(one)))
    expect(statuses.filter(({ status }) => status === 200)).toHaveLength(9)
    const refused = await send(one)
    expect(refused).toMatchObject({
      status: 429,
      body: { code: 'RATE_LIMITED', error: { status: 429 } },
    })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
    expect((await send(two)).status).toBe(200)
    await limited.close()
  })

  test('are five log-ins a minute for each address', async () => {
    const limited = await startTestServer({ env: { PARLEY_RATE_LIMITS: 'on' } })
    await signUpOwner(limited)
    const login = () =>
      limited.stranger.post('/api/v1/auth/login', { email: 'a@example.com', password: 'x' })
    const statuses: number[] = []
    for (let count = 0; count < 6; count++) statuses.push((await login()).status)
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429])
    await limited.close()
  })
})
