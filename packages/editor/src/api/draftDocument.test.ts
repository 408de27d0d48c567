import { afterEach, expect, it, vi } from 'vitest'
import { askForDraft, takeDraft } from './draftDocument.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function answering(answer: () => Response | Promise<Response>) {
  const fetch = vi.fn<(url: string) => Promise<Response>>(async () => answer())
  vi.stubGlobal('fetch', fetch)
  return fetch
}

it('asks for a draft once, before it is wanted, and anew for the next visit', async () => {
  const fetch = answering(() => new Response(Uint8Array.of(1, 2)))
  askForDraft('f 1')
  askForDraft('f 1')
  expect(await takeDraft('f 1')).toEqual(Uint8Array.of(1, 2))
  expect(fetch.mock.calls.map(([url]) => url)).toEqual(['/api/v1/flows/f%201/document'])
  await takeDraft('f 1')
  expect(fetch).toHaveBeenCalledTimes(2)
})

it('leaves it to the connection when nothing comes', async () => {
  answering(() => Response.json({ error: { code: 'NOT_FOUND' } }, { status: 404 }))
  expect(await takeDraft('gone')).toBeNull()
  answering(() => Promise.reject(new TypeError('Failed to fetch')))
  expect(await takeDraft('offline')).toBeNull()
})

it('leaves it to the connection when nothing comes in time, also of what was asked for before the program was there', async () => {
  vi.stubGlobal('parleyAsked', { '/api/v1/flows/slow/document': new Promise(() => undefined) })
  // Node's own timer of an AbortSignal cannot be set forward.
  const late = new AbortController()
  vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(late.signal)
  const draft = takeDraft('slow')
  late.abort()
  expect(await draft).toBeNull()
})

it('asks anew when nobody took what came long ago', async () => {
  vi.useFakeTimers()
  const answers = [Uint8Array.of(1), Uint8Array.of(2)]
  answering(() => new Response(answers.shift()))
  askForDraft('f1')
  vi.advanceTimersByTime(31_000)
  expect(await takeDraft('f1')).toEqual(Uint8Array.of(2))
})
