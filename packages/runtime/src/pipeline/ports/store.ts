import type { Content } from '@parley/shared'
import type { ContactChange, HttpResult } from '../../engine/index.ts'
import type {
  Alias,
  ContactRecord,
  ConversationRecord,
  FlowVersionRecord,
  HandoverState,
  HttpCallRecord,
  Lease,
  MessageFailure,
  MessageRecord,
  NumberRecord,
  PublicationRecord,
  SessionRecord,
  SignalRecord,
  TimerRecord,
  TraceRecord,
} from '../records.ts'
import type { ConnectionState, ReceivedMedia, StatusUpdate } from './channel.ts'

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
