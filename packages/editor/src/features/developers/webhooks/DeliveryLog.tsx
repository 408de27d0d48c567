import { DELIVERY_STATUSES, type DeliveryStatus, type WebhookDelivery } from '@parley/shared/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { itemsOf } from '../../../api/pages.ts'
import { deliveriesQuery } from '../../../api/webhooks.ts'
import { formatAgo } from '../../../i18n/format.ts'
import { t } from '../../../i18n/t.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { LoadError } from '../../../ui/LoadError.tsx'
import { LoadingPane } from '../../../ui/LoadingPane.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { Sheet } from '../../../ui/Sheet.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { SettingsCard, SettingsSection } from '../../settings/SettingsSection.tsx'
import { answerWords, DELIVERY_TONES } from './delivery.ts'
import { REFRESH_MS } from './refresh.ts'

const DeliveryDetails = lazy(async () => ({
  default: (await import('./DeliveryDetails.tsx')).DeliveryDetails,
}))

type Filter = DeliveryStatus | 'all'
const FILTERS: readonly Filter[] = ['all', ...DELIVERY_STATUSES]

/** What a webhook has delivered, newest first; keeps itself up to date. */
export function DeliveryLog({ webhookId }: { webhookId: string }) {
  const [filter, setFilter] = useState<Filter>('all')
  const [openId, setOpenId] = useState<string | null>(null)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    {
      ...deliveriesQuery(webhookId, filter === 'all' ? undefined : filter),
      refetchInterval: REFRESH_MS,
    },
  )
  const deliveries = itemsOf(data)
  return (
    <SettingsSection
      title={t('webhooks.deliveries')}
      help={t('webhooks.deliveriesHelp')}
      actions={
        <SegmentedControl
          label={t('webhooks.filter')}
          value={filter}
          onValueChange={setFilter}
          segments={FILTERS.map((value) => ({
            value,
            label: t(`webhooks.filters.${value}`),
          }))}
        />
      }
    >
      {error && !data ? (
        <LoadError size="panel" error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="h-40 rounded-card" />
      ) : deliveries.length === 0 ? (
        <SettingsCard>
          <EmptyState
            size="panel"
            icon={<History />}
            title={filter === 'all' ? t('webhooks.deliveriesEmpty') : t('webhooks.deliveriesNone')}
          >
            {filter === 'all' && t('webhooks.deliveriesEmptyHelp')}
          </EmptyState>
        </SettingsCard>
      ) : (
        <Table
          label={t('webhooks.deliveries')}
          columns={columns(setOpenId)}
          rows={deliveries}
          rowKey={({ id }) => id}
          onRowClick={({ id }) => setOpenId(id)}
        />
      )}
      {hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('common.showMore')}
          </Button>
        </div>
      )}
      <Sheet
        isOpen={openId !== null}
        onOpenChange={() => setOpenId(null)}
        title={t('webhooks.delivery.title')}
        className="sm:w-[34rem]"
      >
        {openId && (
          <Suspense fallback={<LoadingPane />}>
            <DeliveryDetails webhookId={webhookId} deliveryId={openId} />
          </Suspense>
        )}
      </Sheet>
    </SettingsSection>
  )
}

const columns = (open: (deliveryId: string) => void): readonly Column<WebhookDelivery>[] => [
  {
    id: 'event',
    header: t('webhooks.delivery.event'),
    cell: ({ id, event, createdAt }) => (
      <button
        type="button"
        aria-label={t('webhooks.delivery.open', {
          event,
          when: formatAgo(Date.parse(createdAt)),
        })}
        className="rounded font-mono text-[0.8125rem] font-medium hover:underline"
        onClick={(pressed) => {
          pressed.stopPropagation()
          open(id)
        }}
      >
        {event}
      </button>
    ),
  },
  {
    id: 'status',
    header: t('webhooks.delivery.status'),
    cell: ({ status, attempts }) => (
      <div className="flex flex-wrap items-center gap-x-2">
        <Badge tone={DELIVERY_TONES[status]}>{t(`webhooks.delivery.statuses.${status}`)}</Badge>
        {attempts > 1 && (
          <span className="text-xs whitespace-nowrap text-ink-muted">
            {t('webhooks.delivery.attempts', { count: attempts })}
          </span>
        )}
      </div>
    ),
  },
  {
    id: 'answer',
    header: t('webhooks.delivery.answer'),
    className: 'text-ink-muted max-sm:hidden',
    cell: (delivery) => <span className="line-clamp-2 max-w-72">{answerWords(delivery)}</span>,
  },
  {
    id: 'when',
    header: t('webhooks.delivery.when'),
    align: 'end',
    className: 'whitespace-nowrap text-ink-muted',
    cell: ({ createdAt }) => formatAgo(Date.parse(createdAt)),
  },
]
