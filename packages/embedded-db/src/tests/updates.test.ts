import { type Document, Double, Int32, Long, type UpdateFilter } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../testing/startTestDatabase.ts'

/** Any fields, and an `_id` that is easy to read. */
interface AnyDoc extends Document {
  _id: number | string
}

let t: TestDatabase
const docs = () => t.db.collection<AnyDoc>('docs')

beforeAll(async () => {
  t = await startTestDatabase()
})
afterAll(() => t.stop())
beforeEach(() => docs().deleteMany({}))

type Update = object | Document[]

// The driver's types refuse some of the updates that are tried here, and all wrong ones.
const toUpdate = (update: Update) => update as UpdateFilter<AnyDoc> | Document[]

const updated = async (
  before: object,
  update: Update,
  options: object = {},
  filter: object = {},
) => {
  await docs().insertOne({ _id: 1, ...before })
  await docs().updateOne({ _id: 1, ...filter }, toUpdate(update), options)
  const after: Document | null = await docs().findOne({ _id: 1 }, { projection: { _id: 0 } })
  return after ?? {}
}

describe('an update operator', () => {
  test.each<[string, object, Update, object]>([
    ['$set', { a: 1 }, { $set: { b: 2, 'c.d': 3 } }, { a: 1, b: 2, c: { d: 3 } }],
    ['$set in an array', { a: [1] }, { $set: { 'a.2': 3 } }, { a: [1, null, 3] }],
    ['$unset', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '' } }, { b: { d: 2 } }],
    ['$unset of an element', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$inc', { a: 1 }, { $inc: { a: 2, b: -1 } }, { a: 3, b: -1 }],
    ['$mul', { a: 3 }, { $mul: { a: 2, b: 5 } }, { a: 6, b: 0 }],
    ['$min', { a: 3, b: 3 }, { $min: { a: 2, b: 4, c: 1 } }, { a: 2, b: 3, c: 1 }],
    ['$max', { a: 3, b: 3 }, { $max: { a: 2, b: 4, c: 1 } }, { a: 3, b: 4, c: 1 }],
    [
      '$rename',
      { a: { b: 1 }, c: 2 },
      { $rename: { 'a.b': 'd', missing: 'e' } },
      { a: {}, c: 2, d: 1 },
    ],
    ['$setOnInsert', { a: 1 }, { $setOnInsert: { b: 2 }, $set: { a: 2 } }, { a: 2 }],
    ['$push', { a: [1] }, { $push: { a: 2, b: 3 } }, { a: [1, 2], b: [3] }],
    [
      '$push $each $slice',
      { a: [1, 2] },
      { $push: { a: { $each: [3, 4], $slice: -3 } } },
      { a: [2, 3, 4] },
    ],
    [
      '$push $position',
      { a: [1, 2] },
      { $push: { a: { $each: [9], $position: 1 } } },
      { a: [1, 9, 2] },
    ],
    ['$push $sort', { a: [3] }, { $push: { a: { $each: [1, 2], $sort: -1 } } }, { a: [3, 2, 1] }],
    [
      '$push $sort by field',
      { a: [{ k: 2 }] },
      { $push: { a: { $each: [{ k: 1 }], $sort: { k: 1 }, $slice: 1 } } },
      { a: [{ k: 1 }] },
    ],
    ['$addToSet', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    [
      '$addToSet of a document',
      { a: [{ k: 1 }] },
      { $addToSet: { a: { k: 1 } } },
      { a: [{ k: 1 }] },
    ],
    ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [
      '$pull by fields',
      { a: [{ k: 1, v: 1 }, { k: 2 }] },
      { $pull: { a: { k: 1 } } },
      { a: [{ k: 2 }] },
    ],
    ['$pullAll', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['$pop', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }],
    ['$bit', { a: 12 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
    ['$[]', { a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12] }],
    [
      '$[] on fields',
      { a: [{ k: 1 }, { k: 2 }] },
      { $set: { 'a.$[].k': 0 } },
      { a: [{ k: 0 }, { k: 0 }] },
    ],
  ])('%s', async (_name, before, update, expected) => {
    expect(await updated(before, update)).toEqual(expected)
  })

  test('$ changes the element that the query matched', async () => {
    const before = {
      a: [
        { k: 1, n: 0 },
        { k: 2, n: 0 },
      ],
    }
    const after = await updated(before, { $inc: { 'a.$.n': 5 } }, {}, { 'a.k': 2 })
    expect(after).toEqual({
      a: [
        { k: 1, n: 0 },
        { k: 2, n: 5 },
      ],
    })
  })

  test('$[name] changes the elements that array filters choose', async () => {
    const options = { arrayFilters: [{ 'big.n': { $gte: 5 } }] }
    const after = await updated(
      { a: [{ n: 1 }, { n: 7 }] },
      { $set: { 'a.$[big].big': true } },
      options,
    )
    expect(after).toEqual({ a: [{ n: 1 }, { n: 7, big: true }] })
  })

  test('$currentDate sets the time', async () => {
    const { at } = await updated({}, { $currentDate: { at: true } })
    expect(at).toBeInstanceOf(Date)
  })

  test('keeps the number types of all other fields', async () => {
    await docs().insertOne({
      _id: 1,
      double: new Double(3),
      long: Long.fromNumber(4),
      int: new Int32(5),
    })
    await docs().updateOne({ _id: 1 }, { $set: { other: 1 }, $inc: { long: 1, double: 1 } })
    const raw = await docs().findOne({ _id: 1 }, { promoteValues: false })
    expect(raw?.double).toEqual(new Double(4))
    expect(raw?.long).toEqual(Long.fromNumber(5))
    expect(raw?.int).toEqual(new Int32(5))
  })

  test('makes an int a long when it must', async () => {
    expect(await updated({ a: 2 ** 31 - 1 }, { $inc: { a: 1 } })).toEqual({ a: 2 ** 31 })
  })
})

describe('a pipeline update', () => {
  test.each<[string, object, Document[], object]>([
    [
      'computes',
      { a: 1, b: 2 },
      [{ $set: { sum: { $add: ['$a', '$b'] } } }],
      { a: 1, b: 2, sum: 3 },
    ],
    ['removes', { a: 1, b: 2 }, [{ $unset: ['b'] }], { a: 1 }],
    [
      'replaces',
      { a: { c: 1 } },
      [{ $replaceWith: { $mergeObjects: ['$a', { d: 2 }] } }],
      { c: 1, d: 2 },
    ],
    [
      'works in steps',
      { a: 1 },
      [{ $set: { b: '$a' } }, { $set: { a: { $add: ['$b', 1] } } }],
      { a: 2, b: 1 },
    ],
    ['projects', { a: 1, b: 2 }, [{ $project: { a: 1 } }], { a: 1 }],
  ])('%s', async (_name, before, pipeline, expected) => {
    expect(await updated(before, pipeline)).toEqual(expected)
  })
})

describe('an invalid update fails in words and changes nothing:', () => {
  test.each<[string, object, Update, RegExp]>([
    ['an unknown operator', {}, { $foo: { a: 1 } }, /Unknown modifier: \$foo/],
    ['a conflict', {}, { $set: { a: 1 }, $inc: { 'a.b': 1 } }, /would create a conflict/],
    ['a change of _id', {}, { $set: { _id: 2 } }, /immutable field '_id'/],
    ['$inc of a text', { a: 'x' }, { $inc: { a: 1 } }, /non-numeric type/],
    ['$push to a text', { a: 'x' }, { $push: { a: 1 } }, /must be an array/],
    ['a path through a text', { a: 'x' }, { $set: { 'a.b': 1 } }, /Cannot create field 'b'/],
    ['an unused array filter', { a: [1] }, { $set: { 'a.$[x]': 1 } }, /No array filter found/],
    ['an empty path part', {}, { $set: { 'a..b': 1 } }, /empty field name/],
  ])('%s', async (_name, before, update, message) => {
    await docs().insertOne({ _id: 1, ...before })
    await expect(docs().updateOne({ _id: 1 }, toUpdate(update))).rejects.toThrow(message)
    expect(await docs().findOne({ _id: 1 })).toEqual({ _id: 1, ...before })
  })

  test('a path through __proto__ does not reach the prototype', async () => {
    await docs().insertOne({ _id: 1 })
    await docs().updateOne({ _id: 1 }, { $set: { '__proto__.polluted': 1 } })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('an upsert', () => {
  test('starts from the equalities of the query', async () => {
    const filter = { a: 1, $and: [{ b: { $eq: 2 } }], c: { $gt: 3 } }
    const result = await docs().updateOne(
      filter,
      { $set: { d: 4 }, $setOnInsert: { e: 5 } },
      { upsert: true },
    )
    expect(result.upsertedCount).toBe(1)
    const { _id, ...found } = (await docs().findOne({})) ?? {}
    expect(found).toEqual({ a: 1, b: 2, d: 4, e: 5 })
    expect(_id).toEqual(result.upsertedId)
  })

  test('takes the _id of the query or of the replacement', async () => {
    await docs().updateOne({ _id: 'q' }, { $set: { a: 1 } }, { upsert: true })
    await docs().replaceOne({ a: 2 }, { _id: 'r', a: 2 }, { upsert: true })
    expect(await docs().find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 'q', a: 1 },
      { _id: 'r', a: 2 },
    ])
  })

  test('updates what is there', async () => {
    await docs().insertOne({ _id: 1, n: 1 })
    const result = await docs().updateOne({ _id: 1 }, { $inc: { n: 1 } }, { upsert: true })
    expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1, upsertedCount: 0 })
  })
})

test('replaces a document and keeps its _id', async () => {
  await docs().insertOne({ _id: 1, a: 1, b: 2 })
  await docs().replaceOne({ a: 1 }, { c: 3 })
  expect(await docs().find().toArray()).toEqual([{ _id: 1, c: 3 }])
})

test('says how many documents matched and how many changed', async () => {
  await docs().insertMany([1, 1, 2].map((a, _id) => ({ _id, a })))
  const result = await docs().updateMany({}, { $set: { a: 2 } })
  expect(result).toMatchObject({ matchedCount: 3, modifiedCount: 2 })
})

test('updates each document once, even when the update moves it ahead in the index', async () => {
  await docs().createIndex({ n: 1 })
  await docs().insertMany(Array.from({ length: 300 }, (_, i) => ({ _id: i, n: i })))
  const result = await docs().updateMany(
    { n: { $gte: 0 } },
    { $inc: { n: 1000 } },
    { hint: { n: 1 } },
  )
  expect(result.modifiedCount).toBe(300)
  expect(await docs().countDocuments({ n: { $gte: 1000, $lt: 1300 } })).toBe(300)
  await docs().dropIndex('n_1')
})

describe('findAndModify', () => {
  beforeEach(async () => {
    await docs().insertMany([3, 1, 2].map((n) => ({ _id: n, n, state: 'new' })))
  })

  test('takes the first in order and returns it before or after the change', async () => {
    const claim = (returnDocument: 'before' | 'after') =>
      docs().findOneAndUpdate(
        { state: 'new' },
        { $set: { state: 'taken' } },
        { sort: { n: 1 }, returnDocument },
      )
    expect(await claim('before')).toEqual({ _id: 1, n: 1, state: 'new' })
    expect(await claim('after')).toEqual({ _id: 2, n: 2, state: 'taken' })
  })

  test('gives each document to one of many claimants', async () => {
    await docs().insertMany(Array.from({ length: 50 }, (_, i) => ({ _id: 100 + i, state: 'open' })))
    const claims = Array.from({ length: 60 }, () =>
      docs().findOneAndUpdate({ state: 'open' }, { $set: { state: 'taken' } }),
    )
    const taken = (await Promise.all(claims)).flatMap((doc) => (doc ? [doc._id] : []))
    expect(new Set(taken).size).toBe(50)
    expect(taken).toHaveLength(50)
  })

  test('deletes, replaces, upserts and projects', async () => {
    expect(await docs().findOneAndDelete({ n: 3 })).toMatchObject({ _id: 3 })
    expect(await docs().findOneAndDelete({ n: 3 })).toBeNull()
    const replaced = await docs().findOneAndReplace({ n: 2 }, { m: 1 }, { returnDocument: 'after' })
    expect(replaced).toEqual({ _id: 2, m: 1 })
    const options = { upsert: true, returnDocument: 'after', projection: { x: 1, _id: 0 } } as const
    expect(await docs().findOneAndUpdate({ n: 9 }, { $set: { x: 1 } }, options)).toEqual({ x: 1 })
  })
})

describe('a bulk write', () => {
  const insert = (_id: number) => ({ insertOne: { document: { _id } } })

  test('stops at the first error when ordered', async () => {
    await docs().insertOne({ _id: 2 })
    const bulk = docs().bulkWrite([insert(1), insert(2), insert(3)])
    await expect(bulk).rejects.toMatchObject({
      code: 11000,
      result: { insertedCount: 1 },
      writeErrors: [{ index: 1, code: 11000 }],
    })
    expect(await docs().countDocuments()).toBe(2)
  })

  test('goes on and reports every error when not ordered', async () => {
    await docs().insertMany([{ _id: 2 }, { _id: 4 }])
    const operations = [
      insert(1),
      insert(2),
      insert(3),
      insert(4),
      { updateOne: { filter: { _id: 1 }, update: { $set: { a: 1 } } } },
    ]
    const error: unknown = await docs()
      .bulkWrite(operations, { ordered: false })
      .catch((e: unknown) => e)
    expect(error).toMatchObject({ code: 11000, writeErrors: [{ index: 1 }, { index: 3 }] })
    expect(await docs().findOne({ _id: 1 })).toEqual({ _id: 1, a: 1 })
    expect(await docs().countDocuments()).toBe(4)
  })

  test('mixes inserts, updates, replacements, upserts and deletes', async () => {
    const result = await docs().bulkWrite([
      insert(1),
      insert(2),
      { updateOne: { filter: { _id: 1 }, update: { $set: { a: 1 } } } },
      { replaceOne: { filter: { _id: 2 }, replacement: { b: 1 } } },
      { updateOne: { filter: { _id: 3 }, update: { $set: { c: 1 } }, upsert: true } },
      { updateMany: { filter: {}, update: { $set: { all: true } } } },
      { deleteOne: { filter: { _id: 1 } } },
      { deleteMany: { filter: { c: 1 } } },
    ])
    expect(result).toMatchObject({
      insertedCount: 2,
      matchedCount: 5,
      modifiedCount: 5,
      upsertedCount: 1,
      deletedCount: 2,
      upsertedIds: { 4: 3 },
    })
    expect(await docs().find().toArray()).toEqual([{ _id: 2, b: 1, all: true }])
  })

  test('reports a duplicate key as MongoDB does', async () => {
    await docs().createIndex({ user: 1, name: 1 }, { unique: true })
    await docs().insertOne({ _id: 1, user: 'u', name: 'n' })
    await expect(docs().insertOne({ _id: 2, user: 'u', name: 'n' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { user: 1, name: 1 },
      keyValue: { user: 'u', name: 'n' },
      message: expect.stringMatching(
        /^E11000 duplicate key error collection: test\.docs index: user_1_name_1 dup key: \{ user: "u", name: "n" \}/,
      ),
    })
    await docs().dropIndex('user_1_name_1')
  })

  test('works on several collections at once', async () => {
    const result = await t.client.bulkWrite(
      [
        { namespace: 'test.docs', name: 'insertOne', document: { key: 1, a: 1 } },
        { namespace: 'test.others', name: 'insertOne', document: { key: 1 } },
        {
          namespace: 'test.docs',
          name: 'updateOne',
          filter: { key: 1 },
          update: { $inc: { a: 1 } },
        },
        { namespace: 'test.others', name: 'deleteMany', filter: {} },
      ],
      { verboseResults: true },
    )
    expect(result).toMatchObject({
      insertedCount: 2,
      matchedCount: 1,
      modifiedCount: 1,
      deletedCount: 1,
    })
    expect(result.updateResults?.get(2)).toMatchObject({ matchedCount: 1, modifiedCount: 1 })
    expect(await docs().findOne({ key: 1 })).toMatchObject({ key: 1, a: 2 })
  })
})
