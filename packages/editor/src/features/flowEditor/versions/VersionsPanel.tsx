import { useQuery } from '@tanstack/react-query'
import { History, X } from 'lucide-react'
import { flowVersionsQuery } from '../../../api/flowVersions.ts'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'
import { formatDateTime } from '../../../i18n/format.ts'
import { t } from '../../../i18n/t.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'

export interface VersionsPanelProps {
  readonly editor: FlowEditor
  readonly flowId: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What was published before. Fills the height of its row; covers the screen on phones. */
export function VersionsPanel({ flowId, isOpen, onClose }: VersionsPanelProps) {
  const { data: versions = [] } = useQuery({ ...flowVersionsQuery(flowId), enabled: isOpen })
  if (!isOpen) return null
  return (
    <aside
      aria-label={t('publish.versions.title')}
      className="fixed inset-0 z-40 flex flex-col bg-surface md:static md:z-auto md:h-full md:w-[22rem] md:shrink-0 md:border-s md:border-line"
    >
      <header className="flex items-center gap-2 border-b border-line px-4 py-2.5">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{t('publish.versions.title')}</h2>
        <IconButton label={t('common.close')} icon={<X />} onClick={onClose} />
      </header>
      {versions.length === 0 ? (
        <EmptyState size="panel" icon={<History />} title={t('publish.versions.empty')}>
          {t('publish.versions.emptyHelp')}
        </EmptyState>
      ) : (
        <ol className="flex flex-col gap-3 overflow-y-auto p-4">
          {versions.map(({ id, versionNumber, createdAt, note }) => (
            <li key={id}>
              <p className="font-medium">
                {t('publish.versions.version', { version: versionNumber })}
              </p>
              <p className="text-sm text-ink-muted">{formatDateTime(Date.parse(createdAt))}</p>
              {note && <p className="text-sm">{note}</p>}
            </li>
          ))}
        </ol>
      )}
    </aside>
  )
}
