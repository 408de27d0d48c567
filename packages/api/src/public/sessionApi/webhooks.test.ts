import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { signUpOwner, tokenOf } from '../../testing/people.ts'
import { Receiver } from '../../testing/Receiver.ts'
import { Sandbox } from '../../testing/Sandbox.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

const SESSIONS = '/api/v1/whatsapp-sessions'
const PHONE = '4915100000001'

let server: TestServer
let receiver: Receiver
let owner: Client
beforeAll(async () => {
  receiver = await Receiver.start()
  const PARLEY_ALLOW_PRIVATE_HOSTS = `127.0.0.1:${receiver.port}`
  server = await startTestServer({ env: { PARLEY_ALLOW_PRIVATE_HOSTS } })
  owner = await tokenOf(await signUpOwner(server))
})
afterAll(async () => {
  await server.close()
  await receiver.close()
})
beforeEach(() => {
  receiver.posts.length = 0
})

test('a session says where its webhook is, from the beginning or later, by PUT or by PATCH', async () => {
  const made = await owner.post(SESSIONS, {
    name: 'Shop',
    channel: 'sandbox',
    webhook_url: receiver.url(),
    webhook_enabled: false,
    webhook_events: ['message.received'],
  })
  expect(made.status).toBe(201)
  expect(made.text('webhook_secret')).toMatch(/^whsec_/)
  const path = `${SESSIONS}/${made.text('id')}`
  const shown = await owner.get(path)
  expect(shown.body).toMatchObject({
    webhook_url: receiver.url(),
    webhook_enabled: false,
    webhook_events: ['message.received'],
  })
  expect(shown.at('webhook_secret')).toBeUndefined()
  const put = await owner.put(path, { webhook_enabled: true, webhook_events: ['message.sent'] })
  expect(put.body).toMatchObject({
    webhook_url: receiver.url(),
    webhook_enabled: true,
    webhook_events: ['message.sent'],
    data: { webhook_enabled: true },
  })
  expect(put.at('webhook_secret')).toBeUndefined()
  const patched = await owner.patch(path, { webhook_url: receiver.url('/new'), name: 'Store' })
  expect(patched.body).toMatchObject({ name: 'Store', webhook_url: receiver.url('/new') })
  const list = await owner.get(SESSIONS)
  expect(list.body).toMatchObject({ sessions: [{ webhook_url: receiver.url('/new') }] })
  expect((await owner.get('/api/v1/webhooks')).body).toMatchObject({
    data: [{ numberId: made.text('id'), format: '004' }],
  })
  const removed = await owner.patch(path, { webhook_url: null })
  expect(removed.body).toMatchObject({ webhook_url: null, webhook_enabled: false })
  expect((await owner.get('/api/v1/webhooks')).at('data')).toEqual([])
})

test('a webhook that cannot be is refused before anything is made', async () => {
  const before = (await owner.get(SESSIONS)).at('sessions.length')
  const make = (fields: object) =>
    owner.post(SESSIONS, { name: 'Shop', channel: 'sandbox', ...fields })
  expect((await make({ webhook_url: 'http://10.0.0.1/' })).status).toBe(422)
  expect((await make({ webhook_url: 'ftp://shop.example/' })).status).toBe(422)
  const unknown = await make({ webhook_events: ['message.exploded'] })
  expect(unknown.status).toBe(422)
  expect(unknown.text('message')).toContain('presence.update')
  expect((await owner.get(SESSIONS)).at('sessions.length')).toBe(before)
})

test('the key of a session sets the webhook of that session, and events come in the words of the session API', async () => {
  const sandbox = await Sandbox.create(owner)
  const set = await sandbox.keyed.patch(`${SESSIONS}/${sandbox.id}`, {
    webhook_url: receiver.url(),
  })
  expect(set.at('webhook_enabled')).toBe(true)
  await sandbox.says(PHONE, 'Hello', { name: 'Ana' })
  const sent = await sandbox.keyed.post('/api/v1/send-message', { to: PHONE, text: 'Hi' })
  await expect.poll(() => receiver.all('event')).toEqual(['message.received', 'message.sent'])
  await expect
    .poll(async () =>
      (await owner.get(`/api/v1/messages/${sent.text('messageId')}`)).at('data.status'),
    )
    .toBe('read')
  await sandbox.set({ connected: false })
  await sandbox.set({ connected: true })
  await expect
    .poll(() => receiver.all('event').toSorted())
    .toEqual(['message.received', 'message.sent', 'session.connected', 'session.disconnected'])
  const [received, delivered] = receiver.posts
  expect(received?.body).toEqual({
    event: 'message.received',
    sessionId: sandbox.id,
    timestamp: expect.stringMatching(/Z$/),
    data: expect.objectContaining({ from: `+${PHONE}`, text: 'Hello', name: 'Ana', fromMe: false }),
  })
  // Once, at the first of sent and delivered.
  expect(delivered?.body).toMatchObject({
    data: { messageId: sent.text('messageId'), to: `+${PHONE}`, status: 'sent', fromMe: true },
  })
  expect(received?.headers['x-webhook-signature']).toBe(set.text('webhook_secret'))
  expect(received?.headers['x-parley-signature']).toMatch(/^t=\d+,v1=/)
})
