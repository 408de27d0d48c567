import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../testing/Client.ts'
import { signUpOwner, tokenOf } from '../testing/people.ts'
import { Sandbox } from '../testing/Sandbox.ts'
import { startTestServer, type TestServer } from '../testing/testServer.ts'

let server: TestServer
let client: Client
beforeAll(async () => {
  server = await startTestServer()
  client = await tokenOf(await signUpOwner(server))
})
afterAll(() => server.close())

const read = async () => String((await server.stranger.get('/metrics')).body)
/** The value of one line; undefined when there is no such line. */
async function figure(line: string): Promise<number | undefined> {
  const found = (await read()).split('\n').find((each) => each.startsWith(`${line} `))
  return found === undefined ? undefined : Number(found.slice(line.length + 1))
}

test('requests are counted and timed by route, never by what strangers write', async () => {
  await server.stranger.get('/healthz')
  await client.get('/api/v1/contacts/4915112345678')
  const text = await read()
  expect(text).toContain('parley_http_request_seconds_count{method="GET",route="/healthz"')
  expect(text).toContain('route="/api/v1/contacts/:contactId",status="404"')
  expect(text).not.toContain('4915112345678')
})

test('messages are counted by what becomes of them', async () => {
  const workspaceId = (await client.get('/api/v1/workspaces')).text('data.0.id')
  const sandbox = await Sandbox.create(client)
  await sandbox.says('4916000000001', 'Hello')
  await sandbox.keyed.post('/api/v1/send-message', { to: '4916000000001', text: 'Hi' })
  await expect.poll(() => figure('parley_messages_total{status="read"}')).toBe(1)
  // Its file has come since: that is no second message.
  const { items } = await server.store.messages.list({ workspaceId, direction: 'inbound' })
  for (const message of items)
    server.live.publish(workspaceId, { type: 'message.updated', message })
  expect(await figure('parley_messages_total{status="received"}')).toBe(1)
  expect(await figure('parley_messages_total{status="queued"}')).toBe(1)
  expect(await figure('parley_messages_total{status="sent"}')).toBe(1)
})

test('what waits is counted: for a number that is offline, and for its time', async () => {
  const waiting = () => figure('parley_queue_messages{queue="outbound"}')
  const sandbox = await Sandbox.create(client)
  await sandbox.says('4916000000002', 'Hello')
  await expect.poll(waiting).toBe(0)
  const scheduledAt = new Date(Date.now() + 3_600_000).toISOString()
  await sandbox.keyed.post('/api/v1/send-message', { to: '4916000000002', text: 'x', scheduledAt })
  await sandbox.set({ connected: false })
  const conversation = await client.get(`/api/v1/conversations?numberId=${sandbox.id}`)
  const path = `/api/v1/conversations/${conversation.text('data.0.id')}/messages`
  await client.post(path, { content: { type: 'text', text: 'Later' } })
  expect(await waiting()).toBe(1)
  expect(await figure('parley_queue_messages{queue="scheduled"}')).toBe(1)
  expect(await figure('parley_numbers{channel="sandbox",status="disconnected"}')).toBe(1)
  await sandbox.set({ connected: true })
  await expect.poll(waiting).toBe(0)
  expect(await figure('parley_numbers{channel="sandbox",status="disconnected"}')).toBeUndefined()
})

test('connections, live updates and the event loop are watched', async () => {
  const controller = new AbortController()
  const { headers } = client
  await fetch(`${server.baseUrl}/api/v1/events`, { headers, signal: controller.signal })
  expect(await figure('parley_event_streams')).toBe(1)
  const connections = (await figure('parley_http_connections')) ?? 0
  expect(connections).toBeGreaterThanOrEqual(2)
  controller.abort()
  await expect.poll(() => figure('parley_event_streams')).toBe(0)
  await expect.poll(() => figure('parley_http_connections')).toBeLessThan(connections)
  expect(await figure('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0)
})

test('strangers behind a proxy do not see them; a token opens them to a collector', async () => {
  const proxied = server.stranger.with({ 'x-forwarded-for': '8.8.8.8' })
  expect((await proxied.get('/metrics')).status).toBe(403)
  const token = 'a-token-of-some-length'
  const guarded = await startTestServer({ env: { PARLEY_METRICS_TOKEN: token } })
  const collector = guarded.stranger.with({ 'x-forwarded-for': '8.8.8.8' })
  expect((await collector.get('/metrics')).status).toBe(401)
  const opened = collector.with({ authorization: `Bearer ${token}` })
  expect((await opened.get('/metrics')).status).toBe(200)
  await guarded.close()
})

test('a database that does not answer leaves out its figures, not all of them', async () => {
  const { countQueue } = server.accounts.figures
  server.accounts.figures.countQueue = () => Promise.reject(new Error('away'))
  expect(await figure('parley_queue_messages{queue="outbound"}')).toBeUndefined()
  expect(await figure('parley_event_streams')).toBe(0)
  server.accounts.figures.countQueue = countQueue
})
