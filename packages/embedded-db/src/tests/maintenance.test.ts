import { rm } from 'node:fs/promises'
import { type Document, MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DatabaseServer } from '../DatabaseServer.ts'
import {
  makeTempFolder,
  startTestDatabase,
  type TestDatabase,
} from '../testing/startTestDatabase.ts'

interface AnyDoc {
  _id: number
  [field: string]: unknown
}

const START = Date.UTC(2024, 0, 1)
let now = START
let t: TestDatabase
const use = (name: string) => t.db.collection<AnyDoc>(name)

beforeAll(async () => {
  t = await startTestDatabase({ expiryIntervalMs: 3_600_000 }, { now: () => now })
})
afterAll(() => t.stop())

describe('documents with a TTL index', () => {
  const idsIn = async (name: string) => (await use(name).find().toArray()).map(({ _id }) => _id)

  test('are deleted when their time is over, others are not', async () => {
    await use('sessions').createIndex({ at: 1 }, { expireAfterSeconds: 60 })
    await use('sessions').insertMany([
      { _id: 1, at: new Date(START) },
      { _id: 2, at: new Date(START + 30_000) },
      { _id: 3, at: 'no date' },
      { _id: 4 },
      { _id: 5, at: [new Date(START + 300_000), new Date(START)] },
    ])
    await t.server.runHousekeeping()
    expect(await idsIn('sessions')).toEqual([1, 2, 3, 4, 5])
    now = START + 60_000
    await t.server.runHousekeeping()
    expect(await idsIn('sessions')).toEqual([2, 3, 4])
    now = START + 90_000
    await t.server.runHousekeeping()
    expect(await idsIn('sessions')).toEqual([3, 4])
  })

  test('expire at the instant in the field when the time is 0, within a partial index only there', async () => {
    const options = { expireAfterSeconds: 0, partialFilterExpression: { done: true } }
    await use('jobs').createIndex({ expiresAt: 1 }, options)
    const expiresAt = new Date(now - 1)
    await use('jobs').insertMany([
      { _id: 1, expiresAt, done: true },
      { _id: 2, expiresAt, done: false },
    ])
    await t.server.runHousekeeping()
    expect(await idsIn('jobs')).toEqual([2])
  })

  test('live as long as collMod says', async () => {
    await use('notes').createIndex({ at: 1 }, { expireAfterSeconds: 10 })
    await use('notes').insertOne({ _id: 1, at: new Date(now - 20_000) })
    await t.db.command({ collMod: 'notes', index: { name: 'at_1', expireAfterSeconds: 100 } })
    await t.server.runHousekeeping()
    expect(await idsIn('notes')).toEqual([1])
    expect((await use('notes').indexes()).at(-1)).toMatchObject({ expireAfterSeconds: 100 })
  })

  test('are found by the timer too', async () => {
    const other = await startTestDatabase({ expiryIntervalMs: 20 })
    const collection = other.db.collection<AnyDoc>('soon')
    await collection.createIndex({ at: 1 }, { expireAfterSeconds: 0 })
    await collection.insertOne({ _id: 1, at: new Date(0) })
    await expect.poll(() => collection.countDocuments()).toBe(0)
    await other.stop()
  })
})

describe('a backup', () => {
  test('is a data folder with everything that was acknowledged before it', async () => {
    await use('kept').createIndex({ n: 1 }, { unique: true })
    await use('kept').insertMany(Array.from({ length: 500 }, (_, i) => ({ _id: i, n: i })))
    const folder = await makeTempFolder()
    const writing = use('kept').insertMany(
      Array.from({ length: 500 }, (_, i) => ({ _id: 1000 + i, n: 1000 + i })),
    )
    await t.server.backup(folder)
    await writing
    const restored = await startTestDatabase({ dataDir: folder })
    expect(await restored.server.validate()).toMatchObject({ isValid: true })
    const collection = restored.db.collection<AnyDoc>('kept')
    expect(await collection.countDocuments({ n: { $lt: 500 } })).toBe(500)
    await expect(collection.insertOne({ _id: -1, n: 5 })).rejects.toMatchObject({ code: 11000 })
    await restored.stop()
  })

  test('does not overwrite another one', async () => {
    const folder = await makeTempFolder()
    await t.server.backup(folder)
    await expect(t.server.backup(folder)).rejects.toThrow(/already holds/)
    await rm(folder, { recursive: true })
  })
})

test('a data folder keeps everything over a restart, and one server at a time', async () => {
  const dataDir = await makeTempFolder()
  const first = await DatabaseServer.start({ dataDir })
  const client = await new MongoClient(first.uri).connect()
  await client.db('a').collection('b').createIndex({ x: 1 })
  await client.db('a').collection('b').insertOne({ x: 1 })
  await client.close()
  await expect(DatabaseServer.start({ dataDir, lockTimeoutMs: 0 })).rejects.toThrow(
    /in use by this process/,
  )
  await first.close()
  const second = await startTestDatabase({ dataDir })
  expect(second.server.uri).not.toBe(first.uri)
  const collection = second.client.db('a').collection('b')
  expect(await collection.findOne({ x: 1 })).toMatchObject({ x: 1 })
  expect(await collection.indexes()).toHaveLength(2)
  await second.stop()
})

describe('a long command', () => {
  beforeAll(async () => {
    const text = 'x'.repeat(200)
    for (let start = 0; start < 30_000; start += 5000)
      await use('long').insertMany(
        Array.from({ length: 5000 }, (_, i) => ({ _id: start + i, n: i, text, at: { deep: [i] } })),
      )
  })

  test('lets other clients go on', async () => {
    const slow = use('long').countDocuments({
      $expr: { $eq: [{ $strLenCP: { $concat: ['$text', '$text'] } }, 1] },
    })
    let isRunning = true
    const done = slow.finally(() => (isRunning = false))
    let answered = 0
    while (isRunning) {
      await use('kept').findOne({ _id: answered })
      answered++
    }
    expect(await done).toBe(0)
    expect(answered).toBeGreaterThan(5)
  })

  test('ends at maxTimeMS', async () => {
    const query = use('long')
      .find({ $expr: { $eq: ['$n', -1] } })
      .maxTimeMS(20)
    await expect(query.toArray()).rejects.toMatchObject({ code: 50, codeName: 'MaxTimeMSExpired' })
    const counting = use('long').countDocuments({ 'at.deep': { $gt: 'x' } }, { maxTimeMS: 1 })
    await expect(counting).rejects.toMatchObject({ code: 50 })
  })

  test('that writes is done in slices, all of it', async () => {
    const updating = use('long').updateMany({ n: { $gte: 0 } }, { $set: { m: 1 } })
    await use('kept').findOneAndUpdate({ _id: 1 }, { $set: { seen: true } })
    expect(await updating).toMatchObject({ matchedCount: 30_000, modifiedCount: 30_000 })
    expect(await use('long').deleteMany({ n: { $lt: 2500 } })).toMatchObject({
      deletedCount: 15_000,
    })
    expect(await use('long').estimatedDocumentCount()).toBe(15_000)
  })

  test('that finds the first in order takes what is first when it writes', async () => {
    const claims = Array.from({ length: 5 }, () =>
      use('long').findOneAndUpdate(
        { taken: { $exists: false } },
        { $set: { taken: 1 } },
        { sort: { text: 1, n: -1, _id: -1 } },
      ),
    )
    const claimed = (await Promise.all(claims)).map((doc) => doc?._id)
    expect(new Set(claimed).size).toBe(5)
  })
})

describe('what is not supported', () => {
  function anIndex(key: Document) {
    return { key, name: 'unsupported' }
  }

  function aPipeline(stage: Document) {
    return { aggregate: 'kept', pipeline: [stage], cursor: {} }
  }

  test.each([
    [{ mapReduce: 'x' }, /no such command: 'mapReduce'/, 59],
    [{ find: 'x', tailable: true }, /does not support tailable cursors/, 115],
    [{ find: 'x', collation: { locale: 'de' } }, /does not support collations/, 115],
    [{ insert: 'x', documents: [{}], txnNumber: 1 }, /does not support transactions/, 115],
    [{ commitTransaction: 1 }, /no such command: 'commitTransaction'/, 59],
    [{ replSetGetStatus: 1 }, /no such command: 'replSetGetStatus'/, 59],
    [{ find: 'x', min: { a: 1 } }, /does not support the option 'min' of find/, 115],
    [{ find: 'x', filter: { $text: { $search: 'a' } } }, /does not support \$text/, 115],
    [{ create: 'x', timeseries: { timeField: 'at' } }, /does not support .*'timeseries'/, 115],
    [{ create: 'x', validator: { a: 1 } }, /does not support .*'validator'/, 115],
    [{ createIndexes: 'x', indexes: [anIndex({ a: 'hashed' })] }, /support 'hashed' ind/, 115],
    [{ createIndexes: 'x', indexes: [anIndex({ a: '2dsphere' })] }, /'2dsphere' indexes/, 115],
    [{ collMod: 'x', validator: {} }, /does not support this use of collMod/, 115],
    [aPipeline({ $geoNear: {} }), /does not support the stage \$geoNear/, 115],
    [aPipeline({ $search: {} }), /does not support the stage \$search/, 115],
    [aPipeline({ $merge: { into: 'y', whenMatched: [] } }), /whenMatched of \$merge/, 115],
  ])('is said in words: %j', async (command, message, code) => {
    await expect(t.db.command(command)).rejects.toMatchObject({
      message: expect.stringMatching(message),
      code,
    })
  })
})

test('tells its state', async () => {
  expect(await t.db.command({ serverStatus: 1 })).toMatchObject({ storageEngine: { name: 'lmdb' } })
  expect(await t.db.command({ collStats: 'kept' })).toMatchObject({ count: 1000, nindexes: 2 })
  expect(await t.db.command({ validate: 'kept' })).toMatchObject({ valid: true, nrecords: 1000 })
})
