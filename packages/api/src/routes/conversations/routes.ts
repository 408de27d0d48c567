import type { ConversationRecord } from '@parley/runtime/pipeline'
import * as shapes from '@parley/shared/api'
import {
  answerConversationRequest,
  listConversationsQuery,
  pageQuery,
  takeOverRequest,
} from '@parley/shared/api'
import type { RouteDependencies } from '../../dependencies.ts'
import { invalidField, notFound } from '../../errors.ts'
import { ok, okPage } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { readIdempotencyKey } from '../../http/idempotencyKey.ts'
import { defined } from '../../http/validate.ts'
import { requireMedia } from '../../media/requireMedia.ts'
import { settle } from '../../settle.ts'
import { presentMessage } from '../messages/present.ts'
import { presentConversation } from './present.ts'

const READ = { to: 'member', role: 'viewer' } as const
const CONVERSE = { to: 'member', role: 'agent' } as const

export function conversationEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { accounts, live, pipeline, store } = dependencies

  async function find(workspaceId: string, conversationId: string): Promise<ConversationRecord> {
    const conversation = await store.conversations.find(conversationId)
    if (conversation?.workspaceId === workspaceId) return conversation
    throw notFound('conversation', conversationId)
  }

  async function present(conversations: readonly ConversationRecord[]) {
    const [first] = conversations
    if (!first) return []
    const contacts = await store.contacts.listByIds(
      first.workspaceId,
      conversations.map(({ contactId }) => contactId),
    )
    const contactById = new Map(contacts.map((contact) => [contact.id, contact]))
    return conversations.map((each) => presentConversation(each, contactById.get(each.contactId)))
  }

  async function presentOne(workspaceId: string, conversationId: string) {
    const [presented] = await present([await find(workspaceId, conversationId)])
    return ok(presented)
  }

  return [
    defineEndpoint({
      method: 'get',
      path: '/api/v1/conversations',
      summary: 'Lists conversations, those with the newest message first',
      answer: shapes.page(shapes.conversation),
      access: READ,
      query: listConversationsQuery,
      handle: async ({ caller, query }) => {
        const { handover, ...filter } = query
        const page = await store.conversations.list({
          workspaceId: caller.workspaceId,
          ...defined(filter),
          ...(handover !== undefined && { answeredBy: handover ? 'person' : 'flow' }),
        })
        return { ...ok(await present(page.items)), pagination: { next: page.nextCursor } }
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/conversations/:conversationId',
      summary: 'Shows a conversation',
      answer: shapes.answer(shapes.conversation),
      access: READ,
      handle: ({ caller, params }) => presentOne(caller.workspaceId, params.conversationId),
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/conversations/:conversationId/messages',
      summary: 'Lists the messages of a conversation, newest first',
      answer: shapes.page(shapes.message),
      access: READ,
      query: pageQuery,
      handle: async ({ caller, params, query }) => {
        const { workspaceId } = caller
        const { id: conversationId } = await find(workspaceId, params.conversationId)
        const filter = { workspaceId, conversationId, ...defined(query) }
        return okPage(await store.messages.list(filter), presentMessage)
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/conversations/:conversationId/messages',
      summary: 'A person answers',
      answer: shapes.answer(shapes.message),
      access: { ...CONVERSE, scope: 'send' },
      body: answerConversationRequest,
      status: 201,
      handle: async ({ caller, params, body, request }) => {
        const { workspaceId, userId } = caller
        const { id, numberId } = await find(workspaceId, params.conversationId)
        const { content, quotedMessageId, scheduledAt } = body
        await requireMedia(dependencies, workspaceId, content)
        if (quotedMessageId !== undefined) {
          const quoted = await store.messages.find(quotedMessageId)
          if (quoted?.conversationId !== id) {
            throw invalidField('quotedMessageId', 'names no message of this conversation')
          }
        }
        const idempotencyKey = readIdempotencyKey(request)
        const { message } = await pipeline.send({
          workspaceId,
          numberId,
          to: `conversation:${id}`,
          content,
          source: { type: 'person', userId },
          whenOffline: 'queue',
          ...defined({ quotedMessageId, idempotencyKey }),
          ...(scheduledAt !== undefined && { scheduledAt: Date.parse(scheduledAt) }),
        })
        return ok(presentMessage(message))
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/conversations/:conversationId/take-over',
      summary: 'Gives the conversation to a person; flows stay silent',
      answer: shapes.answer(shapes.conversation),
      access: CONVERSE,
      body: takeOverRequest,
      handle: async ({ caller, params, body }) => {
        const { workspaceId, userId } = caller
        const { conversationId } = params
        const to = body.to ?? (await accounts.users.find(userId))?.name ?? ''
        await pipeline.takeOver(workspaceId, conversationId, { to, note: body.note })
        return presentOne(workspaceId, conversationId)
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/conversations/:conversationId/resolve',
      summary: 'Gives the conversation back to the flows',
      answer: shapes.answer(shapes.conversation),
      access: CONVERSE,
      handle: async ({ caller, params }) => {
        const { workspaceId } = caller
        const { conversationId } = params
        await pipeline.resolveHandover(workspaceId, conversationId)
        await settle(
          () => find(workspaceId, conversationId),
          ({ handover }) => handover === null,
        )
        return presentOne(workspaceId, conversationId)
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/conversations/:conversationId/read',
      summary: 'Marks a conversation as seen',
      answer: shapes.answer(shapes.conversation),
      access: CONVERSE,
      handle: async ({ caller, params }) => {
        const { workspaceId } = caller
        const { conversationId } = params
        const isFound = await store.conversations.markRead(workspaceId, conversationId)
        if (!isFound) throw notFound('conversation', conversationId)
        live.publish(workspaceId, { type: 'conversation.updated', conversationId })
        return presentOne(workspaceId, conversationId)
      },
    }),
  ]
}
