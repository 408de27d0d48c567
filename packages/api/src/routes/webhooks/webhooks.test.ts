import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { foreignerOf, signUpMember, signUpOwner, tokenOf } from '../../testing/people.ts'
import { Receiver } from '../../testing/Receiver.ts'
import { Sandbox } from '../../testing/Sandbox.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

const WEBHOOKS = '/api/v1/webhooks'
const EVENTS = ['message.received']

let server: TestServer
let receiver: Receiver
let browser: Client
let owner: Client
beforeAll(async () => {
  receiver = await Receiver.start()
  const PARLEY_ALLOW_PRIVATE_HOSTS = `127.0.0.1:${receiver.port}`
  server = await startTestServer({ env: { PARLEY_ALLOW_PRIVATE_HOSTS } })
  browser = await signUpOwner(server)
  owner = await tokenOf(browser)
})
afterAll(async () => {
  await server.close()
  await receiver.close()
})

const make = (given: object = {}) =>
  owner.post(WEBHOOKS, { url: receiver.url(), events: EVENTS, ...given })

describe('a webhook', () => {
  test('is made with a secret that is shown once, listed, changed and deleted', async () => {
    const made = await make()
    expect(made.status).toBe(201)
    expect(made.text('data.secret')).toMatch(/^whsec_[\w-]{43}$/)
    expect(made.body).toMatchObject({
      data: { format: 'native', status: 'active', events: EVENTS, numberId: null },
    })
    const path = `${WEBHOOKS}/${made.text('data.id')}`
    expect((await owner.get(path)).at('data.secret')).toBeUndefined()
    const put = await owner.put(path, { events: ['message.sent', 'message.sent'] })
    expect(put.at('data.events')).toEqual(['message.sent'])
    const patched = await owner.patch(path, { url: receiver.url('/elsewhere') })
    expect(patched.body).toMatchObject({
      data: { url: receiver.url('/elsewhere'), events: ['message.sent'] },
    })
    expect((await owner.delete(path)).body).toMatchObject({ data: { deleted: true } })
    expect((await owner.get(path)).status).toBe(404)
  })

  test('gets all events of its format when it names none', async () => {
    const made = await make({ events: undefined, format: '000' })
    expect(made.at('data.events')).toEqual([
      'message.incoming',
      'message.status',
      'contact.update',
      'media.upload',
    ])
  })

  test('is listed in pages, oldest first', async () => {
    const first = await make()
    const second = await make()
    const ids: unknown[] = []
    for (let cursor = ''; ; ) {
      const page = await owner.get(`${WEBHOOKS}?limit=1${cursor}`)
      ids.push(page.at('data.0.id'))
      if (page.at('pagination.next') === null) break
      cursor = `&cursor=${page.text('pagination.next')}`
    }
    expect(ids.slice(-2)).toEqual([first.at('data.id'), second.at('data.id')])
  })

  test.each([
    ['ftp://shop.example/hook', 'http'],
    ['javascript:alert(1)', 'http'],
    ['shop.example', 'http'],
    ['http://127.0.0.1:1/hook', 'private address'],
    ['http://0x7f000001/hook', 'private address'],
    ['http://[::1]/hook', 'private address'],
    ['http://169.254.169.254/latest/meta-data', 'private address'],
    ['http://localhost:3000/', 'private address'],
    ['https://api.localhost/', 'private address'],
  ])('may not be at %s', async (url, why) => {
    const made = await make({ url })
    expect(made.status).toBe(422)
    expect(made.text('errors.url.0')).toContain(why)
    const webhookId = (await make()).text('data.id')
    expect((await owner.patch(`${WEBHOOKS}/${webhookId}`, { url })).status).toBe(422)
  })

  test('refuses events that there are not, and names those that there are', async () => {
    const made = await make({ events: ['message.received', 'message.exploded'] })
    expect(made.status).toBe(422)
    expect(made.text('message')).toContain('events.1: is no event of the format native')
    expect(made.text('message')).toContain('message.received, message.queued, message.sent')
    const webhookId = (await make({ format: '004' })).text('data.id')
    const put = await owner.put(`${WEBHOOKS}/${webhookId}`, { events: ['message.incoming'] })
    expect(put.status).toBe(422)
    expect(put.text('message')).toContain('session.connected, session.disconnected')
  })

  test('refuses absurd lists of events', async () => {
    expect((await make({ events: Array(1_000).fill('message.sent') })).status).toBe(422)
    expect((await make({ events: [] })).status).toBe(422)
    expect((await make({ events: 'message.sent' })).status).toBe(422)
    expect((await make({ events: ['x'.repeat(10_000)] })).status).toBe(422)
  })

  test('is for a number of the own workspace only', async () => {
    const foreigner = await foreignerOf(server, browser)
    const theirs = await Sandbox.create(foreigner)
    expect((await make({ numberId: theirs.id })).status).toBe(404)
    const mine = await Sandbox.create(owner)
    expect((await make({ sessionId: mine.id })).at('data.numberId')).toBe(mine.id)
  })

  test('is nobody else’s', async () => {
    const path = `${WEBHOOKS}/${(await make()).text('data.id')}`
    const foreigner = await foreignerOf(server, browser)
    expect((await foreigner.get(path)).status).toBe(404)
    expect((await foreigner.delete(path)).status).toBe(404)
    expect((await foreigner.post(`${path}/test`)).status).toBe(404)
    expect((await foreigner.post(`${path}/rotate-secret`)).status).toBe(404)
    expect((await foreigner.get(`${path}/deliveries`)).status).toBe(404)
    expect((await foreigner.get(WEBHOOKS)).at('data')).toEqual([])
    for (const role of ['viewer', 'agent'] as const) {
      const member = await signUpMember(server, browser, role)
      expect((await member.get(WEBHOOKS)).status).toBe(403)
      expect((await member.post(`${path}/test`)).status).toBe(403)
    }
  })

  test('is made with a key of the workspace, if that was made for webhooks', async () => {
    const keyed = async (scopes: readonly string[]) => {
      const made = await owner.post('/api/v1/keys', { name: 'x', scopes })
      return server.stranger.with({ 'x-api-key': made.text('data.key') })
    }
    const request = { url: receiver.url(), events: EVENTS }
    expect((await (await keyed(['webhooks'])).post(WEBHOOKS, request)).status).toBe(201)
    expect((await (await keyed(['send', 'read'])).post(WEBHOOKS, request)).status).toBe(403)
  })

  test('goes with its number, and so do its deliveries', async () => {
    const sandbox = await Sandbox.create(owner)
    const webhookId = (await make({ numberId: sandbox.id })).text('data.id')
    await sandbox.says('4915100000001', 'Hello')
    const list = () => server.store.webhookDeliveries.list({ webhookId, limit: 10 })
    await expect.poll(async () => (await list()).items.length).toBe(1)
    await owner.delete(`/api/v1/numbers/${sandbox.id}`)
    expect((await owner.get(`${WEBHOOKS}/${webhookId}`)).status).toBe(404)
    expect((await list()).items).toEqual([])
  })
})

describe('the test of a webhook', () => {
  test('sends an example and shows what the receiver said', async () => {
    const { id } = await aQuietWebhook()
    receiver.answer = () => ({ status: 418, headers: { 'x-tea': 'yes' }, body: 'short and stout' })
    const tested = await owner.post(`${WEBHOOKS}/${id}/test`)
    receiver.answer = () => ({})
    expect(tested.body).toMatchObject({
      data: {
        event: 'number.connected',
        status: 418,
        headers: { 'x-tea': 'yes' },
        body: 'short and stout',
        error: null,
      },
    })
    const post = receiver.posts.at(-1)
    expect(post?.headers).toMatchObject({ 'x-parley-event': 'number.connected' })
    expect(post?.headers['x-parley-signature']).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/)
    expect(post?.body).toMatchObject({ type: 'number.connected' })
    expect((await owner.get(`${WEBHOOKS}/${id}/deliveries`)).at('data')).toEqual([])
  })

  test('shows in words why there was no answer', async () => {
    const made = await make({ url: 'http://host.invalid/' })
    const tested = await owner.post(`${WEBHOOKS}/${made.text('data.id')}/test`)
    expect(tested.body).toMatchObject({ data: { status: null } })
    expect(tested.text('data.error')).toContain('cannot be found')
  })

  test('of a 204 or a redirect shows just that', async () => {
    const { id } = await aQuietWebhook()
    receiver.answer = () => ({ status: 302, headers: { location: 'http://10.0.0.1/' } })
    expect((await owner.post(`${WEBHOOKS}/${id}/test`)).at('data.status')).toBe(302)
    receiver.answer = () => ({ status: 200, body: 'x'.repeat(100_000) })
    const long = await owner.post(`${WEBHOOKS}/${id}/test`)
    receiver.answer = () => ({})
    expect(long.at('data.status')).toBe(200)
    expect(long.text('data.body')).toHaveLength(4_096)
  })

  /** One that hears of nothing in this test. */
  async function aQuietWebhook(): Promise<{ id: string }> {
    return { id: (await make({ events: ['number.connected'] })).text('data.id') }
  }
})

describe('deliveries', () => {
  test('are listed, shown with what was sent and answered, and sent again', async () => {
    const sandbox = await Sandbox.create(owner)
    const webhookId = (await make({ numberId: sandbox.id })).text('data.id')
    const path = `${WEBHOOKS}/${webhookId}/deliveries`
    receiver.answer = () => ({ status: 200, body: 'thank you' })
    await sandbox.says('4915100000002', 'First')
    await sandbox.says('4915100000002', 'Second')
    await expect
      .poll(async () => (await owner.get(`${path}?status=delivered`)).at('data.1.status'))
      .toBe('delivered')
    const newest = await owner.get(`${path}?limit=1`)
    const rest = await owner.get(`${path}?limit=1&cursor=${newest.text('pagination.next')}`)
    expect(rest.at('pagination.next')).toBeNull()
    expect((await owner.get(`${path}?status=failed`)).at('data')).toEqual([])
    expect((await owner.get(`${path}?status=lost`)).status).toBe(422)

    const one = `${path}/${rest.text('data.0.id')}`
    const shown = await owner.get(one)
    expect(shown.body).toMatchObject({
      data: {
        event: 'message.received',
        attempts: 1,
        nextAttemptAt: null,
        lastStatus: 200,
        request: {
          url: receiver.url(),
          headers: { 'x-parley-delivery': rest.text('data.0.id') },
        },
        response: { status: 200, body: 'thank you', error: null },
      },
    })
    expect(shown.text('data.request.body')).toContain('First')
    const before = receiver.posts.length
    expect((await owner.post(`${one}/replay`)).at('data.status')).toBe('pending')
    await expect.poll(() => receiver.posts.length).toBe(before + 1)
    expect(receiver.posts.at(-1)?.text).toBe(shown.text('data.request.body'))
    receiver.answer = () => ({})
    expect((await owner.get(`${path}/whd_unknown`)).status).toBe(404)
    expect((await owner.post(`${path}/whd_unknown/replay`)).status).toBe(404)
  })

  test('are kept while it is paused, and sent when it is resumed', async () => {
    const sandbox = await Sandbox.create(owner)
    const made = await make({ numberId: sandbox.id, url: receiver.url('/paused') })
    const path = `${WEBHOOKS}/${made.text('data.id')}`
    const paused = await owner.post(`${path}/pause`)
    expect(paused.at('data.status')).toBe('paused')
    expect(paused.text('data.pausedReason')).toContain('by hand')
    await sandbox.says('4915100000003', 'While you were away')
    await expect
      .poll(async () => (await owner.get(`${path}/deliveries`)).at('data.0.status'))
      .toBe('pending')
    const delivery = await owner.get(`${path}/deliveries`)
    const replay = `${path}/deliveries/${delivery.text('data.0.id')}/replay`
    expect((await owner.post(replay)).status).toBe(409)
    const seen = () => receiver.posts.filter((post) => post.path === '/paused').length
    expect(seen()).toBe(0)
    expect((await owner.post(`${path}/resume`)).at('data.pausedReason')).toBeNull()
    await expect.poll(seen).toBe(1)
  })
})
