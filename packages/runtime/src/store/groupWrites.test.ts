import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../testing/mongo.ts'
import type { StoredCollection, StoredDocument } from './documents.ts'
import { groupReads } from './groupReads.ts'
import { bulkWriteEach, groupWrites, isDuplicateId, WriteRefusedError } from './groupWrites.ts'

let database: TestDatabase
let collection: StoredCollection
beforeAll(async () => {
  database = await startTestDatabase()
  const db = database.connection.getClient().db(database.connection.name)
  collection = db.collection<StoredDocument>('things')
  await collection.createIndex({ key: 1 }, { unique: true, sparse: true })
})
afterAll(() => database.close())

const insertOf = (document: StoredDocument) => ({
  documentId: document._id,
  operation: { insertOne: { document } },
})

describe('groupWrites', () => {
  it('refuses one insert of many, and says which key was taken', async () => {
    const write = groupWrites(collection)
    await write(insertOf({ _id: 'a', key: 1 }))
    const results = await Promise.allSettled([
      write(insertOf({ _id: 'b', key: 2 })),
      write(insertOf({ _id: 'a', key: 3 })),
      write(insertOf({ _id: 'c', key: 1 })),
      write(insertOf({ _id: 'd', key: 4 })),
    ])
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ])
    const errors = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(errors.map((error) => error instanceof WriteRefusedError)).toEqual([true, true])
    expect(errors.map(isDuplicateId)).toEqual([true, false])
    expect(await collection.countDocuments({ _id: { $in: ['a', 'b', 'c', 'd'] } })).toBe(3)
  })

  it('lets a document that cannot be stored fail alone', async () => {
    const write = groupWrites(collection)
    const results = await Promise.allSettled([
      write(insertOf({ _id: 'good 1' })),
      write(insertOf({ _id: 'nul', 'a\0b': 1 })),
      write(insertOf({ _id: 'huge', text: 'x'.repeat(17 * 1024 * 1024) })),
      write(insertOf({ _id: 'good 2' })),
    ])
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ])
    expect(await collection.countDocuments({ _id: /^(good|nul|huge)/ })).toBe(2)
  })

  it('does insert, change and deletion of one document in the order asked for', async () => {
    const write = groupWrites(collection)
    const change = (operation: Parameters<typeof write>[0]['operation']) =>
      write({ documentId: 'e', operation })
    await Promise.all([
      change({ insertOne: { document: { _id: 'e', count: 1 } } }),
      change({ updateOne: { filter: { _id: 'e' }, update: { $set: { count: 2 } } } }),
      change({ deleteOne: { filter: { _id: 'e' } } }),
      change({ insertOne: { document: { _id: 'e', count: 3 } } }),
    ])
    expect(await collection.findOne({ _id: 'e' })).toMatchObject({ count: 3 })
  })

  it('fails everybody when the database is gone', async () => {
    const { connection, close } = await startTestDatabase()
    const gone = connection.getClient().db('gone').collection<StoredDocument>('things')
    await close()
    const write = groupWrites(gone)
    const results = await Promise.allSettled(['x', 'y'].map((_id) => write(insertOf({ _id }))))
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('counts how many documents the filters found beside a refusal', async () => {
    await collection.insertOne({ _id: 'm' })
    const { outcomes, matchedCount } = await bulkWriteEach(collection, [
      { updateOne: { filter: { _id: 'm' }, update: { $set: { n: 1 } } } },
      { insertOne: { document: { _id: 'm' } } },
      { updateOne: { filter: { _id: 'absent' }, update: { $set: { n: 1 } } } },
    ])
    expect(matchedCount).toBe(1)
    expect(outcomes.map((outcome) => 'error' in outcome)).toEqual([false, true, false])
  })
})

describe('groupReads', () => {
  it('asks once for all that is wanted at the same time', async () => {
    const asked: (readonly string[])[] = []
    const read = groupReads(async (keys) => {
      asked.push(keys)
      return new Map(keys.filter((key) => key !== 'none').map((key) => [key, key.toUpperCase()]))
    })
    expect(await Promise.all(['a', 'b', 'a', 'none'].map(read))).toEqual(['A', 'B', 'A', null])
    expect(asked).toEqual([['a', 'b', 'none']])
  })

  it('sees a write that was acknowledged before it was asked', async () => {
    const write = groupWrites(collection)
    const read = groupReads(async (ids) => {
      const documents = await collection.find({ _id: { $in: [...ids] } }).toArray()
      return new Map(documents.map((document) => [document._id, document]))
    })
    const before = read('w')
    await write(insertOf({ _id: 'w' }))
    expect(await read('w')).toEqual({ _id: 'w' })
    await before
  })
})
