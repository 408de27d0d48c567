import { readdir } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { signUpOwner, tokenOf } from '../../testing/people.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

const PATH = '/api/v1/media'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const PAGE = Buffer.from('<!DOCTYPE html>\n<html><body>Not found, but 200</body></html>')
/** Anything that no signature knows. */
const NOISE = Buffer.alloc(1_000_000, 0x90)

/** Somebody's web server; `respond` is what it does in the current test. */
let web: Server
let webUrl: string
let respond: (response: ServerResponse) => void
let requests: number
let server: TestServer
let client: Client
beforeAll(async () => {
  web = createServer((_request, response) => {
    requests += 1
    respond(response)
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  // The address of a TCP server is always an object.
  const host = `127.0.0.1:${(web.address() as AddressInfo).port}`
  webUrl = `http://${host}`
  server = await startTestServer({ env: { PARLEY_ALLOW_PRIVATE_HOSTS: host } })
  client = await tokenOf(await signUpOwner(server))
})
afterAll(async () => {
  await server.close()
  web.closeAllConnections()
  web.close()
})
beforeEach(() => {
  requests = 0
})

const gives = (type: string, bytes: Uint8Array, headers: Record<string, string | number> = {}) => {
  respond = (response) => response.writeHead(200, { 'content-type': type, ...headers }).end(bytes)
}

/** Every file in the folder of media, with those that are still coming in. */
async function filesOnDisk(): Promise<readonly string[]> {
  const entries = await readdir(path.join(server.dataDir, 'media'), {
    recursive: true,
    withFileTypes: true,
  })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

describe('a file at an address', () => {
  test('is fetched once, at once, and named after the address', async () => {
    gives('image/png', PNG)
    const made = await client.post(PATH, { url: `${webUrl}/shop/Gru%C3%9F.png?size=1` })
    expect(made).toMatchObject({
      status: 201,
      body: { data: { kind: 'image', mimeType: 'image/png', filename: 'Gruß.png' } },
    })
    const content = await fetch(`${server.baseUrl}${made.text('data.url')}`, client)
    expect(Buffer.from(await content.arrayBuffer())).toEqual(PNG)
    expect(requests).toBe(1)
  })

  test.each([
    ['a picture that is called a stream of bytes', 'application/octet-stream', PNG, 'image/png'],
    ['a picture that is called another', 'image/jpeg', PNG, 'image/png'],
    ['a picture that is called a page', 'text/html', PNG, 'image/png'],
    ['a table', 'text/csv; charset=utf-8', Buffer.from('a;b\n'), 'text/csv'],
  ])('is what its bytes are: %s', async (_, type, bytes, mimeType) => {
    gives(type, bytes)
    expect((await client.post(PATH, { url: webUrl })).at('data')).toMatchObject({ mimeType })
  })

  test('may redirect, and may be compressed', async () => {
    respond = (response) => {
      if (requests === 1) response.writeHead(302, { location: '/there' }).end()
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(PNG))
    }
    const made = await client.post(PATH, { url: webUrl, filename: '../../etc/x.png' })
    expect(made.at('data')).toMatchObject({ sizeBytes: PNG.length, filename: 'x.png' })
  })

  test('may be a page when that is said', async () => {
    gives('text/html', PAGE)
    const made = await client.post(PATH, { url: webUrl, mimeType: 'text/html' })
    expect(made.at('data')).toMatchObject({ kind: 'document', mimeType: 'text/html' })
    const content = await client.get(made.text('data.url'))
    expect(content.headers.get('content-disposition')).toMatch(/^attachment;/)
  })
})

describe('refused in words, with nothing left on disk:', () => {
  let before: readonly string[]
  beforeEach(async () => {
    before = await filesOnDisk()
  })
  const expectRefusal = async (body: object, status: number, words: string, field?: string) => {
    const answer = await client.post(PATH, body)
    expect([answer.status, answer.text('message')]).toEqual([
      status,
      expect.stringContaining(words),
    ])
    if (field !== undefined) expect(Object.keys(Object(answer.at('errors')))).toEqual([field])
    await expect.poll(() => filesOnDisk()).toEqual(before)
  }

  test.each([
    'http://127.0.0.1:9/a.png',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/a.png',
    'http://2130706433/a.png',
    'http://localhost/a.png',
  ])('the private address %s', (url) => expectRefusal({ url }, 422, 'is a private address', 'url'))

  test('a redirect to a private address', async () => {
    respond = (response) => response.writeHead(302, { location: 'http://10.0.0.7/a.png' }).end()
    await expectRefusal({ url: webUrl }, 422, '10.0.0.7 is a private address', 'url')
  })

  test('a circle of redirects', async () => {
    respond = (response) => response.writeHead(307, { location: '/again' }).end()
    await expectRefusal({ url: webUrl }, 422, 'redirected more than 5 times', 'url')
  })

  test.each(['ftp://example.com/a.png', 'file:///etc/passwd', 'data:image/png;base64,AA', 'a.png'])(
    'what is no web address: %s',
    (url) => expectRefusal({ url }, 422, 'must be an http or https address', 'url'),
  )

  test('an address that answers with an error', async () => {
    respond = (response) => response.writeHead(404).end('gone')
    await expectRefusal({ url: webUrl }, 422, 'the address answered with 404', 'url')
  })

  test('an address that nobody answers at', async () => {
    respond = (response) => response.destroy()
    await expectRefusal({ url: webUrl }, 422, 'The server cut the connection', 'url')
  })

  test('a page instead of a picture, whatever it is called', async () => {
    for (const type of ['text/html', 'image/png', 'application/octet-stream']) {
      gives(type, PAGE)
      await expectRefusal({ url: webUrl }, 415, 'leads to a web page')
    }
    gives('image/png', PAGE)
    await expectRefusal({ url: webUrl, mimeType: 'image/png' }, 415, 'its contents are text/html')
  })

  test('an empty file', async () => {
    gives('image/png', Buffer.alloc(0))
    await expectRefusal({ url: webUrl }, 422, 'The file is empty')
  })

  test('a file that ends before its length', async () => {
    respond = (response) => {
      response.writeHead(200, { 'content-length': 5_000_000 })
      response.write(NOISE)
      setImmediate(() => response.destroy())
    }
    await expectRefusal({ url: webUrl }, 422, 'The server cut the connection', 'url')
  })

  test('a picture of over 5 MB that never ends, long before it could', async () => {
    let written = 0
    let isCut = false
    respond = (response) => {
      response.on('close', () => {
        isCut = true
      })
      response.write(PNG)
      const more = () => {
        for (; !response.destroyed && written < 90_000_000; written += NOISE.length) {
          if (!response.write(NOISE)) return void response.once('drain', more)
        }
      }
      more()
    }
    await expectRefusal({ url: webUrl }, 413, 'at most 5 MB')
    await expect.poll(() => isCut).toBe(true)
    expect(written).toBeLessThan(60_000_000)
  })

  test('a file that says that it has over 100 MB, without reading it', async () => {
    respond = (response) => {
      response.writeHead(200, { 'content-length': 100_000_001 })
      response.flushHeaders()
    }
    await expectRefusal({ url: webUrl }, 413, 'at most 100 MB')
  })

  test('a file that is small on the wire and over 100 MB when it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(101_000_000))
    expect(bomb.length).toBeLessThan(200_000)
    gives('application/octet-stream', bomb, { 'content-encoding': 'gzip' })
    await expectRefusal({ url: webUrl }, 413, 'at most 100 MB')
  })

  test('an address whose asker leaves: the download ends', async () => {
    let isCut = false
    respond = (response) => {
      response.on('close', () => {
        isCut = true
      })
      response.write(NOISE)
    }
    const leave = new AbortController()
    const left = fetch(`${server.baseUrl}${PATH}`, {
      method: 'POST',
      headers: { ...client.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ url: webUrl }),
      signal: leave.signal,
    })
    await expect.poll(async () => (await filesOnDisk()).length).toBe(before.length + 1)
    leave.abort()
    await expect(left).rejects.toThrow('aborted')
    await expect.poll(() => isCut).toBe(true)
    await expect.poll(() => filesOnDisk()).toEqual(before)
  })

  test.each([
    ['no source', {}, 'url', 'give one of url, base64 and dataUri'],
    ['two sources', { url: 'https://example.com/', base64: 'AA==' }, 'base64', 'together with url'],
    ['what is no base64', { base64: 'not base64!' }, 'base64', 'is no base64'],
    ['half a byte', { base64: 'AAAAA' }, 'base64', 'is no base64'],
    ['nothing in base64', { base64: '' }, 'base64', 'is an empty file'],
    ['a data URI as base64', { base64: 'data:a/b;base64,AA==' }, 'base64', 'send it as dataUri'],
    ['nothing in a data URI', { dataUri: 'data:image/png;base64,' }, 'dataUri', 'is an empty file'],
    ['a data URI in plain text', { dataUri: 'data:text/plain,hello' }, 'dataUri', ';base64,'],
    ['a data URI of rubbish', { dataUri: 'data:image/png;base64,%%%' }, 'dataUri', ';base64,'],
    ['no media type', { base64: 'AAAA', mimeType: 'png' }, 'mimeType', 'such as image/png'],
    ['a strange key', { base64: 'AAAA', path: '/etc/passwd' }, 'path', 'is not known here'],
    ['NUL in a name', { base64: 'AAAA', filename: 'a\0.png' }, 'filename', 'NUL'],
  ])('%s', (_, body, field, words) => expectRefusal(body, 422, words, field))

  test('base64 that is not what it claims', async () => {
    const base64 = PAGE.toString('base64')
    const words = 'The file says that it is image/png'
    await expectRefusal({ base64, mimeType: 'image/png' }, 415, words)
    await expectRefusal({ dataUri: `data:image/png;base64,${base64}` }, 415, words)
  })

  test('base64 of more than 25 MB', async () => {
    await expectRefusal({ base64: 'A'.repeat(35_000_000) }, 413, 'too long')
  })
})

describe('a file as text', () => {
  test.each([
    ['base64', { base64: PNG.toString('base64') }],
    [
      'base64 without padding, in lines',
      { base64: PNG.toString('base64url').replace(/.{20}/g, '$&\n') },
    ],
    ['a data URI', { dataUri: `data:image/png;base64,${PNG.toString('base64')}` }],
    ['a data URI without a type', { dataUri: `data:;base64,${PNG.toString('base64')}` }],
    [
      'a data URI with parameters',
      { dataUri: `data:image/png;a=b;base64,${PNG.toString('base64')}` },
    ],
  ])('comes as %s', async (_, source) => {
    const made = await client.post(PATH, { ...source, filename: 'C:\\Windows\\..\\logo.png' })
    expect(made).toMatchObject({
      status: 201,
      body: { data: { mimeType: 'image/png', filename: 'logo.png', sizeBytes: PNG.length } },
    })
  })
})
