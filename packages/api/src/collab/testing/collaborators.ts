import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import type { Draft } from '@parley/shared/draft'
import { WebSocket } from 'ws'
import {
  attachCollaboration,
  type Collaboration,
  type CollaborationOptions,
  type DraftAccess,
} from '../attachCollaboration.ts'
import type { DraftLog } from '../draftLog.ts'
import { createMemoryDraftLog } from './memoryDraftLog.ts'

export const EMPTY_DRAFT: Draft = { nodes: [], edges: [], variables: [], settings: {} }

interface Place {
  readonly flows: Map<string, { draft: Draft; revision: number }>
  readonly access: Map<string, DraftAccess>
  readonly log: DraftLog
}

/** What outlives a server: flow records, logins, the log. */
export const aPlace = (log: DraftLog = createMemoryDraftLog()): Place => ({
  flows: new Map([['f1', { draft: EMPTY_DRAFT, revision: 1 }]]),
  access: new Map<string, DraftAccess>([
    ['ann', { may: 'edit', loginId: 'ann' }],
    ['ben', { may: 'edit', loginId: 'ben' }],
    ['vera', { may: 'read', loginId: 'vera' }],
  ]),
  log,
})

/** A running HTTP server with collaboration, and browsers to join it. */
export async function startCollaboration(
  place: Place,
  options: Partial<CollaborationOptions> = {},
): Promise<{
  httpServer: Server
  collaboration: Collaboration
  url: string
  join: (login: string, flowId?: string) => Collaborator
  stop: () => Promise<void>
}> {
  const httpServer = createServer((_request, response) => response.end())
  const collaboration = attachCollaboration({
    httpServer,
    store: {
      async find(flowId) {
        const flow = place.flows.get(flowId)
        return flow ? { workspaceId: 'w', draft: flow.draft } : null
      },
      async save({ flowId }, draft) {
        const flow = place.flows.get(flowId)
        if (!flow) return null
        flow.draft = draft
        flow.revision += 1
        return flow.revision
      },
    },
    log: place.log,
    async authorise(request) {
      const login = /login=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
      return place.access.get(login) ?? { may: 'nothing', why: 'signedOut' }
    },
    isOwnOrigin: (request) => request.headers.origin !== 'https://evil.example',
    logger: SILENT,
    mirrorDelayMs: 5,
    maxMirrorDelayMs: 50,
    ...options,
  })
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  // A server that listens on TCP has an address object.
  const { port } = httpServer.address() as AddressInfo
  const url = `ws://127.0.0.1:${port}/collab`
  const joined: Collaborator[] = []
  return {
    httpServer,
    collaboration,
    url,
    join: (login, flowId = 'f1') => {
      const collaborator = joinAs(url, login, flowId)
      joined.push(collaborator)
      return collaborator
    },
    async stop() {
      for (const each of joined) each.leave()
      await collaboration.close()
      httpServer.closeAllConnections()
      await new Promise((resolve) => httpServer.close(resolve))
    },
  }
}

export interface Collaborator {
  readonly provider: HocuspocusProvider
  readonly socket: HocuspocusProviderWebsocket
  leave(): void
}

export function joinAs(url: string, login: string, flowId: string): Collaborator {
  class SocketWithCookie extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie: `login=${login}` } })
    }
  }
  const socket = new HocuspocusProviderWebsocket({
    url,
    WebSocketPolyfill: SocketWithCookie,
    delay: 20,
    minDelay: 20,
  })
  const provider = new HocuspocusProvider({ websocketProvider: socket, name: `flow:${flowId}` })
  provider.attach()
  return {
    provider,
    socket,
    leave() {
      provider.destroy()
      socket.destroy()
    },
  }
}

const SILENT = { debug: quiet, info: quiet, warn: quiet, error: quiet }
function quiet(): void {}
