import { once } from 'node:events'
import { connect } from 'node:net'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decode, encode } from '../bson/codec.ts'
import { startTestDatabase, type TestDatabase } from '../testing/startTestDatabase.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await startTestDatabase()
  await t.db.collection('secrets').insertOne({ text: 'secret' })
})
afterAll(() => t.stop())

const connectWith = (uri: string, options = {}) =>
  new MongoClient(uri, { serverSelectionTimeoutMS: 2000, ...options }).connect()

describe('a client', () => {
  test('with the password of the connection string is let in', async () => {
    const client = await connectWith(t.server.uri)
    expect(await client.db('test').collection('secrets').countDocuments()).toBe(1)
    const { authInfo } = await client.db().command({ connectionStatus: 1 })
    expect(authInfo.authenticatedUsers).toEqual([{ user: 'parley', db: 'admin' }])
    await client.close()
  })

  test('may name the mechanism', async () => {
    const client = await connectWith(`${t.server.uri}&authMechanism=SCRAM-SHA-256`)
    expect(await client.db('test').collection('secrets').countDocuments()).toBe(1)
    await client.close()
  })

  test.each([
    ['a wrong password', (uri: string) => uri.replace(/:[^:@]*@/, ':wrong@')],
    ['another user', (uri: string) => uri.replace('parley:', 'admin:')],
  ])('with %s is refused', async (_name, change) => {
    await expect(connectWith(change(t.server.uri))).rejects.toMatchObject({
      code: 18,
      codeName: 'AuthenticationFailed',
    })
  })

  test('with another mechanism is refused', async () => {
    const uri = `${t.server.uri}&authMechanism=SCRAM-SHA-1`
    await expect(connectWith(uri)).rejects.toThrow(/Only SCRAM-SHA-256/)
  })

  test('without a password may shake hands and ping, and nothing else', async () => {
    const client = await connectWith(t.server.uri.replace(/\/\/[^@]*@/, '//'))
    const db = client.db('test')
    expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 })
    expect(await db.command({ buildInfo: 1 })).toMatchObject({ version: '8.0.0' })
    const unauthorized = { code: 13, codeName: 'Unauthorized' }
    const commands = [
      { find: 'secrets' },
      { insert: 'secrets', documents: [{}] },
      { drop: 'secrets' },
      { listCollections: 1 },
      { getMore: 1, collection: 'secrets' },
      { serverStatus: 1 },
      { nonsense: 1 },
    ]
    for (const command of commands)
      await expect(db.command(command)).rejects.toMatchObject(unauthorized)
    await client.close()
  })
})

/** Sends raw bytes and returns what comes back until the server answers or closes. */
async function exchange(bytes: Buffer): Promise<Buffer> {
  const socket = connect(Number(new URL(t.server.uri).port), '127.0.0.1')
  socket.write(bytes)
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => {
    chunks.push(chunk)
    socket.end()
  })
  socket.on('error', () => undefined)
  await once(socket, 'close')
  return Buffer.concat(chunks)
}

function message(command: object): Buffer {
  const body = encode({ ...command })
  const header = Buffer.alloc(21)
  header.writeInt32LE(21 + body.length, 0)
  header.writeInt32LE(7, 4)
  header.writeInt32LE(2013, 12)
  return Buffer.concat([header, body])
}

describe('the server', () => {
  test('does not believe a proof without knowing the password', async () => {
    const reply = await exchange(
      message({ saslContinue: 1, conversationId: 1, payload: 'c=biws,r=x,p=y', $db: 'admin' }),
    )
    expect(decode(reply.subarray(21))).toMatchObject({ ok: 0, code: 18 })
  })

  test('answers the request that was asked', async () => {
    const reply = await exchange(message({ ping: 1, $db: 'admin' }))
    expect(reply.readInt32LE(8)).toBe(7)
    expect(decode(reply.subarray(21))).toEqual({ ok: 1 })
  })

  test.each([
    ['another protocol', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
    ['a message that is too long', Buffer.from([0xff, 0xff, 0xff, 0x7f, ...Buffer.alloc(12)])],
    ['a message that is too short', Buffer.from([1, 0, 0, 0, ...Buffer.alloc(12)])],
    ['an unknown operation', Buffer.concat([Buffer.from([16, 0, 0, 0]), Buffer.alloc(12, 9)])],
  ])('hangs up on %s', async (_name, bytes) => {
    expect(await exchange(bytes)).toHaveLength(0)
  })

  test('goes on after all that', async () => {
    expect(await t.db.collection('secrets').countDocuments()).toBe(1)
  })
})
