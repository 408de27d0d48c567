import { createGuardedFetch, type GuardedFetch } from '@parley/runtime/http'
import type { Clock, MessageRecord } from '@parley/runtime/pipeline'
import { createAccounts, createStore, type MongoStore } from '@parley/runtime/store'
import {
  anInboundRecord,
  anOutboundRecord,
  aWebhookRecord,
  FakeClock,
  silentLogger,
  startTestDatabase,
  type TestDatabase,
} from '@parley/runtime/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LiveHub } from '../live/LiveHub.ts'
import { Receiver } from '../testing/Receiver.ts'
import { createWebhooks } from './createWebhooks.ts'
import type { WebhookService } from './WebhookService.ts'

/** What several processes share. */
let database: TestDatabase
let fetch: GuardedFetch
let receiver: Receiver
let running: WebhookService[]
beforeEach(async () => {
  database = await startTestDatabase()
  receiver = await Receiver.start()
  fetch = createGuardedFetch({ allowedHosts: ['127.0.0.1'] })
  running = []
})
afterEach(async () => {
  for (const webhooks of running) await webhooks.stop()
  await fetch.close()
  await receiver.close()
  await database.close()
})

interface Process {
  readonly store: MongoStore
  readonly live: LiveHub
  readonly webhooks: WebhookService
}

async function aProcess(ownerId: string, clock: Clock, isAlone: boolean): Promise<Process> {
  const { connection } = database
  const now = () => clock.now()
  const store = createStore({ connection, logger: silentLogger, secretKey: KEY, now })
  const accounts = createAccounts(connection)
  const live = new LiveHub()
  const options = { store, accounts, live, fetch, clock, logger: silentLogger, ownerId, isAlone }
  const webhooks = createWebhooks({ ...options, publicUrl: 'http://parley.test' })
  return { store, live, webhooks }
}

const KEY = new Uint8Array(32)
const aHook = (clock: Clock) =>
  aWebhookRecord({
    url: receiver.url(),
    events: ['message.received', 'message.sent', 'message.read'],
    createdAt: clock.now(),
    updatedAt: clock.now(),
  })

/** A message that came at this moment. */
const aMessage = (clock: Clock, given: Partial<MessageRecord> = {}) =>
  anInboundRecord({ createdAt: clock.now(), statusAt: { received: clock.now() }, ...given })

test('what a process stored, and was killed before it could tell, is told by the next one; and nothing twice', async () => {
  const clock = new FakeClock()
  const dying = await aProcess('dying', clock, true)
  await dying.store.ensureIndexes()
  await dying.store.webhooks.insert(aHook(clock))
  const old = aMessage(new FakeClock(clock.now() - 3_600_000))
  await dying.store.messages.insertInbound(old)
  await dying.webhooks.start()
  const sent = anOutboundRecord({ createdAt: clock.now(), statusAt: { queued: clock.now() } })
  await dying.store.messages.insertOutbound([sent])
  await clock.advance(2_000)

  const told = aMessage(clock)
  await dying.store.messages.insertInbound(told)
  dying.live.publish('ws_1', { type: 'message.received', message: told })
  await expect.poll(() => receiver.posts.length).toBe(1)
  await clock.advance(1_000)
  const untold = aMessage(clock)
  await dying.store.messages.insertInbound(untold)
  await clock.advance(1_000)
  await dying.store.messages.recordSent(sent.id, {
    at: clock.now(),
    channelMessageId: sent.channelMessageId ?? '',
    attempts: 1,
    renderedAs: [],
  })
  // Dead: its clock stands still from here on, and nobody stops it in order.

  const later = new FakeClock(clock.now() + 5_000)
  const next = await aProcess('next', later, true)
  running.push(next.webhooks)
  await next.webhooks.start()
  await expect.poll(() => receiver.posts.length).toBe(3)
  await new Promise((resolve) => setTimeout(resolve, 200))
  const about = receiver.posts.map(({ headers, text }) => [
    headers['x-parley-event'],
    [told, untold, sent, old].find(({ id }) => text.includes(id))?.id,
  ])
  expect(about).toEqual([
    ['message.received', told.id],
    ['message.received', untold.id],
    ['message.sent', sent.id],
  ])
  expect(receiver.posts[2]?.body).toMatchObject({ data: { message: { status: 'sent' } } })
})

test('what could not be stored while the database was away is told when it is back', async () => {
  const clock = new FakeClock()
  const process = await aProcess('only', clock, true)
  await process.store.ensureIndexes()
  await process.store.webhooks.insert(aHook(clock))
  running.push(process.webhooks)
  await process.webhooks.start()
  const { insert } = process.store.webhookDeliveries
  process.store.webhookDeliveries.insert = () => Promise.reject(new Error('away'))
  const messages = [1, 2, 3].map((order) => aMessage(clock, { order }))
  for (const message of messages) {
    process.live.publish('ws_1', { type: 'message.received', message })
  }
  await clock.advance(2_000)
  process.store.webhookDeliveries.insert = insert
  await expect
    .poll(async () => {
      await clock.advance(1_000)
      return receiver.posts.length
    })
    .toBe(3)
  const order = receiver.posts.map(({ text }) => messages.findIndex(({ id }) => text.includes(id)))
  expect(order).toEqual([0, 1, 2])
})

test('two processes deliver everything once, whichever of them hears of it', {
  timeout: 30_000,
}, async () => {
  const clock: Clock = {
    now: () => Date.now(),
    // Four times as fast.
    after: (delayMs, callback) => {
      const timer = setTimeout(callback, delayMs / 4)
      return () => clearTimeout(timer)
    },
  }
  const processes = [await aProcess('a', clock, false), await aProcess('b', clock, false)]
  const [first, second] = processes
  if (!first || !second) throw new Error('Two were made')
  await first.store.ensureIndexes()
  await first.store.webhooks.insert(aHook(clock))
  for (const { webhooks } of processes) {
    running.push(webhooks)
    await webhooks.start()
  }
  const messages = Array.from({ length: 40 }, (_, order) => aMessage(clock, { order }))
  for (const [index, message] of messages.entries()) {
    // Every third one is heard of by both.
    const heardBy = index % 3 === 0 ? processes : [processes[index % 2] ?? first]
    for (const { live } of heardBy) live.publish('ws_1', { type: 'message.received', message })
  }
  await expect.poll(() => receiver.posts.length, { timeout: 20_000 }).toBe(40)
  await new Promise((resolve) => setTimeout(resolve, 700))
  const deliveries = receiver.posts.map(({ headers }) => headers['x-parley-delivery'])
  expect(new Set(deliveries).size).toBe(40)
  expect(deliveries).toHaveLength(40)
})

test('a process that ends in order leaves nothing to look for', async () => {
  const clock = new FakeClock()
  const process = await aProcess('orderly', clock, true)
  await process.store.ensureIndexes()
  await process.webhooks.start()
  expect(await process.store.webhookHeartbeats.list()).toHaveLength(1)
  await process.webhooks.stop()
  expect(await process.store.webhookHeartbeats.list()).toEqual([])
})
