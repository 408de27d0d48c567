import { afterEach, expect, it, vi } from 'vitest'
import { askForDraft, takeDraft } from './draftDocument.ts'

afterEach(() => vi.unstubAllGlobals())

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
