import type { ConnectedNumber, Message } from '@parley/shared/api'
import { formatDateTime } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'

/** Why a queued message has not gone out yet, in a sentence. `number` is undefined when it is deleted or not known. */
export function whyItWaits(
  { scheduledAt, failure }: Pick<Message, 'scheduledAt' | 'failure'>,
  number: Pick<ConnectedNumber, 'status' | 'statusReason'> | undefined,
  now: number,
): string {
  if (scheduledAt !== null && Date.parse(scheduledAt) > now) {
    return t('queue.scheduled', { when: formatDateTime(Date.parse(scheduledAt)) })
  }
  if (number && number.status !== 'connected') {
    const reason = number.statusReason || t(`numberWords.status.${number.status}`)
    return t('queue.offline', { reason })
  }
  if (failure) return t('queue.retrying', { reason: failure.message })
  return t('queue.soon')
}
