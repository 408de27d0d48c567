import type { Logger } from '@parley/runtime/pipeline'
import type { Accounts } from '@parley/runtime/store'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { LiveHub } from '../live/LiveHub.ts'

export interface MessageMetricsOptions {
  readonly figures: Accounts['figures']
  readonly live: LiveHub
  readonly logger: Logger
}

const FIRST_STATUSES: ReadonlySet<string> = new Set(['received', 'queued'])

/**
 * How messages get on: counted as they happen in this process, and asked of the database for what waits in all. Figures
 * that cannot be had are left out of the answer; that they are missing is an alarm of its own.
 */
export function registerMessageMetrics(
  registry: Registry,
  { figures, live, logger }: MessageMetricsOptions,
): void {
  const registers = [registry]
  const messages = new Counter({
    name: 'parley_messages_total',
    help: 'Messages by the status that they have reached; received ones were written by contacts.',
    labelNames: ['status'],
    registers,
  })
  live.observe((event) => {
    if (!('message' in event)) return
    const { status } = event.message
    // A new message is told once; that it was tried in vain, or that its file has come, changes no status.
    const isChange = event.type !== 'message.updated' || !FIRST_STATUSES.has(status)
    if (isChange) messages.inc({ status })
  })

  async function refresh(gauge: Gauge, ask: () => Promise<void>): Promise<void> {
    gauge.reset()
    try {
      await ask()
    } catch (error) {
      logger.warn({ err: error }, 'figures could not be read')
    }
  }

  const queue: Gauge = new Gauge({
    name: 'parley_queue_messages',
    help: 'Messages that wait: inbound to be answered, outbound to be sent, scheduled for later. Counted to 100,000.',
    labelNames: ['queue'],
    registers,
    collect: () =>
      refresh(queue, async () => {
        for (const [name, count] of Object.entries(await figures.countQueue())) {
          queue.set({ queue: name }, count)
        }
      }),
  })

  const numbers: Gauge = new Gauge({
    name: 'parley_numbers',
    help: 'Connected and other numbers, by channel and status.',
    labelNames: ['channel', 'status'],
    registers,
    collect: () =>
      refresh(numbers, async () => {
        for (const { channel, status, count } of await figures.countNumbers()) {
          numbers.set({ channel, status }, count)
        }
      }),
  })

  const watchers: Gauge = new Gauge({
    name: 'parley_event_streams',
    help: 'Browsers and programs that listen to live updates.',
    registers,
    collect: () => watchers.set(live.listenerCount),
  })
}
