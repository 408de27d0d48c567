import type { Capabilities, ChannelType, Content, InboundContent } from '@parley/shared'
import type { ContactChange, HttpRequest, HttpResult } from '../engine/index.ts'
import type { Groups, LookUpResult } from './groups.ts'
import type {
  Alias,
  ConnectionStatus,
  ContactRecord,
  ConversationRecord,
  FlowVersionRecord,
  HandoverState,
  HttpCallRecord,
  Lease,
  MessageFailure,
  MessageRecord,
  MessageStatus,
  NumberRecord,
  Pairing,
  PublicationRecord,
  SessionRecord,
  SignalRecord,
  TimerRecord,
  TraceRecord,
} from './records.ts'

/** What the pipeline needs from the world. Channels, the store and `main` implement these; nothing else is imported. */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Calls back once after `delayMs`; the returned function cancels. */
  after(delayMs: number, callback: () => void): () => void
}

export interface Logger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

// ---------------------------------------------------------------------------------------------- channels

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

// ---------------------------------------------------------------------------------------------- store

export interface NewContact {
  readonly workspaceId: string
  readonly aliases: readonly Alias[]
  readonly phone: string
  readonly name: string
  /** BCP 47, as the platform tells it. */
  readonly language?: string
  readonly at: number
}

/**
 * The database, as the pipeline sees it. Methods take one thing; an implementation groups calls that are made at the
 * same time into bulk operations. A promise resolves when the write is durable.
 */
export interface Store {
  readonly numbers: {
    find(numberId: string): Promise<NumberRecord | null>
    /** All numbers that want to be connected. */
    listWanted(): Promise<readonly NumberRecord[]>
    setStatus(numberId: string, state: ConnectionState): Promise<void>
    setWanted(numberId: string, wanted: NumberRecord['wanted']): Promise<void>
    /** Takes the number when it is free or its lease has run out; the token grows by one. Null when another owner has it. */
    acquireLease(
      numberId: string,
      ownerId: string,
      now: number,
      ttlMs: number,
    ): Promise<Lease | null>
    /** Prolongs a lease that is still ours; null when it was lost. */
    renewLease(lease: Lease, now: number, ttlMs: number): Promise<Lease | null>
    releaseLease(lease: Lease): Promise<void>
    /** Frees every lease: only for a process that knows it is alone with the database. */
    releaseAllLeases(): Promise<void>
  }
  readonly contacts: {
    find(workspaceId: string, contactId: string): Promise<ContactRecord | null>
    /**
     * The contact that has any of the aliases, with those it lacked added; made new when there is none. When the aliases
     * belong to two contacts the older one is kept for this message and the event is logged.
     */
    resolve(contact: NewContact): Promise<ContactRecord>
    applyChange(workspaceId: string, contactId: string, change: ContactChange): Promise<void>
    touch(workspaceId: string, contactId: string, lastMessageAt: number): Promise<void>
    setOptedOut(workspaceId: string, contactId: string, optedOut: boolean): Promise<void>
  }
  readonly conversations: {
    find(conversationId: string): Promise<ConversationRecord | null>
    /** Makes the conversation or brings its summary up to date. `unread` is added to the count. */
    touch(
      conversation: Omit<ConversationRecord, 'unreadCount' | 'handover' | 'lastInboundAt'> & {
        readonly inbound: boolean
      },
    ): Promise<void>
    setHandover(conversationId: string, handover: HandoverState | null): Promise<void>
  }
  readonly messages: {
    /** False when (number, channelMessageId) was there already: the platform delivered it twice. */
    insertInbound(message: MessageRecord): Promise<boolean>
    /** Inserts outbound messages; those whose id exists are left as they are. Returns the ids that were new. */
    insertOutbound(messages: readonly MessageRecord[]): Promise<readonly string[]>
    find(messageId: string): Promise<MessageRecord | null>
    findByChannelId(numberId: string, channelMessageId: string): Promise<MessageRecord | null>
    /** Open inbound messages of a number in the order of (createdAt, order). */
    listOpenInbound(numberId: string, limit: number): Promise<readonly MessageRecord[]>
    /** Open outbound messages of a number with dueAt <= until, in the order of (createdAt, order). */
    listOpenOutbound(
      numberId: string,
      until: number,
      limit: number,
    ): Promise<readonly MessageRecord[]>
    /** Adds the file to a stored inbound message. Null when there is no such message. */
    attachMedia(
      numberId: string,
      channelMessageId: string,
      media: ReceivedMedia,
    ): Promise<MessageRecord | null>
    /** The conversation has stepped through these. */
    closeInbound(messageIds: readonly string[]): Promise<void>
    /** Before an attempt: fixes the platform id and counts the attempt. */
    recordAttempt(
      messageId: string,
      attempt: { channelMessageId: string; attempts: number },
    ): Promise<void>
    recordSent(
      messageId: string,
      sent: {
        at: number
        channelMessageId: string
        attempts: number
        renderedAs: readonly Content[]
      },
    ): Promise<void>
    recordFailed(
      messageId: string,
      failed: { at: number; failure: MessageFailure; attempts: number },
    ): Promise<void>
    /** The attempt failed and another follows: stays open. */
    postpone(
      messageId: string,
      postponed: { dueAt: number; failure: MessageFailure; attempts: number },
    ): Promise<void>
    /**
     * Raises an outbound message's status by the rank queued < sent < delivered < read; `failed` only below delivered.
     * Null when nothing changed.
     */
    advanceStatus(numberId: string, update: StatusUpdate): Promise<MessageRecord | null>
    /** Takes a message that is still queued and open out of the outbox. False when it was too late. */
    cancel(messageId: string, at: number): Promise<boolean>
  }
  readonly sessions: {
    /** The conversation's session with the greatest `startedAt`, ended or not; null when there is none. */
    findLatest(conversationId: string): Promise<SessionRecord | null>
    /** False when a session with this id exists. */
    insert(session: SessionRecord): Promise<boolean>
    /**
     * THE durable commit of a step: replaces the session if its version is `expectedVersion` and its fence is not
     * above the new one. False when somebody else was faster.
     */
    commit(session: SessionRecord, expectedVersion: number): Promise<boolean>
  }
  readonly timers: {
    insert(timer: TimerRecord): Promise<void>
    remove(timerIds: readonly string[]): Promise<void>
    /** Timers of a number with fireAt <= until, earliest first. */
    listDue(numberId: string, until: number, limit: number): Promise<readonly TimerRecord[]>
  }
  readonly httpCalls: {
    insert(call: HttpCallRecord): Promise<void>
    recordResult(callId: string, result: HttpResult): Promise<void>
    remove(callIds: readonly string[]): Promise<void>
    /** All calls of a number, answered or not, oldest first. */
    listOpen(numberId: string, limit: number): Promise<readonly HttpCallRecord[]>
  }
  readonly signals: {
    insert(signal: SignalRecord): Promise<void>
    remove(signalIds: readonly string[]): Promise<void>
    listOpen(numberId: string, limit: number): Promise<readonly SignalRecord[]>
  }
  readonly flows: {
    findVersion(flowVersionId: string): Promise<FlowVersionRecord | null>
    listPublications(numberId: string): Promise<readonly PublicationRecord[]>
  }
  readonly traces: {
    insert(trace: TraceRecord): Promise<void>
  }
}

// ---------------------------------------------------------------------------------------------- others

/** Makes an HTTP call through the guarded client. Never throws: what goes wrong is a result. */
export interface HttpCaller {
  call(request: HttpRequest, signal: AbortSignal): Promise<HttpResult>
}

/** Something that happened, for screens and webhooks. Published after it is durable. */
export type LiveEvent =
  | {
      readonly type: 'message.received' | 'message.queued' | 'message.updated'
      readonly message: MessageRecord
    }
  | {
      readonly type: 'conversation.updated'
      readonly conversationId: string
      /** Present when it was given to a person just now. */
      readonly handedOver?: {
        readonly numberId: string
        readonly contactId: string
        readonly handover: HandoverState
      }
    }
  /** Name, tags, attributes or opt-out; by a flow or by a person. */
  | { readonly type: 'contact.updated'; readonly contactId: string }
  | {
      readonly type: 'number.updated'
      readonly numberId: string
      readonly status: ConnectionStatus
      readonly reason: string
    }

export interface LiveFeed {
  publish(workspaceId: string, event: LiveEvent): void
}

/** Wakes the owner of a number when there is work for it. */
export interface Wakeups {
  notify(numberId: string): void
  subscribe(listener: (numberId: string) => void): () => void
}
