/** A message that a phone received from a linked device and decrypted, in plain JSON. */
export interface ReceivedMessage {
  id: string
  /** Number of the account that sent it, and which of its devices. */
  from: { number: string; device: number }
  /** Whom the sender named as recipient: this phone by number or LID, or a group. */
  to: string
  /** Jid of the group; absent in one-to-one chats. */
  group?: string
  /** On the phone of the sending account: the copy of what its linked device wrote to this jid. */
  ownCopyFor?: string
  receivedAt: string
  type: ReceivedType
  /** Text, caption or body; empty when there is none. */
  text: string
  title: string
  footer: string
  buttons: ReceivedButton[]
  /** Sections of a list; the text on its opening button is a button of kind `list`. */
  sections: ReceivedSection[]
  media?: ReceivedMedia
  location?: ReceivedLocation
  contacts: { name: string; vcard: string }[]
  poll?: { question: string; options: string[]; maxSelections: number }
  /** The message that a reaction, an edit or a deletion is about. */
  aboutId?: string
  /** An empty emoji takes a reaction back. */
  emoji?: string
  quoted?: { messageId: string; participant: string; text: string }
  /** Jids. */
  mentions: string[]
  isViewOnce: boolean
  isForwarded: boolean
  /** Disappearing messages only. */
  expiresInSeconds?: number
  /** Why a phone would show nothing, or an error, instead of this message; absent when it shows it. */
  notShownBecause?: string
  /** `pkmsg` and `msg` in one-to-one chats, `skmsg` in groups. */
  encryption: string
  /** The `type` attribute of the stanza, which decides how phones of the recipient announce it. */
  stanzaType: string
}

export type ReceivedType =
  | 'text'
  | 'image'
  | 'video'
  | 'audio'
  | 'voice'
  | 'document'
  | 'sticker'
  | 'location'
  | 'contact'
  | 'poll'
  | 'interactive'
  | 'reaction'
  | 'edit'
  | 'deletion'
  | 'unknown'

export interface ReceivedButton {
  kind: 'reply' | 'url' | 'call' | 'copy' | 'list' | 'other'
  id: string
  title: string
  url?: string
  phoneNumber?: string
  copyCode?: string
}

export interface ReceivedSection {
  title: string
  rows: { id: string; title: string; description: string }[]
}

export interface ReceivedMedia {
  mimeType: string
  fileName?: string
  sizeBytes: number
  /** Of the decrypted bytes, in hexadecimal digits; empty when `error` says why there are none. */
  sha256: string
  error?: string
  seconds?: number
  width?: number
  height?: number
  hasThumbnail: boolean
}

export interface ReceivedLocation {
  latitude: number
  longitude: number
  name: string
  address: string
}
