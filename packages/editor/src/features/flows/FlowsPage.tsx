import type { FlowSummary } from '@parley/shared/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Copy, Download, Pencil, Plus, SearchX, Trash2, Upload, Workflow } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useDenied } from '../../api/access.ts'
import { useDeferredDeletes } from '../../api/deferredDelete.ts'
import { flowsQuery } from '../../api/flows.ts'
import { itemsOf } from '../../api/pages.ts'
import { needTexts, t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SearchInput } from '../../ui/Input.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import { LoadingPane } from '../../ui/LoadingPane.tsx'
import type { MenuItem } from '../../ui/menuItems.tsx'
import { PageBody, PageHeader } from '../../ui/PageHeader.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { FlowCard } from './FlowCard.tsx'
import { type FlowFilter, filterFlows } from './filterFlows.ts'
import { useFlowActions } from './useFlowActions.tsx'

// What opens only when somebody asks for it is not waited for. The starters are whole flows.
const NewFlowDialog = lazy(async () => ({
  default: (await import('./NewFlowDialog.tsx')).NewFlowDialog,
}))
const RenameDialog = lazy(async () => ({
  default: (await import('../../ui/RenameDialog.tsx')).RenameDialog,
}))
const AlertDialog = lazy(async () => ({
  default: (await import('../../ui/AlertDialog.tsx')).AlertDialog,
}))
const ImportReport = lazy(async () => {
  const [{ ImportReport: component }] = await Promise.all([
    import('./typebot/ImportReport.tsx'),
    needTexts('typebot'),
  ])
  return { default: component }
})
const StarterGallery = lazy(async () => ({
  default: (await import('./StarterGallery.tsx')).StarterGallery,
}))

type Asking = { readonly what: 'rename' | 'delete'; readonly flow: FlowSummary }

/** All flows of the workspace, and the ways to a new one. */
export function FlowsPage() {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(flowsQuery)
  const [search, setSearch] = useSearchParams()
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<FlowFilter>('all')
  const [asking, setAsking] = useState<Asking | null>(null)
  const filePicker = useRef<HTMLInputElement>(null)
  const hiddenIds = useDeferredDeletes((state) => state.hiddenIds)
  const denied = useDenied('editor')
  const actions = useFlowActions()

  const flows = itemsOf(data).filter(({ id }) => !hiddenIds.has(id))
  const shown = filterFlows(flows, { words, filter })
  const isCreating = search.has('create')
  const setCreating = (isOpen: boolean) =>
    setSearch(isOpen ? { create: '' } : {}, { replace: !isOpen })

  const menuOf = (flow: FlowSummary): MenuItem[] => [
    {
      label: t('common.rename'),
      icon: <Pencil />,
      isDisabled: Boolean(denied),
      onSelect: () => setAsking({ what: 'rename', flow }),
    },
    {
      label: t('common.duplicate'),
      icon: <Copy />,
      isDisabled: Boolean(denied),
      onSelect: () => actions.duplicate.mutate(flow),
    },
    {
      label: t('flows.export'),
      icon: <Download />,
      onSelect: () => actions.exportFlow.mutate(flow),
    },
    { type: 'separator' },
    {
      label: t('common.delete'),
      icon: <Trash2 />,
      isDanger: true,
      isDisabled: Boolean(denied),
      ...(denied && { hint: denied }),
      onSelect: () =>
        flow.publications.length > 0
          ? setAsking({ what: 'delete', flow })
          : actions.removeWithUndo(flow),
    },
  ]

  return (
    <PageBody>
      <PageHeader
        title={t('flows.title')}
        description={t('flows.description')}
        actions={
          <>
            <Button
              icon={<Upload />}
              disabledReason={denied}
              isBusy={actions.importFlow.isPending}
              onClick={() => filePicker.current?.click()}
            >
              {t('flows.import')}
            </Button>
            <Button
              variant="primary"
              icon={<Plus />}
              disabledReason={denied}
              onClick={() => setCreating(true)}
            >
              {t('flows.new')}
            </Button>
          </>
        }
      />
      <input
        ref={filePicker}
        type="file"
        accept=".json,application/json"
        className="hidden"
        aria-label={t('flows.import')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) actions.importFlow.mutate(file)
          // The same file can be chosen again after it was put right.
          event.target.value = ''
        }}
      />

      {actions.imported && (
        <Suspense>
          <ImportReport imported={actions.imported} onClose={actions.closeImported} />
        </Suspense>
      )}
      {error && !data ? (
        <LoadError error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <CardSkeletons />
      ) : flows.length === 0 ? (
        <FirstFlow
          isDenied={Boolean(denied)}
          onChoose={(choice) => actions.start.mutate(choice)}
          busy={actions.starting}
        />
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <SearchInput
              className="w-full sm:w-72"
              label={t('flows.search')}
              value={words}
              onValueChange={setWords}
            />
            <SegmentedControl
              label={t('flows.filter.label')}
              value={filter}
              onValueChange={setFilter}
              segments={[
                { value: 'all', label: t('flows.filter.all') },
                { value: 'published', label: t('flows.filter.published') },
                { value: 'draft', label: t('flows.filter.draft') },
              ]}
            />
            <output className="ms-auto text-xs text-ink-muted">
              {t('flows.count', { count: shown.length })}
            </output>
          </div>
          {shown.length === 0 ? (
            <EmptyState
              icon={<SearchX />}
              title={t('flows.noMatch.title')}
              actions={
                <Button
                  onClick={() => {
                    setWords('')
                    setFilter('all')
                  }}
                >
                  {t('flows.noMatch.reset')}
                </Button>
              }
            >
              {t('flows.noMatch.help')}
            </EmptyState>
          ) : (
            <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-3">
              {shown.map((flow) => (
                <FlowCard key={flow.id} flow={flow} menu={menuOf(flow)} />
              ))}
            </div>
          )}
          {hasNextPage && (
            <Button
              className="self-center"
              isBusy={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t('common.showMore')}
            </Button>
          )}
        </>
      )}

      <Suspense>
        {isCreating && !denied && (
          <NewFlowDialog
            onClose={() => setCreating(false)}
            onChoose={(choice) => actions.start.mutate(choice)}
            busy={actions.starting}
          />
        )}
        {asking?.what === 'rename' && (
          <RenameDialog
            title={t('flows.rename.title')}
            label={t('flows.rename.name')}
            name={asking.flow.name}
            maxLength={200}
            isBusy={actions.rename.isPending}
            onClose={() => setAsking(null)}
            onSave={(name) =>
              actions.rename.mutate(
                { flow: asking.flow, name },
                { onSuccess: () => setAsking(null) },
              )
            }
          />
        )}
        {asking?.what === 'delete' && (
          <AlertDialog
            isOpen
            onOpenChange={() => setAsking(null)}
            title={t('flows.deleteTitle', { name: asking.flow.name })}
            confirmLabel={t('flows.deleteSubmit')}
            onConfirm={() => actions.remove.mutateAsync(asking.flow)}
          >
            {t('flows.deletePublished', { count: asking.flow.publications.length })}
          </AlertDialog>
        )}
      </Suspense>
    </PageBody>
  )
}

const CardSkeletons = () => (
  <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-3">
    {[1, 2, 3].map((index) => (
      <Skeleton key={index} className="h-64 rounded-card" />
    ))}
  </div>
)

function FirstFlow({
  isDenied,
  ...gallery
}: { isDenied: boolean } & Parameters<typeof StarterGallery>[0]) {
  return (
    <>
      <EmptyState icon={<Workflow />} title={t('flows.empty.title')} className="py-6">
        {t('flows.empty.help')}
      </EmptyState>
      {!isDenied && (
        <Suspense fallback={<LoadingPane />}>
          <StarterGallery {...gallery} />
        </Suspense>
      )}
    </>
  )
}
