import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../testing/Client.ts'
import { startTestServer, type TestServer } from '../testing/index.ts'
import { signUpOwner, tokenOf } from '../testing/people.ts'
import { Sandbox } from '../testing/Sandbox.ts'

const CUSTOMERS = 100
const MESSAGES_EACH = 20

let server: TestServer
let owner: Client
beforeAll(async () => {
  server = await startTestServer()
  owner = await tokenOf(await signUpOwner(server))
})
afterAll(() => server.close())

test('2,000 messages through three dialects at once: none is lost, none comes twice, each customer has them in order', async () => {
  const sandbox = await Sandbox.create(owner)
  const key = (await owner.post('/api/v1/keys', { name: 'x' })).text('data.key')
  const workspaceId = (await owner.get('/api/v1/workspaces')).text('data.0.id')
  const withKey = new Client(server.baseUrl, { 'x-api-key': key })
  const dialects = [
    (to: string, text: string) =>
      withKey.post('/api/v1/messages', { to: `+${to}`, type: 'text', text }),
    (to: string, text: string) => sandbox.keyed.post('/api/v1/send-message', { to, text }),
    (to: string, text: string) =>
      withKey.post('/v1/messages/whatsapp/sendtext', {
        recepient: { phoneNumber: to },
        workspace: { id: workspaceId },
        textMessage: text,
      }),
  ]
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => `49157${1_000_000 + index}`)
  const textsOf = (customer: number) =>
    Array.from({ length: MESSAGES_EACH }, (_, index) => `${customer}: ${index}`)

  await Promise.all(
    customers.map(async (to, customer) => {
      for (const [index, text] of textsOf(customer).entries()) {
        const send = dialects[(customer + index) % dialects.length]
        expect((await send?.(to, text))?.status).toBe(200)
      }
    }),
  )

  for (const [customer, to] of customers.entries()) {
    await expect
      .poll(async () => {
        const received = (await sandbox.received(to)) as { content: { text: string } }[]
        return received.map(({ content }) => content.text)
      })
      .toEqual(textsOf(customer))
  }
}, 120_000)
