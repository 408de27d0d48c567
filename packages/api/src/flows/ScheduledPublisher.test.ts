import { randomBytes } from 'node:crypto'
import { newId } from '@parley/runtime/pipeline'
import {
  type Accounts,
  createAccounts,
  createStore,
  type MongoStore,
  type ScheduledPublishRecord,
} from '@parley/runtime/store'
import { FakeClock, silentLogger, startTestDatabase } from '@parley/runtime/testing'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { LiveHub } from '../live/LiveHub.ts'
import { ScheduledPublisher } from './ScheduledPublisher.ts'

const WORKSPACE = 'ws_1'
const MINUTE_MS = 60_000

let store: MongoStore
let accounts: Accounts
let closeDatabase: () => Promise<void>
beforeAll(async () => {
  const { connection, close } = await startTestDatabase()
  store = createStore({ connection, logger: silentLogger, secretKey: randomBytes(32) })
  accounts = createAccounts(connection)
  await Promise.all([store.ensureIndexes(), accounts.ensureIndexes()])
  closeDatabase = close
})
afterAll(() => closeDatabase())

const running: ScheduledPublisher[] = []
afterEach(async () => {
  for (const publisher of running.splice(0)) await publisher.stop()
})

/** A process with a publisher, on the clock that it is given. */
function aProcess(clock: FakeClock, given: Partial<MongoStore> = {}): ScheduledPublisher {
  const publisher = new ScheduledPublisher({
    store: { ...store, ...given },
    accounts,
    live: new LiveHub(),
    clock,
    logger: silentLogger,
    ownerId: newId('own'),
  })
  running.push(publisher)
  return publisher
}

/** A flow with a version, and numbers that it is to be published to in ten minutes. */
async function scheduled(clock: FakeClock, numberCount = 1): Promise<ScheduledPublishRecord> {
  const flowId = newId('flow')
  const base = { workspaceId: WORKSPACE, createdAt: clock.now() }
  await accounts.flowDrafts.insert({
    ...base,
    id: flowId,
    name: 'Tea',
    description: '',
    revision: 1,
    draft: { nodes: [], edges: [] },
    updatedAt: clock.now(),
    publishedRevision: null,
    publishedVersionId: null,
  })
  const flow = { nodes: [], edges: [], variables: [], settings: {} }
  const version = { ...base, id: newId('ver'), flowId, versionNumber: 1 }
  // The flow itself does not matter here.
  await store.flowVersions.insert({ ...version, flow: flow as never })
  const numberIds = Array.from({ length: numberCount }, () => newId('num'))
  for (const id of numberIds) {
    await store.numbers.insert({
      ...base,
      id,
      name: 'Shop',
      channel: 'sandbox',
      phone: '',
      wanted: 'disconnected',
      status: 'disconnected',
      statusReason: '',
      pairing: null,
      settings: {},
    })
  }
  const record: ScheduledPublishRecord = {
    ...base,
    id: newId('sch'),
    flowId,
    flowVersionId: version.id,
    versionNumber: 1,
    numberIds,
    audience: { type: 'everyone' },
    moves: true,
    dueAt: clock.now() + 10 * MINUTE_MS,
    timeZone: 'UTC',
    userId: 'user_1',
    keyId: null,
    status: 'waiting',
    problem: null,
    finishedAt: null,
  }
  await store.scheduledPublishes.insert(record)
  return record
}

const outcomeOf = async ({ id }: ScheduledPublishRecord) => {
  const record = await store.scheduledPublishes.find(WORKSPACE, id)
  return record && { status: record.status, problem: record.problem }
}
const liveVersions = async ({ flowId }: ScheduledPublishRecord) =>
  (await store.publications.listOfFlow(WORKSPACE, flowId)).map((each) => each.flowVersionId)
const auditOf = async ({ flowVersionId }: ScheduledPublishRecord) =>
  (await accounts.auditLog.list(WORKSPACE, { limit: 100 })).items
    .filter(({ subjectId }) => subjectId === flowVersionId)
    .map(({ action, actor }) => [action, actor.userId])
const PUBLISHED = { status: 'published', problem: null }

test('publishes when the time has come, once, however many processes look', async () => {
  const clock = new FakeClock()
  const record = await scheduled(clock)
  let launches = 0
  const publications: MongoStore['publications'] = {
    ...store.publications,
    publish: (publication) => {
      launches += 1
      return store.publications.publish(publication)
    },
  }
  const processes = Array.from({ length: 4 }, () => aProcess(clock, { publications }))
  for (const each of processes) await each.start()
  expect(await liveVersions(record)).toEqual([])
  for (let minute = 0; minute < 10; minute++) {
    await clock.advance(MINUTE_MS)
    for (const each of processes) await each.look()
  }
  await expect.poll(() => outcomeOf(record)).toEqual(PUBLISHED)
  for (const each of processes) await each.look()
  expect(launches).toBe(1)
  expect(await liveVersions(record)).toEqual([record.flowVersionId])
  expect(await auditOf(record)).toEqual([['flow.published', 'user_1']])
})

test('publishes at its start what came due while no process ran', async () => {
  const clock = new FakeClock()
  const record = await scheduled(clock)
  await clock.advance(60 * MINUTE_MS)
  await aProcess(clock).start()
  expect(await outcomeOf(record)).toEqual(PUBLISHED)
  expect(await liveVersions(record)).toEqual([record.flowVersionId])
})

test('finishes what a process began that died, as if it had been done once', async () => {
  const clock = new FakeClock()
  const record = await scheduled(clock)
  await clock.advance(10 * MINUTE_MS)
  const scheduledPublishes = {
    ...store.scheduledPublishes,
    finish: () => Promise.reject(new Error('crashed')),
  }
  const dying = aProcess(clock, { scheduledPublishes })
  await dying.start()
  await dying.stop()
  const [before] = await store.publications.listOfFlow(WORKSPACE, record.flowId)
  expect(await outcomeOf(record)).toMatchObject({ status: 'waiting' })
  const heir = aProcess(clock)
  await heir.start()
  expect(await outcomeOf(record)).toMatchObject({ status: 'waiting' })
  await clock.advance(MINUTE_MS)
  await heir.look()
  await expect.poll(() => outcomeOf(record)).toEqual(PUBLISHED)
  expect(await store.publications.listOfFlow(WORKSPACE, record.flowId)).toEqual([before])
  expect(await auditOf(record)).toEqual([['flow.published', 'user_1']])
})

test('leaves alone what was cancelled', async () => {
  const clock = new FakeClock()
  const record = await scheduled(clock)
  const publisher = aProcess(clock)
  await publisher.start()
  await clock.advance(10 * MINUTE_MS - 1_000)
  await publisher.look()
  await store.scheduledPublishes.cancel(WORKSPACE, record.id, clock.now())
  await clock.advance(MINUTE_MS)
  await publisher.look()
  expect(await liveVersions(record)).toEqual([])
  expect(await outcomeOf(record)).toEqual({ status: 'cancelled', problem: null })
})

test.each([
  ['the flow', 'The flow was deleted before its time came.'],
  ['the number', 'The number was deleted before its time came.'],
])('says so when %s is gone', async (what, problem) => {
  const clock = new FakeClock()
  const record = await scheduled(clock)
  if (what === 'the flow') await accounts.flowDrafts.remove(WORKSPACE, record.flowId)
  else await store.removeNumber(WORKSPACE, record.numberIds[0] ?? '', { history: 'keep' })
  await clock.advance(10 * MINUTE_MS)
  await aProcess(clock).start()
  expect(await outcomeOf(record)).toEqual({ status: 'failed', problem })
  expect(await liveVersions(record)).toEqual([])
  expect(await auditOf(record)).toEqual([['flow.publishFailed', 'user_1']])
})

test('publishes on the numbers that are left, and says how many are not', async () => {
  const clock = new FakeClock()
  const record = await scheduled(clock, 3)
  await store.removeNumber(WORKSPACE, record.numberIds[1] ?? '', { history: 'keep' })
  await clock.advance(10 * MINUTE_MS)
  await aProcess(clock).start()
  expect(await outcomeOf(record)).toEqual({
    status: 'published',
    problem: '1 of its 3 numbers had been deleted.',
  })
  expect(await liveVersions(record)).toHaveLength(2)
})
