import { conversationIdOf, type MessageRecord, newId } from '@parley/runtime/pipeline'
import * as shapes from '@parley/shared/api'
import {
  changeSandboxRequest,
  sandboxInboundRequest,
  sandboxOutboxQuery,
  sandboxStatusRequest,
} from '@parley/shared/api'
import type { Caller } from '../../auth/caller.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError, invalidField, notFound } from '../../errors.ts'
import { ok } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { findNumber } from '../../numbers/findNumber.ts'
import { changeSandbox } from '../../numbers/sandboxSettings.ts'
import { resolveTap } from '../../sandbox/resolveTap.ts'
import { toInboundContent } from '../../sandbox/toInboundContent.ts'
import { presentNumber } from '../numbers/present.ts'
import { presentOutboxMessage } from './present.ts'

/** Not rate-limited: they exist for tests, and reach no platform. */
const ACCESS = { to: 'member', role: 'agent', rateLimit: 'own' } as const
/** A tap is looked for in this many of the newest messages to the customer. */
const RECENT_MESSAGES = 20
/** What the customer's phone has shown. */
const RECEIVED: ReadonlySet<string> = new Set(['sent', 'delivered', 'read'])

export function sandboxEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { channels, clock, pipeline, store } = dependencies

  async function findSandbox(caller: Caller, numberId: string) {
    const number = await findNumber(dependencies, caller, numberId)
    if (number.channel === 'sandbox') return number
    throw new ApiError('SESSION_NOT_FOUND', `${number.name} is not a sandbox number`)
  }

  function toAddress(field: string, value: string | number) {
    const sandbox = channels.find(({ type }) => type === 'sandbox')
    const address = sandbox?.resolveAddress(String(value))
    if (address) return address
    throw invalidField(field, 'must be a phone number (digits, with or without +) or a group id')
  }

  /** Who writes, and where: alone, or as a member of a group. */
  function toSender(from: string | number, group: string | undefined) {
    const sender = toAddress('from', from)
    if (group === undefined) return sender
    const { address, isGroup } = toAddress('group', group)
    if (!isGroup) throw invalidField('group', 'must be a group id, …@g.us')
    return { address, aliases: sender.aliases, isGroup }
  }

  /** The conversation with whoever `to` is; null when there never was one. */
  async function findConversationId(workspaceId: string, numberId: string, to: string) {
    const { address, aliases, isGroup } = toAddress('to', to)
    if (isGroup) return conversationIdOf(numberId, { group: address })
    const phone = aliases[0]?.replace(/^phone:/, '') ?? ''
    const contact = await store.contacts.findByPhone(workspaceId, phone)
    return contact && conversationIdOf(numberId, { contactId: contact.id })
  }

  return [
    defineEndpoint({
      method: 'post',
      path: '/api/v1/sandbox/:numberId/inbound',
      summary: 'A customer writes to a sandbox number',
      answer: shapes.sandboxInbound,
      access: ACCESS,
      body: sandboxInboundRequest,
      handle: async ({ caller, params, body }) => {
        const { workspaceId, id: numberId } = await findSandbox(caller, params.numberId)
        const { address, aliases, isGroup } = toSender(body.from, body.group)
        const content = toInboundContent(body.content)
        const { quotedMessageId } = body
        const quoted =
          quotedMessageId === undefined ? null : await store.messages.find(quotedMessageId)
        const received = await pipeline.receive(numberId, {
          channelMessageId: body.messageId ?? newId('in'),
          aliases,
          address,
          isGroup,
          at: clock.now(),
          content:
            content.type === 'tap'
              ? resolveTap(content, await recentTo(workspaceId, numberId, address))
              : content,
          ...(body.name !== undefined && { name: body.name }),
          ...(body.language !== undefined && { language: body.language }),
          ...(quoted?.channelMessageId && { quotedChannelMessageId: quoted.channelMessageId }),
        })
        return { success: true, messageId: received.messageId, isNew: received.isNew }
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/sandbox/:numberId/outbox',
      summary: 'What the customers of a sandbox number have received, oldest first',
      answer: shapes.sandboxOutbox,
      access: { ...ACCESS, role: 'viewer' },
      query: sandboxOutboxQuery,
      handle: async ({ caller, params, query }) => {
        const { workspaceId, id: numberId } = await findSandbox(caller, params.numberId)
        const conversationId =
          query.to === undefined
            ? undefined
            : await findConversationId(workspaceId, numberId, query.to)
        if (conversationId === null) return presentOutbox([], null)
        const page = await store.messages.list({
          workspaceId,
          numberId,
          direction: 'outbound',
          sequence: 'oldestFirst',
          limit: query.limit,
          ...(conversationId !== undefined && { conversationId }),
          ...(query.cursor !== undefined && { cursor: query.cursor }),
        })
        return presentOutbox(page.items, page.nextCursor)
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/sandbox/:numberId/status',
      summary: 'Moves the status of a sent message on, as a platform would report it',
      answer: shapes.answer(shapes.sandboxStatus),
      access: ACCESS,
      body: sandboxStatusRequest,
      handle: async ({ caller, params, body }) => {
        const { id: numberId } = await findSandbox(caller, params.numberId)
        const { messageId, status, reason } = body
        const message =
          (await store.messages.find(messageId)) ??
          (await store.messages.findByChannelId(numberId, messageId))
        if (message?.numberId !== numberId || message.direction !== 'outbound') {
          throw notFound('message', messageId)
        }
        const changed = await pipeline.applyStatus(numberId, {
          channelMessageId: message.channelMessageId ?? '',
          status,
          at: clock.now(),
          ...(status === 'failed' && {
            failure: { failureClass: 'invalid', message: reason ?? 'Failed by the sandbox' },
          }),
        })
        return ok({ messageId: message.id, status: (changed ?? message).status })
      },
    }),
    defineEndpoint({
      method: 'patch',
      path: '/api/v1/sandbox/:numberId',
      summary: 'Changes how a sandbox number behaves',
      answer: shapes.answer(shapes.number).extend(shapes.sandboxSettings.shape),
      access: ACCESS,
      body: changeSandboxRequest,
      handle: async ({ caller, params, body }) => {
        const number = await findSandbox(caller, params.numberId)
        const changed = await changeSandbox(dependencies, number, body)
        const presented = presentNumber(changed, undefined)
        return { ...ok(presented), ...presented.sandbox }
      },
    }),
  ]

  async function recentTo(workspaceId: string, numberId: string, to: string) {
    const conversationId = await findConversationId(workspaceId, numberId, to)
    if (conversationId === null) return []
    const { items } = await store.messages.list({
      workspaceId,
      conversationId,
      direction: 'outbound',
      limit: RECENT_MESSAGES,
    })
    return items.map(({ content, renderedAs }) => ({
      // What was sent may have become numbered text; the options are still those of the content.
      shown: [...(renderedAs ?? []), presentable(content)].flatMap((each) => each ?? []),
    }))
  }
}

const presentable = (content: MessageRecord['content']) =>
  content.type === 'tap' || content.type === 'pollVote' || content.type === 'unsupported'
    ? null
    : content

const presentOutbox = (messages: readonly MessageRecord[], next: string | null) => ({
  success: true,
  messages: messages.filter(({ status }) => RECEIVED.has(status)).map(presentOutboxMessage),
  pagination: { next },
})
