import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { signUpOwner, tokenOf } from '../../testing/people.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

//  [start: any message] ─► [text "Hello"] ─► [buttons: Tea | Coffee] ─ tea ─► [text "Tea it is"]
//                                                       └─ coffee ─► [text "Coffee it is"]
const node = (id: string, type: string, data: object) => ({ id, type, data })
const edge = (source: string, sourceHandle: string, target: string) => ({
  id: `${source}-${sourceHandle}`,
  source,
  sourceHandle,
  target,
})
const FLOW = {
  nodes: [
    node('start', 'start', { triggers: [{ id: 't', type: 'anyMessage' }] }),
    node('hello', 'text', { text: 'Hello {{ contact.name }}' }),
    node('ask', 'buttons', {
      text: 'What would you like?',
      buttons: [
        { id: 'tea', title: 'Tea' },
        { id: 'coffee', title: 'Coffee' },
      ],
    }),
    node('tea-end', 'text', { text: 'Tea it is' }),
    node('coffee-end', 'text', { text: 'Coffee it is' }),
  ],
  edges: [
    edge('start', 'next', 'hello'),
    edge('hello', 'next', 'ask'),
    edge('ask', 'tea', 'tea-end'),
    edge('ask', 'coffee', 'coffee-end'),
  ],
}

let server: TestServer
let client: Client
let session: string
let phones = 100

beforeAll(async () => {
  server = await startTestServer()
  client = await tokenOf(await signUpOwner(server))
  const created = await client.post('/api/v1/whatsapp-sessions', {
    name: 'Try me',
    channel: 'sandbox',
  })
  session = created.text('id')
  const flow = await client.post('/api/v1/flows', { name: 'Drinks', draft: FLOW })
  const published = await client.post(`/api/v1/flows/${flow.text('data.id')}/publish`, {
    numberIds: [session],
  })
  expect(published.body).toMatchObject({ success: true })
})
afterAll(() => server.close())

const says = (from: string, content: unknown) =>
  client.post(`/api/v1/sandbox/${session}/inbound`, { from, name: 'Ana', content })
const outbox = async (to: string) =>
  // The shape is what the assertions below are about.
  (await client.get(`/api/v1/sandbox/${session}/outbox?to=${encodeURIComponent(to)}`)).at(
    'messages',
  ) as { content: { text: string } }[]
const texts = async (to: string) => (await outbox(to)).map(({ content }) => content.text)

test.each([
  ['a tap with the id of the button', { type: 'tap', id: 'tea' }, 'Tea it is'],
  ['a tap with the title only', { type: 'tap', title: 'coffee' }, 'Coffee it is'],
  [
    'a Cloud API reply',
    {
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'tea', title: 'Tea' } },
    },
    'Tea it is',
  ],
  ['a typed answer', 'coffee', 'Coffee it is'],
  ['a typed number', { type: 'text', text: '1' }, 'Tea it is'],
])('the flow answers %s', async (_, answer, reply) => {
  phones += 1
  const phone = `+4915112345${phones}`
  expect(await says(phone, 'hi')).toMatchObject({
    status: 200,
    body: { messageId: expect.stringMatching(/^msg_/) },
  })
  await expect.poll(() => texts(phone)).toEqual(['Hello Ana', 'What would you like?'])
  await says(phone, answer)
  await expect.poll(() => texts(phone)).toEqual(['Hello Ana', 'What would you like?', reply])
})
