import {
  ChannelError,
  type Clock,
  InputError,
  type NumberLine,
  newId,
} from '@parley/runtime/pipeline'
import { createStore, type MongoStore } from '@parley/runtime/store'
import { startTestDatabase, type TestDatabase } from '@parley/runtime/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LiveHub } from '../../live/LiveHub.ts'
import type { Client } from '../../testing/Client.ts'
import { Instance } from '../../testing/Instance.ts'
import { signUpOwner, tokenOf } from '../../testing/people.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'
import { GroupQueue } from './GroupQueue.ts'

let server: TestServer
let owner: Client
beforeAll(async () => {
  server = await startTestServer()
  owner = await tokenOf(await signUpOwner(server))
})
afterAll(() => server.close())

const BROWSERS = {
  phones: ['17472822486', '79680565372'],
  messageText: 'Safari is the new IE',
  groupName: 'Browsers',
}
const created = {
  created: true,
  message: 'Group created',
  chatId: expect.stringMatching(/@g\.us$/),
}

describe('group', () => {
  test('is made as documented, and the message is sent to it', async () => {
    const instance = await Instance.create(owner)
    const answer = await instance.post('group', BROWSERS)
    expect([answer.status, answer.body]).toEqual([200, created])
    const chatId = answer.text('chatId')
    await expect
      .poll(() => instance.sandbox.received(chatId))
      .toMatchObject([{ content: { type: 'text', text: 'Safari is the new IE' } }])
    const { id, workspaceId } = await numberOf(instance)
    const line = await server.pipeline.line(workspaceId, id)
    const group = await line.groups.find(chatId)
    expect(group.subject).toBe('Browsers')
    expect(group.members.map(({ phone }) => phone)).toEqual(expect.arrayContaining(BROWSERS.phones))
  })

  test('waits while the number is offline, and is made when it is online', async () => {
    const instance = await Instance.create(owner, { connected: false })
    const answer = await instance.post('group', BROWSERS)
    expect([answer.status, answer.body]).toEqual([
      200,
      { created: true, message: 'The group is in the queue and will be created' },
    ])
    await instance.sandbox.set({ connected: true })
    await expect
      .poll(async () => (await instance.get('dialogs')).body)
      .toMatchObject({ dialogs: [{ id: expect.stringMatching(/@g\.us$/) }] })
    const { dialogs } = (await instance.get('dialogs')).body as { dialogs: { id: string }[] }
    await expect
      .poll(() => instance.sandbox.received(dialogs[0]?.id ?? ''))
      .toMatchObject([{ content: { text: 'Safari is the new IE' } }])
  })

  test('with an Idempotency-Key is made once', async () => {
    const instance = await Instance.create(owner)
    const once = { 'idempotency-key': 'group-1' }
    const first = await instance.post('group', BROWSERS, once)
    expect((await instance.post('group', BROWSERS, once)).body).toEqual(first.body)
    const other = await instance.post('group', { ...BROWSERS, groupName: 'Other' }, once)
    expect([other.status, other.body]).toEqual([409, { error: expect.any(String) }])
  })

  test.each([
    ['no name', { ...BROWSERS, groupName: '' }, 'groupName parameter is required'],
    ['nobody', { ...BROWSERS, phones: [] }, 'phones parameter is required: an array of phones'],
    ['no phones', { groupName: 'x' }, 'phones parameter is required: an array of phones'],
    [
      'a wrong phone',
      { ...BROWSERS, phones: ['x'] },
      'phone parameter should contain only numbers, start from country code and be 9-14 characters long',
    ],
    ['phones that are objects', { ...BROWSERS, phones: [{ $gt: 1 }] }, expect.any(String)],
  ])('with %s is not made, with status 200', async (_, body, message) => {
    const instance = await Instance.create(owner)
    const answer = await instance.post('group', body)
    expect([answer.status, answer.body]).toEqual([200, { created: false, message }])
  })

  test('takes form-data with phones in a list', async () => {
    const instance = await Instance.create(owner)
    const answer = await instance.post(
      'group',
      'groupName=Form&phones[]=17472822486&phones[]=79680565372&messageText=Hi',
      { 'content-type': 'application/x-www-form-urlencoded' },
    )
    expect(answer.body).toEqual(created)
  })
})

async function numberOf(instance: Instance) {
  const number = await server.store.numbers.find(instance.sandbox.id)
  if (!number) throw new Error('The sandbox has one')
  return number
}

/** The queue over a database of its own, with a platform that a test decides about. */
describe('the making of groups', () => {
  const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
  let database: TestDatabase
  let store: MongoStore
  beforeAll(async () => {
    database = await startTestDatabase()
    const { connection } = database
    store = createStore({ connection, logger, secretKey: new Uint8Array(32) })
    await store.ensureIndexes()
  })
  afterAll(() => database.close())

  const clockAt = (start: number): Clock & { at: number } => ({
    at: start,
    now() {
      return this.at
    },
    after: () => () => {},
  })

  async function ask(create: () => Promise<string>) {
    const [numberId, workspaceId] = [newId('num'), 'ws_1']
    const clock = clockAt(Date.now())
    const sent: string[] = []
    const queue = new GroupQueue({
      store,
      live: new LiveHub(),
      clock,
      logger,
      pipeline: {
        line: async () =>
          // Only making groups is asked of it.
          ({
            groups: { create: async () => ({ group: { address: await create() }, results: [] }) },
          }) as unknown as NumberLine,
        send: async ({ to, idempotencyKey }) => {
          sent.push(`${to} ${idempotencyKey}`)
          // Nobody looks at what it gives.
          return {} as never
        },
      },
    })
    const id = `grp_${numberId}`
    await store.groupRequests.insert({
      id,
      workspaceId,
      numberId,
      subject: 'Browsers',
      members: ['17472822486'],
      text: 'Hello',
      keyId: '',
      status: 'waiting',
      dueAt: clock.now(),
      attempts: 0,
      startedAt: null,
      address: null,
      problem: null,
      createdAt: clock.now(),
    })
    const work = async () => {
      await queue.work(numberId)
      return store.groupRequests.find(id)
    }
    return { id, clock, work, sent }
  }

  test('is tried again later after trouble of the platform', async () => {
    let isUp = false
    const { id, clock, work, sent } = await ask(async () => {
      if (!isUp) throw new ChannelError('transient', 'Not now')
      return 'a@g.us'
    })
    expect(await work()).toMatchObject({ status: 'waiting', attempts: 1, address: null })
    isUp = true
    expect(await work()).toMatchObject({ status: 'waiting', attempts: 1 })
    clock.at += 5_000
    expect(await work()).toMatchObject({ status: 'done', attempts: 2, address: 'a@g.us' })
    expect(sent).toEqual([`a@g.us ${id}`])
    await work()
    expect(sent).toHaveLength(1)
  })

  test('is given up when the platform refuses', async () => {
    const { work, sent } = await ask(() =>
      Promise.reject(new ChannelError('permission', 'You may not make groups')),
    )
    expect(await work()).toMatchObject({ status: 'failed', problem: 'You may not make groups' })
    expect(sent).toEqual([])
  })

  test('is not repeated when a crash cut it off, because the group may be there', async () => {
    const { id, clock, work, sent } = await ask(async () => 'a@g.us')
    const waiting = await store.groupRequests.find(id)
    if (!waiting) throw new Error('It was asked for')
    await store.groupRequests.change(waiting, {
      status: 'started',
      attempts: 1,
      startedAt: clock.now(),
    })
    expect(await work()).toMatchObject({ status: 'started' })
    clock.at += 120_001
    expect(await work()).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining('not known'),
    })
    expect(sent).toEqual([])
  })

  test('gets its message after a crash between both', async () => {
    const { id, work, sent } = await ask(() => Promise.reject(new InputError('notSupported', 'x')))
    const waiting = await store.groupRequests.find(id)
    if (!waiting) throw new Error('It was asked for')
    await store.groupRequests.change(waiting, { status: 'created', address: 'b@g.us' })
    expect(await work()).toMatchObject({ status: 'done' })
    expect(sent).toEqual([`b@g.us ${id}`])
  })
})
