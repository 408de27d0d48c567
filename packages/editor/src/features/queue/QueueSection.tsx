import '../../i18n/withQueueTexts.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { CircleCheck, ListOrdered } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { numbersQuery } from '../../api/numbers.ts'
import { itemsOf } from '../../api/pages.ts'
import { queueQuery } from '../../api/queue.ts'
import { t } from '../../i18n/t.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { ShowMore } from '../../ui/ShowMore.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useNow } from '../../ui/useNow.ts'
import { NumberSelect } from '../developers/NumberSelect.tsx'
import { SettingsCard, SettingsSection } from '../settings/SettingsSection.tsx'
import { FailedTable } from './FailedTable.tsx'
import { groupByNumber } from './groupByNumber.ts'
import { NumberQueueCard } from './NumberQueueCard.tsx'
import { useContactNames } from './useContactNames.ts'

type View = 'queued' | 'failed'
const REFRESH_MS = 5_000
const MINUTE_MS = 60_000
const FAILED_SHOWN_MS = 7 * 86_400_000

/** What waits to go out and why, and what could not be sent. */
export function QueueSection() {
  const [search, setSearch] = useSearchParams()
  const [view, setView] = useState<View>('queued')
  const numberId = search.get('number') ?? undefined
  return (
    <SettingsSection title={t('queue.title')} help={t('queue.help')}>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SegmentedControl
          label={t('queue.view')}
          value={view}
          onValueChange={setView}
          segments={[
            { value: 'queued', label: t('queue.views.queued') },
            { value: 'failed', label: t('queue.views.failed') },
          ]}
        />
        <NumberSelect
          className="w-full sm:w-56"
          label={t('queue.number')}
          allLabel={t('developers.allNumbers')}
          value={numberId}
          onChange={(next) => setSearch(next === undefined ? {} : { number: next })}
        />
      </div>
      {view === 'queued' ? <Waiting numberId={numberId} /> : <Failed numberId={numberId} />}
    </SettingsSection>
  )
}

function Waiting({ numberId }: { numberId: string | undefined }) {
  const list = useInfiniteQuery({
    ...queueQuery('queued', numberId),
    refetchInterval: REFRESH_MS,
  })
  const { data: numbers = [] } = useQuery(numbersQuery)
  const messages = itemsOf(list.data)
  const nameOf = useContactNames(messages)
  if (list.error && !list.data) {
    return <LoadError size="panel" error={list.error} onRetry={() => void list.refetch()} />
  }
  if (!list.data) return <Skeleton className="h-48 rounded-card" />
  if (messages.length === 0) {
    return (
      <SettingsCard>
        <EmptyState size="panel" icon={<ListOrdered />} title={t('queue.empty')}>
          {t('queue.emptyHelp')}
        </EmptyState>
      </SettingsCard>
    )
  }
  return (
    <div className="flex flex-col gap-5">
      {groupByNumber(messages, numbers).map((queue) => (
        <NumberQueueCard
          key={queue.numberId}
          queue={queue}
          mayHaveMore={list.hasNextPage}
          nameOf={nameOf}
        />
      ))}
      <ShowMore list={list} />
    </div>
  )
}

function Failed({ numberId }: { numberId: string | undefined }) {
  const list = useInfiniteQuery({
    ...queueQuery('failed', numberId),
    refetchInterval: REFRESH_MS,
  })
  const since = useNow(MINUTE_MS) - FAILED_SHOWN_MS
  const loaded = itemsOf(list.data)
  const recent = loaded.filter(({ createdAt }) => Date.parse(createdAt) >= since)
  const nameOf = useContactNames(recent)
  if (list.error && !list.data) {
    return <LoadError size="panel" error={list.error} onRetry={() => void list.refetch()} />
  }
  if (!list.data) return <Skeleton className="h-48 rounded-card" />
  if (recent.length === 0) {
    return (
      <SettingsCard>
        <EmptyState size="panel" icon={<CircleCheck />} title={t('queue.failedEmpty')}>
          {t('queue.failedEmptyHelp')}
        </EmptyState>
      </SettingsCard>
    )
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-[0.8125rem] text-ink-muted">{t('queue.failedHelp')}</p>
      <FailedTable messages={recent} nameOf={nameOf} />
      {/* Newest first: behind one that is too old there are only older ones. */}
      {recent.length === loaded.length && <ShowMore list={list} />}
    </div>
  )
}
