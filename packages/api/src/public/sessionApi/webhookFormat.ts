import { contentText } from '@parley/shared'
import { toInstant } from '../../http/answers.ts'
import { presentPhone } from '../../routes/contacts/present.ts'
import type { MessageEvent } from '../../webhooks/events.ts'
import type { FormatContext, FormatEvent, FormattedEvent } from '../../webhooks/format.ts'
import { presentStatus } from './present.ts'

/**
 * Events as the session API tells them: `{ event, sessionId, timestamp, data }`. Its `message.sent` is "outgoing message
 * delivered": told once for each message, at the first of sent and delivered, with the status in the data.
 * `presence.update` can be subscribed to, and is never sent, because no channel reports presence.
 */
export const formatSessionApi: FormatEvent<'004'> = (event, context) => {
  const envelope = (name: FormattedEvent<'004'>['event'], data: object) => ({
    event: name,
    key: name === 'message.sent' && 'message' in event ? event.message.id : event.id,
    body: { event: name, sessionId: event.numberId, timestamp: toInstant(event.at), data },
  })
  switch (event.type) {
    case 'message.received':
      return envelope('message.received', messageOf(event, context))
    case 'message.sent':
    case 'message.delivered':
      return envelope('message.sent', messageOf(event, context))
    case 'number.connected':
      return envelope('session.connected', sessionOf(event.status, event.reason, context))
    case 'number.disconnected':
      return envelope('session.disconnected', sessionOf(event.status, event.reason, context))
    case 'message.queued':
    case 'message.read':
    case 'message.failed':
    case 'media.received':
    case 'conversation.handover':
    case 'contact.updated':
      return null
  }
}

function messageOf({ message }: MessageEvent, { contact, number }: FormatContext): object {
  const theirs = presentPhone(contact?.phone ?? '') || message.address
  const ours = presentPhone(number?.phone ?? '')
  const isOurs = message.direction === 'outbound'
  return {
    id: message.id,
    messageId: message.id,
    from: isOurs ? ours : theirs,
    to: isOurs ? theirs : ours,
    fromMe: isOurs,
    isGroup: message.isGroup,
    chatId: message.address,
    name: contact?.name ?? '',
    type: message.content.type,
    text: contentText(message.content),
    content: message.content,
    status: message.status,
    timestamp: toInstant(message.createdAt),
  }
}

const sessionOf = (
  status: Parameters<typeof presentStatus>[0],
  reason: string,
  { number }: FormatContext,
) => ({
  status: presentStatus(status),
  reason,
  name: number?.name ?? '',
  phone_number: presentPhone(number?.phone ?? '') || null,
})
