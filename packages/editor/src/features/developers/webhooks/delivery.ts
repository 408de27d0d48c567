import type { DeliveryStatus, WebhookDelivery } from '@parley/shared/api'
import { t } from '../../../i18n/t.ts'
import type { Tone } from '../../../ui/Badge.tsx'

export const DELIVERY_TONES: Readonly<Record<DeliveryStatus, Tone>> = {
  pending: 'warning',
  delivered: 'success',
  failed: 'danger',
}

/** What the receiver said last, in a few words. */
export function answerWords({
  lastStatus,
  lastError,
  lastAttemptAt,
}: Pick<WebhookDelivery, 'lastStatus' | 'lastError' | 'lastAttemptAt'>): string {
  if (lastAttemptAt === null) return t('webhooks.delivery.notYet')
  if (lastStatus !== null) return `HTTP ${lastStatus}`
  return lastError ?? t('webhooks.delivery.noAnswer')
}
