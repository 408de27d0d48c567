import * as shapes from '@parley/shared/api'
import { listMessagesQuery } from '@parley/shared/api'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError } from '../../errors.ts'
import { ok, okPage } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { defined } from '../../http/validate.ts'
import { clearQueue } from '../../messages/clearQueue.ts'
import { findMessage } from '../../messages/findMessage.ts'
import { findNumber } from '../../numbers/findNumber.ts'
import { recordAction } from '../auditLog/recordAction.ts'
import { presentMessage } from './present.ts'

export function messageEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { pipeline, store } = dependencies

  return [
    defineEndpoint({
      method: 'get',
      path: '/api/v1/messages',
      summary: 'Lists messages, newest first',
      answer: shapes.page(shapes.message),
      access: { to: 'member', role: 'viewer', numberKeys: 'allowed' },
      query: listMessagesQuery,
      handle: async ({ caller, query }) => {
        const { workspaceId, numberId } = caller
        const filter = { ...defined(query), ...(numberId !== null && { numberId }) }
        return okPage(await store.messages.list({ workspaceId, ...filter }), presentMessage)
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/messages/:messageId',
      summary: 'Shows a message and how far it has got',
      answer: shapes.answer(shapes.message),
      access: { to: 'member', role: 'viewer', numberKeys: 'allowed' },
      handle: async ({ caller, params }) =>
        ok(presentMessage(await findMessage(dependencies, caller, params.messageId))),
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/messages/:messageId/cancel',
      summary: 'Takes a message that is still queued out of the queue',
      answer: shapes.answer(shapes.message),
      access: { to: 'member', role: 'agent', numberKeys: 'allowed', scope: 'send' },
      handle: async ({ caller, params }) => {
        const { id } = await findMessage(dependencies, caller, params.messageId)
        if (!(await pipeline.cancel(caller.workspaceId, id))) {
          throw new ApiError('CONFLICT', 'It is too late: the message is not in the queue any more')
        }
        return ok(presentMessage(await findMessage(dependencies, caller, id)))
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/numbers/:numberId/queue/clear',
      summary: 'Cancels all that waits to be sent by a number, scheduled messages included',
      answer: shapes.answer(shapes.clearedQueue),
      access: { to: 'member', role: 'agent', numberKeys: 'allowed', scope: 'send' },
      handle: async ({ caller, params }) => {
        const number = await findNumber(dependencies, caller, params.numberId)
        const cancelled = await clearQueue(dependencies, number)
        await recordAction(dependencies, caller, 'queue.cleared', number.id)
        return ok({ cancelled })
      },
    }),
  ]
}
