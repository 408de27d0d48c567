import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../support/client.ts'
import { ServerProcess } from '../support/serverProcess.ts'
import { setUpWorkspace } from '../support/setUp.ts'
import { writeAll } from '../support/writeAll.ts'

//  [start: any message] ─► [text "Hello …"] ─► [question "What is next?" → answer] ─► [count + 1] ─► [text "count: answer"] ─┐
//                                                   ▲                                                                       │
//                                                   └───────────────────────────────────────────────────────────────────────┘
const FLOW = {
  nodes: [
    node('start', 'start', { triggers: [{ id: 't', type: 'anyMessage' }] }),
    node('hello', 'text', { text: 'Hello {{ contact.phone }}' }),
    node('ask', 'question', {
      text: 'What is next?',
      answer: { type: 'text' },
      saveAs: 'answer',
    }),
    node('count', 'setVariable', {
      assignments: [{ name: 'count', value: { type: 'number', number: '{{ count | plus: 1 }}' } }],
    }),
    node('echo', 'text', { text: '{{ count }}: {{ answer }}' }),
  ],
  edges: [
    edge('start', 'next', 'hello'),
    edge('hello', 'next', 'ask'),
    edge('ask', 'next', 'count'),
    edge('count', 'next', 'echo'),
    edge('echo', 'next', 'ask'),
  ],
}

const CONTACTS = 50
const MESSAGES_PER_CONTACT = 10
const KILLS = 12

const phones = Array.from({ length: CONTACTS }, (_, index) => String(4_915_000_000 + index))

/** What contact number `phone` must have got at the end, in this order. */
const expected = (phone: string): readonly string[] => [
  `Hello ${phone}`,
  'What is next?',
  ...Array.from({ length: MESSAGES_PER_CONTACT - 1 }, (_, index) => [
    `${index + 1}: word ${index + 2}`,
    'What is next?',
  ]).flat(),
]

let server: ServerProcess

beforeAll(async () => {
  server = await ServerProcess.create()
  await server.start()
}, 60_000)
afterAll(async () => {
  await server.dispose()
})

it('answers every message exactly once and in order, though the server is killed a dozen times', {
  retry: 0,
  timeout: 240_000,
}, async () => {
  const { client, sandbox } = await setUpWorkspace(server, FLOW)

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
  expect(killsWhileWriting).toBeGreaterThanOrEqual(10)

  // Names who waits for how many, should it not come to an end.
  await expect
    .poll(() => missing(client, sandbox), { timeout: 60_000, interval: 1_000 })
    .toEqual({})
  // Whatever would come twice would come now.
  await delay(1_000)
  for (const phone of phones) {
    expect(await received(client, sandbox, phone), `what ${phone} received`).toEqual(
      expected(phone),
    )
  }
})

interface Outbox {
  readonly messages: readonly { readonly content: { readonly text: string } }[]
}

async function received(
  client: Client,
  sandbox: string,
  phone: string,
): Promise<readonly string[]> {
  const path = `/api/v1/sandbox/${sandbox}/outbox?to=${phone}`
  const { messages } = await client.ok<Outbox>('GET', path)
  return messages.map(({ content }) => content.text)
}

/** How many replies each contact still waits for; those who have all are left out. */
async function missing(client: Client, sandbox: string): Promise<Record<string, number>> {
  const counts = await Promise.all(
    phones.map(async (phone) => {
      const { length } = await received(client, sandbox, phone)
      return [phone, expected(phone).length - length] as const
    }),
  )
  return Object.fromEntries(counts.filter(([, count]) => count !== 0))
}

function node(id: string, type: string, data: object) {
  return { id, type, position: { x: 0, y: 0 }, data }
}

function edge(source: string, sourceHandle: string, target: string) {
  return { id: `${source}-${sourceHandle}`, source, sourceHandle, target }
}
