import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../testing/Client.ts'
import { startTestServer, type TestServer } from '../../testing/index.ts'
import { foreignerOf, signUpMember, signUpOwner } from '../../testing/people.ts'
import { Sandbox } from '../../testing/Sandbox.ts'

let server: TestServer
let owner: Client
let sandbox: Sandbox

beforeAll(async () => {
  server = await startTestServer()
  owner = await signUpOwner(server)
  sandbox = await Sandbox.create(owner)
})
afterAll(() => server.close())

const withKey = (key: string) => new Client(server.baseUrl, { 'x-api-key': key })

async function make(wanted: object = {}) {
  const made = await owner.post('/api/v1/keys', { name: 'Shop', ...wanted })
  return { id: made.text('data.id'), key: made.text('data.key'), answer: made }
}

describe('a key of the workspace', () => {
  test('is shown once, begins with whm_, and is known later by its first characters', async () => {
    const { id, key, answer } = await make()
    expect(answer.status).toBe(201)
    expect(key).toMatch(/^whm_[\w-]{43}$/)
    const listed = await owner.get('/api/v1/keys')
    const found = (listed.at('data') as { id: string; prefix: string }[]).find(
      (each) => each.id === id,
    )
    expect(key.startsWith(found?.prefix ?? '-')).toBe(true)
    expect(JSON.stringify(listed.body)).not.toContain(key)
  })

  test('is taken as X-API-Key and as Bearer, and not as a personal token', async () => {
    const { key } = await make()
    expect((await withKey(key).get('/api/v1/contacts')).status).toBe(200)
    const bearer = new Client(server.baseUrl, { authorization: `Bearer ${key}` })
    expect((await bearer.get('/api/v1/contacts')).status).toBe(200)
    const asToken = new Client(server.baseUrl, { 'x-api-token': key })
    expect((await asToken.get('/api/v1/contacts')).status).toBe(401)
  })

  test('does only what it was made for', async () => {
    const reader = withKey((await make({ scopes: ['read'] })).key)
    expect((await reader.get('/api/v1/contacts')).status).toBe(200)
    const send = { to: '4915400000001', text: 'x', sessionId: sandbox.id }
    expect(await reader.post('/api/v1/send-message', send)).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN', message: expect.stringContaining('send') },
    })
    expect((await reader.put('/api/v1/contacts', { phone: '4915400000001' })).status).toBe(403)
    const sender = withKey((await make({ scopes: ['send'] })).key)
    expect((await sender.post('/api/v1/send-message', send)).status).toBe(200)
    expect((await sender.get('/api/v1/contacts')).status).toBe(403)
  })

  test('makes no keys, and looks into nobody’s rights', async () => {
    const client = withKey((await make()).key)
    const people = server.app.endpoints.filter(({ path }) =>
      /^\/api\/v1\/(keys|tokens|workspaces|auth\/me|audit-log)/.test(path),
    )
    expect(people.length).toBeGreaterThan(10)
    for (const { method, path } of people) {
      const body = method === 'get' ? undefined : {}
      const answer = await client.request(method.toUpperCase(), path.replaceAll(/:\w+/g, 'x'), body)
      expect([`${method} ${path}`, answer.status]).toEqual([`${method} ${path}`, 401])
    }
  })

  test('ends when it is revoked, at once', async () => {
    const { id, key } = await make()
    expect((await withKey(key).get('/api/v1/contacts')).status).toBe(200)
    expect((await owner.delete(`/api/v1/keys/${id}`)).status).toBe(200)
    expect((await withKey(key).get('/api/v1/contacts')).status).toBe(401)
  })

  test('ends at its time, which must be to come', async () => {
    const expiresAt = new Date(Date.now() + 150).toISOString()
    const { key } = await make({ expiresAt })
    await expect.poll(async () => (await withKey(key).get('/api/v1/contacts')).status).toBe(401)
    const past = { name: 'x', expiresAt: '2020-01-01T00:00:00Z' }
    expect((await owner.post('/api/v1/keys', past)).at('errors.expiresAt')).toHaveLength(1)
  })

  test('is not known in another workspace', async () => {
    const foreigner = await foreignerOf(server, owner)
    const { id } = await make()
    expect((await foreigner.delete(`/api/v1/keys/${id}`)).status).toBe(404)
    expect((await foreigner.post(`/api/v1/keys/${id}/rotate`)).status).toBe(404)
    const stolen = { name: 'x', numberId: sandbox.id }
    expect((await foreigner.post('/api/v1/keys', stolen)).status).toBe(404)
    expect((await foreigner.get('/api/v1/keys')).at('data')).toEqual([])
  })

  test('is made by editors and owners', async () => {
    const agent = await signUpMember(server, owner, 'agent')
    expect((await agent.post('/api/v1/keys', { name: 'x' })).status).toBe(403)
  })
})

describe('rotation', () => {
  test('leaves the old key a while, and hands its scopes on', async () => {
    const { id, key } = await make({ scopes: ['read'] })
    const rotated = await owner.post(`/api/v1/keys/${id}/rotate`, { overlapSeconds: 3_600 })
    expect(rotated).toMatchObject({ status: 201, body: { data: { scopes: ['read'] } } })
    expect((await withKey(key).get('/api/v1/contacts')).status).toBe(200)
    expect((await withKey(rotated.text('data.key')).get('/api/v1/contacts')).status).toBe(200)
  })

  test('without overlap ends the old key at once', async () => {
    const { id, key } = await make()
    await owner.post(`/api/v1/keys/${id}/rotate`, { overlapSeconds: 0 })
    expect((await withKey(key).get('/api/v1/contacts')).status).toBe(401)
    expect((await owner.post(`/api/v1/keys/${id}/rotate`)).status).toBe(409)
  })
})

describe('a new number', () => {
  test('has a key, an instance id and a token, of which the lists show only the beginnings', async () => {
    const made = await owner.post('/api/v1/numbers', { name: 'Shop', channel: 'sandbox' })
    const numberId = made.text('data.id')
    expect(made.at('data.instanceId')).toEqual(expect.any(Number))
    const listed = await owner.get(`/api/v1/keys?numberId=${numberId}`)
    expect(listed.at('data')).toMatchObject([
      { kind: 'number', numberId, instanceId: null },
      { kind: 'number', numberId, instanceId: made.at('data.instanceId') },
    ])
    const text = JSON.stringify(listed.body)
    expect(text).not.toContain(made.text('data.sessionKey'))
    expect(text).not.toContain(made.text('data.token'))
  })

  test('can be given more keys, which go no further than it', async () => {
    const { key } = await make({ numberId: sandbox.id, name: 'Till' })
    const client = withKey(key)
    const send = { to: '4915400000001', text: 'x' }
    expect((await client.post('/api/v1/send-message', send)).status).toBe(200)
    const other = await Sandbox.create(owner)
    expect((await client.get(`/api/v1/numbers/${other.id}`)).status).toBe(404)
  })
})

test('a workspace sets its own limits, and its keys have them at once', async () => {
  const limited = await startTestServer({
    env: { PARLEY_RATE_LIMITS: 'on', PARLEY_LIMITS: 'general=50' },
  })
  const someone = await signUpOwner(limited)
  const token = (await someone.post('/api/v1/tokens', { name: 'x' })).text('data.token')
  const client = new Client(limited.baseUrl, { 'x-api-token': token })
  const limitOf = async () =>
    (await client.get('/api/v1/contacts')).headers.get('x-ratelimit-limit')
  expect(await limitOf()).toBe('50')
  const workspaceId = (await someone.get('/api/v1/auth/me')).text('data.workspaces.0.id')
  const changed = await someone.patch(`/api/v1/workspaces/${workspaceId}`, {
    limits: { general: 7 },
  })
  expect(changed).toMatchObject({ status: 200, body: { data: { limits: { general: 7 } } } })
  expect(await limitOf()).toBe('7')
  const wrong = await someone.patch(`/api/v1/workspaces/${workspaceId}`, { limits: { nothing: 1 } })
  expect(wrong.status).toBe(422)
  await limited.close()
})
