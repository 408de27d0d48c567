import type { ChannelType, Content, Flow, InboundContent, JsonValue } from '@parley/shared'
import type {
  ContactChange,
  Effect,
  Event,
  HttpRequest,
  HttpResult,
  Session,
} from '../engine/index.ts'

/** What the pipeline keeps. One interface a collection; every record carries its workspace. Instants are epoch milliseconds. */

export type ConnectionStatus =
  | 'disconnected'
  | 'connecting'
  | 'needsScan'
  | 'connected'
  | 'loggedOut'
  | 'failed'

/** A WhatsApp number, Telegram bot, Facebook page… connected to Parley. */
export interface NumberRecord {
  readonly id: string
  readonly workspaceId: string
  readonly name: string
  readonly channel: ChannelType
  /** E.164 digits; empty until the platform tells. */
  readonly phone: string
  /** What the owner wants; the runtime works towards it. */
  readonly wanted: 'connected' | 'disconnected'
  readonly status: ConnectionStatus
  /** In words for the person who looks at the numbers page: what is going on and what to do. */
  readonly statusReason: string
  /** What a person can scan or type right now to link the number; null when there is nothing to link. */
  readonly pairing: Pairing | null
  /** Settings of the channel, for example what a sandbox number imitates. Secrets are encrypted by the store. */
  readonly settings: Readonly<Record<string, JsonValue>>
  readonly createdAt: number
}

export interface Pairing {
  /** Text of the QR code. */
  readonly qr: string
  /** Eight characters to type on the phone instead, when one was asked for. */
  readonly code: string | null
  /** Epoch milliseconds; a new one follows by itself. */
  readonly expiresAt: number
}

/** Ownership of a number by one process. `token` only grows: a write with an older one is refused. */
export interface Lease {
  readonly numberId: string
  readonly ownerId: string
  readonly token: number
  readonly until: number
}

/** One way to reach or recognise a contact, written `<kind>:<value>`, for example `phone:15551234567` or `lid:9988`. */
export type Alias = string

export interface ContactRecord {
  readonly id: string
  /** Second public id, as a UUID. */
  readonly uuid: string
  readonly workspaceId: string
  readonly aliases: readonly Alias[]
  /** E.164 digits; empty when unknown. */
  readonly phone: string
  readonly name: string
  readonly tags: readonly string[]
  readonly attributes: Readonly<Record<string, JsonValue>>
  readonly optedOut: boolean
  /** BCP 47; empty while nobody knows it. */
  readonly language: string
  /** True: talks to flow versions on trial before anybody else does. Absent means no. */
  readonly isTestContact?: boolean
  readonly createdAt: number
  readonly lastMessageAt: number | null
}

export interface HandoverState {
  readonly at: number
  /** Person or team, as the flow says it. */
  readonly to: string
  readonly note: string
  readonly sessionId: string | null
}

/** The thread with a contact on a number. Its id is derived from both, so it needs no look-up. */
export interface ConversationRecord {
  readonly id: string
  readonly workspaceId: string
  readonly numberId: string
  readonly contactId: string
  /** The channel's address of the contact or group, for sending. */
  readonly address: string
  readonly isGroup: boolean
  readonly lastMessageAt: number
  readonly lastMessagePreview: string
  readonly lastInboundAt: number | null
  readonly unreadCount: number
  /** While set, a person answers and flows stay silent. */
  readonly handover: HandoverState | null
}

export type MessageStatus =
  /** Inbound messages have only this one. */
  'received' | 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | 'cancelled'

/** Who asked for an outbound message. */
export type MessageSource =
  | {
      readonly type: 'flow'
      readonly flowId: string
      readonly sessionId: string
      readonly nodeId: string
    }
  | { readonly type: 'api'; readonly dialect: string; readonly keyId: string }
  | { readonly type: 'person'; readonly userId: string }

/** Why a send failed, in words that are safe to show, with the class that decided what the pipeline did. */
export interface MessageFailure {
  readonly failureClass: string
  readonly message: string
}

/** One message, inbound or outbound. Outbound ones that are `open` are the outbox. */
export interface MessageRecord {
  readonly id: string
  readonly workspaceId: string
  readonly numberId: string
  readonly conversationId: string
  readonly contactId: string
  /** The channel's address of the contact or group: where this came from, or goes to. */
  readonly address: string
  readonly isGroup: boolean
  readonly direction: 'inbound' | 'outbound'
  readonly content: InboundContent
  /** What was really sent, when it went out; one entry a channel message. */
  readonly renderedAs: readonly Content[] | null
  /** The platform's id. Unique per number for inbound messages: the key against duplicates. Outbound: fixed before sending. */
  readonly channelMessageId: string | null
  /** Our id of the message that this one quotes. */
  readonly quotedMessageId: string | null
  readonly status: MessageStatus
  readonly failure: MessageFailure | null
  readonly source: MessageSource | null
  readonly createdAt: number
  /** Order among messages of the same millisecond. */
  readonly order: number
  /** Instant of each status reached. */
  readonly statusAt: Readonly<Partial<Record<MessageStatus, number>>>
  /**
   * True while the pipeline still has to do something: inbound, the conversation has not stepped through it;
   * outbound, it is neither sent nor given up.
   */
  readonly open: boolean
  /** Outbound: earliest instant of the next attempt; in the future for scheduled sends and retries. */
  readonly dueAt: number
  readonly attempts: number
  /** Inbound: the contact had never written to this workspace before. */
  readonly isFirst: boolean
  /** True when it was asked for with a time of its own. */
  readonly scheduled: boolean
  /** Outbound with an idempotency key: hash of what was asked for, to tell a repeat from a misuse. */
  readonly requestHash: string | null
}

/** A session with what the pipeline adds: owner, pinned version and the commit's own memory. */
export interface SessionRecord {
  readonly id: string
  readonly workspaceId: string
  readonly numberId: string
  readonly conversationId: string
  readonly contactId: string
  readonly flowId: string
  /** The immutable flow version that this session runs: until it ends, or until a publication moves it. */
  readonly flowVersionId: string
  readonly state: Session
  /** True while it is the conversation's current session. */
  readonly active: boolean
  /** Compare-and-set counter: grows by one with each commit. */
  readonly version: number
  /** Token of the lease under which it was last written. */
  readonly fence: number
  /** Ids of the last events stepped through, newest last: a replayed event is recognised here. */
  readonly handledEventIds: readonly string[]
  /** Effects of the last step. They are applied after the commit, again after a crash, always with the same ids. */
  readonly lastEffects: readonly Effect[]
  /** When the last step was committed: the time its messages carry. */
  readonly committedAt: number
  readonly startedAt: number
}

export interface TimerRecord {
  readonly id: string
  readonly workspaceId: string
  readonly numberId: string
  readonly conversationId: string
  readonly sessionId: string
  readonly fireAt: number
}

/** An HTTP call that a flow asked for; kept until its answer has been stepped through. */
export interface HttpCallRecord {
  readonly id: string
  readonly workspaceId: string
  readonly numberId: string
  readonly conversationId: string
  readonly sessionId: string
  readonly request: HttpRequest
  readonly result: HttpResult | null
  readonly createdAt: number
}

/** Something that a conversation must step through and that is neither a message, a timer nor an answer. */
export interface SignalRecord {
  readonly id: string
  readonly workspaceId: string
  readonly numberId: string
  readonly conversationId: string
  readonly at: number
  readonly signal:
    | { readonly type: 'handoverResolved' }
    /** Another process changed the conversation: look again. */
    | { readonly type: 'conversationChanged' }
    | {
        readonly type: 'startFlow'
        readonly flowVersionId: string
        readonly variables: Readonly<Record<string, JsonValue>>
      }
}

/** A published, immutable copy of a flow. */
export interface FlowVersionRecord {
  readonly id: string
  readonly workspaceId: string
  readonly flowId: string
  readonly versionNumber: number
  readonly flow: Flow
  /** What its author says is new in it. */
  readonly note?: string
  /** The user who published it. */
  readonly createdBy?: string
  readonly createdAt: number
}

/** For whom a version on trial is. Contacts that are marked as test contacts are always among them. */
export type TrialAudience =
  | { readonly type: 'testContacts' }
  /** 1 to 99 per cent of the contacts, always the same ones. */
  | { readonly type: 'percentage'; readonly percentage: number }

/** A version that answers some, while everybody else is answered as before. */
export interface TrialRecord {
  readonly flowVersionId: string
  readonly audience: TrialAudience
  readonly startedAt: number
  /** True: conversations that were in progress at `startedAt` go on in this version where they can. */
  readonly moves: boolean
}

/** How a flow answers on a number. */
export interface PublicationRecord {
  readonly id: string
  readonly workspaceId: string
  readonly numberId: string
  readonly flowId: string
  /** The version for everybody who is in no trial; null while there is only a trial. */
  readonly flowVersionId: string | null
  readonly publishedAt: number
  readonly trial?: TrialRecord
  /**
   * Conversations that rested at this instant go on in this version where they can. It holds until another publication
   * says otherwise, because a conversation moves only when it goes on, which may be days later.
   */
  readonly move?: { readonly flowVersionId: string; readonly at: number }
}

export interface TraceRecord {
  readonly id: string
  readonly workspaceId: string
  readonly sessionId: string
  readonly conversationId: string
  readonly at: number
  readonly entries: readonly {
    readonly at: number
    readonly nodeId: string
    readonly leftBy?: string
    readonly note?: string
  }[]
}

export type { ContactChange, Effect, Event, Session }
