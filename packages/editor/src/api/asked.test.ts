import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fetchOnce } from './asked.ts'

const anew = vi.fn<typeof fetch>(async () => new Response('anew'))
beforeEach(() => {
  // The page has just been opened; the process that runs the tests has not.
  vi.useFakeTimers({ now: 0, toFake: ['performance'] })
  vi.stubGlobal('fetch', anew)
  vi.stubGlobal('parleyAsked', { '/me': Promise.resolve(new Response('asked early')) })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const textOf = async (url: string) => (await fetchOnce(url, { method: 'GET' })).text()

it('gives an answer that was asked for early, once', async () => {
  expect(await textOf('/other')).toBe('anew')
  expect(await textOf('/me')).toBe('asked early')
  expect(await textOf('/me')).toBe('anew')
})

it('gives no answer of long ago', async () => {
  vi.advanceTimersByTime(10_001)
  expect(await textOf('/me')).toBe('anew')
})
