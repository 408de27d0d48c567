import type { Identity } from '../../auth/caller.ts'
import type { ApiError } from '../../errors.ts'
import type { Dialect, Limit } from '../../http/dialect.ts'
import { errorResponse } from './schema.ts'

/**
 * WhautoChat: the key of a workspace or of a number in `x-api-key` (all our credentials work), errors with the fields of
 * a MessageResponse, 100 requests a minute and 144,000 a day for each workspace.
 */
export const whautoChat: Dialect = {
  presentError(error, { request }) {
    const isKeyMissing = error.code === 'UNAUTHORIZED' && request.headers['x-api-key'] === undefined
    const message = isKeyMissing ? 'Send your key in the header x-api-key' : messageOf(error)
    return { status: statusOf(error), body: { id: '', status: 'failed', error: message, message } }
  },
  error: errorResponse,
  limits(identity): readonly Limit[] {
    const subject = workspaceOf(identity)
    return [
      { rule: 'whautoChat', subject },
      { rule: 'whautoChatDaily', subject },
    ]
  },
}

/** People in a browser have no workspace before it is known which one they ask for; they are counted by themselves. */
const workspaceOf = (identity: Identity): string =>
  identity.type === 'login' ? identity.userId : identity.key.workspaceId

function statusOf({ code, status }: ApiError): number {
  if (code === 'VALIDATION_ERROR') return 400
  // The address exists; what is missing is a number of its channel.
  return code === 'SESSION_NOT_FOUND' ? 409 : status
}

/** Their names of fields that have another one with us. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  to: 'recepient.phoneNumber',
  scheduledAt: 'scheduleDateTime',
}

function messageOf({ code, message, options }: ApiError): string {
  const { thing } = options
  if (code === 'NOT_FOUND' && thing !== undefined) return `Invalid ${thing}Id. ${message}`
  const [field = ''] = Object.keys(options.details ?? {})
  const word = FIELD_WORDS[field]
  return word === undefined ? message : message.replace(`${field}: `, `${word}: `)
}
