import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../testing/mongo.ts'
import { aNumber } from '../testing/records.ts'
import { aDeliveryRecord, aWebhookRecord } from '../testing/storeRecords.ts'
import { createStore } from './createStore.ts'

const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

let database: TestDatabase
let store: ReturnType<typeof createStore>
beforeAll(async () => {
  database = await startTestDatabase()
  const { connection } = database
  store = createStore({ connection, logger, secretKey: new Uint8Array(32) })
  await store.ensureIndexes()
})
afterAll(() => database.close())

describe('subscriptions', () => {
  it('come back as they were, and their secrets cannot be read from the database', async () => {
    const previousSecret = { secret: 'whsec_old', until: 5 }
    const webhook = aWebhookRecord({ secret: 'whsec_new', previousSecret })
    await store.webhooks.insert(webhook)
    expect(await store.webhooks.find('ws_1', webhook.id)).toEqual(webhook)
    expect(await store.webhooks.find('ws_2', webhook.id)).toBeNull()
    const [raw] = await database.connection.collection('webhooks').find({}).toArray()
    expect(JSON.stringify(raw)).not.toContain('whsec')
    const changed = { secret: 'whsec_newest', previousSecret: null }
    expect(await store.webhooks.update('ws_1', webhook.id, changed)).toEqual({
      ...webhook,
      ...changed,
    })
  })

  it('are delivered by one process at a time, and by another when that one is gone', async () => {
    const webhook = aWebhookRecord({ workspaceId: 'ws_leases' })
    await store.webhooks.insert(webhook)
    const take = async (ownerId: string, now: number) => {
      const lease = { ownerId, now, ttlMs: 1_000, limit: 100 }
      return (await store.webhooks.acquireLeases(lease)).map(({ id }) => id)
    }
    const both = await Promise.all([take('a', 10), take('b', 10)])
    expect(both.flat().filter((id) => id === webhook.id)).toHaveLength(1)
    const owner = both[0].includes(webhook.id) ? 'a' : 'b'
    const renewed = await store.webhooks.renewLeases(owner, 500, 1_000)
    expect(renewed.map(({ id }) => id)).toContain(webhook.id)
    expect(await take('c', 1_499)).not.toContain(webhook.id)
    expect(await take('c', 1_500)).toContain(webhook.id)
    expect(await store.webhooks.renewLeases(owner, 1_600, 1_000)).toEqual([])
  })
})

describe('deliveries', () => {
  it('are stored once however often they are made', async () => {
    const delivery = aDeliveryRecord({ webhookId: 'whk_once' })
    const inserts = [1, 2, 3].map(() => store.webhookDeliveries.insert(delivery))
    expect((await Promise.all(inserts)).filter(Boolean)).toHaveLength(1)
    expect(await store.webhookDeliveries.find('whk_once', delivery.id)).toEqual(delivery)
  })

  it('wait in the order of what they tell of, whatever the order in which they came', async () => {
    const webhookId = 'whk_order'
    for (const [at, order] of [
      [2, 0],
      [1, 1],
      [1, 0],
    ] as const) {
      await store.webhookDeliveries.insert(aDeliveryRecord({ webhookId, at, order }))
    }
    await store.webhookDeliveries.insert(aDeliveryRecord({ webhookId, orderKey: 'other', at: 0 }))
    const exceptKeys = ['other']
    const found = await store.webhookDeliveries.listPending({ webhookId, exceptKeys, limit: 9 })
    expect(found.map(({ at, order }) => [at, order])).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
    ])
  })

  it('keep what the receiver said, whatever its headers are called', async () => {
    const delivery = aDeliveryRecord({ webhookId: 'whk_answer' })
    await store.webhookDeliveries.insert(delivery)
    const answer = {
      status: 500,
      headers: { $where: '1', 'a.b': 'c' },
      body: 'no',
      error: null,
      durationMs: 3,
    }
    await store.webhookDeliveries.recordAttempt(delivery.id, {
      status: 'failed',
      attempts: 4,
      firstAttemptAt: 1,
      lastAttemptAt: 2,
      dueAt: 3,
      requestHeaders: { 'x-parley-event': 'message.received' },
      answer,
    })
    const failed = await store.webhookDeliveries.find('whk_answer', delivery.id)
    expect(failed).toMatchObject({ status: 'failed', attempts: 4, answer })
    expect(await store.webhookDeliveries.replayFailed('whk_answer', 9)).toBe(1)
    const again = await store.webhookDeliveries.find('whk_answer', delivery.id)
    expect(again).toMatchObject({ status: 'pending', attempts: 0, firstAttemptAt: null, answer })
    expect(await store.webhookDeliveries.replay('whk_answer', delivery.id, 9)).toBeNull()
  })

  it('go with the number that their subscription is for', async () => {
    const number = aNumber({ workspaceId: 'ws_gone' })
    await store.numbers.insert(number)
    const webhook = aWebhookRecord({ workspaceId: 'ws_gone', numberId: number.id })
    await store.webhooks.insert(webhook)
    await store.webhookDeliveries.insert(aDeliveryRecord({ webhookId: webhook.id }))
    await store.removeNumber('ws_gone', number.id, { history: 'keep' })
    const left = await store.webhookDeliveries.list({ webhookId: webhook.id, limit: 5 })
    expect(left.items).toEqual([])
    expect(await store.webhooks.find('ws_gone', webhook.id)).toBeNull()
  })
})
