import type { Request, Response } from 'express'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError, unauthorized } from '../../errors.ts'
import type { Dialect, DialectError } from '../../http/dialect.ts'
import { refusal } from './answers.ts'

/** The texts are the service's own: clients compare them. */
const WRONG_TOKEN = 'Wrong token. Please provide token as a GET parameter.'
const NO_INSTANCE = 'Instance not found'

export interface InstanceDialectOptions {
  /** Where the method is: at `/instance{id}/…`, or at the root for whoever sends a token. */
  readonly place: 'instance' | 'root'
  /** Methods that do something to others answer what is wrong with a request as `{ [doneKey]: false, message }`. */
  readonly doneKey?: 'sent' | 'created' | 'read' | undefined
  readonly readBody?: ((request: Request, response: Response) => Promise<unknown>) | undefined
}

/** The instance API: a token in the query, errors as `{ error }`. */
export function instanceDialect(
  { accounts }: Pick<RouteDependencies, 'accounts'>,
  { place, doneKey, readBody }: InstanceDialectOptions,
): Dialect {
  /** The number that the path names. @throws {ApiError} 404 */
  async function numberInPath(instanceId: string): Promise<string> {
    const isId = /^[1-9]\d{0,9}$/.test(instanceId)
    const key = isId ? await accounts.apiKeys.findInstance(Number(instanceId)) : null
    if (key?.numberId) return key.numberId
    throw new ApiError('SESSION_NOT_FOUND', NO_INSTANCE)
  }

  return {
    async identify(credentials, request) {
      const { instanceId } = request.params
      const numberId = typeof instanceId === 'string' ? await numberInPath(instanceId) : null
      const { token } = request.query
      if (typeof token !== 'string' || token === '') throw unauthorized(WRONG_TOKEN)
      const identity = await credentials
        .identifyKey(token.trim(), { kinds: ['number'], where: '?token=' })
        .catch((error: unknown) => {
          // Unknown, expired, of another kind: this product has one answer to all of them.
          throw error instanceof ApiError ? unauthorized(WRONG_TOKEN) : error
        })
      const isItsOwn =
        identity.type === 'numberKey' &&
        (numberId ?? identity.key.numberId) === identity.key.numberId
      if (!isItsOwn) throw unauthorized(WRONG_TOKEN)
      return identity
    },
    limits: (identity) =>
      identity.type === 'numberKey' && identity.key.numberId !== null
        ? [{ rule: 'instanceApi', subject: identity.key.numberId }]
        : [],
    error: refusal,
    presentError: (error) => presentError(error, doneKey),
    ...(readBody && { readBody }),
    ...(place === 'root' && { claims: ({ query }: Request) => query.token !== undefined }),
  }
}

function presentError(
  { code, status, message }: ApiError,
  doneKey: InstanceDialectOptions['doneKey'],
): DialectError {
  const isWrong = code === 'VALIDATION_ERROR'
  // A body that nobody can read is no request at all.
  const isUnreadable = isWrong && status === 400
  if (doneKey !== undefined && !isUnreadable && (isWrong || code === 'SESSION_DISCONNECTED')) {
    return { status: 200, body: { [doneKey]: false, message } }
  }
  return { status: isWrong ? 400 : status, body: { error: message } }
}
