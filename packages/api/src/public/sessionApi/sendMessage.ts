import type { Content } from '@parley/shared'
import type { Caller } from '../../auth/caller.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { findNumber } from '../../numbers/findNumber.ts'
import { sendContent } from '../../sending/sendContent.ts'
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
  const { message } = await sendContent(dependencies, caller, {
    number: await findNumber(dependencies, caller, numberId),
    to: body.to,
    content: await toContent(dependencies, caller, toOutbound(body)),
    dialect: 'sessionApi',
    whenOffline: 'reject',
    quoted: body.quoted ?? body.replyTo,
    scheduledAt: body.scheduledAt === undefined ? undefined : Date.parse(body.scheduledAt),
    idempotencyKey,
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
