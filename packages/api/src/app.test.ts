import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Endpoint } from './http/endpoint.ts'
import { arbitraryBody } from './testing/arbitraryBody.ts'
import { type Answer, Client } from './testing/Client.ts'
import { foreignerOf, signUpMember, signUpOwner, tokenOf } from './testing/people.ts'
import { Sandbox } from './testing/Sandbox.ts'
import { startTestServer, type TestServer } from './testing/testServer.ts'

/**
 * Walks every route there is. A new one joins by itself; it only needs a body that it would accept, and a thing of ours
 * for a new kind of id in its path. Both are asked for by name.
 */

/** Stands in everything that the first workspace has: whoever sees it, sees what is not theirs. */
const SECRET = 'Zebra-Quittung'

/** Open to everybody, each for a reason: they are how one gets a credential. */
const OPEN = [
  'GET /api/v1/auth/setup',
  'POST /api/v1/auth/sign-up',
  'POST /api/v1/auth/login',
  'POST /api/v1/auth/forgot-password',
  'POST /api/v1/auth/reset-password',
  'POST /api/v1/auth/invitation',
  // Its link is signed: that is the credential.
  'GET /instance:instanceId/file/:mediaId',
]
/** Routes that are no operations of the API. */
const BESIDE_THE_API = [
  'GET /',
  'GET /docs',
  'GET /docs/start.js',
  'GET /docs/swagger-ui-bundle.js',
  'GET /docs/swagger-ui.css',
  'GET /healthz',
  'GET /metrics',
  'GET /openapi.json',
  'GET /readyz',
]

/** Name no thing of a workspace: whoever has a number may ask about the whole world. */
const ABOUT_ANYBODY = ['GET /api/v1/on-whatsapp/:phone']

/** Of how the server is made: a place in a file, a library, a line of a stack trace as JSON writes it. */
const INNARDS = /\.ts:\d|node_modules|Mongo|Zod|\\n\s+at /

/** The walk goes to every route as many strangers. */
const WALK_TIMEOUT_MS = 90_000

const FLOW = {
  nodes: [
    {
      id: 'start',
      type: 'start',
      position: { x: 0, y: 0 },
      data: { triggers: [{ type: 'keyword', id: 't', words: [SECRET], match: 'exact' }] },
    },
    { id: 'say', type: 'text', position: { x: 0, y: 0 }, data: { text: SECRET } },
  ],
  edges: [{ id: 'e', source: 'start', target: 'say' }],
}

let server: TestServer
let owner: Client
let ids: Readonly<Record<string, string>>
let keyed: Client
/** Everybody who has nothing to do with the first workspace, though all of it with the server. */
let foreigners: Readonly<Record<string, Client>>

beforeAll(async () => {
  server = await startTestServer()
  const browser = await signUpOwner(server)
  owner = await tokenOf(browser)
  const elsewhere = await foreignerOf(server, browser)
  const workspaceId = (await elsewhere.get('/api/v1/workspaces')).text('data.0.id')
  const there = browser.with({ 'x-workspace-id': workspaceId })
  const eve = await signUpMember(server, there, 'owner', 'eve@example.com')
  // Nothing changes by itself while the walk looks for changes.
  const sandbox = await Sandbox.create(owner, { autoStatus: false })
  keyed = sandbox.keyed
  ids = await fill(browser, sandbox)
  foreigners = {
    'a token of the same person for another workspace': elsewhere,
    'a login of somebody else': eve,
    'a token of somebody else': await tokenOf(eve),
    'the key of a number elsewhere': (await Sandbox.create(elsewhere)).keyed,
    'the key of a workspace elsewhere': await keyOf(elsewhere),
  }
})
afterAll(() => server.close())

async function keyOf(client: Client): Promise<Client> {
  const made = await client.post('/api/v1/keys', { name: 'x' })
  return new Client(client.baseUrl, { 'x-api-key': made.text('data.key') })
}

/** An instance token of the number, with the id that the number has there. */
async function instanceOf({ id: numberId }: Sandbox) {
  const key = await server.accounts.apiKeys.findInstanceOf(numberId)
  return { instanceId: String(key?.instanceId) }
}

async function groupOf({ keyed: client }: Sandbox): Promise<string> {
  const group = { name: SECRET, participants: ['4915700000001'] }
  return (await client.post('/api/v1/groups', group)).text('id')
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

/** One of everything, with the secret in it. Gives the ids by the names that they have in paths. */
async function fill(browser: Client, sandbox: Sandbox): Promise<Record<string, string>> {
  const flow = await owner.post('/api/v1/flows', { name: SECRET, draft: FLOW })
  const flowId = flow.text('data.id')
  const publish = { numberIds: [sandbox.id], note: SECRET }
  await owner.post(`/api/v1/flows/${flowId}/publish`, publish)
  const scheduledPublish = await owner.post(`/api/v1/flows/${flowId}/scheduled-publishes`, {
    ...publish,
    scheduledFor: inAnHour(),
  })
  const messageId = await sandbox.says('4915700000001', SECRET, { name: SECRET })
  await vi.waitFor(async () => expect(await sandbox.received('4915700000001')).toHaveLength(1))
  const contact = await owner.get('/api/v1/contacts/4915700000001')
  const message = await owner.get(`/api/v1/messages/${messageId}`)
  const template = await owner.post('/api/v1/templates', {
    name: 'secret',
    language: 'de',
    body: SECRET,
  })
  const file = Buffer.from(SECRET)
  const media = await owner.with({ 'content-type': 'text/plain' }).post('/api/v1/media', file)
  // Nobody is there: it is kept, and shown as waiting.
  const url = `https://${SECRET.toLowerCase()}.invalid/${SECRET}`
  const webhook = await owner.post('/api/v1/webhooks', { url, events: ['message.received'] })
  await owner.post(`/api/v1/webhooks/${webhook.text('data.id')}/pause`)
  const me = await browser.get('/api/v1/auth/me')
  const workspaceId = me.text('data.workspaces.0.id')
  await signUpMember(server, browser, 'viewer', 'zebra@example.com')
  const invited = { email: 'invited-zebra@example.com', role: 'agent' }
  const invitation = await browser.post(`/api/v1/workspaces/${workspaceId}/members`, invited)
  return {
    numberId: sandbox.id,
    ...(await instanceOf(sandbox)),
    sessionId: sandbox.id,
    flowId,
    versionNumber: '1',
    scheduledPublishId: scheduledPublish.text('data.id'),
    contactId: contact.text('data.id'),
    conversationId: message.text('data.conversationId'),
    messageId,
    templateId: template.text('data.id'),
    mediaId: media.text('data.id'),
    tokenId: (await owner.get('/api/v1/tokens')).text('data.0.id'),
    jid: await groupOf(sandbox),
    phone: '4915700000001',
    keyId: (await owner.post('/api/v1/keys', { name: SECRET })).text('data.id'),
    workspaceId,
    userId: me.text('data.user.id'),
    invitationId: invitation.text('data.id'),
    webhookId: webhook.text('data.id'),
    deliveryId: (await aDelivery(webhook.text('data.id'), sandbox)).id,
  }
}

/** Of one more message to the sandbox. */
async function aDelivery(webhookId: string, sandbox: Sandbox): Promise<{ readonly id: string }> {
  await sandbox.says('4915700000001', SECRET)
  return vi.waitFor(async () => {
    const { items } = await server.store.webhookDeliveries.list({ webhookId, limit: 1 })
    if (items[0]) return items[0]
    throw new Error('No delivery yet')
  })
}

/** What each operation with a body would take, with ids of the first workspace wherever ids go. */
function bodyOf(endpoint: Endpoint): unknown {
  const { method, path } = endpoint
  const instanceBody = INSTANCE_BODIES[methodOf(endpoint)]
  if (isInstanceApi(endpoint) && instanceBody) return instanceBody
  const content = { type: 'text', text: 'x' }
  const password = 'correct horse battery'
  const bodies: Readonly<Record<string, unknown>> = {
    'POST /api/v1/auth/change-password': { currentPassword: password, password },
    'POST /api/v1/auth/accept-invitation': { token: 'x' },
    'POST /api/v1/workspaces': { name: 'x' },
    'PATCH /api/v1/workspaces/:workspaceId': { name: 'x' },
    'POST /api/v1/workspaces/:workspaceId/members': { email: 'x@example.com', role: 'owner' },
    'PATCH /api/v1/workspaces/:workspaceId/members/:userId': { role: 'viewer' },
    'POST /api/v1/tokens': { name: 'x' },
    'POST /api/v1/keys': { name: 'x', numberId: ids.numberId },
    'POST /api/v1/keys/:keyId/rotate': {},
    'POST /api/v1/numbers': { name: 'x', channel: 'sandbox' },
    'PATCH /api/v1/numbers/:numberId': { name: 'x' },
    'POST /api/v1/numbers/:numberId/pairing-code': { phone: '4915700000001' },
    'POST /api/v1/whatsapp-sessions': { name: 'x', channel: 'sandbox' },
    'PUT /api/v1/whatsapp-sessions/:sessionId': { webhook_url: 'https://example.invalid/' },
    'PATCH /api/v1/whatsapp-sessions/:sessionId': { webhook_url: 'https://example.invalid/' },
    'POST /api/v1/media': { base64: 'eA==', filename: 'x.txt' },
    'POST /api/v1/messages': {
      to: '+4915700000002',
      type: 'text',
      text: 'x',
      numberId: ids.numberId,
    },
    'POST /api/v1/groups': { name: 'x', participants: ['4915700000002'], sessionId: ids.sessionId },
    'POST /api/v1/groups/:jid/participants/add': {
      participants: ['4915700000002'],
      sessionId: ids.sessionId,
    },
    'POST /api/v1/groups/:jid/participants/remove': {
      participants: ['4915700000002'],
      sessionId: ids.sessionId,
    },
    'POST /api/v1/groups/:jid/leave': { sessionId: ids.sessionId },
    'POST /api/v1/send-message': { to: '4915700000002', text: 'x', sessionId: ids.sessionId },
    'POST /api/v1/sandbox/:numberId/inbound': { from: '4915700000002', content: 'x' },
    'POST /api/v1/sandbox/:numberId/status': { messageId: ids.messageId, status: 'read' },
    'PATCH /api/v1/sandbox/:numberId': { connected: false },
    'POST /api/v1/flows': { name: 'x' },
    'PATCH /api/v1/flows/:flowId': { name: 'x' },
    'PUT /api/v1/flows/:flowId/draft': { revision: 1, draft: { nodes: [], edges: [] } },
    'POST /api/v1/flows/:flowId/publish': { numberIds: [ids.numberId] },
    'POST /api/v1/flows/:flowId/unpublish': {},
    'POST /api/v1/flows/:flowId/trial/promote': { versionNumber: 1 },
    'POST /api/v1/flows/:flowId/trial/end': { versionNumber: 1 },
    'POST /api/v1/flows/:flowId/scheduled-publishes': {
      numberIds: [ids.numberId],
      scheduledFor: inAnHour(),
    },
    'POST /api/v1/flows/:flowId/versions/:versionNumber/restore': { revision: 1 },
    'POST /api/v1/flows/:flowId/simulate-http': {
      method: 'GET',
      url: 'https://example.com',
      headers: {},
      timeoutMs: 1_000,
    },
    'POST /api/v1/conversations/:conversationId/messages': { content },
    'POST /api/v1/conversations/:conversationId/take-over': { to: 'x' },
    'PUT /api/v1/contacts': { phone: '4915700000001', name: 'x' },
    'PATCH /api/v1/contacts/:contactId': { name: 'x', optedOut: true },
    'POST /api/v1/webhooks': { url: 'https://example.invalid/', numberId: ids.numberId },
    'PUT /api/v1/webhooks/:webhookId': { events: ['message.sent'] },
    'PATCH /api/v1/webhooks/:webhookId': { events: ['message.sent'] },
    'POST /api/contacts/:contactId/messages': { type: 'text', text: 'x' },
    'POST /api/messages/template': { contact_id: ids.contactId, template_name: 'secret' },
    'POST /api/messages/media': {
      contact_id: ids.contactId,
      media_url: 'https://example.com/x.png',
    },
    ...Object.fromEntries(
      ['whatsapp', 'messenger', 'instagram', 'telegram'].flatMap((channel) => [
        [`POST /v1/messages/${channel}/sendtext`, { ...toOurs(), textMessage: 'x' }],
        [
          `POST /v1/messages/${channel}/sendmedia`,
          { ...toOurs(), mediaUrl: 'https://example.com/x', mimeType: 'image/png' },
        ],
      ]),
    ),
    'POST /v1/messages/whatsapp/sendtemplate': { ...toOurs(), template: 'secret' },
    'POST /v1/messages/messenger/sendtemplate': { ...toOurs(), elements: [{ title: 'x' }] },
    'POST /v1/messages/instagram/sendtemplate': { ...toOurs(), elements: [{ title: 'x' }] },
    'POST /v1/messages/telegram/sendtemplate': { ...toOurs(), textMessage: 'x', buttons: ['y'] },
    'POST /api/v1/templates': { name: 'x', language: 'de', body: 'x' },
    'PATCH /api/v1/templates/:templateId': { body: 'x' },
  }
  const name = `${method.toUpperCase()} ${path}`
  if (!(name in bodies)) throw new Error(`This test needs a body that ${name} would take`)
  return bodies[name]
}

/** Whom requests of WhautoChat are for. */
const toOurs = () => ({ contact: { id: ids.contactId }, workspace: { id: ids.workspaceId } })

/** What the methods of the instance API would take, under either of their addresses. */
const INSTANCE_BODIES: Readonly<Record<string, object>> = {
  sendMessage: { phone: '4915700000002', body: 'x' },
  message: { phone: '4915700000002', body: 'x' },
  sendFile: { phone: '4915700000002', body: 'https://example.com/x.png', filename: 'x.png' },
  sendPTT: { phone: '4915700000002', audio: 'https://example.com/x.ogg' },
  sendLink: { phone: '4915700000002', body: 'https://example.com' },
  sendLocation: { phone: '4915700000002', lat: 52, lng: 13 },
  sendContact: { phone: '4915700000002', contactId: '4915700000001@c.us' },
  sendVCard: { phone: '4915700000002', vcard: 'BEGIN:VCARD\nFN:x\nTEL:1\nEND:VCARD' },
  readChat: { phone: '4915700000001' },
  group: { groupName: 'x', phones: ['4915700000002'] },
  logout: {},
  reboot: {},
  clearMessagesQueue: {},
  webhook: { webhookUrl: 'https://example.invalid/' },
  settings: { webhookUrl: 'https://example.invalid/' },
  'settings/ackNotificationsOn': { ackNotificationsOn: 0 },
}
/** Its clients send their credential in the query. */
const isInstanceApi = ({ path }: Endpoint) => !/^\/(api|v1)\//.test(path)
const methodOf = ({ path }: Endpoint) => path.replace(/^(\/instance:instanceId)?\//, '')
/** GET is no promise there that nothing changes. */
const isSafeToGet = (endpoint: Endpoint) =>
  !isInstanceApi(endpoint) ||
  !(methodOf(endpoint) in INSTANCE_BODIES) ||
  /^(webhook|settings.*)$/.test(methodOf(endpoint))

/** The credential of whoever asks, where the instance API looks for it. */
function searchFor(client: Client, endpoint: Endpoint): string {
  if (!isInstanceApi(endpoint)) return ''
  const { authorization, ...headers } = client.headers
  const theirs = authorization?.slice('Bearer '.length) ?? headers['x-api-token']
  const ours = keyed.headers.authorization?.slice('Bearer '.length)
  return `?token=${client === owner ? ours : (theirs ?? headers['x-api-key'] ?? 'x')}`
}

const nameOf = ({ method, path }: Endpoint) => `${method.toUpperCase()} ${path}`
const closed = () => server.app.endpoints.filter(({ access }) => access.to !== 'everybody')
const isStream = ({ path }: Endpoint) => path.endsWith('/events')
/** What neither goes on for ever nor ends the login that the walk is made with. */
const isLasting = (endpoint: Endpoint) => !isStream(endpoint) && !endpoint.path.endsWith('/logout')
const isRefusal = ({ status }: Answer) => [401, 403, 404].includes(status)

const pathOf = ({ path }: Endpoint): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const id = ids[name]
    if (id === undefined) throw new Error(`This test needs a thing of ours for :${name}`)
    return id
  })

function call(client: Client, endpoint: Endpoint): Promise<Answer> {
  const body = endpoint.body ? bodyOf(endpoint) : undefined
  const address = `${pathOf(endpoint)}${searchFor(client, endpoint)}`
  return client.request(endpoint.method.toUpperCase(), address, body)
}

async function forEach(
  endpoints: readonly Endpoint[],
  client: Client,
  look: (answer: Answer, name: string) => void,
): Promise<void> {
  await Promise.all(
    endpoints.map(async (endpoint) => look(await call(client, endpoint), nameOf(endpoint))),
  )
}

/** Everything that the owner can read, as text, but for when tokens were last used. */
async function everythingOfOurs(): Promise<string> {
  const texts: string[] = []
  for (const endpoint of closed()) {
    if (endpoint.method !== 'get' || isStream(endpoint) || !isSafeToGet(endpoint)) continue
    const { status, body } = await call(owner, endpoint)
    if (status === 200) texts.push(`${nameOf(endpoint)} ${JSON.stringify(body)}`)
  }
  return texts.join('\n').replaceAll(/"lastUsedAt":("[^"]*"|null)/g, '')
}

describe('every route', { timeout: WALK_TIMEOUT_MS }, () => {
  test('is one of the endpoints, or known to be beside the API', () => {
    const routes = routesOf(server.app.express.router.stack)
    const expected = [...server.app.endpoints.map(nameOf), ...BESIDE_THE_API]
    expect(routes.toSorted()).toEqual(expected.toSorted())
    expect(new Set(routes).size).toBe(routes.length)
  })

  test('asks for a credential, but for those by which one gets one', async () => {
    const open = server.app.endpoints.filter(({ access }) => access.to === 'everybody')
    expect(open.map(nameOf).toSorted()).toEqual(OPEN.toSorted())
    for (const headers of [
      {},
      { authorization: 'Bearer parley_key_wrong' },
      { 'x-api-token': 'parley_pat_wrong' },
      { cookie: 'parley_login=wrong', origin: server.baseUrl },
    ]) {
      await forEach(closed(), new Client(server.baseUrl, headers), (answer, what) => {
        expect([what, answer.status]).toEqual([what, 401])
        expect(JSON.stringify(answer.body)).not.toContain(SECRET)
      })
    }
  })

  test('shows a stranger with a key of their own nothing of ours, and lets them change nothing', async () => {
    const before = await everythingOfOurs()
    // What follows means something only if the same requests work for ourselves.
    expect(before.split(SECRET).length).toBeGreaterThan(20)
    for (const [who, client] of Object.entries(foreigners)) {
      await forEach(closed().filter(isLasting), client, (answer, endpoint) => {
        const text = JSON.stringify(answer.body)
        const what = `${who}: ${endpoint} answered ${answer.status} ${text}`
        // Only what names no thing can be done; and then it is done in their own workspace.
        const isOwn = !endpoint.includes(':') || ABOUT_ANYBODY.includes(endpoint)
        const isSafe = isRefusal(answer) || (isOwn && answer.status < 500)
        expect([what, isSafe && !text.includes(SECRET)]).toEqual([what, true])
      })
    }
    expect(await everythingOfOurs()).toBe(before)
  })

  test('refuses a stranger who names our workspace', async () => {
    const before = await everythingOfOurs()
    const workspaceId = ids.workspaceId ?? ''
    for (const [who, client] of Object.entries(foreigners)) {
      const inOurs = client.with({ 'x-workspace-id': workspaceId })
      const ofMembers = closed().filter(({ access }) => access.to === 'member')
      await forEach(ofMembers, inOurs, (answer, endpoint) => {
        const what = `${who}: ${endpoint} answered ${answer.status}`
        expect([what, isRefusal(answer)]).toEqual([what, true])
        expect(JSON.stringify(answer.body)).not.toContain(SECRET)
      })
    }
    expect(await everythingOfOurs()).toBe(before)
  })

  test.each([
    ['messages', 'conversationId'],
    ['messages', 'contactId'],
    ['messages', 'numberId'],
    ['conversations', 'contactId'],
    ['conversations', 'numberId'],
  ])('lists no %s to a stranger who asks for our %s', async (list, field) => {
    const path = `/api/v1/${list}?${field}=${ids[field]}`
    expect(JSON.stringify((await owner.get(path)).body)).toContain(SECRET)
    for (const client of Object.values(foreigners)) {
      expect(JSON.stringify((await client.get(path)).body)).not.toContain(SECRET)
    }
  })

  test('that works with the key of a number works for that number alone', async () => {
    const other = await Sandbox.create(owner)
    const messageId = await other.says('4915700000009', 'To the other number')
    const { instanceId } = await instanceOf(other)
    const theirs = { ...ids, numberId: other.id, sessionId: other.id, messageId, instanceId }
    const mine = ids
    ids = theirs
    for (const endpoint of closed()) {
      const { access, path } = endpoint
      const isOfNumber = /:(numberId|sessionId|messageId|instanceId)|send-message/.test(path)
      if (access.to !== 'member' || !isOfNumber) continue
      // A key sends with its own number, whichever the body names.
      if (path.endsWith('/send-message')) continue
      const answer = await call(keyed, endpoint)
      expect([nameOf(endpoint), isRefusal(answer)]).toEqual([nameOf(endpoint), true])
    }
    ids = mine
    expect((await owner.get(`/api/v1/numbers/${other.id}`)).at('data.status')).toBe('connected')
  })

  test('that is for one role is refused to the one below', async () => {
    const viewer = await signUpMember(server, owner, 'viewer', 'only-viewer@example.com')
    const agent = await signUpMember(server, owner, 'agent', 'only-agent@example.com')
    const editor = await signUpMember(server, owner, 'editor', 'only-editor@example.com')
    const below = { owner: editor, editor: agent, agent: viewer, viewer: null } as const
    const before = await everythingOfOurs()
    for (const endpoint of closed()) {
      const { access } = endpoint
      const client = access.to === 'member' ? below[access.role] : null
      // The instance API knows no people.
      if (!client || isInstanceApi(endpoint)) continue
      const answer = await call(client, endpoint)
      expect([nameOf(endpoint), answer.status]).toEqual([nameOf(endpoint), 403])
    }
    expect(await everythingOfOurs()).toBe(before)
  })
})

describe('rubbish', { timeout: WALK_TIMEOUT_MS }, () => {
  /** A body that would be taken, with something else in one place of it, and a query of anything. */
  const request = fc.record({
    endpoint: fc.nat(),
    place: fc.nat(),
    value: fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.constantFrom<unknown>({ $gt: '' }, { $where: '1' }, '\0', -1, 1e308, [[]], '__proto__'),
    ),
    query: fc.dictionary(
      fc.constantFrom(
        'cursor',
        'limit',
        'search',
        'tag',
        'to',
        'status',
        'workspaceId',
        'numberId',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
  })

  test('is no reason for an error of ours, and no answer tells how we are made', async () => {
    const endpoints = closed().filter((endpoint) => isLasting(endpoint))
    await fc.assert(
      fc.asyncProperty(request, async ({ endpoint: index, place, value, query }) => {
        const endpoint = endpoints[index % endpoints.length]
        // The tokens and the things that the walk is made with stay.
        if (!endpoint || endpoint.method === 'delete') return
        const body = endpoint.body ? mutate(bodyOf(endpoint), place, value) : undefined
        const path = pathOf(endpoint)
        const own = searchFor(owner, endpoint).replace('?', '&')
        const search = `${new URLSearchParams(query).toString()}${own}`
        const method = endpoint.method.toUpperCase()
        const answer = await owner.request(method, `${path}?${search}`, body)
        const text = JSON.stringify(answer.body)
        expect([nameOf(endpoint), answer.status < 500]).toEqual([nameOf(endpoint), true])
        expect(text).not.toMatch(INNARDS)
      }),
      { numRuns: 250 },
    )
  })
})

const SAMPLES_EACH = 6

test('bodies made from each endpoint’s own schema are taken or refused, and never an error of ours', {
  timeout: WALK_TIMEOUT_MS,
}, async () => {
  for (const endpoint of closed().filter(isLasting)) {
    if (!endpoint.body) continue
    const search = searchFor(owner, endpoint)
    for (const body of fc.sample(arbitraryBody(endpoint.body), SAMPLES_EACH)) {
      const answer = await owner.request(
        endpoint.method.toUpperCase(),
        `${pathOf(endpoint)}${search}`,
        body,
      )
      const what = `${nameOf(endpoint)} ${JSON.stringify(body)}`
      expect([what, answer.status < 500]).toEqual([what, true])
      expect(JSON.stringify(answer.body)).not.toMatch(INNARDS)
    }
  }
})

/** Puts something else in one place of a JSON value: the whole, or any part of it. */
function mutate(body: unknown, place: number, value: unknown): unknown {
  const count = partsOf(body)
  let at = place % count
  const visit = (part: unknown): unknown => {
    if (at-- === 0) return value
    if (typeof part !== 'object' || part === null) return part
    if (Array.isArray(part)) return part.map(visit)
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, visit(inner)]))
  }
  return visit(body)
}

const partsOf = (body: unknown): number =>
  typeof body === 'object' && body !== null
    ? Object.values(body).reduce<number>((sum, inner) => sum + partsOf(inner), 1)
    : 1

interface Layer {
  readonly route?: { readonly path: unknown; readonly stack: readonly { method?: string }[] }
  readonly handle: unknown
}

/** What the router really has, whoever put it there. */
function routesOf(stack: readonly Layer[]): readonly string[] {
  return stack.flatMap(({ route, handle }) => {
    if (route)
      return route.stack.map(({ method }) => `${method?.toUpperCase()} ${String(route.path)}`)
    // A router is a function that has a stack of its own.
    return typeof handle === 'function' && 'stack' in handle && Array.isArray(handle.stack)
      ? routesOf(handle.stack)
      : []
  })
}
