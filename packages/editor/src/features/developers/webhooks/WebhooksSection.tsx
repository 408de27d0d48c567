import { useQuery } from '@tanstack/react-query'
import { LockKeyhole, Plus, Webhook as WebhookIcon } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useDenied } from '../../../api/access.ts'
import { webhooksQuery } from '../../../api/webhooks.ts'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { LoadError } from '../../../ui/LoadError.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { SettingsCard, SettingsSection } from '../../settings/SettingsSection.tsx'
import { useNumberName } from '../useNumberName.ts'
import { WebhookCard } from './WebhookCard.tsx'
import { WebhookDetails } from './WebhookDetails.tsx'
import { WebhookDialog } from './WebhookDialog.tsx'

/** All webhooks, or the one that the address names. */
export function WebhooksSection() {
  const { webhookId } = useParams()
  const denied = useDenied('editor')
  if (denied) {
    return (
      <SettingsSection title={t('developers.webhooks.title')} help={t('developers.webhooks.help')}>
        <SettingsCard>
          <EmptyState
            size="panel"
            icon={<LockKeyhole />}
            title={t('developers.webhooks.deniedTitle')}
          >
            {t('developers.webhooks.deniedHelp', { reason: denied })}
          </EmptyState>
        </SettingsCard>
      </SettingsSection>
    )
  }
  return webhookId === undefined ? (
    <WebhookList />
  ) : (
    <WebhookDetails key={webhookId} webhookId={webhookId} />
  )
}

function WebhookList() {
  const { data: webhooks, error, refetch } = useQuery(webhooksQuery)
  const numberName = useNumberName()
  const [isCreating, setCreating] = useState(false)
  const create = (
    <Button variant="primary" icon={<Plus />} onClick={() => setCreating(true)}>
      {t('developers.webhooks.create')}
    </Button>
  )
  const isEmpty = webhooks?.length === 0
  return (
    <SettingsSection
      title={t('developers.webhooks.title')}
      help={t('developers.webhooks.help')}
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
            title={t('developers.webhooks.empty')}
            actions={create}
          >
            {t('developers.webhooks.emptyHelp')}
          </EmptyState>
        </SettingsCard>
      ) : (
        <ul className="flex flex-col gap-3" aria-label={t('developers.webhooks.title')}>
          {webhooks.map((webhook) => (
            <li key={webhook.id}>
              <WebhookCard webhook={webhook} of={numberName(webhook.numberId)} />
            </li>
          ))}
        </ul>
      )}
      {isCreating && <WebhookDialog onClose={() => setCreating(false)} />}
    </SettingsSection>
  )
}
