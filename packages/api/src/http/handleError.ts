import { GroupError, InputError, type Logger } from '@parley/runtime/pipeline'
import { BadCursorError } from '@parley/runtime/store'
import type { ErrorRequestHandler, Request, Response } from 'express'
import { ApiError, invalidField, toErrorBody } from '../errors.ts'

/** The one place that turns what was thrown into an answer. Bugs are logged whole and shown as an id. */
export function handleError(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const known = toApiError(error)
    if (!known) {
      const { requestId } = response.locals
      logger.error({ err: error, requestId, method: request.method, path: request.path }, 'bug')
    }
    // Half an answer is out already: cutting the connection is the only way to say that it failed.
    if (response.headersSent) return next(error)
    answerError(request, response, known ?? HIDDEN)
  }
}

export function answerError(request: Request, response: Response, error: ApiError): void {
  for (const [name, value] of Object.entries(error.options.headers ?? {})) {
    response.setHeader(name, value)
  }
  const { requestId, endpoint } = response.locals
  const { status, body } = endpoint?.dialect?.presentError(error, { request, requestId }) ?? {
    status: error.status,
    body: toErrorBody(error, requestId),
  }
  response.status(status).json(body)
}

const HIDDEN = new ApiError(
  'INTERNAL_ERROR',
  'Something went wrong on our side. Tell the operator the request id',
)

/** Undefined for bugs. */
export function toApiError(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) return error
  if (error instanceof BadCursorError) return invalidField('cursor', error.message)
  if (error instanceof InputError) return fromInputError(error)
  if (error instanceof GroupError) return fromGroupError(error)
  // Express's own: a path that cannot be decoded.
  if (error instanceof URIError) return invalidField('', 'The address is not well-formed')
  return undefined
}

const fromGroupError = ({ code, message }: GroupError): ApiError =>
  code === 'groupNotFound'
    ? new ApiError('NOT_FOUND', message, { thing: 'group' })
    : new ApiError('FORBIDDEN', message)

function fromInputError(error: InputError): ApiError {
  const { message } = error
  switch (error.code) {
    case 'invalidRecipient':
    case 'contactOptedOut':
      return invalidField('to', message)
    case 'invalidContent':
      return invalidField('content', message)
    case 'scheduledInPast':
      return invalidField('scheduledAt', message)
    case 'numberNotFound':
      return new ApiError('SESSION_NOT_FOUND', message)
    case 'numberOffline':
      return new ApiError('SESSION_DISCONNECTED', message)
    case 'conversationNotFound':
      return new ApiError('NOT_FOUND', message)
    case 'notSupported':
    case 'idempotencyConflict':
      return new ApiError('CONFLICT', message)
  }
}
