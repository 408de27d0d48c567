import {
  type Event,
  FlowLoopError,
  newSession,
  type Session,
  step,
  type TraceEntry,
} from '../engine/index.ts'
import { type AppliedEffects, applyEffects } from './applyEffects.ts'
import type { PipelineDependencies } from './dependencies.ts'
import { sessionIdOf } from './ids.ts'
import type { PublishedFlow, PublishedFlows } from './publishedFlows.ts'
import type { ConversationRecord, Lease, NumberRecord, SessionRecord } from './records.ts'
import { audienceOf } from './trials.ts'
import { versionOfSession } from './versionOfSession.ts'

/** Another process owns the number now: whatever this one still holds in memory is worthless. */
export class LostLeaseError extends Error {
  override name = 'LostLeaseError'
}

/** What a step works with. */
export interface AdvanceScope {
  readonly dependencies: PipelineDependencies
  readonly flows: PublishedFlows
  readonly number: NumberRecord
  readonly lease: () => Lease
  readonly conversation: ConversationRecord
  /** The conversation's latest session, as the database has it. */
  readonly session: SessionRecord | null
}

export interface Advanced {
  /** The conversation's latest session now. */
  readonly session: SessionRecord | null
  readonly applied: AppliedEffects
  /** True when the step changed the conversation itself, so that it must be read again. */
  readonly conversationChanged: boolean
}

const REMEMBERED_EVENTS = 20

/** Begins a session; one that was running is ended after the new one is durable, so that a crash between loses neither. */
export async function startSession(
  scope: AdvanceScope,
  flow: PublishedFlow,
  event: Event,
): Promise<Advanced> {
  const { dependencies, conversation, number, lease, session: before } = scope
  const id = sessionIdOf(conversation.id, event.id)
  const result = safeStep(flow, newSession(id), event)
  const record: SessionRecord = {
    id,
    workspaceId: number.workspaceId,
    numberId: number.id,
    conversationId: conversation.id,
    contactId: event.context.contact.id,
    flowId: flow.version.flowId,
    flowVersionId: flow.version.id,
    state: result.session,
    active: result.session.ended === null,
    version: 1,
    fence: lease().token,
    handledEventIds: [event.id],
    lastEffects: result.effects,
    committedAt: event.at,
    // Later than the session before, also within one millisecond: the latest session is the one that counts.
    startedAt: Math.max(event.at, (before?.startedAt ?? 0) + 1),
  }
  if (!(await dependencies.store.sessions.insert(record))) throw new LostLeaseError()
  const [applied] = await Promise.all([
    applyEffects(dependencies, number, conversation, record),
    recordTrace(dependencies, record, result.trace),
    before?.active ? interrupt(scope, before) : undefined,
  ])
  return { session: record, applied, conversationChanged: handsOver(record) }
}

async function interrupt(
  { dependencies, lease }: AdvanceScope,
  session: SessionRecord,
): Promise<void> {
  const ended: SessionRecord = {
    ...session,
    state: { ...session.state, waiting: null, ended: { reason: 'interrupted' } },
    active: false,
    version: session.version + 1,
    fence: lease().token,
  }
  await dependencies.store.sessions.commit(ended, session.version)
}

/** Takes a session on by one step: the step, its one durable commit, its effects. */
export async function stepSession(
  scope: AdvanceScope,
  session: SessionRecord,
  event: Event,
): Promise<Advanced> {
  const { dependencies, conversation, number, lease, flows } = scope
  const contact = await audienceOf(dependencies, session.workspaceId, session.contactId)
  const { flow, state, trace } = await versionOfSession(flows, session, { contact, at: event.at })
  const result = flow
    ? safeStep(flow, state, event)
    : stopped(state, 'The flow version that this conversation was in has been deleted.')
  const next: SessionRecord = {
    ...session,
    flowVersionId: flow?.version.id ?? session.flowVersionId,
    state: result.session,
    active: result.session.ended === null,
    version: session.version + 1,
    fence: lease().token,
    handledEventIds: [...session.handledEventIds.slice(1 - REMEMBERED_EVENTS), event.id],
    lastEffects: result.effects,
    committedAt: event.at,
  }
  if (!(await dependencies.store.sessions.commit(next, session.version))) throw new LostLeaseError()
  const [applied] = await Promise.all([
    applyEffects(dependencies, number, conversation, next),
    recordTrace(dependencies, next, [...trace, ...result.trace]),
  ])
  return { session: next, applied, conversationChanged: handsOver(next) }
}

const handsOver = (session: SessionRecord) =>
  session.lastEffects.some(({ type }) => type === 'handOver')

/** A flow that runs in circles ends the session and leaves a trace for its author; it must not stop the conversation for ever. */
function safeStep(flow: PublishedFlow, session: Session, event: Event): ReturnType<typeof step> {
  try {
    return step(flow.compiled, session, event)
  } catch (error) {
    if (!(error instanceof FlowLoopError)) throw error
    return {
      session: {
        ...session,
        stepNumber: session.stepNumber + 1,
        waiting: null,
        ended: { reason: 'loop', nodeIds: error.nodeIds },
      },
      effects: [],
      trace: error.nodeIds.map((nodeId) => ({
        at: event.at,
        nodeId,
        note: 'Part of an endless loop',
      })),
    }
  }
}

const stopped = (session: Session, message: string): ReturnType<typeof step> => ({
  session: {
    ...session,
    stepNumber: session.stepNumber + 1,
    waiting: null,
    ended: { reason: 'error', message },
  },
  effects: [],
  trace: [],
})

async function recordTrace(
  { store }: PipelineDependencies,
  session: SessionRecord,
  entries: readonly TraceEntry[],
): Promise<void> {
  if (entries.length === 0) return
  const { id: sessionId, workspaceId, conversationId, committedAt: at } = session
  const id = `${sessionId}-${session.state.stepNumber}`
  await store.traces.insert({ id, workspaceId, sessionId, conversationId, at, entries })
}
