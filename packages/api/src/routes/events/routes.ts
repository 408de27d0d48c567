import type { Clock } from '@parley/runtime/pipeline'
import type { Response } from 'express'
import type { Credentials } from '../../auth/Credentials.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import type { LiveHub, PublishedEvent } from '../../live/LiveHub.ts'
import { presentEvent } from './present.ts'

/** Proxies cut connections that are silent for a minute; and dead readers are noticed. */
const HEARTBEAT_MS = 20_000
/** A reader that lags behind by more than this is cut off: it comes back and is told to load again. */
const MAX_BACKLOG_BYTES = 1_000_000

/** Streams that are open; the server ends them when it stops. */
export interface EventStreams {
  readonly endpoints: readonly Endpoint[]
  close(): void
}

export function eventStreams(dependencies: {
  readonly clock: Clock
  readonly credentials: Pick<Credentials, 'findRole'>
  readonly live: LiveHub
}): EventStreams {
  const { clock, credentials, live } = dependencies
  const open = new Set<Response>()

  const endpoint = defineEndpoint({
    method: 'get',
    path: '/api/v1/events',
    summary: 'Live updates of the workspace, as server-sent events',
    access: { to: 'member', role: 'viewer' },
    handle: async ({ caller, request, response }) => {
      const { workspaceId, userId } = caller
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Tells nginx not to hold events back.
        'x-accel-buffering': 'no',
      })
      response.write('retry: 2000\n\n')
      const send = (published: PublishedEvent) => {
        if (response.writableLength > MAX_BACKLOG_BYTES) response.destroy()
        else response.write(format(published))
      }
      const unsubscribe = live.subscribe(workspaceId, send)
      const lastEventId = request.headers['last-event-id']
      if (typeof lastEventId === 'string') {
        const missed = live.since(workspaceId, lastEventId)
        if (missed) for (const published of missed) send(published)
        else response.write('event: reset\ndata: {"type":"reset"}\n\n')
      }
      let cancelHeartbeat = () => {}
      const heartbeat = async () => {
        // Whoever has been thrown out meanwhile sees no more. When the database cannot say whether they have, they come back
        // by themselves, and that request tells and logs what is wrong.
        const role = await credentials.findRole(workspaceId, userId).catch(() => null)
        // Closed while we asked: a next heartbeat would have nobody left to end it.
        if (!open.has(response)) return
        if (role === null) return response.end()
        response.write(': still here\n\n')
        cancelHeartbeat = clock.after(HEARTBEAT_MS, () => void heartbeat())
      }
      cancelHeartbeat = clock.after(HEARTBEAT_MS, () => void heartbeat())
      open.add(response)
      response.once('close', () => {
        unsubscribe()
        cancelHeartbeat()
        open.delete(response)
      })
      return undefined
    },
  })

  return {
    endpoints: [endpoint],
    close: () => {
      for (const response of open) response.end()
    },
  }
}

const format = ({ id, event }: PublishedEvent): string =>
  `id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(presentEvent(event))}\n\n`
