import type { WebhookAnswerRecord, WebhookRecord } from '@parley/runtime/store'

export type AttemptOutcome = 'delivered' | 'retried' | 'failed'

/** Tells customers' servers what happens. */
export interface WebhookService {
  /** To be awaited before the pipeline starts, so that nothing happens unheard. */
  start(): Promise<void>
  /** To be called after the pipeline has stopped: what it told of last becomes deliveries first. */
  stop(): Promise<void>
  /** A subscription was made or changed. */
  changed(webhook: WebhookRecord): Promise<void>
  /** Subscriptions of a workspace are gone. */
  removed(workspaceId: string, webhookIds: readonly string[]): Promise<void>
  /** Something waits again that had been delivered or given up. */
  replayed(webhookId: string): void
  /** Sends an example now, once, and gives what the receiver said. It is in no list. */
  test(webhook: WebhookRecord): Promise<{ event: string; answer: WebhookAnswerRecord }>
  /** Hears how attempts end. */
  observeAttempts(observer: (outcome: AttemptOutcome) => void): void
  /** Null when the address may be called, as far as it can be told without looking up its name; otherwise why not. */
  refusalOf(url: string): string | null
}
