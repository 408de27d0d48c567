import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../testing/Client.ts'
import { foreignerOf, signUpOwner, tokenOf } from '../../testing/people.ts'
import { Sandbox } from '../../testing/Sandbox.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let owner: Client
/** With a key of the workspace in `x-api-key`, as WhautoChat's clients have one. */
let client: Client
let foreigner: Client
let foreignWorkspace: { id: string }
let sandbox: Sandbox
let workspace: { id: string }
beforeAll(async () => {
  server = await startTestServer()
  const browser = await signUpOwner(server)
  owner = await tokenOf(browser)
  const elsewhere = await foreignerOf(server, browser)
  ;[client, foreigner] = [await keyOf(owner), await keyOf(elsewhere)]
  ;[workspace, foreignWorkspace] = [await workspaceOf(owner), await workspaceOf(elsewhere)]
  sandbox = await Sandbox.create(owner)
})
afterAll(() => server.close())

async function keyOf(by: Client, more: object = {}): Promise<Client> {
  const made = await by.post('/api/v1/keys', { name: 'x', ...more })
  return new Client(server.baseUrl, { 'x-api-key': made.text('data.key') })
}

const workspaceOf = async (by: Client) => ({
  id: (await by.get('/api/v1/workspaces')).text('data.0.id'),
})

const PATH = '/v1/messages'
let phones = 0
const aPhone = () => `49161${String((phones += 1)).padStart(8, '0')}`

async function aContact(phone = aPhone()) {
  const added = await owner.put('/api/v1/contacts', { phone, name: 'Ana' })
  return { phone, id: added.text('data.id'), uuid: added.text('data.uuid') }
}

/** What the document calls a MessageResponse. */
const accepted = (status = 'queued') => ({
  status: 200,
  body: { id: expect.stringMatching(/^msg_/), status, error: '' },
})
const refused = (status: number, text: RegExp) => ({
  status,
  body: {
    id: '',
    status: 'failed',
    error: expect.stringMatching(text),
    message: expect.stringMatching(text),
  },
})

describe('the requests of the document', () => {
  test('WhatsAppTextMessageRequest with a contact, and with a recepient', async () => {
    const { id, phone } = await aContact()
    const toContact = { contact: { id }, workspace, textMessage: 'string', scheduleDateTime: '' }
    expect(await client.post(`${PATH}/whatsapp/sendtext`, toContact)).toMatchObject(accepted())
    const toPhone = { recepient: { phoneNumber: phone }, workspace, textMessage: 'string' }
    const answer = await client.post(`${PATH}/whatsapp/sendtext`, toPhone)
    expect(answer.body).toEqual(accepted().body)
    await expect
      .poll(() => sandbox.received(phone))
      .toMatchObject([
        { content: { type: 'text', text: 'string' } },
        { id: answer.text('id'), content: { type: 'text', text: 'string' } },
      ])
  })

  test('WhatsAppMediaMessageRequest', async () => {
    const { id, phone } = await aContact()
    const mediaUrl = 'https://example.com/files/Price%20list.pdf'
    const body = { contact: { id }, workspace, mediaUrl, mimeType: 'application/pdf' }
    expect(await client.post(`${PATH}/whatsapp/sendmedia`, body)).toMatchObject(accepted())
    const content = { type: 'document', url: mediaUrl, filename: 'Price list.pdf' }
    await expect.poll(() => sandbox.received(phone)).toMatchObject([{ content }])
  })

  test('WhatsAppTemplateMessageRequest', async () => {
    const { id, phone } = await aContact()
    await owner.post('/api/v1/templates', { name: 'hello_world', language: 'en', body: 'Hello!' })
    const body = { contact: { id }, workspace, template: 'hello_world' }
    expect(await client.post(`${PATH}/whatsapp/sendtemplate`, body)).toMatchObject(accepted())
    const content = { type: 'template', name: 'hello_world', text: 'Hello!' }
    await expect.poll(() => sandbox.received(phone)).toMatchObject([{ content }])
  })

  const ELEMENTS = { elements: [{ buttons: [], title: 'string' }] }
  test.each([
    ['messenger', 'sendtext', { textMessage: 'string' }, { type: 'text', text: 'string' }],
    [
      'messenger',
      'sendmedia',
      { mediaUrl: 'https://example.com/a.jpg', mimeType: 'image/jpeg' },
      { type: 'image', url: 'https://example.com/a.jpg', mimeType: 'image/jpeg' },
    ],
    ['messenger', 'sendtemplate', ELEMENTS, { type: 'text', text: 'string' }],
    ['instagram', 'sendtext', { textMessage: 'string' }, { type: 'text', text: 'string' }],
    ['instagram', 'sendtemplate', ELEMENTS, { type: 'text', text: 'string' }],
    [
      'telegram',
      'sendtemplate',
      { buttons: [], textMessage: 'string' },
      { type: 'text', text: 'string' },
    ],
  ])(
    '%s/%s reaches a contact by a number of its channel',
    async (channel, kind, request, content) => {
      const number = await Sandbox.create(owner, { imitates: channel })
      const keyed = await keyOf(owner, { numberId: number.id })
      const { id, phone } = await aContact()
      const body = { contact: { id }, workspace, ...request }
      const answer = await keyed.post(`${PATH}/${channel}/${kind}`, body)
      expect(answer).toMatchObject(accepted())
      await expect.poll(() => number.received(phone)).toMatchObject([{ content }])
      // The same contact is not written to by WhatsApp.
      expect(await sandbox.received(phone)).toEqual([])
      await owner.delete(`/api/v1/numbers/${number.id}`)
    },
  )
})

describe('a recipient', () => {
  const send = (body: object, by = client) =>
    by.post(`${PATH}/whatsapp/sendtext`, { workspace, textMessage: 'x', ...body })

  test('is a contact by any of its names', async () => {
    const { id, uuid, phone } = await aContact()
    for (const name of [id, uuid, phone, `+${phone}`]) {
      expect(await send({ contact: { id: name } })).toMatchObject(accepted())
    }
    expect(await send({ contact: id, recepient: null })).toMatchObject(accepted())
    await expect.poll(() => sandbox.received(phone)).toHaveLength(5)
  })

  test('is a phone number, whichever way it is spelt, and becomes a contact', async () => {
    const phone = aPhone()
    for (const wanted of [
      { recepient: { phoneNumber: `+${phone}` } },
      { recipient: { phoneNumber: Number(phone) } },
      { recepient: phone, contact: null },
      { recepient: { phoneNumber: phone }, workspace: workspace.id },
    ]) {
      expect(await send(wanted)).toMatchObject(accepted())
    }
    expect((await owner.get(`/api/v1/contacts/${phone}`)).status).toBe(200)
  })

  test.each([
    ['neither contact nor recepient', {}, 400, /Either contact .* or recepient/],
    [
      'both',
      { contact: { id: 'contact_x' }, recepient: { phoneNumber: '4916100000001' } },
      400,
      /not both/,
    ],
    ['an unknown contact', { contact: { id: 'contact_nobody' } }, 404, /^Invalid contactId/],
    ['a contact without an id', { contact: {} }, 400, /contact: must be an object with an id/],
    ['an empty id', { contact: { id: '' } }, 400, /contact/],
    [
      'a phone number that is none',
      { recepient: { phoneNumber: 'call me' } },
      400,
      /^recepient\.phoneNumber/,
    ],
    ['an object for a phone number', { recepient: { phoneNumber: { $gt: '' } } }, 400, /recepient/],
    ['no workspace', { workspace: undefined, contact: { id: 'x' } }, 400, /workspace/],
    [
      'an unknown workspace',
      { workspace: { id: 'ws_x' }, contact: { id: 'x' } },
      404,
      /^Invalid workspaceId/,
    ],
  ])('is refused when there is %s', async (_, body, status, text) => {
    const answer = await send(body)
    expect(answer).toMatchObject(refused(status, text))
    expect(answer.body).toEqual(refused(status, text).body)
  })

  test('who has opted out is not written to', async () => {
    const { id } = await aContact()
    await owner.patch(`/api/v1/contacts/${id}`, { optedOut: true })
    expect(await send({ contact: { id } })).toMatchObject(refused(400, /not to be written to/))
  })

  test('of another workspace is unknown, and so is the workspace itself', async () => {
    const { id } = await aContact()
    const contact = { id }
    expect(await send({ contact }, foreigner)).toMatchObject(refused(404, /^Invalid workspaceId/))
    const inTheirs = await send({ contact, workspace: foreignWorkspace }, foreigner)
    expect(inTheirs).toMatchObject(refused(404, /^Invalid contactId/))
  })
})

describe('text and files', () => {
  const send = (kind: string, body: object) =>
    client.post(`${PATH}/whatsapp/${kind}`, { workspace, ...body })

  test.each([
    ['image/jpeg', { type: 'image', caption: 'Look' }],
    ['IMAGE/PNG', { type: 'image', mimeType: 'image/png', caption: 'Look' }],
    ['image/webp', { type: 'sticker' }],
    ['video/mp4', { type: 'video', caption: 'Look' }],
    ['audio/ogg; codecs=opus', { type: 'audio', mimeType: 'audio/ogg' }],
    ['application/pdf', { type: 'document', filename: 'x', caption: 'Look' }],
    ['text/csv', { type: 'document' }],
  ])('%s is sent as what it is', async (mimeType, content) => {
    const phone = aPhone()
    const mediaUrl = 'https://example.com/x'
    const body = { recepient: { phoneNumber: phone }, mediaUrl, mimeType, caption: 'Look' }
    expect(await send('sendmedia', body)).toMatchObject(accepted())
    await expect
      .poll(() => sandbox.received(phone))
      .toMatchObject([{ content: { url: mediaUrl, ...content } }])
  })

  test.each([
    ['an empty text', 'sendtext', { textMessage: '' }, /textMessage/],
    ['a blank text', 'sendtext', { textMessage: ' \n' }, /textMessage/],
    ['no text', 'sendtext', {}, /textMessage/],
    ['a text that is a number', 'sendtext', { textMessage: 1 }, /textMessage/],
    ['a text that is too long', 'sendtext', { textMessage: 'x'.repeat(65_537) }, /textMessage/],
    ['a text with a NUL', 'sendtext', { textMessage: 'a\0b' }, /NUL/],
    ['a file on this machine', 'sendmedia', { mediaUrl: 'file:///etc/passwd' }, /mediaUrl/],
    ['no address', 'sendmedia', { mediaUrl: 'x.jpg' }, /mediaUrl/],
    ['no type', 'sendmedia', { mimeType: undefined }, /mimeType/],
    ['a type that is none', 'sendmedia', { mimeType: 'picture' }, /mimeType/],
  ])('%s is refused', async (_, kind, body, text) => {
    const to = { recepient: { phoneNumber: aPhone() } }
    const media = { mediaUrl: 'https://example.com/x', mimeType: 'image/png' }
    const given = kind === 'sendmedia' ? { ...to, ...media, ...body } : { ...to, ...body }
    expect(await send(kind, given)).toMatchObject(refused(400, text))
  })

  test('what is no JSON is refused in the same words', async () => {
    expect(await client.post(`${PATH}/whatsapp/sendtext`, '{')).toMatchObject(
      refused(400, /not valid JSON/),
    )
    const form = client.with({ 'content-type': 'application/x-www-form-urlencoded' })
    expect(await form.post(`${PATH}/whatsapp/sendtext`, 'a=b')).toMatchObject(refused(415, /JSON/))
    const long = await send('sendtext', { textMessage: 'x'.repeat(1_100_000) })
    expect(long).toMatchObject(refused(413, /too long/))
  })
})

describe('templates of WhatsApp', () => {
  const send = (body: object) =>
    client.post(`${PATH}/whatsapp/sendtemplate`, { workspace, ...body })

  test.each([
    ['by their order', { templateParameters: ['Ana', 17] }],
    ['by their order, as objects', { parameters: [{ type: 'text', text: 'Ana' }, { value: 17 }] }],
    ['by their names', { templateParams: { name: 'Ana', order: '17' } }],
    ['inside the template', { template: { parameters: ['Ana', '17'] } }],
  ])('are filled with values %s', async (_, values) => {
    await owner.post('/api/v1/templates', {
      name: 'order_ready',
      language: 'en',
      body: 'Hello {{name}}, order {{order}} is ready',
    })
    const phone = aPhone()
    const inside = 'template' in values ? values.template : {}
    const answer = await send({
      recepient: { phoneNumber: phone },
      ...values,
      template: { name: 'order_ready', language: 'en', ...inside },
    })
    expect(answer).toMatchObject(accepted())
    await expect
      .poll(() => sandbox.received(phone))
      .toMatchObject([{ content: { text: 'Hello Ana, order 17 is ready' } }])
  })

  test('have values of their own for header and buttons', async () => {
    await owner.post('/api/v1/templates', {
      name: 'parcel',
      language: 'en_US',
      header: 'Parcel {{1}}',
      body: 'Hello {{1}}',
      buttons: [{ type: 'url', text: 'Track', url: 'https://example.com/{{1}}' }],
    })
    const phone = aPhone()
    await send({
      recepient: { phoneNumber: phone },
      template: { name: 'parcel', language: { code: 'en_US' } },
      templateHeaderParameters: ['A1'],
      templateBodyParameters: ['Ana'],
      templateButtonParameters: ['a-1'],
    })
    await expect
      .poll(() => sandbox.received(phone))
      .toMatchObject([
        {
          content: {
            header: { text: 'Parcel A1' },
            text: 'Hello Ana',
            buttons: [{ url: 'https://example.com/a-1' }],
          },
        },
      ])
  })

  test('are refused when unknown, not approved or not filled', async () => {
    const to = { recepient: { phoneNumber: aPhone() } }
    await owner.post('/api/v1/templates', { name: 'one', language: 'en', body: 'Hi {{1}}' })
    const pending = { name: 'two', language: 'en', body: 'Hi', status: 'PENDING' }
    await owner.post('/api/v1/templates', pending)
    for (const [template, status, text] of [
      ['nothing', 404, /^Invalid templateId/],
      [{ name: 'one', language: 'de' }, 404, /^Invalid templateId/],
      ['one', 400, /needs values for 1/],
      ['two', 400, /not approved \(status: PENDING\)/],
      [{}, 400, /template/],
      ['', 400, /template/],
      [17, 400, /template/],
    ] as const) {
      expect(await send({ ...to, template })).toMatchObject(refused(status, text))
    }
    const wrong = { ...to, template: 'one', templateParameters: [{ $gt: '' }] }
    expect(await send(wrong)).toMatchObject(refused(400, /templateParameters\.0/))
  })
})

describe('templates of Messenger and Telegram', () => {
  let number: Sandbox
  beforeAll(async () => {
    number = await Sandbox.create(owner, { imitates: 'messenger' })
  })
  afterAll(async () => {
    await owner.delete(`/api/v1/numbers/${number.id}`)
  })
  const send = (body: object) =>
    client.post(`${PATH}/messenger/sendtemplate`, { workspace, ...body })

  test('buttons are texts, answers with a payload, addresses and phone numbers', async () => {
    const { id, phone } = await aContact()
    const answer = await send({
      contact: { id },
      elements: [
        { title: 'Tea?', buttons: ['Yes', { title: 'No', payload: 'NO' }] },
        {
          title: 'Shop',
          subtitle: 'Open until six',
          image_url: 'https://example.com/shop.jpg',
          buttons: [{ type: 'web_url', title: 'Visit', url: 'https://example.com' }],
        },
        {
          title: 'More',
          buttons: [
            { type: 'postback', title: 'Menu', payload: 'MENU' },
            { type: 'phone_number', title: 'Call', payload: '+49301234' },
          ],
        },
        { title: 'Picture', imageUrl: 'https://example.com/p.jpg', buttons: [] },
      ],
    })
    expect(answer).toMatchObject(accepted())
    expect(answer.at('ids')).toHaveLength(4)
    expect(answer.at('ids.0')).toBe(answer.at('id'))
    const header = { type: 'image', url: 'https://example.com/shop.jpg' }
    await expect
      .poll(() => number.received(phone))
      .toMatchObject([
        {
          id: answer.text('id'),
          content: {
            type: 'buttons',
            text: 'Tea?',
            buttons: [
              { id: 'Yes', title: 'Yes' },
              { id: 'NO', title: 'No' },
            ],
          },
        },
        {
          content: {
            type: 'ctaUrl',
            text: 'Shop\nOpen until six',
            header,
            buttonText: 'Visit',
            url: 'https://example.com',
          },
        },
        {
          content: {
            type: 'buttons',
            text: 'More\nCall: +49301234',
            buttons: [{ id: 'MENU', title: 'Menu' }],
          },
        },
        { content: { type: 'image', url: 'https://example.com/p.jpg', caption: 'Picture' } },
      ])
  })

  test('a tap brings the payload back', async () => {
    const { id, phone } = await aContact()
    const elements = [{ title: 'Tea?', buttons: [{ title: 'No', payload: 'NO' }] }]
    await send({ contact: { id }, elements })
    await expect.poll(() => number.received(phone)).toHaveLength(1)
    const messageId = await number.says(phone, { type: 'tap', title: 'No' })
    const tap = await owner.get(`/api/v1/messages/${messageId}`)
    expect(tap.at('data.content')).toMatchObject({ type: 'tap', id: 'NO', title: 'No' })
  })

  test('Telegram takes rows of buttons in its own words', async () => {
    const telegram = await Sandbox.create(owner, { imitates: 'telegram' })
    const { id, phone } = await aContact()
    const answer = await client.post(`${PATH}/telegram/sendtemplate`, {
      contact: { id },
      workspace,
      textMessage: 'Tea?',
      buttons: [[{ text: 'Yes', callback_data: 'y' }, 'No'], [{ text: 'Why', callback_data: 'w' }]],
    })
    expect(answer).toMatchObject(accepted())
    const buttons = [
      { id: 'y', title: 'Yes' },
      { id: 'No', title: 'No' },
      { id: 'w', title: 'Why' },
    ]
    await expect.poll(() => telegram.received(phone)).toMatchObject([{ content: { buttons } }])
    for (const kind of ['sendtext', 'sendmedia']) {
      const body = { textMessage: 'x', mediaUrl: 'https://example.com/x', mimeType: 'video/mp4' }
      const sent = await client.post(`${PATH}/telegram/${kind}`, {
        contact: { id },
        workspace,
        ...body,
      })
      expect(sent).toMatchObject(accepted())
    }
    await owner.delete(`/api/v1/numbers/${telegram.id}`)
  })

  test.each([
    ['no elements', { elements: [] }, /elements/],
    [
      'eleven elements',
      { elements: Array.from({ length: 11 }, () => ({ title: 'x' })) },
      /elements/,
    ],
    ['an element without a title', { elements: [{ buttons: [] }] }, /elements\.0\.title/],
    [
      'a button without a title',
      { elements: [{ title: 'x', buttons: [{}] }] },
      /buttons\.0\.title/,
    ],
    [
      'a button without its address',
      { elements: [{ title: 'x', buttons: [{ type: 'web_url', title: 'a' }] }] },
      /buttons\.0\.url/,
    ],
    [
      'a button that runs a program',
      { elements: [{ title: 'x', buttons: [{ title: 'a', url: 'javascript:alert(1)' }] }] },
      /buttons/,
    ],
    ['equal buttons', { elements: [{ title: 'x', buttons: ['a', 'a'] }] }, /differ/],
    ['a number for a button', { elements: [{ title: 'x', buttons: [1] }] }, /buttons\.0/],
  ])('%s is refused', async (_, body, text) => {
    const { id } = await aContact()
    expect(await send({ contact: { id }, ...body })).toMatchObject(refused(400, text))
  })

  test('a phone number is no address there', async () => {
    const body = { recepient: { phoneNumber: aPhone() }, elements: [{ title: 'x' }] }
    expect(await send(body)).toMatchObject(refused(400, /contact/))
  })
})

describe('a channel without a number', () => {
  test.each(['messenger', 'instagram', 'telegram'])('%s says so', async (channel) => {
    const { id } = await aContact()
    const body = { contact: { id }, workspace, textMessage: 'x' }
    expect(await client.post(`${PATH}/${channel}/sendtext`, body)).toMatchObject(
      refused(409, new RegExp(`no number for ${channel}`)),
    )
    const keyed = await keyOf(owner, { numberId: sandbox.id })
    expect(await keyed.post(`${PATH}/${channel}/sendtext`, body)).toMatchObject(
      refused(409, /another channel/),
    )
  })

  test('and a number that is there cannot reach whom it does not know', async () => {
    const like = await server.store.numbers.find(sandbox.id)
    if (!like) throw new Error('no number')
    const bot = { ...like, id: 'num_bot', name: 'Bot', channel: 'telegram' } as const
    await server.store.numbers.insert(bot)
    const { id } = await aContact()
    const body = { contact: { id }, workspace, textMessage: 'x' }
    expect(await client.post(`${PATH}/telegram/sendtext`, body)).toMatchObject(
      refused(400, /never written to Bot/),
    )
    await server.store.numbers.remove(bot.workspaceId, bot.id)
  })

  test('a number that is not connected keeps the message until it is', async () => {
    const phone = aPhone()
    const off = await Sandbox.create(owner, { connected: false })
    const keyed = await keyOf(owner, { numberId: off.id })
    const body = { recepient: { phoneNumber: phone }, workspace, textMessage: 'Later' }
    expect(await keyed.post(`${PATH}/whatsapp/sendtext`, body)).toMatchObject(accepted())
    expect(await off.received(phone)).toEqual([])
    await off.set({ connected: true })
    await expect.poll(() => off.received(phone)).toMatchObject([{ content: { text: 'Later' } }])
  })
})

describe('a time to send at', () => {
  const send = (scheduleDateTime: unknown, more: object = {}) =>
    client.post(`${PATH}/whatsapp/sendtext`, {
      recepient: { phoneNumber: aPhone() },
      workspace,
      textMessage: 'Later',
      scheduleDateTime,
      ...more,
    })

  test.each([
    ['2090-12-24T18:00:00Z', '2090-12-24T18:00:00Z'],
    ['2090-12-24T18:00:00+05:30', '2090-12-24T12:30:00Z'],
    ['2090-12-24T18:00:00.250-0200', '2090-12-24T20:00:00Z'],
    ['2090-12-24T18:00:00', '2090-12-24T18:00:00Z'],
    ['2090-12-24 18:00', '2090-12-24T18:00:00Z'],
  ])('%s is listed as %s, shown, and called off', async (given, instant) => {
    const answer = await send(given)
    expect(answer).toMatchObject(accepted('scheduled'))
    const id = answer.text('id')
    const listed = (await client.get(`${PATH}/scheduled`)).at('messages')
    expect(listed).toEqual([
      {
        id,
        status: 'scheduled',
        error: '',
        channel: 'sandbox',
        contact: { id: expect.stringMatching(/^contact_/) },
        recepient: { phoneNumber: expect.stringMatching(/^\+49161/) },
        workspace,
        type: 'text',
        textMessage: 'Later',
        scheduleDateTime: instant,
        createdAt: expect.stringMatching(/Z$/),
      },
    ])
    expect((await client.get(`${PATH}/${id}`)).body).toEqual({ id, status: 'scheduled', error: '' })
    for (const stranger of [
      foreigner,
      await keyOf(owner, { numberId: (await Sandbox.create(owner)).id }),
    ]) {
      expect((await stranger.get(`${PATH}/scheduled`)).at('messages')).toEqual([])
      expect(await stranger.delete(`${PATH}/${id}`)).toMatchObject(refused(404, /messageId/))
    }
    expect((await client.delete(`${PATH}/${id}`)).body).toEqual({
      id,
      status: 'cancelled',
      error: '',
    })
    expect((await client.get(`${PATH}/scheduled`)).at('messages')).toEqual([])
    expect(await client.delete(`${PATH}/${id}`)).toMatchObject(refused(409, /too late/))
  })

  test('comes', async () => {
    const phone = aPhone()
    const soon = new Date(Date.now() + 700).toISOString()
    const answer = await send(soon, { recepient: { phoneNumber: phone } })
    expect(answer).toMatchObject(accepted('scheduled'))
    expect(await sandbox.received(phone)).toEqual([])
    await expect.poll(() => sandbox.received(phone)).toMatchObject([{ id: answer.text('id') }])
    expect((await client.get(`${PATH}/scheduled`)).at('messages')).toEqual([])
  })

  test('pages of what waits begin with what comes first', async () => {
    const ids = []
    for (const day of ['03', '01', '02'])
      ids.push((await send(`2090-01-${day}T00:00:00Z`)).text('id'))
    const first = await client.get(`${PATH}/scheduled?limit=2`)
    const cursor = first.text('pagination.next')
    const second = await client.get(`${PATH}/scheduled?limit=2&cursor=${cursor}`)
    expect([
      first.at('messages.0.id'),
      first.at('messages.1.id'),
      second.at('messages.0.id'),
    ]).toEqual([ids[1], ids[2], ids[0]])
    expect(second.at('pagination.next')).toBeNull()
    expect((await client.get(`${PATH}/scheduled?cursor=x`)).status).toBe(400)
    for (const id of ids) await client.delete(`${PATH}/${id}`)
  })

  test.each([
    ['2020-01-01T00:00:00Z', /^scheduleDateTime: .*passed/],
    ['tomorrow', /scheduleDateTime/],
    ['2090-02-30T00:00:00Z', /scheduleDateTime/],
    ['2090-01-01', /scheduleDateTime/],
    [4_000_000_000, /scheduleDateTime/],
  ])('%s is refused', async (given, text) => {
    expect(await send(given)).toMatchObject(refused(400, text))
  })
})

describe('repeating', () => {
  test('one Idempotency-Key is one request, however often it is sent', async () => {
    const phone = aPhone()
    const keyed = client.with({ 'idempotency-key': 'whauto-1' })
    const body = { recepient: { phoneNumber: phone }, workspace, textMessage: 'Once' }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => keyed.post(`${PATH}/whatsapp/sendtext`, body)),
    )
    expect(new Set(answers.map((each) => each.text('id'))).size).toBe(1)
    const contact = { id: phone }
    const byContact = { contact, workspace, textMessage: 'Once' }
    const again = await keyed.post(`${PATH}/whatsapp/sendtext`, byContact)
    expect(again.text('id')).toBe(answers[0]?.text('id'))
    const other = await keyed.post(`${PATH}/whatsapp/sendtext`, { ...body, textMessage: 'Twice' })
    expect(other).toMatchObject(refused(409, /Idempotency-Key/))
    await expect.poll(() => sandbox.received(phone)).toHaveLength(1)
  })

  test('goes where the first request went, whichever number the contact talks with since', async () => {
    const { id, phone } = await aContact()
    const keyed = client.with({ 'idempotency-key': 'whauto-3' })
    const body = { contact: { id }, workspace, textMessage: 'Once' }
    const first = await keyed.post(`${PATH}/whatsapp/sendtext`, body)
    const other = await Sandbox.create(owner)
    await other.says(phone, 'Hello')
    const second = await keyed.post(`${PATH}/whatsapp/sendtext`, body)
    expect(second.at('id')).toBe(first.at('id'))
    await owner.delete(`/api/v1/numbers/${other.id}`)
  })

  test('counts for each of several messages', async () => {
    const number = await Sandbox.create(owner, { imitates: 'instagram' })
    const { id, phone } = await aContact()
    const keyed = client.with({ 'idempotency-key': 'whauto-2' })
    const body = { contact: { id }, workspace, elements: [{ title: 'a' }, { title: 'b' }] }
    const first = await keyed.post(`${PATH}/instagram/sendtemplate`, body)
    const second = await keyed.post(`${PATH}/instagram/sendtemplate`, body)
    expect(second.at('ids')).toEqual(first.at('ids'))
    await expect.poll(() => number.received(phone)).toHaveLength(2)
    await owner.delete(`/api/v1/numbers/${number.id}`)
  })
})

describe('keys', () => {
  const body = () => ({ recepient: { phoneNumber: aPhone() }, workspace, textMessage: 'x' })

  test.each([
    ['none', {}],
    ['one that nobody made', { 'x-api-key': 'whm_nothing' }],
    ['an empty one', { 'x-api-key': '' }],
  ])('%s is 401', async (_, headers) => {
    const stranger = new Client(server.baseUrl, headers)
    expect(await stranger.post(`${PATH}/whatsapp/sendtext`, body())).toMatchObject(
      refused(401, /x-api-key/i),
    )
  })

  test('without the scope cannot send', async () => {
    const reader = await keyOf(owner, { scopes: ['read'] })
    expect(await reader.post(`${PATH}/whatsapp/sendtext`, body())).toMatchObject(
      refused(403, /scope send/),
    )
    expect((await reader.get(`${PATH}/scheduled`)).status).toBe(200)
  })

  test('what a contact wrote is no message to show or to call off', async () => {
    const messageId = await sandbox.says(aPhone(), 'Hello')
    expect(await client.get(`${PATH}/${messageId}`)).toMatchObject(refused(404, /messageId/))
    expect(await client.delete(`${PATH}/${messageId}`)).toMatchObject(refused(404, /messageId/))
  })
})

test('a workspace has 100 requests a minute and 144,000 a day', async () => {
  const limited = await startTestServer({
    env: { PARLEY_RATE_LIMITS: 'on', PARLEY_LIMITS: 'whautoChatDaily=101' },
  })
  const token = await tokenOf(await signUpOwner(limited))
  const made = await token.post('/api/v1/keys', { name: 'x' })
  const keyed = new Client(limited.baseUrl, { 'x-api-key': made.text('data.key') })
  const first = await keyed.get(`${PATH}/scheduled`)
  expect(first.headers.get('x-ratelimit-limit')).toBe('100')
  expect(first.headers.get('x-ratelimit-remaining')).toBe('99')
  expect(Number(first.headers.get('x-ratelimit-reset'))).toBeGreaterThan(1_700_000_000)
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => keyed.get(`${PATH}/scheduled`)),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(99)
  const late = await keyed.get(`${PATH}/scheduled`)
  expect(late).toMatchObject(refused(429, /Too many requests/))
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
  await limited.close()
})
