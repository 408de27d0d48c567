import { numberReason } from '@parley/shared/api'
import { accept, resolveRecipient } from './accept.ts'
import { channelOf, DEFAULT_SETTINGS, type PipelineDependencies } from './dependencies.ts'
import { InputError } from './errors.ts'
import type { Pipeline } from './facade.ts'
import { newId } from './ids.ts'
import { openLine } from './openLine.ts'
import { Places } from './places.ts'
import type { StatusUpdate } from './ports/channel.ts'
import { Receiver } from './receive.ts'
import type { ConversationRecord, MessageRecord, SignalRecord } from './records.ts'
import { Supervisor } from './supervisor.ts'

/** Puts the pipeline together. Nothing runs before `start`; `send` and `receive` work without it and leave the work to other processes. */
export function createPipeline(dependencies: PipelineDependencies): Pipeline {
  const { store, clock, live, wakeups } = dependencies
  const settings = { ...DEFAULT_SETTINGS, ...dependencies.settings }
  const places = new Places(clock)
  const receiver = new Receiver(dependencies, places, (message) => {
    if (!supervisor.takeInbound(message)) wakeups.notify(message.numberId)
  })
  const intake = {
    receive: (numberId: string, message: Parameters<Receiver['receive']>[1]) =>
      receiver.receive(numberId, message),
    applyStatus,
  }
  const supervisor = new Supervisor(dependencies, settings, intake)
  let unsubscribe = () => {}

  async function applyStatus(
    numberId: string,
    update: StatusUpdate,
  ): Promise<MessageRecord | null> {
    const message = await store.messages.advanceStatus(numberId, update)
    if (message) live.publish(message.workspaceId, { type: 'message.updated', message })
    return message
  }

  async function conversationIn(
    workspaceId: string,
    conversationId: string,
  ): Promise<ConversationRecord> {
    const conversation = await store.conversations.find(conversationId)
    if (conversation?.workspaceId === workspaceId) return conversation
    throw new InputError('conversationNotFound', `There is no conversation ${conversationId}.`)
  }

  async function signal(
    {
      workspaceId,
      numberId,
      id: conversationId,
    }: Pick<ConversationRecord, 'workspaceId' | 'numberId' | 'id'>,
    what: SignalRecord['signal'],
  ): Promise<void> {
    const at = places.next().createdAt
    await store.signals.insert({
      id: newId('sig'),
      workspaceId,
      numberId,
      conversationId,
      at,
      signal: what,
    })
    live.publish(workspaceId, { type: 'conversation.updated', conversationId })
    const owned = supervisor.find(numberId)
    if (owned) owned.work.look()
    else wakeups.notify(numberId)
  }

  return {
    async send(request) {
      const result = await accept(dependencies, places, request)
      const { message, isNew } = result
      if (isNew && !supervisor.takeOutbound(message)) wakeups.notify(message.numberId)
      return result
    },
    async receive(numberId, inbound) {
      const { message, isNew } = await receiver.receive(numberId, inbound)
      return { messageId: message.id, isNew }
    },
    applyStatus,
    async cancel(workspaceId, messageId) {
      const message = await store.messages.find(messageId)
      if (message?.workspaceId !== workspaceId || message.direction !== 'outbound') return false
      const owned = supervisor.find(message.numberId)
      if (owned && !owned.work.removeOutbound(message)) return false
      const isCancelled = await store.messages.cancel(messageId, clock.now())
      if (isCancelled) {
        const cancelled: MessageRecord = { ...message, status: 'cancelled', open: false }
        live.publish(workspaceId, { type: 'message.updated', message: cancelled })
      }
      return isCancelled
    },
    async takeOver(workspaceId, conversationId, by) {
      const conversation = await conversationIn(workspaceId, conversationId)
      // A handover that a flow began stays the flow's: its session must still go on afterwards.
      const sessionId = conversation.handover?.sessionId ?? null
      const handover = { at: clock.now(), ...by, sessionId }
      await store.conversations.setHandover(conversationId, handover)
      const { numberId, contactId } = conversation
      const handedOver = { numberId, contactId, handover }
      live.publish(workspaceId, { type: 'conversation.updated', conversationId, handedOver })
      await signal(conversation, { type: 'conversationChanged' })
    },
    async resolveHandover(workspaceId, conversationId) {
      const conversation = await conversationIn(workspaceId, conversationId)
      if (conversation.handover) await signal(conversation, { type: 'handoverResolved' })
    },
    async startFlow({ workspaceId, numberId, to, flowVersionId, variables }) {
      const number = await store.numbers.find(numberId)
      const channel = number && channelOf(dependencies, number.channel)
      if (number?.workspaceId !== workspaceId || !channel) {
        throw new InputError('numberNotFound', `There is no number ${numberId}.`)
      }
      const recipient = await resolveRecipient(dependencies, number, channel, to)
      const { conversationId, contact, address, isGroup } = recipient
      await store.conversations.touch({
        id: conversationId,
        workspaceId,
        numberId,
        contactId: contact.id,
        address,
        isGroup,
        lastMessageAt: clock.now(),
        lastMessagePreview: '',
        inbound: false,
      })
      await signal(
        { workspaceId, numberId, id: conversationId },
        { type: 'startFlow', flowVersionId, variables },
      )
      return { conversationId }
    },
    async setWanted(numberId, wanted) {
      const owned = supervisor.find(numberId)
      await store.numbers.setWanted(numberId, wanted)
      await supervisor.tick()
      if (wanted === 'disconnected') {
        await store.numbers.setStatus(numberId, {
          status: 'disconnected',
          reason: numberReason('disconnected'),
          pairing: null,
        })
        const number = await store.numbers.find(numberId)
        if (number) {
          const { workspaceId, status, statusReason: reason } = number
          live.publish(workspaceId, { type: 'number.updated', numberId, status, reason })
        }
      } else if (owned) await owned.reconnect()
    },
    async refreshNumber(numberId) {
      const number = await store.numbers.find(numberId)
      if (number) supervisor.find(numberId)?.refresh(number)
    },
    async line(workspaceId, numberId) {
      const number = await store.numbers.find(numberId)
      if (number?.workspaceId !== workspaceId) {
        throw new InputError('numberNotFound', `There is no number ${numberId}.`)
      }
      return openLine(number, supervisor.find(numberId)?.connection ?? null)
    },
    async start() {
      unsubscribe = wakeups.subscribe((numberId) => supervisor.find(numberId)?.work.look())
      await supervisor.start()
    },
    async stop() {
      unsubscribe()
      await supervisor.stop()
    },
  }
}
