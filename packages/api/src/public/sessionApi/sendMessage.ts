import type { Content } from '@parley/shared'
import { type Caller, keyIdOf } from '../../auth/caller.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { invalidField } from '../../errors.ts'
import { requireMedia } from '../../media/requireMedia.ts'
import { findNumber } from '../../numbers/findNumber.ts'
import { fillStoredTemplate } from '../../templates/fillStoredTemplate.ts'
import { presentSent } from './present.ts'
import type { SendMessageRequest } from './schema.ts'
import { type Outbound, toOutbound } from './toOutbound.ts'

/** Sends through the one pipeline. A number that is not connected refuses, as the session API has it. */
export async function sendMessage(
  dependencies: RouteDependencies,
  caller: Caller,
  numberId: string,
  { body, idempotencyKey }: { body: SendMessageRequest; idempotencyKey: string | undefined },
) {
  const number = await findNumber(dependencies, caller, numberId)
  const content = await toContent(dependencies, caller, toOutbound(body))
  await requireMedia(dependencies, caller.workspaceId, content)
  const quoted = body.quoted ?? body.replyTo
  const { message } = await dependencies.pipeline.send({
    workspaceId: caller.workspaceId,
    numberId: number.id,
    to: body.to,
    content,
    source: { type: 'api', dialect: 'sessionApi', keyId: keyIdOf(caller.identity) ?? '' },
    whenOffline: 'reject',
    ...(quoted !== undefined && {
      quotedMessageId: await findQuoted(dependencies, number.id, quoted),
    }),
    ...(body.scheduledAt !== undefined && { scheduledAt: Date.parse(body.scheduledAt) }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  })
  return presentSent(message)
}

function toContent(
  dependencies: RouteDependencies,
  { workspaceId }: Caller,
  outbound: Outbound,
): Promise<Content> {
  if (outbound.type === 'content') return Promise.resolve(outbound.content)
  return fillStoredTemplate(dependencies, workspaceId, outbound)
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
