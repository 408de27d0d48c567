import { describe, expect, it } from 'vitest'
import { RecordCache } from './RecordCache.ts'

function aCache({ maxEntries = 10, ttlMs = 1_000 } = {}) {
  let now = 0
  const cache = new RecordCache<string>({ maxEntries, ttlMs, now: () => now })
  return {
    cache,
    wait: (ms: number) => {
      now += ms
    },
  }
}

describe('RecordCache', () => {
  it('keeps a value for its time', () => {
    const { cache, wait } = aCache()
    cache.put('a', 'one', cache.turn())
    wait(999)
    expect(cache.get('a')).toBe('one')
    wait(1)
    expect(cache.get('a')).toBeUndefined()
  })

  it('drops the value that nobody asked for the longest', () => {
    const { cache } = aCache({ maxEntries: 2 })
    cache.put('a', 'one', cache.turn())
    cache.put('b', 'two', cache.turn())
    cache.get('a')
    cache.put('c', 'three', cache.turn())
    expect(['a', 'b', 'c'].map((id) => cache.get(id))).toEqual(['one', undefined, 'three'])
  })

  it('does not take a value that was forgotten while it was being loaded', () => {
    const { cache } = aCache()
    const turn = cache.turn()
    cache.forget('a')
    cache.put('a', 'old', turn)
    expect(cache.get('a')).toBeUndefined()
    cache.put('a', 'new', cache.turn())
    expect(cache.get('a')).toBe('new')
  })

  it('follows a change, and does not take what was loaded before it', () => {
    const { cache } = aCache()
    cache.put('a', 'one', cache.turn())
    const turn = cache.turn()
    cache.change('a', (value) => `${value}, changed`)
    cache.put('a', 'one', turn)
    expect(cache.get('a')).toBe('one, changed')
  })

  it('does not take a value from before a change of something that it did not have', () => {
    const { cache } = aCache()
    const turn = cache.turn()
    cache.change('a', (value) => value)
    cache.put('a', 'old', turn)
    expect(cache.get('a')).toBeUndefined()
  })

  it('does not live longer by being changed', () => {
    const { cache, wait } = aCache()
    cache.put('a', 'one', cache.turn())
    wait(600)
    cache.change('a', () => 'two')
    wait(600)
    expect(cache.get('a')).toBeUndefined()
  })

  it('reads a value once for all who miss it at the same time', async () => {
    const { cache } = aCache()
    let reads = 0
    const read = async () => {
      reads += 1
      return `read ${reads}`
    }
    expect(await Promise.all([cache.load('a', read), cache.load('a', read)])).toEqual([
      'read 1',
      'read 1',
    ])
    expect(await cache.load('a', read)).toBe('read 1')
  })

  it('does not give what was read before a change to those who ask after it', async () => {
    const { cache } = aCache()
    let finish: (value: string) => void = () => undefined
    const before = cache.load('a', () => new Promise((resolve) => (finish = resolve)))
    cache.forget('a')
    const after = cache.load('a', async () => 'new')
    finish('old')
    expect(await before).toBe('old')
    expect(await after).toBe('new')
    expect(cache.get('a')).toBe('new')
  })

  it('asks again after a read that failed or found nothing', async () => {
    const { cache } = aCache()
    await expect(cache.load('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect(await cache.load('a', async () => null)).toBeNull()
    expect(await cache.load('a', async () => 'there')).toBe('there')
  })
})
