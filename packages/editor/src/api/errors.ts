import { type ErrorCode, errorBody, type FieldErrors } from '@parley/shared/api'
import { formatList } from '../i18n/format.ts'
import { sayAgain, t, useLocale } from '../i18n/t.ts'

/** The server answered with an error. `message` is safe to show. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: ErrorCode | 'UNKNOWN'
  /** What is wrong, by the field's dotted path. */
  readonly fields: FieldErrors
  /** Names the request in the server's log. */
  readonly requestId: string | undefined
  /** Seconds to wait before trying again, when the server says so. */
  readonly retryAfterSeconds: number | undefined

  constructor(details: {
    status: number
    code: ErrorCode | 'UNKNOWN'
    message: string
    fields?: FieldErrors | undefined
    requestId?: string | undefined
    retryAfterSeconds?: number | undefined
  }) {
    super(details.message)
    this.status = details.status
    this.code = details.code
    this.fields = details.fields ?? {}
    this.requestId = details.requestId
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}

/** No answer came: the server is down, or the network is. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError'
}

/** The server's answer is not what this version of the editor understands. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
}

/** Reads an error answer. A body that is not ours (a proxy's error page, most often) gets words of its own. */
export function toApiError(status: number, body: unknown, retryAfter: string | null): ApiError {
  const seconds = Number(retryAfter ?? Number.NaN)
  const retryAfterSeconds = Number.isFinite(seconds) ? seconds : undefined
  const parsed = errorBody.safeParse(body)
  if (!parsed.success) {
    const message = t('errors.status', { status: String(status) })
    return new ApiError({ status, code: 'UNKNOWN', message, retryAfterSeconds })
  }
  const { code, message: said, requestId } = parsed.data.error
  const fields = Object.fromEntries(
    Object.entries(parsed.data.error.details ?? {}).map(([field, messages]) => [
      field,
      messages.map((sentence) => sayAgain({ sentence }) ?? sentence),
    ]),
  )
  const message =
    sayAgain({ sentence: said }) ??
    reasonsInLanguage(parsed.data.error.details) ??
    inLanguage(code, retryAfterSeconds) ??
    said
  return new ApiError({ status, code, message, fields, requestId, retryAfterSeconds })
}

/** What is wrong with the fields, where all of it can be said in the interface's language. */
function reasonsInLanguage(details: FieldErrors = {}): string | undefined {
  const reasons = Object.values(details)
    .flat()
    .map((sentence) => sayAgain({ sentence }))
  const known = reasons.filter((reason) => reason !== undefined)
  if (known.length === 0 || known.length < reasons.length) return undefined
  return t('errors.invalid', { reasons: formatList(known) })
}

/** Codes that say enough by themselves; of the others, only the server's own sentence tells what is wrong. */
const TELLING = [
  'FORBIDDEN',
  'NOT_FOUND',
  'SESSION_NOT_FOUND',
  'SESSION_DISCONNECTED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'INTERNAL_ERROR',
] as const satisfies readonly ErrorCode[]

/** The server speaks English, and more exactly than its codes do; for readers of other languages those are better. */
function inLanguage(code: ErrorCode, retryAfterSeconds: number | undefined): string | undefined {
  if (useLocale.getState().locale === 'en') return undefined
  if (code === 'RATE_LIMITED') return t('errors.tooMany', { count: retryAfterSeconds ?? 60 })
  const telling = TELLING.find((each) => each === code)
  return telling && t(`errors.codes.${telling}`)
}
