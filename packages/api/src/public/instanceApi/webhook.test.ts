import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { Instance } from '../../testing/Instance.ts'
import { signUpOwner, tokenOf } from '../../testing/people.ts'
import { Receiver } from '../../testing/Receiver.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let owner: Client
let receiver: Receiver
beforeAll(async () => {
  server = await startTestServer({ env: { PARLEY_ALLOW_PRIVATE_HOSTS: '127.0.0.1' } })
  owner = await tokenOf(await signUpOwner(server))
  receiver = await Receiver.start()
})
afterEach(() => {
  receiver.posts.length = 0
})
afterAll(async () => {
  await server.close()
  await receiver.close()
})

const ANA = '17472822486'
const UNSET = { set: false, webhookUrl: null }

/** What the customer's server was told, without what it would be told besides. */
const told = (field: 'messages' | 'ack') =>
  receiver.posts.flatMap(({ body }) => (body[field] === undefined ? [] : [body]))

describe('webhook', () => {
  test('is unset at first, is set, shown, changed and unset', async () => {
    const instance = await Instance.create(owner)
    expect((await instance.get('webhook')).body).toEqual(UNSET)
    for (const webhookUrl of ['https://requestb.in/1f9aj261', 'http://requestb.in/1f9aj262']) {
      const set = await instance.post('webhook', { webhookUrl })
      expect([set.status, set.body]).toEqual([200, { set: true, webhookUrl }])
      expect((await instance.get('webhook')).body).toEqual({ set: true, webhookUrl })
    }
    expect((await instance.post('webhook', { webhookUrl: '' })).body).toEqual(UNSET)
    expect((await instance.get('webhook')).body).toEqual(UNSET)
  })

  test('is a subscription like all others, and there is one for each number', async () => {
    const instance = await Instance.create(owner)
    await instance.post('webhook', { webhookUrl: receiver.url('/a') })
    await instance.post('webhook', { webhookUrl: receiver.url('/b') })
    const { body } = await owner.get('/api/v1/webhooks')
    const own = (body as { data: { numberId: string }[] }).data.filter(
      ({ numberId }) => numberId === instance.sandbox.id,
    )
    expect(own).toMatchObject([
      { url: receiver.url('/b'), format: '002', events: ['messages', 'ack'], status: 'active' },
    ])
  })

  test.each([
    ['nothing', {}],
    ['no address', { webhookUrl: 'x' }],
    ['another protocol', { webhookUrl: 'ftp://example.com' }],
    ['a script', { webhookUrl: 'javascript:alert(1)' }],
    ['an address of this network', { webhookUrl: 'http://10.0.0.1/' }],
  ])('with %s is 400', async (_, body) => {
    const instance = await Instance.create(owner)
    const answer = await instance.post('webhook', body)
    expect([answer.status, answer.body]).toEqual([400, { error: expect.any(String) }])
    expect((await instance.get('webhook')).body).toEqual(UNSET)
  })

  test('hears of messages of both directions, and of what became of ours', async () => {
    const instance = await Instance.create(owner)
    await instance.post('webhook', { webhookUrl: receiver.url() })
    await instance.sandbox.says(ANA, 'Ok!', {
      name: 'Ilya',
      messageId: 'DF38E6A25B42CC8CCE57EC40F',
    })
    const sent = await instance.post('sendMessage', { phone: ANA, body: 'Hello' })
    await expect.poll(() => [told('messages').length, told('ack').length]).toEqual([2, 2])
    const instanceId = String(instance.id)
    const { messages } = (await instance.get('messages')).body as { messages: unknown[] }
    expect(messages).toMatchObject([{ messageNumber: 1 }, { messageNumber: 2 }])
    // The same payload as /messages has.
    expect(told('messages')).toEqual(messages.map((each) => ({ messages: [each], instanceId })))
    expect(told('ack')).toEqual(
      ['delivered', 'viewed'].map((status) => ({
        ack: [
          {
            id: sent.text('id'),
            queueNumber: sent.at('queueNumber'),
            chatId: `${ANA}@c.us`,
            status,
          },
        ],
        instanceId,
      })),
    )
  })

  test('counts on from the messages that were there before it', async () => {
    const instance = await Instance.create(owner)
    for (const text of ['a', 'b', 'c']) await instance.sandbox.says(ANA, text)
    await instance.post('webhook', { webhookUrl: receiver.url() })
    await instance.sandbox.says(ANA, 'd')
    await expect.poll(() => told('messages')).toMatchObject([{ messages: [{ messageNumber: 4 }] }])
  })
})

describe('a message with a file', () => {
  const image = (id: string) => ({
    channelMessageId: id,
    aliases: [`phone:${ANA}`],
    address: ANA,
    isGroup: false,
    at: Date.now(),
    content: { type: 'image', mimeType: 'image/png' } as const,
  })

  test('is told once, when the file has come, with a link that works', async () => {
    const instance = await Instance.create(owner)
    await instance.post('webhook', { webhookUrl: receiver.url() })
    const upload = await owner
      .with({ 'content-type': 'text/plain' })
      .post('/api/v1/media', Buffer.from('The file'))
    const numberId = instance.sandbox.id
    const { messageId } = await server.pipeline.receive(numberId, image('AA'))
    const media = { mediaId: upload.text('data.id'), sizeBytes: 8 }
    const message = await server.store.messages.attachMedia(numberId, 'AA', media)
    if (!message) throw new Error(`${messageId} was stored`)
    server.live.publish(message.workspaceId, { type: 'message.updated', message })
    await instance.sandbox.says(ANA, 'Afterwards')
    await expect.poll(() => told('messages')).toHaveLength(2)
    expect(told('messages')).toMatchObject([
      { messages: [{ id: `false_${ANA}@c.us_AA`, type: 'image', messageNumber: 1 }] },
      { messages: [{ body: 'Afterwards' }] },
    ])
    const [first] = told('messages') as { messages: { body: string }[] }[]
    const link = first?.messages[0]?.body ?? ''
    expect(await (await fetch(link)).text()).toBe('The file')
  })

  test('is told without it when the file cannot be had', async () => {
    const instance = await Instance.create(owner)
    await instance.post('webhook', { webhookUrl: receiver.url() })
    const numberId = instance.sandbox.id
    await server.pipeline.receive(numberId, image('BB'))
    const failure = { failure: 'The phone has deleted it' }
    const message = await server.store.messages.attachMedia(numberId, 'BB', failure)
    if (!message) throw new Error('It was stored')
    server.live.publish(message.workspaceId, { type: 'message.updated', message })
    await expect
      .poll(() => told('messages'))
      .toMatchObject([{ messages: [{ id: `false_${ANA}@c.us_BB`, type: 'image', body: '' }] }])
  })
})

describe('ackNotificationsOn', () => {
  test.each(['get', 'post'] as const)('is set and shown by %s', async (verb) => {
    const instance = await Instance.create(owner)
    const method = 'settings/ackNotificationsOn'
    const set = (value: unknown) =>
      verb === 'get'
        ? instance.get(method, { ackNotificationsOn: String(value) })
        : instance.post(method, { ackNotificationsOn: value })
    expect((await instance.get(method)).body).toEqual({ ackNotificationsOn: true })
    for (const [value, isOn] of [
      [0, false],
      [1, true],
      [false, false],
      [true, true],
      ['0', false],
    ] as const) {
      const answer = await set(value)
      expect([answer.status, answer.body]).toEqual([200, { set: true, ackNotificationsOn: isOn }])
      expect((await instance.get(method)).body).toEqual({ ackNotificationsOn: isOn })
    }
  })

  test('switches off and on what the webhook hears, whichever was said first', async () => {
    const instance = await Instance.create(owner)
    const ack = (value: number) =>
      instance.post('settings/ackNotificationsOn', { ackNotificationsOn: value })
    await ack(0)
    await instance.post('webhook', { webhookUrl: receiver.url() })
    await instance.post('sendMessage', { phone: ANA, body: 'Quiet' })
    await expect.poll(() => instance.sandbox.received(ANA)).toMatchObject([{ status: 'read' }])
    // Told after everything about the message before it.
    await instance.sandbox.says(ANA, 'Afterwards')
    await expect.poll(() => told('messages')).toHaveLength(2)
    expect(told('ack')).toEqual([])
    await ack(1)
    const loud = await instance.post('sendMessage', { phone: ANA, body: 'Loud' })
    await expect
      .poll(() => told('ack'))
      .toMatchObject(Array.from({ length: 2 }, () => ({ ack: [{ id: loud.at('id') }] })))
  })
})

test('settings show and change what can be changed', async () => {
  const instance = await Instance.create(owner)
  const fixed = {
    sendDelay: 0,
    instanceStatuses: false,
    webhookStatuses: false,
    statusNotificationsOn: false,
    chatUpdateOn: false,
    videoUploadOn: true,
    guaranteedHooks: true,
    ignoreOldMessages: false,
  }
  expect((await instance.get('settings')).body).toEqual({
    ...fixed,
    webhookUrl: null,
    ackNotificationsOn: true,
  })
  const change = { webhookUrl: 'https://example.com/hook', ackNotificationsOn: false }
  const changed = await instance.post('settings', { ...change, sendDelay: 5 })
  expect(changed.body).toEqual({ update: change })
  expect((await instance.get('settings')).body).toEqual({ ...fixed, ...change })
})
