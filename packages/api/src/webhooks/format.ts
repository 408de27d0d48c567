import type { ContactRecord, NumberRecord } from '@parley/runtime/pipeline'
import type { ApiKeyRecord } from '@parley/runtime/store'
import type { WEBHOOK_EVENTS, WebhookFormat } from '@parley/shared/api'
import type { WebhookEvent } from './events.ts'

/** What formats may want to know besides the event. Records that were deleted meanwhile are null. */
export interface FormatContext {
  readonly contact: ContactRecord | null
  readonly number: NumberRecord | null
  /** Null unless a subscription hears of it whose format counts messages, and the event is about one. */
  readonly counted: CountedMessage | null
  /** Where this server is reached, without a slash at the end. */
  readonly publicUrl: string
}

/** A message as those name it who call numbers instances, and count the messages of each. */
export interface CountedMessage {
  /** The instance token of its number; null when it has none. */
  readonly key: Pick<ApiKeyRecord, 'instanceId' | 'hash'> | null
  /** 1, 2, 3, … for each number. */
  readonly messageNumber: number
}

/** An event as a subscription gets it. */
export interface FormattedEvent<Format extends WebhookFormat = WebhookFormat> {
  /** Its name in the format's words: what the filter of a subscription is compared with. */
  readonly event: (typeof WEBHOOK_EVENTS)[Format][number]
  /**
   * Events with the same key are one for the subscription, and only the first is sent: the event's id, unless the format
   * makes one event of several.
   */
  readonly key: string
  /** JSON. */
  readonly body: object
}

/** Puts an event into the format's words. Pure; null for what the format does not tell. */
export type FormatEvent<Format extends WebhookFormat = WebhookFormat> = (
  event: WebhookEvent,
  context: FormatContext,
) => FormattedEvent<Format> | null
