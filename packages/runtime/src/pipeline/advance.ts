import {
  type Event,
  type EventContext,
  FlowLoopError,
  newSession,
  type Session,
  step,
  type TraceEntry,
} from '../engine/index.ts'
import { type AppliedEffects, applyEffects } from './applyEffects.ts'
import { chooseFlow } from './chooseFlow.ts'
import type { PipelineDependencies } from './dependencies.ts'
import { seedOf, sessionIdOf } from './ids.ts'
import type { Item } from './items.ts'
import { DEFAULT_TIME_ZONE, type PublishedFlow, type PublishedFlows } from './publishedFlows.ts'
import type {
  ContactRecord,
  ConversationRecord,
  Lease,
  NumberRecord,
  SessionRecord,
} from './records.ts'
import type { Audience } from './trials.ts'
import { versionOfSession } from './versionOfSession.ts'

/** Another process owns the number now: whatever this one still holds in memory is worthless. */
export class LostLeaseError extends Error {
  override name = 'LostLeaseError'
}

/** What `advance` works with. */
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

const NOTHING: AppliedEffects = { messages: [], timers: [], httpCalls: [] }
const REMEMBERED_EVENTS = 20

/**
 * Takes one conversation one event further: step, one durable commit, effects. Called again with the same item after a
 * crash at any point, it ends with the same session, messages and timers.
 *
 * @throws {LostLeaseError} when another owner was faster.
 */
export async function advance(scope: AdvanceScope, item: Item): Promise<Advanced> {
  const { session } = scope
  if (session?.handledEventIds.includes(item.id)) return repeatEffects(scope, session, item)
  if (item.type === 'signal') return advanceBySignal(scope, item)
  if (item.type === 'message') return advanceByMessage(scope, item)

  // Timers and answers belong to one session; when it is over, so are they.
  const sessionId = item.type === 'timer' ? item.timer.sessionId : item.call.sessionId
  if (!session?.active || session.id !== sessionId) return unchanged(scope)
  const base = await eventBase(scope, item, session.contactId)
  if (item.type === 'timer') {
    return stepSession(scope, session, { ...base, type: 'timer', timerId: item.id })
  }
  if (!item.call.result) return unchanged(scope)
  const { id: effectId, result } = item.call
  return stepSession(scope, session, { ...base, type: 'httpResponse', effectId, result })
}

const unchanged = ({ session }: AdvanceScope): Advanced => ({
  session,
  applied: NOTHING,
  conversationChanged: false,
})

/** The step was committed before: what may be missing is its effects. */
async function repeatEffects(
  { dependencies, number, conversation }: AdvanceScope,
  session: SessionRecord,
  item: Item,
): Promise<Advanced> {
  const isLastStep = session.handledEventIds.at(-1) === item.id
  const applied = isLastStep
    ? await applyEffects(dependencies, number, conversation, session)
    : NOTHING
  return { session, applied, conversationChanged: true }
}

async function advanceByMessage(
  scope: AdvanceScope,
  item: Extract<Item, { type: 'message' }>,
): Promise<Advanced> {
  const { conversation, dependencies, session, flows, number } = scope
  const { message } = item
  if (conversation.handover) return unchanged(scope)
  const base = await eventBase(scope, item, message.contactId)
  if (base.context.contact.optedOut) return unchanged(scope)

  const running = session?.active ? session : null
  const audience = await audienceOf(dependencies, number.workspaceId, message.contactId)
  const start = chooseFlow(await flows.listFor(number.id, audience), message, {
    at: base.at,
    hasRunningSession: running !== null,
  })
  if (start) {
    const incoming = { messageId: message.id, content: message.content }
    return startSession(scope, start.flow, {
      ...base,
      type: 'started',
      triggerId: start.triggerId,
      message: incoming,
    })
  }
  if (!running) return unchanged(scope)
  return stepSession(scope, running, {
    ...base,
    type: 'message',
    message: { messageId: message.id, content: message.content },
  })
}

async function advanceBySignal(
  scope: AdvanceScope,
  item: Extract<Item, { type: 'signal' }>,
): Promise<Advanced> {
  const { dependencies, conversation, session, flows } = scope
  const { signal } = item.signal
  switch (signal.type) {
    case 'conversationChanged':
      return { ...unchanged(scope), conversationChanged: true }
    case 'handoverResolved': {
      const waitsForIt = session?.active && conversation.handover?.sessionId === session.id
      const advanced = waitsForIt
        ? await stepSession(scope, session, {
            ...(await eventBase(scope, item, session.contactId)),
            type: 'handoverResolved',
          })
        : unchanged(scope)
      await clearHandover(dependencies, conversation, advanced)
      return { ...advanced, conversationChanged: true }
    }
    case 'startFlow': {
      const flow = await flows.find(signal.flowVersionId)
      if (!flow) return unchanged(scope)
      const base = await eventBase(scope, item, conversation.contactId)
      const { variables } = signal
      return startSession(scope, flow, { ...base, type: 'started', triggerId: null, variables })
    }
  }
}

/** The step may have handed over once more; then the new handover stays. */
async function clearHandover(
  { store }: PipelineDependencies,
  conversation: ConversationRecord,
  { session }: Advanced,
): Promise<void> {
  const handedOverAgain = session?.lastEffects.some(({ type }) => type === 'handOver') ?? false
  const wasThisStep = session !== null && session.committedAt > (conversation.handover?.at ?? 0)
  if (!(handedOverAgain && wasThisStep))
    await store.conversations.setHandover(conversation.id, null)
}

/** Begins a session; one that was running is ended after the new one is durable, so that a crash between loses neither. */
async function startSession(
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

async function stepSession(
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

async function eventBase(
  { dependencies, conversation, number, session }: AdvanceScope,
  item: Item,
  contactId: string,
): Promise<{ id: string; at: number; seed: number; context: EventContext }> {
  const { store, clock } = dependencies
  const contact = await store.contacts.find(number.workspaceId, contactId)
  return {
    id: item.id,
    // Never before the last step: what a flow says of time must not run backwards.
    at: Math.max(clock.now(), session?.committedAt ?? 0),
    seed: seedOf(item.id),
    context: {
      contact: toContextContact(contactId, contact),
      conversation: { id: conversation.id, isGroup: conversation.isGroup },
      number: { id: number.id, name: number.name, phone: number.phone },
      channel: number.channel,
      timeZone: DEFAULT_TIME_ZONE,
    },
  }
}

/** Which versions are for the contact; whoever was deleted while they wrote is no test contact. */
async function audienceOf(
  { store }: PipelineDependencies,
  workspaceId: string,
  contactId: string,
): Promise<Audience> {
  return (await store.contacts.find(workspaceId, contactId)) ?? { id: contactId }
}

/** A contact that was deleted while it wrote is still answered, as somebody unknown. */
const toContextContact = (id: string, contact: ContactRecord | null): EventContext['contact'] => ({
  id,
  name: contact?.name ?? '',
  phone: contact?.phone ?? '',
  tags: contact?.tags ?? [],
  attributes: contact?.attributes ?? {},
  optedOut: contact?.optedOut ?? false,
  language: contact?.language ?? '',
})
