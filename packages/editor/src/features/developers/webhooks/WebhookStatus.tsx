import type { Webhook } from '@parley/shared/api'
import { formatDateTime } from '../../../i18n/format.ts'
import { t } from '../../../i18n/t.ts'
import { Badge } from '../../../ui/Badge.tsx'

/** How a webhook does, in a word. */
export function WebhookStatus({ webhook }: { webhook: Webhook }) {
  if (webhook.status === 'paused') {
    return (
      <Badge tone="warning" dot>
        {t('webhooks.status.paused')}
      </Badge>
    )
  }
  return webhook.failingSince ? (
    <Badge tone="danger" dot>
      {t('webhooks.status.failing')}
    </Badge>
  ) : (
    <Badge tone="success" dot>
      {t('webhooks.status.active')}
    </Badge>
  )
}

/** What is the matter with it, in a sentence; undefined when all is well. */
export function troubleOf({
  status,
  pausedReason,
  failingSince,
}: Pick<Webhook, 'status' | 'pausedReason' | 'failingSince'>): string | undefined {
  if (status === 'paused') return pausedReason ?? t('webhooks.paused')
  if (!failingSince) return undefined
  return t('webhooks.failingSince', { when: formatDateTime(Date.parse(failingSince)) })
}
