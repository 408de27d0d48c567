import type { IncomingMessage, Server } from 'node:http'
import type { Clock, Logger } from '@parley/runtime/pipeline'
import type { Accounts, FlowDraft } from '@parley/runtime/store'
import { roleAllows } from '@parley/shared/api'
import type { Draft } from '@parley/shared/draft'
import type { Connection } from 'mongoose'
import type { Credentials } from '../auth/Credentials.ts'
import { readLoginCookie } from '../auth/loginCookie.ts'
import { isOwnOrigin } from '../auth/sameOrigin.ts'
import { attachCollaboration, createMongoDraftLog, type DraftAccess } from '../collab/index.ts'
import type { SharedDrafts } from '../dependencies.ts'
import type { LiveHub } from '../live/LiveHub.ts'

export interface ShareDraftsOptions {
  readonly httpServer: Server
  readonly connection: Connection
  readonly accounts: Accounts
  readonly credentials: Credentials
  readonly clock: Clock
  readonly live: LiveHub
  readonly logger: Logger
  readonly publicUrl: string
}

/** Lets people edit drafts together over WebSocket, with the rights of their login. */
export function shareDrafts(
  options: ShareDraftsOptions,
): SharedDrafts & { close(): Promise<void> } {
  const { accounts, clock, connection, credentials, httpServer, live, logger } = options

  async function authorise(request: IncomingMessage, flowId: string): Promise<DraftAccess> {
    const secret = readLoginCookie(request)
    const login = secret === null ? null : await credentials.findLogin(secret)
    if (!login) return { may: 'nothing', why: 'signedOut' }
    const flow = await accounts.flowDrafts.findAnywhere(flowId)
    const role = flow && (await credentials.findRole(flow.workspaceId, login.userId))
    // As everywhere: what belongs to others does not exist.
    if (!role) return { may: 'nothing', why: 'notFound' }
    return { may: roleAllows(role, 'editor') ? 'edit' : 'read', loginId: login.hash }
  }

  const updates = databaseOf(connection).collection('draftUpdates')
  const collaboration = attachCollaboration({
    httpServer,
    store: {
      find: async (flowId) => {
        const flow = await accounts.flowDrafts.findAnywhere(flowId)
        return flow && { workspaceId: flow.workspaceId, draft: toDraft(flow.draft) }
      },
      save: async ({ flowId, workspaceId }, draft) => {
        const change = { workspaceId, flowId, draft: { ...draft }, at: clock.now() }
        const revision = await accounts.flowDrafts.overwrite(change)
        if (revision !== null) live.publish(workspaceId, { type: 'flow.updated', flowId, revision })
        return revision
      },
    },
    log: createMongoDraftLog(updates),
    authorise,
    isOwnOrigin: ({ headers }) =>
      headers.origin === undefined || isOwnOrigin(headers.origin, headers.host, options.publicUrl),
    logger,
  })

  return {
    flush: (flowId) => collaboration.flush(flowId),
    change: (flowId, { before, after }) =>
      collaboration.change(flowId, { before: toDraft(before), after: toDraft(after) }),
    read: async (workspaceId, flowId) => {
      const flow = await accounts.flowDrafts.findSummary(workspaceId, flowId)
      return flow && (await collaboration.read(flowId))
    },
    forget: (flowId) => collaboration.forget(flowId),
    cutOff: (loginId) => collaboration.cutOff(loginId),
    close: () => collaboration.close(),
  }
}

function databaseOf({ db }: Connection) {
  if (db) return db
  throw new Error('The connection to the database is not open')
}

/** Drafts are checked when they are stored (`draftFlowSchema`); the store itself keeps them as JSON. */
const toDraft = (draft: FlowDraft): Draft => draft as unknown as Draft
