import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../testing/Client.ts'
import { signUpOwner } from '../testing/people.ts'
import { startTestServer, type TestServer } from '../testing/testServer.ts'

let server: TestServer
let owner: Client
beforeAll(async () => {
  server = await startTestServer()
  owner = await signUpOwner(server)
})
afterAll(() => server.close())

describe('bodies', () => {
  test('malformed JSON is 400 and says so, whatever it was', async () => {
    const answer = await owner.post('/api/v1/tokens', '{"name": "x"')
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({
      success: false,
      error: { code: 'VALIDATION_ERROR', status: 400, message: 'The body is not valid JSON' },
      code: 'VALIDATION_ERROR',
    })
  })

  test.each([
    ['an array', '[]'],
    ['a text', '"hello"'],
    ['null', 'null'],
    ['nothing', ''],
  ])('%s instead of an object is 422', async (_, body) => {
    expect(await owner.post('/api/v1/tokens', body)).toMatchObject({ status: 422 })
  })

  test('a body of over 1 MB is 413', async () => {
    const answer = await owner.post('/api/v1/tokens', { name: 'x'.repeat(1_100_000) })
    expect(answer).toMatchObject({ status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } })
  })

  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'name=x'],
    ['XML', 'text/xml', '<name>x</name>'],
  ])('%s is 415 and says what to send', async (_, type, body) => {
    const answer = await owner.with({ 'content-type': type }).post('/api/v1/tokens', body)
    expect(answer.status).toBe(415)
    expect(answer.text('message')).toContain('application/json')
  })

  test('NUL characters are refused by name, in values and in keys', async () => {
    const inValue = await owner.post('/api/v1/flows', { name: 'a\0b' })
    expect(inValue.status).toBe(422)
    expect(inValue.at('errors.name')).toEqual(['must not contain NUL characters'])
    const deep = { name: 'x', draft: { nodes: [{ id: 'a', type: 'text', data: { text: '\0' } }] } }
    const inside = await owner.post('/api/v1/flows', deep)
    expect(inside.text('message')).toContain('draft.nodes.0.data.text')
    expect((await owner.post('/api/v1/flows', { name: 'x', 'a\0': 1 })).status).toBe(422)
    // The same six characters, but written out by a person, are no NUL.
    expect((await owner.post('/api/v1/flows', { name: 'say \\u0000' })).status).toBe(201)
  })

  test('another encoding than UTF-8 is 415', async () => {
    const type = 'application/json; charset=utf-16le'
    const body = Buffer.from('{"name":"a\\u0000b"}', 'utf16le')
    const answer = await owner.with({ 'content-type': type }).post('/api/v1/flows', body)
    expect(answer).toMatchObject({ status: 415, body: { code: 'UNSUPPORTED_MEDIA_TYPE' } })
  })

  test('fields that nobody knows are named', async () => {
    const answer = await owner.post('/api/v1/flows', { name: 'x', nodes: [] })
    expect(answer.at('errors')).toEqual({ nodes: ['is not known here'] })
  })

  test.each(['constructor', '__proto__', 'toString'])(
    'so is a field with the name of what every object has: %s',
    async (field) => {
      const answer = await owner.post('/api/v1/flows', `{"name":"x","${field}":{}}`)
      expect(answer.status).toBe(422)
      expect(answer.text('message')).toContain(`${field}: is not known here`)
    },
  )

  test('what is nested too deeply is refused in words', async () => {
    const flowWith = (depth: number) =>
      `{"name":"x","draft":{"nodes":[{"id":"a","type":"text","position":{"x":0,"y":0},"data":{"text":${'['.repeat(depth)}${']'.repeat(depth)}}}]}}`
    for (const depth of [80, 5_000]) {
      const answer = await owner.post('/api/v1/flows', flowWith(depth))
      expect(answer.status).toBe(422)
      expect(answer.text('message')).toContain('nested deeper')
    }
    expect((await owner.post('/api/v1/flows', flowWith(40))).status).toBe(201)
  })

  test('a body is not read for somebody who may not send it', async () => {
    expect((await server.stranger.post('/api/v1/flows', '{"broken')).status).toBe(401)
  })
})

describe('addresses', () => {
  test('what does not exist is 404 in JSON', async () => {
    for (const path of ['/api/v1/nothing', '/api/v2/flows', '/instance1/x', '/robots.txt']) {
      expect(await owner.get(path)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    }
  })

  test('what cannot be decoded is refused', async () => {
    expect((await owner.get('/api/v1/flows/%E0%A4%A')).status).toBeLessThan(500)
    expect((await owner.get('/api/v1/flows/%00')).status).toBe(404)
  })

  test('a cursor that no list gave is 422', async () => {
    for (const cursor of ['x', 'bnVsbA', Buffer.from('[{"$gt":0},"x"]').toString('base64url')]) {
      const answer = await owner.get(`/api/v1/flows?cursor=${cursor}`)
      expect(answer.status).toBe(422)
      expect(answer.at('errors.cursor')).toHaveLength(1)
    }
  })

  test.each(['0', '-1', '101', 'many'])('a limit of %s is 422', async (limit) => {
    expect((await owner.get(`/api/v1/flows?limit=${limit}`)).status).toBe(422)
  })

  test('objects in a query are text, not operators', async () => {
    const answer = await owner.get('/api/v1/contacts?search[$ne]=x&tag[$gt]=')
    expect(answer).toMatchObject({ status: 200, body: { data: [] } })
  })
})

describe('answers', () => {
  test('carry the headers that keep browsers safe, and no version of ours', async () => {
    const { headers } = await server.stranger.get('/')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  test('carry an id that a proxy may give', async () => {
    const given = await server.stranger.with({ 'x-request-id': 'proxy-12345' }).get('/healthz')
    expect(given.headers.get('x-request-id')).toBe('proxy-12345')
    const bad = await server.stranger.with({ 'x-request-id': 'a b' }).get('/healthz')
    expect(bad.headers.get('x-request-id')).toMatch(/^[\w-]{8,}$/)
  })

  test('to HEAD have no body', async () => {
    const response = await fetch(`${server.baseUrl}/healthz`, { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })
})

test('the start page needs no outside files', async () => {
  const page = await server.stranger.get('/')
  expect(page.status).toBe(200)
  expect(page.body).toContain('<title>Parley</title>')
  expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//)
})

test('is alive and ready', async () => {
  expect((await server.stranger.get('/healthz')).status).toBe(200)
  expect((await server.stranger.get('/readyz')).status).toBe(200)
})

test('a bug is an id for the caller and everything for the log', async () => {
  const logged: object[] = []
  const ignore = () => {}
  const logger = {
    debug: ignore,
    info: ignore,
    warn: ignore,
    error: (fields: object) => logged.push(fields),
  }
  const broken = await startTestServer({ logger })
  const admin = await signUpOwner(broken)
  const secret = new Error('the database password is 1234')
  broken.accounts.auditLog.list = () => Promise.reject(secret)
  const answer = await admin.get('/api/v1/audit-log')
  expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL_ERROR' } })
  expect(JSON.stringify(answer.body)).not.toMatch(/1234|stack|\.ts/)
  expect(logged).toEqual([
    expect.objectContaining({ err: secret, requestId: answer.text('error.requestId') }),
  ])
  await broken.close()
})
