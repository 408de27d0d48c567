import type { Content } from '@parley/shared'
import { type Conversation, conversation, type Message, message } from '@parley/shared/api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request, requestPage } from './client.ts'
import { randomId } from './randomId.ts'

const path = (conversationId: string) => `/conversations/${encodeURIComponent(conversationId)}`
const PAGE_SIZE = 50

export interface ConversationFilter {
  readonly numberId?: string | undefined
  readonly contactId?: string | undefined
  /** Only those that wait for a person. */
  readonly handover?: boolean | undefined
}

/** Newest first. */
export const conversationsQuery = (filter: ConversationFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ['conversations', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      requestPage(conversation, '/conversations', {
        query: { ...filter, cursor: pageParam, limit: PAGE_SIZE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

export const conversationQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ['conversations', 'one', conversationId],
    queryFn: ({ signal }) => loadConversation(conversationId, signal),
  })

export const loadConversation = (
  conversationId: string,
  signal?: AbortSignal,
): Promise<Conversation> => request(conversation, path(conversationId), { signal })

/** Messages of a thread, newest first: the first page is what one sees on opening it. */
export const threadQuery = (conversationId: string) =>
  infiniteQueryOptions({
    queryKey: ['messages', conversationId],
    queryFn: ({ signal, pageParam }) =>
      requestPage(message, `${path(conversationId)}/messages`, {
        query: { cursor: pageParam, limit: PAGE_SIZE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

/** A person answers. A repeat after a lost answer cannot send twice: it carries the same key. */
export const answerConversation = (
  conversationId: string,
  body: { content: Content; quotedMessageId?: string },
  idempotencyKey: string = randomId(),
): Promise<Message> =>
  request(message, `${path(conversationId)}/messages`, {
    method: 'POST',
    body,
    headers: { 'Idempotency-Key': idempotencyKey },
  })

export const takeOver = (conversationId: string): Promise<Conversation> =>
  request(conversation, `${path(conversationId)}/take-over`, { method: 'POST', body: {} })

/** Gives the conversation back to the bot. */
export const resolveConversation = (conversationId: string): Promise<Conversation> =>
  request(conversation, `${path(conversationId)}/resolve`, { method: 'POST' })

export const markRead = (conversationId: string): Promise<Conversation> =>
  request(conversation, `${path(conversationId)}/read`, { method: 'POST' })

/** A contact's newest conversation, on whichever number; null when there is none. */
export async function findConversationOf(contactId: string): Promise<Conversation | null> {
  const { items } = await requestPage(conversation, '/conversations', {
    query: { contactId, limit: 1 },
  })
  return items[0] ?? null
}
