import type { Flow } from '@parley/shared'
import {
  type Clock,
  createPipeline,
  type HttpCaller,
  type Logger,
  localWakeups,
  type NumberRecord,
  newId,
  type Pipeline,
  type Store,
  systemClock,
} from '../pipeline/index.ts'
import { createStore, type MongoStore } from '../store/index.ts'
import { startTestDatabase } from './mongo.ts'
import { aNumber } from './records.ts'
import { ScriptedChannel } from './scriptedChannel.ts'

export const silentLogger: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
}

const WORKSPACE = 'ws_test'

export interface PipelineInTest {
  readonly pipeline: Pipeline
  readonly channel: ScriptedChannel
}

export interface PipelineOptions {
  readonly store?: Store
  readonly ownerId?: string
  readonly isAlone?: boolean
  readonly clock?: Clock
  readonly channel?: ScriptedChannel
  readonly http?: HttpCaller
  readonly leaseMs?: number
}

/** A real database with the real store, on which a test runs as many pipelines as it likes. */
export interface TestWorld {
  readonly store: MongoStore
  readonly workspaceId: string
  pipeline(options?: PipelineOptions): PipelineInTest
  /** A connected number on which the flow is published. */
  aNumberWith(flow: Flow, given?: Partial<NumberRecord>): Promise<NumberRecord>
  /** Texts that went out on a number, in order. */
  sentTexts(numberId: string): Promise<readonly string[]>
  /** True when nothing waits to be stepped through or sent. */
  isAtRest(numberId: string): Promise<boolean>
  remove(numberId: string): Promise<void>
  close(): Promise<void>
}

export async function startTestWorld(): Promise<TestWorld> {
  const database = await startTestDatabase()
  const store = createStore({
    connection: database.connection,
    logger: silentLogger,
    secretKey: new Uint8Array(32),
  })
  await store.ensureIndexes()
  const running = new Set<Pipeline>()

  return {
    store,
    workspaceId: WORKSPACE,

    pipeline({ channel = new ScriptedChannel(), ...options } = {}) {
      const pipeline = createPipeline({
        store: options.store ?? store,
        channels: [channel.channel],
        clock: options.clock ?? systemClock,
        logger: silentLogger,
        http: options.http ?? { call: async () => ({ outcome: 'failed', reason: 'no network' }) },
        live: { publish: () => {} },
        wakeups: localWakeups(),
        ownerId: options.ownerId ?? newId('owner'),
        settings: {
          isAlone: options.isAlone ?? false,
          pollMs: 200,
          ...(options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs }),
        },
      })
      running.add(pipeline)
      return { pipeline, channel }
    },

    async aNumberWith(flow, given = {}) {
      const number = aNumber({ id: newId('num'), workspaceId: WORKSPACE, ...given })
      await store.numbers.insert(number)
      const version = {
        id: newId('ver'),
        workspaceId: WORKSPACE,
        flowId: newId('flow'),
        versionNumber: 1,
        flow,
        createdAt: 0,
      }
      await store.flowVersions.insert(version)
      await store.publications.publish({
        id: newId('pub'),
        workspaceId: WORKSPACE,
        numberId: number.id,
        flowId: version.flowId,
        flowVersionId: version.id,
        publishedAt: 0,
      })
      return number
    },

    async sentTexts(numberId) {
      const { items } = await store.messages.list({
        workspaceId: WORKSPACE,
        numberId,
        direction: 'outbound',
        limit: 1_000,
      })
      return items
        .filter(({ open, status }) => !open && status !== 'failed' && status !== 'cancelled')
        .toSorted((a, b) => a.createdAt - b.createdAt || a.order - b.order)
        .map(({ content }) => ('text' in content ? content.text : content.type))
    },

    async isAtRest(numberId) {
      const [inbound, outbound] = await Promise.all([
        store.messages.listOpenInbound(numberId, 1),
        store.messages.listOpenOutbound(numberId, Number.MAX_SAFE_INTEGER, 1),
      ])
      return inbound.length + outbound.length === 0
    },

    async remove(numberId) {
      await store.removeNumber(WORKSPACE, numberId, { history: 'remove' })
    },

    async close() {
      for (const pipeline of running) await pipeline.stop()
      await database.close()
    },
  }
}
