import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../pipeline/ids.ts'
import { startTestDatabase, type TestDatabase } from '../testing/mongo.ts'
import { anInboundRecord, anOutboundRecord } from '../testing/storeRecords.ts'
import { createStore, type MongoStore } from './createStore.ts'

const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

let database: TestDatabase
let store: MongoStore
beforeAll(async () => {
  database = await startTestDatabase()
  const secretKey = new Uint8Array(32).fill(7)
  store = createStore({ connection: database.connection, logger, secretKey })
  await store.ensureIndexes()
})
afterAll(() => database.close())

const timesOf = ({ items }: { items: readonly { createdAt: number }[] }) =>
  items.map(({ createdAt }) => createdAt)

it('the messages with a contact come in numbered pages, the newest first, each in order', async () => {
  const workspaceId = newId('ws')
  const contactId = newId('contact')
  const messages = [1, 2, 3, 4, 5].map((createdAt) =>
    anOutboundRecord({ workspaceId, contactId, createdAt }),
  )
  await store.messages.insertOutbound([...messages, anOutboundRecord({ workspaceId })])
  const query = { workspaceId, contactId, page: 1, limit: 2 }
  const pages = [1, 2, 3, 4].map((page) => store.messages.listPage({ ...query, page }))
  const [first, second, third, fourth] = await Promise.all(pages)
  expect([first, second, third, fourth].map((page) => page && timesOf(page))).toEqual([
    [4, 5],
    [2, 3],
    [1],
    [],
  ])
  expect(first).toMatchObject({ total: 5, hasMore: true })
  expect(third).toMatchObject({ total: 5, hasMore: false })
  const [, , middle] = messages
  if (!middle) throw new Error('no message')
  const before = await store.messages.listPage({ ...query, before: middle })
  expect([timesOf(before), before.hasMore]).toEqual([[1, 2], false])
  const after = await store.messages.listPage({ ...query, after: middle, limit: 1 })
  expect([timesOf(after), after.hasMore]).toEqual([[4], true])
  const elsewhere = { ...query, numberId: newId('num') }
  expect(await store.messages.listPage(elsewhere)).toMatchObject({ items: [], total: 0 })
})

it('messages that wait for their time come in the order of it, page by page', async () => {
  const numberId = newId('num')
  const later = (dueAt: number, given: object = {}) =>
    anOutboundRecord({ numberId, dueAt, scheduled: true, createdAt: 1, ...given })
  const waiting = [later(300), later(100), later(200)]
  const others = [
    later(100, { open: false }),
    later(100, { scheduled: false }),
    later(100, { numberId: newId('num') }),
  ]
  await store.messages.insertOutbound([...waiting, ...others])
  const first = await store.messages.listScheduled({ numberIds: [numberId], limit: 2 })
  expect(first.items.map(({ dueAt }) => dueAt)).toEqual([100, 200])
  const cursor = first.nextCursor ?? ''
  const second = await store.messages.listScheduled({ numberIds: [numberId], limit: 2, cursor })
  expect(second.items.map(({ dueAt }) => dueAt)).toEqual([300])
  expect(second.nextCursor).toBeNull()
})

it('what a contact wrote is seen once, and what we wrote is not seen by us', async () => {
  const inbound = anInboundRecord()
  const outbound = anOutboundRecord()
  await store.messages.insertInbound(inbound)
  await store.messages.insertOutbound([outbound])
  for (const at of [7, 8]) {
    await store.messages.recordSeen(inbound.id, at)
    await store.messages.recordSeen(outbound.id, at)
  }
  expect((await store.messages.find(inbound.id))?.statusAt.read).toBe(7)
  expect((await store.messages.find(outbound.id))?.statusAt.read).toBeUndefined()
})
