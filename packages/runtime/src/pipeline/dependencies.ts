import type { ChannelType } from '@parley/shared'
import type { Channel } from './ports/channel.ts'
import type { Clock, HttpCaller, LiveFeed, Logger, Wakeups } from './ports/services.ts'
import type { Store } from './ports/store.ts'

/** Everything that the pipeline is given by `main`. */
export interface PipelineDependencies {
  readonly store: Store
  readonly channels: readonly Channel[]
  readonly clock: Clock
  readonly logger: Logger
  readonly http: HttpCaller
  readonly live: LiveFeed
  readonly wakeups: Wakeups
  /** Names this process among those that share the database. */
  readonly ownerId: string
  readonly settings?: Partial<PipelineSettings>
}

export interface PipelineSettings {
  /** A dead owner is replaced after this long. */
  readonly leaseMs: number
  /** How often an owner looks in the database for work that nobody told it about. */
  readonly pollMs: number
  /** True when no other process uses the database: leases that a crash left behind are freed at the start. */
  readonly isAlone: boolean
  /** Numbers that connect at the same time. */
  readonly parallelConnects: number
}

export const DEFAULT_SETTINGS: PipelineSettings = {
  leaseMs: 10_000,
  pollMs: 2_000,
  isAlone: false,
  parallelConnects: 8,
}

export function channelOf(dependencies: PipelineDependencies, type: ChannelType): Channel | null {
  return dependencies.channels.find((channel) => channel.type === type) ?? null
}
