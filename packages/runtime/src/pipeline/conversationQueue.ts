import { advance } from './advance.ts'
import type { AppliedEffects } from './applyEffects.ts'
import type { Item } from './items.ts'
import type { ConversationRecord, SessionRecord } from './records.ts'
import { type AdvanceScope, LostLeaseError } from './stepSession.ts'

/** What a conversation's queue needs from the owner of its number. */
export interface QueueHost {
  scope(conversation: ConversationRecord, session: SessionRecord | null): AdvanceScope
  loadConversation(item: Item): Promise<ConversationRecord | null>
  loadSession(conversationId: string): Promise<SessionRecord | null>
  /** The step's effects are durable: send, schedule, call. */
  onApplied(applied: AppliedEffects): void
  /** The item needs no replay any more. */
  close(item: Item): Promise<void>
  onLostLease(): void
  onFailure(item: Item, error: unknown, attempt: number): void
  wait(delayMs: number): Promise<void>
  readonly signal: AbortSignal
}

const FIRST_RETRY_MS = 200
const MAX_RETRY_MS = 30_000

/**
 * The events of one conversation, one at a time, in order. What it remembers between events is a copy of what the
 * database has; after any trouble it reads again.
 */
export class ConversationQueue {
  readonly #host: QueueHost
  readonly #items: Item[] = []
  #conversation: ConversationRecord | null = null
  #session: SessionRecord | null | undefined
  #isRunning = false
  #settled: Promise<void> = Promise.resolve()

  constructor(host: QueueHost) {
    this.#host = host
  }

  get isIdle(): boolean {
    return !this.#isRunning
  }

  push(item: Item): void {
    this.#items.push(item)
    if (this.#isRunning) return
    this.#isRunning = true
    this.#settled = this.#run()
  }

  /** Resolves when nothing is in hand. */
  async settled(): Promise<void> {
    await this.#settled
  }

  async #run(): Promise<void> {
    try {
      for (let item = this.#items[0]; item && !this.#host.signal.aborted; item = this.#items[0]) {
        const isDone = await this.#handle(item)
        if (!isDone) return
        this.#remove(item)
      }
    } finally {
      // In the same tick in which the loop saw the queue empty, so that no push can fall between.
      this.#isRunning = false
    }
  }

  /** Tries until it is done: an item is never skipped because the database was away. False when the owner must stop. */
  async #handle(item: Item): Promise<boolean> {
    for (let attempt = 1; !this.#host.signal.aborted; attempt++) {
      try {
        await this.#advance(item)
        return true
      } catch (error) {
        this.#forget()
        if (error instanceof LostLeaseError) {
          this.#host.onLostLease()
          return false
        }
        this.#host.onFailure(item, error, attempt)
        await this.#host.wait(Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempt - 1)))
      }
    }
    return false
  }

  async #advance(item: Item): Promise<void> {
    this.#conversation ??= await this.#host.loadConversation(item)
    // The number or conversation was deleted meanwhile; there is nobody to answer.
    if (!this.#conversation) return this.#host.close(item)
    if (this.#session === undefined) {
      this.#session = await this.#host.loadSession(this.#conversation.id)
      const unfinished = this.#unfinished(this.#session)
      if (unfinished && unfinished !== item) {
        // Its effects may be missing, and the next step would put its own in their place.
        await this.#take(unfinished, this.#conversation)
        this.#remove(unfinished)
        return this.#advance(item)
      }
    }
    await this.#take(item, this.#conversation)
  }

  #remove(item: Item): void {
    this.#items.splice(this.#items.indexOf(item), 1)
  }

  /** The item of the session's last step, when it waits here: a crash came between the step and its end. */
  #unfinished(session: SessionRecord | null): Item | undefined {
    const lastEventId = session?.handledEventIds.at(-1)
    return this.#items.find(({ id }) => id === lastEventId)
  }

  async #take(item: Item, conversation: ConversationRecord): Promise<void> {
    const advanced = await advance(this.#host.scope(conversation, this.#session ?? null), item)
    this.#session = advanced.session
    if (advanced.conversationChanged) this.#conversation = null
    this.#host.onApplied(advanced.applied)
    await this.#host.close(item)
  }

  #forget(): void {
    this.#conversation = null
    this.#session = undefined
  }
}
