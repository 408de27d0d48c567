import { ApiError } from '../../api/errors.ts'
import { t } from '../../i18n/t.ts'

/** What is wrong with one field, in the server's words. */
export function fieldError(error: Error | null, field: string): string | undefined {
  return error instanceof ApiError ? error.fields[field]?.[0] : undefined
}

/** What is wrong with the whole, when no field of `shown` says it already. */
export function formError(error: Error | null, shown: readonly string[]): string | undefined {
  if (!error) return undefined
  if (!(error instanceof ApiError)) return error.message
  if (error.status === 429) return t('errors.tooMany', { count: error.retryAfterSeconds ?? 60 })
  return shown.some((field) => error.fields[field]) ? undefined : error.message
}
