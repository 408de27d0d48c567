import { describe, expect, it } from 'vitest'
import { openAuthState } from './authState.ts'
import type { AuthChange, AuthStorage } from './ports.ts'

/** A database of which the test decides when a write is done. */
function heldStorage() {
  const writes: { changes: readonly AuthChange[]; finish: (error?: Error) => void }[] = []
  const storage: AuthStorage = {
    read: async () => new Map(),
    write: (_numberId, changes) =>
      new Promise((resolve, reject) => {
        writes.push({ changes, finish: (error) => (error ? reject(error) : resolve()) })
      }),
    clear: async () => undefined,
  }
  return { storage, writes }
}

const bytes = (text: string) => new TextEncoder().encode(text)

/** Lets everything happen that waits for nothing outside. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

async function open() {
  const { storage, writes } = heldStorage()
  const failures: unknown[] = []
  const auth = await openAuthState({
    storage,
    numberId: 'num_1',
    fence: () => 1,
    onFailure: (error) => failures.push(error),
  })
  const set = (name: string, session: Uint8Array | null) => {
    void auth.keys.set({ session: { [name]: session } })
  }
  const settled: string[] = []
  const written = (label: string) =>
    auth.written().then(
      () => settled.push(label),
      () => settled.push(`${label} failed`),
    )
  const names = () => writes.map(({ changes }) => changes.map(({ name }) => name))
  return { auth, writes, failures, settled, set, written, names }
}

const pair = (text: string) => ({ public: bytes(text), private: bytes(text) })

describe('writes of a login', () => {
  it('are known at once, and go together when somebody waits for them', async () => {
    const { auth, set, written, writes, names, settled } = await open()
    set('a', bytes('1'))
    set('b', bytes('2'))
    expect(await auth.keys.get('session', ['a'])).toEqual({ a: bytes('1') })
    const first = written('first')
    await settle()
    expect(names()).toEqual([['session:a', 'session:b']])
    set('c', bytes('3'))
    set('b', bytes('4'))
    set('c', bytes('5'))
    const second = written('second')
    await settle()
    expect(settled).toEqual([])
    writes[0]?.finish()
    await first
    await expect.poll(names).toEqual([
      ['session:a', 'session:b'],
      ['session:b', 'session:c'],
    ])
    expect(settled).toEqual(['first'])
    expect(writes[1]?.changes[1]?.value).toBe(JSON.stringify(bytes('5')))
    writes[1]?.finish()
    await second
    expect(settled).toEqual(['first', 'second'])
  })

  it('go out soon also when nobody waits for them', async () => {
    const { set, names } = await open()
    set('a', bytes('1'))
    expect(names()).toEqual([])
    await expect.poll(names).toEqual([['session:a']])
  })

  it('put deletions last, so that a torn write leaves a key too many and not a session too few', async () => {
    const { auth, written, names } = await open()
    void auth.keys.set({ 'pre-key': { 7: null }, session: { a: bytes('1') } })
    void written('')
    await expect.poll(names).toEqual([['session:a', 'pre-key:7']])
  })

  it('are waited for by those who give out one-time keys, whose ids nobody gets twice', async () => {
    const { auth, writes } = await open()
    let isSet = false
    const made = Promise.resolve(
      auth.keys.set({ 'pre-key': { 1: pair('one'), 2: pair('two') } }),
    ).then(() => {
      isSet = true
    })
    expect(auth.creds).toMatchObject({ nextPreKeyId: 3, firstUnuploadedPreKeyId: 3 })
    await expect.poll(() => writes.length).toBe(1)
    expect(writes[0]?.changes.map(({ name }) => name)).toEqual(['pre-key:1', 'pre-key:2', 'creds'])
    expect(isSet).toBe(false)
    writes[0]?.finish()
    await made
  })

  it('say who has the key for a group only when WhatsApp has taken the message that brought it', async () => {
    const { auth, written, names } = await open()
    const group = '1-2@g.us'
    void auth.keys.set({ 'sender-key-memory': { [group]: { ana: true } } })
    expect(await auth.keys.get('sender-key-memory', [group])).toEqual({})
    auth.keys.senderKeysArrived(group)
    expect(await auth.keys.get('sender-key-memory', [group])).toEqual({ [group]: { ana: true } })
    void written('')
    await expect.poll(names).toEqual([[`sender-key-memory:${group}`]])
  })

  it('are finished when the login is closed, and later ones are not begun', async () => {
    const { auth, set, writes, names } = await open()
    set('a', bytes('1'))
    let isClosed = false
    const closed = auth.close().then(() => {
      isClosed = true
    })
    set('c', bytes('3'))
    await settle()
    expect(isClosed).toBe(false)
    writes[0]?.finish()
    await closed
    expect(names()).toEqual([['session:a']])
  })

  it('all fail after one that failed for good', async () => {
    const { set, written, writes, failures, settled, names } = await open()
    set('a', bytes('1'))
    const waiting = [written('a')]
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect.poll(() => writes.length).toBe(attempt + 1)
      if (attempt === 0) {
        set('b', bytes('2'))
        waiting.push(written('b'))
      }
      writes[attempt]?.finish(new Error('the database is away'))
    }
    await Promise.all(waiting)
    set('c', bytes('3'))
    await written('c')
    expect(settled).toEqual(['a failed', 'b failed', 'c failed'])
    expect(failures).toHaveLength(1)
    expect(names()).toEqual([['session:a'], ['session:a'], ['session:a']])
  })
})
