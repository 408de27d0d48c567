import type { Document } from 'mongodb'
import { ObjectId } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../testing/startTestDatabase.ts'

interface AnyDoc extends Document {
  _id: number | string
}

let t: TestDatabase
const run = (pipeline: Document[], name = 'sales') =>
  t.db.collection<AnyDoc>(name).aggregate(pipeline).toArray()
const day = (n: number) => new Date(Date.UTC(2024, 0, n, 12))
const shop = new ObjectId()

beforeAll(async () => {
  t = await startTestDatabase({ memoryLimitBytes: 1_000_000 })
  await t.db.collection<AnyDoc>('sales').insertMany([
    { _id: 1, item: 'a', price: 10, count: 2, at: day(1), tags: ['x', 'y'], shop },
    { _id: 2, item: 'b', price: 20, count: 1, at: day(1), tags: ['x'] },
    { _id: 3, item: 'a', price: 30, count: 10, at: day(2), tags: [], shop },
    { _id: 4, item: 'c', price: 5, at: day(3) },
  ])
  await t.db.collection<AnyDoc>('items').insertMany([
    { _id: 'a', name: 'Apple', parts: ['core', 'peel'] },
    { _id: 'b', name: 'Bread', parts: [] },
  ])
})
afterAll(() => t.stop())

describe('a pipeline', () => {
  test.each<[string, Document[], Document[]]>([
    [
      'matches, sorts, skips and limits',
      [
        { $match: { price: { $gt: 5 } } },
        { $sort: { price: -1 } },
        { $skip: 1 },
        { $limit: 1 },
        { $project: { price: 1 } },
      ],
      [{ _id: 2, price: 20 }],
    ],
    ['counts', [{ $match: { item: 'a' } }, { $count: 'n' }], [{ n: 2 }]],
    ['counts nothing as no document', [{ $match: { item: 'z' } }, { $count: 'n' }], []],
    [
      'groups with all accumulators',
      [
        {
          $group: {
            _id: '$item',
            n: { $sum: 1 },
            sum: { $sum: { $multiply: ['$price', '$count'] } },
            avg: { $avg: '$price' },
            min: { $min: '$price' },
            max: { $max: '$price' },
            first: { $first: '$_id' },
            last: { $last: '$_id' },
            all: { $push: '$count' },
            set: { $addToSet: '$item' },
          },
        },
        { $sort: { _id: 1 } },
        { $limit: 1 },
      ],
      [
        {
          _id: 'a',
          n: 2,
          sum: 320,
          avg: 20,
          min: 10,
          max: 30,
          first: 1,
          last: 3,
          all: [2, 10],
          set: ['a'],
        },
      ],
    ],
    [
      'groups by an expression',
      [
        {
          $group: {
            _id: { day: { $dateToString: { format: '%Y-%m-%d', date: '$at' } } },
            n: { $sum: 1 },
          },
        },
        { $sort: { '_id.day': 1 } },
      ],
      [
        { _id: { day: '2024-01-01' }, n: 2 },
        { _id: { day: '2024-01-02' }, n: 1 },
        { _id: { day: '2024-01-03' }, n: 1 },
      ],
    ],
    [
      'groups everything',
      [{ $group: { _id: null, total: { $sum: '$price' } } }],
      [{ _id: null, total: 65 }],
    ],
    ['counts by value', [{ $sortByCount: '$item' }, { $limit: 1 }], [{ _id: 'a', count: 2 }]],
    [
      'unwinds',
      [{ $unwind: '$tags' }, { $group: { _id: '$tags', n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
      [
        { _id: 'x', n: 2 },
        { _id: 'y', n: 1 },
      ],
    ],
    [
      'unwinds and keeps empty ones',
      [{ $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } }, { $count: 'n' }],
      [{ n: 5 }],
    ],
    [
      'sets and unsets fields',
      [
        { $match: { _id: 2 } },
        { $set: { total: { $add: ['$price', '$count'] } } },
        { $unset: ['at', 'tags'] },
      ],
      [{ _id: 2, item: 'b', price: 20, count: 1, total: 21 }],
    ],
    [
      'projects expressions',
      [
        { $match: { _id: 1 } },
        {
          $project: {
            _id: 0,
            label: { $concat: ['item ', '$item'] },
            big: { $cond: [{ $gte: ['$price', 10] }, 'yes', 'no'] },
          },
        },
      ],
      [{ label: 'item a', big: 'yes' }],
    ],
    [
      'replaces the root',
      [{ $match: { _id: 1 } }, { $replaceRoot: { newRoot: { only: '$item' } } }],
      [{ only: 'a' }],
    ],
    [
      'puts into buckets',
      [
        {
          $bucket: {
            groupBy: '$price',
            boundaries: [0, 10, 25],
            default: 'more',
            output: { n: { $sum: 1 } },
          },
        },
      ],
      [
        { _id: 0, n: 1 },
        { _id: 10, n: 2 },
        { _id: 'more', n: 1 },
      ],
    ],
    [
      'runs facets',
      [
        {
          $facet: {
            count: [{ $count: 'n' }],
            items: [{ $group: { _id: '$item' } }, { $sort: { _id: -1 } }, { $limit: 1 }],
          },
        },
      ],
      [{ count: [{ n: 4 }], items: [{ _id: 'c' }] }],
    ],
    [
      'appends another collection',
      [
        { $project: { _id: 1 } },
        { $unionWith: { coll: 'items', pipeline: [{ $project: { _id: 1 } }] } },
        { $count: 'n' },
      ],
      [{ n: 6 }],
    ],
    [
      'uses windows',
      [
        {
          $setWindowFields: {
            sortBy: { _id: 1 },
            output: {
              running: { $sum: '$price', window: { documents: ['unbounded', 'current'] } },
            },
          },
        },
        { $match: { _id: 3 } },
        { $project: { running: 1 } },
      ],
      [{ _id: 3, running: 60 }],
    ],
    [
      'compares ObjectIds in expressions',
      [{ $match: { $expr: { $eq: ['$shop', shop] } } }, { $count: 'n' }],
      [{ n: 2 }],
    ],
    [
      'converts ObjectIds',
      [
        { $match: { _id: 1 } },
        {
          $project: {
            _id: 0,
            text: { $toString: '$shop' },
            same: { $eq: [{ $toObjectId: { $toString: '$shop' } }, '$shop'] },
          },
        },
      ],
      [{ text: shop.toHexString(), same: true }],
    ],
  ])('%s', async (_name, pipeline, expected) => {
    expect(await run(pipeline)).toEqual(expected)
  })

  test('takes random samples', async () => {
    expect(await run([{ $sample: { size: 2 } }])).toHaveLength(2)
  })

  test('looks up by field', async () => {
    const lookup = {
      $lookup: { from: 'items', localField: 'item', foreignField: '_id', as: 'found' },
    }
    const found = await run([lookup, { $sort: { _id: 1 } }, { $project: { 'found.name': 1 } }])
    expect(found.map((doc) => doc.found)).toEqual([
      [{ name: 'Apple' }],
      [{ name: 'Bread' }],
      [{ name: 'Apple' }],
      [],
    ])
  })

  test('looks up by a pipeline with variables', async () => {
    const pipeline = [
      { $match: { $expr: { $eq: ['$_id', '$$wanted'] } } },
      { $project: { _id: 0, name: 1 } },
    ]
    const lookup = { $lookup: { from: 'items', let: { wanted: '$item' }, pipeline, as: 'found' } }
    const [doc] = await run([{ $match: { _id: 2 } }, lookup])
    expect(doc?.found).toEqual([{ name: 'Bread' }])
  })

  test('looks up through the elements of an array', async () => {
    await t.db.collection<AnyDoc>('lists').insertOne({ _id: 1, wanted: ['b', 'a'] })
    const lookup = {
      $lookup: { from: 'items', localField: 'wanted', foreignField: '_id', as: 'found' },
    }
    const [doc] = await run([lookup], 'lists')
    expect(doc?.found.map(({ _id }: AnyDoc) => _id)).toEqual(['a', 'b'])
  })

  test('merges into a collection', async () => {
    const group = { $group: { _id: '$item', n: { $sum: 1 } } }
    await t.db.collection<AnyDoc>('rollup').insertOne({ _id: 'a', n: 0, kept: true })
    await run([group, { $merge: { into: 'rollup' } }])
    const rollup = await t.db.collection('rollup').find().sort({ _id: 1 }).toArray()
    expect(rollup).toEqual([
      { _id: 'a', n: 2, kept: true },
      { _id: 'b', n: 1 },
      { _id: 'c', n: 1 },
    ])
  })

  test('starts from given documents', async () => {
    const docs = t.db.aggregate([{ $documents: [{ a: 1 }, { a: 2 }] }, { $match: { a: 2 } }])
    expect(await docs.toArray()).toEqual([{ a: 2 }])
  })

  test('goes through many documents in batches', async () => {
    await t.db
      .collection<AnyDoc>('many')
      .insertMany(Array.from({ length: 1500 }, (_, i) => ({ _id: i })))
    const cursor = t.db.collection('many').aggregate([{ $set: { x: '$_id' } }], { batchSize: 100 })
    expect((await cursor.toArray()).map(({ x }) => x)).toEqual(
      Array.from({ length: 1500 }, (_, i) => i),
    )
  })

  test.each<[string, Document[], RegExp]>([
    ['an unknown stage', [{ $foo: {} }], /Unrecognized pipeline stage name: '\$foo'/],
    ['an unknown expression', [{ $project: { a: { $foo: 1 } } }], /\$foo/],
    ['two stages in one', [{ $match: {}, $limit: 1 }], /exactly one field/],
    ['an unknown variable', [{ $project: { a: '$$nope' } }], /undefined variable: nope/],
    ['change streams', [{ $changeStream: {} }], /does not support change streams/],
    ['$out', [{ $out: 'x' }], /does not support the stage \$out/],
    ['$graphLookup', [{ $graphLookup: {} }], /does not support the stage \$graphLookup/],
    [
      'scripts',
      [
        {
          $bucketAuto: { groupBy: { $function: { body: 'f', args: [], lang: 'js' } }, buckets: 1 },
        },
      ],
      /./,
    ],
    ['$group without _id', [{ $group: { n: { $sum: 1 } } }], /must include an _id/],
  ])('refuses %s in words', async (_name, pipeline, message) => {
    await expect(run(pipeline)).rejects.toThrow(message)
  })

  test('stops before it fills the memory', async () => {
    const docs = Array.from({ length: 300 }, (_, i) => ({ _id: i, text: String(i).repeat(2000) }))
    await t.db.collection<AnyDoc>('big').insertMany(docs)
    const code = 292
    await expect(
      run([{ $group: { _id: null, all: { $push: '$text' } } }], 'big'),
    ).rejects.toMatchObject({ code })
    await expect(run([{ $set: { n: 1 } }, { $sort: { text: 1 } }], 'big')).rejects.toMatchObject({
      code,
    })
    await expect(t.db.collection('big').find().sort({ text: 1 }).toArray()).rejects.toMatchObject({
      code,
    })
    expect(await t.db.collection('big').find().sort({ text: 1 }).limit(2).toArray()).toHaveLength(2)
  })
})
