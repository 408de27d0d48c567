import type { MessageRecord } from '@parley/runtime/pipeline'
import type { Content } from '@parley/shared'
import type { z } from 'zod'
import type { Caller } from '../../auth/caller.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError, notFound } from '../../errors.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { readIdempotencyKey } from '../../http/idempotencyKey.ts'
import { defined } from '../../http/validate.ts'
import { findMessage } from '../../messages/findMessage.ts'
import { fillStoredTemplate } from '../../templates/fillStoredTemplate.ts'
import { whautoChat } from './dialect.ts'
import { presentResult, presentScheduled, presentSent } from './present.ts'
import {
  buttonsRequest,
  type EveryRequest,
  elementsRequest,
  mediaRequest,
  messageResponse,
  scheduledQuery,
  scheduledResponse,
  sendResponse,
  templateRequest,
  textRequest,
} from './schema.ts'
import { type Channel, send } from './send.ts'
import { toChoices, toElements, toMedia, toTemplate } from './toOutbound.ts'

const ACCESS = { to: 'member', role: 'agent', numberKeys: 'allowed', scope: 'send' } as const

/** WhautoChat's Messages API, with what it has no words for: messages that wait for their time, and calling them off. */
export function whautoChatEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { pipeline, store } = dependencies

  const sends = <Body extends z.ZodType<EveryRequest>>(
    channel: Channel,
    kind: 'text' | 'media' | 'template',
    body: Body,
    toContents: (
      body: z.output<Body>,
      caller: Caller,
    ) => readonly Content[] | Promise<readonly Content[]>,
  ): Endpoint =>
    defineEndpoint({
      method: 'post',
      path: `/v1/messages/${channel}/send${kind}`,
      summary: `Sends a ${kind === 'media' ? 'file' : kind} by ${NAMES[channel]}`,
      answer: sendResponse,
      access: ACCESS,
      dialect: whautoChat,
      body,
      handle: async ({ caller, body, request }) => {
        const [first, ...others] = await toContents(body, caller)
        if (!first) throw new Error(`${channel} ${kind} became no message`)
        const contents = [first, ...others] as const
        const idempotencyKey = readIdempotencyKey(request)
        const sent = await send(dependencies, caller, { channel, body, contents, idempotencyKey })
        return presentSent(sent)
      },
    })

  const sendsText = (channel: Channel) =>
    sends(channel, 'text', textRequest, ({ textMessage }) => [{ type: 'text', text: textMessage }])
  const sendsMedia = (channel: Channel) =>
    sends(channel, 'media', mediaRequest, (body) => [toMedia(body, channel)])
  const sendsElements = (channel: Channel) =>
    sends(channel, 'template', elementsRequest, ({ elements }) => toElements(elements))

  async function findOutbound(caller: Caller, messageId: string): Promise<MessageRecord> {
    const message = await findMessage(dependencies, caller, messageId)
    if (message.direction === 'outbound') return message
    throw notFound('message', messageId)
  }

  return [
    sendsText('whatsapp'),
    sendsMedia('whatsapp'),
    sends('whatsapp', 'template', templateRequest, async (body, { workspaceId }) => [
      await fillStoredTemplate(dependencies, workspaceId, toTemplate(body)),
    ]),
    sendsText('messenger'),
    sendsMedia('messenger'),
    sendsElements('messenger'),
    sendsText('instagram'),
    sendsMedia('instagram'),
    sendsElements('instagram'),
    sendsText('telegram'),
    sendsMedia('telegram'),
    sends('telegram', 'template', buttonsRequest, ({ textMessage, buttons }) => [
      toChoices({ text: textMessage, buttons, field: 'buttons' }),
    ]),
    defineEndpoint({
      method: 'get',
      path: '/v1/messages/scheduled',
      summary: 'Lists the messages that wait for their time, the next one first',
      answer: scheduledResponse,
      access: { ...ACCESS, role: 'viewer', scope: 'read' },
      dialect: whautoChat,
      query: scheduledQuery,
      handle: async ({ caller, query }) => {
        const { workspaceId } = caller
        const { items: all } = await store.numbers.list({ workspaceId, limit: 1_000 })
        const numbers = all.filter(({ id }) => caller.numberId === null || id === caller.numberId)
        const page = await store.messages.listScheduled({
          numberIds: numbers.map(({ id }) => id),
          ...defined(query),
        })
        const contactIds = page.items.map(({ contactId }) => contactId)
        const contacts = await store.contacts.listByIds(workspaceId, contactIds)
        const messages = page.items.map((message) =>
          presentScheduled(message, {
            contact: contacts.find(({ id }) => id === message.contactId),
            number: numbers.find(({ id }) => id === message.numberId),
          }),
        )
        return { messages, pagination: { next: page.nextCursor } }
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/v1/messages/:messageId',
      summary: 'Shows how far a message has got',
      answer: messageResponse,
      access: { ...ACCESS, role: 'viewer', scope: 'read' },
      dialect: whautoChat,
      handle: async ({ caller, params }) =>
        presentResult(await findOutbound(caller, params.messageId)),
    }),
    defineEndpoint({
      method: 'delete',
      path: '/v1/messages/:messageId',
      summary: 'Calls off a message that is scheduled or still queued',
      answer: messageResponse,
      access: ACCESS,
      dialect: whautoChat,
      handle: async ({ caller, params }) => {
        const { id } = await findOutbound(caller, params.messageId)
        if (!(await pipeline.cancel(caller.workspaceId, id))) {
          throw new ApiError('CONFLICT', 'It is too late: the message is not in the queue any more')
        }
        return presentResult(await findOutbound(caller, id))
      },
    }),
  ]
}

const NAMES: Readonly<Record<Channel, string>> = {
  whatsapp: 'WhatsApp',
  messenger: 'Messenger',
  instagram: 'Instagram',
  telegram: 'Telegram',
}
