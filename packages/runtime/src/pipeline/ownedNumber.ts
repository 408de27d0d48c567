import { numberReason } from '@parley/shared/api'
import type { PipelineDependencies, PipelineSettings } from './dependencies.ts'
import { NumberOwner } from './numberOwner.ts'
import type {
  Channel,
  Connection,
  ConnectionState,
  MessageKey,
  ReceivedMedia,
} from './ports/channel.ts'
import type { PublishedFlows } from './publishedFlows.ts'
import type { ConnectionStatus, Lease, NumberRecord } from './records.ts'
import type { StartGate } from './startGate.ts'
import type { Intake } from './supervisor.ts'

export interface OwnedNumberScope {
  readonly dependencies: PipelineDependencies
  readonly settings: PipelineSettings
  readonly flows: PublishedFlows
  readonly channel: Channel
  /** Many numbers are connected a few at a time. */
  readonly gate: StartGate
  readonly intake: Intake
  readonly number: NumberRecord
  readonly lease: Lease
  readonly onLostLease: () => void
}

/** A number that this process owns: its lease, its line to the platform, and its work. */
export class OwnedNumber {
  readonly work: NumberOwner
  readonly #scope: OwnedNumberScope
  #number: NumberRecord
  #lease: Lease
  #status: ConnectionStatus = 'connecting'
  #connection: Promise<Connection | null> = Promise.resolve(null)
  #open: Connection | null = null
  /** What the database has not been told yet. */
  #unsaved: ConnectionState | null = null
  readonly #stopping = new AbortController()
  /** Called when the line stands, or cannot: its place is free for another number's then. */
  #leaveGate: () => void = () => undefined

  constructor(scope: OwnedNumberScope) {
    this.#scope = scope
    this.#number = scope.number
    this.#lease = scope.lease
    this.work = new NumberOwner({
      dependencies: scope.dependencies,
      settings: scope.settings,
      flows: scope.flows,
      channel: scope.channel,
      number: () => this.#number,
      lease: () => this.#lease,
      connection: () => this.connection,
      onLostLease: scope.onLostLease,
    })
  }

  /** The line, while it is up. */
  get connection(): Connection | null {
    return this.#status === 'connected' ? this.#open : null
  }

  start(): void {
    this.work.start()
    this.#connection = this.#connectInTurn()
  }

  /** Prolongs the lease and takes the number's new settings. False when another process has it. */
  async renew(number: NumberRecord): Promise<boolean> {
    const { store, clock } = this.#scope.dependencies
    this.#number = number
    const renewed = await store.numbers.renewLease(
      this.#lease,
      clock.now(),
      this.#scope.settings.leaseMs,
    )
    if (!renewed) return false
    this.#lease = renewed
    await this.#saveStatus()
    return true
  }

  refresh(number: NumberRecord): void {
    this.#number = number
  }

  /** Opens the line anew, for a person who asked for it: after a log-out, or to be shown a fresh QR code. */
  async reconnect(): Promise<void> {
    await this.#closeLine()
    if (!this.#stopping.signal.aborted) this.#connection = this.#connect()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.work.stop()
    await this.#closeLine()
    this.#leaveGate()
    await this.#scope.dependencies.store.numbers.releaseLease(this.#lease)
  }

  async #closeLine(): Promise<void> {
    const connection = await this.#connection
    this.#open = null
    this.#connection = Promise.resolve(null)
    await connection?.close()
  }

  async #connectInTurn(): Promise<Connection | null> {
    const leave = await this.#scope.gate.enter(this.#stopping.signal)
    if (!leave) return null
    this.#leaveGate = leave
    return this.#connect()
  }

  async #connect(): Promise<Connection | null> {
    const { channel, intake, dependencies } = this.#scope
    const { id } = this.#number
    try {
      const connection = await channel.connect(
        () => this.#number,
        {
          onInbound: async (message) => {
            await intake.receive(id, message)
          },
          onStatus: async (update) => {
            await intake.applyStatus(id, update)
          },
          onConnection: (state) => this.#onConnection(state),
          onMedia: (channelMessageId, media) => this.#onMedia(channelMessageId, media),
          findMessageKey: (messageId) => this.#findMessageKey(messageId),
        },
        () => this.#lease,
      )
      this.#open = connection
      // The line may have been up before `connect` returned, when there was nothing to send through yet.
      if (this.#status === 'connected') this.work.onConnected()
      return connection
    } catch (error) {
      dependencies.logger.error({ numberId: id, err: error }, 'channel could not be opened')
      await this.#onConnection({
        status: 'failed',
        reason: numberReason('notOpened'),
      })
      return null
    }
  }

  async #onMedia(channelMessageId: string, media: ReceivedMedia): Promise<void> {
    const { store, live } = this.#scope.dependencies
    const message = await store.messages.attachMedia(this.#number.id, channelMessageId, media)
    if (message) live.publish(message.workspaceId, { type: 'message.updated', message })
  }

  async #findMessageKey(messageId: string): Promise<MessageKey | null> {
    const message = await this.#scope.dependencies.store.messages.find(messageId)
    if (message?.numberId !== this.#number.id || !message.channelMessageId) return null
    const { address: remoteJid, channelMessageId: id, direction } = message
    return { remoteJid, id, fromMe: direction === 'outbound' }
  }

  async #onConnection(state: ConnectionState): Promise<void> {
    this.#status = state.status
    if (state.status !== 'connecting') this.#leaveGate()
    this.#unsaved = state
    await this.#saveStatus()
    if (state.status === 'connected' && this.#open) this.work.onConnected()
  }

  /** The line does not depend on its status being written down; a failure is mended with the next renewal. */
  async #saveStatus(): Promise<void> {
    const state = this.#unsaved
    if (!state) return
    const { store, live, logger } = this.#scope.dependencies
    const { id: numberId, workspaceId } = this.#number
    const { status, reason } = state
    try {
      await store.numbers.setStatus(numberId, state)
      if (this.#unsaved === state) this.#unsaved = null
      live.publish(workspaceId, { type: 'number.updated', numberId, status, reason })
    } catch (error) {
      logger.warn({ numberId, err: error }, 'status of the number could not be written')
    }
  }
}
