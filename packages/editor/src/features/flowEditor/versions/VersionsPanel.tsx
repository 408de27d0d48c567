import { useQuery } from '@tanstack/react-query'
import { GitCompareArrows, History, X } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useMe } from '../../../api/access.ts'
import { flowVersionsQuery } from '../../../api/flowVersions.ts'
import { numbersQuery } from '../../../api/numbers.ts'
import { membersQuery } from '../../../api/workspaces.ts'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { LoadError } from '../../../ui/LoadError.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useMediaQuery } from '../../../ui/useMediaQuery.ts'
import { LazyCompare } from './compare/LazyCompare.tsx'
import { type Sides, sideOf } from './compare/sides.ts'
import { VersionCard } from './VersionCard.tsx'

export interface VersionsPanelProps {
  readonly editor: FlowEditor
  readonly flowId: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What was published before, newest first. Fills the height of its row; covers the screen on phones. */
export function VersionsPanel({ isOpen, onClose, ...props }: VersionsPanelProps) {
  if (!isOpen) return null
  return (
    <aside
      data-region
      aria-label={t('publish.versions.title')}
      className="fixed inset-0 z-40 flex flex-col bg-surface md:static md:z-auto md:h-full md:w-[22rem] md:shrink-0 md:border-s md:border-line"
    >
      <header className="flex items-center gap-2 border-b border-line py-2 ps-4 pe-2">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{t('publish.versions.title')}</h2>
        <IconButton label={t('common.close')} icon={<X />} onClick={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Versions {...props} onClose={onClose} />
      </div>
    </aside>
  )
}

function Versions({ editor, flowId, onClose }: Omit<VersionsPanelProps, 'isOpen'>) {
  const { data: versions, error, refetch } = useQuery(flowVersionsQuery(flowId))
  const { data: numbers = [] } = useQuery(numbersQuery)
  const { data: members = [] } = useQuery(membersQuery)
  const { user } = useMe()
  const isPhone = useMediaQuery('(max-width: 767px)')
  const [compared, setCompared] = useState<Sides | null>(null)
  const stopComparing = useCallback(() => setCompared(null), [])
  if (error && !versions) {
    return <LoadError size="panel" error={error} onRetry={() => void refetch()} />
  }
  if (!versions) {
    return (
      <div className="flex flex-col gap-3 p-4" aria-busy>
        <Skeleton className="h-28" />
        <Skeleton className="h-28" />
      </div>
    )
  }
  if (versions.length === 0) {
    return (
      <EmptyState size="panel" icon={<History />} title={t('publish.versions.empty')}>
        {t('publish.versions.emptyHelp')}
      </EmptyState>
    )
  }
  const authorOf = (userId: string | null): string | null => {
    if (userId === user.id) return t('publish.versions.byYou')
    const member = members.find((each) => each.userId === userId)
    return member ? t('publish.versions.by', { name: member.name }) : null
  }
  const [newest] = versions
  return (
    <>
      {newest && (
        <div className="px-4 pt-4">
          <Button
            size="sm"
            className="w-full"
            icon={<GitCompareArrows />}
            onClick={() => setCompared({ before: sideOf(newest.versionNumber), after: 'draft' })}
          >
            {t('compare.title')}
          </Button>
        </div>
      )}
      <ol className="flex flex-col gap-3 p-4">
        {versions.map((version) => (
          <li key={version.id}>
            <VersionCard
              version={version}
              flowId={flowId}
              editor={editor}
              onCompare={() =>
                setCompared({ before: sideOf(version.versionNumber), after: 'draft' })
              }
              author={authorOf(version.createdBy)}
              numberNames={version.numberIds.map(
                (id) =>
                  numbers.find((number) => number.id === id)?.name ??
                  t('publish.versions.somewhere'),
              )}
              onGoTo={(nodeId) => {
                if (isPhone) onClose()
                editor.goTo(nodeId)
              }}
            />
          </li>
        ))}
      </ol>
      {compared && (
        <LazyCompare
          editor={editor}
          flowId={flowId}
          versions={versions}
          sides={compared}
          onSides={setCompared}
          onClose={stopComparing}
        />
      )}
    </>
  )
}
