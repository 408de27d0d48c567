import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../testing/mongo.ts'
import { silentLogger } from '../testing/world.ts'
import { createStore, type MongoStore } from './createStore.ts'

describe('login state', () => {
  let database: TestDatabase
  let store: MongoStore
  beforeAll(async () => {
    database = await startTestDatabase()
    const { connection } = database
    store = createStore({ connection, logger: silentLogger, secretKey: new Uint8Array(32) })
    await store.ensureIndexes()
  })
  afterAll(() => database.close())

  it('is read back as written, deletions included', async () => {
    await store.authState.write(
      'n1',
      [
        { name: 'creds', value: 'secret one' },
        { name: 'x', value: '1' },
      ],
      1,
    )
    await store.authState.write('n1', [{ name: 'x', value: null }], 1)
    expect(await store.authState.read('n1', ['creds', 'x', 'never'])).toEqual(
      new Map([['creds', 'secret one']]),
    )
  })

  it('cannot be read in the database', async () => {
    await store.authState.write('n2', [{ name: 'creds', value: 'noise key' }], 1)
    const raw = await database.connection.collection('authState').find({ numberId: 'n2' }).toArray()
    expect(JSON.stringify(raw)).not.toContain('noise key')
  })

  it('refuses a writer that has lost the number, and changes nothing then', async () => {
    await store.authState.write('n3', [{ name: 'creds', value: 'new owner' }], 5)
    const late = store.authState.write('n3', [{ name: 'creds', value: 'old owner' }], 4)
    await expect(late).rejects.toMatchObject({ name: 'FencedError' })
    expect((await store.authState.read('n3', ['creds'])).get('creds')).toBe('new owner')
  })

  it('is forgotten by number, but an older owner still cannot come back', async () => {
    await store.authState.write('n4', [{ name: 'creds', value: 'a' }], 7)
    await store.authState.clear('n4')
    expect((await store.authState.read('n4', ['creds'])).size).toBe(0)
    await expect(store.authState.write('n4', [{ name: 'creds', value: 'b' }], 6)).rejects.toThrow(
      'later owner',
    )
  })
})

describe('sent messages', () => {
  it('give the same bytes back, and nothing for what was never sent', async () => {
    const database = await startTestDatabase()
    const { connection } = database
    const store = createStore({ connection, logger: silentLogger, secretKey: new Uint8Array(32) })
    await store.sentMessages.save('n1', '3EB0', Uint8Array.of(1, 2, 0, 255))
    expect([...((await store.sentMessages.find('n1', '3EB0')) ?? [])]).toEqual([1, 2, 0, 255])
    expect(await store.sentMessages.find('n2', '3EB0')).toBeNull()
    await database.close()
  })
})
