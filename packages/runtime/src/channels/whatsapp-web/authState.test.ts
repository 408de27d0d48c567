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
const settle = () => new Promise((resolve) => setImmediate(resolve))

async function open() {
  const { storage, writes } = heldStorage()
  const failures: unknown[] = []
  const auth = await openAuthState({
    storage,
    numberId: 'num_1',
    fence: () => 1,
    onFailure: (error) => failures.push(error),
  })
  const settled: string[] = []
  const set = (name: string, session: Uint8Array | null) =>
    Promise.resolve(auth.keys.set({ session: { [name]: session } })).then(
      () => settled.push(name),
      () => settled.push(`${name} failed`),
    )
  const names = () => writes.map(({ changes }) => changes.map(({ name }) => name))
  return { auth, writes, failures, settled, set, names }
}

describe('writes of a login', () => {
  it('go together in their order when they are asked for while another is under way', async () => {
    const { set, writes, names, settled } = await open()
    const all = [set('a', bytes('1')), set('b', bytes('2')), set('c', bytes('3'))]
    const again = set('b', bytes('4'))
    await settle()
    expect(names()).toEqual([['session:a']])
    writes[0]?.finish()
    await settle()
    expect(names()).toEqual([['session:a'], ['session:b', 'session:c', 'session:b']])
    expect(settled).toEqual(['a'])
    writes[1]?.finish()
    await Promise.all([...all, again])
    expect(settled).toEqual(['a', 'b', 'c', 'b'])
  })

  it('are known at once, before the database has them', async () => {
    const { auth, set, writes } = await open()
    const write = set('a', bytes('1'))
    expect(await auth.keys.get('session', ['a'])).toEqual({ a: bytes('1') })
    writes[0]?.finish()
    await write
  })

  it('are finished when the login is closed, and later ones are not begun', async () => {
    const { auth, set, writes, names } = await open()
    const writing = [set('a', bytes('1')), set('b', bytes('2'))]
    let isClosed = false
    const closed = auth.close().then(() => {
      isClosed = true
    })
    await set('c', bytes('3'))
    writes[0]?.finish()
    await settle()
    expect(isClosed).toBe(false)
    writes[1]?.finish()
    await Promise.all([...writing, closed])
    expect(names()).toEqual([['session:a'], ['session:b']])
  })

  it('all fail after one that failed for good', async () => {
    const { set, writes, failures, settled, names } = await open()
    const all = [set('a', bytes('1')), set('b', bytes('2'))]
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect.poll(() => writes.length).toBe(attempt + 1)
      writes[attempt]?.finish(new Error('the database is away'))
    }
    await Promise.all(all)
    await set('c', bytes('3'))
    expect(settled).toEqual(['a failed', 'b failed', 'c failed'])
    expect(failures).toHaveLength(1)
    expect(names()).toEqual([['session:a'], ['session:a'], ['session:a']])
  })
})
