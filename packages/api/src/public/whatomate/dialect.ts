import type { Request } from 'express'
import type { Identity } from '../../auth/caller.ts'
import type { ApiError } from '../../errors.ts'
import type { Dialect, Limit } from '../../http/dialect.ts'
import { isForm } from '../../media/readForm.ts'
import { errorResponse } from './schema.ts'

/**
 * whatomate: `X-API-Key: whm_…` or `Authorization: Bearer …`, everything in an envelope with a status, errors in the
 * sentences of its documents, 100 requests a minute for each key.
 */
export const whatomate: Dialect = {
  presentError: (error, { request }) => ({
    status: statusOf(error),
    body: { status: 'error', message: messageOf(error, request), data: null },
  }),
  error: errorResponse,
  limits: (identity): readonly Limit[] => [{ rule: 'whatomate', subject: subjectOf(identity) }],
}

const subjectOf = (identity: Identity): string =>
  identity.type === 'login' ? identity.userId : identity.key.id

/** What is wrong with the request is 400 here, but for files that are too large. */
function statusOf({ code, status }: ApiError): number {
  switch (code) {
    case 'VALIDATION_ERROR':
    case 'UNSUPPORTED_MEDIA_TYPE':
    case 'SESSION_NOT_FOUND':
      return 400
    default:
      return status
  }
}

function messageOf(error: ApiError, request: Request): string {
  const { code, message, options } = error
  switch (code) {
    case 'UNAUTHORIZED':
      return refusalOf(request)
    case 'NOT_FOUND': {
      const { thing = 'thing' } = options
      return `${thing.charAt(0).toUpperCase()}${thing.slice(1)} not found`
    }
    case 'SESSION_NOT_FOUND':
      return 'WhatsApp account not found'
    case 'VALIDATION_ERROR':
      return isUnreadable(error) ? unreadable(request) : inTheirWords(error)
    case 'UNSUPPORTED_MEDIA_TYPE':
      return isForm(request) ? message : unreadable(request)
    default:
      return message
  }
}

function refusalOf({ headers }: Request): string {
  if (headers['x-api-key'] !== undefined) return 'Invalid API key'
  const isPresent = [headers.authorization, headers['x-api-token'], headers.cookie].some(
    (credential) => credential !== undefined,
  )
  return isPresent ? 'Invalid or expired token' : 'Missing authorization header'
}

/** The body, or the form, is not what it should be at all. */
const isUnreadable = ({ status, options }: ApiError): boolean =>
  status === 400 && Object.keys(options.details ?? {}).every((field) => field === '')

const unreadable = (request: Request): string =>
  isForm(request) ? 'Invalid multipart form' : 'Invalid request body'

/** Their names of fields that have another one with us. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  to: 'phone_number',
  quoted: 'reply_to_message_id',
  'template.parameters': 'template_params',
}

function inTheirWords({ message, options }: ApiError): string {
  const [field = ''] = Object.keys(options.details ?? {})
  const word = FIELD_WORDS[field]
  return word === undefined ? message : message.replace(`${field}: `, `${word}: `)
}
