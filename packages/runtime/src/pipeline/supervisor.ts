import { channelOf, type PipelineDependencies, type PipelineSettings } from './dependencies.ts'
import { OwnedNumber } from './ownedNumber.ts'
import type { InboundMessage, StatusUpdate } from './ports/channel.ts'
import { PublishedFlows } from './publishedFlows.ts'
import type { MessageRecord, NumberRecord } from './records.ts'
import { StartGate } from './startGate.ts'

/** Numbers whose leases are taken or prolonged at the same time; their lines are opened at the pace of the gate. */
const LEASES_AT_ONCE = 16

/** What arrives through the numbers that this process owns. */
export interface Intake {
  receive(numberId: string, message: InboundMessage): Promise<unknown>
  applyStatus(numberId: string, update: StatusUpdate): Promise<unknown>
}

/**
 * Decides which numbers this process owns: takes those that want to be connected and are free, keeps their leases alive,
 * gives them up when they should rest. A dead process stops renewing, so another one takes its numbers within `leaseMs`.
 */
export class Supervisor {
  readonly #dependencies: PipelineDependencies
  readonly #settings: PipelineSettings
  readonly #intake: Intake
  readonly #flows: PublishedFlows
  readonly #gate: StartGate
  readonly #owned = new Map<string, OwnedNumber>()
  #ticking: Promise<void> | null = null
  #tickAgain = false
  #isStopped = true
  #cancelTick: () => void = () => undefined

  constructor(dependencies: PipelineDependencies, settings: PipelineSettings, intake: Intake) {
    this.#dependencies = dependencies
    this.#settings = settings
    this.#intake = intake
    this.#flows = new PublishedFlows(dependencies.store)
    this.#gate = new StartGate({
      places: settings.parallelConnects,
      clock: dependencies.clock,
    })
  }

  async start(): Promise<void> {
    if (this.#settings.isAlone) await this.#dependencies.store.numbers.releaseAllLeases()
    this.#isStopped = false
    await this.tick()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#cancelTick()
    await this.#ticking
    await Promise.all([...this.#owned.keys()].map((numberId) => this.#giveUp(numberId)))
  }

  find(numberId: string): OwnedNumber | null {
    return this.#owned.get(numberId) ?? null
  }

  /** Compares what is owned with what is wanted, now. Resolves when that is done. */
  tick(): Promise<void> {
    if (this.#ticking) {
      this.#tickAgain = true
      return this.#ticking
    }
    this.#cancelTick()
    this.#ticking = this.#tick()
      .catch((error: unknown) => {
        this.#dependencies.logger.warn({ err: error }, 'could not look after the numbers')
      })
      .then(() => {
        this.#ticking = null
        if (this.#isStopped) return undefined
        if (this.#tickAgain) {
          this.#tickAgain = false
          return this.tick()
        }
        this.#cancelTick = this.#dependencies.clock.after(this.#settings.leaseMs / 3, () => {
          void this.tick()
        })
        return undefined
      })
    return this.#ticking
  }

  async #tick(): Promise<void> {
    if (this.#isStopped) return
    const wanted = await this.#dependencies.store.numbers.listWanted()
    const wantedIds = new Set(wanted.map(({ id }) => id))
    const unwanted = [...this.#owned.keys()].filter((numberId) => !wantedIds.has(numberId))
    await Promise.all(unwanted.map((numberId) => this.#giveUp(numberId)))
    await inParallel(wanted, LEASES_AT_ONCE, (number) => this.#lookAfter(number))
  }

  /** Trouble with one number never keeps the others waiting for longer than its own database calls. */
  async #lookAfter(number: NumberRecord): Promise<void> {
    const owned = this.#owned.get(number.id)
    try {
      if (!owned) await this.#take(number)
      else if (await owned.renew(number)) return
      else await this.#giveUp(number.id)
    } catch (error) {
      this.#dependencies.logger.warn({ numberId: number.id, err: error }, 'number needs attention')
    }
  }

  async #take(number: NumberRecord): Promise<void> {
    const { store, clock, ownerId, logger } = this.#dependencies
    const channel = channelOf(this.#dependencies, number.channel)
    if (!channel) return
    const lease = await store.numbers.acquireLease(
      number.id,
      ownerId,
      clock.now(),
      this.#settings.leaseMs,
    )
    if (!lease || this.#isStopped) return
    logger.info({ numberId: number.id, token: lease.token }, 'number taken')
    const owned = new OwnedNumber({
      dependencies: this.#dependencies,
      settings: this.#settings,
      flows: this.#flows,
      channel,
      gate: this.#gate,
      intake: this.#intake,
      number,
      lease,
      onLostLease: () => void this.#letGo(number.id),
    })
    this.#owned.set(number.id, owned)
    owned.start()
  }

  /** Another process has the number already. Never throws. */
  async #letGo(numberId: string): Promise<void> {
    try {
      await this.#giveUp(numberId)
    } catch (error) {
      this.#dependencies.logger.warn({ numberId, err: error }, 'number not given back in order')
    }
  }

  async #giveUp(numberId: string): Promise<void> {
    const owned = this.#owned.get(numberId)
    if (!owned) return
    this.#owned.delete(numberId)
    await owned.stop()
    this.#dependencies.logger.info({ numberId }, 'number given back')
  }

  /** False when nobody here owns the number: its owner finds the message when it looks. */
  takeInbound(message: MessageRecord): boolean {
    const owned = this.find(message.numberId)
    owned?.work.takeInbound(message)
    return owned !== null
  }

  takeOutbound(message: MessageRecord): boolean {
    const owned = this.find(message.numberId)
    owned?.work.takeOutbound(message)
    return owned !== null
  }
}

async function inParallel<Item>(
  items: readonly Item[],
  limit: number,
  task: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values()
  const worker = async () => {
    for (const item of waiting) await task(item)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
}
