import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { request } from './client.ts'
import { ApiError, ConnectionError, ContractError } from './errors.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const answerWith = (body: BodyInit, status = 200) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })))

const ask = (signal?: AbortSignal) => request(z.string(), '/things', { signal })

/** A body that breaks off after its first bytes. */
const brokenOff = (cause: Error) =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"success":'))
      controller.error(cause)
    },
  })

describe('a request', () => {
  it('says that the connection is gone when it breaks in the middle of the answer', async () => {
    const cause = new TypeError('network error')
    answerWith(brokenOff(cause))
    const failure = ask()
    await expect(failure).rejects.toThrow(ConnectionError)
    await expect(failure).rejects.toMatchObject({ cause })
  })

  it('says nothing of its own when it is given up in the middle of the answer', async () => {
    const giveUp = new AbortController()
    giveUp.abort()
    answerWith(brokenOff(new DOMException('given up', 'AbortError')))
    await expect(ask(giveUp.signal)).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('is told from an answer that is no JSON', async () => {
    answerWith('<h1>Bad gateway</h1>', 502)
    await expect(ask()).rejects.toThrow(ApiError)
    answerWith('<h1>Welcome</h1>')
    await expect(ask()).rejects.toThrow(ContractError)
  })
})
