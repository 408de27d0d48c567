import type { Message } from '@parley/shared/api'
import { t, useLocale } from '../../i18n/t.ts'

/** Classes of failures that have words in every language; what the server calls otherwise is said in its own. */
const CLASSES = [
  'transient',
  'ambiguous',
  'rateNumber',
  'ratePair',
  'offline',
  'quality',
  'windowClosed',
  'recipientGone',
  'optedOut',
  'template',
  'media',
  'auth',
  'permission',
  'invalid',
] as const

/** Why a message could not be sent. The server tells the case more exactly than its class does, but only in English. */
export function failureText({ failureClass, message }: NonNullable<Message['failure']>): string {
  const known = CLASSES.find((each) => each === failureClass)
  if (useLocale.getState().locale === 'en' || !known) return message
  return t(`errors.failures.${known}`)
}
