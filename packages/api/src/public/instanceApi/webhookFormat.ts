import type { MessageRecord } from '@parley/runtime/pipeline'
import { isMediaContent } from '@parley/shared'
import type { MessageEvent } from '../../webhooks/events.ts'
import type { FormatContext, FormatEvent, FormattedEvent } from '../../webhooks/format.ts'
import { presentChatId } from './chatId.ts'
import { toMediaLink } from './mediaLink.ts'
import { presentMessageId } from './messageId.ts'
import { presentMessage } from './present.ts'

/**
 * Events as the instance API tells them: `{ messages: […], instanceId }` for every message of either direction, once, and
 * `{ ack: […], instanceId }` when one of ours was delivered and viewed. A message with a file is told when the file has
 * come, because its `body` is where the file is.
 */
export const formatInstanceApi: FormatEvent<'002'> = (event, context) => {
  switch (event.type) {
    case 'message.received':
      return isFileUnderWay(event.message) ? null : messages(event, context)
    case 'media.received':
    case 'message.sent':
      return messages(event, context)
    case 'message.delivered':
      return acknowledgement(event, 'delivered', context)
    case 'message.read':
      return acknowledgement(event, 'viewed', context)
    case 'message.queued':
    case 'message.failed':
    case 'number.connected':
    case 'number.disconnected':
    case 'conversation.handover':
    case 'contact.updated':
      return null
  }
}

const isFileUnderWay = ({ content, failure }: MessageRecord): boolean =>
  isMediaContent(content) &&
  content.mediaId === undefined &&
  content.url === undefined &&
  content.unavailable === undefined &&
  failure === null

function messages(
  { at, message }: MessageEvent,
  { contact, number, counted, publicUrl }: FormatContext,
): FormattedEvent<'002'> {
  const key = counted?.key
  const shown = presentMessage(message, {
    contact,
    number,
    messageNumber: counted?.messageNumber ?? 0,
    linkTo: (mediaId) =>
      key
        ? toMediaLink(key, mediaId, { publicUrl, now: at })
        : `${publicUrl}/api/v1/media/${mediaId}/content`,
  })
  const body = { messages: [shown], instanceId: instanceIdOf(message, counted) }
  return { event: 'messages', key: message.id, body }
}

function acknowledgement(
  { id: key, message }: MessageEvent,
  status: 'delivered' | 'viewed',
  { contact, counted }: FormatContext,
): FormattedEvent<'002'> {
  const chatId = presentChatId(message, contact)
  const ack = {
    id: presentMessageId(message, chatId),
    queueNumber: counted?.messageNumber ?? 0,
    chatId,
    status,
  }
  return {
    event: 'ack',
    key,
    body: { ack: [ack], instanceId: instanceIdOf(message, counted) },
  }
}

/** A number that has no instance token is called by its own id. */
const instanceIdOf = ({ numberId }: MessageRecord, counted: FormatContext['counted']): string =>
  String(counted?.key?.instanceId ?? numberId)
