import { type GuardedFetch, reasonOf } from '@parley/runtime/http'
import type { Clock } from '@parley/runtime/pipeline'
import type { WebhookAnswerRecord, WebhookRecord } from '@parley/runtime/store'
import { sign } from './signature.ts'

/** Name, connection, request and answer together. */
const TIMEOUT_MS = 10_000
/** As much of an answer as people want to look at. */
const KEPT_ANSWER_BYTES = 4_096
const KEPT_HEADERS = 50
const KEPT_HEADER_LENGTH = 500

export interface PostOptions {
  readonly fetch: GuardedFetch
  readonly clock: Clock
}

export interface Posted {
  readonly answer: WebhookAnswerRecord
  /** What was sent, without secrets. */
  readonly requestHeaders: Readonly<Record<string, string>>
}

export interface Post {
  readonly deliveryId: string
  readonly event: string
  /** JSON text. */
  readonly body: string
  /** 1 for the first. */
  readonly attempt: number
}

/** Posts an event to the subscription's address, signed. What goes wrong is an answer too: it never throws. */
export async function post(
  { fetch, clock }: PostOptions,
  webhook: WebhookRecord,
  { deliveryId, event, body, attempt }: Post,
  signal: AbortSignal,
): Promise<Posted> {
  const begin = clock.now()
  const requestHeaders = {
    'content-type': 'application/json',
    'user-agent': 'Parley-Webhooks',
    'x-parley-event': event,
    'x-parley-delivery': deliveryId,
    'x-parley-attempt': String(attempt),
    'x-parley-signature': sign(body, webhook, begin),
  }
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  const answered = (answer: Omit<WebhookAnswerRecord, 'durationMs'>): Posted => ({
    answer: { ...answer, durationMs: clock.now() - begin },
    requestHeaders,
  })
  try {
    const response = await fetch.fetch({
      method: 'POST',
      url: webhook.url,
      headers: { ...requestHeaders, ...secretHeaders(webhook) },
      body,
      signal: AbortSignal.any([signal, timeout]),
      maxResponseBytes: KEPT_ANSWER_BYTES,
      whenLonger: 'cut',
      maxRedirects: 'ignore',
    })
    return answered({
      status: response.status,
      headers: someOf(response.headers),
      body: new TextDecoder().decode(response.body),
      error: null,
    })
  } catch (error) {
    const reason = timeout.aborted
      ? `There was no answer within ${TIMEOUT_MS / 1_000} seconds`
      : reasonOf(error)
    return answered({ status: null, headers: {}, body: '', error: reason })
  }
}

export const isTaken = ({ status }: WebhookAnswerRecord): boolean =>
  status !== null && status >= 200 && status < 300

/** Clients of the session API compare this header with the secret that they were given. */
const secretHeaders = ({ format, secret }: WebhookRecord): Record<string, string> =>
  format === '004' ? { 'x-webhook-signature': secret } : {}

const someOf = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .slice(0, KEPT_HEADERS)
      .map(([name, value]) => [name, value.slice(0, KEPT_HEADER_LENGTH)]),
  )
