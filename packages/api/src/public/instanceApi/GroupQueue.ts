import {
  ChannelError,
  type Clock,
  FAILURE_CLASSES,
  InputError,
  type Logger,
  type NumberLine,
  type Pipeline,
} from '@parley/runtime/pipeline'
import type { GroupRequestRecord, MongoStore } from '@parley/runtime/store'
import type { LiveHub } from '../../live/LiveHub.ts'

const LOOK_EVERY_MS = 30_000
/** After this long without an answer, the process that asked the platform is taken for dead. */
const ANSWER_WITHIN_MS = 120_000
const FIRST_RETRY_MS = 5_000
const LAST_RETRY_MS = 600_000
const MAX_ATTEMPTS = 20

export interface GroupQueueOptions {
  readonly store: Pick<MongoStore, 'groupRequests' | 'numbers'>
  readonly pipeline: Pick<Pipeline, 'line' | 'send'>
  readonly live: LiveHub
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Makes the groups that clients of this API ask for, as soon as the number is connected. Each is asked for in the database
 * first; any process may look, and the one that has the number's line does it. A group whose making was cut off by a crash
 * is not made again, because nobody can tell whether it is there.
 */
export class GroupQueue {
  readonly #options: GroupQueueOptions
  readonly #working = new Map<string, Promise<void>>()
  #unobserve = () => {}
  #cancelLook = () => {}
  #looking: Promise<void> = Promise.resolve()
  #isStopped = false

  constructor(options: GroupQueueOptions) {
    this.#options = options
  }

  /** To be called before the pipeline starts: it hears of numbers that connect. */
  start(): void {
    this.#unobserve = this.#options.live.observe((event) => {
      if (event.type === 'number.updated' && event.status === 'connected') {
        void this.work(event.numberId)
      }
    })
    this.#lookLater()
  }

  /** To be called before the pipeline stops. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#unobserve()
    this.#cancelLook()
    await this.#looking
    await Promise.all(this.#working.values())
  }

  /** Does what there is to do for a number, if its line is in this process. Never throws. */
  work(numberId: string): Promise<void> {
    // One after the other: what was asked for while it works is found by the next look.
    const before = this.#working.get(numberId) ?? Promise.resolve()
    const mine = before
      .then(() => (this.#isStopped ? undefined : this.#workThrough(numberId)))
      .catch((error: unknown) => {
        this.#options.logger.warn({ err: error, numberId }, 'groups could not be made')
      })
      .finally(() => {
        if (this.#working.get(numberId) === mine) this.#working.delete(numberId)
      })
    this.#working.set(numberId, mine)
    return mine
  }

  #lookLater(): void {
    this.#cancelLook = this.#options.clock.after(LOOK_EVERY_MS, () => {
      this.#looking = this.#look()
        .catch((error: unknown) => {
          this.#options.logger.warn({ err: error }, 'groups to make could not be looked for')
        })
        .finally(() => {
          if (!this.#isStopped) this.#lookLater()
        })
    })
  }

  async #look(): Promise<void> {
    const { store, clock } = this.#options
    const numberIds = await store.groupRequests.listDueNumberIds(clock.now())
    await Promise.all(numberIds.map((numberId) => this.work(numberId)))
  }

  async #workThrough(numberId: string): Promise<void> {
    const { store, clock } = this.#options
    for (const request of await store.groupRequests.listOpen(numberId)) {
      if (this.#isStopped) return
      if (request.status === 'created') await this.#greet(request)
      else if (request.status === 'started') await this.#giveUpIfLost(request)
      else if (request.dueAt <= clock.now()) await this.#make(request)
    }
  }

  async #make(request: GroupRequestRecord): Promise<void> {
    const { store, clock } = this.#options
    const line = await this.#lineOf(request)
    if (!line) return
    const started = { ...request, status: 'started', attempts: request.attempts + 1 } as const
    const { status, attempts } = started
    const startedAt = clock.now()
    if (!(await store.groupRequests.change(request, { status, attempts, startedAt }))) return
    try {
      const { subject, members } = request
      const { group } = await line.groups.create({ subject, members })
      const created = { status: 'created', address: group.address } as const
      await store.groupRequests.change(started, created)
      await this.#greet({ ...started, ...created })
    } catch (error) {
      await this.#failed(started, error)
    }
  }

  /** Null while the number is not connected in this process. */
  async #lineOf(request: GroupRequestRecord): Promise<NumberLine | null> {
    try {
      return await this.#options.pipeline.line(request.workspaceId, request.numberId)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      if (error.code !== 'numberOffline') await this.#giveUp(request, error.message)
      return null
    }
  }

  /** The message is sent once, however often this is done. */
  async #greet(request: GroupRequestRecord): Promise<void> {
    const { store, pipeline } = this.#options
    const { id, workspaceId, numberId, address, text, keyId } = request
    if (text !== '' && address !== null) {
      await pipeline.send({
        workspaceId,
        numberId,
        to: address,
        content: { type: 'text', text },
        source: { type: 'api', dialect: 'instanceApi', keyId },
        idempotencyKey: id,
        whenOffline: 'queue',
      })
    }
    await store.groupRequests.change(request, { status: 'done' })
  }

  async #failed(request: GroupRequestRecord, error: unknown): Promise<void> {
    const { store, clock, logger } = this.#options
    if (!(error instanceof ChannelError)) {
      logger.warn({ err: error, groupRequestId: request.id }, 'group could not be made')
      const isTold = error instanceof Error && error.name === 'GroupError'
      return this.#giveUp(request, isTold ? error.message : 'The group could not be made')
    }
    const isFinal = FAILURE_CLASSES[error.failureClass] === 'giveUp'
    if (isFinal || request.attempts >= MAX_ATTEMPTS) return this.#giveUp(request, error.message)
    const delay = error.retryAfterMs ?? FIRST_RETRY_MS * 2 ** (request.attempts - 1)
    const dueAt = clock.now() + Math.min(delay, LAST_RETRY_MS)
    await store.groupRequests.change(request, { status: 'waiting', dueAt })
  }

  async #giveUpIfLost(request: GroupRequestRecord): Promise<void> {
    if ((request.startedAt ?? 0) + ANSWER_WITHIN_MS > this.#options.clock.now()) return
    await this.#giveUp(request, 'It is not known whether the group was made. Look at the phone')
  }

  async #giveUp(request: GroupRequestRecord, problem: string): Promise<void> {
    await this.#options.store.groupRequests.change(request, { status: 'failed', problem })
  }
}
