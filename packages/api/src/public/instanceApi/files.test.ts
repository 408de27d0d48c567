import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { Instance } from '../../testing/Instance.ts'
import { signUpOwner, tokenOf } from '../../testing/people.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let owner: Client
let instance: Instance
beforeAll(async () => {
  server = await startTestServer()
  owner = await tokenOf(await signUpOwner(server))
  instance = await Instance.create(owner)
})
afterAll(() => server.close())

let phones = 0
const aPhone = () => `49156${String((phones += 1)).padStart(8, '0')}`
const receivedBy = (to: string) => instance.sandbox.received(to)

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const DATA_URI = `data:image/png;base64,${PNG.toString('base64')}`
const SENT = {
  sent: true,
  message: 'ok',
  id: expect.stringMatching(/^true_\d+@c\.us_[0-9A-F]+$/),
  queueNumber: expect.any(Number),
}

describe('sendFile', () => {
  test('sends the documented examples: an address, and base64', async () => {
    const cover = await instance.post('sendFile', {
      chatId: '17472822486@c.us',
      body: 'https://upload.wikimedia.org/wikipedia/ru/3/33/NatureCover2001.jpg',
      filename: 'cover.jpg',
    })
    expect([cover.status, cover.body]).toEqual([200, SENT])
    const pixel = await instance.post('sendFile', {
      phone: '17472822486',
      body: DATA_URI,
      filename: '4x4pixel.jpg',
    })
    expect([pixel.status, pixel.body]).toEqual([200, SENT])
    await expect
      .poll(() => receivedBy('17472822486'))
      .toMatchObject([
        {
          content: {
            type: 'image',
            url: 'https://upload.wikimedia.org/wikipedia/ru/3/33/NatureCover2001.jpg',
            filename: 'cover.jpg',
          },
        },
        // What it is, is decided by its bytes.
        { content: { type: 'image', mimeType: 'image/png', filename: '4x4pixel.jpg' } },
      ])
  })

  test('takes a file in a form, whose own name counts, too', async () => {
    const phone = aPhone()
    const form = new FormData()
    form.set('phone', phone)
    form.set('caption', 'Look')
    form.set('body', new Blob([PNG], { type: 'image/png' }), 'pixel.png')
    expect((await instance.post('sendFile', form)).body).toEqual(SENT)
    await expect
      .poll(() => receivedBy(phone))
      .toMatchObject([{ content: { type: 'image', filename: 'pixel.png', caption: 'Look' } }])
  })

  test.each([
    ['report.pdf', 'document'],
    ['film.MP4', 'video'],
    ['song.mp3', 'audio'],
    ['hello.xlsx', 'document'],
    ['no-extension', 'document'],
    ['__proto__', 'document'],
  ])('%s at an address is sent as %s', async (filename, type) => {
    const phone = aPhone()
    const body = 'https://example.com/file'
    await instance.post('sendFile', { phone, body, filename, caption: 'Words' })
    const caption = type === 'audio' ? undefined : 'Words'
    await expect
      .poll(() => receivedBy(phone))
      .toMatchObject([{ content: { type, url: body, filename, ...(caption && { caption }) } }])
  })

  test('accepts an address that nobody may fetch: it fails later, with the reason', async () => {
    const body = 'http://169.254.169.254/latest/meta-data'
    const answer = await instance.post('sendFile', { phone: aPhone(), body, filename: 'x.png' })
    expect(answer.body).toEqual(SENT)
  })

  test.each([
    ['no file name', { body: 'https://example.com/x' }, 'filename parameter is required'],
    ['no file', { filename: 'x.png' }, expect.stringContaining('File was not sent')],
    [
      'an empty file',
      { body: '', filename: 'x.png' },
      expect.stringContaining('File was not sent'),
    ],
    [
      'a file of this server',
      { body: 'file:///etc/passwd', filename: 'x' },
      expect.stringContaining('File was not sent'),
    ],
    [
      'a path',
      { body: '../../etc/passwd', filename: 'x' },
      expect.stringContaining('File was not sent'),
    ],
    [
      'broken base64',
      { body: 'data:image/png;base64,@@@@', filename: 'x.png' },
      'File was not sent: body parameter is not valid base64',
    ],
    [
      'base64 of nothing',
      { body: 'data:image/png;base64,', filename: 'x.png' },
      'File was not sent: body parameter is not valid base64',
    ],
  ])('with %s is not sent', async (_, given, message) => {
    const answer = await instance.post('sendFile', { phone: aPhone(), ...given })
    expect([answer.status, answer.body]).toEqual([200, { sent: false, message }])
  })

  test('keeps no path of a file name, and no file twice', async () => {
    const phone = aPhone()
    const once = { 'idempotency-key': 'file-1' }
    const body = { phone, body: DATA_URI, filename: 'a.png' }
    const first = await instance.post('sendFile', body, once)
    const again = await instance.post('sendFile', body, once)
    expect(again.body).toEqual(first.body)
    await expect.poll(() => receivedBy(phone)).toHaveLength(1)
  })

  test('with more base64 than it takes is 413', async () => {
    const body = `data:image/png;base64,${'A'.repeat(35_100_000)}`
    const answer = await instance.post('sendFile', { phone: aPhone(), body, filename: 'x.png' })
    expect([answer.status, answer.body]).toEqual([413, { error: 'The body is too long' }])
    const text = await instance.post('sendMessage', {
      phone: aPhone(),
      body: 'x'.repeat(1_100_000),
    })
    expect([text.status, text.body]).toEqual([413, { error: 'The body is too long' }])
  })

  test('with a picture that is too large is 413', async () => {
    const large = Buffer.concat([PNG, Buffer.alloc(5_100_000)])
    const body = `data:image/png;base64,${large.toString('base64')}`
    const answer = await instance.post('sendFile', { phone: aPhone(), body, filename: 'x.png' })
    expect([answer.status, answer.body]).toEqual([413, { error: expect.stringContaining('5 MB') }])
  })
})

describe('other things', () => {
  test('sendPTT sends a voice note', async () => {
    const phone = aPhone()
    const audio = 'https://example.com/voice.ogg'
    expect((await instance.post('sendPTT', { phone, audio })).body).toEqual(SENT)
    await expect
      .poll(() => receivedBy(phone))
      .toMatchObject([{ content: { type: 'voice', url: audio } }])
  })

  test('sendLink sends a text with the link', async () => {
    const phone = aPhone()
    const link = { body: 'https://example.com', title: 'Shop' }
    expect((await instance.post('sendLink', { phone, ...link })).body).toEqual(SENT)
    await expect
      .poll(() => receivedBy(phone))
      .toMatchObject([{ content: { type: 'text', text: 'Shop\nhttps://example.com' } }])
  })

  test('sendLocation sends a place on this planet', async () => {
    const phone = aPhone()
    const place = { lat: 51.51, lng: '-0.12', address: 'London' }
    expect((await instance.post('sendLocation', { phone, ...place })).body).toEqual(SENT)
    await expect
      .poll(() => receivedBy(phone))
      .toMatchObject([
        {
          content: { type: 'location', latitude: 51.51, longitude: -0.12, address: 'London' },
        },
      ])
    for (const lat of [91, 'north', undefined]) {
      const wrong = await instance.post('sendLocation', { phone, lat, lng: 0 })
      expect(wrong.body).toEqual({
        sent: false,
        message: 'lat parameter should be a number from -90 to 90',
      })
    }
  })

  test('sendContact and sendVCard send cards', async () => {
    const phone = aPhone()
    await instance.sandbox.says('17472822499', 'Hi', { name: 'Ana' })
    const contactId = ['17472822499@c.us', '17472822498@c.us']
    expect((await instance.post('sendContact', { phone, contactId })).body).toEqual(SENT)
    const vcard = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ben\nTEL;waid=17472822497:+1 747\nEND:VCARD'
    expect((await instance.post('sendVCard', { phone, vcard })).body).toEqual(SENT)
    await expect
      .poll(() => receivedBy(phone))
      .toMatchObject([
        {
          content: {
            type: 'contacts',
            contacts: [
              { name: 'Ana', phones: [{ phone: '+17472822499' }] },
              { name: '+17472822498', phones: [{ phone: '+17472822498' }] },
            ],
          },
        },
        { content: { contacts: [{ name: 'Ben', phones: [{ phone: '+17472822497' }] }] } },
      ])
    for (const [method, given] of [
      ['sendContact', { contactId: 'x' }],
      ['sendVCard', { vcard: 'x' }],
    ] as const) {
      const wrong = await instance.post(method, { phone, ...given })
      expect([wrong.status, wrong.at('sent')]).toEqual([200, false])
    }
  })
})

describe('the link to a file', () => {
  async function linkOf(query: Readonly<Record<string, string>> = {}): Promise<string> {
    const phone = aPhone()
    await instance.post('sendFile', { phone, body: DATA_URI, filename: 'a.png' })
    const { body } = await instance.get('messages', { chatId: `${phone}@c.us`, ...query })
    expect(body).toMatchObject({ messages: [{ type: 'image' }] })
    return (await instance.get('messages', { chatId: `${phone}@c.us` })).text('messages.0.body')
  }

  test('gives the bytes without a token', async () => {
    const response = await fetch(await linkOf())
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG)
  })

  test('that was changed in any part is 404', async () => {
    const link = await linkOf()
    for (const changed of [
      link.replace(/expires=\d/, 'expires=9'),
      link.replace(/signature=./, 'signature=_'),
      link.replace(/&signature=.*/, ''),
      link.replace(/&signature=/, '&signature=x&signature='),
      link.replace(/\?.*/, ''),
      link.replace(/med_[^?]{4}/, 'med_0000'),
      link.replace(/instance\d+/, `instance${instance.id + 1}`),
    ]) {
      const answer = await server.stranger.get(changed.slice(server.baseUrl.length))
      expect([changed, answer.status, answer.body]).toEqual([
        changed,
        404,
        { error: 'File not found, or its link has expired' },
      ])
    }
  })
})
