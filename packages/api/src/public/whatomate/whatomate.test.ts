import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../testing/Client.ts'
import { foreignerOf, signUpOwner, tokenOf } from '../../testing/people.ts'
import { Sandbox } from '../../testing/Sandbox.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'
import { toUuid } from './uuid.ts'

let server: TestServer
let owner: Client
/** With `X-API-Key: whm_…`, as whatomate's clients have one. */
let client: Client
let foreigner: Client
let sandbox: Sandbox
beforeAll(async () => {
  server = await startTestServer()
  const browser = await signUpOwner(server)
  owner = await tokenOf(browser)
  client = await keyOf(owner)
  foreigner = await keyOf(await foreignerOf(server, browser))
  sandbox = await Sandbox.create(owner)
})
afterAll(() => server.close())

async function keyOf(by: Client, more: object = {}): Promise<Client> {
  const made = await by.post('/api/v1/keys', { name: 'x', ...more })
  const key = made.text('data.key')
  return new Client(server.baseUrl, { 'x-api-key': key })
}

let phones = 0
const aPhone = () => `49162${String((phones += 1)).padStart(8, '0')}`

async function aContact(phone = aPhone()) {
  const added = await owner.put('/api/v1/contacts', { phone, name: 'John' })
  const [id, uuid] = [added.text('data.id'), added.text('data.uuid')]
  return { phone, id, uuid, messages: `/api/contacts/${uuid}/messages` }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const uuid = expect.stringMatching(UUID)
const instant = expect.stringMatching(INSTANT)
const pending = expect.stringMatching(/^(pending|sent)$/)
const sentShape = {
  status: 200,
  body: {
    status: 'success',
    data: { id: uuid, wa_message_id: expect.any(String), status: pending, timestamp: instant },
  },
}
const refused = (status: number, message: string | RegExp) => ({
  status,
  body: {
    status: 'error',
    message: typeof message === 'string' ? message : expect.stringMatching(message),
    data: null,
  },
})

describe('the requests of the document, as they stand there', () => {
  test('a text', async () => {
    const { messages, phone } = await aContact()
    const text = 'Hello! How can I help you today?'
    expect(await client.post(messages, { type: 'text', text })).toMatchObject(sentShape)
    await expect.poll(() => sandbox.received(phone)).toMatchObject([{ content: { text } }])
  })

  test('a template by phone number makes the contact', async () => {
    await owner.post('/api/v1/templates', { name: 'hello_world', language: 'en', body: 'Hello!' })
    const body = { phone_number: '919876543210', template_name: 'hello_world' }
    const answer = await client.post('/api/messages/template', body)
    expect(answer).toMatchObject({
      status: 200,
      body: {
        status: 'success',
        data: {
          message_id: uuid,
          phone_number: '919876543210',
          status: pending,
          template_name: 'hello_world',
        },
      },
    })
    const contact = await owner.get('/api/v1/contacts/919876543210')
    expect(contact.at('data.uuid')).toBe(answer.at('data.contact_id'))
    await expect
      .poll(() => sandbox.received('919876543210'))
      .toMatchObject([{ content: { type: 'template', text: 'Hello!' } }])
  })

  test.each([
    ['named', { name: 'John', order_id: '12345' }],
    ['positional', { '1': 'John', '2': '12345' }],
  ])('a template with %s parameters', async (_, params) => {
    await owner.post('/api/v1/templates', {
      name: 'order_confirmation',
      language: 'en',
      body: 'Hello {{name}}, your order {{order_id}} is ready',
    })
    const { uuid: id, phone } = await aContact()
    const request = { template_name: 'order_confirmation', template_params: params }
    for (const to of [{ contact_id: id }, { phone_number: phone }]) {
      const answer = await client.post('/api/messages/template', { ...to, ...request })
      expect(answer.at('data.template_name')).toBe('order_confirmation')
    }
    const content = { text: 'Hello John, your order 12345 is ready' }
    await expect.poll(() => sandbox.received(phone)).toMatchObject([{ content }, { content }])
  })

  test('a template with a parameter for its button', async () => {
    await owner.post('/api/v1/templates', {
      name: 'order_shipped',
      language: 'en',
      body: 'Hello {{name}}, your order {{order_id}} is on its way',
      buttons: [{ type: 'url', text: 'Track', url: 'https://example.com/track/{{1}}' }],
    })
    const { uuid: id, phone } = await aContact()
    await client.post('/api/messages/template', {
      contact_id: id,
      template_name: 'order_shipped',
      template_params: { name: 'John', order_id: '12345' },
      button_params: { '0': '12345' },
    })
    await expect
      .poll(() => sandbox.received(phone))
      .toMatchObject([{ content: { buttons: [{ url: 'https://example.com/track/12345' }] } }])
  })

  test('an image at an address', async () => {
    const { uuid: id, phone } = await aContact()
    const url = 'https://example.com/image.jpg'
    const caption = 'Check out this product!'
    const body = { contact_id: id, type: 'image', media_url: url, caption }
    expect(await client.post('/api/messages/media', body)).toMatchObject(sentShape)
    await expect
      .poll(() => sandbox.received(phone))
      .toMatchObject([{ content: { type: 'image', url, caption } }])
  })

  test('buttons', async () => {
    const { messages, phone } = await aContact()
    const buttons = [
      { id: 'yes', title: 'Yes' },
      { id: 'no', title: 'No' },
    ]
    const body = 'How would you like to proceed?'
    const request = { type: 'interactive', interactive: { type: 'button', body, buttons } }
    const answer = await client.post(messages, request)
    expect(answer).toMatchObject(sentShape)
    expect(answer.at('data.interactive_data')).toEqual({ type: 'button', body, buttons })
    await expect
      .poll(() => sandbox.received(phone))
      .toMatchObject([{ content: { type: 'buttons', text: body, buttons } }])
  })

  test('a link', async () => {
    const { messages, phone } = await aContact()
    const interactive = {
      type: 'cta_url',
      body: 'Click below to view your order details',
      button_text: 'View Order',
      url: 'https://example.com/orders/12345',
    }
    expect(await client.post(messages, { type: 'interactive', interactive })).toMatchObject(
      sentShape,
    )
    await expect
      .poll(() => sandbox.received(phone))
      .toMatchObject([
        {
          content: {
            type: 'ctaUrl',
            text: interactive.body,
            buttonText: 'View Order',
            url: interactive.url,
          },
        },
      ])
  })

  test('messages of a contact', async () => {
    const { messages, uuid: contactId, phone } = await aContact()
    await sandbox.says(phone, 'Hello!')
    await client.post(messages, { type: 'text', text: 'Hi' })
    await expect.poll(() => sandbox.received(phone)).toHaveLength(1)
    const answer = await client.get(messages)
    expect(answer.status).toBe(200)
    const first = {
      id: uuid,
      wa_message_id: expect.any(String),
      wamid: expect.any(String),
      contact_id: contactId,
      direction: 'incoming',
      type: 'text',
      message_type: 'text',
      content: { text: 'Hello!', body: 'Hello!' },
      media_url: '',
      media_mime_type: '',
      media_filename: '',
      interactive_data: null,
      status: 'delivered',
      error_message: '',
      is_reply: false,
      reply_to_message_id: null,
      reactions: [],
      timestamp: instant,
      created_at: instant,
      updated_at: instant,
    }
    const second = {
      ...first,
      direction: 'outgoing',
      content: { text: 'Hi', body: 'Hi' },
      status: expect.stringMatching(/^(sent|delivered|read)$/),
    }
    expect(answer.body).toEqual({
      status: 'success',
      data: {
        items: [first, second],
        messages: [first, second],
        total: 2,
        page: 1,
        limit: 50,
        has_more: false,
      },
    })
  })

  test('marking as read', async () => {
    const { messages, phone } = await aContact()
    await sandbox.says(phone, 'Hello!')
    const listed = await client.get(messages)
    const id = listed.text('data.items.0.id')
    expect(listed.at('data.items.0.status')).toBe('delivered')
    const conversations = () => owner.get('/api/v1/conversations?limit=1')
    expect((await conversations()).at('data.0.unreadCount')).toBe(1)
    expect(await client.put(`/api/messages/${id}/read`)).toMatchObject({
      status: 200,
      body: { status: 'success', data: null },
    })
    expect((await client.get(messages)).at('data.items.0.status')).toBe('read')
    expect((await conversations()).at('data.0.unreadCount')).toBe(0)
    expect((await client.put(`/api/messages/${id}/read`)).status).toBe(200)
  })
})

describe('other spellings', () => {
  test.each([
    ['the text as the source has it', { type: 'text', content: { body: 'Hi' } }, { text: 'Hi' }],
    ['the text in content', { content: { text: 'Hi' } }, { text: 'Hi' }],
    ['the text as the Cloud API has it', { type: 'text', text: { body: 'Hi' } }, { text: 'Hi' }],
    [
      'buttons as the Cloud API has them',
      {
        type: 'interactive',
        interactive: {
          type: 'button',
          header: { type: 'text', text: 'Shop' },
          body: { text: 'Tea?' },
          footer: { text: 'Thanks' },
          action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
        },
      },
      {
        type: 'buttons',
        header: { type: 'text', text: 'Shop' },
        text: 'Tea?',
        footer: 'Thanks',
        buttons: [{ id: 'y', title: 'Yes' }],
      },
    ],
    [
      'a link as the Cloud API has it',
      {
        type: 'interactive',
        interactive: {
          type: 'cta_url',
          body: { text: 'Look' },
          action: { parameters: { display_text: 'Go', url: 'https://example.com' } },
        },
      },
      { type: 'ctaUrl', text: 'Look', buttonText: 'Go', url: 'https://example.com' },
    ],
    [
      'a list in sections',
      {
        type: 'interactive',
        interactive: {
          type: 'list',
          body: 'Tea?',
          button_text: 'Open',
          sections: [{ title: 'Hot', rows: [{ id: 'g', title: 'Green', description: 'Fresh' }] }],
        },
      },
      {
        type: 'list',
        text: 'Tea?',
        buttonText: 'Open',
        sections: [{ title: 'Hot', rows: [{ id: 'g', title: 'Green', description: 'Fresh' }] }],
      },
    ],
    [
      'a list of more than three buttons',
      {
        type: 'interactive',
        interactive: {
          type: 'list',
          body: 'Tea?',
          buttons: ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id.toUpperCase() })),
        },
      },
      { type: 'list', sections: [{ rows: [{ id: 'a', title: 'A' }, {}, {}, {}] }] },
    ],
  ])('%s', async (_, request, content) => {
    const { messages, phone } = await aContact()
    expect(await client.post(messages, request)).toMatchObject(sentShape)
    await expect.poll(() => sandbox.received(phone)).toMatchObject([{ content }])
  })

  test('the contact by our id and by phone number; the key as Bearer', async () => {
    const { id, phone } = await aContact()
    const bearer = new Client(server.baseUrl, {
      authorization: `Bearer ${client.headers['x-api-key']}`,
    })
    for (const name of [id, phone, `+${phone}`, `%2B${phone}`]) {
      const path = `/api/contacts/${name}/messages`
      expect(await bearer.post(path, { text: 'Hi' })).toMatchObject(sentShape)
    }
    await expect.poll(() => sandbox.received(phone)).toHaveLength(4)
  })

  test('the template by its UUID and by our id; values as a list', async () => {
    const made = await owner.post('/api/v1/templates', {
      name: 'by_id',
      language: 'en',
      body: 'Hi {{1}}',
    })
    const { uuid: contactId, phone } = await aContact()
    const templateId = made.text('data.id')
    for (const id of [templateId, toUuid(templateId)]) {
      const body = { contact_id: contactId, template_id: id, template_params: ['Ana'] }
      const answer = await client.post('/api/messages/template', body)
      expect(answer.at('data.template_name')).toBe('by_id')
    }
    const content = { text: 'Hi Ana' }
    await expect.poll(() => sandbox.received(phone)).toMatchObject([{ content }, { content }])
  })
})

describe('a list of messages', () => {
  test('has numbered pages, the newest first, and goes on before and after a message', async () => {
    const { messages } = await aContact()
    for (let count = 1; count <= 5; count++) await client.post(messages, { text: String(count) })
    const textsOf = async (query: string) => {
      const answer = await client.get(`${messages}?${query}`)
      // The shape of a message is tested above.
      const items = answer.at('data.items') as { content: { text: string } }[]
      return items.map(({ content }) => content.text).join('')
    }
    expect(await textsOf('')).toBe('12345')
    expect(await textsOf('limit=2')).toBe('45')
    expect(await textsOf('limit=2&page=2')).toBe('23')
    expect(await textsOf('limit=2&page=3')).toBe('1')
    expect(await textsOf('limit=2&page=4')).toBe('')
    const all = await client.get(messages)
    const third = all.text('data.items.2.id')
    expect(await textsOf(`before=${third}`)).toBe('12')
    expect(await textsOf(`before_id=${third}&limit=1`)).toBe('2')
    expect(await textsOf(`after=${third}`)).toBe('45')
    expect(await textsOf(`after=${third}&limit=1`)).toBe('4')
    const page = await client.get(`${messages}?limit=2&page=2`)
    expect(page.body).toMatchObject({ data: { total: 5, page: 2, limit: 2, has_more: true } })
    for (const [query, data] of [
      ['limit=0', { limit: 50 }],
      ['limit=101', { limit: 50 }],
      ['limit=x&page=-1', { limit: 50, page: 1 }],
      ['limit=100', { limit: 100 }],
    ] as const) {
      expect((await client.get(`${messages}?${query}`)).body).toMatchObject({ data })
    }
    const other = await aContact()
    expect(await client.get(`${other.messages}?before=${third}`)).toMatchObject(
      refused(400, 'This message is not of this contact'),
    )
    expect(await client.get(`${messages}?before=${third}&after=${third}`)).toMatchObject(
      refused(400, /either before or after/),
    )
    expect(await client.get(`${messages}?after=msg_nothing`)).toMatchObject(
      refused(404, 'Message not found'),
    )
  })

  test('shows every kind of message', async () => {
    const { messages, phone } = await aContact()
    const buttons = [{ id: 'y', title: 'Yes' }]
    await client.post(messages, {
      type: 'interactive',
      interactive: { type: 'button', body: 'Tea?', buttons },
    })
    await expect.poll(() => sandbox.received(phone)).toHaveLength(1)
    const question = (await client.get(messages)).text('data.items.0.id')
    await sandbox.says(phone, { type: 'tap', title: 'Yes' })
    await sandbox.says(phone, { type: 'location', latitude: 1, longitude: 2, name: 'Here' })
    await sandbox.says(phone, { type: 'image', url: 'https://example.com/a.png', caption: 'A' })
    await client.post(messages, { text: 'Sure', reply_to_message_id: question })
    const items = (await client.get(messages)).at('data.items')
    expect(items).toMatchObject([
      { type: 'interactive', interactive_data: { type: 'button', buttons } },
      {
        type: 'interactive',
        content: { text: 'Yes' },
        interactive_data: { type: 'button_reply', id: 'y', title: 'Yes' },
      },
      { type: 'location', content: { latitude: 1, longitude: 2, name: 'Here' } },
      { type: 'image', content: { text: 'A' }, media_url: 'https://example.com/a.png' },
      { type: 'text', is_reply: true, reply_to_message_id: question },
    ])
  })

  test('a message that failed says why', async () => {
    const { messages, phone } = await aContact()
    const still = await Sandbox.create(owner, { autoStatus: false })
    const keyed = await keyOf(owner, { numberId: still.id })
    await keyed.post(messages, { text: 'x' })
    await expect.poll(() => still.received(phone)).toHaveLength(1)
    const [message] = (await still.received(phone)) as { id: string }[]
    await owner.post(`/api/v1/sandbox/${still.id}/status`, {
      messageId: message?.id,
      status: 'failed',
      reason: 'No such user',
    })
    expect((await client.get(messages)).at('data.items')).toMatchObject([
      { status: 'failed', error_message: 'No such user' },
    ])
  })
})

describe('accounts', () => {
  test('are numbers by their names', async () => {
    const { messages, phone, uuid: contactId } = await aContact()
    const made = await owner.post('/api/v1/numbers', { name: 'Support', channel: 'sandbox' })
    const support = new Sandbox(owner, made.text('data.id'), owner)
    await client.post(messages, { text: 'a', whatsapp_account: 'Support' })
    await client.post('/api/messages/template', {
      contact_id: contactId,
      template_name: 'hello_world',
      account_name: 'Support',
    })
    await expect.poll(() => support.received(phone)).toHaveLength(2)
    expect(await sandbox.received(phone)).toEqual([])
    // Whoever has talked with a number goes on with it.
    await client.post(messages, { text: 'b' })
    await expect.poll(() => support.received(phone)).toHaveLength(3)
    expect((await client.get(`${messages}?account=Support`)).at('data.total')).toBe(3)
    expect((await client.get(`${messages}?account=Try%20me`)).at('data.total')).toBe(0)
    for (const [by, account] of [
      [client, 'Nobody'],
      [await keyOf(owner, { numberId: sandbox.id }), 'Support'],
    ] as const) {
      const wrong = await by.post(messages, { text: 'x', account_name: account })
      expect(wrong).toMatchObject(refused(400, 'WhatsApp account not found'))
      expect(await by.get(`${messages}?account=${account}`)).toMatchObject(
        refused(400, 'WhatsApp account not found'),
      )
    }
    const onlyTheirs = await keyOf(owner, { numberId: sandbox.id })
    expect((await onlyTheirs.get(messages)).at('data.items')).toEqual([])
    await owner.delete(`/api/v1/numbers/${support.id}`)
  })

  test('that are not connected keep what is sent', async () => {
    const off = await Sandbox.create(owner, { connected: false })
    const keyed = await keyOf(owner, { numberId: off.id })
    const { messages, phone } = await aContact()
    const answer = await keyed.post(messages, { text: 'Later' })
    expect(answer).toMatchObject({ status: 200, body: { data: { status: 'pending' } } })
    await off.set({ connected: true })
    await expect.poll(() => off.received(phone)).toMatchObject([{ content: { text: 'Later' } }])
  })
})

describe('files', () => {
  const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUg==', 'base64')
  const send = (
    fields: Record<string, string>,
    file?: { bytes: Buffer; name: string; type: string },
  ) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    if (file)
      form.append('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name)
    return client.request('POST', '/api/messages/media', form)
  }

  test('are uploaded in a form', async () => {
    const { uuid: contact_id, phone } = await aContact()
    const png = { bytes: PNG, name: 'a.png', type: 'image/png' }
    const pdf = { bytes: Buffer.from('%PDF-1.7 …'), name: 'Menu.pdf', type: 'application/pdf' }
    const image = await send({ contact_id, caption: 'Look' }, png)
    expect(image).toMatchObject(sentShape)
    expect(image.at('data')).toMatchObject({
      type: 'image',
      media_mime_type: 'image/png',
      media_url: expect.stringMatching(/^http.*\/api\/v1\/media\/med_\w+\/content$/),
    })
    expect(await send({ contact_id, type: 'document' }, pdf)).toMatchObject(sentShape)
    expect(await send({ contact_id, type: 'document' }, png)).toMatchObject(sentShape)
    await expect
      .poll(() => sandbox.received(phone))
      .toMatchObject([
        { content: { type: 'image', mediaId: expect.any(String), caption: 'Look' } },
        { content: { type: 'document', filename: 'Menu.pdf', mimeType: 'application/pdf' } },
        { content: { type: 'document', filename: 'a.png' } },
      ])
    const url = new URL(image.text('data.media_url'))
    const bytes = await fetch(url, { headers: client.headers })
    expect(Buffer.from(await bytes.arrayBuffer())).toEqual(PNG)
  })

  test('are the same request when it is repeated', async () => {
    const { uuid: contact_id, phone } = await aContact()
    const once = client.with({ 'idempotency-key': 'file-1' })
    const again = () => {
      const form = new FormData()
      form.append('contact_id', contact_id)
      form.append('file', new Blob([new Uint8Array(PNG)], { type: 'image/png' }), 'a.png')
      return once.request('POST', '/api/messages/media', form)
    }
    const [first, second] = [await again(), await again()]
    expect(second.text('data.id')).toBe(first.text('data.id'))
    await expect.poll(() => sandbox.received(phone)).toHaveLength(1)
  })

  const gif = { bytes: Buffer.from('GIF89a....'), name: 'a.gif', type: 'image/gif' }
  const wav = { bytes: Buffer.from('RIFF....WAVEfmt '), name: 'a.wav', type: 'audio/wav' }
  test.each([
    ['a GIF', { type: 'image' }, gif, 400, /image must be JPEG or PNG, and this is image\/gif/],
    ['a sound of another format', { type: 'audio' }, wav, 400, /audio must be AAC, MP3 or OGG/],
    ['a picture as a video', { type: 'video' }, { ...gif }, 400, /video must be MP4 or 3GPP/],
    [
      'a file that is not what it says',
      { type: 'image' },
      { ...gif, type: 'image/png' },
      400,
      /says that it is image\/png/,
    ],
    ['no file', { type: 'image' }, undefined, 400, 'file is required'],
    ['an unknown type', { type: 'hologram' }, gif, 400, /image, video, audio or document/],
    [
      'an empty file',
      { type: 'document' },
      { ...gif, type: '', bytes: Buffer.alloc(0) },
      400,
      /empty/,
    ],
  ] as const)('%s is refused', async (_, fields, file, status, message) => {
    const { uuid: contact_id } = await aContact()
    const given = file && { ...file, bytes: Buffer.from(file.bytes) }
    expect(await send({ contact_id, ...fields }, given)).toMatchObject(refused(status, message))
  })

  test.each([
    ['image', Buffer.concat([PNG, Buffer.alloc(5_000_001)]), 5],
    ['audio', Buffer.concat([Buffer.from('ID3'), Buffer.alloc(16_000_001)]), 16],
    ['video', Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42'), Buffer.alloc(16_000_001)]), 16],
  ])('%s may have its limit and no more', async (type, bytes, megabytes) => {
    const { uuid: contact_id } = await aContact()
    const file = { bytes, name: 'x', type: '' }
    expect(await send({ contact_id, type }, file)).toMatchObject(
      refused(413, `A file of type ${type} has at most ${megabytes} MB`),
    )
    const fitting = { ...file, bytes: bytes.subarray(0, megabytes * 1_000_000) }
    expect(await send({ contact_id, type }, fitting)).toMatchObject(sentShape)
    // As a document it may be larger.
    expect(await send({ contact_id, type: 'document' }, file)).toMatchObject(sentShape)
  })

  test('a document has at most 100 MB', async () => {
    const { uuid: contact_id } = await aContact()
    const file = {
      bytes: Buffer.alloc(100_000_001),
      name: 'x.bin',
      type: 'application/octet-stream',
    }
    expect(await send({ contact_id, type: 'document' }, file)).toMatchObject(refused(413, /100 MB/))
  })

  test('a document at an address is called as it is there', async () => {
    const { uuid: contact_id, phone } = await aContact()
    const media_url = 'https://example.com/files/Price%20list.pdf?v=2'
    await client.post('/api/messages/media', { contact_id, type: 'document', media_url })
    const content = { type: 'document', url: media_url, filename: 'Price list.pdf' }
    await expect.poll(() => sandbox.received(phone)).toMatchObject([{ content }])
  })

  test.each([
    ['no contact', { contact_id: undefined }, 400, 'contact_id is required'],
    ['no address', { media_url: undefined }, 400, 'media_url is required'],
    ['an address of this machine', { media_url: 'file:///etc/passwd' }, 400, /media_url/],
    ['a path', { media_url: '/image.jpg' }, 400, /media_url/],
    ['a GIF', { media_url: 'https://example.com/a.GIF?x=1' }, 400, /JPEG or PNG/],
    [
      'a picture as a video',
      { type: 'video', media_url: 'https://example.com/a.png' },
      400,
      /MP4 or 3GPP/,
    ],
    ['a sticker', { type: 'sticker' }, 400, /image, video, audio or document/],
  ])('%s is refused', async (_, wrong, status, message) => {
    const { uuid: contact_id } = await aContact()
    const body = { contact_id, type: 'image', media_url: 'https://example.com/a.jpg', ...wrong }
    expect(await client.post('/api/messages/media', body)).toMatchObject(refused(status, message))
  })

  test('stand above the text of a template', async () => {
    await owner.post('/api/v1/templates', {
      name: 'with_file',
      language: 'en',
      body: 'Look, {{1}}',
    })
    const { uuid: contact_id, phone } = await aContact()
    const form = new FormData()
    form.append('contact_id', contact_id)
    form.append('template_name', 'with_file')
    form.append('template_params', '{"1": "Ana"}')
    form.append('header_file', new Blob([new Uint8Array(PNG)], { type: 'image/png' }), 'a.png')
    const answer = await client.request('POST', '/api/messages/template', form)
    expect(answer.at('data.template_name')).toBe('with_file')
    const byUrl = {
      contact_id,
      template_name: 'with_file',
      template_params: { 1: 'Ben' },
      header_media_url: 'https://example.com/menu.pdf',
      header_media_filename: 'Menu.pdf',
    }
    await client.post('/api/messages/template', byUrl)
    await expect
      .poll(() => sandbox.received(phone))
      .toMatchObject([
        { content: { header: { type: 'image', mediaId: expect.any(String) }, text: 'Look, Ana' } },
        { content: { header: { type: 'document', filename: 'Menu.pdf' }, text: 'Look, Ben' } },
      ])
    const sound = new FormData()
    sound.append('contact_id', contact_id)
    sound.append('template_name', 'with_file')
    sound.append('template_params', '["x"]')
    sound.append('header_file', new Blob([Buffer.from('ID3…')], { type: 'audio/mpeg' }), 'a.mp3')
    expect(await client.request('POST', '/api/messages/template', sound)).toMatchObject(
      refused(400, /header_file: must be an image/),
    )
  })

  test.each([
    ['a field with a NUL', 'a\0b', 400, /^caption: must not contain NUL/],
    ['a field that is too long', 'x'.repeat(100_001), 413, 'caption is too long'],
  ])('%s is refused, before its file and after it', async (_, caption, status, message) => {
    const { uuid: contact_id } = await aContact()
    const file = new Blob([new Uint8Array(PNG)], { type: 'image/png' })
    for (const names of [
      ['contact_id', 'caption', 'file'],
      ['file', 'caption', 'contact_id'],
    ]) {
      const form = new FormData()
      for (const name of names) {
        if (name === 'file') form.append(name, file, 'a.png')
        else form.append(name, name === 'caption' ? caption : contact_id)
      }
      expect(await client.request('POST', '/api/messages/media', form)).toMatchObject(
        refused(status, message),
      )
    }
  })

  test('a broken form is refused', async () => {
    const broken = client.with({ 'content-type': 'multipart/form-data; boundary=x' })
    expect(await broken.post('/api/messages/media', '--x\r\nrubbish')).toMatchObject(
      refused(400, 'Invalid multipart form'),
    )
    const nameless = client.with({ 'content-type': 'multipart/form-data' })
    expect(await nameless.post('/api/messages/media', 'x')).toMatchObject(
      refused(400, 'Invalid multipart form'),
    )
  })
})

describe('errors', () => {
  const interactive = (given: object) => ({
    type: 'interactive',
    interactive: { type: 'button', body: 'Tea?', ...given },
  })
  const button = (id: string, title = id) => ({ id, title })
  test.each([
    ['no text', { type: 'text' }, 'text: is required'],
    ['an empty text', { type: 'text', text: ' ' }, 'text: is required'],
    ['a text that is an operator', { type: 'text', text: { $gt: '' } }, /text/],
    ['another type', { type: 'image' }, /type: must be text or interactive/],
    ['no interactive', { type: 'interactive' }, 'interactive: is required'],
    ['another kind', interactive({ type: 'flow' }), /button, list or cta_url/],
    ['no buttons', interactive({ buttons: [] }), 'interactive.buttons: is required'],
    [
      'no body',
      interactive({ body: '', buttons: [button('a')] }),
      /interactive\.body: is required/,
    ],
    [
      'four buttons',
      interactive({ buttons: ['a', 'b', 'c', 'd'].map((id) => button(id)) }),
      /at most 3; use a list/,
    ],
    ['equal buttons', interactive({ buttons: [button('a'), button('a', 'b')] }), /differ/],
    [
      'a long title',
      interactive({ buttons: [button('a', 'x'.repeat(21))] }),
      'interactive.buttons.0.title: must be at most 20 characters',
    ],
    ['a link without an address', interactive({ type: 'cta_url', button_text: 'x' }), /url/],
    [
      'a link that runs a program',
      interactive({ type: 'cta_url', button_text: 'x', url: 'javascript:alert(1)' }),
      /http or https/,
    ],
    ['an empty list', interactive({ type: 'list', sections: [] }), /must have rows/],
    [
      'eleven rows',
      interactive({
        type: 'list',
        rows: Array.from({ length: 11 }, (_, index) => button(`${index}`)),
      }),
      /at most 10 rows/,
    ],
    ['an unknown quote', { text: 'x', reply_to_message_id: 'msg_nothing' }, /^reply_to_message_id/],
    ['a text that is too long', { text: 'x'.repeat(65_537) }, /text/],
    ['a NUL', { text: 'a\0b' }, /NUL/],
    ['no JSON', '{', 'Invalid request body'],
    ['a list', [], /The request is not valid/],
  ])('%s is 400', async (_, body, message) => {
    const { messages } = await aContact()
    const answer = await client.post(messages, body)
    expect(answer).toMatchObject(refused(400, message))
    expect(answer.body).toEqual(refused(400, message).body)
  })

  test('what is no JSON and no form is no body', async () => {
    const { messages } = await aContact()
    const text = client.with({ 'content-type': 'text/plain' })
    expect(await text.post(messages, 'hi')).toMatchObject(refused(400, 'Invalid request body'))
    const form = client.with({ 'content-type': 'application/x-www-form-urlencoded' })
    expect(await form.post('/api/messages/media', 'a=b')).toMatchObject(
      refused(400, 'Invalid request body'),
    )
  })

  test.each([
    ['nobody', {}, 400, 'Either contact_id or phone_number is required'],
    ['empty texts', { contact_id: '', phone_number: '' }, 400, /^Either contact_id or/],
    ['a contact that cannot be', { contact_id: 'x y' }, 400, 'Invalid contact_id'],
    ['a phone number that is none', { phone_number: 'call me' }, 400, 'Invalid phone_number'],
    [
      'an unknown contact',
      { contact_id: '0b4c1f3e-6a52-4b7a-9d51-0f8c4f1a2b3c' },
      404,
      'Contact not found',
    ],
  ])('a template for %s is refused', async (_, to, status, message) => {
    const body = { template_name: 'hello_world', ...to }
    expect(await client.post('/api/messages/template', body)).toMatchObject(
      refused(status, message),
    )
  })

  test.each([
    ['no name', {}, 400, 'Either template_name or template_id is required'],
    ['an unknown name', { template_name: 'nothing' }, 404, 'Template not found'],
    ['an id that cannot be', { template_id: 'x' }, 400, 'Invalid template_id'],
    [
      'a UUID of something else',
      { template_id: '0b4c1f3e-6a52-4b7a-9d51-0f8c4f1a2b3c' },
      400,
      'Invalid template_id',
    ],
    ['an unknown id', { template_id: 'tpl_nothing' }, 404, 'Template not found'],
    [
      'one that waits',
      { template_name: 'waits' },
      400,
      'Template is not approved (status: PENDING)',
    ],
    [
      'values that are missing',
      { template_name: 'two' },
      400,
      /^template_params: needs values for 1, 2/,
    ],
    [
      'values that are none',
      { template_name: 'two', template_params: 'x' },
      400,
      /template_params/,
    ],
    [
      'a value that is an operator',
      { template_name: 'two', template_params: { 1: { $gt: '' } } },
      400,
      /template_params/,
    ],
    ['another language', { template_name: 'two', language: 'de' }, 404, 'Template not found'],
    [
      'a file that nobody uploaded',
      { template_name: 'hello_world', header_media_id: 'med_nothing' },
      404,
      'Media not found',
    ],
  ])('a template with %s is refused', async (_, template, status, message) => {
    await owner.post('/api/v1/templates', { name: 'hello_world', language: 'en', body: 'Hello!' })
    await owner.post('/api/v1/templates', { name: 'two', language: 'en', body: '{{1}} {{2}}' })
    const waits = { name: 'waits', language: 'en', body: 'x', status: 'PENDING' }
    await owner.post('/api/v1/templates', waits)
    const body = { phone_number: aPhone(), ...template }
    expect(await client.post('/api/messages/template', body)).toMatchObject(
      refused(status, message),
    )
  })

  test('things of others are not found', async () => {
    const { messages, uuid: contact_id, phone } = await aContact()
    await sandbox.says(phone, 'Hello')
    const id = (await client.get(messages)).text('data.items.0.id')
    for (const [answer, message] of [
      [await foreigner.get(messages), 'Contact not found'],
      [await foreigner.post(messages, { text: 'x' }), 'Contact not found'],
      [
        await foreigner.post('/api/messages/template', {
          contact_id,
          template_name: 'hello_world',
        }),
        'Contact not found',
      ],
      [
        await foreigner.post('/api/messages/media', {
          contact_id,
          media_url: 'https://example.com/a',
        }),
        'Contact not found',
      ],
      [await foreigner.put(`/api/messages/${id}/read`), 'Message not found'],
      [await client.put('/api/messages/msg_nothing/read'), 'Message not found'],
      [await client.get('/api/contacts/contact_nobody/messages'), 'Contact not found'],
    ] as const) {
      expect(answer).toMatchObject(refused(404, message))
    }
    expect(await client.get('/api/contacts/x/messages')).toMatchObject(
      refused(400, 'Invalid contact ID'),
    )
  })

  test('what we wrote is not ours to read', async () => {
    const { messages } = await aContact()
    const id = (await client.post(messages, { text: 'x' })).text('data.id')
    expect(await client.put(`/api/messages/${id}/read`)).toMatchObject(
      refused(400, 'Only incoming messages can be marked as read'),
    )
  })

  test('a contact that has opted out is not written to', async () => {
    const { messages, id } = await aContact()
    await owner.patch(`/api/v1/contacts/${id}`, { optedOut: true })
    expect(await client.post(messages, { text: 'x' })).toMatchObject(
      refused(400, /not to be written/),
    )
  })

  test.each([
    ['none', {}, 'Missing authorization header'],
    ['a wrong key', { 'x-api-key': 'whm_00000000000000000000000000000000' }, 'Invalid API key'],
    ['a wrong token', { authorization: 'Bearer nothing' }, 'Invalid or expired token'],
    ['a header that is none', { authorization: 'whm_x' }, 'Invalid or expired token'],
  ])('with %s it is 401', async (_, headers, message) => {
    const { messages } = await aContact()
    const stranger = new Client(server.baseUrl, headers)
    expect(await stranger.get(messages)).toMatchObject(refused(401, message))
    expect(await stranger.post('/api/messages/media', '{')).toMatchObject(refused(401, message))
  })

  test('a key that is not made for it is 403', async () => {
    const { messages } = await aContact()
    const reader = await keyOf(owner, { scopes: ['read'] })
    expect((await reader.get(messages)).status).toBe(200)
    expect(await reader.post(messages, { text: 'x' })).toMatchObject(refused(403, /scope send/))
  })
})

test('one Idempotency-Key is one message, however many ask at once', async () => {
  const { messages, phone } = await aContact()
  const keyed = client.with({ 'idempotency-key': 'whatomate-1' })
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => keyed.post(messages, { text: 'Once' })),
  )
  expect(new Set(answers.map((each) => each.text('data.id'))).size).toBe(1)
  expect(await keyed.post(messages, { text: 'Twice' })).toMatchObject(refused(409, /Idempotency/))
  await expect.poll(() => sandbox.received(phone)).toHaveLength(1)
})

test('a workspace without a number says so', async () => {
  const added = await foreigner.put('/api/v1/contacts', { phone: '4916299999999' })
  const path = `/api/contacts/${added.text('data.uuid')}/messages`
  expect(await foreigner.post(path, { text: 'x' })).toMatchObject(
    refused(400, 'WhatsApp account not found'),
  )
})

test('a key has 100 requests a minute', async () => {
  const limited = await startTestServer({ env: { PARLEY_RATE_LIMITS: 'on' } })
  const token = await tokenOf(await signUpOwner(limited))
  const keys = await Promise.all(
    ['a', 'b'].map(async (name) => (await token.post('/api/v1/keys', { name })).text('data.key')),
  )
  const [one, two] = keys.map((key) => new Client(limited.baseUrl, { 'x-api-key': key }))
  if (!one || !two) throw new Error('no keys')
  const added = await token.put('/api/v1/contacts', { phone: '4916200000001' })
  const path = `/api/contacts/${added.text('data.uuid')}/messages`
  const first = await one.get(path)
  expect(first.headers.get('x-ratelimit-limit')).toBe('100')
  expect(first.headers.get('x-ratelimit-remaining')).toBe('99')
  expect(Number(first.headers.get('x-ratelimit-reset'))).toBeGreaterThan(1_700_000_000)
  const answers = await Promise.all(Array.from({ length: 100 }, () => one.get(path)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(99)
  const late = await one.get(path)
  expect(late).toMatchObject(refused(429, /Too many requests/))
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await two.get(path)).status).toBe(200)
  await limited.close()
})
