import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { Instance } from '../../testing/Instance.ts'
import { signUpOwner, tokenOf } from '../../testing/people.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let owner: Client
beforeAll(async () => {
  server = await startTestServer()
  owner = await tokenOf(await signUpOwner(server))
})
afterAll(() => server.close())

describe('status', () => {
  test('is authenticated while the number is connected, and says more with full', async () => {
    const instance = await Instance.create(owner)
    expect((await instance.get('status')).body).toEqual({ accountStatus: 'authenticated' })
    expect((await instance.get('status', { full: 'true', no_wakeup: '1' })).body).toEqual({
      accountStatus: 'authenticated',
      statusData: {
        substatus: 'connected',
        title: 'authenticated',
        msg: expect.any(String),
        submsg: '',
        actions: {},
      },
    })
  })

  test.each([
    ['disconnected', 'init'],
    ['connecting', 'loading'],
    ['loggedOut', 'init'],
    ['failed', 'init'],
  ] as const)('of a number that is %s is %s, without a QR code', async (status, accountStatus) => {
    const instance = await Instance.create(owner, { connected: false })
    await server.store.numbers.setStatus(instance.sandbox.id, { status, reason: 'Because' })
    expect((await instance.get('status')).body).toEqual({ accountStatus })
    const code = await instance.get('qr_code')
    expect([code.status, code.body]).toEqual([
      404,
      { error: `There is no QR code now: accountStatus is ${accountStatus}` },
    ])
  })

  test('has the QR code while there is one to scan, which is a picture as well', async () => {
    const instance = await Instance.create(owner, { connected: false })
    const pairing = { qr: '2@abc', code: null, expiresAt: Date.now() + 60_000 }
    const state = { status: 'needsScan', reason: 'Scan it', pairing } as const
    await server.store.numbers.setStatus(instance.sandbox.id, state)
    expect((await instance.get('status')).body).toEqual({
      accountStatus: 'got qr code',
      qrCode: expect.stringMatching(/^data:image\/png;base64,/),
    })
    const picture = await fetch(`${server.baseUrl}${instance.path('qr_code')}`)
    expect(picture.status).toBe(200)
    expect(Object.fromEntries(picture.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'no-store',
    })
    expect(picture.headers.get('etag')).toBeNull()
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })
})

test('me tells whose number it is', async () => {
  const instance = await Instance.create(owner)
  expect((await instance.get('me')).body).toEqual({
    id: expect.stringMatching(/^1555\d{7}@c\.us$/),
    name: 'Try me',
    phone: expect.stringMatching(/^1555\d{7}$/),
  })
})

test.each(['get', 'post'] as const)('logout and reboot work by %s', async (verb) => {
  const instance = await Instance.create(owner)
  const call = (method: string) =>
    verb === 'get' ? instance.get(method) : instance.post(method, '')
  const out = await call('logout')
  expect([out.status, out.body]).toEqual([200, { result: 'Logout request sent to WhatsApp' }])
  expect((await instance.get('status')).body).toEqual({ accountStatus: 'init' })
  await instance.sandbox.set({ connected: true })
  expect((await instance.get('status')).body).toEqual({ accountStatus: 'authenticated' })
  const again = await call('reboot')
  expect([again.status, again.body]).toEqual([200, { success: true }])
  await expect
    .poll(async () => (await instance.get('status')).body)
    .toEqual({ accountStatus: 'authenticated' })
})

test('logout forgets the login, which a line that is still open would write again', async () => {
  const instance = await Instance.create(owner, { connected: false })
  const { authState, numbers } = server.store
  const numberId = instance.sandbox.id
  await authState.write(numberId, [{ name: 'creds', value: 'x' }], 1)
  const lease = await numbers.acquireLease(numberId, 'another process', Date.now(), 60_000)
  if (!lease) throw new Error('The number was free')
  const refused = await instance.post('logout', '')
  expect([refused.status, refused.body]).toEqual([409, { error: expect.any(String) }])
  expect((await authState.read(numberId, ['creds'])).size).toBe(1)
  await numbers.releaseLease(lease)
  expect((await instance.post('logout', '')).status).toBe(200)
  expect((await authState.read(numberId, ['creds'])).size).toBe(0)
})

test('a number of a channel that this server does not connect does not reboot', async () => {
  const made = await owner.post('/api/v1/numbers', { name: 'Real', channel: 'whatsapp-web' })
  const path = `/instance${String(made.at('data.instanceId'))}`
  const search = `?token=${made.text('data.token')}`
  const answer = await server.stranger.post(`${path}/reboot${search}`)
  expect([answer.status, answer.body]).toEqual([409, { error: expect.any(String) }])
  expect((await server.stranger.get(`${path}/status${search}`)).body).toEqual({
    accountStatus: 'init',
  })
})

test('whoever asks too often is told when to come back', async () => {
  const env = { PARLEY_RATE_LIMITS: 'on', PARLEY_LIMITS: 'instanceApi=2,browser=100,general=100' }
  const busy = await startTestServer({ env })
  const instance = await Instance.create(await tokenOf(await signUpOwner(busy)))
  for (const _ of [1, 2]) expect((await instance.get('me')).status).toBe(200)
  const answer = await instance.get('me')
  expect([answer.status, answer.body]).toEqual([
    429,
    { error: expect.stringMatching(/^Too many requests/) },
  ])
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  await busy.close()
})

describe('the queue', () => {
  test('is shown in the documented shape, and empties when the number is online', async () => {
    const instance = await Instance.create(owner, { connected: false })
    const empty = await instance.get('showMessagesQueue')
    expect(empty.body).toEqual({ totalMessages: 0, first100: [] })
    const sent = await instance.post('sendMessage', { phone: '79600005372', body: 'Hey!' })
    await instance.post('sendFile', {
      phone: '79600005372',
      body: 'https://example.com/a.png',
      filename: 'a.png',
    })
    const waiting = {
      chatId: '79600005372@c.us',
      last_try: expect.any(Number),
      metadata: expect.stringMatching(/^\{.*\}$/),
    }
    expect((await instance.get('showMessagesQueue')).body).toEqual({
      totalMessages: 2,
      first100: [
        { id: sent.at('queueNumber'), body: 'Hey!', type: 'text', ...waiting },
        { id: 2, body: 'https://example.com/a.png', type: 'image', ...waiting },
      ],
    })
    await instance.sandbox.set({ connected: true })
    await expect
      .poll(async () => (await instance.get('showMessagesQueue')).body)
      .toEqual({ totalMessages: 0, first100: [] })
  })

  test('shows the first 100 of more', async () => {
    const instance = await Instance.create(owner, { connected: false })
    const all = Array.from({ length: 103 }, (_, index) => index)
    await Promise.all(
      all.map((n) => instance.post('sendMessage', { phone: '79600005372', body: `${n}` })),
    )
    const { body } = await instance.get('showMessagesQueue')
    expect(body).toMatchObject({ totalMessages: 103, first100: { length: 100 } })
    const cleared = await instance.post('clearMessagesQueue', {})
    expect(cleared.body).toMatchObject({
      message: 'Cleared 103 messages',
      messageTextsExample: { length: 100 },
    })
  })

  test('is cleared: what was in it is never sent', async () => {
    const instance = await Instance.create(owner, { connected: false })
    for (const _ of [1, 2]) {
      await instance.post('sendMessage', { phone: '79600005373', body: 'Hello world' })
    }
    const cleared = await instance.get('clearMessagesQueue')
    expect([cleared.status, cleared.body]).toEqual([
      200,
      {
        message: 'Cleared 2 messages',
        messageTextsExample: ['Hello world', 'Hello world'],
      },
    ])
    expect((await instance.post('clearMessagesQueue', '')).body).toEqual({
      message: 'Cleared 0 messages',
      messageTextsExample: [],
    })
    await instance.sandbox.set({ connected: true })
    const next = await instance.post('sendMessage', { phone: '79600005373', body: 'Next' })
    expect(next.at('sent')).toBe(true)
    await expect
      .poll(() => instance.sandbox.received('79600005373'))
      .toMatchObject([{ content: { text: 'Next' } }])
  })
})
