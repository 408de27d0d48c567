import type { Connection } from 'mongoose'
import { createApiKeys } from './apiKeys.ts'
import { createAuditLog } from './auditLog.ts'
import { createFigures } from './figures.ts'
import { createFlowDrafts } from './flowDrafts.ts'
import { createInvitations } from './invitations.ts'
import { createLogins } from './logins.ts'
import { createMedia } from './media.ts'
import { createMemberships } from './memberships.ts'
import { createTemplates } from './templates.ts'
import { createUsers } from './users.ts'
import { createWorkspaces } from './workspaces.ts'

/** The collections that only the API uses: who may do what, and what people make in the editor. */
export function createAccounts(connection: Connection) {
  const collections = {
    users: createUsers(connection),
    workspaces: createWorkspaces(connection),
    memberships: createMemberships(connection),
    invitations: createInvitations(connection),
    logins: createLogins(connection),
    apiKeys: createApiKeys(connection),
    flowDrafts: createFlowDrafts(connection),
    templates: createTemplates(connection),
    media: createMedia(connection),
    auditLog: createAuditLog(connection),
  }
  return {
    ...collections,
    figures: createFigures(connection),
    /** To be awaited once at the start: uniqueness depends on it. */
    async ensureIndexes(): Promise<void> {
      await Promise.all(Object.values(collections).map(({ model }) => model.createIndexes()))
    },
  }
}

export type Accounts = ReturnType<typeof createAccounts>
