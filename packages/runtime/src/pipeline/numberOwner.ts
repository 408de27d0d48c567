import type { AppliedEffects } from './applyEffects.ts'
import { ConversationQueue, type QueueHost } from './conversationQueue.ts'
import type { PipelineDependencies, PipelineSettings } from './dependencies.ts'
import { HttpCalls } from './httpCalls.ts'
import {
  conversationIdOfItem,
  httpAnswerItem,
  type Item,
  messageItem,
  signalItem,
  timerItem,
} from './items.ts'
import type { Channel, Connection } from './ports/channel.ts'
import type { PublishedFlows } from './publishedFlows.ts'
import { RecentIds } from './recentIds.ts'
import type {
  ConversationRecord,
  Lease,
  MessageRecord,
  NumberRecord,
  TimerRecord,
} from './records.ts'
import { Sender } from './sender.ts'

export interface OwnerScope {
  readonly dependencies: PipelineDependencies
  readonly settings: PipelineSettings
  readonly flows: PublishedFlows
  readonly channel: Channel
  readonly number: () => NumberRecord
  /** The lease as last renewed. */
  readonly lease: () => Lease
  readonly connection: () => Connection | null
  readonly onLostLease: () => void
}

const BATCH = 1_000
const REMEMBERED_IDS = 20_000
/** Waiting work this near is kept in memory; the rest is found by looking again. */
const HORIZON_MS = 60_000
/** Sends are stopped this long before the lease runs out, because clocks and garbage collectors are not exact. */
const LEASE_MARGIN_MS = 1_000

/** All work of one number, in the one process that holds its lease: conversations, timers, HTTP calls, outbox. */
export class NumberOwner {
  readonly #scope: OwnerScope
  readonly #queues = new Map<string, ConversationQueue>()
  readonly #inHand = new Set<string>()
  readonly #closed = new RecentIds(REMEMBERED_IDS)
  readonly #abort = new AbortController()
  readonly #sender: Sender
  readonly #httpCalls: HttpCalls
  readonly #host: QueueHost
  /**
   * False until everything that an earlier owner left is in its queues. What arrives before that waits for it: a new
   * message must not overtake one whose effects a crash cut off, nor one that arrived before it during the first look.
   */
  #isCaughtUp = false
  readonly #arrivedEarly: (() => void)[] = []
  #looking: Promise<void> | null = null
  #lookAgain = false
  #cancelPoll: () => void = () => undefined

  constructor(scope: OwnerScope) {
    this.#scope = scope
    const { dependencies } = scope
    this.#sender = new Sender(dependencies, {
      number: scope.number,
      channel: scope.channel,
      connection: scope.connection,
      mayAct: () => this.#mayAct(),
      onClosed: (messageId) => this.#closed.add(messageId),
    })
    this.#httpCalls = new HttpCalls(dependencies, this.#abort.signal, (call) =>
      this.#push(httpAnswerItem(call)),
    )
    this.#host = this.#queueHost()
  }

  /** Takes up what the last owner left, then keeps looking. */
  start(): void {
    this.look()
  }

  /** Finishes what is in hand; everything else stays in the database for the next owner. */
  async stop(): Promise<void> {
    this.#abort.abort()
    this.#cancelPoll()
    await this.#looking
    await Promise.all([...this.#queues.values()].map((queue) => queue.settled()))
    await this.#sender.stop()
    await this.#httpCalls.settled()
  }

  takeInbound(message: MessageRecord): void {
    if (this.#isCaughtUp) this.#push(messageItem(message))
    else this.#takeLater(() => this.takeInbound(message))
  }

  takeOutbound(message: MessageRecord): void {
    if (!this.#isCaughtUp) return this.#takeLater(() => this.takeOutbound(message))
    const delay = message.dueAt - this.#scope.dependencies.clock.now()
    if (delay > HORIZON_MS) return
    if (delay <= 0 || !message.scheduled) return this.#pushOutbound(message)
    this.#later(delay, () => this.look())
  }

  /** False when the message is on its way already. */
  removeOutbound(message: MessageRecord): boolean {
    return this.#sender.remove(message.id, message.conversationId)
  }

  /** The number's connection is open. */
  onConnected(): void {
    this.#sender.resume()
    this.look()
  }

  /** Looks in the database for work, now; while a look is under way, once more after it. */
  look(): void {
    if (this.#looking) {
      this.#lookAgain = true
      return
    }
    this.#looking = this.#look()
      .catch((error: unknown) => {
        this.#scope.dependencies.logger.warn({ err: error }, 'could not look for work')
      })
      .finally(() => {
        this.#looking = null
        if (this.#abort.signal.aborted) return
        if (this.#lookAgain) {
          this.#lookAgain = false
          return this.look()
        }
        this.#cancelPoll()
        this.#cancelPoll = this.#scope.dependencies.clock.after(this.#scope.settings.pollMs, () =>
          this.look(),
        )
      })
  }

  async #look(): Promise<void> {
    const { store, clock } = this.#scope.dependencies
    const numberId = this.#scope.number().id
    const now = clock.now()
    const [messages, signals, calls, timers, outbound] = await Promise.all([
      store.messages.listOpenInbound(numberId, BATCH),
      store.signals.listOpen(numberId, BATCH),
      store.httpCalls.listOpen(numberId, BATCH),
      store.timers.listDue(numberId, now + HORIZON_MS, BATCH),
      store.messages.listOpenOutbound(numberId, now + HORIZON_MS, BATCH),
    ])
    const found: { at: number; item: Item }[] = [
      ...messages.map((message) => ({ at: message.createdAt, item: messageItem(message) })),
      ...signals.map((signal) => ({ at: signal.at, item: signalItem(signal) })),
    ]
    for (const { item } of found.sort((a, b) => a.at - b.at)) this.#push(item)
    for (const call of calls) {
      if (call.result) this.#push(httpAnswerItem(call))
      else this.#httpCalls.run(call)
    }
    for (const timer of timers) this.#schedule(timer)
    for (const message of outbound) {
      if (!message.scheduled || message.dueAt <= now) this.#pushOutbound(message)
      else this.#later(message.dueAt - now, () => this.look())
    }
    if (messages.length < BATCH && outbound.length < BATCH) {
      this.#isCaughtUp = true
      for (const take of this.#arrivedEarly.splice(0)) take()
    }
    // More than one batch was waiting: what is in hand now is skipped in the next look, so it gets further.
    if (messages.length === BATCH || outbound.length === BATCH) {
      this.#later(NEXT_BATCH_MS, () => this.look())
    }
  }

  #takeLater(take: () => void): void {
    this.#arrivedEarly.push(take)
    if (!this.#looking) this.look()
  }

  #push(item: Item): void {
    if (this.#abort.signal.aborted || this.#inHand.has(item.id) || this.#closed.has(item.id)) return
    this.#inHand.add(item.id)
    const conversationId = conversationIdOfItem(item)
    let queue = this.#queues.get(conversationId)
    if (!queue) {
      queue = new ConversationQueue(this.#host)
      this.#queues.set(conversationId, queue)
      this.#forgetOldest()
    }
    queue.push(item)
  }

  #pushOutbound(message: MessageRecord): void {
    if (!this.#abort.signal.aborted && !this.#closed.has(message.id)) this.#sender.push(message)
  }

  /** Keeps memory flat: conversations that rest are read again when they go on. */
  #forgetOldest(): void {
    if (this.#queues.size <= MAX_CONVERSATIONS_IN_MEMORY) return
    for (const [id, queue] of this.#queues) {
      if (queue.isIdle) this.#queues.delete(id)
      if (this.#queues.size <= MAX_CONVERSATIONS_IN_MEMORY) return
    }
  }

  #schedule(timer: TimerRecord): void {
    const delay = timer.fireAt - this.#scope.dependencies.clock.now()
    if (delay > HORIZON_MS || this.#closed.has(timer.id)) return
    if (delay <= 0) return this.#push(timerItem(timer))
    this.#later(delay, () => this.#push(timerItem(timer)))
  }

  #later(delayMs: number, callback: () => void): void {
    this.#scope.dependencies.clock.after(delayMs, () => {
      if (!this.#abort.signal.aborted) callback()
    })
  }

  #onApplied({ messages, timers, httpCalls }: AppliedEffects): void {
    for (const message of messages) this.#pushOutbound(message)
    for (const timer of timers) this.#schedule(timer)
    for (const call of httpCalls) this.#httpCalls.run(call)
  }

  #mayAct(): boolean {
    const { lease, dependencies } = this.#scope
    return dependencies.clock.now() < lease().until - LEASE_MARGIN_MS
  }

  async #close(item: Item): Promise<void> {
    const { store } = this.#scope.dependencies
    switch (item.type) {
      case 'message':
        await store.messages.closeInbound([item.id])
        break
      case 'timer':
        await store.timers.remove([item.id])
        break
      case 'httpAnswer':
        await store.httpCalls.remove([item.call.id])
        break
      case 'signal':
        await store.signals.remove([item.id])
        break
    }
    this.#closed.add(item.id)
    this.#inHand.delete(item.id)
  }

  #queueHost(): QueueHost {
    const { dependencies, flows, number, lease, onLostLease } = this.#scope
    const { store, clock, logger } = dependencies
    return {
      signal: this.#abort.signal,
      scope: (conversation, session) => ({
        dependencies,
        flows,
        number: number(),
        lease,
        conversation,
        session,
      }),
      loadConversation: (item) => this.#conversationOf(item),
      loadSession: (conversationId) => store.sessions.findLatest(conversationId),
      onApplied: (applied) => this.#onApplied(applied),
      close: (item) => this.#close(item),
      onLostLease,
      onFailure: (item, error, attempt) =>
        logger.warn({ itemId: item.id, attempt, err: error }, 'step failed; trying again'),
      wait: (delayMs) =>
        new Promise((resolve) => {
          const cancel = clock.after(delayMs, resolve)
          this.#abort.signal.addEventListener('abort', () => {
            cancel()
            resolve()
          })
        }),
    }
  }

  /** A message's conversation may not be in the database yet, because it is written after the message: then the message tells. */
  async #conversationOf(item: Item): Promise<ConversationRecord | null> {
    const { store } = this.#scope.dependencies
    const conversation = await store.conversations.find(conversationIdOfItem(item))
    if (conversation || item.type !== 'message') return conversation
    const { conversationId: id, workspaceId, numberId, contactId, address, isGroup } = item.message
    return {
      id,
      workspaceId,
      numberId,
      contactId,
      address,
      isGroup,
      lastMessageAt: item.message.createdAt,
      lastMessagePreview: '',
      lastInboundAt: item.message.createdAt,
      unreadCount: 1,
      handover: null,
    }
  }
}

const NEXT_BATCH_MS = 50
const MAX_CONVERSATIONS_IN_MEMORY = 10_000
