import { type AppliedEffects, applyEffects } from './applyEffects.ts'
import { chooseFlow } from './chooseFlow.ts'
import type { PipelineDependencies } from './dependencies.ts'
import { eventBase } from './eventBase.ts'
import type { Item } from './items.ts'
import type { ConversationRecord, SessionRecord } from './records.ts'
import { type Advanced, type AdvanceScope, startSession, stepSession } from './stepSession.ts'
import { audienceOf } from './trials.ts'

const NOTHING: AppliedEffects = { messages: [], timers: [], httpCalls: [] }

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
