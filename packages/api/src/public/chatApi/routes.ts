import type { Content } from '@parley/shared'
import type { Caller } from '../../auth/caller.ts'
import { findContact, toPhoneDigits } from '../../contacts/findContact.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { readIdempotencyKey } from '../../http/idempotencyKey.ts'
import { chooseNumber } from '../../sending/chooseNumber.ts'
import { sendContent } from '../../sending/sendContent.ts'
import { fillStoredTemplate } from '../../templates/fillStoredTemplate.ts'
import { chatApi } from './dialect.ts'
import { presentChatMessage } from './present.ts'
import { chatMessage, chatMessages, listQuery, sendRequest } from './schema.ts'
import { type Outbound, toOutbound } from './toOutbound.ts'

/** What the Chat API has for itself; its contacts are those of our own API. */
export function chatApiEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { config, credentials, limits, store } = dependencies
  const { publicUrl } = config

  const toContent = async ({ workspaceId }: Caller, outbound: Outbound): Promise<Content> =>
    outbound.type === 'content'
      ? outbound.content
      : fillStoredTemplate(dependencies, workspaceId, outbound.template)

  return [
    defineEndpoint({
      method: 'post',
      path: '/api/v1/messages',
      summary: 'Sends a message; `type` says what it is',
      answer: chatMessage,
      access: { to: 'member', role: 'agent', numberKeys: 'allowed', scope: 'send' },
      dialect: chatApi,
      body: sendRequest,
      handle: async ({ caller, body, request, response }) => {
        const { workspaceId } = caller
        const idempotencyKey = readIdempotencyKey(request)
        const content = await toContent(caller, toOutbound(body))
        const phone = toPhoneDigits(body.to)
        const known = phone === null ? null : await store.contacts.findByPhone(workspaceId, phone)
        const number = await chooseNumber(dependencies, caller, {
          numberId: body.numberId,
          contactId: known?.id,
          idempotencyKey,
        })
        const overrides = await credentials.findLimits(caller.identity)
        await limits.count('chatApiDaily', number.id, response, overrides)
        const { message } = await sendContent(dependencies, caller, {
          number,
          to: body.to,
          content,
          dialect: 'chatApi',
          whenOffline: 'queue',
          quoted: body.quoted ?? body.context?.message_id,
          scheduledAt: body.scheduledAt === undefined ? undefined : Date.parse(body.scheduledAt),
          idempotencyKey,
        })
        const [contact] = await store.contacts.listByIds(workspaceId, [message.contactId])
        return presentChatMessage(message, { contact, number, publicUrl })
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/contacts/:contactId/messages',
      summary: 'Lists the messages of a contact, oldest first',
      answer: chatMessages,
      access: { to: 'member', role: 'viewer', numberKeys: 'allowed' },
      dialect: chatApi,
      query: listQuery,
      handle: async ({ caller, params, query }) => {
        const { workspaceId, numberId } = caller
        const contact = await findContact(dependencies, workspaceId, params.contactId)
        const cursor = query.cursor ?? query.next
        const page = await store.messages.list({
          workspaceId,
          contactId: contact.id,
          sequence: 'oldestFirst',
          limit: query.limit,
          ...(numberId !== null && { numberId }),
          ...(cursor !== undefined && { cursor }),
        })
        const messages = await Promise.all(
          page.items.map(async (message) =>
            presentChatMessage(message, {
              contact,
              number: await store.numbers.find(message.numberId),
              publicUrl,
            }),
          ),
        )
        return { messages, pagination: { next: page.nextCursor } }
      },
    }),
  ]
}
