import type { Logger } from '@parley/runtime/pipeline'
import type { MongoStore } from '@parley/runtime/store'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { WebhookService } from '../webhooks/WebhookService.ts'

export interface WebhookMetricsOptions {
  readonly webhooks: WebhookService
  readonly store: Pick<MongoStore, 'webhookDeliveries'>
  readonly logger: Logger
}

/** How webhooks get on: attempts of this process, and what waits in all. */
export function registerWebhookMetrics(
  registry: Registry,
  { webhooks, store, logger }: WebhookMetricsOptions,
): void {
  const registers = [registry]
  const attempts = new Counter({
    name: 'parley_webhook_attempts_total',
    help: 'Posts to receivers of webhooks: delivered, retried (failed, and tried again), failed (given up).',
    labelNames: ['outcome'],
    registers,
  })
  webhooks.observeAttempts((outcome) => attempts.inc({ outcome }))

  const pending: Gauge = new Gauge({
    name: 'parley_webhook_pending',
    help: 'Deliveries of webhooks that wait: for their turn, for a retry, for a paused one to be resumed. Counted to 100,000.',
    registers,
    collect: async () => {
      pending.reset()
      try {
        pending.set(await store.webhookDeliveries.countPending())
      } catch (error) {
        // Left out, as the others are then.
        logger.warn({ err: error }, 'figures could not be read')
      }
    },
  })
}
