import { proto } from '@whiskeysockets/baileys'
import type { MediaStore } from '../../media/media-store.ts'
import type { PhoneContent } from '../content.ts'
import type { ReceivedMessage } from '../received-message.ts'
import { composeDeletion, composeEdit, composeReaction } from './about-messages.ts'
import { composeMedia } from './compose-media.ts'
import { composePollVote } from './poll-vote.ts'
import { composeChoice, composeTap } from './taps.ts'

/** A message of the chat, received or sent by the phone. */
export interface ChatMessage {
  /** How the phone names the message when it writes about it. */
  key: proto.IMessageKey
  message: proto.IMessage
  authorJid: string
  /** Only of messages that the phone received. */
  received?: ReceivedMessage
}

/** What a phone knows while it writes a message. */
export interface ComposeContext {
  /** How the phone is named in this chat. */
  ownJid: string
  media: MediaStore
  /** `https://HOST`, from which recipients download media. */
  mediaOrigin: string
  /** @throws {Error} when the phone has neither received nor sent such a message. */
  findMessage(messageId: string): ChatMessage
}

/** Field 9999 with the text "new": every version must skip what it does not know. */
const FROM_THE_FUTURE = Buffer.from([0xfa, 0xf0, 0x04, 0x03, 0x6e, 0x65, 0x77])

/** Turns a finished message into the bytes that are encrypted. */
export function encodeMessage(content: PhoneContent, message: proto.IMessage): Uint8Array {
  return content.type === 'unknown' ? FROM_THE_FUTURE : proto.Message.encode(message).finish()
}

/** Turns what a person sends into a WhatsApp message. */
export async function composeMessage(
  content: PhoneContent,
  context: ComposeContext,
): Promise<proto.IMessage> {
  switch (content.type) {
    case 'text':
      return { conversation: content.text }
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return composeMedia(content, context)
    case 'location':
      return {
        locationMessage: {
          degreesLatitude: content.latitude,
          degreesLongitude: content.longitude,
          name: content.name ?? null,
          address: content.address ?? null,
        },
      }
    case 'contact':
      return composeContact(content)
    case 'pollVote':
      return composePollVote(content, context)
    case 'tap':
      return composeTap(content, context)
    case 'choice':
      return composeChoice(content, context)
    case 'reaction':
      return composeReaction(content, context)
    case 'edit':
      return composeEdit(content, context)
    case 'deletion':
      return composeDeletion(content, context)
    case 'unknown':
      return {}
    case 'raw':
      return content.message
  }
}

/** Phones share contacts as vCard 3.0, with the account's number as `waid`. */
function composeContact({ name, number }: Extract<PhoneContent, { type: 'contact' }>) {
  const vcard = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:;${name};;;`,
    `FN:${name}`,
    `TEL;type=CELL;waid=${number}:+${number}`,
    'END:VCARD',
  ].join('\n')
  return { contactMessage: { displayName: name, vcard } }
}
