import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createGuardedFetch } from '@parley/runtime/http'
import type { MediaRecord } from '@parley/runtime/store'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MediaFiles } from '../media/MediaFiles.ts'
import { DiskStorage } from '../media/storage/DiskStorage.ts'
import { startTestServer, type TestServer } from '../testing/testServer.ts'
import { createMediaLibrary } from './mediaLibrary.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const MINUTE_MS = 60_000

/** Somebody's web server; `respond` is what it does in the current test. */
let web: Server
let url: string
let respond: (response: ServerResponse) => void
let requests: number
let server: TestServer
let guardedFetch: ReturnType<typeof createGuardedFetch>
beforeAll(async () => {
  web = createServer((_request, response) => {
    requests += 1
    respond(response)
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  // The address of a TCP server is always an object.
  const host = `127.0.0.1:${(web.address() as AddressInfo).port}`
  url = `http://${host}/menu.png`
  guardedFetch = createGuardedFetch({ allowedHosts: [host] })
  server = await startTestServer()
})
afterAll(async () => {
  await server.close()
  await guardedFetch.close()
  web.closeAllConnections()
  web.close()
})
beforeEach(() => {
  requests = 0
  respond = (response) => response.end(PNG)
})

function aLibrary() {
  let now = 1_000_000
  const clock = { now: () => now, after: () => () => {} }
  const { accounts, dataDir } = server
  const mediaFiles = new MediaFiles(dataDir, new DiskStorage(path.join(dataDir, 'media')))
  const library = createMediaLibrary({ accounts, mediaFiles, guardedFetch, clock })
  return { library, pass: (ms: number) => (now += ms) }
}

test('a file that goes to many contacts is fetched once', async () => {
  const { library, pass } = aLibrary()
  const [first] = await Promise.all([library.fetch(url), library.fetch(url), library.fetch(url)])
  expect(first).toEqual({ bytes: PNG, mimeType: 'image/png', filename: 'menu.png' })
  pass(4 * MINUTE_MS)
  expect(await library.fetch(url)).toEqual(first)
  expect(requests).toBe(1)
  await library.fetch(`${url}?other`)
  expect(requests).toBe(2)
})

test('a file is fetched again after five minutes', async () => {
  const { library, pass } = aLibrary()
  await library.fetch(url)
  pass(5 * MINUTE_MS)
  await library.fetch(url)
  expect(requests).toBe(2)
})

test.each(['no-store', 'private, No-Cache'])(
  'a file with Cache-Control: %s is not kept',
  async (value) => {
    respond = (response) => response.setHeader('cache-control', value).end(PNG)
    const { library } = aLibrary()
    await library.fetch(url)
    await library.fetch(url)
    expect(requests).toBe(2)
  },
)

test('a failure is not kept', async () => {
  const { library } = aLibrary()
  respond = (response) => response.writeHead(503).end()
  await expect(library.fetch(url)).rejects.toMatchObject({ failureClass: 'transient' })
  respond = (response) => response.end(PNG)
  expect(await library.fetch(url)).toMatchObject({ mimeType: 'image/png' })
})

test.each([
  ['gone', 404, PNG, 'answered with 404'],
  ['empty', 200, Buffer.alloc(0), 'is empty'],
])('a file that is %s cannot be sent, in words', async (_, status, bytes, words) => {
  respond = (response) => response.writeHead(status).end(bytes)
  const sent = aLibrary().library.fetch(url)
  await expect(sent).rejects.toMatchObject({
    failureClass: 'media',
    message: expect.stringContaining(words),
  })
})

test('a private address cannot be sent from', async () => {
  const sent = aLibrary().library.fetch('http://10.0.0.7/a.png')
  await expect(sent).rejects.toMatchObject({
    failureClass: 'media',
    message: expect.stringContaining('private address'),
  })
})

test('what a customer sent is kept and read again, whatever it claims to be', async () => {
  const { library } = aLibrary()
  const sent = { bytes: PNG, mimeType: 'image/jpeg', filename: null }
  const { mediaId } = await library.save('wsp_1', sent)
  expect(await library.read('wsp_1', mediaId)).toEqual({ ...sent, mimeType: 'image/png' })
  const wanted = library.read('wsp_2', mediaId)
  await expect(wanted).rejects.toMatchObject({ failureClass: 'media' })
})

test('a customer may send larger pictures than may be uploaded', async () => {
  const { library } = aLibrary()
  const bytes = Buffer.concat([PNG, Buffer.alloc(6_000_000)])
  const { mediaId } = await library.save('wsp_1', { bytes, mimeType: 'image/png', filename: null })
  expect((await library.read('wsp_1', mediaId)).bytes.length).toBe(bytes.length)
})

test('an upload whose bytes are gone cannot be sent, in words', async () => {
  const record: MediaRecord = {
    id: 'med_gone',
    workspaceId: 'wsp_1',
    kind: 'image',
    mimeType: 'image/png',
    filename: '',
    sizeBytes: 1,
    sha256: 'ab'.repeat(32),
    createdAt: 0,
  }
  await server.accounts.media.insert(record)
  await expect(aLibrary().library.read('wsp_1', 'med_gone')).rejects.toThrow('was deleted')
})
