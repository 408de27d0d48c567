import type { proto } from '@whiskeysockets/baileys'
import { type BinaryNode, element } from '../wire/node.ts'
import { unwrap } from './describe/unwrap.ts'

/** What a stanza tells everybody about the encrypted message inside. */
export interface StanzaKind {
  type: 'text' | 'media' | 'reaction' | 'poll'
  mediaType?: string
  /** `1` for edits, `7` for deletions. */
  edit?: string
  children: BinaryNode[]
}

const MEDIA_TYPES: { [Part in keyof proto.IMessage]?: string } = {
  imageMessage: 'image',
  videoMessage: 'video',
  audioMessage: 'audio',
  documentMessage: 'document',
  stickerMessage: 'sticker',
  locationMessage: 'location',
  contactMessage: 'vcard',
  listResponseMessage: 'list_response',
  buttonsResponseMessage: 'buttons_response',
  interactiveResponseMessage: 'native_flow_response',
}

export function stanzaKind(message: proto.IMessage): StanzaKind {
  const { content } = unwrap(message)
  if (content.reactionMessage) return { type: 'reaction', children: [] }
  if (content.pollUpdateMessage) {
    return { type: 'poll', children: [element('meta', { polltype: 'vote' })] }
  }
  if (content.protocolMessage) {
    return { type: 'text', edit: content.protocolMessage.editedMessage ? '1' : '7', children: [] }
  }
  for (const [part, mediaType] of Object.entries(MEDIA_TYPES)) {
    if (part in content) return { type: 'media', mediaType, children: [] }
  }
  return { type: 'text', children: [] }
}
