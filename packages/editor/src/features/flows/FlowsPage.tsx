import '../../i18n/withFlowTexts.ts'
import type { FlowSummary } from '@parley/shared/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Plus, Workflow } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useDenied } from '../../api/access.ts'
import { useDeferredDeletes } from '../../api/deferredDelete.ts'
import { flowsQuery } from '../../api/flows.ts'
import { itemsOf } from '../../api/pages.ts'
import { needTexts, t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import { LoadingPane } from '../../ui/LoadingPane.tsx'
import { PageBody, PageHeader } from '../../ui/PageHeader.tsx'
import { ShowMore } from '../../ui/ShowMore.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { FlowCard } from './FlowCard.tsx'
import { FlowFilters, NoMatch } from './FlowFilters.tsx'
import { type FlowFilter, filterFlows } from './filterFlows.ts'
import { flowMenu } from './flowMenu.tsx'
import { ImportButton } from './ImportButton.tsx'
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
  const list = useInfiniteQuery(flowsQuery)
  const { data, error, isPending, refetch } = list
  const [search, setSearch] = useSearchParams()
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<FlowFilter>('all')
  const [asking, setAsking] = useState<Asking | null>(null)
  const hiddenIds = useDeferredDeletes((state) => state.hiddenIds)
  const denied = useDenied('editor')
  const actions = useFlowActions()

  const flows = itemsOf(data).filter(({ id }) => !hiddenIds.has(id))
  const shown = filterFlows(flows, { words, filter })
  const isCreating = search.has('create')
  const setCreating = (isOpen: boolean) =>
    setSearch(isOpen ? { create: '' } : {}, { replace: !isOpen })

  const menuOf = (flow: FlowSummary) =>
    flowMenu({
      denied,
      onRename: () => setAsking({ what: 'rename', flow }),
      onDuplicate: () => actions.duplicate.mutate(flow),
      onExport: () => actions.exportFlow.mutate(flow),
      onDelete: () =>
        flow.publications.length > 0
          ? setAsking({ what: 'delete', flow })
          : actions.removeWithUndo(flow),
    })

  return (
    <PageBody>
      <PageHeader
        title={t('flows.title')}
        description={t('flows.description')}
        actions={
          <>
            <ImportButton
              deniedReason={denied}
              isBusy={actions.importFlow.isPending}
              onFile={(file) => actions.importFlow.mutate(file)}
            />
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
          <FlowFilters
            words={words}
            filter={filter}
            count={shown.length}
            onWords={setWords}
            onFilter={setFilter}
          />
          {shown.length === 0 ? (
            <NoMatch
              onReset={() => {
                setWords('')
                setFilter('all')
              }}
            />
          ) : (
            <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-3">
              {shown.map((flow) => (
                <FlowCard key={flow.id} flow={flow} menu={menuOf(flow)} />
              ))}
            </div>
          )}
          <ShowMore list={list} />
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
