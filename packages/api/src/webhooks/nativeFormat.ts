import { toInstant } from '../http/answers.ts'
import { presentContact } from '../routes/contacts/present.ts'
import { presentMessage } from '../routes/messages/present.ts'
import type { WebhookEvent } from './events.ts'
import type { FormatContext, FormatEvent } from './format.ts'

/** Parley's own words: `{ id, type, at, workspaceId, numberId, data }`, with the same objects as the REST API has. */
export const formatNative: FormatEvent<'native'> = (event, context) => ({
  event: event.type,
  key: event.id,
  body: {
    id: event.id,
    type: event.type,
    at: toInstant(event.at),
    workspaceId: event.workspaceId,
    numberId: event.numberId,
    data: dataOf(event, context),
  },
})

function dataOf(event: WebhookEvent, context: FormatContext): object {
  const contact = context.contact && presentContact(context.contact)
  switch (event.type) {
    case 'number.connected':
    case 'number.disconnected':
      return {
        number: {
          id: event.numberId,
          name: context.number?.name ?? '',
          status: event.status,
          statusReason: event.reason,
        },
      }
    case 'conversation.handover': {
      const { at, to, note } = event.handover
      return {
        conversationId: event.conversationId,
        handover: { at: toInstant(at), to, note },
        contact,
      }
    }
    case 'contact.updated':
      return { contact }
    default:
      return { message: presentMessage(event.message), contact }
  }
}
