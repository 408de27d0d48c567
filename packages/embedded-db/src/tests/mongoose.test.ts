import mongoose, { type Connection, type Model, Schema, type Types } from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../testing/startTestDatabase.ts'

interface AuthorFields {
  name: string
  mail?: string
}

interface PostFields {
  title?: string
  slug?: string
  author?: Types.ObjectId
  attributes?: Map<string, unknown> | Record<string, unknown>
  bytes?: Buffer
  price?: Types.Decimal128 | string
  views?: number
  big?: bigint
  tags?: string[]
  comments?: { by: string; at?: Date; likes?: number }[]
  state?: 'draft' | 'published'
  expiresAt?: Date
  __v?: number
}

let t: TestDatabase
let connection: Connection
let Author: Model<AuthorFields>
let Post: Model<PostFields>

beforeAll(async () => {
  t = await startTestDatabase()
  connection = await mongoose.createConnection(t.server.uri).asPromise()
  Author = connection.model<AuthorFields>('Author', author)
  Post = connection.model<PostFields>('Post', post)
})
afterAll(async () => {
  await connection.close()
  await t.stop()
})

const author = new Schema<AuthorFields>({
  name: { type: String, required: true },
  mail: { type: String, unique: true },
})

const post = new Schema<PostFields>(
  {
    title: String,
    slug: String,
    author: { type: Schema.Types.ObjectId, ref: 'Author' },
    attributes: { type: Map, of: Schema.Types.Mixed },
    bytes: Buffer,
    price: Schema.Types.Decimal128,
    views: { type: Number, default: 0 },
    big: BigInt,
    tags: [String],
    comments: [{ by: String, at: Date, likes: { type: Number, default: 0 } }],
    state: { type: String, enum: ['draft', 'published'], default: 'draft' },
    expiresAt: Date,
  },
  { timestamps: true, optimisticConcurrency: true },
)
post.index({ slug: 1 }, { unique: true, partialFilterExpression: { state: 'published' } })
post.index({ author: 1, createdAt: -1 })
post.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

describe('Mongoose', () => {
  test('creates its indexes at the first start and finds them at the next', async () => {
    await Promise.all([Author.init(), Post.init()])
    expect((await Post.listIndexes()).map(({ name }) => name)).toEqual([
      '_id_',
      'slug_1',
      'author_1_createdAt_-1',
      'expiresAt_1',
    ])
    await Post.createIndexes()
    expect(await Post.diffIndexes()).toEqual({ toDrop: [], toCreate: [] })
    expect(await Post.syncIndexes()).toEqual([])
  })

  test('saves and loads every type of field', async () => {
    const ada = await Author.create({ name: 'Ada', mail: 'ada@example.org' })
    const created = await Post.create({
      title: 'First',
      slug: 'first',
      author: ada._id,
      attributes: { colour: 'red', size: { w: 1 } },
      bytes: Buffer.from('bytes'),
      price: '12.34',
      big: 2n ** 60n,
      tags: ['a', 'b'],
      comments: [{ by: 'Bob', at: new Date(0) }],
    })
    const found = await Post.findById(created._id).populate('author').orFail()
    expect(found.toObject({ flattenMaps: true })).toMatchObject({
      title: 'First',
      attributes: { colour: 'red', size: { w: 1 } },
      tags: ['a', 'b'],
      views: 0,
      big: 2n ** 60n,
      author: { name: 'Ada' },
    })
    expect(found.bytes?.toString()).toBe('bytes')
    expect(found.price?.toString()).toBe('12.34')
    expect(found.get('createdAt')).toBeInstanceOf(Date)
  })

  test('reports duplicates of unique and of partial unique indexes', async () => {
    await expect(Author.create({ name: 'Other', mail: 'ada@example.org' })).rejects.toMatchObject({
      code: 11000,
      keyValue: { mail: 'ada@example.org' },
    })
    await Post.create([{ slug: 'same' }, { slug: 'same' }, { slug: 'same', state: 'published' }])
    const again = Post.create({ slug: 'same', state: 'published' })
    await expect(again).rejects.toMatchObject({ code: 11000, keyPattern: { slug: 1 } })
    const publish = Post.updateOne({ slug: 'same', state: 'draft' }, { state: 'published' })
    await expect(publish).rejects.toMatchObject({ code: 11000 })
  })

  test('changes maps, arrays and sub-documents in place', async () => {
    const created = await Post.create({
      title: 'Second',
      attributes: { a: 1 },
      comments: [{ by: 'Bob' }, { by: 'Eve' }],
    })
    created.set('attributes.b', 2)
    created.tags?.push('x', 'y')
    created.set('comments.1.likes', 3)
    await created.save()
    await Post.updateOne(
      { _id: created._id, 'comments.by': 'Bob' },
      { $inc: { 'comments.$.likes': 1 } },
    )
    await Post.updateOne(
      { _id: created._id },
      { $pull: { tags: 'x' }, $set: { 'attributes.c': 3 } },
    )
    const found = await Post.findById(created._id)
      .lean<{ attributes: object; tags: string[]; comments: { likes: number }[] }>()
      .orFail()
    expect(found.attributes).toEqual({ a: 1, b: 2, c: 3 })
    expect(found.tags).toEqual(['y'])
    expect(found.comments.map(({ likes }) => likes)).toEqual([1, 3])
  })

  test('notices that somebody else saved first', async () => {
    const created = await Post.create({ title: 'Third' })
    const [mine, theirs] = await Promise.all([
      Post.findById(created._id).orFail(),
      Post.findById(created._id).orFail(),
    ])
    theirs.set('title', 'Theirs')
    await theirs.save()
    mine.set('title', 'Mine')
    await expect(mine.save()).rejects.toMatchObject({ name: 'VersionError' })
    const swapped = await Post.findOneAndUpdate(
      { _id: created._id, __v: 1 },
      { $set: { title: 'CAS' }, $inc: { __v: 1 } },
      { returnDocument: 'after' },
    )
    expect(swapped).toMatchObject({ title: 'CAS', __v: 2 })
    expect(await Post.findOneAndUpdate({ _id: created._id, __v: 1 }, { title: 'late' })).toBeNull()
  })

  test('upserts with defaults, once', async () => {
    const upsert = () =>
      Post.findOneAndUpdate(
        { title: 'Counter' },
        { $inc: { views: 1 } },
        { upsert: true, returnDocument: 'after', setDefaultsOnInsert: true },
      ).orFail()
    expect(await upsert()).toMatchObject({ views: 1, state: 'draft' })
    expect(await upsert()).toMatchObject({ views: 2 })
    expect(await Post.countDocuments({ title: 'Counter' })).toBe(1)
  })

  test('writes in bulk', async () => {
    const result = await Post.bulkWrite([
      { insertOne: { document: { title: 'bulk 1' } } },
      { insertOne: { document: { title: 'bulk 2' } } },
      { updateMany: { filter: { title: /^bulk/ }, update: { $set: { views: 7 } } } },
      { deleteOne: { filter: { title: 'bulk 2' } } },
    ])
    expect(result).toMatchObject({ insertedCount: 2, modifiedCount: 2, deletedCount: 1 })
    await Post.insertMany([{ title: 'bulk 3' }, { title: 'bulk 4' }])
    expect(await Post.countDocuments({ title: /^bulk/, views: { $in: [0, 7] } })).toBe(3)
  })

  test('aggregates, streams with cursors and explains', async () => {
    const ada = await Author.findOne({ name: 'Ada' }).orFail()
    const [row] = await Author.aggregate([
      { $match: { _id: ada._id } },
      { $lookup: { from: 'posts', localField: '_id', foreignField: 'author', as: 'posts' } },
      { $project: { name: 1, count: { $size: '$posts' } } },
    ])
    expect(row).toEqual({ _id: ada._id, name: 'Ada', count: 1 })
    let streamed = 0
    for await (const _ of Post.find().batchSize(2).cursor()) streamed++
    expect(streamed).toBe(await Post.estimatedDocumentCount())
    const query = Post.find({ author: ada._id }).sort({ createdAt: -1 })
    expect(JSON.stringify(await query.explain('queryPlanner'))).toContain('author_1_createdAt_-1')
  })

  test('is told that there are no transactions', async () => {
    await expect(
      connection.transaction(async (session) => Author.create([{ name: 'X' }], { session })),
    ).rejects.toThrow(/sessions|transactions/i)
  })
})
