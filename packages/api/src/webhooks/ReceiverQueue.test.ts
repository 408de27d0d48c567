import { setImmediate } from 'node:timers/promises'
import type { WebhookRecord } from '@parley/runtime/store'
import { aDeliveryRecord, aWebhookRecord, FakeClock, silentLogger } from '@parley/runtime/testing'
import { beforeEach, describe, expect, test } from 'vitest'
import { ReceiverQueue } from './ReceiverQueue.ts'
import { FakeReceiver } from './testing/FakeReceiver.ts'
import { MemoryDeliveries } from './testing/MemoryDeliveries.ts'

const HOUR_MS = 3_600_000

let clock: FakeClock
let store: MemoryDeliveries
let receiver: FakeReceiver
let outcomes: string[]
let failingSince: (number | null)[]
beforeEach(() => {
  clock = new FakeClock()
  store = new MemoryDeliveries(clock)
  receiver = new FakeReceiver(clock)
  outcomes = []
  failingSince = []
})

describe('a queue', () => {
  test('delivers a conversation in its order, one after the other, and others beside it', async () => {
    receiver.durationMs = 100
    const queue = aQueue()
    for (const at of [1, 2, 3]) push(queue, 'ana', at)
    push(queue, 'ben', 4)
    await pass(50)
    expect(receiver.underWay).toBe(2)
    await pass(500)
    expect(receiver.taken('ana')).toEqual(['ana 1', 'ana 2', 'ana 3'])
    expect(receiver.taken('ben')).toEqual(['ben 4'])
  })

  test('has no more than twenty requests under way', async () => {
    receiver.durationMs = 1_000
    const queue = aQueue()
    for (let index = 0; index < 50; index += 1) push(queue, `contact ${index}`, index)
    await pass(10)
    expect(receiver.underWay).toBe(20)
    await pass(5_000)
    expect(outcomes).toHaveLength(50)
  })

  test('holds up only the conversation whose delivery fails, and tries it less and less often', async () => {
    receiver.refuses = (name) => name.startsWith('ana')
    const queue = aQueue()
    push(queue, 'ana', 1)
    push(queue, 'ana', 2)
    push(queue, 'ben', 3)
    await pass(100)
    expect(receiver.taken('ben')).toEqual(['ben 3'])
    await pass(HOUR_MS)
    const times = receiver.triedAt('ana 1').map((at) => Math.round((at - receiver.beganAt) / 250))
    const powers = Array.from({ length: 14 }, (_, index) => 2 ** index)
    expect(times).toEqual(powers.map((power) => power - 1))
    expect(receiver.triedAt('ana 2')).toEqual([])
    receiver.refuses = () => false
    await pass(HOUR_MS)
    expect(receiver.taken('ana')).toEqual(['ana 1', 'ana 2'])
  })

  test('gives a delivery up after a day, and goes on with the next of the conversation', async () => {
    receiver.refuses = (name) => name === 'ana 1'
    const queue = aQueue()
    push(queue, 'ana', 1)
    push(queue, 'ana', 2)
    await pass(23.9 * HOUR_MS)
    expect(outcomes).not.toContain('failed')
    await pass(2 * HOUR_MS)
    expect(outcomes.filter((outcome) => outcome === 'failed')).toHaveLength(1)
    expect(store.get('ana 1').status).toBe('failed')
    expect(receiver.taken('ana')).toEqual(['ana 2'])
    expect(receiver.triedAt('ana 1').length).toBeLessThan(45)
  })

  test('asks a receiver that is down one thing at a time, and goes on with all when it is back', async () => {
    receiver.refuses = () => true
    const queue = aQueue()
    for (let index = 0; index < 40; index += 1) push(queue, `contact ${index}`, index)
    await pass(HOUR_MS)
    // Twenty at first, then one every five minutes at last: not forty conversations times a dozen tries.
    expect(receiver.tries).toBeLessThan(60)
    expect(failingSince.at(-1)).toBe(receiver.beganAt)
    receiver.refuses = () => false
    await pass(300_000)
    expect(outcomes.filter((outcome) => outcome === 'delivered')).toHaveLength(40)
    expect(failingSince.at(-1)).toBeNull()
  })

  test('is not held up by one conversation that always fails', async () => {
    receiver.refuses = (name) => name === 'ana 1'
    const queue = aQueue()
    push(queue, 'ana', 1)
    await pass(10 * HOUR_MS)
    push(queue, 'ben', 2)
    await pass(1)
    expect(receiver.taken('ben')).toEqual(['ben 2'])
  })

  test('waits as a whole when the receiver asks for a pause', async () => {
    receiver.refuses = () => true
    receiver.refusal = { status: 429, headers: { 'retry-after': '120' } }
    const queue = aQueue()
    push(queue, 'ana', 1)
    await pass(10)
    push(queue, 'ben', 2)
    await pass(119_000)
    expect(receiver.tries).toBe(1)
    receiver.refuses = () => false
    await pass(2_000)
    expect(receiver.tries).toBe(3)
  })

  test('reads on what does not fit into memory, without disturbing any order', async () => {
    const names: string[] = []
    for (let at = 0; at < 3_000; at += 1) {
      const key = `contact ${at % 7}`
      store.add(aDelivery(key, at))
      names.push(`${key} ${at}`)
    }
    // One conversation stands still meanwhile, with hundreds behind it.
    receiver.refuses = (name) => name === 'contact 3 3'
    const queue = aQueue()
    queue.look()
    await pass(60_000)
    expect(receiver.taken('contact 3')).toEqual([])
    receiver.refuses = () => false
    await pass(HOUR_MS)
    for (let key = 0; key < 7; key += 1) {
      const expected = names.filter((name) => name.startsWith(`contact ${key} `))
      expect(receiver.taken(`contact ${key}`)).toEqual(expected)
    }
    expect(store.readsAtOnce).toBeLessThanOrEqual(500)
  })

  test('puts nothing behind a delivery that has others behind it in the database', async () => {
    for (let at = 0; at < 600; at += 1) store.add(aDelivery('ana', at))
    store.add(aDelivery('ben', 600))
    receiver.refuses = (name) => name === 'ana 0'
    const queue = aQueue()
    queue.look()
    await pass(60_000)
    expect(receiver.taken('ben')).toEqual(['ben 600'])
    push(queue, 'ana', 601)
    receiver.refuses = () => false
    await pass(HOUR_MS)
    const expected = Array.from({ length: 600 }, (_, at) => `ana ${at}`)
    expect(receiver.taken('ana')).toEqual([...expected, 'ana 601'])
  })

  test('does not believe the database about what was delivered while it was asked', async () => {
    receiver.durationMs = 50
    const queue = aQueue()
    push(queue, 'ana', 1)
    await pass(10)
    store.readMs = 100
    queue.look()
    await pass(1_000)
    expect(receiver.taken('ana')).toEqual(['ana 1'])
  })

  test('keeps still when another process may be delivering', async () => {
    let mayAct = false
    const queue = aQueue({ mayAct: () => mayAct })
    push(queue, 'ana', 1)
    await pass(1_000)
    expect(receiver.tries).toBe(0)
    mayAct = true
    queue.look()
    await pass(1_000)
    expect(receiver.taken('ana')).toEqual(['ana 1'])
  })

  test('counts nothing against the receiver that its own end cut off', async () => {
    receiver.durationMs = 5_000
    const queue = aQueue()
    push(queue, 'ana', 1)
    await pass(10)
    const stopped = queue.stop()
    await pass(2_000)
    await stopped
    expect(store.get('ana 1')).toMatchObject({ status: 'pending', attempts: 0 })
    expect(outcomes).toEqual([])
  })

  test('waits for what is under way when it ends, and starts nothing more', async () => {
    receiver.durationMs = 100
    const queue = aQueue()
    push(queue, 'ana', 1)
    push(queue, 'ana', 2)
    await pass(10)
    const stopped = queue.stop()
    await pass(200)
    await stopped
    expect(receiver.taken('ana')).toEqual(['ana 1'])
    expect(store.get('ana 1').status).toBe('delivered')
  })
})

function aQueue(given: { mayAct?: () => boolean } = {}) {
  const options = {
    store: { webhookDeliveries: store.asStore() },
    fetch: receiver.asFetch(),
    clock,
    logger: silentLogger,
    // Neither shortens nor prolongs.
    random: () => 0.5,
    mayAct: given.mayAct ?? (() => true),
    onFailing: (_: WebhookRecord, since: number | null) => failingSince.push(since),
    onAttempt: (outcome: string) => outcomes.push(outcome),
  }
  return new ReceiverQueue(options, aWebhookRecord())
}

const aDelivery = (key: string, at: number) =>
  aDeliveryRecord({ id: `${key} ${at}`, orderKey: key, at, dueAt: 0 })

function push(queue: ReceiverQueue, key: string, at: number): void {
  const delivery = aDelivery(key, at)
  store.add(delivery)
  queue.push(delivery)
}

/** Moves time on. What a timer starts goes through several promises before the next one is set. */
async function pass(ms: number): Promise<void> {
  for (let round = 0; round < 20; round += 1) await setImmediate()
  await clock.advance(ms)
  for (let round = 0; round < 20; round += 1) await setImmediate()
}
