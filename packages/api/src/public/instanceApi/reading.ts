import {
  type ContactRecord,
  conversationIdOf,
  type MessageRecord,
  type NumberRecord,
} from '@parley/runtime/pipeline'
import type { RouteDependencies } from '../../dependencies.ts'
import type { Endpoint } from '../../http/endpoint.ts'
import { dialogsAnswer, messagesAnswer, readAnswer } from './answers.ts'
import { presentChatId, toAddress, toRecipient, wrong } from './chatId.ts'
import { instanceMethod } from './instanceMethod.ts'
import { mediaLinks } from './mediaLinks.ts'
import { bringNumbersUpToDate } from './numbered.ts'
import { presentMessage } from './present.ts'
import { chatInput, type MessagesInput, messagesInput } from './schema.ts'

/** As many as `last` gives. */
const LAST_MESSAGES = 100
const MAX_DIALOGS = 100

/** The methods that show what was written. */
export function readingMethods(dependencies: RouteDependencies): readonly Endpoint[] {
  const { store } = dependencies
  return [
    ...instanceMethod(dependencies, {
      names: ['messages'],
      verbs: ['get'],
      summary: 'Lists messages of both directions by their numbers',
      scope: 'read',
      input: messagesInput,
      answer: messagesAnswer,
      handle: ({ number, input }) => listMessages(dependencies, number, input),
    }),
    ...instanceMethod(dependencies, {
      names: ['dialogs'],
      verbs: ['get'],
      summary: 'Lists the chats with the newest messages',
      scope: 'read',
      answer: dialogsAnswer,
      handle: async ({ number: { id: numberId, workspaceId } }) => {
        const { items } = await store.conversations.list({
          workspaceId,
          numberId,
          limit: MAX_DIALOGS,
        })
        const contacts = await contactsOf(dependencies, workspaceId, items)
        const dialogs = items.map((conversation) => {
          const contact = contacts.get(conversation.contactId) ?? null
          const id = presentChatId(conversation, contact)
          return {
            id,
            name: conversation.isGroup ? id : contact?.name || contact?.phone || id,
            image: '',
            metadata: { isGroup: conversation.isGroup, participants: [] },
            last_time: Math.floor(conversation.lastMessageAt / 1_000),
          }
        })
        return { dialogs }
      },
    }),
    ...instanceMethod(dependencies, {
      names: ['readChat'],
      verbs: ['post', 'get'],
      summary: 'Marks a chat as read in Parley',
      scope: 'manage',
      input: chatInput,
      doneKey: 'read',
      answer: readAnswer,
      handle: async ({ number, input }) => {
        const to = toRecipient(input)
        const conversationId = await findConversationId(dependencies, number, to)
        const isRead =
          conversationId !== null &&
          (await store.conversations.markRead(number.workspaceId, conversationId))
        if (!isRead) throw wrong('chatId', 'Chat not found')
        const chatId = presentChatId({ address: to, isGroup: to.endsWith('@g.us') }, null)
        return { read: true, message: 'ok', chatId }
      },
    }),
  ]
}

async function listMessages(
  dependencies: RouteDependencies,
  number: NumberRecord,
  input: MessagesInput,
) {
  const { store } = dependencies
  const { lastMessageNumber, last, chatId, limit, min_time: minTime, max_time: maxTime } = input
  const conversationId =
    chatId === undefined
      ? undefined
      : await findConversationId(dependencies, number, toAddress(chatId))
  if (conversationId === null) return { messages: [], lastMessageNumber }
  await bringNumbersUpToDate(dependencies, number)
  const numbered = await store.messageNumbers.list({
    numberId: number.id,
    conversationId,
    from: last ? 'newest' : { after: lastMessageNumber },
    createdSince: minTime && minTime * 1_000,
    // The whole of that second.
    createdUntil: maxTime && maxTime * 1_000 + 999,
    limit: last ? LAST_MESSAGES : limit,
  })
  const found = await Promise.all(
    numbered.map(async ({ messageId, n }) => ({
      n,
      message: await store.messages.find(messageId),
    })),
  )
  const known = found.flatMap(({ n, message }) => (message ? [{ n, message }] : []))
  const contacts = await contactsOf(
    dependencies,
    number.workspaceId,
    known.map(({ message }) => message),
  )
  const linkTo = await mediaLinks(dependencies, number.id)
  const contactOf = ({ contactId }: MessageRecord) => contacts.get(contactId) ?? null
  const messages = await Promise.all(
    known.map(async ({ n, message }) => {
      const context = { number, contact: contactOf(message), messageNumber: n, linkTo }
      const { quotedMessageId } = message
      const quoted = quotedMessageId === null ? null : await store.messages.find(quotedMessageId)
      const shown = presentMessage(message, context)
      return quoted ? { ...shown, ...toQuoted(presentMessage(quoted, context)) } : shown
    }),
  )
  const highest = numbered.at(-1)?.n ?? (last ? 0 : lastMessageNumber)
  return { messages, lastMessageNumber: highest }
}

const toQuoted = ({ id, body, type }: ReturnType<typeof presentMessage>) => ({
  quotedMsgId: id,
  quotedMsgBody: body,
  quotedMsgType: type,
})

/** Null when nobody has written there yet. */
async function findConversationId(
  { store }: RouteDependencies,
  { id: numberId, workspaceId }: NumberRecord,
  to: string,
): Promise<string | null> {
  if (to.endsWith('@g.us')) return conversationIdOf(numberId, { group: to })
  const contact = await store.contacts.findByPhone(workspaceId, to.replace(/@.*$/, ''))
  return contact && conversationIdOf(numberId, { contactId: contact.id })
}

async function contactsOf(
  { store }: RouteDependencies,
  workspaceId: string,
  things: readonly { readonly contactId: string }[],
): Promise<ReadonlyMap<string, ContactRecord>> {
  const ids = [...new Set(things.map(({ contactId }) => contactId))]
  const contacts = await store.contacts.listByIds(workspaceId, ids)
  return new Map(contacts.map((contact) => [contact.id, contact]))
}
