import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FakeClock } from '@parley/runtime/testing'
import type { Role } from '@parley/shared/api'
import express from 'express'
import { afterEach, describe, expect, test } from 'vitest'
import { LiveHub } from '../../live/LiveHub.ts'
import { eventStreams } from './routes.ts'

const HEARTBEAT_MS = 20_000

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A stream of somebody whose role is whatever `findRole` says. */
async function openStream(findRole: () => Promise<Role | null>) {
  const clock = new FakeClock()
  const { endpoints } = eventStreams({ clock, credentials: { findRole }, live: new LiveHub() })
  const app = express()
  const closed = new Promise<void>((resolve) => {
    app.get('/', (request, response) => {
      response.once('close', resolve)
      const caller = { workspaceId: 'w1', userId: 'u1' }
      // In a list, endpoints do not say any more what their handlers take.
      void endpoints[0]?.handle({ caller, request, response } as never)
    })
  })
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  const leaving = new AbortController()
  const { body } = await fetch(`http://127.0.0.1:${port}/`, { signal: leaving.signal })
  return { clock, closed, body, leave: () => leaving.abort() }
}

describe('the heartbeat of a stream of events', () => {
  test('goes on for whoever may see them', async () => {
    let asked = 0
    const { clock } = await openStream(() => {
      asked++
      return Promise.resolve('viewer')
    })
    await clock.advance(3 * HEARTBEAT_MS)
    expect(asked).toBe(3)
  })

  test('ends when its reader leaves, in the middle of a question about their rights, too', async () => {
    let asked = 0
    let answer = (_role: Role) => {}
    const { clock, closed, leave } = await openStream(() => {
      asked++
      return new Promise((resolve) => {
        answer = resolve
      })
    })
    await clock.advance(HEARTBEAT_MS)
    leave()
    await closed
    answer('viewer')
    await clock.advance(0)
    await clock.advance(3 * HEARTBEAT_MS)
    expect(asked).toBe(1)
  })

  test('ends the stream when nobody can say whether its reader may still see it', async () => {
    const { clock, body } = await openStream(() => Promise.reject(new Error('no database')))
    await clock.advance(HEARTBEAT_MS)
    const text = await new Response(body).text()
    expect(text).toBe('retry: 2000\n\n')
  })
})
