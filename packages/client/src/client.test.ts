import { startTestServer, type TestServer } from '@parley/api/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createParley, type ParleyClient } from './index.ts'

let server: TestServer
/** With a personal token. */
let parley: ParleyClient
beforeAll(async () => {
  server = await startTestServer()
  const signedUp = await server.stranger.post('/api/v1/auth/sign-up', {
    email: 'olga@example.com',
    password: 'correct horse battery',
    workspaceName: 'Shop',
  })
  const cookie = signedUp.headers.getSetCookie().map((each) => each.split(';')[0])
  const browser = server.stranger.with({ cookie: cookie.join('; '), origin: server.baseUrl })
  const token = (await browser.post('/api/v1/tokens', { name: 'client' })).text('data.token')
  parley = createParley({ url: server.baseUrl, key: token })
})
afterAll(() => server.close())

async function makeNumber() {
  const { data } = await parley.POST('/api/v1/numbers', {
    body: { name: 'Try me', channel: 'sandbox' },
  })
  if (!data) throw new Error('No number was made')
  return data.data
}

describe('the client', () => {
  test('sends with the key of a number, and reads what arrived', async () => {
    const { id: numberId, sessionKey } = await makeNumber()
    const ofNumber = createParley({ url: server.baseUrl, key: sessionKey })
    const sent = await ofNumber.POST('/api/v1/send-message', {
      body: { to: '15551234567', text: 'Hello' },
    })
    expect(sent.data?.messageId).toMatch(/^msg_/)
    await expect
      .poll(async () => {
        const { data } = await parley.GET('/api/v1/sandbox/{numberId}/outbox', {
          params: { path: { numberId }, query: { to: '15551234567' } },
        })
        return data?.messages.map(({ content }) => content)
      })
      .toMatchObject([{ type: 'text', text: 'Hello' }])
  })

  test('goes through a list page by page', async () => {
    await Promise.all([makeNumber(), makeNumber(), makeNumber()])
    const names: string[] = []
    let cursor: string | undefined
    do {
      const { data } = await parley.GET('/api/v1/numbers', {
        params: { query: { limit: 1, ...(cursor !== undefined && { cursor }) } },
      })
      names.push(...(data?.data ?? []).map(({ name }) => name))
      cursor = data?.pagination.next ?? undefined
    } while (cursor !== undefined)
    expect(names.length).toBeGreaterThanOrEqual(3)
  })

  test('gives errors as values, in the words of the API', async () => {
    const { id } = await makeNumber()
    const { data, error } = await parley.POST('/api/v1/send-message', {
      body: { to: 'nobody', text: 'Hello', sessionId: id },
    })
    expect(data).toBeUndefined()
    expect(error).toMatchObject({ code: 'VALIDATION_ERROR', errors: { to: expect.any(Array) } })
  })

  test('makes and lists flows', async () => {
    const made = await parley.POST('/api/v1/flows', { body: { name: 'From a program' } })
    const { data } = await parley.GET('/api/v1/flows', { params: { query: {} } })
    expect(data?.data.map(({ id }) => id)).toContain(made.data?.data.id)
  })
})
