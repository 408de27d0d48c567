import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { HttpRequest } from '../engine/types.ts'
import { guardedLookup } from './guardedLookup.ts'
import { createHttpCaller } from './httpCaller.ts'

/** A real server on loopback; `respond` is what it does in the current test. */
let respond: (request: IncomingMessage, response: ServerResponse, body: string) => void
let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[]
let server: Server
let port: number

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const { method = '', url = '', headers } = request
      seen.push({ method, url, headers, body })
      respond(request, response, body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // The address of a TCP server is always an object.
  port = (server.address() as AddressInfo).port
})
beforeEach(() => {
  seen = []
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function aClosedPort(): Promise<number> {
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  // As above.
  const { port } = closed.address() as AddressInfo
  await new Promise((resolve) => closed.close(resolve))
  return port
}

function aCaller(options: Partial<Parameters<typeof createHttpCaller>[0]> = {}) {
  const pauses: number[] = []
  const caller = createHttpCaller({
    allowedHosts: [`127.0.0.1:${port}`],
    sleep: (ms) => {
      pauses.push(ms)
      return Promise.resolve()
    },
    ...options,
  })
  closers.push(() => caller.close())
  const call = (request: Partial<HttpRequest>) =>
    caller.call(
      {
        method: 'GET',
        url: `http://127.0.0.1:${port}/`,
        headers: {},
        timeoutMs: 2_000,
        retries: 0,
        ...request,
      },
      new AbortController().signal,
    )
  return { call, pauses }
}

test('gives JSON as a value and everything else as text', async () => {
  const { call } = aCaller()
  respond = (_, response) => response.setHeader('content-type', 'application/json').end('{"a":[1]}')
  expect(await call({})).toMatchObject({ outcome: 'answered', status: 200, body: { a: [1] } })
  respond = (_, response) => response.end('{"a":1}')
  expect(await call({})).toMatchObject({ body: { a: 1 } })
  respond = (_, response) => response.setHeader('content-type', 'application/json').end('{oops')
  expect(await call({})).toMatchObject({ body: '{oops' })
  respond = (_, response) => {
    response.setHeader('content-type', 'text/plain; charset=iso-8859-1')
    response.end(Buffer.from('ma\xf1ana', 'latin1'))
  }
  expect(await call({})).toMatchObject({ body: 'mañana' })
})

test('keeps JSON that is nested absurdly deep as text', async () => {
  const { call } = aCaller()
  const deep = '['.repeat(5_000) + ']'.repeat(5_000)
  respond = (_, response) => response.setHeader('content-type', 'application/json').end(deep)
  expect(await call({})).toMatchObject({ body: deep })
})

test('sends method, headers and body, but no headers that would break the connection', async () => {
  const { call } = aCaller()
  respond = (_, response) => response.end('ok')
  const body = '{"order":1}'
  const headers = { 'X-Key': 'k', Host: 'evil.test', 'Content-Length': '1' }
  await call({ method: 'POST', headers, body })
  expect(seen[0]).toMatchObject({ method: 'POST', body })
  expect(seen[0]?.headers).toMatchObject({ 'x-key': 'k', host: `127.0.0.1:${port}` })
})

test('turns credentials in the URL into a header', async () => {
  const { call } = aCaller()
  respond = (_, response) => response.end('ok')
  await call({ url: `http://me:s%40cret@127.0.0.1:${port}/` })
  expect(seen[0]?.headers.authorization).toBe(
    `Basic ${Buffer.from('me:s@cret').toString('base64')}`,
  )
})

test.each([
  'http://127.0.0.1:9/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://10.0.0.7/',
  'http://localhost/',
])('refuses the private address %s', async (url) => {
  const { call } = aCaller()
  const result = await call({ url })
  expect(result.outcome).toBe('failed')
  expect(result).toHaveProperty('reason', expect.stringContaining('private address'))
})

test('refuses a public name that points to a private address, and does not connect', async () => {
  const { call } = aCaller({ resolve: async () => [{ address: '127.0.0.1', family: 4 }] })
  const result = await call({ url: `http://shop.example:${port}/` })
  expect(result).toMatchObject({ outcome: 'failed' })
  expect(seen).toEqual([])
})

test('connects to the very addresses that were checked, without asking for the name again', async () => {
  let lookups = 0
  const addresses = [
    { address: '93.184.216.34', family: 4 },
    { address: '2606:2800:21f::1', family: 6 },
  ]
  const lookup = guardedLookup(async () => {
    lookups += 1
    return addresses
  })
  const given = await new Promise((resolve) => {
    lookup('shop.example', { all: true }, (error, result) => resolve(error ?? result))
  })
  expect(given).toEqual(addresses)
  expect(lookups).toBe(1)
})

test('refuses a redirect to a private address', async () => {
  const { call } = aCaller()
  respond = (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()
  const result = await call({})
  expect(result).toHaveProperty('reason', expect.stringContaining('private address'))
})

test('follows redirects as browsers do and keeps secrets from other origins', async () => {
  const { call } = aCaller({ allowedHosts: ['127.0.0.1', 'localhost'] })
  respond = (request, response) => {
    if (request.url === '/first')
      response.writeHead(302, { location: `http://localhost:${port}/second` }).end()
    else response.end('arrived')
  }
  const headers = { authorization: 'Bearer secret', 'x-key': 'secret', accept: 'text/plain' }
  const url = `http://127.0.0.1:${port}/first`
  const result = await call({ method: 'POST', url, headers, body: 'x' })
  expect(result).toMatchObject({ outcome: 'answered', body: 'arrived' })
  expect(seen[1]).toMatchObject({ method: 'GET', url: '/second', body: '' })
  expect(seen[1]?.headers).toMatchObject({ accept: 'text/plain' })
  expect(JSON.stringify(seen[1]?.headers)).not.toContain('secret')
})

test('gives up on a circle of redirects', async () => {
  const { call } = aCaller()
  respond = (_, response) => response.writeHead(307, { location: '/again' }).end()
  expect(await call({})).toHaveProperty('reason', expect.stringContaining('redirected more than'))
})

test('stops reading an answer that is too long, also when it is small on the wire', async () => {
  const { call } = aCaller({ maxResponseBytes: 1_000 })
  respond = (_, response) => {
    response.setHeader('content-encoding', 'gzip').end(gzipSync('x'.repeat(100_000)))
  }
  expect(await call({})).toHaveProperty('reason', expect.stringContaining('longer than 1000 bytes'))
})

test('times out while connecting, waiting and reading', async () => {
  const { call } = aCaller()
  respond = () => undefined
  expect(await call({ timeoutMs: 50 })).toEqual({ outcome: 'timedOut' })
  respond = (_, response) => response.write('never ending')
  expect(await call({ timeoutMs: 50 })).toEqual({ outcome: 'timedOut' })
})

test('says in words that a host is dead, unknown or no URL at all', async () => {
  const { call } = aCaller({ allowedHosts: ['127.0.0.1'] })
  const refused = 'The server refused the connection'
  expect(await call({ url: `http://127.0.0.1:${await aClosedPort()}/` })).toEqual({
    outcome: 'failed',
    reason: refused,
  })
  const mailPort = await call({ url: 'http://127.0.0.1:25/' })
  expect(mailPort).toHaveProperty('reason', 'This port cannot be called')
  const unknown = aCaller({ resolve: () => Promise.reject(new Error('ENOTFOUND')) })
  expect(await unknown.call({ url: 'http://nowhere.invalid/' })).toEqual({
    outcome: 'failed',
    reason: 'nowhere.invalid cannot be found',
  })
  expect(await call({ url: 'nonsense' })).toMatchObject({ outcome: 'failed' })
  expect(await call({ url: 'file:///etc/passwd' })).toMatchObject({ outcome: 'failed' })
})

test('tries again with growing pauses when the method may be repeated', async () => {
  const { call, pauses } = aCaller()
  respond = (_, response) => response.writeHead(seen.length < 3 ? 503 : 200).end('fine')
  expect(await call({ retries: 3 })).toMatchObject({ status: 200, body: 'fine' })
  expect(pauses).toEqual([300, 600])
})

test('never repeats a POST, and no answer that would be the same again', async () => {
  const { call } = aCaller()
  respond = (_, response) => response.writeHead(503).end()
  await call({ method: 'POST', retries: 3 })
  respond = (_, response) => response.writeHead(404).end()
  await call({ retries: 3 })
  expect(seen).toHaveLength(2)
})

test('a stop during the call is a failure, not an exception', async () => {
  const caller = createHttpCaller({ allowedHosts: ['127.0.0.1'] })
  closers.push(() => caller.close())
  respond = () => undefined
  const stop = new AbortController()
  const url = `http://127.0.0.1:${port}/`
  const request = { method: 'GET', url, headers: {}, timeoutMs: 5_000, retries: 2 } as const
  const result = caller.call(request, stop.signal)
  stop.abort()
  expect(await result).toMatchObject({ outcome: 'failed' })
})
