import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../pipeline/ids.ts'
import { startTestDatabase, type TestDatabase } from '../testing/mongo.ts'
import { anInboundRecord, anOutboundRecord } from '../testing/storeRecords.ts'
import { connectStore } from './connectStore.ts'
import { createStore, type MongoStore } from './createStore.ts'

const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const PLENTY_MS = 60_000
const DAY_MS = 24 * 60 * 60 * 1_000

let database: TestDatabase
/** Of one process each. */
let stores: readonly MongoStore[]
let now = Date.now()
const secretKey = new Uint8Array(32)

beforeAll(async () => {
  database = await startTestDatabase()
  const second = await connectStore(database.uri)
  stores = [database.connection, second].map((connection) =>
    createStore({ connection, logger, secretKey, now: () => now }),
  )
  await stores[0]?.ensureIndexes()
})
afterAll(async () => {
  await stores[1]?.messages.model.db.close()
  await database.close()
})

/** The store of the n-th process. */
function process(index: number): MongoStore {
  const store = stores[index % stores.length]
  if (!store) throw new Error('There are two')
  return store
}

const aNumberName = () => ({ id: newId('num'), workspaceId: newId('ws') })
type NumberName = ReturnType<typeof aNumberName>

const messagesOf = (number: NumberName, count: number, createdAt = now) =>
  Array.from({ length: count }, (_, order) => {
    const whose = { workspaceId: number.workspaceId, numberId: number.id, createdAt, order }
    return order % 2 === 0 ? anOutboundRecord(whose) : anInboundRecord(whose)
  })

async function insert(store: MongoStore, messages: ReturnType<typeof messagesOf>): Promise<void> {
  await Promise.all(
    messages.map((message) =>
      message.direction === 'inbound'
        ? store.messages.insertInbound(message)
        : store.messages.insertOutbound([message]),
    ),
  )
}

const listAll = (number: NumberName) =>
  process(0).messageNumbers.list({ numberId: number.id, from: { after: 0 }, limit: 10_000 })

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

it('numbers messages of both directions from 1 in the order of their making, each once', async () => {
  const number = aNumberName()
  const messages = messagesOf(number, 5)
  await insert(process(0), messages.toReversed())
  const { messageNumbers } = process(0)
  expect(await messageNumbers.bringUpToDate(number, PLENTY_MS)).toBe(true)
  await messageNumbers.bringUpToDate(number, PLENTY_MS)
  const expected = messages.map(({ id }, index) => ({ messageId: id, n: index + 1 }))
  expect(await listAll(number)).toEqual(expected)
  expect(await messageNumbers.last(number.id)).toBe(5)
  expect(await messageNumbers.numbersOf([messages[3]?.id ?? '', 'msg_unknown'])).toEqual(
    new Map([[messages[3]?.id, 4]]),
  )
})

it('counts each number for itself', async () => {
  const mine = aNumberName()
  const other = { ...aNumberName(), workspaceId: mine.workspaceId }
  await insert(process(0), [...messagesOf(mine, 2), ...messagesOf(other, 3)])
  await process(0).messageNumbers.bringUpToDate(mine, PLENTY_MS)
  await process(0).messageNumbers.bringUpToDate(other, PLENTY_MS)
  expect((await listAll(mine)).map(({ n }) => n)).toEqual([1, 2])
  expect((await listAll(other)).map(({ n }) => n)).toEqual([1, 2, 3])
})

it('leaves no gap and gives no number twice while two processes write and many read', async () => {
  const number = aNumberName()
  const read = new Map<number, string>()
  const writers = [0, 1, 2, 3].map(async (writer) => {
    for (const _ of upTo(10)) await insert(process(writer), messagesOf(number, 4, now++))
  })
  let isWritten = false
  const readers = [0, 1, 2, 3].map(async (reader) => {
    const { messageNumbers } = process(reader)
    let last = 0
    for (let isLast = false; !isLast; ) {
      isLast = isWritten
      await messageNumbers.bringUpToDate(number, PLENTY_MS)
      const query = { numberId: number.id, from: { after: last }, limit: 1_000 }
      for (const { n, messageId } of await messageNumbers.list(query)) {
        // Going on from the last one that was seen misses none.
        expect(n).toBe(last + 1)
        expect(read.get(n) ?? messageId).toBe(messageId)
        read.set(n, messageId)
        last = n
      }
    }
    return last
  })
  await Promise.all(writers)
  isWritten = true
  expect(await Promise.all(readers)).toEqual([160, 160, 160, 160])
  expect(new Set(read.values()).size).toBe(160)
})

it('gives a message that arrives late the next number', async () => {
  const number = aNumberName()
  await insert(process(0), messagesOf(number, 2, now))
  await process(0).messageNumbers.bringUpToDate(number, PLENTY_MS)
  const [late] = messagesOf(number, 1, now - 9_000)
  if (!late) throw new Error('One was made')
  await insert(process(1), [late])
  await process(0).messageNumbers.bringUpToDate(number, PLENTY_MS)
  expect((await listAll(number)).at(-1)).toEqual({ messageId: late.id, n: 3 })
})

it('finds in its sweeps what a crash held up for hours', async () => {
  const number = aNumberName()
  await insert(process(0), messagesOf(number, 2, now))
  await process(0).messageNumbers.bringUpToDate(number, PLENTY_MS)
  const late = messagesOf(number, 1, now - DAY_MS / 2)
  await insert(process(0), late)
  await process(0).messageNumbers.bringUpToDate(number, PLENTY_MS)
  expect(await listAll(number)).toHaveLength(2)
  now += 11 * 60 * 1_000
  await process(0).messageNumbers.bringUpToDate(number, PLENTY_MS)
  expect((await listAll(number)).at(-1)).toEqual({ messageId: late[0]?.id, n: 3 })
})

it('does many old messages a piece at a time, and goes on where it stopped', async () => {
  const number = aNumberName()
  const old = messagesOf(number, 2_100, now - 40 * DAY_MS)
  await insert(process(0), old)
  const { messageNumbers } = process(0)
  expect(await messageNumbers.bringUpToDate(number, 0)).toBe(false)
  expect(await messageNumbers.last(number.id)).toBe(1_000)
  expect(await messageNumbers.bringUpToDate(number, 0)).toBe(false)
  expect(await messageNumbers.bringUpToDate(number, 0)).toBe(true)
  expect(await listAll(number)).toEqual(
    old.map(({ id }, index) => ({ messageId: id, n: index + 1 })),
  )
})

it('lists the newest, those of a conversation and those of a time', async () => {
  const number = aNumberName()
  const early = messagesOf(number, 3, now - 5_000)
  const conversationId = newId('conv')
  const theirs = messagesOf(number, 2, now).map((message) => ({ ...message, conversationId }))
  await insert(process(0), [...early, ...theirs])
  const { messageNumbers } = process(0)
  await messageNumbers.bringUpToDate(number, PLENTY_MS)
  const numbers = async (query: object) => {
    const all = { numberId: number.id, from: { after: 0 }, limit: 100, ...query }
    return (await messageNumbers.list(all)).map(({ n }) => n)
  }
  expect(await numbers({ from: 'newest', limit: 2 })).toEqual([4, 5])
  expect(await numbers({ from: { after: 1 }, limit: 2 })).toEqual([2, 3])
  expect(await numbers({ conversationId })).toEqual([4, 5])
  expect(await numbers({ createdSince: now - 1_000 })).toEqual([4, 5])
  expect(await numbers({ createdUntil: now - 1_000 })).toEqual([1, 2, 3])
  expect(await numbers({ from: 'newest', createdUntil: now - 1_000, limit: 1 })).toEqual([3])
})

it('forgets the numbers of a connected number that is deleted', async () => {
  const number = aNumberName()
  await insert(process(0), messagesOf(number, 2))
  await process(0).messageNumbers.bringUpToDate(number, PLENTY_MS)
  await process(0).messageNumbers.removeOfNumber(number.id)
  expect(await listAll(number)).toEqual([])
})
