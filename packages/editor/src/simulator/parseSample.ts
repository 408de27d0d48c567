import type { HttpResult } from '@parley/runtime/engine'
import type { JsonValue } from '@parley/shared'

/** An answer as an author types it. */
export interface Sample {
  readonly outcome: HttpResult['outcome']
  readonly status: string
  readonly body: string
}

export const FIRST_SAMPLE: Sample = { outcome: 'answered', status: '200', body: '{}' }

/** What the flow gets; null when the status is none. A body that is not JSON is text, as from a real server. */
export function parseSample({ outcome, status, body }: Sample): HttpResult | null {
  if (outcome === 'timedOut') return { outcome }
  if (outcome === 'failed') return { outcome, reason: 'No connection (answered by hand)' }
  if (!/^[1-5]\d\d$/u.test(status.trim())) return null
  return { outcome, status: Number(status), headers: {}, body: parseBody(body) }
}

/** A result as somebody would have typed it: the last answer is where the next one begins. */
export const toSample = (result: HttpResult): Sample =>
  result.outcome === 'answered'
    ? {
        outcome: 'answered',
        status: String(result.status),
        body: typeof result.body === 'string' ? result.body : JSON.stringify(result.body, null, 2),
      }
    : { ...FIRST_SAMPLE, outcome: result.outcome }

function parseBody(body: string): JsonValue {
  if (body.trim() === '') return null
  try {
    // JSON.parse gives JSON.
    return JSON.parse(body) as JsonValue
  } catch {
    return body
  }
}
