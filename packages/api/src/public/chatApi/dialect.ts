import { errorBody } from '@parley/shared/api'
import type { Request } from 'express'
import { z } from 'zod'
import type { Identity } from '../../auth/caller.ts'
import type { ApiError } from '../../errors.ts'
import { toErrorBody } from '../../errors.ts'
import type { Dialect, DialectError, Limit } from '../../http/dialect.ts'
import { chatError } from './schema.ts'

/** The Chat API: 60 requests a minute for each key, errors as `{ error: { code, message, status } }`. */
export const chatApi: Dialect = {
  presentError: (error) => presentError(error),
  error: chatError,
  limits: limitsOf,
}

/**
 * Contacts are the same paths in the Chat API and in the session API. Who sends a key as the Chat API's clients do
 * hears its words; all others hear ours.
 */
export const chatApiOnSharedPaths: Dialect = {
  presentError(error, { request, requestId }) {
    if (speaksChatApi(request)) return presentError(error)
    if (hasCredential(request)) return { status: error.status, body: toErrorBody(error, requestId) }
    // Nobody knows whose client this is, so the answer can be read as either.
    const { status, body } = presentError(error)
    return { status, body: { success: false, ...body, code: error.code, message: error.message } }
  },
  error: z.union([
    errorBody,
    chatError,
    chatError.extend({ success: z.literal(false), code: z.string(), message: z.string() }),
  ]),
  limits: limitsOf,
}

/** A key of the workspace is the Chat API's kind; the others keep their own limits. */
function limitsOf(identity: Identity): readonly Limit[] {
  switch (identity.type) {
    case 'workspaceKey':
      return [{ rule: 'chatApi', subject: identity.key.id }]
    case 'login':
      return [{ rule: 'browser', subject: identity.userId }]
    case 'numberKey':
    case 'personalToken':
      return [{ rule: 'general', subject: identity.userId }]
  }
}

const speaksChatApi = ({ headers }: Request): boolean =>
  headers['x-api-key'] !== undefined || /^Bearer +whm_/i.test(headers.authorization ?? '')

const hasCredential = ({ headers }: Request): boolean =>
  headers['x-api-token'] !== undefined ||
  headers.authorization !== undefined ||
  headers.cookie !== undefined

/** What is wrong with the request is always 400 here. */
function presentError(error: ApiError): DialectError & {
  readonly body: { readonly error: { code: string; message: string; status: number } }
} {
  const status = error.code === 'VALIDATION_ERROR' ? 400 : error.status
  return { status, body: { error: { code: codeOf(error), message: error.message, status } } }
}

function codeOf({ code, options }: ApiError): string {
  switch (code) {
    case 'VALIDATION_ERROR': {
      const fields = Object.keys(options.details ?? {})
      if (fields.includes('to') || fields.includes('phone')) return 'invalid_phone_number'
      return fields.includes('type') ? 'unsupported_message_type' : 'invalid_request'
    }
    case 'NOT_FOUND':
      return options.thing === undefined ? 'not_found' : `${options.thing}_not_found`
    case 'SESSION_NOT_FOUND':
      return 'number_not_found'
    case 'SESSION_DISCONNECTED':
      return 'number_disconnected'
    case 'RATE_LIMITED':
      return options.context?.limit === 'chatApiDaily'
        ? 'daily_limit_exceeded'
        : 'rate_limit_exceeded'
    case 'UNAUTHORIZED':
    case 'FORBIDDEN':
    case 'CONFLICT':
    case 'PAYLOAD_TOO_LARGE':
    case 'UNSUPPORTED_MEDIA_TYPE':
    case 'INTERNAL_ERROR':
      return code.toLowerCase()
  }
}
