import type { Webhook } from '@parley/shared/api'
import { Link } from 'react-router'
import { t } from '../../../i18n/t.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Card } from '../../../ui/Card.tsx'
import { troubleOf, WebhookStatus } from './WebhookStatus.tsx'

/** One webhook in the list; leads to its deliveries. */
export function WebhookCard({ webhook, of }: { webhook: Webhook; of: string }) {
  const trouble = troubleOf(webhook)
  return (
    <Card className="relative p-4 transition-colors hover:bg-hover/60">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Link
          to={`/developers/webhooks/${webhook.id}`}
          aria-label={t('webhooks.open', { url: webhook.url })}
          // The whole card leads there.
          className="min-w-0 flex-1 basis-48 truncate rounded font-mono text-[0.8125rem] font-medium text-ink after:absolute after:inset-0 after:rounded-card"
        >
          {webhook.url}
        </Link>
        <WebhookStatus webhook={webhook} />
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2 text-[0.8125rem] text-ink-muted">
        <Badge>{t(`webhooks.formats.${webhook.format}`)}</Badge>
        <span>{t('webhooks.eventCount', { count: webhook.events.length })}</span>
        <span aria-hidden>·</span>
        <span>{of}</span>
      </div>
      {trouble && <p className="mt-2 text-[0.8125rem] text-ink-muted">{trouble}</p>}
    </Card>
  )
}
