import '../../../i18n/withWebhookTexts.ts'
import { useQuery } from '@tanstack/react-query'
import { LockKeyhole, Plus, Webhook as WebhookIcon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useParams } from 'react-router'
import { useDenied } from '../../../api/access.ts'
import { webhooksQuery } from '../../../api/webhooks.ts'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { LoadError } from '../../../ui/LoadError.tsx'
import { LoadingPane } from '../../../ui/LoadingPane.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { SettingsCard, SettingsSection } from '../../settings/SettingsSection.tsx'
import { useNumberName } from '../useNumberName.ts'
import { WebhookCard } from './WebhookCard.tsx'

const WebhookDetails = lazy(async () => ({
  default: (await import('./WebhookDetails.tsx')).WebhookDetails,
}))
const WebhookDialog = lazy(async () => ({
  default: (await import('./WebhookDialog.tsx')).WebhookDialog,
}))

/** All webhooks, or the one that the address names. */
export function WebhooksSection() {
  const { webhookId } = useParams()
  const denied = useDenied('editor')
  if (denied) {
    return (
      <SettingsSection title={t('webhooks.title')} help={t('webhooks.help')}>
        <SettingsCard>
          <EmptyState size="panel" icon={<LockKeyhole />} title={t('webhooks.deniedTitle')}>
            {t('webhooks.deniedHelp', { reason: denied })}
          </EmptyState>
        </SettingsCard>
      </SettingsSection>
    )
  }
  return webhookId === undefined ? (
    <WebhookList />
  ) : (
    <Suspense fallback={<LoadingPane />}>
      <WebhookDetails key={webhookId} webhookId={webhookId} />
    </Suspense>
  )
}

function WebhookList() {
  const { data: webhooks, error, refetch } = useQuery(webhooksQuery)
  const numberName = useNumberName()
  const [isCreating, setCreating] = useState(false)
  const create = (
    <Button variant="primary" icon={<Plus />} onClick={() => setCreating(true)}>
      {t('webhooks.create')}
    </Button>
  )
  const isEmpty = webhooks?.length === 0
  return (
    <SettingsSection
      title={t('webhooks.title')}
      help={t('webhooks.help')}
      actions={!isEmpty && create}
    >
      {error && !webhooks ? (
        <LoadError size="panel" error={error} onRetry={() => void refetch()} />
      ) : !webhooks ? (
        <Skeleton className="h-32 rounded-card" />
      ) : isEmpty ? (
        <SettingsCard>
          <EmptyState
            size="panel"
            icon={<WebhookIcon />}
            title={t('webhooks.empty')}
            actions={create}
          >
            {t('webhooks.emptyHelp')}
          </EmptyState>
        </SettingsCard>
      ) : (
        <ul className="flex flex-col gap-3" aria-label={t('webhooks.title')}>
          {webhooks.map((webhook) => (
            <li key={webhook.id}>
              <WebhookCard webhook={webhook} of={numberName(webhook.numberId)} />
            </li>
          ))}
        </ul>
      )}
      {isCreating && (
        <Suspense>
          <WebhookDialog onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </SettingsSection>
  )
}
