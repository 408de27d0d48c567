import * as shapes from '@parley/shared/api'
import { pageQuery } from '@parley/shared/api'
import type { RouteDependencies } from '../../dependencies.ts'
import { okPage, toInstant } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'

export function auditLogEndpoints({ accounts }: RouteDependencies): readonly Endpoint[] {
  return [
    defineEndpoint({
      method: 'get',
      path: '/api/v1/audit-log',
      summary: 'Lists who did what, newest first',
      answer: shapes.page(shapes.auditEntry),
      access: { to: 'member', role: 'owner', only: 'people' },
      query: pageQuery,
      handle: async ({ caller, query }) =>
        okPage(await accounts.auditLog.list(caller.workspaceId, query), (entry) => ({
          id: entry.id,
          at: toInstant(entry.at),
          actor: { userId: entry.actor.userId, keyId: entry.actor.keyId },
          action: entry.action,
          subjectId: entry.subjectId,
        })),
    }),
  ]
}
