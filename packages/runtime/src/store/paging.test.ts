import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../testing/mongo.ts'
import type { StoredCollection, StoredDocument } from './documents.ts'
import {
  BadCursorError,
  fromCursor,
  type Order,
  parseCursor,
  reversed,
  toCursor,
  toPage,
  toSort,
} from './paging.ts'

const ORDER: Order = {
  fields: [
    { field: 'at', type: 'number' },
    { field: 'order', type: 'number' },
    { field: '_id', type: 'string' },
  ],
  direction: 'descending',
}

let database: TestDatabase
let collection: StoredCollection
beforeAll(async () => {
  database = await startTestDatabase()
  const db = database.connection.getClient().db(database.connection.name)
  collection = db.collection<StoredDocument>('things')
  await collection.createIndex({ at: -1, order: -1, _id: -1 })
})
afterAll(() => database.close())

async function readAll(order: Order, limit: number): Promise<readonly string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  for (;;) {
    const documents = await collection
      .find(fromCursor(cursor, order))
      .sort(toSort(order))
      .limit(limit + 1)
      .toArray()
    const page = toPage(documents, limit, order, ({ _id }) => _id)
    ids.push(...page.items)
    if (page.nextCursor === null) return ids
    expect(page.items).toHaveLength(limit)
    cursor = page.nextCursor
  }
}

describe('paging', () => {
  it('reads every record once and in order, in either direction and in pages of any size', async () => {
    const things = fc.array(fc.record({ at: fc.nat(3), order: fc.nat(2) }), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(things, fc.integer({ min: 1, max: 8 }), async (wanted, limit) => {
        await collection.deleteMany({})
        const documents = wanted.map((thing, index) => ({ _id: `id ${index}`, ...thing }))
        if (documents.length > 0) await collection.insertMany(documents)
        const ascending = documents
          .toSorted((a, b) => a.at - b.at || a.order - b.order || (a._id < b._id ? -1 : 1))
          .map(({ _id }) => _id)
        expect(await readAll(reversed(ORDER), limit)).toEqual(ascending)
        expect(await readAll(ORDER, limit)).toEqual(ascending.toReversed())
      }),
      { numRuns: 25 },
    )
  })

  it('has no next page after exactly one full page', () => {
    const documents = [{ _id: 'a', at: 1, order: 0 }]
    expect(toPage(documents, 1, ORDER, ({ _id }) => _id).nextCursor).toBeNull()
  })

  it('knows its own cursors', () => {
    const cursor = toCursor({ _id: 'ä', at: 1.5, order: -1 }, ORDER)
    expect(cursor).toMatch(/^[\w-]+$/)
    expect(parseCursor(cursor, ORDER)).toEqual([1.5, -1, 'ä'])
  })

  it.each([
    '',
    'x',
    '%%%',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('[1,2]').toString('base64url'),
    Buffer.from('[1,2,3]').toString('base64url'),
    Buffer.from('[1,{"$gt":0},"a"]').toString('base64url'),
    Buffer.from('[1,null,"a"]').toString('base64url'),
  ])('refuses the cursor %j', (cursor) => {
    expect(() => parseCursor(cursor, ORDER)).toThrow(BadCursorError)
  })
})
