import type { ConnectedNumber, Conversation, LiveEventBody, Message } from '@parley/shared/api'
import type { QueryClient } from '@tanstack/react-query'
import { type ConversationFilter, conversationQuery, threadQuery } from './conversations.ts'
import { numbersQuery } from './numbers.ts'
import { type Pages, putSorted, removeItem, replaceItem } from './pages.ts'

/** Writes what a live event says into the caches, so that every page that shows it is up to date. */
export function applyLiveEvent(client: QueryClient, event: LiveEventBody): void {
  switch (event.type) {
    case 'message.received':
    case 'message.queued':
    case 'message.updated':
      putMessage(client, event.message)
      return
    case 'number.updated':
      client.setQueryData(numbersQuery.queryKey, (numbers) =>
        numbers?.map(
          (number): ConnectedNumber =>
            number.id === event.numberId
              ? { ...number, status: event.status, statusReason: event.reason }
              : number,
        ),
      )
      void client.invalidateQueries({ queryKey: ['pairing', event.numberId] })
      // Its phone number is known from now on, and the event does not tell it.
      if (event.status === 'connected') {
        void client.invalidateQueries({ queryKey: numbersQuery.queryKey })
      }
      return
    case 'flow.updated':
      void client.invalidateQueries({ queryKey: ['flows', 'list'] })
      void client.invalidateQueries({ queryKey: ['flows', 'one', event.flowId] })
      void client.invalidateQueries({ queryKey: ['flows', 'summary', event.flowId] })
      // The list only: a version itself never changes.
      void client.invalidateQueries({ queryKey: ['flowVersions', event.flowId], exact: true })
      void client.invalidateQueries({ queryKey: ['scheduledPublishes', event.flowId] })
      return
    case 'contact.updated':
      void client.invalidateQueries({ queryKey: ['contacts', 'list'] })
      void client.invalidateQueries({ queryKey: ['contacts', 'one', event.contactId] })
      return
    case 'conversation.updated':
      // The event carries an id only; connectLive loads the conversation and calls putConversation.
      return
    case 'reset':
      void client.invalidateQueries()
      return
  }
}

/** Shows a message in its thread. */
export function putMessage(client: QueryClient, message: Message): void {
  client.setQueryData(threadQuery(message.conversationId).queryKey, (pages) => {
    if (!pages) return pages
    const replaced = replaceItem(pages, message)
    return replaced === pages ? putSorted(pages, message, ({ createdAt }) => createdAt) : replaced
  })
}

/** Shows a conversation in every list that it belongs to, the newest at the top. */
export function putConversation(client: QueryClient, conversation: Conversation): void {
  client.setQueryData(conversationQuery(conversation.id).queryKey, conversation)
  for (const query of client.getQueryCache().findAll({ queryKey: ['conversations', 'list'] })) {
    // The third part of this key is the filter that conversationsQuery puts there.
    const filter = (query.queryKey[2] ?? {}) as ConversationFilter
    client.setQueryData<Pages<Conversation>>(query.queryKey, (pages) => {
      if (!pages) return pages
      if (!matches(conversation, filter)) return removeItem(pages, conversation.id)
      return putSorted(pages, conversation, ({ lastMessageAt }) => lastMessageAt)
    })
  }
}

function matches(conversation: Conversation, filter: ConversationFilter): boolean {
  if (filter.numberId && conversation.numberId !== filter.numberId) return false
  if (filter.contactId && conversation.contact.id !== filter.contactId) return false
  return !filter.handover || conversation.handover !== null
}
