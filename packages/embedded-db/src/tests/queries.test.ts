import { Binary, Decimal128, Double, Long, ObjectId } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../testing/startTestDatabase.ts'

interface Thing {
  _id: number
  [field: string]: unknown
}

const oid = new ObjectId('65f000000000000000000001')

const things: Thing[] = [
  {
    _id: 1,
    n: 5,
    text: 'apple',
    tags: ['red', 'round'],
    at: new Date(1000),
    items: [
      { k: 1, v: 'a' },
      { k: 2, v: 'b' },
    ],
  },
  {
    _id: 2,
    n: 7.5,
    text: 'Banana',
    tags: ['yellow'],
    at: new Date(2000),
    items: [{ k: 2, v: 'a' }],
  },
  {
    _id: 3,
    n: Long.fromString('9007199254740993'),
    text: 'cherry',
    tags: [],
    nested: { deep: { x: 1 } },
  },
  { _id: 4, n: null, text: 'date', ref: oid, bytes: new Binary(Buffer.from([1, 2])), flags: 6 },
  {
    _id: 5,
    text: 'elder.berry',
    nested: { deep: { x: [3, 4] } },
    flag: true,
    n: new Double(5),
    scores: [1, 9],
  },
  { _id: 6, n: Decimal128.fromString('5'), nested: 'flat', mixed: [1, 'a', null], scores: [4, 5] },
]

let t: TestDatabase

beforeAll(async () => {
  t = await startTestDatabase()
  await t.db.collection<Thing>('things').insertMany(things)
})
afterAll(() => t.stop())

const idsOf = async (filter: object) => {
  const found = await t.db.collection<Thing>('things').find(filter).sort({ _id: 1 }).toArray()
  return found.map(({ _id }) => _id)
}

describe('a filter', () => {
  test.each<[string, object, number[]]>([
    ['everything', {}, [1, 2, 3, 4, 5, 6]],
    ['equality across number types', { n: 5 }, [1, 5, 6]],
    ['int64 beyond double precision', { n: Long.fromString('9007199254740993') }, [3]],
    ['its neighbour', { n: Long.fromString('9007199254740992') }, []],
    ['null or missing', { n: null }, [4]],
    ['null or missing, on a missing path', { 'nested.deep': null }, [1, 2, 4, 6]],
    ['$gt of the same type only', { n: { $gt: 5 } }, [2, 3]],
    ['$gte and $lt', { n: { $gte: 5, $lt: 8 } }, [1, 2, 5, 6]],
    ['$lte on dates', { at: { $lte: new Date(1000) } }, [1]],
    ['$gt on texts', { text: { $gt: 'b' } }, [3, 4, 5]],
    ['$ne', { text: { $ne: 'apple' } }, [2, 3, 4, 5, 6]],
    ['$in', { text: { $in: ['apple', 'date', null] } }, [1, 4, 6]],
    ['$in with a pattern', { text: { $in: [/^ch/, 'date'] } }, [3, 4]],
    ['$nin', { text: { $nin: ['apple', 'date'] } }, [2, 3, 5, 6]],
    ['$exists', { flag: { $exists: true } }, [5]],
    ['not $exists', { text: { $exists: false } }, [6]],
    ['$type by name', { n: { $type: 'double' } }, [2, 5]],
    ['$type by list', { n: { $type: ['long', 'decimal'] } }, [3, 6]],
    ['$type number', { n: { $type: 'number' } }, [1, 2, 3, 5, 6]],
    ['an element of an array', { tags: 'red' }, [1]],
    ['a whole array', { tags: ['yellow'] }, [2]],
    ['an empty array', { tags: [] }, [3]],
    ['$size', { tags: { $size: 2 } }, [1]],
    ['$all', { tags: { $all: ['round', 'red'] } }, [1]],
    ['$elemMatch on documents', { items: { $elemMatch: { k: 2, v: 'a' } } }, [2]],
    ['the same conditions on different elements', { 'items.k': 2, 'items.v': 'a' }, [1, 2]],
    ['$elemMatch on values', { scores: { $elemMatch: { $gt: 3, $lt: 5 } } }, [6]],
    ['a range that different elements meet', { scores: { $gt: 6, $lt: 2 } }, [5]],
    ['a position in an array', { 'items.0.k': 2 }, [2]],
    ['a path through arrays', { 'nested.deep.x': 4 }, [5]],
    ['a whole sub-document', { nested: { deep: { x: 1 } } }, [3]],
    ['$and', { $and: [{ n: 5 }, { flag: true }] }, [5]],
    ['$or', { $or: [{ text: 'apple' }, { flag: true }] }, [1, 5]],
    ['$nor', { $nor: [{ text: 'apple' }, { flag: true }] }, [2, 3, 4, 6]],
    ['$not', { n: { $not: { $gt: 5 } } }, [1, 4, 5, 6]],
    ['$not with a pattern', { text: { $not: /an/ } }, [1, 3, 4, 5, 6]],
    ['a pattern', { text: /^[a-c]/ }, [1, 3]],
    ['$regex with options', { text: { $regex: '^B', $options: 'i' } }, [2]],
    ['an escaped pattern', { text: /^elder\.b/ }, [5]],
    ['$mod', { n: { $mod: [5, 0] } }, [1, 5, 6]],
    ['$bitsAllSet', { flags: { $bitsAllSet: 6 } }, [4]],
    ['$bitsAnySet by position', { flags: { $bitsAnySet: [0, 3] } }, []],
    ['an ObjectId', { ref: oid }, [4]],
    ['binary data', { bytes: new Binary(Buffer.from([1, 2])) }, [4]],
    ['$expr between fields', { $expr: { $gt: [{ $size: { $ifNull: ['$tags', []] } }, 1] } }, [1]],
    ['$expr with conditions', { $expr: { $and: [{ $eq: ['$n', 5] }, { $lt: ['$_id', 5] }] } }, [1]],
    ['a field that every object has', { constructor: { $exists: true } }, []],
    ['$comment', { $comment: 'why', n: 7.5 }, [2]],
  ])('finds by %s', async (_name, filter, expected) => {
    expect(await idsOf(filter)).toEqual(expected)
  })

  test.each<[string, object, RegExp]>([
    ['an unknown operator', { n: { $near: 1 } }, /unknown operator: \$near/],
    ['an unknown top-level operator', { $what: 1 }, /unknown top level operator: \$what/],
    ['$in without a list', { n: { $in: 5 } }, /\$in needs an array/],
    ['an empty $or', { $or: [] }, /\$or must be a nonempty array/],
    ['$where', { $where: 'true' }, /does not support \$where/],
    ['an invalid pattern', { text: { $regex: '(' } }, /Regular expression is invalid/],
  ])('fails for %s, in words', async (_name, filter, message) => {
    await expect(idsOf(filter)).rejects.toThrow(message)
    await expect(t.db.collection('nowhere').findOne(filter)).rejects.toThrow(message)
  })
})

describe('a projection', () => {
  const project = (projection: object, filter: object = { _id: 1 }) =>
    t.db.collection<Thing>('things').findOne(filter, { projection })

  test.each<[string, object, object]>([
    ['keeps fields', { text: 1 }, { _id: 1, text: 'apple' }],
    ['keeps fields without _id', { text: 1, n: 1, _id: 0 }, { text: 'apple', n: 5 }],
    [
      'keeps parts of documents in arrays',
      { 'items.k': 1, _id: 0 },
      { items: [{ k: 1 }, { k: 2 }] },
    ],
    ['drops fields', { items: 0, at: 0, tags: 0 }, { _id: 1, n: 5, text: 'apple' }],
    ['slices', { tags: { $slice: 1 }, n: 1 }, { _id: 1, n: 5, tags: ['red'] }],
    ['slices from the end', { tags: { $slice: -1 }, n: 1 }, { _id: 1, n: 5, tags: ['round'] }],
    [
      'keeps a matching element',
      { items: { $elemMatch: { k: 2 } } },
      { _id: 1, items: [{ k: 2, v: 'b' }] },
    ],
    ['leaves out what no element matches', { items: { $elemMatch: { k: 9 } } }, { _id: 1 }],
    ['computes', { sum: { $add: ['$n', 1] }, copy: '$text', _id: 0 }, { sum: 6, copy: 'apple' }],
    ['keeps only _id', { _id: 1 }, { _id: 1 }],
  ])('%s', async (_name, projection, expected) => {
    expect(await project(projection)).toEqual(expected)
  })

  test('keeps the element that the query matched', async () => {
    const filter = { _id: 1, 'items.k': 2 }
    expect(await project({ 'items.$': 1 }, filter)).toEqual({ _id: 1, items: [{ k: 2, v: 'b' }] })
  })

  test('cannot mix keeping and dropping', async () => {
    await expect(project({ n: 1, text: 0 })).rejects.toThrow(/Cannot do exclusion/)
  })
})

describe('a cursor', () => {
  beforeAll(async () => {
    const docs = Array.from({ length: 1000 }, (_, i) => ({
      _id: i,
      group: i % 7,
      text: 'x'.repeat(50),
    }))
    await t.db.collection<Thing>('many').insertMany(docs)
  })

  test('goes through everything in batches of any size', async () => {
    for (const batchSize of [2, 101, 999, 1000, 5000]) {
      const found = await t.db.collection<Thing>('many').find({}, { batchSize }).toArray()
      expect(found).toHaveLength(1000)
    }
  })

  test('skips, limits and sorts', async () => {
    const cursor = t.db
      .collection<Thing>('many')
      .find({ group: 3 })
      .sort({ _id: -1 })
      .skip(2)
      .limit(3)
    expect((await cursor.toArray()).map(({ _id }) => _id)).toEqual([983, 976, 969])
  })

  test('sorts by several fields in memory like with an index', async () => {
    const sort = { group: -1, _id: 1 } as const
    const inMemory = await t.db.collection<Thing>('many').find().sort(sort).toArray()
    await t.db.collection<Thing>('many').createIndex({ group: 1, _id: -1 })
    const plan = await t.db.collection<Thing>('many').find().sort(sort).explain('queryPlanner')
    expect(plan.queryPlanner.winningPlan).toMatchObject({ stage: 'IXSCAN', direction: 'backward' })
    expect(await t.db.collection<Thing>('many').find().sort(sort).toArray()).toEqual(inMemory)
  })

  test('can be closed early, and is unknown afterwards', async () => {
    const cursor = t.db.collection<Thing>('many').find({}, { batchSize: 2 })
    await cursor.next()
    const { id } = cursor
    await cursor.close()
    const getMore = t.db.command({ getMore: id, collection: 'many' })
    await expect(getMore).rejects.toMatchObject({ code: 43, codeName: 'CursorNotFound' })
  })

  test('never sends more than fits into one message', async () => {
    const text = 'y'.repeat(6 * 1024 * 1024)
    await t.db.collection<Thing>('large').insertMany([1, 2, 3, 4].map((_id) => ({ _id, text })))
    expect(await t.db.collection<Thing>('large').find().toArray()).toHaveLength(4)
  })
})

test('counts and lists distinct values', async () => {
  const collection = t.db.collection<Thing>('things')
  expect(await collection.countDocuments({ n: { $gte: 5 } })).toBe(5)
  expect(await collection.countDocuments({}, { skip: 1, limit: 3 })).toBe(3)
  expect(await collection.estimatedDocumentCount()).toBe(6)
  expect(await collection.distinct('tags')).toEqual(['red', 'round', 'yellow'])
  expect(await collection.distinct('items.k', { _id: { $lt: 3 } })).toEqual([1, 2])
})
