import { newId } from '@parley/runtime/pipeline'
import type { ApiKeyRecord } from '@parley/runtime/store'
import { createTokenRequest } from '@parley/shared/api'
import { hashSecret, newSecret, PERSONAL_TOKEN_PREFIX, visiblePrefix } from '../../auth/secrets.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { invalidField, notFound } from '../../errors.ts'
import { ok, okDeleted, okList } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { recordAction } from '../auditLog/recordAction.ts'
import { presentToken } from './present.ts'

export function tokenEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { accounts, clock, credentials } = dependencies
  return [
    defineEndpoint({
      method: 'post',
      path: '/api/v1/tokens',
      summary: 'Makes a personal token; it is shown only now',
      access: { to: 'member', role: 'viewer' },
      body: createTokenRequest,
      status: 201,
      handle: async ({ caller, body }) => {
        const createdAt = clock.now()
        const expiresAt = body.expiresAt === undefined ? null : Date.parse(body.expiresAt)
        if (expiresAt !== null && expiresAt <= createdAt) {
          throw invalidField('expiresAt', 'must be in the future')
        }
        const token = newSecret(PERSONAL_TOKEN_PREFIX)
        const key: ApiKeyRecord = {
          id: newId('key'),
          workspaceId: caller.workspaceId,
          kind: 'personal',
          userId: caller.userId,
          numberId: null,
          name: body.name,
          hash: hashSecret(token),
          prefix: visiblePrefix(token, PERSONAL_TOKEN_PREFIX),
          createdAt,
          lastUsedAt: null,
          expiresAt,
        }
        await accounts.apiKeys.insert(key)
        await recordAction(dependencies, caller, 'token.created', key.id)
        return ok({ ...presentToken(key), token })
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/tokens',
      summary: 'Lists your personal tokens in this workspace',
      access: { to: 'member', role: 'viewer' },
      handle: async ({ caller }) => {
        const keys = await accounts.apiKeys.listPersonal(caller.workspaceId, caller.userId)
        return okList(keys.map(presentToken))
      },
    }),
    defineEndpoint({
      method: 'delete',
      path: '/api/v1/tokens/:tokenId',
      summary: 'Revokes a personal token at once',
      access: { to: 'member', role: 'viewer' },
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
