import type { Webhook } from '@parley/shared/api'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { Link } from 'react-router'
import { webhookQuery } from '../../../api/webhooks.ts'
import { formatDateTime } from '../../../i18n/format.ts'
import { t } from '../../../i18n/t.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Banner } from '../../../ui/Banner.tsx'
import { LoadError } from '../../../ui/LoadError.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useNumberName } from '../useNumberName.ts'
import { DeliveryLog } from './DeliveryLog.tsx'
import { REFRESH_MS } from './refresh.ts'
import { TestResult } from './TestResult.tsx'
import { useWebhookActions } from './useWebhookActions.ts'
import { WebhookActions } from './WebhookActions.tsx'
import { troubleOf, WebhookStatus } from './WebhookStatus.tsx'

/** One webhook: how it does, what can be done with it, and what it has delivered. */
export function WebhookDetails({ webhookId }: { webhookId: string }) {
  const {
    data: webhook,
    error,
    refetch,
  } = useQuery({ ...webhookQuery(webhookId), refetchInterval: REFRESH_MS })
  return (
    <div className="flex flex-col gap-5">
      <Link
        to="/developers/webhooks"
        className="inline-flex items-center gap-1.5 self-start rounded text-[0.8125rem] font-medium text-ink-muted hover:text-ink hover:underline"
      >
        <ArrowLeft className="size-4 rtl:rotate-180" aria-hidden />
        {t('webhooks.back')}
      </Link>
      {error && !webhook ? (
        <LoadError size="panel" error={error} onRetry={() => void refetch()} />
      ) : !webhook ? (
        <Skeleton className="h-48 rounded-card" />
      ) : (
        <Loaded webhook={webhook} />
      )}
    </div>
  )
}

function Loaded({ webhook }: { webhook: Webhook }) {
  const numberName = useNumberName()
  const actions = useWebhookActions(webhook)
  const trouble = troubleOf(webhook)
  return (
    <>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h2 className="min-w-0 font-mono text-sm font-semibold break-all">{webhook.url}</h2>
          <WebhookStatus webhook={webhook} />
        </div>
        <div className="flex flex-wrap items-center gap-2 text-[0.8125rem] text-ink-muted">
          <Badge>{t(`webhooks.formats.${webhook.format}`)}</Badge>
          <span>{numberName(webhook.numberId)}</span>
        </div>
        <ul className="flex flex-wrap gap-1.5" aria-label={t('webhooks.events')}>
          {webhook.events.map((event) => (
            <li key={event}>
              <Badge className="font-mono">{event}</Badge>
            </li>
          ))}
        </ul>
        <WebhookActions webhook={webhook} actions={actions} />
      </div>
      {trouble && (
        <Banner tone={webhook.status === 'paused' ? 'warning' : 'danger'}>{trouble}</Banner>
      )}
      {webhook.previousSecretUntil && (
        <Banner>
          {t('webhooks.previousSecret', {
            when: formatDateTime(Date.parse(webhook.previousSecretUntil)),
          })}
        </Banner>
      )}
      <TestResult test={actions.test} />
      <DeliveryLog webhookId={webhook.id} />
    </>
  )
}
