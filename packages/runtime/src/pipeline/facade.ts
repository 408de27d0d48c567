import type { ChannelType, Content, JsonValue } from '@parley/shared'
import type { Groups, LookUpResult } from './groups.ts'
import type { InboundMessage, StatusUpdate } from './ports/channel.ts'
import type { ConnectionStatus, MessageRecord, MessageSource } from './records.ts'

/** What the API asks of the pipeline. Every message that leaves Parley is one call of `send`. */
export interface Pipeline {
  /**
   * Accepts a message for sending. When the promise resolves it is durable and has its final ids; what happens to it
   * later shows in its status.
   *
   * @throws {InputError} when the sender must change something; nothing is stored then.
   */
  send(request: SendRequest): Promise<SendResult>
  /**
   * Stores what a contact wrote and wakes the number's owner. A message that the number has seen before (same
   * channelMessageId) is stored once. Resolves when it is durable.
   */
  receive(numberId: string, message: InboundMessage): Promise<{ messageId: string; isNew: boolean }>
  /** Takes a status that the platform reported; unknown messages and steps backwards change nothing. */
  applyStatus(numberId: string, update: StatusUpdate): Promise<MessageRecord | null>
  /** Cancels a message that is still queued. False when it was too late. */
  cancel(workspaceId: string, messageId: string): Promise<boolean>
  /** Gives a conversation to a person: flows stay silent until it is resolved. */
  takeOver(
    workspaceId: string,
    conversationId: string,
    by: { to: string; note: string },
  ): Promise<void>
  /** Gives the conversation back to the bot; a session that waited in a handover goes on. */
  resolveHandover(workspaceId: string, conversationId: string): Promise<void>
  /** Starts a published flow version with a contact, without a message of theirs. */
  startFlow(request: {
    workspaceId: string
    numberId: string
    to: string
    flowVersionId: string
    variables: Readonly<Record<string, JsonValue>>
  }): Promise<{ conversationId: string }>
  /** The number should be connected, or not, from now on, restarts included. */
  setWanted(numberId: string, wanted: 'connected' | 'disconnected'): Promise<void>
  /** The number's settings changed in the database: take them now instead of with the next look. */
  refreshNumber(numberId: string): Promise<void>
  /**
   * What a connected number can do besides sending. The line is that of this process: where another one owns the number,
   * it is not connected here.
   *
   * @throws {InputError} `numberNotFound` or `numberOffline`; `notSupported` when its channel has none of it.
   */
  line(workspaceId: string, numberId: string): Promise<NumberLine>
  /** Starts to own numbers and to work. */
  start(): Promise<void>
  /** Stops intake, finishes what is in hand, gives the numbers back. */
  stop(): Promise<void>
}

/** The open line of a number. Use it at once: it ends when the connection does. */
export interface NumberLine {
  readonly groups: Groups
  /** Whether somebody with this phone (E.164 digits, with or without +) can be written to. */
  lookUp(phone: string): Promise<LookUpResult>
  /** Shows a contact that a message of theirs (our id) has been read; does nothing where the platform has no such thing. */
  markRead(messageId: string): Promise<void>
}

export interface SendRequest {
  readonly workspaceId: string
  readonly numberId: string
  /** Phone digits (with or without +), a channel address, or `conversation:<id>`. */
  readonly to: string
  readonly content: Content
  readonly source: MessageSource
  /** Epoch milliseconds in the future; absent means now. */
  readonly scheduledAt?: number
  /** Our id of the message that this one quotes. */
  readonly quotedMessageId?: string
  /** A repeat with the same key and the same request gives the first result; with another request it is refused. */
  readonly idempotencyKey?: string
  /** What to do when the number is not connected now. */
  readonly whenOffline: 'queue' | 'reject'
}

export interface SendResult {
  readonly message: MessageRecord
  /** False when the idempotency key was seen before and this is the first call's message. */
  readonly isNew: boolean
}

export type { ChannelType, ConnectionStatus }
