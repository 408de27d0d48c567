import type { FlowVersionSummary } from '@parley/shared/api'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown, GitCompareArrows, RotateCcw } from 'lucide-react'
import { useId, useState } from 'react'
import { flowVersionQuery } from '../../../api/flowVersions.ts'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'
import { formatAgo, formatDateTime, formatList } from '../../../i18n/format.ts'
import { t } from '../../../i18n/t.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { LoadError } from '../../../ui/LoadError.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { FlowPreview } from '../../flows/FlowPreview.tsx'
import { Underway } from '../publish/Underway.tsx'
import { ChangeList } from './ChangeList.tsx'
import { toDraft } from './compareDrafts.ts'
import { useRestore } from './useRestore.ts'

/** One published version: who made it live, when and why, where it answers, what is in it, and the way back to it. */
export function VersionCard({
  version,
  flowId,
  author,
  numberNames,
  editor,
  onCompare,
  onGoTo,
}: {
  version: FlowVersionSummary
  flowId: string
  /** Who published it, in words; null when that is not known. */
  author: string | null
  /** Names of the numbers where it answers now. */
  numberNames: readonly string[]
  editor: FlowEditor
  /** Shows what the draft has changed since. */
  onCompare: () => void
  onGoTo: (nodeId: string) => void
}) {
  const { versionNumber, createdAt, note, numberIds, trials } = version
  const [isOpen, setOpen] = useState(false)
  const { restore, isRestoring } = useRestore({ editor, flowId })
  const detailsId = useId()
  const at = Date.parse(createdAt)

  return (
    <Card className="flex flex-col gap-2 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">
          {t('publish.versions.version', { version: versionNumber })}
        </h3>
        {numberIds.length > 0 && (
          <Badge tone="success" dot>
            {t('publish.live')}
          </Badge>
        )}
        {trials.length > 0 && (
          <Badge tone="info" dot>
            {t('publishing.badge.trial')}
          </Badge>
        )}
      </div>
      <p className="text-xs text-ink-muted">
        <time dateTime={createdAt} title={formatDateTime(at)}>
          {formatAgo(at)}
        </time>
        {author && ` · ${author}`}
      </p>
      {numberNames.length > 0 && (
        <p className="text-xs text-ink-muted">
          {t('publish.versions.live', { numbers: formatList(numberNames) })}
        </p>
      )}
      {note && (
        <p className="text-sm break-words whitespace-pre-wrap" dir="auto">
          {note}
        </p>
      )}
      <Underway flowId={flowId} versionNumber={versionNumber} />
      <div className="flex flex-wrap gap-2 pt-1">
        <Button
          size="sm"
          icon={<ChevronDown className={isOpen ? 'rotate-180' : undefined} />}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('publish.versions.hide') : t('publish.versions.view')}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          icon={<RotateCcw />}
          isBusy={isRestoring}
          aria-label={t('publish.versions.restoreVersion', { version: versionNumber })}
          disabledReason={editor.isReadOnly ? t('publish.versions.readOnlyReason') : undefined}
          onClick={() => void restore(versionNumber)}
        >
          {t('publish.versions.restore')}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          icon={<GitCompareArrows />}
          aria-label={t('compare.openVersion', { version: versionNumber })}
          onClick={onCompare}
        >
          {t('compare.open')}
        </Button>
      </div>
      {isOpen && (
        <div id={detailsId}>
          <Details flowId={flowId} versionNumber={versionNumber} editor={editor} onGoTo={onGoTo} />
        </div>
      )}
    </Card>
  )
}

function Details({
  flowId,
  versionNumber,
  editor,
  onGoTo,
}: {
  flowId: string
  versionNumber: number
  editor: FlowEditor
  onGoTo: (nodeId: string) => void
}) {
  const { data, error, refetch } = useQuery(flowVersionQuery(flowId, versionNumber))
  if (error) return <LoadError size="panel" error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-32" />
  const frozen = toDraft(data.flow)
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-3">
      <div className="h-36 rounded-control bg-sunken p-2">
        <FlowPreview draft={data.flow} />
      </div>
      {frozen && <ChangeList version={frozen} editor={editor} onGoTo={onGoTo} />}
    </div>
  )
}
