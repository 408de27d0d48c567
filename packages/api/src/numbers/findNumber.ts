import type { NumberRecord } from '@parley/runtime/pipeline'
import type { Caller } from '../auth/caller.ts'
import type { RouteDependencies } from '../dependencies.ts'
import { ApiError } from '../errors.ts'

/**
 * A number of the caller's workspace; for the key of a number, only that number.
 *
 * @throws {ApiError} 404, for numbers of others as for those that do not exist.
 */
export async function findNumber(
  { store }: Pick<RouteDependencies, 'store'>,
  caller: Pick<Caller, 'workspaceId' | 'numberId'>,
  numberId: string,
): Promise<NumberRecord> {
  const isMine = caller.numberId === null || caller.numberId === numberId
  const number = isMine ? await store.numbers.find(numberId) : null
  if (number?.workspaceId === caller.workspaceId) return number
  throw numberNotFound(numberId)
}

export const numberNotFound = (numberId: string): ApiError =>
  new ApiError('SESSION_NOT_FOUND', `There is no number ${numberId.slice(0, 64)}`)
