import type { ApiKeyRecord } from '@parley/runtime/store'
import * as shapes from '@parley/shared/api'
import { createKeyRequest, rotateKeyRequest } from '@parley/shared/api'
import { z } from 'zod'
import type { Caller } from '../../auth/caller.ts'
import { type IssuedKey, issueKey } from '../../auth/issueKey.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError, notFound } from '../../errors.ts'
import { ok, okDeleted, okList } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { findNumber } from '../../numbers/findNumber.ts'
import { recordAction } from '../auditLog/recordAction.ts'
import { presentKey } from './present.ts'

const ACCESS = { to: 'member', role: 'editor', only: 'people' } as const
const listQuery = z.object({ numberId: z.string().max(200).optional() })

/** Keys for programs: of the workspace, and of single numbers. Only people manage them: a key makes no other key. */
export function keyEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { accounts, clock, credentials } = dependencies

  async function find({ workspaceId }: Caller, keyId: string): Promise<ApiKeyRecord> {
    const key = await accounts.apiKeys.findShared(workspaceId, keyId)
    if (key) return key
    throw notFound('key', keyId)
  }

  const presentIssued = ({ key, secret }: IssuedKey) => ok({ ...presentKey(key), key: secret })

  return [
    defineEndpoint({
      method: 'post',
      path: '/api/v1/keys',
      summary: 'Makes a key of the workspace or of one number; it is shown only now',
      answer: shapes.answer(shapes.createdKey),
      access: ACCESS,
      body: createKeyRequest,
      status: 201,
      handle: async ({ caller, body }) => {
        const { numberId, expiresAt, ...wanted } = body
        if (numberId !== undefined) await findNumber(dependencies, caller, numberId)
        const issued = await issueKey(dependencies, {
          ...wanted,
          workspaceId: caller.workspaceId,
          userId: caller.userId,
          kind: numberId === undefined ? 'workspace' : 'number',
          numberId: numberId ?? null,
          expiresAt: expiresAt === undefined ? null : Date.parse(expiresAt),
        })
        await recordAction(dependencies, caller, 'key.created', issued.key.id)
        return presentIssued(issued)
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/keys',
      summary: 'Lists the keys of the workspace and of its numbers, oldest first',
      answer: shapes.page(shapes.apiKey),
      access: ACCESS,
      query: listQuery,
      handle: async ({ caller, query }) => {
        const keys = await accounts.apiKeys.listShared(caller.workspaceId, query.numberId)
        return okList(keys.map(presentKey))
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/keys/:keyId/rotate',
      summary: 'Makes a new key in the place of an old one, which goes on working for a while',
      answer: shapes.answer(shapes.createdKey),
      access: ACCESS,
      body: rotateKeyRequest,
      status: 201,
      handle: async ({ caller, params, body }) => {
        const old = await find(caller, params.keyId)
        const now = clock.now()
        if (old.expiresAt !== null && old.expiresAt <= now) {
          throw new ApiError('CONFLICT', 'This key has expired. Make a new one')
        }
        const { workspaceId, kind, numberId, name, scopes, purpose, instanceId } = old
        const issued = await issueKey(dependencies, {
          workspaceId,
          kind,
          numberId,
          name,
          scopes,
          purpose,
          instanceId,
          userId: caller.userId,
          expiresAt: old.expiresAt,
        })
        const overlapEnds = now + body.overlapSeconds * 1_000
        await accounts.apiKeys.retire(old.id, Math.min(old.expiresAt ?? overlapEnds, overlapEnds))
        credentials.forget()
        await recordAction(dependencies, caller, 'key.rotated', old.id)
        return presentIssued(issued)
      },
    }),
    defineEndpoint({
      method: 'delete',
      path: '/api/v1/keys/:keyId',
      summary: 'Revokes a key at once',
      answer: shapes.answer(shapes.deleted),
      access: ACCESS,
      handle: async ({ caller, params }) => {
        const { id } = await find(caller, params.keyId)
        await accounts.apiKeys.removeShared(caller.workspaceId, id)
        credentials.forget()
        await recordAction(dependencies, caller, 'key.deleted', id)
        return okDeleted(id)
      },
    }),
  ]
}
