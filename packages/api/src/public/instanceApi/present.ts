import type {
  ConnectionStatus,
  ContactRecord,
  MessageRecord,
  NumberRecord,
} from '@parley/runtime/pipeline'
import { contentText, type InboundContent, toVcard } from '@parley/shared'
import { presentChatId, toUserId } from './chatId.ts'
import { presentMessageId } from './messageId.ts'

const STATUS_WORDS: Readonly<Record<ConnectionStatus, AccountStatus>> = {
  disconnected: 'init',
  connecting: 'loading',
  needsScan: 'got qr code',
  connected: 'authenticated',
  loggedOut: 'init',
  failed: 'init',
}
export type AccountStatus = 'init' | 'loading' | 'got qr code' | 'authenticated'

export const presentStatus = (status: ConnectionStatus): AccountStatus => STATUS_WORDS[status]

/** What presenting a message needs to know besides it. */
export interface MessageContext {
  readonly number: Pick<NumberRecord, 'name' | 'phone'> | null
  readonly contact: Pick<ContactRecord, 'name' | 'phone'> | null
  readonly messageNumber: number
  /** Where a client finds a file that we keep. */
  readonly linkTo: (mediaId: string) => string
}

/** A message as `GET /messages` and webhooks show it. */
export function presentMessage(message: MessageRecord, context: MessageContext) {
  const { number, contact, messageNumber, linkTo } = context
  const isOurs = message.direction === 'outbound'
  const chatId = presentChatId(message, contact)
  const name = contact?.name || contact?.phone || ''
  return {
    id: presentMessageId(message, chatId),
    body: bodyOf(message.content, linkTo),
    type: typeOf(message.content),
    senderName: isOurs ? (number?.name ?? '') : name,
    fromMe: isOurs,
    author: isOurs ? toUserId(number?.phone ?? '') : authorOf(message, contact),
    time: Math.floor(message.createdAt / 1_000),
    chatId,
    messageNumber,
    chatName: name,
    caption: 'caption' in message.content ? (message.content.caption ?? null) : null,
    self: 0,
    isForwarded: 0,
  }
}

const authorOf = (message: MessageRecord, contact: MessageContext['contact']): string =>
  message.isGroup ? toUserId(contact?.phone ?? '') : presentChatId(message, contact)

function typeOf(content: InboundContent): string {
  switch (content.type) {
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
    case 'location':
      return content.type
    case 'voice':
      return 'ptt'
    case 'contacts':
      return content.contacts.length === 1 ? 'vcard' : 'multi_vcard'
    default:
      return 'chat'
  }
}

/** The words of a message, or where its file is. */
function bodyOf(content: InboundContent, linkTo: MessageContext['linkTo']): string {
  switch (content.type) {
    case 'image':
    case 'video':
    case 'audio':
    case 'voice':
    case 'document':
    case 'sticker':
      if (content.mediaId !== undefined) return linkTo(content.mediaId)
      return content.url ?? ''
    case 'location':
      return `${content.latitude};${content.longitude}`
    case 'contacts':
      return content.contacts.map(toVcard).join('\n')
    case 'poll':
      return [content.text, ...content.options.map(({ title }) => `- ${title}`)].join('\n')
    case 'pollVote':
      return content.options.join('\n')
    case 'reaction':
      return content.emoji
    case 'unsupported':
      return content.description
    default:
      return contentText(content)
  }
}

/**
 * A message that waits to be sent. Here a text is a `text`, though elsewhere it is a `chat`.
 *
 * @param messageNumber undefined while its number is still being numbered
 */
export const presentQueued = (message: MessageRecord, messageNumber: number | undefined) => {
  const type = typeOf(message.content)
  return {
    id: messageNumber ?? 0,
    body: bodyOf(message.content, (mediaId) => mediaId),
    type: type === 'chat' ? 'text' : type,
    chatId: presentChatId(message, null),
    last_try: message.createdAt,
    metadata: JSON.stringify({ messageId: message.id }),
  }
}
