import type { ErrorBody, ErrorCode, FieldErrors } from '@parley/shared/api'

const STATUS_BY_CODE = {
  VALIDATION_ERROR: 422,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  SESSION_NOT_FOUND: 404,
  SESSION_DISCONNECTED: 409,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  INTERNAL_ERROR: 500,
} as const satisfies Record<ErrorCode, number>

export interface ApiErrorOptions {
  /** Where the code alone does not say it. */
  readonly status?: number
  readonly details?: FieldErrors
  /** Joins `error` in the body: what the caller needs to go on. */
  readonly context?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
  /** Not in the body: what was not found, for dialects with a code of its own for it. */
  readonly thing?: string
  readonly cause?: unknown
}

/** A request that is refused. The message is shown: what happened, to which thing, and what to do. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: ErrorCode
  readonly status: number
  readonly options: ApiErrorOptions
  constructor(code: ErrorCode, message: string, options: ApiErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.status = options.status ?? STATUS_BY_CODE[code]
    this.options = options
  }
}

/** @param thing as a person would call it: "flow", "number" */
export const notFound = (thing: string, id: string): ApiError =>
  new ApiError('NOT_FOUND', `There is no ${thing} ${shorten(id)}`, { thing })

export const unauthorized = (message: string): ApiError => new ApiError('UNAUTHORIZED', message)

/** One field that is wrong; `field` is its dotted path. */
export const invalidField = (field: string, message: string): ApiError =>
  new ApiError('VALIDATION_ERROR', field === '' ? message : `${field}: ${message}`, {
    details: { [field]: [message] },
  })

export function toErrorBody(error: ApiError, requestId: string): ErrorBody {
  const { code, message, status } = error
  const { details, context } = error.options
  return {
    success: false,
    error: {
      code,
      message,
      status,
      ...(details && { details }),
      ...context,
      requestId,
    },
    code,
    message,
    ...(details && { errors: details }),
  }
}

/** Ids come from strangers: an answer repeats no more of one than is needed to recognise it. */
const shorten = (id: string): string => (id.length > 64 ? `${id.slice(0, 64)}…` : id)
