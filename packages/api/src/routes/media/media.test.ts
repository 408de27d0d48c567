import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { foreignerOf, signUpOwner, tokenOf } from '../../testing/people.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let client: Client
let foreigner: Client
beforeAll(async () => {
  server = await startTestServer()
  const owner = await signUpOwner(server)
  client = await tokenOf(owner)
  foreigner = await foreignerOf(server, owner)
})
afterAll(() => server.close())

const PATH = '/api/v1/media'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(64)])
const OGG = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead')])
const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n')
const ZIP = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(64)])
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(64, 0x90)])

function formOf(bytes: Uint8Array<ArrayBuffer>, filename: string, type: string): FormData {
  const form = new FormData()
  form.set('caption', 'comes before the file')
  form.set('file', new Blob([bytes], { type }), filename)
  return form
}
const upload = (bytes: Uint8Array, type: string, query = '') =>
  client.with({ 'content-type': type }).post(`${PATH}${query}`, bytes)

/** Every file in the folder of media, with those that are still coming in. */
async function filesOnDisk(): Promise<readonly string[]> {
  const entries = await readdir(path.join(server.dataDir, 'media'), {
    recursive: true,
    withFileTypes: true,
  })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

describe('an upload', () => {
  test('comes in a form and goes out as it came', async () => {
    const made = await client.post(PATH, formOf(Buffer.from(PNG), 'Gruß 👋.png', 'image/png'))
    expect(made).toMatchObject({
      status: 201,
      body: {
        data: {
          id: expect.stringMatching(/^med_/),
          kind: 'image',
          mimeType: 'image/png',
          filename: 'Gruß 👋.png',
          sizeBytes: PNG.length,
        },
      },
    })
    const response = await fetch(`${server.baseUrl}${made.text('data.url')}`, {
      headers: client.headers,
    })
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(response.headers.get('content-disposition')).toBe(
      "inline; filename*=UTF-8''Gru%C3%9F%20%F0%9F%91%8B.png",
    )
  })

  test('comes as the body itself', async () => {
    const made = await upload(PDF, 'application/pdf', '?filename=/etc/../Rechnung.pdf')
    expect(made.at('data')).toMatchObject({
      kind: 'document',
      mimeType: 'application/pdf',
      filename: 'Rechnung.pdf',
    })
    const content = await client.get(made.text('data.url'))
    expect(content.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect((await client.get(`${PATH}/${made.text('data.id')}`)).at('data')).toEqual(
      made.at('data'),
    )
    expect((await client.get(PATH)).at('data.0.id')).toBe(made.at('data.id'))
  })

  test.each([
    ['a picture', PNG, 'image/png', 'image', 'image/png'],
    ['a picture that says nothing', PNG, 'application/octet-stream', 'image', 'image/png'],
    ['a film', MP4, 'video/mp4', 'video', 'video/mp4'],
    ['a voice note', OGG, 'audio/ogg; codecs=opus', 'audio', 'audio/ogg'],
    [
      'a Word file',
      ZIP,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'document',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a table', Buffer.from('a;b\n1;2\n'), 'text/csv', 'document', 'text/csv'],
    ['a program', EXE, 'application/octet-stream', 'document', 'application/octet-stream'],
  ])('is recognised: %s', async (_, bytes, claimed, kind, mimeType) => {
    expect((await upload(bytes, claimed)).at('data')).toMatchObject({ kind, mimeType })
  })

  test.each([
    ['a page as a picture', Buffer.from('<html><script>alert(1)</script>'), 'image/png'],
    ['a program as a picture', EXE, 'image/jpeg'],
    ['a PNG as a JPEG', PNG, 'image/jpeg'],
    ['a film as a picture', MP4, 'image/png'],
    ['a picture as a film', PNG, 'video/mp4'],
    ['a picture as a PDF', PNG, 'application/pdf'],
    [
      'a text as a Word file',
      Buffer.from('hello'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a picture as a table', PNG, 'text/csv'],
  ])('is not what it claims: %s is 415', async (_, bytes, claimed) => {
    const before = await filesOnDisk()
    expect(await upload(bytes, claimed)).toMatchObject({
      status: 415,
      body: { code: 'UNSUPPORTED_MEDIA_TYPE' },
    })
    expect(await filesOnDisk()).toEqual(before)
  })

  test('of the same bytes is one file, until the last of them is deleted', async () => {
    const bytes = Buffer.from(`%PDF-1.7 ${'same '.repeat(20)}`)
    const [one, two] = [
      await upload(bytes, 'application/pdf'),
      await upload(bytes, 'application/pdf'),
    ]
    expect(one.at('data.sha256')).toBe(two.at('data.sha256'))
    const count = async () =>
      (await filesOnDisk()).filter((name) => name === one.text('data.sha256')).length
    expect(await count()).toBe(1)
    expect((await client.delete(`${PATH}/${one.text('data.id')}`)).status).toBe(200)
    expect(await count()).toBe(1)
    expect((await client.get(two.text('data.url'))).status).toBe(200)
    await client.delete(`${PATH}/${two.text('data.id')}`)
    expect(await count()).toBe(0)
    expect((await client.get(two.text('data.url'))).status).toBe(404)
    expect((await client.delete(`${PATH}/${two.text('data.id')}`)).status).toBe(404)
  })

  test('is read in ranges', async () => {
    const url = (await upload(Buffer.from('0123456789'), 'text/plain')).text('data.url')
    const part = await client.with({ range: 'bytes=2-4' }).get(url)
    expect([part.status, part.body, part.headers.get('content-range')]).toEqual([
      206,
      '234',
      'bytes 2-4/10',
    ])
    const outside = await client.with({ range: 'bytes=90-' }).get(url)
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */10'])
    const several = await client.with({ range: 'bytes=0-1,4-5' }).get(url)
    expect([several.status, several.body]).toEqual([200, '0123456789'])
  })

  test('is not sent again to who has it, and not in part to who has another', async () => {
    const url = (await upload(Buffer.from('0123456789'), 'text/plain')).text('data.url')
    const tag = (await client.get(url)).headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[0-9a-f]{64}"$/)
    expect((await client.with({ 'if-none-match': tag }).get(url)).status).toBe(304)
    const resume = (ifRange: string) =>
      client.with({ range: 'bytes=8-', 'if-range': ifRange }).get(url)
    expect((await resume(tag)).body).toBe('89')
    expect((await resume('"another"')).body).toBe('0123456789')
  })

  test('tells its length without its bytes', async () => {
    const url = (await upload(Buffer.from('0123456789'), 'text/plain')).text('data.url')
    const head = await client.request('HEAD', url)
    expect([head.status, head.body, head.headers.get('content-length')]).toEqual([200, '', '10'])
  })

  test('of another workspace is not there', async () => {
    const made = await upload(PNG, 'image/png')
    const id = made.text('data.id')
    expect((await foreigner.get(made.text('data.url'))).status).toBe(404)
    expect((await foreigner.get(`${PATH}/${id}`)).status).toBe(404)
    expect((await foreigner.delete(`${PATH}/${id}`)).status).toBe(404)
    expect((await foreigner.get(PATH)).at('data')).toEqual([])
    expect((await server.stranger.get(made.text('data.url'))).status).toBe(401)
  })
})

describe('refused, with nothing left on disk:', () => {
  let before: readonly string[]
  const isClean = () => expect.poll(() => filesOnDisk()).toEqual(before)

  test('a picture of over 5 MB', async () => {
    before = await filesOnDisk()
    const large = Buffer.concat([PNG, Buffer.alloc(5_000_001)])
    const asBody = await upload(large, 'image/png')
    expect(asBody).toMatchObject({ status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } })
    expect(asBody.text('message')).toContain('5 MB')
    expect(await client.post(PATH, formOf(large, 'x.png', 'image/png'))).toMatchObject({
      status: 413,
    })
    await isClean()
  })

  test('nothing at all', async () => {
    before = await filesOnDisk()
    expect(await upload(new Uint8Array(), 'image/png')).toMatchObject({ status: 415 })
    expect(await upload(new Uint8Array(), 'application/octet-stream')).toMatchObject({
      status: 422,
    })
    const form = new FormData()
    form.set('file', 'only a field')
    expect((await client.post(PATH, form)).at('errors')).toEqual({ file: ['is missing'] })
    await isClean()
  })

  test.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['that never begins', 'multipart/form-data; boundary=b', 'not a form'],
    [
      'that never ends',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhello',
    ],
  ])('a form %s', async (_, type, body) => {
    before = await filesOnDisk()
    const answer = await upload(Buffer.from(body), type)
    expect(answer.body).toMatchObject({ code: 'VALIDATION_ERROR' })
    expect([400, 422]).toContain(answer.status)
    await isClean()
  })

  test.each([
    ['as a body', 'application/pdf', '%PDF-1.7 half of'],
    [
      'in a form',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 half of',
    ],
  ])('an upload that is cut off %s', async (_, type, beginning) => {
    before = await filesOnDisk()
    const { port } = new URL(server.baseUrl)
    const socket = connect(Number(port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      [
        `POST ${PATH} HTTP/1.1`,
        'Host: x',
        `X-API-Token: ${client.headers['x-api-token']}`,
        `Content-Type: ${type}`,
        'Content-Length: 1000000',
        '',
        beginning,
      ].join('\r\n'),
    )
    // It has begun: its file is there.
    await expect.poll(async () => (await filesOnDisk()).length).toBe(before.length + 1)
    socket.destroy()
    await isClean()
    expect((await client.get(`${PATH}?limit=100`)).at('data')).not.toContainEqual(
      expect.objectContaining({ filename: 'a.pdf' }),
    )
  })
})
