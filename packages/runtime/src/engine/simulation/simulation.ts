import type { ChannelType, Content, InboundContent, JsonValue } from '@parley/shared'
import type { HttpRequest, HttpResult, Session, SessionEnd, TraceEntry, Unsaid } from '../types.ts'

/** Who writes to the flow. */
export interface SimulatedContact {
  readonly name: string
  /** E.164 digits without +. */
  readonly phone: string
  readonly tags: readonly string[]
  readonly attributes: Readonly<Record<string, JsonValue>>
  /** BCP 47; absent or empty: not known. */
  readonly language?: string
}

/** One line of the conversation: what was said, and what happened between. */
export type LogEntry = { readonly id: number; readonly at: number } & LogLine

/** What a line says, without its number and time. */
export type LogLine =
  /** What the flow wants to send; the channel decides how it looks. */
  | { readonly type: 'sent'; readonly content: Content; readonly nodeId: string }
  /** The contact did not get what a node says, or not as it was meant. */
  | { readonly type: 'unsaid'; readonly nodeId: string; readonly reason: Unsaid }
  | { readonly type: 'received'; readonly content: InboundContent }
  | { readonly type: 'started'; readonly nodeId: string | null }
  | { readonly type: 'noTrigger' }
  | { readonly type: 'skipped'; readonly ms: number }
  /** A timer has gone off by itself. */
  | { readonly type: 'waited' }
  /** Who writes and where from here on: the author has changed it. */
  | { readonly type: 'setUp'; readonly contact: SimulatedContact; readonly channel: ChannelType }
  | { readonly type: 'called'; readonly nodeId: string; readonly result: HttpResult }
  | { readonly type: 'handedOver'; readonly nodeId: string; readonly to: string }
  | { readonly type: 'handedBack' }
  | {
      readonly type: 'ended'
      readonly end: SessionEnd
      /** The node that would have come next, had it been finished. */
      readonly unfinished?: { readonly nodeId: string; readonly message: string }
    }

/** A line of the trace, with its place in the conversation. */
export interface SimulatedStep extends TraceEntry {
  /** Counts the steps of the conversation; entries of one step share it. */
  readonly number: number
  /** Counts the sessions: each begins with a trigger, or by hand. */
  readonly session: number
}

/** A running timer. */
export interface SimulatedTimer {
  readonly id: string
  readonly nodeId: string
  /** On the conversation's clock. */
  readonly fireAt: number
}

/** A request that waits for its answer. */
export interface PendingCall {
  readonly effectId: string
  readonly nodeId: string
  readonly request: HttpRequest
}

/** Who writes, and where. */
export interface SetUp {
  readonly contact: SimulatedContact
  readonly channel: ChannelType
}

/** A conversation with the draft, all of it. Nothing changes it: every function below gives the next one. */
export interface Simulation {
  readonly contact: SimulatedContact
  readonly channel: ChannelType
  /** Who wrote and where when the conversation began; null before that. */
  readonly begunWith: SetUp | null
  /** What the log says of the two, and what the flow has made of it since. */
  readonly known: SetUp | null
  readonly session: Session | null
  readonly log: readonly LogEntry[]
  readonly steps: readonly SimulatedStep[]
  readonly timers: readonly SimulatedTimer[]
  readonly call: PendingCall | null
  /** Node at which a person has taken over; null while the flow answers. */
  readonly handedOverAt: string | null
  /** By how much the conversation's clock is ahead of the real one. */
  readonly skippedMs: number
  /** Names of the variables that the last step set or changed. */
  readonly changedVariables: ReadonlySet<string>
  /** Sessions begun so far: part of the next one's id. */
  readonly sessions: number
}

/** When something happens, and the seed of its random choices. */
export interface Moment {
  /** Real time, epoch milliseconds. */
  readonly now: number
  readonly seed: number
}

export function newSimulation(contact: SimulatedContact, channel: ChannelType): Simulation {
  return {
    contact,
    channel,
    begunWith: null,
    known: null,
    session: null,
    log: [],
    steps: [],
    timers: [],
    call: null,
    handedOverAt: null,
    skippedMs: 0,
    changedVariables: new Set(),
    sessions: 0,
  }
}

export const isRunning = ({ session }: Simulation): boolean =>
  session !== null && session.ended === null

/** The time that the flow sees. */
export const clockOf = ({ skippedMs }: Simulation, now: number): number => now + skippedMs

/** The timer that goes off first. */
export const nextTimer = ({ timers }: Simulation): SimulatedTimer | null =>
  timers.toSorted((a, b) => a.fireAt - b.fireAt)[0] ?? null
