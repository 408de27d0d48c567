import type { Document } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../testing/startTestDatabase.ts'

interface AnyDoc extends Document {
  _id?: number | string
}

let t: TestDatabase
const use = (name: string) => t.db.collection<AnyDoc>(name)

beforeAll(async () => {
  t = await startTestDatabase()
})
afterAll(() => t.stop())

/** The innermost stage of a plan, with SORT around it named too. */
const planOf = async (name: string, filter: object, sort: Record<string, 1 | -1> = {}) => {
  const { queryPlanner } = await use(name).find(filter).sort(sort).explain('queryPlanner')
  const { stage, inputStage, indexName } = queryPlanner.winningPlan
  return stage === 'SORT'
    ? `SORT ${inputStage.indexName ?? inputStage.stage}`
    : (indexName ?? stage)
}

describe('the planner', () => {
  beforeAll(async () => {
    await use('plans').createIndexes([
      { key: { a: 1, b: -1 } },
      { key: { c: 1 }, sparse: true },
      { key: { d: 1 }, partialFilterExpression: { state: 'open' } },
      { key: { tags: 1 } },
      { key: { u: 1 }, unique: true },
      { key: { hidden: 1 }, hidden: true },
    ])
    await use('plans').insertMany(
      Array.from({ length: 100 }, (_, i) => ({
        _id: i,
        a: i % 5,
        b: i,
        c: i,
        d: i,
        tags: [`t${i % 3}`, 'all'],
        u: i,
        state: i % 2 ? 'open' : 'done',
      })),
    )
  })

  test.each<[string, object, Record<string, 1 | -1>, string]>([
    ['looks up an _id', { _id: 5, a: 1 }, {}, 'IDHACK'],
    ['looks up several _ids', { _id: { $in: [1, 2] } }, {}, 'IDHACK'],
    ['reads a range of _ids', { _id: { $gt: 5 } }, { _id: -1 }, 'IXSCAN'],
    ['uses the first field of an index', { a: 1 }, {}, 'a_1_b_-1'],
    ['uses an index for a filter and an order', { a: 1 }, { b: 1 }, 'a_1_b_-1'],
    ['uses an index for an order alone', {}, { a: -1, b: 1 }, 'a_1_b_-1'],
    ['sorts in memory when directions do not fit', {}, { a: 1, b: 1 }, 'SORT COLLSCAN'],
    ['sorts in memory over several points', { a: { $in: [1, 2] } }, { b: 1 }, 'SORT a_1_b_-1'],
    ['prefers a unique index', { a: 1, u: 5 }, {}, 'u_1'],
    ['uses a sparse index when the field must exist', { c: { $gt: 5 } }, {}, 'c_1'],
    ['avoids a sparse index otherwise', { c: null }, {}, 'COLLSCAN'],
    ['uses a partial index when the query implies its filter', { d: 1, state: 'open' }, {}, 'd_1'],
    ['avoids a partial index otherwise', { d: 1 }, {}, 'COLLSCAN'],
    ['uses an index on an array', { tags: 't1' }, {}, 'tags_1'],
    ['uses an index for an anchored pattern', { tags: /^t1/ }, {}, 'tags_1'],
    ['scans for a pattern that starts anywhere', { tags: /1/ }, {}, 'COLLSCAN'],
    ['joins indexes for $or', { $or: [{ u: 1 }, { a: 3 }] }, {}, 'OR'],
    ['scans when one branch of $or has no index', { $or: [{ u: 1 }, { x: 3 }] }, {}, 'COLLSCAN'],
    ['does not use a hidden index', { hidden: 1 }, {}, 'COLLSCAN'],
  ])('%s', async (_name, filter, sort, expected) => {
    expect(await planOf('plans', filter, sort)).toBe(expected)
  })

  test('obeys a hint, and refuses one that names no index', async () => {
    const hinted = await use('plans').find({ a: 1, u: 5 }).hint('a_1_b_-1').explain('queryPlanner')
    expect(hinted.queryPlanner.winningPlan.indexName).toBe('a_1_b_-1')
    await expect(use('plans').find({}).hint('nothing').toArray()).rejects.toThrow(/hint provided/)
    await expect(use('plans').find({ d: 1 }).hint({ d: 1 }).toArray()).rejects.toThrow(
      /partial index/,
    )
  })

  test('examines only what it must', async () => {
    const { executionStats } = await use('plans')
      .find({ a: 1, b: { $gte: 90 } })
      .explain('executionStats')
    expect(executionStats).toMatchObject({
      nReturned: 2,
      totalDocsExamined: 2,
      totalKeysExamined: 2,
    })
  })

  test('explains updates, deletes and aggregations too', async () => {
    const explain = async (command: object) => {
      const { queryPlanner } = await t.db.command({ explain: command, verbosity: 'queryPlanner' })
      return queryPlanner.winningPlan.indexName
    }
    expect(
      await explain({ update: 'plans', updates: [{ q: { u: 1 }, u: { $set: { x: 1 } } }] }),
    ).toBe('u_1')
    expect(await explain({ delete: 'plans', deletes: [{ q: { u: 1 }, limit: 1 }] })).toBe('u_1')
    expect(
      await explain({ aggregate: 'plans', pipeline: [{ $match: { u: 1 } }], cursor: {} }),
    ).toBe('u_1')
  })
})

describe('a unique index', () => {
  test('refuses a second document, on insert and on update, and lets a document keep its value', async () => {
    await use('unique').createIndex({ k: 1 }, { unique: true })
    await use('unique').insertMany([
      { _id: 1, k: 'a' },
      { _id: 2, k: 'b' },
    ])
    await expect(use('unique').insertOne({ k: 'a' })).rejects.toMatchObject({ code: 11000 })
    const steal = use('unique').updateOne({ _id: 2 }, { $set: { k: 'a' } })
    await expect(steal).rejects.toMatchObject({ code: 11000, keyValue: { k: 'a' } })
    await use('unique').updateOne({ _id: 1 }, { $set: { k: 'a', other: 1 } })
    await use('unique').deleteOne({ _id: 1 })
    await use('unique').updateOne({ _id: 2 }, { $set: { k: 'a' } })
    expect(await use('unique').countDocuments({ k: 'a' })).toBe(1)
  })

  test('counts missing fields as one value, unless it is partial or sparse', async () => {
    await use('unique2').createIndex({ k: 1 }, { unique: true })
    await use('unique2').createIndex({ s: 1 }, { unique: true, sparse: true })
    await use('unique2').createIndex(
      { p: 1 },
      { unique: true, partialFilterExpression: { p: { $exists: true } } },
    )
    await use('unique2').insertOne({ x: 1 })
    await expect(use('unique2').insertOne({ x: 2 })).rejects.toMatchObject({
      keyValue: { k: null },
    })
    await use('unique2').insertOne({ k: 2 })
    await use('unique2').insertMany([{ k: 3, s: 1, p: 1 }])
    await expect(use('unique2').insertOne({ k: 4, s: 1 })).rejects.toMatchObject({
      keyValue: { s: 1 },
    })
    await expect(use('unique2').insertOne({ k: 4, p: 1 })).rejects.toMatchObject({
      keyValue: { p: 1 },
    })
  })

  test('tells long values apart that begin alike', async () => {
    await use('long').createIndex({ k: 1 }, { unique: true })
    const start = 'x'.repeat(3000)
    await use('long').insertMany([{ k: `${start}1` }, { k: `${start}2` }])
    await expect(use('long').insertOne({ k: `${start}2` })).rejects.toMatchObject({ code: 11000 })
    expect(await use('long').countDocuments({ k: `${start}1` })).toBe(1)
    expect(await use('long').countDocuments({ k: { $gt: `${start}1` } })).toBe(1)
  })

  test('is not created over duplicates, and leaves nothing behind', async () => {
    await use('dups').insertMany([{ k: 1 }, { k: 1 }])
    await expect(use('dups').createIndex({ k: 1 }, { unique: true })).rejects.toMatchObject({
      code: 11000,
    })
    expect(await use('dups').indexes()).toHaveLength(1)
  })

  test('lets one of many simultaneous inserts win', async () => {
    await use('race').createIndex({ k: 1 }, { unique: true })
    const inserts = Array.from({ length: 30 }, (_, i) => use('race').insertOne({ k: i % 3 }))
    const outcomes = await Promise.allSettled(inserts)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  })
})

describe('creating indexes', () => {
  test('again is a cheap no-op, and a different definition is an error', async () => {
    await use('again').createIndex({ a: 1 }, { unique: true })
    await use('again').createIndex({ a: 1 }, { unique: true })
    expect(await use('again').indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1 }, name: 'a_1', unique: true },
    ])
    await expect(use('again').createIndex({ a: 1 })).rejects.toMatchObject({ code: 85 })
    await expect(use('again').createIndex({ b: 1 }, { name: 'a_1' })).rejects.toMatchObject({
      code: 86,
    })
    await expect(
      use('again').createIndex({ a: 1 }, { name: 'x', unique: true }),
    ).rejects.toMatchObject({ code: 85 })
  })

  test.each<[string, Document, object, RegExp]>([
    ['text indexes', { a: 'text' }, {}, /does not support 'text' indexes/],
    ['wildcard indexes', { '$**': 1 }, {}, /does not support the index key/],
    [
      'collations',
      { a: 1 },
      { collation: { locale: 'de' } },
      /does not support the index option 'collation'/,
    ],
    ['a direction of 0', { a: 0 }, {}, /must be 1 or -1/],
  ])('refuses %s in words', async (_name, key, options, message) => {
    await expect(use('refused').createIndex(key, options)).rejects.toThrow(message)
  })

  test('goes on while documents are written, and misses none', async () => {
    await use('busy').insertMany(Array.from({ length: 5000 }, (_, i) => ({ _id: i, n: i })))
    let isBuilt = false
    const building = use('busy')
      .createIndex({ n: 1 })
      .then(() => (isBuilt = true))
    for (let i = 0; !isBuilt; i++) {
      await use('busy').bulkWrite([
        { insertOne: { document: { _id: 10_000 + i, n: -1 } } },
        { updateOne: { filter: { _id: i * 7 }, update: { $set: { n: -2 } } } },
        { deleteOne: { filter: { _id: i * 7 + 1 } } },
      ])
    }
    await building
    expect(await t.server.validate()).toMatchObject({ isValid: true })
    expect(await planOf('busy', { n: -1 })).toBe('n_1')
  })

  test('drops them by name, by key and all together', async () => {
    await use('drop').createIndexes([{ key: { a: 1 } }, { key: { b: 1 } }, { key: { c: 1 } }])
    await use('drop').insertOne({ a: 1, b: 1, c: 1 })
    await use('drop').dropIndex('a_1')
    await t.db.command({ dropIndexes: 'drop', index: { b: 1 } })
    expect((await use('drop').indexes()).map(({ name }) => name)).toEqual(['_id_', 'c_1'])
    await use('drop').dropIndexes()
    expect(await use('drop').indexes()).toHaveLength(1)
    await expect(use('drop').dropIndex('a_1')).rejects.toMatchObject({ code: 27 })
    await t.server.runHousekeeping()
    expect(await t.server.validate()).toMatchObject({ isValid: true })
  })
})

test('an index on an array finds each document once, and follows changes', async () => {
  await use('multi').createIndex({ 'items.k': 1, state: 1 })
  await use('multi').insertMany([
    { _id: 1, state: 'a', items: [{ k: 1 }, { k: 2 }] },
    { _id: 2, state: 'a', items: [] },
    { _id: 3, state: 'a' },
  ])
  const ids = async (filter: object) =>
    (await use('multi').find(filter).toArray()).map(({ _id }) => _id)
  expect(await ids({ 'items.k': { $gte: 1 } })).toEqual([1])
  expect(await ids({ 'items.k': { $in: [1, 2] }, state: 'a' })).toEqual([1])
  await use('multi').updateOne({ _id: 1 }, { $pull: { items: { k: 1 } } as Document })
  expect(await ids({ 'items.k': 1 })).toEqual([])
  expect(await ids({ 'items.k': 2 })).toEqual([1])
  await use('multi').createIndex({ x: 1, y: 1 })
  await expect(use('multi').insertOne({ x: [1, 2], y: [3, 4] })).rejects.toMatchObject({
    code: 171,
  })
})

describe('collections', () => {
  test('are listed, renamed and dropped', async () => {
    await use('first').insertOne({ _id: 1 })
    await use('first').rename('second')
    const names = (await t.db.listCollections({}, { nameOnly: true }).toArray()).map(
      ({ name }) => name,
    )
    expect(names).toContain('second')
    expect(names).not.toContain('first')
    expect(await use('second').findOne({})).toEqual({ _id: 1 })
    await use('third').insertOne({ _id: 3 })
    await expect(use('third').rename('second')).rejects.toMatchObject({ code: 48 })
    await use('third').rename('second', { dropTarget: true })
    expect(await use('second').findOne({})).toEqual({ _id: 3 })
    await use('second').drop()
    expect(await use('second').countDocuments()).toBe(0)
    await use('second').insertOne({ _id: 4 })
    await t.server.runHousekeeping()
    expect(await use('second').find().toArray()).toEqual([{ _id: 4 }])
  })

  test('belong to databases, which are dropped as a whole', async () => {
    const other = t.client.db('other')
    await other.collection('a').insertOne({ x: 1 })
    expect(
      (await t.client.db().admin().listDatabases()).databases.map(({ name }) => name),
    ).toContain('other')
    expect(await other.stats()).toMatchObject({ collections: 1, objects: 1 })
    await other.dropDatabase()
    expect(await other.listCollections().toArray()).toEqual([])
  })

  test('refuse names that MongoDB refuses, and options that would be ignored', async () => {
    await expect(use('a$b').insertOne({})).rejects.toThrow(/Invalid collection name/)
    await expect(t.db.createCollection('c', { capped: true, size: 1000 })).rejects.toThrow(
      /does not support/,
    )
    await expect(t.db.createCollection('v', { viewOn: 'x', pipeline: [] })).rejects.toThrow(
      /does not support/,
    )
  })
})
