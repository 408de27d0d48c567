import type { ApiKeyRecord } from '@parley/runtime/store'
import type { Request, Response } from 'express'
import { ApiError, notFound, unauthorized } from '../errors.ts'
import type { Credentials } from './Credentials.ts'
import type { Caller, Identity } from './caller.ts'
import type { Logins } from './Logins.ts'

export interface Authentication {
  readonly credentials: Credentials
  readonly logins: Logins
}

/**
 * Who sends this request. A credential in a header wins over the cookie, and one that is wrong is refused even if the
 * cookie would be right: whoever sends a key wants to know that it does not work.
 *
 * @throws {ApiError} 401 without a valid credential.
 */
export async function identify(
  { credentials, logins }: Authentication,
  request: Request,
  response: Response,
): Promise<Identity> {
  const personalToken = request.headers['x-api-token']
  if (typeof personalToken === 'string') {
    return credentials.identifyKey(personalToken.trim(), {
      kinds: ['personal'],
      where: 'X-API-Token',
    })
  }
  const apiKey = request.headers['x-api-key']
  if (typeof apiKey === 'string') {
    return credentials.identifyKey(apiKey.trim(), { kinds: SHARED_KINDS, where: 'X-API-Key' })
  }
  const bearer = readBearer(request)
  if (bearer !== undefined) {
    return credentials.identifyKey(bearer, { kinds: SHARED_KINDS, where: 'Authorization: Bearer' })
  }
  const login = await logins.identify(request, response)
  if (login) return login
  throw unauthorized('Log in, or send X-API-Token, X-API-Key or Authorization: Bearer')
}

/** Kinds of keys that are not a person's. */
export const SHARED_KINDS: readonly ApiKeyRecord['kind'][] = ['number', 'workspace']

/**
 * The key after `Authorization: Bearer`; undefined without such a header.
 *
 * @throws {ApiError} 401 when the header says something else.
 */
export function readBearer({ headers }: Request): string | undefined {
  const { authorization } = headers
  if (authorization === undefined) return undefined
  const bearer = /^Bearer +(\S+)\s*$/i.exec(authorization)?.[1]
  if (bearer !== undefined) return bearer
  throw unauthorized('Send Authorization: Bearer <key>')
}

/**
 * What somebody may do in the workspace that the request is about: the one in its path, or the one named by
 * X-Workspace-Id or `?workspaceId`, or that of the key, or the person's first.
 *
 * @throws {ApiError} 404 for workspaces that they do not belong to, as for those that do not exist.
 */
export async function callerOf(
  { credentials }: Authentication,
  identity: Identity,
  request: Request,
): Promise<Caller> {
  const { userId } = identity
  const asked = askedWorkspace(request)
  if (identity.type === 'numberKey' || identity.type === 'workspaceKey') {
    const { workspaceId, numberId } = identity.key
    if (asked !== undefined && asked !== workspaceId) throw notFound('workspace', asked)
    return { identity, userId, workspaceId, role: KEY_ROLES[identity.type], numberId }
  }
  const workspaceId =
    identity.type === 'personalToken'
      ? identity.key.workspaceId
      : (asked ?? (await credentials.findFirstWorkspace(userId)))
  if (workspaceId === null) {
    throw new ApiError('FORBIDDEN', 'You do not belong to a workspace. Ask an owner to invite you')
  }
  if (asked !== undefined && asked !== workspaceId) throw notFound('workspace', asked)
  const role = await credentials.findRole(workspaceId, userId)
  if (role) return { identity, userId, workspaceId, role, numberId: null }
  if (identity.type === 'personalToken') {
    throw unauthorized('The owner of this token has left the workspace')
  }
  throw notFound('workspace', workspaceId)
}

/** What keys may do where their scopes allow it. */
const KEY_ROLES = { numberKey: 'agent', workspaceKey: 'editor' } as const

const askedWorkspace = ({ params, headers, query }: Request): string | undefined =>
  [params.workspaceId, headers['x-workspace-id'], query.workspaceId].find(
    (asked) => typeof asked === 'string',
  )
