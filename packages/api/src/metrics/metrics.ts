import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { countConnections } from './countConnections.ts'
import { type MessageMetricsOptions, registerMessageMetrics } from './messageMetrics.ts'
import { registerWebhookMetrics, type WebhookMetricsOptions } from './webhookMetrics.ts'

export interface Metrics {
  /** Middleware that counts and times every request. */
  readonly observe: RequestHandler
  /** All figures in Prometheus' text format. */
  read(): Promise<{ contentType: string; text: string }>
}

/** Node's own figures (memory, CPU, event-loop lag), those of HTTP, those of messages and of webhooks. */
export function createMetrics(options: MessageMetricsOptions & WebhookMetricsOptions): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  registerMessageMetrics(registry, options)
  registerWebhookMetrics(registry, options)
  const noteConnection = countConnections(registry)
  const durations = new Histogram({
    name: 'parley_http_request_seconds',
    help: 'Time from a request to the end of its answer, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  return {
    observe: (request, response, next) => {
      noteConnection(request.socket)
      const begin = performance.now()
      response.once('finish', () => {
        // Express types routes as any. Paths are not used as labels: they hold ids, and strangers choose them.
        const route: unknown = request.route?.path
        durations.observe(
          {
            method: request.method,
            route: typeof route === 'string' ? route : 'none',
            status: response.statusCode,
          },
          (performance.now() - begin) / 1_000,
        )
      })
      next()
    },
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  }
}
