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
    return credentials.identifyKey(personalToken.trim(), 'personal')
  }
  const { authorization } = request.headers
  if (authorization !== undefined) {
    const bearer = /^Bearer +(\S+)\s*$/i.exec(authorization)?.[1]
    if (bearer === undefined) throw unauthorized('Send Authorization: Bearer <key of the number>')
    return credentials.identifyKey(bearer, 'number')
  }
  const login = await logins.identify(request, response)
  if (login) return login
  throw unauthorized('Log in, or send X-API-Token or Authorization: Bearer')
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
  if (identity.type === 'numberKey') {
    const { workspaceId, numberId } = identity.key
    if (asked !== undefined && asked !== workspaceId) throw notFound('workspace', asked)
    return { identity, userId, workspaceId, role: 'agent', numberId }
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

const askedWorkspace = ({ params, headers, query }: Request): string | undefined =>
  [params.workspaceId, headers['x-workspace-id'], query.workspaceId].find(
    (asked) => typeof asked === 'string',
  )
