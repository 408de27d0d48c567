import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { foreignerOf, signUpOwner, tokenOf } from '../../testing/people.ts'
import { Sandbox } from '../../testing/Sandbox.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let client: Client
let foreigner: Client
let sandbox: Sandbox
beforeAll(async () => {
  server = await startTestServer()
  const owner = await signUpOwner(server)
  client = await tokenOf(owner)
  foreigner = await foreignerOf(server, owner)
  sandbox = await Sandbox.create(client)
})
afterAll(() => server.close())

const PATH = '/api/v1/templates'
const ORDER = {
  name: 'order_ready',
  language: 'en_US',
  header: 'Order {{1}}',
  body: 'Hello {{name}}, your order {{1}} is ready.',
  footer: 'Corner Bakery',
  buttons: [
    { type: 'url', text: 'Track', url: 'https://example.com/orders/{{1}}' },
    { type: 'quick_reply', text: 'Thanks' },
    { type: 'phone', text: 'Call us', phone: '+15551234567' },
  ],
}

describe('templates', () => {
  test('are kept with what they leave out', async () => {
    const made = await client.post(PATH, ORDER)
    expect(made).toMatchObject({
      status: 201,
      body: { data: { ...ORDER, category: 'UTILITY', status: 'APPROVED' } },
    })
    const path = `${PATH}/${made.text('data.id')}`
    expect((await client.get(path)).at('data')).toEqual(made.at('data'))
    expect((await client.get(`${PATH}?name=order_ready`)).at('data')).toEqual([made.at('data')])
  })

  test('are one for each name and language', async () => {
    const german = { ...ORDER, language: 'de' }
    expect((await client.post(PATH, german)).status).toBe(201)
    expect(await client.post(PATH, german)).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT', message: 'There is a template order_ready in de already' },
    })
    const many = await Promise.all(
      Array.from({ length: 5 }, () => client.post(PATH, { ...ORDER, name: 'raced' })),
    )
    expect(many.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  test('change, but for name and language', async () => {
    const path = `${PATH}/${(await client.post(PATH, { ...ORDER, name: 'changing' })).text('data.id')}`
    const changed = await client.patch(path, { body: 'New words', status: 'PAUSED' })
    expect(changed.at('data')).toMatchObject({
      name: 'changing',
      body: 'New words',
      status: 'PAUSED',
      footer: 'Corner Bakery',
      buttons: ORDER.buttons,
    })
    expect((await client.patch(path, { name: 'other' })).at('errors')).toEqual({
      name: ['is not known here'],
    })
    expect((await client.get(`${PATH}?status=PAUSED`)).at('data')).toEqual([changed.at('data')])
  })

  test('are deleted', async () => {
    const path = `${PATH}/${(await client.post(PATH, { ...ORDER, name: 'gone' })).text('data.id')}`
    expect((await client.delete(path)).status).toBe(200)
    expect((await client.get(path)).status).toBe(404)
    expect((await client.patch(path, { body: 'x' })).status).toBe(404)
    expect((await client.delete(path)).status).toBe(404)
  })

  test('of another workspace are not there', async () => {
    const made = await client.post(PATH, { ...ORDER, name: 'secret' })
    const path = `${PATH}/${made.text('data.id')}`
    expect((await foreigner.get(PATH)).at('data')).toEqual([])
    expect((await foreigner.get(path)).status).toBe(404)
    expect((await foreigner.patch(path, { body: 'x' })).status).toBe(404)
    expect((await foreigner.delete(path)).status).toBe(404)
    expect((await foreigner.post(PATH, { ...ORDER, name: 'secret' })).status).toBe(201)
  })

  test.each([
    ['capitals in the name', { name: 'Order Ready' }, 'name'],
    ['a language that is none', { language: 'english please' }, 'language'],
    ['no body', { body: '' }, 'body'],
    ['a body that is too long', { body: 'x'.repeat(4_097) }, 'body'],
    ['a button without an address', { buttons: [{ type: 'url', text: 'Go' }] }, 'buttons.0.url'],
    ['a button of no kind', { buttons: [{ type: 'dance', text: 'Go' }] }, 'buttons.0.type'],
    ['eleven buttons', { buttons: Array.from({ length: 11 }, () => ORDER.buttons[1]) }, 'buttons'],
    ['a status that is none', { status: 'approved' }, 'status'],
  ])('with %s are 422', async (_, given, field) => {
    const answer = await client.post(PATH, { ...ORDER, name: 'bad', ...given })
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.at('errors') ?? {})).toContain(field)
  })
})

describe('sending a template', () => {
  const send = (to: string, template: object) =>
    sandbox.keyed.post('/api/v1/send-message', { to, template })

  test('fills in its words, its header and its addresses', async () => {
    const parameters = { 1: '4711', name: 'Ana' }
    const sent = await send('4915300000001', {
      name: 'order_ready',
      language: 'en_US',
      parameters,
    })
    expect(sent.status).toBe(200)
    await expect
      .poll(() => sandbox.received('4915300000001'))
      .toMatchObject([
        {
          content: {
            type: 'template',
            name: 'order_ready',
            text: 'Hello Ana, your order 4711 is ready.',
            header: { type: 'text', text: 'Order 4711' },
            footer: 'Corner Bakery',
            buttons: [
              { type: 'url', title: 'Track', url: 'https://example.com/orders/4711' },
              { type: 'quickReply', title: 'Thanks' },
              { type: 'phone', title: 'Call us', phone: '+15551234567' },
            ],
            parameters,
          },
        },
      ])
  })

  test('is refused without a value, without approval and without a template', async () => {
    const to = '4915300000002'
    const missing = await send(to, { name: 'order_ready', parameters: { 1: '4711' } })
    expect(missing).toMatchObject({ status: 422 })
    expect(missing.text('message')).toContain('name')
    await client.post(PATH, { ...ORDER, name: 'waiting', status: 'PENDING' })
    const waiting = await send(to, { name: 'waiting', parameters: { 1: 'x', name: 'x' } })
    expect(waiting.text('message')).toContain('status: PENDING')
    expect(await send(to, { name: 'nothing' })).toMatchObject({ status: 404 })
    expect(await send(to, { name: 'order_ready', language: 'fr' })).toMatchObject({ status: 404 })
    // Not even one that a prototype would have.
    expect(await send(to, { name: 'constructor' })).toMatchObject({ status: 404 })
  })
})

test('places that have names may be filled by their order', async () => {
  const body = 'Hello {{name}}, your order {{order}} is ready, {{constructor}}.'
  await client.post(PATH, { name: 'by_order', language: 'en', body })
  const send = (parameters: object) =>
    sandbox.keyed.post('/api/v1/send-message', {
      to: '4915300000077',
      template: { name: 'by_order', parameters },
    })
  expect((await send({ 1: 'Ana', 2: '17' })).text('message')).toContain('constructor')
  expect((await send({ 1: 'Ana', 2: '17', 3: 'builder' })).status).toBe(200)
  await expect
    .poll(() => sandbox.received('4915300000077'))
    .toMatchObject([{ content: { text: 'Hello Ana, your order 17 is ready, builder.' } }])
})

test('a template may have a picture above its words', async () => {
  const headerMedia = { type: 'image', url: 'https://example.com/cake.jpg' }
  const made = await client.post(PATH, { name: 'cake', language: 'en', body: 'Cake!', headerMedia })
  expect(made).toMatchObject({ status: 201, body: { data: { headerMedia } } })
  const to = '4915300000078'
  await sandbox.keyed.post('/api/v1/send-message', { to, template: { name: 'cake' } })
  await expect
    .poll(() => sandbox.received(to))
    .toMatchObject([{ content: { text: 'Cake!', header: headerMedia } }])
  const stolen = {
    ...ORDER,
    name: 'stolen',
    headerMedia: { type: 'image', mediaId: 'med_nothing' },
  }
  expect((await client.post(PATH, stolen)).status).toBe(422)
})
