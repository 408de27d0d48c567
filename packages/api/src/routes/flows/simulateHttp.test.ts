import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttpCaller } from '@parley/runtime/http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { signUpMember, signUpOwner, tokenOf } from '../../testing/people.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let shop: Server
let shopUrl: string
let server: TestServer
let owner: Client
let viewer: Client
let editor: Client
let path: string
let tries = 0

beforeAll(async () => {
  shop = createServer((request, response) => {
    tries += 1
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.statusCode = request.url === '/broken' ? 503 : 200
      response.setHeader('content-type', 'application/json')
      const { method, headers } = request
      response.end(
        JSON.stringify({ method, key: headers['x-key'], body: Buffer.concat(chunks).toString() }),
      )
    })
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  // The address of a TCP server is always an object.
  const { port } = shop.address() as AddressInfo
  shopUrl = `http://127.0.0.1:${port}`
  const http = createHttpCaller({ allowedHosts: [`127.0.0.1:${port}`] })
  server = await startTestServer({ http })
  const browser = await signUpOwner(server)
  owner = await tokenOf(browser)
  editor = await signUpMember(server, browser, 'editor')
  viewer = await signUpMember(server, browser, 'viewer')
  const flow = await owner.post('/api/v1/flows', { name: 'Orders' })
  path = `/api/v1/flows/${flow.text('data.id')}/simulate-http`
})
afterAll(async () => {
  await server.close()
  shop.closeAllConnections()
  shop.close()
})

const aRequest = (request: object = {}) => ({
  method: 'POST',
  url: `${shopUrl}/orders`,
  headers: { 'x-key': 'abc' },
  body: '{"id":1}',
  timeoutMs: 2_000,
  ...request,
})

test('makes the request of a simulated conversation and gives its answer', async () => {
  const answer = await editor.post(path, aRequest())
  expect(answer).toMatchObject({
    status: 200,
    body: {
      success: true,
      data: {
        outcome: 'answered',
        status: 200,
        body: { method: 'POST', key: 'abc', body: '{"id":1}' },
      },
    },
  })
})

test('tries once, also when the answer is “come back later”', async () => {
  tries = 0
  const answer = await editor.post(path, aRequest({ method: 'PUT', url: `${shopUrl}/broken` }))
  expect(answer.body).toMatchObject({ data: { outcome: 'answered', status: 503 } })
  expect(tries).toBe(1)
})

test('does not reach into the private network', async () => {
  const answer = await editor.post(path, aRequest({ url: 'http://127.0.0.1:1/secrets' }))
  expect(answer.body).toMatchObject({
    data: { outcome: 'failed', reason: expect.stringContaining('private address') },
  })
})

test('is for those who may publish', async () => {
  expect(await viewer.post(path, aRequest())).toMatchObject({ status: 403 })
  expect(await server.stranger.post(path, aRequest())).toMatchObject({ status: 401 })
})

test('is for flows of the own workspace, and for requests that a node can make', async () => {
  const elsewhere = '/api/v1/flows/flow_nowhere/simulate-http'
  expect(await owner.post(elsewhere, aRequest())).toMatchObject({ status: 404 })
  expect(await owner.post(path, aRequest({ method: 'TRACE' }))).toMatchObject({ status: 422 })
  expect(await owner.post(path, aRequest({ timeoutMs: 600_000 }))).toMatchObject({ status: 422 })
})
