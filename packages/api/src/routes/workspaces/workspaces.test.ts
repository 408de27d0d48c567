import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { OWNER, signUpMember, signUpOwner, tokenOf } from '../../testing/people.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let owner: Client
let home: string
beforeAll(async () => {
  server = await startTestServer()
  owner = await signUpOwner(server)
  home = `/api/v1/workspaces/${(await owner.get('/api/v1/auth/me')).text('data.workspaces.0.id')}`
})
afterAll(() => server.close())

const idOf = async (who: Client) => (await who.get('/api/v1/auth/me')).text('data.user.id')

describe('roles', () => {
  const CHANGES = [
    ['viewer', 'GET', '/api/v1/flows', undefined],
    ['agent', 'PUT', '/api/v1/contacts', { phone: '4915112345678' }],
    ['editor', 'POST', '/api/v1/flows', { name: 'x' }],
    ['owner', 'PATCH', '', { name: 'Renamed' }],
  ] as const
  const ROLES = ['viewer', 'agent', 'editor', 'owner'] as const

  test.each(ROLES)('%s may do what the role allows, and nothing more', async (role) => {
    const email = `role-${role}@example.com`
    const member = role === 'owner' ? owner : await signUpMember(server, owner, role, email)
    for (const caller of [member, await tokenOf(member)]) {
      for (const [needed, method, path, body] of CHANGES) {
        const answer = await caller.request(method, path || home, body)
        const isAllowed = ROLES.indexOf(role) >= ROLES.indexOf(needed)
        expect([needed, answer.at('success')]).toEqual([needed, isAllowed])
        expect(answer.at('code')).toBe(isAllowed ? undefined : 'FORBIDDEN')
      }
    }
  })

  test('a change of role counts at once, for tokens too', async () => {
    const member = await signUpMember(server, owner, 'editor', 'changing@example.com')
    const token = await tokenOf(member)
    expect((await token.post('/api/v1/flows', { name: 'x' })).status).toBe(201)
    await owner.patch(`${home}/members/${await idOf(member)}`, { role: 'viewer' })
    expect((await token.post('/api/v1/flows', { name: 'x' })).status).toBe(403)
    expect((await member.post('/api/v1/flows', { name: 'x' })).status).toBe(403)
  })
})

describe('members', () => {
  test('are invited by a link that works once, for the invited address only', async () => {
    const email = 'new@example.com'
    const invited = await owner.post(`${home}/members`, { email, role: 'agent' })
    expect(invited).toMatchObject({ status: 201, body: { data: { email, mailed: true } } })
    expect(invited.at('data.link')).toBeUndefined()
    const mail = server.mails.at(-1)
    expect(mail?.to).toBe(email)
    const token = mail?.text.match(/token=([\w-]+)/)?.[1]
    const preview = await server.stranger.post('/api/v1/auth/invitation', { token })
    expect(preview.at('data')).toMatchObject({ email, role: 'agent', hasAccount: false })
    const { password } = OWNER
    const signUp = (given: object) =>
      server.stranger.post('/api/v1/auth/sign-up', { password, invitation: token, ...given })
    expect((await signUp({ email: 'thief@example.com' })).status).toBe(422)
    expect((await signUp({ email })).status).toBe(201)
    expect((await signUp({ email: 'again@example.com' })).status).toBe(404)
  })

  test('without a mail server the owner gets the link', async () => {
    const offline = await startTestServer({ canMail: false })
    const admin = await signUpOwner(offline)
    const member = await signUpMember(offline, admin, 'viewer')
    expect((await member.get('/api/v1/flows')).status).toBe(200)
    expect(offline.mails).toEqual([])
    await offline.close()
  })

  test('with an account accept by logging in', async () => {
    const other = await signUpMember(server, owner, 'viewer', 'both@example.com')
    const second = await owner.post('/api/v1/workspaces', { name: 'Second' })
    const path = `/api/v1/workspaces/${second.text('data.id')}`
    await owner.post(`${path}/members`, { email: 'both@example.com', role: 'editor' })
    const token = server.mails.at(-1)?.text.match(/token=([\w-]+)/)?.[1]
    const stranger = await owner.post('/api/v1/auth/accept-invitation', { token })
    expect(stranger.status).toBe(403)
    const accepted = await other.post('/api/v1/auth/accept-invitation', { token })
    expect(accepted.at('data.workspaces')).toHaveLength(2)
    const inSecond = other.with({ 'x-workspace-id': second.text('data.id') })
    expect((await inSecond.post('/api/v1/flows', { name: 'x' })).status).toBe(201)
    expect((await other.post('/api/v1/flows', { name: 'x' })).status).toBe(403)
  })

  test('can be listed, uninvited and removed; their tokens stop at once', async () => {
    await owner.post(`${home}/members`, { email: 'never@example.com', role: 'viewer' })
    const open = await owner.get(`${home}/invitations`)
    const invitation = open.text('data.0.id')
    expect((await owner.delete(`${home}/invitations/${invitation}`)).status).toBe(200)
    expect((await owner.delete(`${home}/invitations/${invitation}`)).status).toBe(404)
    const member = await signUpMember(server, owner, 'agent', 'leaving@example.com')
    const token = await tokenOf(member)
    expect((await token.get('/api/v1/flows')).status).toBe(200)
    const memberId = await idOf(member)
    expect((await owner.delete(`${home}/members/${memberId}`)).status).toBe(200)
    expect((await token.get('/api/v1/flows')).status).toBe(401)
    expect((await member.get('/api/v1/flows')).status).toBe(403)
    const list = await owner.get(`${home}/members`)
    expect(JSON.stringify(list.body)).not.toContain(memberId)
  })

  test('who is no owner may leave, and remove nobody else', async () => {
    const one = await signUpMember(server, owner, 'editor', 'one@example.com')
    const two = await signUpMember(server, owner, 'editor', 'two@example.com')
    expect((await one.delete(`${home}/members/${await idOf(two)}`)).status).toBe(403)
    expect((await one.delete(`${home}/members/${await idOf(one)}`)).status).toBe(200)
  })

  test('the last owner can neither go nor become less', async () => {
    const ownerId = await idOf(owner)
    expect(await owner.delete(`${home}/members/${ownerId}`)).toMatchObject({
      status: 409,
      body: { code: 'CONFLICT' },
    })
    expect((await owner.patch(`${home}/members/${ownerId}`, { role: 'agent' })).status).toBe(409)
    expect((await owner.get(home)).at('data.role')).toBe('owner')
  })

  test('two owners who remove each other at the same time leave an owner behind', async () => {
    const made = await owner.post('/api/v1/workspaces', { name: 'Duel' })
    const there = owner.with({ 'x-workspace-id': made.text('data.id') })
    const path = `/api/v1/workspaces/${made.text('data.id')}`
    const rival = await signUpMember(server, there, 'owner', 'rival@example.com')
    const [ownerId, rivalId] = [await idOf(owner), await idOf(rival)]
    await Promise.all([
      owner.delete(`${path}/members/${rivalId}`),
      rival.delete(`${path}/members/${ownerId}`),
    ])
    const left = await server.accounts.memberships.listByWorkspace(made.text('data.id'))
    expect(left.filter(({ role }) => role === 'owner').length).toBeGreaterThan(0)
  })
})

test('actions are written down for the owner', async () => {
  const log = await owner.get('/api/v1/audit-log?limit=1')
  expect(log.at('data')).toHaveLength(1)
  const next = log.text('pagination.next')
  const second = await owner.get(`/api/v1/audit-log?limit=1&cursor=${next}`)
  expect(second.at('data.0.id')).not.toBe(log.at('data.0.id'))
})

test('tokens are shown once, listed without their secret, and end when they are revoked or expire', async () => {
  const made = await owner.post('/api/v1/tokens', { name: 'CI' })
  const secret = made.text('data.token')
  const client = server.stranger.with({ 'x-api-token': secret })
  expect((await client.get('/api/v1/flows')).status).toBe(200)
  await expect
    .poll(async () => (await owner.get('/api/v1/tokens')).at('data'))
    .toContainEqual(
      expect.objectContaining({ name: 'CI', lastUsedAt: expect.stringMatching(/Z$/) }),
    )
  expect(JSON.stringify((await owner.get('/api/v1/tokens')).body)).not.toContain(secret)
  expect(await server.accounts.apiKeys.findByHash(secret)).toBeNull()
  expect((await owner.delete(`/api/v1/tokens/${made.text('data.id')}`)).status).toBe(200)
  expect((await client.get('/api/v1/flows')).status).toBe(401)
  const past = new Date(Date.now() - 1_000).toISOString()
  expect((await owner.post('/api/v1/tokens', { name: 'old', expiresAt: past })).status).toBe(422)
  const soon = new Date(Date.now() + 150).toISOString()
  const short = await owner.post('/api/v1/tokens', { name: 'short', expiresAt: soon })
  const brief = server.stranger.with({ 'x-api-token': short.text('data.token') })
  await expect.poll(async () => (await brief.get('/api/v1/flows')).status).toBe(401)
})
