import { type ContactCard, fromVcard, type InboundContent, MAX_TEXT_LENGTH } from '@parley/shared'
import {
  isJidBroadcast,
  isJidGroup,
  isJidNewsletter,
  normalizeMessageContent,
  type proto,
  type WAMessage,
  WAMessageStubType,
} from '@whiskeysockets/baileys'
import type { InboundMessage } from '../../pipeline/ports/channel.ts'
import { aliasesOf } from './address.ts'

/**
 * A message as Baileys hands it over, in our words; null for what nobody wrote to us: our own messages, notices of
 * groups, messages that could not be decrypted yet (the repaired one follows under the same id), edits and deletions.
 *
 * `phoneJid` is the sender's number when the message itself names only the LID.
 */
export function fromBaileys(message: WAMessage, phoneJid: string | null): InboundMessage | null {
  const { key } = message
  const chat = key.remoteJid
  if (!chat || !key.id || key.fromMe || isJidBroadcast(chat) || isJidNewsletter(chat)) return null
  if (message.messageStubType === WAMessageStubType.CIPHERTEXT || !message.message) return null
  const isGroup = isJidGroup(chat) === true
  const sender = isGroup ? [key.participant, key.participantAlt] : [chat, key.remoteJidAlt]
  const aliases = [...new Set(aliasesOf(...sender, phoneJid))]
  const proto = normalizeMessageContent(message.message)
  if (aliases.length === 0 || !proto) return null
  const content = toContent(proto)
  if (!content) return null
  const quoted = contextOf(proto)?.stanzaId
  return {
    channelMessageId: key.id,
    aliases,
    address: chat,
    ...(message.pushName ? { name: clean(message.pushName, 200) } : {}),
    isGroup,
    at: Number(message.messageTimestamp ?? 0) * 1_000,
    content,
    ...(quoted ? { quotedChannelMessageId: quoted } : {}),
  }
}

type Proto = proto.IMessage

/** Null for what is no message of its own. */
function toContent(message: Proto): InboundContent | null {
  const text = message.conversation ?? message.extendedTextMessage?.text
  if (typeof text === 'string') return { type: 'text', text: clean(text) }
  return (
    toMedia(message) ??
    toTap(message) ??
    toPlace(message) ??
    toPeople(message) ??
    toOther(message) ??
    unsupported(message)
  )
}

function toMedia(message: Proto): InboundContent | null {
  const { imageMessage, videoMessage, audioMessage, documentMessage, stickerMessage } = message
  if (imageMessage) return { type: 'image', ...fileOf(imageMessage), ...captionOf(imageMessage) }
  const video = videoMessage ?? message.ptvMessage
  if (video) return { type: 'video', ...fileOf(video), ...captionOf(video) }
  if (audioMessage) {
    return { type: audioMessage.ptt ? 'voice' : 'audio', ...fileOf(audioMessage) }
  }
  if (documentMessage) {
    const { fileName } = documentMessage
    return {
      type: 'document',
      ...fileOf(documentMessage),
      ...captionOf(documentMessage),
      ...(fileName ? { filename: clean(fileName, 255) } : {}),
    }
  }
  if (stickerMessage) return { type: 'sticker', ...fileOf(stickerMessage) }
  return null
}

function toTap(message: Proto): InboundContent | null {
  const {
    buttonsResponseMessage: button,
    listResponseMessage: list,
    templateButtonReplyMessage: template,
    interactiveResponseMessage: interactive,
  } = message
  if (button) return tap(button.selectedButtonId, button.selectedDisplayText, button.contextInfo)
  if (list) return tap(list.singleSelectReply?.selectedRowId, list.title, list.contextInfo)
  if (template) return tap(template.selectedId, template.selectedDisplayText, template.contextInfo)
  if (!interactive) return null
  const id = idIn(interactive.nativeFlowResponseMessage?.paramsJson)
  return tap(id, interactive.body?.text, interactive.contextInfo)
}

function tap(
  id: string | null | undefined,
  title: string | null | undefined,
  context: proto.IContextInfo | null | undefined,
): InboundContent {
  return {
    type: 'tap',
    id: clean(id ?? '', 1_024),
    title: clean(title ?? '', 1_024),
    ...(context?.stanzaId ? { onMessageId: context.stanzaId } : {}),
  }
}

function idIn(paramsJson: string | null | undefined): string {
  try {
    const params: unknown = JSON.parse(paramsJson ?? '')
    const id = params && typeof params === 'object' && 'id' in params ? params.id : ''
    return typeof id === 'string' ? id : ''
  } catch {
    // Whoever writes the other end may write anything; then only the title is left to go by.
    return ''
  }
}

function toPlace({ locationMessage, liveLocationMessage }: Proto): InboundContent | null {
  const place = locationMessage ?? liveLocationMessage
  if (!place) return null
  const { degreesLatitude: latitude, degreesLongitude: longitude } = place
  if (!isWithin(latitude, 90) || !isWithin(longitude, 180)) return null
  const { name, address } = locationMessage ?? {}
  return {
    type: 'location',
    latitude,
    longitude,
    ...(name ? { name: clean(name, 1_000) } : {}),
    ...(address ? { address: clean(address, 1_000) } : {}),
  }
}

function toPeople({ contactMessage, contactsArrayMessage }: Proto): InboundContent | null {
  const cards = contactMessage ? [contactMessage] : contactsArrayMessage?.contacts
  if (!cards || cards.length === 0) return null
  const contacts = cards
    .slice(0, 257)
    .map(({ displayName, vcard }): ContactCard => fromVcard(clean(vcard ?? ''), displayName ?? ''))
  return { type: 'contacts', contacts }
}

function toOther(message: Proto): InboundContent | null {
  const { reactionMessage } = message
  const poll =
    message.pollCreationMessage ?? message.pollCreationMessageV2 ?? message.pollCreationMessageV3
  if (reactionMessage?.key?.id) {
    return {
      type: 'reaction',
      messageId: reactionMessage.key.id,
      emoji: clean(reactionMessage.text ?? '', 64),
    }
  }
  if (!poll?.options?.length) return null
  return {
    type: 'poll',
    text: clean(poll.name ?? '', 4_096),
    options: poll.options.slice(0, 100).map(({ optionName }, index) => ({
      id: String(index + 1),
      title: clean(optionName ?? '', 256),
    })),
    selectableCount: poll.selectableOptionsCount ?? 0,
  }
}

/** Parts of a message that carry no message: keys, settings, edits and deletions. */
const SILENT_PARTS = new Set([
  'messageContextInfo',
  'senderKeyDistributionMessage',
  'protocolMessage',
  'editedMessage',
  'keepInChatMessage',
  'pinInChatMessage',
  'encReactionMessage',
  'pollUpdateMessage',
])

function unsupported(message: Proto): InboundContent | null {
  const parts = Object.keys(message).filter((part) => message[part as keyof Proto] != null)
  // A kind that this version of the library does not know has no part that it could name.
  if (parts.every((part) => part === 'messageContextInfo'))
    return { type: 'unsupported', description: 'unknown' }
  const kind = parts.find((part) => !SILENT_PARTS.has(part))
  return kind === undefined ? null : { type: 'unsupported', description: kind }
}

interface FilePart {
  readonly mimetype?: string | null
  readonly fileLength?: number | { toNumber(): number } | null
}

function fileOf({ mimetype, fileLength }: FilePart) {
  const sizeBytes = Number(fileLength ?? Number.NaN)
  return {
    ...(mimetype ? { mimeType: clean(mimetype, 255) } : {}),
    ...(Number.isSafeInteger(sizeBytes) && sizeBytes >= 0 ? { sizeBytes } : {}),
  }
}

const captionOf = ({ caption }: { readonly caption?: string | null }) =>
  caption ? { caption: clean(caption) } : {}

function contextOf(message: Proto): proto.IContextInfo | null {
  for (const part of Object.values(message) as unknown[]) {
    // Every part that can quote has the field of this name; the generated types do not say it for all together.
    if (part && typeof part === 'object' && 'contextInfo' in part) {
      return part.contextInfo as proto.IContextInfo | null
    }
  }
  return null
}

const isWithin = (value: number | null | undefined, limit: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= limit

/** Cuts what is longer than we store, and takes out NUL, which some databases end a text at. */
const clean = (text: string, max = MAX_TEXT_LENGTH): string =>
  text.replaceAll('\0', '').slice(0, max)
