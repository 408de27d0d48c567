import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { foreignerOf, signUpOwner, tokenOf } from '../../testing/people.ts'
import { Sandbox } from '../../testing/Sandbox.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

interface HeardEvent {
  readonly id: string
  readonly type: string
  readonly data: Record<string, unknown>
}

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

let listening: AbortController[] = []
afterEach(() => {
  for (const controller of listening) controller.abort()
  listening = []
})

/** Hears events as a browser does, until the test ends. */
async function listen(who: Client, headers: Record<string, string> = {}): Promise<HeardEvent[]> {
  const controller = new AbortController()
  listening.push(controller)
  const response = await fetch(`${server.baseUrl}/api/v1/events`, {
    headers: { ...who.headers, ...headers },
    signal: controller.signal,
  })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const heard: HeardEvent[] = []
  void read(response, heard).catch(() => {
    // The test has ended.
  })
  return heard
}

async function read(response: Response, heard: HeardEvent[]): Promise<void> {
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
      const type = field('event')
      if (type === undefined) continue
      heard.push({ id: field('id') ?? '', type, data: JSON.parse(field('data') ?? '{}') })
    }
  }
}

describe('events', () => {
  test('tell of a message and of everything that happens to it, to its workspace alone', async () => {
    const [mine, theirs] = [await listen(client), await listen(foreigner)]
    await sandbox.says('4915600000001', 'Hello')
    const sent = await sandbox.keyed.post('/api/v1/send-message', {
      to: '4915600000001',
      text: 'Hi',
    })
    const id = sent.text('messageId')
    const told = () =>
      mine.map(({ type, data }) => {
        // Events about messages carry the whole message.
        const { message } = data as { message?: { id: string; status: string } }
        return message?.id === id ? `${type} ${message.status}` : type
      })
    await expect
      .poll(told)
      .toEqual([
        'message.received',
        'message.queued queued',
        'message.updated sent',
        'message.updated delivered',
        'message.updated read',
      ])
    expect(theirs).toEqual([])
  })

  test('that were missed are told again; those that are forgotten ask to load again', async () => {
    const first = await listen(client)
    await sandbox.says('4915600000002', 'One')
    await expect.poll(() => first.length).toBeGreaterThan(0)
    const last = first.at(-1)
    await sandbox.says('4915600000002', 'Two')
    const again = await listen(client, { 'last-event-id': last?.id ?? '' })
    await expect
      .poll(() => again.map(({ data }) => data))
      .toMatchObject([{ message: { content: { text: 'Two' } } }])
    const forgotten = await listen(client, { 'last-event-id': 'another-server-7' })
    await expect.poll(() => forgotten).toMatchObject([{ type: 'reset' }])
  })

  test('tell of numbers and flows', async () => {
    const heard = await listen(client)
    await sandbox.set({ connected: false })
    await sandbox.set({ connected: true })
    const flow = await client.post('/api/v1/flows', { name: 'New' })
    await client.patch(`/api/v1/flows/${flow.text('data.id')}`, { name: 'Newer' })
    await expect
      .poll(() => heard.map(({ type, data }) => [type, data.status ?? data.flowId]))
      .toEqual(
        expect.arrayContaining([
          ['number.updated', 'disconnected'],
          ['number.updated', 'connected'],
          ['flow.updated', flow.text('data.id')],
        ]),
      )
  })

  test('are for members only', async () => {
    expect((await server.stranger.get('/api/v1/events')).status).toBe(401)
    expect((await sandbox.keyed.get('/api/v1/events')).status).toBe(401)
  })
})
