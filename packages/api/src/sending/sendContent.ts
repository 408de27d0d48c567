import type { NumberRecord, SendResult } from '@parley/runtime/pipeline'
import type { Content } from '@parley/shared'
import { type Caller, keyIdOf } from '../auth/caller.ts'
import type { RouteDependencies } from '../dependencies.ts'
import { invalidField } from '../errors.ts'
import { requireMedia } from '../media/requireMedia.ts'

export interface ContentToSend {
  readonly number: NumberRecord
  /** Phone digits (with or without +), a channel address, or `conversation:<id>`. */
  readonly to: string
  readonly content: Content
  /** Folder name of the dialect that asks. */
  readonly dialect: string
  /** What happens while the number is not connected: products differ. */
  readonly whenOffline: 'queue' | 'reject'
  /** Our id, or the platform's, of the message that this one quotes. */
  readonly quoted?: string | undefined
  /** Epoch milliseconds; now when absent. */
  readonly scheduledAt?: number | undefined
  readonly idempotencyKey?: string | undefined
}

/**
 * Hands what a program wants to send to the one pipeline.
 *
 * @throws {ApiError} 422 for uploads and quotes that are not there
 * @throws {InputError} as the pipeline's `send` does
 */
export async function sendContent(
  dependencies: RouteDependencies,
  { workspaceId, identity }: Caller,
  request: ContentToSend,
): Promise<SendResult> {
  const { number, to, content, dialect, whenOffline, quoted, scheduledAt, idempotencyKey } = request
  await requireMedia(dependencies, workspaceId, content)
  return dependencies.pipeline.send({
    workspaceId,
    numberId: number.id,
    to,
    content,
    source: { type: 'api', dialect, keyId: keyIdOf(identity) ?? '' },
    whenOffline,
    ...(quoted !== undefined && {
      quotedMessageId: await findQuoted(dependencies, number.id, quoted),
    }),
    ...(scheduledAt !== undefined && { scheduledAt }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  })
}

/** Our id of the quoted message, which may be named by the platform's id as well. */
async function findQuoted(
  { store }: RouteDependencies,
  numberId: string,
  quoted: string,
): Promise<string> {
  const message =
    (await store.messages.find(quoted)) ?? (await store.messages.findByChannelId(numberId, quoted))
  if (message?.numberId === numberId) return message.id
  throw invalidField('quoted', 'names no message of this number')
}
