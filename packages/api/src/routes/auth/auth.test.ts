import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOf, OWNER, signUpMember, signUpOwner, tokenOf } from '../../testing/people.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

describe('signing up', () => {
  test('the first person becomes owner of a workspace and is logged in', async () => {
    const server = await startTestServer()
    expect((await server.stranger.get('/api/v1/auth/setup')).at('data')).toEqual({
      needsFirstOwner: true,
    })
    const answer = await server.stranger.post('/api/v1/auth/sign-up', OWNER)
    expect(answer.status).toBe(201)
    expect(answer.at('data')).toMatchObject({
      user: { email: OWNER.email, name: 'Olga' },
      workspaces: [{ name: OWNER.workspaceName, role: 'owner' }],
    })
    const me = await browserOf(server, answer).get('/api/v1/auth/me')
    expect(me.at('data')).toEqual(answer.at('data'))
    expect((await server.stranger.get('/api/v1/auth/setup')).at('data')).toEqual({
      needsFirstOwner: false,
    })
    await server.close()
  })

  test('of many who sign up first at the same time, one becomes owner and nothing is left of the others', async () => {
    const server = await startTestServer()
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        server.stranger.post('/api/v1/auth/sign-up', { ...OWNER, email: `p${index}@example.com` }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 403, 403, 403, 403, 403,
    ])
    expect(await server.accounts.workspaces.model.countDocuments()).toBe(1)
    expect(await server.accounts.memberships.model.countDocuments()).toBe(1)
    expect(await server.accounts.users.model.countDocuments()).toBe(1)
    await server.close()
  })

  test('an operator can reserve the first account', async () => {
    const server = await startTestServer({ env: { PARLEY_ADMIN_EMAIL: 'Boss@example.com' } })
    const other = await server.stranger.post('/api/v1/auth/sign-up', OWNER)
    expect(other.status).toBe(403)
    const boss = { ...OWNER, email: 'boss@example.com' }
    expect((await server.stranger.post('/api/v1/auth/sign-up', boss)).status).toBe(201)
    await server.close()
  })
})

describe('with an owner', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
    await signUpOwner(server)
  })
  afterAll(() => server.close())
  const login = (given: object = {}) =>
    server.stranger.post('/api/v1/auth/login', {
      email: OWNER.email,
      password: OWNER.password,
      ...given,
    })

  test('nobody else signs up without an invitation', async () => {
    const answer = await server.stranger.post('/api/v1/auth/sign-up', {
      ...OWNER,
      email: 'eve@example.com',
    })
    expect(answer).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
  })

  test('logs in without regard to the case of the address', async () => {
    expect((await login({ email: 'OLGA@example.com ' })).status).toBe(200)
  })

  test('the cookie is out of reach for scripts and other sites', async () => {
    const [cookie] = (await login()).headers.getSetCookie()
    expect(cookie).toMatch(/^parley_login=[\w-]{43};/)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).not.toContain('Secure')
    const secure = await startTestServer({ env: { PARLEY_PUBLIC_URL: 'https://parley.example' } })
    const answer = await secure.stranger.post('/api/v1/auth/sign-up', OWNER)
    expect(answer.headers.getSetCookie()[0]).toContain('Secure')
    await secure.close()
  })

  test('the cookie is not what the database holds', async () => {
    const [cookie] = (await login()).headers.getSetCookie()
    const secret = cookie?.match(/=([\w-]+);/)?.[1] ?? ''
    expect(await server.accounts.logins.find(secret, 0)).toBeNull()
  })

  test.each([
    ['a wrong password', { password: 'wrong horse battery' }],
    ['an unknown address', { email: 'nobody@example.com' }],
  ])('refuses %s with the same words', async (_, given) => {
    expect(await login(given)).toMatchObject({
      status: 401,
      body: { success: false, code: 'UNAUTHORIZED', message: 'E-mail or password is wrong' },
    })
  })

  test('logout ends the login at once, in this server and in the database', async () => {
    const browser = browserOf(server, await login())
    expect((await browser.get('/api/v1/auth/me')).status).toBe(200)
    expect((await browser.post('/api/v1/auth/logout')).status).toBe(200)
    expect((await browser.get('/api/v1/auth/me')).status).toBe(401)
  })

  test('a change with a cookie needs our own origin', async () => {
    const browser = browserOf(server, await login())
    const { origin: _, ...cookieOnly } = browser.headers
    const from = (headers: Record<string, string>) =>
      server.stranger.with({ ...cookieOnly, ...headers }).post('/api/v1/tokens', { name: 'x' })
    expect((await from({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await from({ origin: 'null' })).status).toBe(403)
    expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await from({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await from({})).status).toBe(403)
    expect((await from({ 'sec-fetch-site': 'same-origin' })).status).toBe(201)
    expect((await from({ origin: server.baseUrl })).status).toBe(201)
    const read = await server.stranger.with(cookieOnly).get('/api/v1/auth/me')
    expect(read.status).toBe(200)
  })

  test('another site cannot log somebody in as somebody else', async () => {
    const evil = server.stranger.with({ origin: 'https://evil.example' })
    const { email, password } = OWNER
    expect((await evil.post('/api/v1/auth/login', { email, password })).status).toBe(403)
  })

  test('a forgotten password is replaced by a mailed link, once, and all logins end', async () => {
    const owner = browserOf(server, await login())
    const member = await signUpMember(server, owner, 'agent', 'forgetful@example.com')
    const known = await server.stranger.post('/api/v1/auth/forgot-password', {
      email: 'forgetful@example.com',
    })
    const unknown = await server.stranger.post('/api/v1/auth/forgot-password', {
      email: 'nobody@example.com',
    })
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    await expect.poll(() => server.mails.at(-1)?.subject).toBe('Choose a new password')
    const mail = server.mails.at(-1)
    expect(mail?.to).toBe('forgetful@example.com')
    const token = mail?.text.match(/token=([\w-]+)/)?.[1]
    const reset = { token, password: 'a new long password' }
    expect((await server.stranger.post('/api/v1/auth/reset-password', reset)).status).toBe(200)
    expect((await server.stranger.post('/api/v1/auth/reset-password', reset)).status).toBe(422)
    expect((await member.get('/api/v1/auth/me')).status).toBe(401)
    const { password } = reset
    expect((await login({ email: 'forgetful@example.com', password })).status).toBe(200)
  })

  test('changing the password ends the other logins and keeps this one', async () => {
    const owner = browserOf(server, await login())
    const here = await signUpMember(server, owner, 'viewer', 'careful@example.com')
    const there = browserOf(server, await login({ email: 'careful@example.com' }))
    const change = (currentPassword: string) =>
      here.post('/api/v1/auth/change-password', { currentPassword, password: 'another password' })
    expect((await change('not it')).status).toBe(422)
    expect((await change(OWNER.password)).status).toBe(200)
    expect((await here.get('/api/v1/auth/me')).status).toBe(200)
    expect((await there.get('/api/v1/auth/me')).status).toBe(401)
  })

  test('says what is wrong with a sign-up, field by field', async () => {
    const answer = await server.stranger.post('/api/v1/auth/sign-up', {
      email: 'not an address',
      password: 'short',
      admin: true,
    })
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.at('error.details') ?? {}).sort()).toEqual([
      'admin',
      'email',
      'password',
    ])
    expect(answer.at('errors')).toEqual(answer.at('error.details'))
  })

  test('a personal token shows its own workspace only', async () => {
    const owner = browserOf(server, await login())
    await owner.post('/api/v1/workspaces', { name: 'Second' })
    const token = await tokenOf(owner)
    expect((await owner.get('/api/v1/auth/me')).at('data.workspaces')).toHaveLength(2)
    expect((await token.get('/api/v1/auth/me')).at('data.workspaces')).toHaveLength(1)
  })
})

test('five tries a minute from one address, and three mails an hour to one person', async () => {
  const server = await startTestServer({ env: { PARLEY_RATE_LIMITS: 'on' } })
  const login = () =>
    server.stranger.post('/api/v1/auth/login', { email: 'a@b.example', password: 'x' })
  const statuses: number[] = []
  for (let count = 0; count < 5; count += 1) statuses.push((await login()).status)
  expect(statuses).toEqual([401, 401, 401, 401, 401])
  const refused = await login()
  expect(refused).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  await server.close()
})
