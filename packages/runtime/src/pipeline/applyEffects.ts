import type { Effect } from '../engine/index.ts'
import type { PipelineDependencies } from './dependencies.ts'
import { channelOf } from './dependencies.ts'
import { preview } from './receive.ts'
import type {
  ConversationRecord,
  HttpCallRecord,
  MessageRecord,
  NumberRecord,
  SessionRecord,
  TimerRecord,
} from './records.ts'

/** What the rest of the number's owner must hear of, once the effects are durable. */
export interface AppliedEffects {
  readonly messages: readonly MessageRecord[]
  readonly timers: readonly TimerRecord[]
  readonly httpCalls: readonly HttpCallRecord[]
}

type EffectOf<Type extends Effect['type']> = Extract<Effect, { type: Type }>

/**
 * Makes the effects of a session's last step durable. All ids come from the step, so doing it again after a crash
 * changes nothing.
 */
export async function applyEffects(
  dependencies: PipelineDependencies,
  number: NumberRecord,
  conversation: ConversationRecord,
  session: SessionRecord,
): Promise<AppliedEffects> {
  const { store } = dependencies
  const effects = session.lastEffects
  const messages = ofType(effects, 'send').map((effect, index) =>
    toMessage(dependencies, number, conversation, session, effect, index),
  )
  const timers = ofType(effects, 'startTimer').map((effect) => toTimer(session, effect))
  const httpCalls = ofType(effects, 'httpRequest').map((effect) => toHttpCall(session, effect))
  const cancelled = ofType(effects, 'cancelTimer').map(({ timerId }) => timerId)

  const [inserted] = await Promise.all([
    insertMessages(dependencies, messages),
    ...timers.map((timer) => store.timers.insert(timer)),
    ...httpCalls.map((call) => store.httpCalls.insert(call)),
    removeTimers(dependencies, cancelled),
    changeContact(dependencies, session, ofType(effects, 'updateContact')),
    handOver(dependencies, session, ofType(effects, 'handOver')),
    touchConversation(dependencies, conversation, messages),
  ])
  for (const message of inserted) {
    dependencies.live.publish(session.workspaceId, { type: 'message.queued', message })
  }
  return { messages: inserted, timers, httpCalls }
}

const ofType = <Type extends Effect['type']>(effects: readonly Effect[], type: Type) =>
  effects.filter((effect): effect is EffectOf<Type> => effect.type === type)

/** The messages as the database has them: those that were there before a crash may have gone out already. */
async function insertMessages(
  { store }: PipelineDependencies,
  messages: readonly MessageRecord[],
): Promise<readonly MessageRecord[]> {
  if (messages.length === 0) return []
  const newIds = new Set(await store.messages.insertOutbound(messages))
  const records = await Promise.all(
    messages.map(async (message) =>
      newIds.has(message.id) ? message : store.messages.find(message.id),
    ),
  )
  return records.filter((record) => record !== null).filter(({ open }) => open)
}

async function removeTimers(
  { store }: PipelineDependencies,
  timerIds: readonly string[],
): Promise<void> {
  if (timerIds.length > 0) await store.timers.remove(timerIds)
}

async function changeContact(
  { store, live }: PipelineDependencies,
  session: SessionRecord,
  effects: readonly EffectOf<'updateContact'>[],
): Promise<void> {
  // One after the other: a tag added and removed in one step must end removed.
  for (const { change } of effects) {
    await store.contacts.applyChange(session.workspaceId, session.contactId, change)
  }
  if (effects.length === 0) return
  const { workspaceId, contactId } = session
  live.publish(workspaceId, { type: 'contact.updated', contactId })
}

async function handOver(
  { store, live }: PipelineDependencies,
  session: SessionRecord,
  effects: readonly EffectOf<'handOver'>[],
): Promise<void> {
  const last = effects.at(-1)
  if (!last) return
  const { workspaceId, numberId, contactId, conversationId } = session
  const handover = {
    at: session.committedAt,
    to: last.to,
    note: last.note,
    sessionId: session.id,
  }
  await store.conversations.setHandover(conversationId, handover)
  live.publish(workspaceId, {
    type: 'conversation.updated',
    conversationId,
    handedOver: { numberId, contactId, handover },
  })
}

async function touchConversation(
  { store }: PipelineDependencies,
  conversation: ConversationRecord,
  messages: readonly MessageRecord[],
): Promise<void> {
  const last = messages.at(-1)
  if (!last) return
  const { id, workspaceId, numberId, contactId, address, isGroup } = conversation
  await store.conversations.touch({
    id,
    workspaceId,
    numberId,
    contactId,
    address,
    isGroup,
    lastMessageAt: last.createdAt,
    lastMessagePreview: preview(last.content),
    inbound: false,
  })
}

function toMessage(
  dependencies: PipelineDependencies,
  number: NumberRecord,
  conversation: ConversationRecord,
  session: SessionRecord,
  effect: EffectOf<'send'>,
  order: number,
): MessageRecord {
  const id = `msg_${effect.id}`
  return {
    id,
    workspaceId: session.workspaceId,
    numberId: session.numberId,
    conversationId: conversation.id,
    contactId: session.contactId,
    address: conversation.address,
    isGroup: conversation.isGroup,
    direction: 'outbound',
    content: effect.content,
    renderedAs: null,
    channelMessageId: channelOf(dependencies, number.channel)?.newMessageId(number, id) ?? null,
    quotedMessageId: effect.quotedMessageId ?? null,
    status: 'queued',
    failure: null,
    source: {
      type: 'flow',
      flowId: session.flowId,
      sessionId: session.id,
      nodeId: effect.nodeId,
    },
    createdAt: session.committedAt,
    order,
    statusAt: { queued: session.committedAt },
    open: true,
    dueAt: session.committedAt,
    attempts: 0,
    isFirst: false,
    scheduled: false,
    requestHash: null,
  }
}

const toTimer = (session: SessionRecord, effect: EffectOf<'startTimer'>): TimerRecord => ({
  id: effect.id,
  workspaceId: session.workspaceId,
  numberId: session.numberId,
  conversationId: session.conversationId,
  sessionId: session.id,
  fireAt: effect.fireAt,
})

const toHttpCall = (session: SessionRecord, effect: EffectOf<'httpRequest'>): HttpCallRecord => ({
  id: effect.id,
  workspaceId: session.workspaceId,
  numberId: session.numberId,
  conversationId: session.conversationId,
  sessionId: session.id,
  request: effect.request,
  result: null,
  createdAt: session.committedAt,
})
