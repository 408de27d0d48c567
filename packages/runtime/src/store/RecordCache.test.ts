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
})
