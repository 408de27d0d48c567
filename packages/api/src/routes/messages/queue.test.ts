import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../../testing/Client.ts'
import { foreignerOf, signUpMember, signUpOwner } from '../../testing/people.ts'
import { Sandbox } from '../../testing/Sandbox.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let owner: Client

beforeAll(async () => {
  server = await startTestServer()
  owner = await signUpOwner(server)
})
afterAll(() => server.close())

const clearPath = (sandbox: Sandbox) => `/api/v1/numbers/${sandbox.id}/queue/clear`

/** A number that is switched off, with messages that wait for it. */
async function aQueue({ waiting, scheduled }: { waiting: number; scheduled: number }) {
  const sandbox = await Sandbox.create(owner, { connected: false })
  const send = (to: string, more: object = {}) =>
    owner.post('/api/v1/messages', {
      to,
      type: 'text',
      text: 'Hello',
      numberId: sandbox.id,
      ...more,
    })
  const sent = await Promise.all([
    ...Array.from({ length: waiting }, (_, index) => send(`49151000${1_000 + index}`)),
    ...Array.from({ length: scheduled }, () =>
      send('4915100009999', { scheduledAt: '2100-01-01T00:00:00Z' }),
    ),
  ])
  expect(sent.every(({ status }) => status === 200)).toBe(true)
  return sandbox
}

const countOf = async (sandbox: Sandbox, status: string) => {
  const path = `/api/v1/messages?limit=100&numberId=${sandbox.id}&status=${status}`
  // A list: how many there are is all that matters here.
  return ((await owner.get(path)).at('data') as unknown[]).length
}

test('clearing a queue cancels what waits, scheduled messages included, and leaves other numbers alone', async () => {
  const sandbox = await aQueue({ waiting: 5, scheduled: 2 })
  const other = await aQueue({ waiting: 1, scheduled: 0 })
  const cleared = await owner.post(clearPath(sandbox))
  expect(cleared).toMatchObject({ status: 200, body: { data: { cancelled: 7 } } })
  expect(await countOf(sandbox, 'queued')).toBe(0)
  expect(await countOf(sandbox, 'cancelled')).toBe(7)
  expect(await countOf(other, 'queued')).toBe(1)
  expect((await owner.post(clearPath(sandbox))).at('data')).toEqual({ cancelled: 0 })
})

test('a queue that is longer than one batch is cleared to its end, and nothing of it is sent later', async () => {
  const sandbox = await aQueue({ waiting: 55, scheduled: 1 })
  expect((await owner.post(clearPath(sandbox))).at('data')).toEqual({ cancelled: 56 })
  await sandbox.set({ connected: true })
  const send = await owner.post('/api/v1/messages', {
    to: '4915100001000',
    type: 'text',
    text: 'After that',
    numberId: sandbox.id,
  })
  expect(send.status).toBe(200)
  await expect
    .poll(() => sandbox.received('4915100001000'))
    .toMatchObject([{ content: { text: 'After that' } }])
})

test('what was sent already stays as it is', async () => {
  const sandbox = await Sandbox.create(owner)
  const { body } = await sandbox.keyed.post('/api/v1/send-message', {
    to: '4915100000001',
    text: 'Gone',
  })
  await expect.poll(() => sandbox.received('4915100000001')).toHaveLength(1)
  expect((await owner.post(clearPath(sandbox))).at('data')).toEqual({ cancelled: 0 })
  expect(body).toMatchObject({ success: true })
  expect(await countOf(sandbox, 'cancelled')).toBe(0)
})

test('agents may clear a queue, viewers and strangers may not', async () => {
  const sandbox = await aQueue({ waiting: 1, scheduled: 0 })
  const viewer = await signUpMember(server, owner, 'viewer')
  expect((await viewer.post(clearPath(sandbox))).status).toBe(403)
  const foreigner = await foreignerOf(server, owner)
  expect((await foreigner.post(clearPath(sandbox))).status).toBe(404)
  const key = (await owner.post('/api/v1/keys', { name: 'Reader', scopes: ['read'] })).text(
    'data.key',
  )
  const reader = new Client(server.baseUrl, { 'x-api-key': key })
  expect((await reader.post(clearPath(sandbox))).status).toBe(403)
  const agent = await signUpMember(server, owner, 'agent')
  expect((await agent.post(clearPath(sandbox))).at('data')).toEqual({ cancelled: 1 })
})

test('the key of a number clears its own queue only', async () => {
  const mine = await aQueue({ waiting: 1, scheduled: 0 })
  const other = await aQueue({ waiting: 1, scheduled: 0 })
  expect((await mine.keyed.post(clearPath(other))).status).toBe(404)
  expect((await mine.keyed.post(clearPath(mine))).at('data')).toEqual({ cancelled: 1 })
  expect(await countOf(other, 'queued')).toBe(1)
})
