import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Connection, type Document, Hocuspocus } from '@hocuspocus/server'
import type { Logger } from '@parley/runtime/pipeline'
import { type Draft, mergeDrafts, readDraft, replaceDraft } from '@parley/shared/draft'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { holdAcknowledgements, refuseForeignMessages } from './connectionGuards.ts'
import type { DraftLog } from './draftLog.ts'
import { type DraftStore, type OpenDraft, openDraft } from './openDraft.ts'

/** What a browser may do with a flow's draft. */
export type DraftAccess =
  | { readonly may: 'edit' | 'read'; readonly loginId: string }
  | { readonly may: 'nothing'; readonly why: 'signedOut' | 'forbidden' | 'notFound' }

export interface CollaborationOptions {
  readonly httpServer: Server
  readonly store: DraftStore
  readonly log: DraftLog
  /** Who asks (by the login cookie of `request`), and what they may. Asked again while they stay connected. */
  readonly authorise: (request: IncomingMessage, flowId: string) => Promise<DraftAccess>
  /** False for a page of another site: its scripts would come with our cookie. */
  readonly isOwnOrigin: (request: IncomingMessage) => boolean
  readonly logger: Logger
  readonly mirrorDelayMs?: number
  readonly maxMirrorDelayMs?: number
  readonly recheckMs?: number
  /** How often to look for what other processes wrote. */
  readonly catchUpMs?: number
}

/** Drafts that several people edit at once, for the rest of the API. */
export interface Collaboration {
  /** Brings the flow record up to date with everything that editors have sent so far. Call before reading a draft. */
  flush(flowId: string): Promise<void>
  /**
   * Does to the draft what makes `after` of `before`, the draft that the author of `after` had seen: what people have done
   * since then stays. Durable and in the flow record when it resolves.
   */
  change(flowId: string, drafts: { readonly before: Draft; readonly after: Draft }): Promise<void>
  /**
   * The draft as one Yjs update, with everything that editors have sent so far: what a browser draws before its own
   * connection stands. Null when there is no such flow.
   */
  read(flowId: string): Promise<Uint8Array | null>
  /** Ends every connection made with this login. */
  cutOff(loginId: string): void
  /** Ends every connection to the draft and forgets it: the flow is deleted. */
  forget(flowId: string): Promise<void>
  /** Ends all connections and resolves when everything is on disk. */
  close(): Promise<void>
}

export const COLLABORATION_PATH = '/collab'
/** Close codes of our own; the editor tells people what they mean. */
export const CLOSE_SIGNED_OUT = 4401
export const CLOSE_RIGHTS_CHANGED = 4403
export const CLOSE_DELETED = 4404
export const CLOSE_SHUTTING_DOWN = 1012

/** A draft of the largest size allowed is under 4 MB; its history, folded now and then, stays below this. */
const MAX_DRAFT_BYTES = 24 * 1024 * 1024
const MAX_MESSAGE_BYTES = 8 * 1024 * 1024
const NAME_PREFIX = 'flow:'

interface ConnectionContext {
  readonly loginId: string
  readonly may: 'edit' | 'read'
}

/** Serves shared drafts over WebSocket at `/collab` of the HTTP server. */
export function attachCollaboration(options: CollaborationOptions): Collaboration {
  const { httpServer, store, log, logger } = options
  const openDrafts = new Map<string, OpenDraft>()
  const hocuspocus = new Hocuspocus({
    quiet: true,
    async onAuthenticate({ documentName, request, connectionConfig }) {
      const access = await options.authorise(request, flowIdOf(documentName))
      if (access.may === 'nothing') throw new Refusal(access.why)
      connectionConfig.readOnly = access.may === 'read'
      return { loginId: access.loginId, may: access.may } satisfies ConnectionContext
    },
    async onLoadDocument({ document, documentName }) {
      await load(document, flowIdOf(documentName))
    },
    async beforeHandleMessage({ connection, update, documentName }) {
      const draft = openDrafts.get(flowIdOf(documentName))
      refuseForeignMessages(update)
      if (draft === undefined) return
      if (draft.size() > MAX_DRAFT_BYTES && !connection.readOnly) throw new Refusal('tooLarge')
      holdAcknowledgements(connection, () => draft.durable())
    },
    async beforeUnloadDocument({ documentName }) {
      const draft = openDrafts.get(flowIdOf(documentName))
      await draft?.durable()
      await draft?.mirror()
    },
  })

  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES })
  httpServer.on('upgrade', upgrade)
  const recheck = setInterval(() => void recheckRights(), options.recheckMs ?? 15_000)
  const catchUp = setInterval(() => void catchUpAll(), options.catchUpMs ?? 2_000)
  recheck.unref()
  catchUp.unref()

  return { flush, read, change, cutOff, forget, close }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = (request.url ?? '').split('?')[0]
    if (path !== COLLABORATION_PATH) return refuseUpgrade(socket, '404 Not Found')
    if (!options.isOwnOrigin(request)) return refuseUpgrade(socket, '403 Forbidden')
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      // Without a listener a broken frame would be an uncaught error.
      webSocket.on('error', (error) => logger.debug({ err: error }, 'editor connection broke'))
      hocuspocus.handleConnection(webSocket, request)
    })
  }

  async function load(doc: Document, flowId: string): Promise<void> {
    const found = await store.find(flowId)
    if (found === null) throw new Refusal('notFound')
    const draft = await openDraft({
      flow: { flowId, workspaceId: found.workspaceId },
      initial: found.draft,
      doc,
      log,
      store,
      logger,
      mirrorDelayMs: options.mirrorDelayMs ?? 1_000,
      maxMirrorDelayMs: options.maxMirrorDelayMs ?? 5_000,
    })
    openDrafts.set(flowId, draft)
    doc.on('destroy', () => {
      draft.stop()
      if (openDrafts.get(flowId) === draft) openDrafts.delete(flowId)
    })
  }

  async function flush(flowId: string): Promise<void> {
    const open = openDrafts.get(flowId)
    if (open !== undefined) {
      // Editors may be connected to other processes, too.
      await open.catchUp()
      return open.mirror()
    }
    const found = await store.find(flowId)
    if (found === null) return
    // A process that died before it copied the draft leaves the log ahead of the record.
    if (await log.isAheadOfMirror({ flowId, workspaceId: found.workspaceId })) {
      await withDraft(flowId, (_doc, draft) => draft.mirror())
    }
  }

  async function read(flowId: string): Promise<Uint8Array | null> {
    const open = hocuspocus.documents.get(NAME_PREFIX + flowId)
    if (open !== undefined && !open.isLoading) return Y.encodeStateAsUpdate(open)
    const found = await store.find(flowId)
    if (found === null) return null
    const rows = await log.read({ flowId, workspaceId: found.workspaceId }, 0)
    if (rows.length > 0) return Y.mergeUpdates(rows.map(({ update }) => update))
    // Never opened: opening it makes its first row, the same for everybody.
    return withDraft(flowId, async (doc) => Y.encodeStateAsUpdate(doc))
  }

  async function change(flowId: string, { before, after }: { before: Draft; after: Draft }) {
    await withDraft(flowId, async (doc, draft) => {
      await draft.catchUp()
      replaceDraft(doc, mergeDrafts(before, after, readDraft(doc)))
      await draft.durable()
      await draft.mirror()
    })
  }

  async function withDraft<Result>(
    flowId: string,
    use: (doc: Document, draft: OpenDraft) => Promise<Result>,
  ): Promise<Result> {
    const connection = await hocuspocus.openDirectConnection(NAME_PREFIX + flowId)
    try {
      const draft = openDrafts.get(flowId)
      if (connection.document === null || draft === undefined) throw new Refusal('notFound')
      return await use(connection.document, draft)
    } finally {
      await connection.disconnect()
    }
  }

  function cutOff(loginId: string): void {
    for (const connection of connections()) {
      if (contextOf(connection).loginId === loginId) {
        connection.webSocket.close(CLOSE_SIGNED_OUT, 'signedOut')
      }
    }
  }

  async function forget(flowId: string): Promise<void> {
    const document = hocuspocus.documents.get(NAME_PREFIX + flowId)
    openDrafts.get(flowId)?.stop()
    for (const connection of document?.getConnections() ?? []) {
      connection.webSocket.close(CLOSE_DELETED, 'notFound')
    }
    await log.remove(flowId)
  }

  /** Rights can end by logout, removal from the workspace or a change of role, here or in another process. */
  async function recheckRights(): Promise<void> {
    for (const connection of connections()) {
      const { may } = contextOf(connection)
      try {
        const access = await options.authorise(
          connection.request,
          flowIdOf(connection.document.name),
        )
        if (access.may === may) continue
        const isSignedOut = access.may === 'nothing' && access.why === 'signedOut'
        connection.webSocket.close(
          isSignedOut ? CLOSE_SIGNED_OUT : CLOSE_RIGHTS_CHANGED,
          isSignedOut ? 'signedOut' : 'rightsChanged',
        )
      } catch (error) {
        logger.warn({ err: error }, 'rights of an editor could not be checked')
      }
    }
  }

  async function catchUpAll(): Promise<void> {
    for (const draft of openDrafts.values()) {
      try {
        await draft.catchUp()
      } catch (error) {
        logger.warn({ flowId: draft.flow.flowId, err: error }, 'draft not caught up')
      }
    }
  }

  function connections(): readonly Connection[] {
    return [...hocuspocus.documents.values()].flatMap((document) => document.getConnections())
  }

  async function close(): Promise<void> {
    clearInterval(recheck)
    clearInterval(catchUp)
    httpServer.off('upgrade', upgrade)
    for (const draft of openDrafts.values()) {
      await draft.durable()
      // Its failure is logged inside. The log has every change, and whoever reads the flow next has it copied then.
      await draft.mirror().catch(() => undefined)
      draft.stop()
    }
    for (const client of sockets.clients) client.close(CLOSE_SHUTTING_DOWN, 'restarting')
    sockets.close()
  }
}

/** Why a connection is turned away; the editor gets `reason`. */
class Refusal extends Error {
  readonly code = CLOSE_RIGHTS_CHANGED
  readonly reason: string
  constructor(reason: string) {
    // Without a message Hocuspocus does not print it: being turned away is no news for the log.
    super('')
    this.reason = reason
  }
}

function flowIdOf(documentName: string): string {
  if (!documentName.startsWith(NAME_PREFIX)) throw new Refusal('notFound')
  return documentName.slice(NAME_PREFIX.length)
}

/** What `onAuthenticate` returned; Hocuspocus hands it on untyped. */
const contextOf = (connection: Connection): ConnectionContext =>
  connection.context as ConnectionContext

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
