import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AnswerTooLongError } from './guardErrors.ts'
import { createGuardedFetch } from './guardedFetch.ts'

/** A real server on loopback; `respond` is what it does in the current test. */
let respond: (response: ServerResponse) => void
let server: Server
let url: string
let guarded: ReturnType<typeof createGuardedFetch>
beforeAll(async () => {
  server = createServer((_request, response) => respond(response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // The address of a TCP server is always an object.
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  url = `http://${host}/`
  guarded = createGuardedFetch({ allowedHosts: [host] })
})
afterAll(async () => {
  await guarded.close()
  server.closeAllConnections()
  server.close()
})

const open = () =>
  guarded.open({
    method: 'GET',
    url,
    headers: {},
    signal: new AbortController().signal,
    maxResponseBytes: 1_000,
    maxRedirects: 0,
  })

test('hands a file on while it comes', async () => {
  respond = (response) => response.writeHead(200, { 'x-name': 'file' }).end('x'.repeat(1_000))
  const { status, headers, body } = await open()
  expect([status, headers['x-name'], await text(body)]).toEqual([200, 'file', 'x'.repeat(1_000)])
})

test('does not begin with a file that says that it is too long', async () => {
  respond = (response) => response.writeHead(200, { 'content-length': 1_001 }).flushHeaders()
  await expect(open()).rejects.toThrow(AnswerTooLongError)
})

test('stops in a file that gets too long, also by unpacking it', async () => {
  respond = (response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(100_000)))
  const { body } = await open()
  await expect(text(body)).rejects.toThrow(AnswerTooLongError)
})

test('tells the reason of a connection that was cut in the middle', async () => {
  respond = (response) => {
    response.writeHead(200, { 'content-length': 900 })
    response.write('half')
    setImmediate(() => response.destroy())
  }
  const { body } = await open()
  await expect(text(body)).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' })
})
