import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttpCaller } from '@parley/runtime/http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../testing/Client.ts'
import { aNode, lines, START } from '../testing/flows.ts'
import { signUpOwner, tokenOf } from '../testing/people.ts'
import { Sandbox } from '../testing/Sandbox.ts'
import { startTestServer, type TestServer } from '../testing/testServer.ts'

/** What an author may write, by accident or not, and what becomes of the conversation and of the server. */

let shop: Server
let shopUrl: string
let server: TestServer
let client: Client
beforeAll(async () => {
  shop = createServer((_request, response) => response.end('{}'))
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  // The address of a TCP server is always an object.
  const { port } = shop.address() as AddressInfo
  shopUrl = `http://127.0.0.1:${port}/`
  const http = createHttpCaller({ allowedHosts: [`127.0.0.1:${port}`] })
  server = await startTestServer({ http })
  client = await tokenOf(await signUpOwner(server))
})
afterAll(async () => {
  await server.close()
  shop.closeAllConnections()
  shop.close()
})

let phones = 0
async function publish(nodes: readonly object[], edges: readonly object[]) {
  const sandbox = await Sandbox.create(client)
  const draft = { nodes, edges }
  const flow = await client.post('/api/v1/flows', { name: 'Hostile', draft })
  const path = `/api/v1/flows/${flow.text('data.id')}/publish`
  return { sandbox, answer: await client.post(path, { numberIds: [sandbox.id] }) }
}

/** What a customer gets for the last of these messages, when each gets one. */
async function replyTo(sandbox: Sandbox, ...texts: readonly string[]): Promise<unknown> {
  const from = `4915900${String((phones += 1)).padStart(6, '0')}`
  let received: { content: { text: string } }[] = []
  for (const [index, text] of texts.entries()) {
    await sandbox.says(from, text)
    await expect
      .poll(async () => {
        // Every flow here sends texts only.
        received = (await sandbox.received(from)) as typeof received
        return received.length
      })
      .toBe(index + 1)
  }
  return received.at(-1)?.content.text
}

test('a circle of a hundred nodes that never waits is refused, with the whole circle', async () => {
  const ids = Array.from({ length: 100 }, (_, index) => `n${index}`)
  const assignments = [{ name: 'x', value: { type: 'text', text: '1' } }]
  const nodes = ids.map((id) => aNode(id, 'setVariable', { assignments }))
  const circle = ids.map((id, index) => `${id} > ${ids[(index + 1) % ids.length]}`)
  const { answer } = await publish([START, ...nodes], lines('start > n0', ...circle))
  expect(answer.status).toBe(422)
  const problems = answer.at('error.problems') as { code: string; nodeIds?: string[] }[]
  const loop = problems.find(({ code }) => code === 'endlessLoop')
  expect(new Set(loop?.nodeIds)).toEqual(new Set(ids))
})

test('a regular expression that would run for ages matches, or not, at once', async () => {
  const start = aNode('start', 'start', {
    triggers: [{ type: 'keyword', id: 'k', words: ['(a+)+$'], match: 'regex' }],
  })
  const { sandbox, answer } = await publish(
    [start, aNode('yes', 'text', { text: 'Matched' })],
    lines('start > yes'),
  )
  expect(answer.status).toBe(200)
  const begin = performance.now()
  expect(await replyTo(sandbox, `${'a'.repeat(5_000)}!${'a'.repeat(50)}`)).toBe('Matched')
  await sandbox.says('4915900999999', `${'a'.repeat(5_000)}!`)
  expect((await client.get('/api/v1/flows')).status).toBe(200)
  expect(performance.now() - begin).toBeLessThan(5_000)
})

test.each([
  ['loops for ever', '{% for i in (1..1000000000) %}x{% endfor %}'],
  [
    'loops in loops',
    '{% for a in (1..9999) %}{% for b in (1..9999) %}{% for c in (1..9999) %}x{% endfor %}{% endfor %}{% endfor %}',
  ],
  [
    'doubles itself',
    `{% assign s = "xxxxxxxxxx" %}${'{% assign s = s | append: s %}'.repeat(40)}{{ s }}`,
  ],
])('a template that %s ends, and the next customer is answered', async (_, text) => {
  const { sandbox, answer } = await publish(
    [START, aNode('bomb', 'text', { text }), aNode('after', 'text', { text: 'Still here' })],
    lines('start > bomb', 'bomb > after'),
  )
  // Whether its drawing or its running stops it is another matter: nothing of ours stands still.
  expect([200, 422]).toContain(answer.status)
  const begin = performance.now()
  await sandbox.says('4915900888888', 'Hi')
  const healthy = await publish([START, aNode('hi', 'text', { text: 'Hi' })], lines('start > hi'))
  expect(await replyTo(healthy.sandbox, 'Hi')).toBe('Hi')
  expect(performance.now() - begin).toBeLessThan(5_000)
})

/** Calls whatever the customer names: so it is not the linter that finds it. */
const publishCaller = () =>
  publish(
    [
      START,
      aNode('ask', 'question', { text: 'Where to?', answer: { type: 'text' }, saveAs: 'where' }),
      aNode('call', 'httpRequest', { url: '{{ where }}', timeoutSeconds: 2 }),
      aNode('good', 'text', { text: 'It answered' }),
      aNode('bad', 'text', { text: 'It failed' }),
    ],
    lines('start > ask', 'ask > call', 'call.success > good', 'call.failure > bad'),
  )

test('a request to a private host that the operator allows is answered', async () => {
  const { sandbox } = await publishCaller()
  expect(await replyTo(sandbox, 'Hi', shopUrl)).toBe('It answered')
})

test.each([
  ['our own machine', 'http://127.0.0.1:1/'],
  ['our own machine by name', 'http://localhost:1/'],
  ['our own machine in IPv6', 'http://[::1]:1/'],
  ['our own machine, mapped', 'http://[::ffff:127.0.0.1]:1/'],
  ['our own machine as one number', 'http://2130706433/'],
  ['the private network', 'http://10.0.0.1/'],
  ['the cloud’s metadata', 'http://169.254.169.254/latest/meta-data/'],
  ['a host that is not there', 'http://nothing.invalid/'],
  ['no host at all', 'http:///x'],
  ['a file', 'file:///etc/passwd'],
])('a request to %s fails in its own way, and the flow goes on', async (_, url) => {
  const { sandbox } = await publishCaller()
  expect(await replyTo(sandbox, 'Hi', url)).toBe('It failed')
})
