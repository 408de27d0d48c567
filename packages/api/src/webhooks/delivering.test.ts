import { createHmac } from 'node:crypto'
import { FakeClock } from '@parley/runtime/testing'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Answer, type Client } from '../testing/Client.ts'
import { signUpOwner, tokenOf } from '../testing/people.ts'
import { type ReceivedPost, Receiver } from '../testing/Receiver.ts'
import { Sandbox } from '../testing/Sandbox.ts'
import { startTestServer, type TestServer, type TestServerOptions } from '../testing/testServer.ts'

const WEBHOOKS = '/api/v1/webhooks'
const HOUR_MS = 3_600_000
const PHONE = '4915100000001'
const TEXT = 'data.message.content.text'

let server: TestServer
let receiver: Receiver
let owner: Client
beforeEach(async () => {
  receiver = await Receiver.start()
})
afterEach(async () => {
  await server.close()
  await receiver.close()
})

async function start(options: TestServerOptions = {}): Promise<void> {
  const env = { PARLEY_ALLOW_PRIVATE_HOSTS: '127.0.0.1' }
  server = await startTestServer({ env, ...options })
  owner = await tokenOf(await signUpOwner(server))
}

/** One that says everything there is, unless told otherwise. */
async function subscribe(given: object = {}): Promise<{ path: string; secret: string }> {
  const made = await owner.post(WEBHOOKS, { url: receiver.url(), ...given })
  return { path: `${WEBHOOKS}/${made.text('data.id')}`, secret: made.text('data.secret') }
}

/** What a platform hands over. */
const receive = (numberId: string, phone: string, text: string) =>
  server.pipeline.receive(numberId, {
    channelMessageId: text,
    aliases: [`phone:${phone}`],
    address: phone,
    isGroup: false,
    at: Date.now(),
    content: { type: 'text', text },
  })

const textOf = ({ body }: ReceivedPost): string => new Answer(200, new Headers(), body).text(TEXT)
const texts = (posts: readonly ReceivedPost[] = receiver.posts) => posts.map(textOf)
const countOf = async (path: string, status: string) => {
  const { body } = await owner.get(`${path}/deliveries?limit=100&status=${status}`)
  return (Reflect.get(Object(body), 'data') as unknown[]).length
}

/** Moves time on, at last in small steps with time for network and database between, until something is there. */
async function pass(clock: FakeClock, ms: number, isThere: () => Promise<boolean>): Promise<void> {
  await clock.advance(ms)
  for (let step = 0; step < 500; step += 1) {
    if (await isThere()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
    // Leases are renewed at this pace.
    await clock.advance(2_000)
  }
  throw new Error('It never came')
}

describe('what happens in a conversation', () => {
  test('is told in order, signed, and with the objects of the REST API', async () => {
    await start()
    const { secret } = await subscribe()
    const sandbox = await Sandbox.create(owner)
    const messageId = await sandbox.says(PHONE, 'Hello', { name: 'Ana' })
    await sandbox.keyed.post('/api/v1/send-message', { to: PHONE, text: 'Hi Ana' })
    const expected = ['received', 'queued', 'sent', 'delivered', 'read'].map(
      (status) => `message.${status}`,
    )
    const ofMessages = () => receiver.all('type').filter((type) => type.startsWith('message.'))
    await expect.poll(ofMessages).toEqual(expected)
    const post = receiver.posts.find(({ body }) => body.type === 'message.received')
    expect(post?.body).toMatchObject({
      numberId: sandbox.id,
      data: {
        message: { id: messageId, direction: 'inbound', content: { type: 'text', text: 'Hello' } },
        contact: { phone: `+${PHONE}`, name: 'Ana' },
      },
    })
    for (const { headers, text, body } of receiver.posts) {
      expect(headers).toMatchObject({
        'content-type': 'application/json',
        'x-parley-event': body.type,
        'x-parley-delivery': expect.stringMatching(/^whd_/),
      })
      expect(headers['x-webhook-signature']).toBeUndefined()
      const [, time, signature] =
        /^t=(\d+),v1=(\w+)$/.exec(String(headers['x-parley-signature'])) ?? []
      expect(signature).toBe(createHmac('sha256', secret).update(`${time}.${text}`).digest('hex'))
    }
    const statuses = receiver.posts.filter(({ body }) => String(body.type).endsWith('delivered'))
    expect(statuses[0]?.body).toMatchObject({ data: { message: { status: 'delivered' } } })
  })

  test('reaches those who asked for it, and nobody else', async () => {
    await start()
    const [here, there] = [await Sandbox.create(owner), await Sandbox.create(owner)]
    await subscribe({ numberId: here.id, events: ['message.received'], url: receiver.url('/here') })
    await subscribe({ events: ['message.received'], url: receiver.url('/all') })
    await subscribe({ events: ['message.failed'], url: receiver.url('/failed') })
    await there.says(PHONE, 'There')
    await here.says(PHONE, 'Here')
    const at = (path: string) => texts(receiver.posts.filter((post) => post.path === path))
    await expect.poll(() => at('/all').toSorted()).toEqual(['Here', 'There'])
    await expect.poll(() => at('/here')).toEqual(['Here'])
    expect(at('/failed')).toEqual([])
  })

  test('costs nothing where nobody asked', async () => {
    await start()
    const sandbox = await Sandbox.create(owner)
    await sandbox.says(PHONE, 'First')
    const insert = vi.spyOn(server.store.webhookDeliveries, 'insert')
    const list = vi.spyOn(server.store.webhooks, 'listOfWorkspace')
    for (let index = 0; index < 20; index += 1) await sandbox.says(PHONE, `Word ${index}`)
    expect(insert).not.toHaveBeenCalled()
    expect(list.mock.calls.length).toBeLessThanOrEqual(1)
  })

  test('is told when a person takes over, a contact changes, and a number comes and goes', async () => {
    await start()
    const sandbox = await Sandbox.create(owner)
    const messageId = await sandbox.says(PHONE, 'Help')
    const message = await owner.get(`/api/v1/messages/${messageId}`)
    await subscribe({
      events: [
        'conversation.handover',
        'contact.updated',
        'number.disconnected',
        'number.connected',
      ],
    })
    const conversation = `/api/v1/conversations/${message.text('data.conversationId')}`
    await owner.post(`${conversation}/take-over`, { to: 'Support' })
    await owner.put('/api/v1/contacts', { phone: PHONE, name: 'Ana' })
    await sandbox.set({ connected: false })
    await sandbox.set({ connected: true })
    const seen = () => receiver.all('type').toSorted()
    await expect
      .poll(seen)
      .toEqual([
        'contact.updated',
        'conversation.handover',
        'number.connected',
        'number.disconnected',
      ])
    const data = Object.fromEntries(receiver.posts.map(({ body }) => [body.type, body.data]))
    expect(data).toMatchObject({
      'contact.updated': { contact: { name: 'Ana' } },
      'conversation.handover': { handover: { to: 'Support' } },
      'number.connected': { number: { id: sandbox.id, status: 'connected' } },
    })
  })

  test('is told in the words of the Chat API to those who want them', async () => {
    await start()
    await subscribe({ format: '000' })
    const sandbox = await Sandbox.create(owner)
    const picture = { type: 'image', url: 'https://example.com/a.jpg', caption: 'Look' }
    await sandbox.says(PHONE, picture, { name: 'Ana' })
    await sandbox.keyed.post('/api/v1/send-message', { to: PHONE, text: 'Nice' })
    await expect
      .poll(() => receiver.all('event').toSorted())
      .toEqual(['media.upload', 'message.incoming', ...Array(3).fill('message.status')])
    const [incoming, media, sent] = receiver.posts
    expect(incoming?.body).toMatchObject({
      event: 'message.incoming',
      id: expect.stringMatching(/^evt_/),
      timestamp: expect.stringMatching(/Z$/),
      data: { from: `+${PHONE}`, text: 'Look', media: { mediaType: 'image' } },
    })
    expect(media?.body).toMatchObject({
      data: { mediaType: 'image', mediaUrl: 'https://example.com/a.jpg', caption: 'Look' },
    })
    expect(sent?.body).toMatchObject({ data: { status: 'sent' } })
    await owner.put('/api/v1/contacts', { phone: PHONE, name: 'Anna' })
    await expect
      .poll(() => receiver.posts.at(-1)?.body)
      .toMatchObject({ event: 'contact.update', data: { phone: `+${PHONE}`, name: 'Anna' } })
  })
})

describe('a receiver that fails every third request', () => {
  test('gets everything, in order within each conversation', async () => {
    await start()
    let count = 0
    receiver.answer = () => ({ status: (count += 1) % 3 === 0 ? 500 : 200 })
    const { path } = await subscribe({ events: ['message.received'] })
    const sandbox = await Sandbox.create(owner)
    const phones = Array.from({ length: 40 }, (_, index) => `49152000000${10 + index}`)
    const words = ['one', 'two', 'three', 'four', 'five']
    for (const word of words) {
      await Promise.all(phones.map((phone) => receive(sandbox.id, phone, `${phone} ${word}`)))
    }
    const taken = () => texts(receiver.posts.filter((_, index) => (index + 1) % 3 !== 0))
    await expect.poll(() => taken().length, { timeout: 20_000 }).toBe(200)
    for (const phone of phones) {
      const ofPhone = taken().filter((text) => String(text).startsWith(phone))
      expect(ofPhone).toEqual(words.map((word) => `${phone} ${word}`))
    }
    await expect.poll(() => countOf(path, 'pending')).toBe(0)
  }, 40_000)
})

describe('a receiver that does not answer', () => {
  test('delays nobody else, and gets everything once it is back', async () => {
    await start()
    receiver.answer = ({ path }) => (path === '/dead' ? { hang: true } : {})
    await subscribe({ events: ['message.received'], url: receiver.url('/dead') })
    await subscribe({ events: ['message.received'], url: receiver.url('/alive') })
    const sandbox = await Sandbox.create(owner)
    for (let index = 0; index < 30; index += 1) await sandbox.says(`49153000000${10 + index}`, 'x')
    const alive = () => receiver.posts.filter(({ path }) => path === '/alive').length
    await expect.poll(alive).toBe(30)
    // So many conversations at a time, and no more.
    expect(receiver.posts.filter(({ path }) => path === '/dead').length).toBeLessThanOrEqual(20)
  })

  test('loses nothing while it restarts, whatever its proxy says meanwhile', async () => {
    await start()
    await subscribe({ events: ['message.received'] })
    const sandbox = await Sandbox.create(owner)
    receiver.answer = () => ({ status: 404, body: 'no such route yet' })
    await sandbox.says(PHONE, 'One')
    await sandbox.says(PHONE, 'Two')
    await expect.poll(() => receiver.posts.length).toBeGreaterThanOrEqual(1)
    await receiver.close()
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    receiver = await Receiver.start(receiver.port)
    await expect.poll(() => texts(), { timeout: 10_000 }).toEqual(['One', 'Two'])
  })

  test('is left alone for as long as it asks', async () => {
    const clock = new FakeClock()
    await start({ clock })
    const { path } = await subscribe({ events: ['message.received'] })
    const sandbox = await Sandbox.create(owner)
    receiver.answer = () => ({ status: 503, headers: { 'retry-after': '600' } })
    await sandbox.says(PHONE, 'One')
    await expect.poll(() => countOf(path, 'pending')).toBe(1)
    await expect.poll(() => receiver.posts.length).toBe(1)
    const askedAt = clock.now()
    receiver.answer = () => ({})
    await pass(clock, 590_000, async () => receiver.posts.length === 2)
    expect(clock.now() - askedAt).toBeGreaterThanOrEqual(600_000)
  })

  test('is tried for a day, then its delivery is given up, it is paused, and all can be sent again', async () => {
    const clock = new FakeClock()
    await start({ clock })
    const { path } = await subscribe({ events: ['message.received'] })
    const sandbox = await Sandbox.create(owner)
    receiver.answer = () => ({ status: 500, body: 'broken' })
    await sandbox.says(PHONE, 'One')
    await expect.poll(() => receiver.posts.length).toBe(1)
    await pass(clock, 23 * HOUR_MS, async () => receiver.posts.length > 1)
    expect(await countOf(path, 'failed')).toBe(0)
    await pass(clock, 0, async () => (await owner.get(path)).at('data.failingSince') !== null)
    expect((await owner.get(path)).at('data.status')).toBe('active')

    await pass(clock, 2 * HOUR_MS, async () => (await countOf(path, 'failed')) === 1)
    await pass(clock, 0, async () => (await owner.get(path)).at('data.status') === 'paused')
    expect((await owner.get(path)).text('data.pausedReason')).toContain('24 hours')
    const log = await owner.get('/api/v1/audit-log?limit=1')
    expect(log.body).toMatchObject({ data: [{ action: 'webhook.paused' }] })

    receiver.answer = () => ({})
    expect((await owner.post(`${path}/replay`)).at('data.replayed')).toBe(1)
    await owner.post(`${path}/resume`)
    await pass(clock, 0, async () => (await countOf(path, 'delivered')) === 1)
    expect((await owner.get(path)).at('data.failingSince')).toBeNull()
  }, 60_000)
})

test('after a rotation both secrets sign, for a day', async () => {
  const clock = new FakeClock()
  await start({ clock })
  const { path, secret } = await subscribe({ events: ['message.received'] })
  const sandbox = await Sandbox.create(owner)
  const rotated = await owner.post(`${path}/rotate-secret`)
  expect(rotated.text('data.previousSecretUntil')).toContain('T')
  await sandbox.says(PHONE, 'One')
  await expect.poll(() => receiver.posts.length).toBe(1)
  const signaturesOf = (index: number) => {
    const [, time = '', signatures = ''] =
      /^t=(\d+),(.*)$/.exec(String(receiver.posts[index]?.headers['x-parley-signature'])) ?? []
    return { time, signatures: signatures.split(',').map((each) => each.slice('v1='.length)) }
  }
  const by = (key: string, index: number) =>
    createHmac('sha256', key)
      .update(`${signaturesOf(index).time}.${receiver.posts[index]?.text}`)
      .digest('hex')
  const fresh = rotated.text('data.secret')
  expect(signaturesOf(0).signatures).toEqual([by(fresh, 0), by(secret, 0)])
  // Everything that is done every few seconds, for 25 hours, would take longer than the test has.
  await clock.sleep(25 * HOUR_MS)
  await sandbox.says(PHONE, 'Two')
  await pass(clock, 0, async () => receiver.posts.length === 2)
  expect(signaturesOf(1).signatures).toEqual([by(fresh, 1)])
})

test('how deliveries get on is among the figures', async () => {
  await start()
  const { path } = await subscribe({ events: ['message.received'] })
  const sandbox = await Sandbox.create(owner)
  await sandbox.says(PHONE, 'One')
  await expect.poll(() => receiver.posts.length).toBe(1)
  await owner.post(`${path}/pause`)
  await sandbox.says(PHONE, 'Two')
  await expect.poll(() => countOf(path, 'pending')).toBe(1)
  const text = String((await server.stranger.get('/metrics')).body)
  expect(text).toContain('parley_webhook_attempts_total{outcome="delivered"} 1')
  expect(text).toContain('parley_webhook_pending 1')
})
