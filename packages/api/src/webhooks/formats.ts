import type { WebhookFormat } from '@parley/shared/api'
import { formatChatApi } from '../public/chatApi/webhookFormat.ts'
import { formatInstanceApi } from '../public/instanceApi/webhookFormat.ts'
import { formatSessionApi } from '../public/sessionApi/webhookFormat.ts'
import type { FormatEvent } from './format.ts'
import { formatNative } from './nativeFormat.ts'

/**
 * The words in which events can be told. Another one is two steps: its events in `WEBHOOK_EVENTS` of
 * `shared/src/api/webhooks.ts`, which makes this table incomplete, and here the function that makes its bodies, which
 * lives beside its dialect as `public/<dialect>/webhookFormat.ts`. Everything else follows: filters, deliveries, retries,
 * tests and replays know formats by this table only.
 */
export const formats: { readonly [Format in WebhookFormat]: FormatEvent<Format> } = {
  native: formatNative,
  '000': formatChatApi,
  '002': formatInstanceApi,
  '004': formatSessionApi,
}

/** Formats that name messages by their numbers, which are only looked up for them. */
export const COUNTING_FORMATS: ReadonlySet<string> = new Set<WebhookFormat>(['002'])
