import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decode, encode } from '../bson/codec.ts'
import type { Doc } from '../bson/values.ts'
import { createIndex } from '../engine/buildIndex.ts'
import { Database } from '../engine/Database.ts'
import { insertDocument } from '../engine/documents.ts'
import { countRows, findRows, type Query } from '../engine/find.ts'
import { runDelete, runUpdate } from '../engine/statements.ts'
import { validateDatabase } from '../engine/validate.ts'
import { DatabaseError } from '../errors.ts'
import { planQuery } from '../planner/planner.ts'
import type { Collection } from '../storage/Collection.ts'
import { LmdbStore } from '../storage/LmdbStore.ts'
import { anyScalar, anyValue } from '../testing/randomValues.ts'
import { makeTempFolder } from '../testing/startTestDatabase.ts'

/*
 * Random documents, indexes, changes and queries: what the planner finds must be what a full scan finds. Both sides
 * use the same matcher, so this is a test of planner, key encoding and index upkeep.
 */

const SEED = 20_260_101
const ROUNDS = 6
const DOCUMENTS = 150
const CHANGES = 60
const QUERIES = 300

const FIELDS = ['a', 'b', 'c', 'd'] as const
const PATHS = [...FIELDS, 'a.x', 'b.y', '_id']

const fields = (value: fc.Arbitrary<unknown>) =>
  fc.record({ a: value, b: value, c: value, d: value }, { requiredKeys: [], noNullPrototype: true })

/** Half of the rounds have no arrays, because indexes without arrays do more. */
const documents = (round: number) =>
  fc.sample(fields(round % 2 === 0 ? anyValue : anyScalar), {
    seed: SEED + round,
    numRuns: DOCUMENTS + CHANGES,
  })

const small = fc.integer({ min: -2, max: 9 })
const condition: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: anyValue },
  anyScalar.map((value) => ({ $gt: value })),
  anyScalar.map((value) => ({ $lte: value })),
  fc.tuple(small, small).map(([from, length]) => ({ $gte: from, $lt: from + length })),
  fc.array(anyScalar, { minLength: 1, maxLength: 4 }).map((values) => ({ $in: values })),
  anyScalar.map((value) => ({ $ne: value })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  fc.constantFrom('^a', '^ab', 'b', '^a.*c', '^x').map((pattern) => ({ $regex: pattern })),
  small.map((value) => ({ $elemMatch: { $gte: value } })),
)
const simpleFilter: fc.Arbitrary<Doc> = fc.dictionary(fc.constantFrom(...PATHS), condition, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
})
const filter: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 5, arbitrary: simpleFilter },
  fc.tuple(simpleFilter, simpleFilter).map(([x, y]) => ({ $or: [x, y] })),
  fc
    .tuple(simpleFilter, simpleFilter, simpleFilter)
    .map(([x, y, z]) => ({ ...x, $and: [y], $or: [y, z] })),
)
const direction = fc.constantFrom(1, -1)
const INDEXES: Record<string, number>[] = [
  { a: 1 },
  { b: -1 },
  { a: 1, c: -1 },
  { c: 1, b: 1 },
  { 'a.x': 1 },
  { d: 1, a: 1, c: 1 },
  { 'b.y': -1, d: 1 },
]

/** Ends with `_id`, so that the order is complete. Every second one runs along an index or against it. */
const sort: fc.Arbitrary<Doc | undefined> = fc.oneof(
  fc.constant(undefined),
  fc
    .record({
      first: fc.constantFrom(...PATHS),
      second: fc.constantFrom(...PATHS),
      p: direction,
      q: direction,
    })
    .map(({ first, second, p, q }) => ({ [first]: p, [second]: q, _id: q })),
  fc
    .record({
      key: fc.constantFrom(...INDEXES),
      skip: fc.integer({ min: 0, max: 1 }),
      p: direction,
    })
    .map(({ key, skip, p }) => {
      const along = Object.entries(key)
        .slice(skip)
        .map(([path, q]) => [path, p * q])
      return { ...Object.fromEntries(along), _id: p }
    }),
)

const options = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constant({ sparse: true }),
  fc.constant({ partialFilterExpression: { d: { $exists: true } } }),
  fc.constant({ partialFilterExpression: { c: { $gt: 3 } } }),
)

let database: Database
let folder: string

beforeAll(async () => {
  folder = await makeTempFolder()
  database = new Database(new LmdbStore({ folder, durability: 'none' }))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

/** Changes that an index cannot hold (two arrays in one entry) are refused, and that is right. */
const ignoreParallelArrays = (error: unknown) => {
  if (!(error instanceof DatabaseError && error.code === 171)) throw error
}

async function fill(round: number): Promise<Collection> {
  const name = `round${round}`
  const collection = await database.write(() => database.catalog.ensure('fuzz', name))
  const chosen = fc.sample(options, { seed: SEED + round, numRuns: INDEXES.length })
  const create = (i: number) =>
    createIndex(database, collection, { key: INDEXES[i], ...chosen[i] }).catch(ignoreParallelArrays)
  for (let i = 0; i < 4; i++) await create(i)
  const docs = documents(round)
  for (const [i, doc] of docs.slice(0, DOCUMENTS).entries())
    await database
      .write(() => insertDocument(database, collection, encode({ _id: i, ...doc })))
      .catch(ignoreParallelArrays)
  for (let i = 4; i < INDEXES.length; i++) await create(i)
  const namespace = { database: 'fuzz', name }
  for (const [i, doc] of docs.slice(DOCUMENTS).entries()) {
    const filter = { _id: (i * 7) % DOCUMENTS }
    const update =
      i % 3 === 0 ? doc : { $set: { c: doc.c ?? null, d: doc.d ?? i }, $unset: { b: 1 } }
    await database
      .writeInSlices(runUpdate(database, namespace, { filter, update }))
      .catch(ignoreParallelArrays)
    if (i % 5 === 0)
      await database.writeInSlices(runDelete(database, namespace, { filter: { _id: i * 2 } }))
  }
  database.store.refresh()
  return collection
}

const idsOf = (collection: Collection, query: Query): unknown[] => {
  const ids = [...findRows(database, collection, query)].flat().map(({ raw }) => decode(raw)._id)
  return query.sort ? ids : ids.sort((a, b) => Number(a) - Number(b))
}

function countOf(collection: Collection, query: Query): number {
  const counting = countRows(database, collection, query)
  for (;;) {
    const { done, value } = counting.next()
    if (done) return value
  }
}

test(`finds by indexes what a full scan finds (seed ${SEED})`, async () => {
  let withIndex = 0
  let sortedByIndex = 0
  for (let round = 0; round < ROUNDS; round++) {
    const collection = await fill(round)
    const queries = fc.sample(fc.record({ filter, sort }), {
      seed: SEED * 2 + round,
      numRuns: QUERIES,
    })
    for (const query of queries) {
      const plan = planQuery(collection, query)
      if (plan.stage === 'IXSCAN' || plan.stage === 'OR') withIndex++
      if (query.sort && plan.isSorted && plan.index) sortedByIndex++
      const scanned = idsOf(collection, { ...query, hint: { $natural: 1 } })
      const what = JSON.stringify(
        { round, query, index: plan.index?.name, stage: plan.stage },
        (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value),
      )
      const found = { what, ids: idsOf(collection, query), count: countOf(collection, query) }
      expect(found).toEqual({ what, ids: scanned, count: scanned.length })
    }
  }
  expect(await validateDatabase(database)).toMatchObject({ isValid: true })
  // The test is worth nothing when the planner hardly ever uses an index.
  expect(withIndex).toBeGreaterThan((ROUNDS * QUERIES) / 3)
  expect(sortedByIndex).toBeGreaterThan(QUERIES / 4)
}, 60_000)
