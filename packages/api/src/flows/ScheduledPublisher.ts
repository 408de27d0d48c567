import { type Clock, derivedId, type Logger } from '@parley/runtime/pipeline'
import type {
  Accounts,
  ClaimedPublish,
  MongoStore,
  ScheduledPublishRecord,
} from '@parley/runtime/store'
import type { LiveHub } from '../live/LiveHub.ts'
import type { AuditAction } from '../routes/auditLog/recordAction.ts'
import { goLive } from './goLive.ts'
import { tellOfFlow } from './tellOfFlow.ts'

/** What is due before the next look gets a timer of its own. */
const LOOK_EVERY_MS = 60_000
/** A process that took one and has not finished it after this long is taken for dead. It takes milliseconds. */
const LEASE_MS = 20_000

export interface ScheduledPublisherOptions {
  readonly store: Pick<
    MongoStore,
    'scheduledPublishes' | 'publications' | 'flowVersions' | 'numbers'
  >
  readonly accounts: Accounts
  readonly live: LiveHub
  readonly clock: Clock
  readonly logger: Logger
  /** Names this process among those that share the database. */
  readonly ownerId: string
}

/**
 * Publishes what was scheduled, when its time has come. Every process looks; the one that claims a publish in the database
 * does it. If it dies, another one does it again once the claim has run out: with the same version, numbers, instant and
 * id of the entry in the audit log, so that it happens once whatever happens. What came due while no process ran is done
 * at the start.
 */
export class ScheduledPublisher {
  readonly #options: ScheduledPublisherOptions
  readonly #timers = new Map<string, () => void>()
  readonly #running = new Set<Promise<void>>()
  #cancelLook = () => {}
  #looking: Promise<void> = Promise.resolve()
  #isStopped = true

  constructor(options: ScheduledPublisherOptions) {
    this.#options = options
  }

  /** Resolves when what is overdue has been published. */
  async start(): Promise<void> {
    this.#isStopped = false
    await this.look()
    await Promise.all(this.#running)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#cancelLook()
    await this.#looking
    for (const cancel of this.#timers.values()) cancel()
    this.#timers.clear()
    await Promise.all(this.#running)
  }

  /** Looks in the database for what is due or will be soon. Never throws. */
  look(): Promise<void> {
    this.#looking = this.#looking
      .then(() => this.#look())
      .catch((error: unknown) => {
        this.#options.logger.warn({ err: error }, 'scheduled publishes could not be looked for')
      })
    return this.#looking
  }

  async #look(): Promise<void> {
    if (this.#isStopped) return
    const { store, clock } = this.#options
    this.#cancelLook()
    this.#cancelLook = clock.after(LOOK_EVERY_MS, () => void this.look())
    const now = clock.now()
    for (const { id, dueAt } of await store.scheduledPublishes.listDue(now + LOOK_EVERY_MS)) {
      if (dueAt <= now) this.#run(id)
      else if (!this.#timers.has(id)) {
        this.#timers.set(
          id,
          clock.after(dueAt - now, () => {
            this.#timers.delete(id)
            this.#run(id)
          }),
        )
      }
    }
  }

  #run(id: string): void {
    if (this.#isStopped) return
    const run: Promise<void> = this.#publish(id)
      .catch((error: unknown) => {
        // It stays claimed for a while; then the next look finds it again.
        this.#options.logger.error({ err: error, scheduledPublishId: id }, 'publishing failed')
      })
      .finally(() => this.#running.delete(run))
    this.#running.add(run)
  }

  async #publish(id: string): Promise<void> {
    const { store, clock, ownerId, logger } = this.#options
    const lease = { ownerId, now: clock.now(), ttlMs: LEASE_MS }
    const claimed = await store.scheduledPublishes.claim(id, lease)
    // Cancelled, or another process was faster.
    if (!claimed) return
    const outcome = await this.#launch(claimed)
    const finishedAt = clock.now()
    await this.#record(claimed, outcome.status)
    await store.scheduledPublishes.finish(id, ownerId, { ...outcome, finishedAt })
    await tellOfFlow(this.#options, claimed.workspaceId, claimed.flowId)
    logger.info({ scheduledPublishId: id, status: outcome.status }, 'scheduled publish done')
  }

  /** What stands in the way is said in words, for the person who scheduled it. */
  async #launch(
    claimed: ClaimedPublish,
  ): Promise<Pick<ScheduledPublishRecord, 'status' | 'problem'>> {
    const { store, accounts } = this.#options
    const { workspaceId, flowId, flowVersionId, audience, moves, startedAt: at } = claimed
    const failed = (problem: string) => ({ status: 'failed', problem }) as const
    if (!(await accounts.flowDrafts.findSummary(workspaceId, flowId))) {
      return failed('The flow was deleted before its time came.')
    }
    if (!(await store.flowVersions.findVersion(flowVersionId))) {
      return failed('The version is not there any more.')
    }
    const numberIds = await this.#numbersLeft(claimed)
    const gone = claimed.numberIds.length - numberIds.length
    if (numberIds.length === 0) {
      return failed(
        gone === 1
          ? 'The number was deleted before its time came.'
          : 'All of its numbers were deleted before its time came.',
      )
    }
    const launch = { workspaceId, flowId, flowVersionId, numberIds, audience, moves, at }
    await goLive(store, launch)
    const problem =
      gone === 0 ? null : `${gone} of its ${claimed.numberIds.length} numbers had been deleted.`
    return { status: 'published', problem }
  }

  async #numbersLeft({ workspaceId, numberIds }: ClaimedPublish): Promise<readonly string[]> {
    const numbers = await Promise.all(
      numberIds.map((numberId) => this.#options.store.numbers.find(numberId)),
    )
    return numbers.flatMap((number) => (number?.workspaceId === workspaceId ? [number.id] : []))
  }

  async #record(
    { id, workspaceId, userId, keyId, flowVersionId, startedAt, audience }: ClaimedPublish,
    status: ScheduledPublishRecord['status'],
  ): Promise<void> {
    const published = audience.type === 'everyone' ? 'flow.published' : 'flow.trialStarted'
    const action: AuditAction = status === 'failed' ? 'flow.publishFailed' : published
    await this.#options.accounts.auditLog.insertOnce({
      id: derivedId('act', id, action),
      workspaceId,
      at: startedAt,
      actor: { userId, keyId },
      action,
      subjectId: flowVersionId,
    })
  }
}
