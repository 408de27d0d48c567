import type { proto } from '@whiskeysockets/baileys'

/** What a person can send from a phone. */
export type PhoneContent =
  | { type: 'text'; text: string }
  | MediaContent
  | { type: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { type: 'contact'; name: string; number: string }
  | { type: 'pollVote'; pollId: string; options: string[] }
  | TapContent
  | ChoiceContent
  /** An empty emoji takes the reaction back. */
  | { type: 'reaction'; messageId: string; emoji: string }
  | { type: 'edit'; messageId: string; text: string }
  | { type: 'deletion'; messageId: string }
  /** A message of a kind that only versions of the future know. */
  | { type: 'unknown' }
  /** Anything else, in WhatsApp's own form. */
  | { type: 'raw'; message: proto.IMessage }

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker'

export interface MediaContent {
  type: MediaKind
  bytes: Uint8Array
  /** Default: the usual one of the kind. */
  mimeType?: string
  caption?: string
  /** Documents only. */
  fileName?: string
  /** Audio only: a voice note. */
  isVoice?: boolean
  isViewOnce?: boolean
  broken?: BrokenMedia
}

/**
 * What is wrong with a file: it cannot be downloaded (404), its end is missing, its bytes are not what the
 * message's checksum says, or it is something else than its MIME type says.
 */
export type BrokenMedia = 'missing' | 'truncated' | 'wrongHash' | 'wrongMimeType'

/** A tap on a button of a received message, found by its id or its title. */
export interface TapContent {
  type: 'tap'
  messageId: string
  button: string
  /** How the tap travels: as today's native flow reply (default), or in one of the older forms. */
  form?: 'nativeFlow' | 'buttons' | 'template'
}

/** A row chosen from the list of a received message, found by its id or its title. */
export interface ChoiceContent {
  type: 'choice'
  messageId: string
  row: string
  /** As a native flow reply (default) or as the older list reply. */
  form?: 'nativeFlow' | 'list'
}

/** How a message is sent, whatever is in it. */
export interface SendOptions {
  /** Default: a new one. */
  id?: string
  /** Default: now. */
  sentAt?: Date
  /** Id of a message that was received or sent by this phone, which this one answers. */
  quotedId?: string
  /** Phones or jids that the text mentions. */
  mentions?: string[]
  /** Disappearing message: seconds until it goes. */
  expiresInSeconds?: number
  /**
   * The linked devices cannot decrypt the message: until they ask again, or ever, however often they ask.
   */
  undecryptable?: 'once' | 'always'
  /** How often the server delivers the same stanza; default 1. */
  deliveries?: number
}
