import { afterAll, beforeAll, expect, test } from 'vitest'
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

const GROUPS = '/api/v1/groups'
const [ANA, BEN, EVE] = ['4915200000001', '4915200000002', '4915200000003'] as const

test('a group is made, looked at, changed, written to and left', async () => {
  const { keyed } = sandbox
  const made = await keyed.post(GROUPS, { name: 'Bakers', participants: [ANA, `+${BEN}`] })
  expect(made.status).toBe(201)
  const jid = made.text('id')
  expect(jid).toMatch(/@g\.us$/)
  expect(made.body).toMatchObject({
    success: true,
    subject: 'Bakers',
    size: 3,
    results: [
      { id: ANA, status: 200 },
      { id: `+${BEN}`, status: 200 },
    ],
    data: { id: jid, subject: 'Bakers' },
  })

  const path = `${GROUPS}/${jid}`
  expect((await keyed.get(GROUPS)).at('groups.0.id')).toBe(jid)
  const group = await keyed.get(path)
  expect(group.at('participants')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ isSuperAdmin: true }),
      expect.objectContaining({ phone: `+${ANA}`, isAdmin: false, admin: null }),
    ]),
  )
  const added = await keyed.post(`${path}/participants/add`, { participants: [EVE, ANA] })
  expect(added.at('results')).toMatchObject([{ status: 200 }, { status: 409 }])
  const removed = await keyed.post(`${path}/participants/remove`, { participants: [BEN] })
  expect(removed.at('data.0.status')).toBe(200)
  const phones = async () =>
    ((await keyed.get(`${path}/participants`)).at('data') as { phone: string }[]).map(
      ({ phone }) => phone,
    )
  expect(await phones()).toEqual(expect.arrayContaining([`+${ANA}`, `+${EVE}`]))
  expect(await phones()).not.toContain(`+${BEN}`)

  await keyed.post('/api/v1/send-message', { to: jid, text: 'Hello all' })
  await expect.poll(() => sandbox.received(jid)).toMatchObject([{ content: { text: 'Hello all' } }])

  expect((await keyed.post(`${path}/leave`)).at('data')).toEqual({ jid, left: true })
  for (const answer of [await keyed.get(path), await keyed.post(`${path}/leave`)]) {
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  }
})

test('with a personal token the session is named, or found', async () => {
  const made = await client.post(GROUPS, {
    subject: 'By token',
    participants: [ANA],
    sessionId: sandbox.id,
  })
  expect(made.status).toBe(201)
  const listed = await client.get(`${GROUPS}?sessionId=${sandbox.id}`)
  expect(JSON.stringify(listed.body)).toContain('By token')
  expect((await foreigner.get(`${GROUPS}?sessionId=${sandbox.id}`)).status).toBe(404)
  expect((await foreigner.get(GROUPS)).status).toBe(404)
})

test('says whether somebody is on WhatsApp', async () => {
  expect((await sandbox.keyed.get(`/api/v1/on-whatsapp/+${ANA}`)).body).toMatchObject({
    success: true,
    exists: true,
    jid: `${ANA}@s.whatsapp.net`,
    data: { exists: true },
  })
  expect(await sandbox.keyed.get('/api/v1/on-whatsapp/nobody')).toMatchObject({
    status: 422,
    body: { code: 'VALIDATION_ERROR' },
  })
})

test('an offline session has no groups to show', async () => {
  const off = await Sandbox.create(client, { connected: false })
  for (const answer of [
    await off.keyed.get(GROUPS),
    await off.keyed.post(GROUPS, { name: 'x', participants: [ANA] }),
    await off.keyed.get(`/api/v1/on-whatsapp/${ANA}`),
  ]) {
    expect(answer).toMatchObject({ status: 409, body: { code: 'SESSION_DISCONNECTED' } })
  }
})

test.each([
  ['no name', { participants: [ANA] }, 'name'],
  ['nobody in it', { name: 'x', participants: [] }, 'participants'],
  ['no list', { name: 'x', participants: ANA }, 'participants'],
])('a group with %s is refused by name of the field', async (_, body, field) => {
  const answer = await sandbox.keyed.post(GROUPS, body)
  expect(answer.status).toBe(422)
  expect(Object.keys(answer.at('errors') ?? {})).toContain(field)
})
