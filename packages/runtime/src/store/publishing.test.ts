import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../pipeline/ids.ts'
import type { PublicationRecord } from '../pipeline/index.ts'
import { aFlow } from '../testing/flows.ts'
import { startTestDatabase, type TestDatabase } from '../testing/mongo.ts'
import { aSessionRecord } from '../testing/storeRecords.ts'
import { createStore, type MongoStore } from './createStore.ts'
import type { ScheduledPublishRecord } from './scheduledPublishes.ts'

const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

let database: TestDatabase
let store: MongoStore
/** Another process's. */
let other: MongoStore
beforeAll(async () => {
  database = await startTestDatabase()
  const secretKey = new Uint8Array(32)
  const [first, second] = [0, 1].map(() =>
    createStore({ connection: database.connection, logger, secretKey }),
  )
  if (!first || !second) throw new Error('Two stores were made')
  store = first
  other = second
  await store.ensureIndexes()
})
afterAll(() => database.close())

const aPublication = (given: Partial<PublicationRecord> = {}): PublicationRecord => ({
  id: newId('pub'),
  workspaceId: 'ws_1',
  numberId: newId('num'),
  flowId: newId('flow'),
  flowVersionId: 'old',
  publishedAt: 1_000,
  ...given,
})
const aTrial = (flowVersionId = 'new') =>
  ({ flowVersionId, audience: { type: 'testContacts' }, startedAt: 2_000, moves: false }) as const
const on = async ({ numberId }: PublicationRecord) =>
  (await store.flows.listPublications(numberId))[0] ?? null

describe('a trial on a number', () => {
  it('leaves what is live there as it is, until it is promoted or ended', async () => {
    const live = aPublication({ move: { flowVersionId: 'old', at: 1_000 } })
    await store.publications.publish(live)
    await store.publications.startTrial({ ...live, id: newId('pub') }, aTrial())
    expect(await on(live)).toEqual({ ...live, trial: aTrial() })
    await store.publications.endTrial(live, 'another version')
    expect(await on(live)).toHaveProperty('trial')
    await store.publications.endTrial(live, 'new')
    expect(await on(live)).toEqual(live)

    await store.publications.startTrial(live, aTrial())
    const promotion = { flowVersionId: 'new', publishedAt: 3_000 }
    expect(await store.publications.promoteTrial(live, promotion)).toEqual({
      ...live,
      ...promotion,
    })
    expect(await store.publications.promoteTrial(live, promotion)).toBeNull()
    expect(await on(live)).not.toHaveProperty('trial')
  })

  it('is over when another version is published to everybody', async () => {
    const live = aPublication()
    await store.publications.publish(live)
    await store.publications.startTrial(live, aTrial())
    await store.publications.publish({ ...live, flowVersionId: 'newer' })
    expect(await on(live)).toEqual({ ...live, flowVersionId: 'newer' })
  })

  it('where nothing is live stands alone, and leaves nothing when it ends', async () => {
    const place = aPublication()
    const begun = await store.publications.startTrial(place, aTrial())
    expect(begun).toMatchObject({ flowVersionId: null, publishedAt: 2_000, trial: aTrial() })
    await store.publications.endTrial(begun, 'new')
    expect(await on(place)).toBeNull()
  })
})

it('lists the sessions of a flow that are in progress, and those only', async () => {
  const flowId = newId('flow')
  const running = aSessionRecord({ flowId, active: true })
  await store.sessions.insert(running)
  await store.sessions.insert(aSessionRecord({ flowId, active: false }))
  await store.sessions.insert(aSessionRecord({ flowId, active: true, workspaceId: 'ws_2' }))
  await store.sessions.insert(aSessionRecord({ active: true }))
  const found = []
  for await (const session of store.sessions.listActive('ws_1', flowId)) found.push(session)
  expect(found).toMatchObject([{ id: running.id, state: running.state, numberId: 'num_1' }])
})

it('lists test contacts, and those who are none', async () => {
  const workspaceId = newId('ws')
  const contact = (phone: string) =>
    store.contacts.resolve({ workspaceId, aliases: [`phone:${phone}`], phone, name: phone, at: 1 })
  const [tester, somebody] = [await contact('1'), await contact('2')]
  await store.contacts.setTestContact(workspaceId, tester.id, true)
  const ids = async (isTestContact: boolean) =>
    (await store.contacts.list({ workspaceId, isTestContact })).items.map(({ id }) => id)
  expect(await ids(true)).toEqual([tester.id])
  expect(await ids(false)).toEqual([somebody.id])
  expect(await store.contacts.find(workspaceId, tester.id)).toMatchObject({ isTestContact: true })
  await store.contacts.setTestContact(workspaceId, tester.id, false)
  expect(await ids(true)).toEqual([])
})

it('keeps what is said when a version is published again: each line once, in the order it was said', async () => {
  const version = {
    id: newId('ver'),
    workspaceId: 'ws_1',
    flowId: newId('flow'),
    versionNumber: 1,
    flow: aFlow([], []),
    createdAt: 1,
  }
  await store.flowVersions.insert(version)
  await store.flowVersions.addToNote(version, 'One')
  // Both know the version as it was before.
  await Promise.all([
    store.flowVersions.addToNote(version, 'Two'),
    other.flowVersions.addToNote(version, 'Three'),
  ])
  const again = await other.flowVersions.addToNote(version, 'One')
  expect(again.note?.split('\n').toSorted()).toEqual(['One', 'Three', 'Two'])
  expect(await store.flowVersions.list('ws_1', version.flowId)).toMatchObject([
    { note: again.note },
  ])
})

describe('a scheduled publish', () => {
  const schedule = async (
    given: Partial<ScheduledPublishRecord> = {},
  ): Promise<ScheduledPublishRecord> => {
    const record: ScheduledPublishRecord = {
      id: newId('sch'),
      workspaceId: 'ws_1',
      flowId: newId('flow'),
      flowVersionId: 'ver_1',
      versionNumber: 1,
      numberIds: ['num_1'],
      audience: { type: 'everyone' },
      moves: false,
      dueAt: 5_000,
      timeZone: 'UTC',
      userId: 'user_1',
      keyId: null,
      createdAt: 1,
      status: 'waiting',
      problem: null,
      finishedAt: null,
      ...given,
    }
    await store.scheduledPublishes.insert(record)
    return record
  }
  const lease = (ownerId: string, now: number) => ({ ownerId, now, ttlMs: 1_000 })
  const PUBLISHED = { status: 'published', problem: null, finishedAt: 6_000 } as const

  it('is claimed by one of many, and by another only when the first has died', async () => {
    const { id } = await schedule()
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 === 0 ? store : other).scheduledPublishes.claim(
          id,
          lease(`own_${index}`, 5_000),
        ),
      ),
    )
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await other.scheduledPublishes.claim(id, lease('late', 5_999))).toBeNull()
    const taken = await other.scheduledPublishes.claim(id, lease('heir', 6_000))
    // The instant of the first try: a repetition writes the same again.
    expect(taken?.startedAt).toBe(5_000)
    expect(await store.scheduledPublishes.finish(id, 'own_0', PUBLISHED)).toBe(false)
    expect(await other.scheduledPublishes.finish(id, 'heir', PUBLISHED)).toBe(true)
    expect(await store.scheduledPublishes.claim(id, lease('again', 99_000))).toBeNull()
  })

  it('can be cancelled while nobody is at it, and is not published then', async () => {
    const { id } = await schedule()
    await store.scheduledPublishes.claim(id, lease('own', 5_000))
    expect(await store.scheduledPublishes.cancel('ws_1', id, 5_500)).toBe(false)
    expect(await store.scheduledPublishes.cancel('ws_2', id, 6_500)).toBe(false)
    expect(await store.scheduledPublishes.cancel('ws_1', id, 6_500)).toBe(true)
    expect(await store.scheduledPublishes.claim(id, lease('own', 9_000))).toBeNull()
  })

  it('is found when it is due, and stays in view when it failed', async () => {
    const flowId = newId('flow')
    const first = await schedule({ flowId, dueAt: 100 })
    const later = await schedule({ flowId, dueAt: 200 })
    const due = (await store.scheduledPublishes.listDue(150)).map(({ id }) => id)
    expect(due).toEqual([first.id])
    await store.scheduledPublishes.claim(first.id, lease('own', 100))
    const failed = { status: 'failed', problem: 'The number is gone.', finishedAt: 101 } as const
    await store.scheduledPublishes.finish(first.id, 'own', failed)
    const fail = { problem: 'The flow is gone.', at: 150 }
    expect(await store.scheduledPublishes.failOfFlow('ws_1', flowId, fail)).toEqual([later.id])
    expect(await store.scheduledPublishes.listOpen('ws_1', flowId)).toMatchObject([
      { id: later.id, problem: 'The flow is gone.' },
      { id: first.id, problem: 'The number is gone.' },
    ])
    expect(await store.scheduledPublishes.listDue(9_000)).not.toContainEqual(
      expect.objectContaining({ flowId }),
    )
  })
})
