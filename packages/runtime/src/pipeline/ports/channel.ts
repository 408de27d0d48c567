import type { Capabilities, ChannelType, Content, InboundContent } from '@parley/shared'
import type { Groups, LookUpResult } from '../groups.ts'
import type {
  Alias,
  ConnectionStatus,
  Lease,
  MessageFailure,
  MessageStatus,
  NumberRecord,
  Pairing,
} from '../records.ts'

export interface OutboundMessage {
  readonly messageId: string
  /** Fixed before the first attempt, so that a resend after a crash is recognised by the platform where it can. */
  readonly channelMessageId: string
  /** The channel's address of the contact or group. */
  readonly to: string
  readonly content: Content
  /** The platform's id of the quoted message. */
  readonly quotedChannelMessageId?: string
}

export interface SendReceipt {
  /** The platform's id; may differ from the one proposed where the platform makes its own. */
  readonly channelMessageId: string
  /** What really went out, when the channel had to send something else than it was given. */
  readonly renderedAs?: readonly Content[]
}

/** What became of the file of an inbound message. */
export type ReceivedMedia =
  | { readonly mediaId: string; readonly sizeBytes: number }
  /** In words for people. */
  | { readonly failure: string }

/** How a platform names a message. */
export interface MessageKey {
  readonly remoteJid: string
  readonly id: string
  readonly fromMe: boolean
}

export interface InboundMessage {
  readonly channelMessageId: string
  /** All ways to recognise the sender, strongest first. */
  readonly aliases: readonly Alias[]
  /** Where an answer goes: the sender, or the group. */
  readonly address: string
  readonly name?: string
  /** Of the sender, where the platform tells it; BCP 47. */
  readonly language?: string
  readonly isGroup: boolean
  /** Epoch milliseconds, by the platform's clock. */
  readonly at: number
  readonly content: InboundContent
  readonly quotedChannelMessageId?: string
}

export interface StatusUpdate {
  readonly channelMessageId: string
  readonly status: Extract<MessageStatus, 'sent' | 'delivered' | 'read' | 'failed'>
  readonly at: number
  readonly failure?: MessageFailure
}

export interface ConnectionState {
  readonly status: ConnectionStatus
  /** In plain words: what is going on and what to do. */
  readonly reason: string
  /** Told once the platform has said it. */
  readonly phone?: string
  readonly pairing?: Pairing | null
}

export interface ChannelHandlers {
  /** Resolves when the message is stored: only then may the platform be told that we have it. */
  onInbound(message: InboundMessage): Promise<void>
  onStatus(update: StatusUpdate): Promise<void>
  onConnection(state: ConnectionState): Promise<void>
  /** The file of a message that was handed over before. */
  onMedia(channelMessageId: string, media: ReceivedMedia): Promise<void>
  /** How the platform names a message of ours; null when this number never had it. */
  findMessageKey(messageId: string): Promise<MessageKey | null>
}

/** An open line of one number to its platform. */
export interface Connection {
  /** @throws {ChannelError} with the class that decides what happens next. */
  send(message: OutboundMessage): Promise<SendReceipt>
  /** Shows "typing…" where the platform can; never fails a send. */
  setTyping?(to: string): Promise<void>
  /** Shows a contact that a message of theirs has been read, where the platform can; our id. */
  markRead?(messageId: string): Promise<void>
  /** Where the platform has groups that a program can manage. */
  readonly groups?: Groups
  /** Where the platform tells who can be written to. `phone` has digits only. */
  lookUp?(phone: string): Promise<LookUpResult>
  close(): Promise<void>
}

/** A means of transport. One folder in `channels/`; all members pass `channelContract`. */
export interface Channel {
  readonly type: ChannelType
  capabilities(number: NumberRecord, conversation: { readonly isGroup: boolean }): Capabilities
  pacing(number: NumberRecord): Pacing
  /** The platform id to propose for an outbound message: the same again for the same `seed`. */
  newMessageId(number: NumberRecord, seed: string): string
  /**
   * True when a message sent twice with the same platform id reaches the contact once. Where it is false, a message whose
   * attempt was cut off by a crash is not sent again but shown as failed.
   */
  readonly resendIsSafe: boolean
  /** Turns what a person or API wrote as a recipient into an address with aliases; null when it cannot be one. */
  resolveAddress(
    to: string,
  ): { address: string; aliases: readonly Alias[]; isGroup: boolean } | null
  /**
   * Opens the line and keeps it open, reconnecting by itself, until it is closed. Resolves as soon as the work has begun:
   * how it stands is told by `onConnection`.
   */
  connect(
    /** The number with the settings that it has now. */
    number: () => NumberRecord,
    handlers: ChannelHandlers,
    lease: () => Lease,
  ): Promise<Connection>
}

/** How fast a number may send. */
export interface Pacing {
  /** Sustained messages per second of the number; Infinity for no limit. */
  readonly perSecond: number
  /** Messages that may go at once before `perSecond` rules. */
  readonly burst: number
  /** Least time between two messages to one conversation. */
  readonly pairGapMs: number
}
