import type { MessageRecord } from '@parley/runtime/pipeline'
import type { Caller } from '../auth/caller.ts'
import type { RouteDependencies } from '../dependencies.ts'
import { notFound } from '../errors.ts'

/**
 * A message of the caller's workspace; for the key of a number, only of that number.
 *
 * @throws {ApiError} 404
 */
export async function findMessage(
  { store }: Pick<RouteDependencies, 'store'>,
  { workspaceId, numberId }: Pick<Caller, 'workspaceId' | 'numberId'>,
  messageId: string,
): Promise<MessageRecord> {
  const message = await store.messages.find(messageId)
  const isMine =
    message?.workspaceId === workspaceId && (numberId === null || message.numberId === numberId)
  if (message && isMine) return message
  throw notFound('message', messageId)
}
