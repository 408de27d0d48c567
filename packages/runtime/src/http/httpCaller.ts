import { setTimeout as sleepFor } from 'node:timers/promises'
import type { JsonValue } from '@parley/shared'
import type { HttpRequest, HttpResult } from '../engine/types.ts'
import type { HttpCaller } from '../pipeline/ports/services.ts'
import { GuardError } from './guardErrors.ts'
import { createGuardedFetch, type GuardedFetchOptions } from './guardedFetch.ts'
import { parseAnswer } from './parseAnswer.ts'

export interface HttpCallerOptions extends GuardedFetchOptions {
  /** Longest answer taken, in bytes. */
  readonly maxResponseBytes?: number
  /** Waits between two tries; for tests. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>
}

/**
 * The guarded client behind the pipeline's `HttpCaller` port. `timeoutMs` of a request bounds each try as a whole:
 * name, connection, redirects and body. Failures and "come back later" answers are tried again with growing pauses,
 * for methods that may be repeated.
 */
export function createHttpCaller(
  options: HttpCallerOptions,
): HttpCaller & { close(): Promise<void> } {
  const guarded = createGuardedFetch(options)
  const maxResponseBytes = options.maxResponseBytes ?? MAX_RESPONSE_BYTES
  const sleep = options.sleep ?? ((ms, signal) => sleepFor(ms, undefined, { signal }))

  async function attempt(request: HttpRequest, signal: AbortSignal): Promise<Attempt> {
    const timeout = AbortSignal.timeout(request.timeoutMs)
    try {
      const response = await guarded.fetch({
        method: request.method,
        url: request.url,
        headers: { 'user-agent': 'Parley', ...request.headers },
        ...(request.body === undefined ? {} : { body: request.body }),
        signal: AbortSignal.any([signal, timeout]),
        maxResponseBytes,
        maxRedirects: MAX_REDIRECTS,
      })
      const { status, headers } = response
      const body: JsonValue = parseAnswer(response.body, headers['content-type'] ?? '')
      return {
        result: { outcome: 'answered', status, headers, body },
        isWorthRepeating: REPEATABLE_STATUSES.has(status),
      }
    } catch (error) {
      if (timeout.aborted) return { result: { outcome: 'timedOut' }, isWorthRepeating: true }
      return {
        result: { outcome: 'failed', reason: reasonOf(error) },
        isWorthRepeating: !(error instanceof GuardError),
      }
    }
  }

  return {
    async call(request, signal) {
      const tries = 1 + (IDEMPOTENT_METHODS.has(request.method) ? request.retries : 0)
      let last: Attempt = await attempt(request, signal)
      for (let count = 1; count < tries && last.isWorthRepeating; count += 1) {
        await sleep(Math.min(FIRST_PAUSE_MS * 2 ** (count - 1), LONGEST_PAUSE_MS), signal).catch(
          // Aborted: the loop ends below with what we have.
          () => undefined,
        )
        if (signal.aborted) break
        last = await attempt(request, signal)
      }
      return last.result
    },
    close: () => guarded.close(),
  }
}

const MAX_RESPONSE_BYTES = 1_000_000
const MAX_REDIRECTS = 5
const FIRST_PAUSE_MS = 300
const LONGEST_PAUSE_MS = 5_000
/** Methods that may be repeated without doing a thing twice (RFC 9110, 9.2.2). */
const IDEMPOTENT_METHODS: ReadonlySet<string> = new Set(['GET', 'PUT', 'DELETE'])
const REPEATABLE_STATUSES: ReadonlySet<number> = new Set([429, 502, 503, 504])

interface Attempt {
  readonly result: HttpResult
  readonly isWorthRepeating: boolean
}

/** Why a call failed, in words for people. */
export function reasonOf(error: unknown): string {
  if (error instanceof GuardError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ECONNREFUSED') return 'The server refused the connection'
  if (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET') return 'The server cut the connection'
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return 'The server could not be reached in time'
  // fetch refuses the ports of mail, chat and other protocols (https://fetch.spec.whatwg.org/#port-blocking).
  if (error instanceof Error && error.message === 'bad port') return 'This port cannot be called'
  const detail = error instanceof Error ? error.message : String(error)
  return `The call failed: ${detail}`
}
