import '../../i18n/withFlowTexts.ts'
import { SearchX } from 'lucide-react'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SearchInput } from '../../ui/Input.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import type { FlowFilter } from './filterFlows.ts'

/** Which of the flows are shown. */
export function FlowFilters({
  words,
  filter,
  count,
  onWords,
  onFilter,
}: {
  words: string
  filter: FlowFilter
  /** Of those that are shown. */
  count: number
  onWords: (words: string) => void
  onFilter: (filter: FlowFilter) => void
}) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SearchInput
        className="w-full sm:w-72"
        label={t('flows.search')}
        value={words}
        onValueChange={onWords}
      />
      <SegmentedControl
        label={t('flows.filter.label')}
        value={filter}
        onValueChange={onFilter}
        segments={[
          { value: 'all', label: t('flows.filter.all') },
          { value: 'published', label: t('flows.filter.published') },
          { value: 'draft', label: t('flows.filter.draft') },
        ]}
      />
      <output className="ms-auto text-xs text-ink-muted">{t('flows.count', { count })}</output>
    </div>
  )
}

/** Says that no flow is left, and leads back to all of them. */
export function NoMatch({ onReset }: { onReset: () => void }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={t('flows.noMatch.title')}
      actions={<Button onClick={onReset}>{t('flows.noMatch.reset')}</Button>}
    >
      {t('flows.noMatch.help')}
    </EmptyState>
  )
}
