import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ServerProcess } from '../support/serverProcess.ts'
import { setUpWorkspace } from '../support/setUp.ts'
import { writeAll } from '../support/writeAll.ts'

const CONTACTS = 10
const MESSAGES_PER_CONTACT = 12
const KILLS = 4

/** Says nothing: only what customers write is told. */
const FLOW = {
  nodes: [
    {
      id: 'start',
      type: 'start',
      position: { x: 0, y: 0 },
      data: { triggers: [{ id: 't', type: 'keyword', words: ['never'], match: 'exact' }] },
    },
  ],
  edges: [],
}

/** What a customer's server took, in its order. */
const taken: { readonly delivery: string; readonly phone: string; readonly text: string }[] = []
let count = 0
let receiver: Server
let server: ServerProcess

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      count += 1
      // It fails every third time, as if the kills were not enough.
      if (count % 3 === 0) return response.writeHead(500).end()
      const { data } = JSON.parse(Buffer.concat(chunks).toString())
      taken.push({
        delivery: String(request.headers['x-parley-delivery']),
        phone: data.contact.phone,
        text: data.message.content.text,
      })
      return response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  server = await ServerProcess.create({ PARLEY_ALLOW_PRIVATE_HOSTS: '127.0.0.1' })
  await server.start()
}, 60_000)
afterAll(async () => {
  await server.dispose()
  receiver.closeAllConnections()
  receiver.close()
})

it('tells everything that customers wrote, in order, though server and receiver fail again and again', {
  retry: 0,
  timeout: 240_000,
}, async () => {
  const { client, sandbox } = await setUpWorkspace(server, FLOW)
  // The address of a TCP server is always an object.
  const { port } = receiver.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/hook`
  const events = ['message.received']
  await client.ok('POST', '/api/v1/webhooks', { url, events })

  const phones = Array.from({ length: CONTACTS }, (_, index) => String(4_915_000_000 + index))
  let isDone = false
  const write = Promise.all(
    phones.map((phone) => writeAll(client, { sandbox, phone, count: MESSAGES_PER_CONTACT })),
  ).then(() => {
    isDone = true
  })
  let killsWhileWriting = 0
  for (let kill = 0; kill < KILLS; kill++) {
    await delay(50 + Math.random() * 250)
    if (!isDone) killsWhileWriting += 1
    await server.kill()
    await server.start()
  }
  await write
  expect(killsWhileWriting).toBeGreaterThanOrEqual(3)

  const words = Array.from({ length: MESSAGES_PER_CONTACT }, (_, index) => `word ${index + 1}`)
  await expect
    .poll(() => new Set(taken.map(({ delivery }) => delivery)).size, { timeout: 60_000 })
    .toBe(CONTACTS * MESSAGES_PER_CONTACT)
  for (const phone of phones) {
    const first = new Map<string, string>()
    for (const each of taken) {
      if (each.phone === `+${phone}` && !first.has(each.delivery))
        first.set(each.delivery, each.text)
    }
    expect([...first.values()], `what was told of ${phone}`).toEqual(words)
  }
})
