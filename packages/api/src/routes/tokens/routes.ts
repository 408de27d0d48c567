import * as shapes from '@parley/shared/api'
import { createTokenRequest } from '@parley/shared/api'
import { issueKey } from '../../auth/issueKey.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { notFound } from '../../errors.ts'
import { ok, okDeleted, okList } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { recordAction } from '../auditLog/recordAction.ts'
import { presentToken } from './present.ts'

export function tokenEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { accounts, credentials } = dependencies
  return [
    defineEndpoint({
      method: 'post',
      path: '/api/v1/tokens',
      summary: 'Makes a personal token; it is shown only now',
      answer: shapes.answer(shapes.createdToken),
      access: { to: 'member', role: 'viewer', only: 'people' },
      body: createTokenRequest,
      status: 201,
      handle: async ({ caller, body }) => {
        const { key, secret } = await issueKey(dependencies, {
          workspaceId: caller.workspaceId,
          userId: caller.userId,
          kind: 'personal',
          name: body.name,
          expiresAt: body.expiresAt === undefined ? null : Date.parse(body.expiresAt),
        })
        await recordAction(dependencies, caller, 'token.created', key.id)
        return ok({ ...presentToken(key), token: secret })
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/tokens',
      summary: 'Lists your personal tokens in this workspace',
      answer: shapes.page(shapes.token),
      access: { to: 'member', role: 'viewer', only: 'people' },
      handle: async ({ caller }) => {
        const keys = await accounts.apiKeys.listPersonal(caller.workspaceId, caller.userId)
        return okList(keys.map(presentToken))
      },
    }),
    defineEndpoint({
      method: 'delete',
      path: '/api/v1/tokens/:tokenId',
      summary: 'Revokes a personal token at once',
      answer: shapes.answer(shapes.deleted),
      access: { to: 'member', role: 'viewer', only: 'people' },
      handle: async ({ caller, params }) => {
        const { workspaceId, userId } = caller
        const keyId = params.tokenId
        const removed = await accounts.apiKeys.removePersonal({ workspaceId, userId, keyId })
        credentials.forget()
        if (!removed) throw notFound('token', keyId)
        await recordAction(dependencies, caller, 'token.deleted', keyId)
        return okDeleted(keyId)
      },
    }),
  ]
}
