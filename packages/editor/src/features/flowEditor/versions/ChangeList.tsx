import type { Draft, DraftNode } from '@parley/shared/draft'
import { Link2, type LucideIcon, Minus, Pencil, Plus, Settings2 } from 'lucide-react'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { useStore } from 'zustand'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'
import { t } from '../../../i18n/t.ts'
import { nodeTitle } from '../../../nodes/nodeTitle.ts'
import { compareDrafts, isUnchanged } from './compareDrafts.ts'

/** In what the draft differs from a version, with the way to the nodes that are there. */
export function ChangeList({
  version,
  editor,
  onGoTo,
}: {
  version: Draft
  editor: FlowEditor
  onGoTo: (nodeId: string) => void
}) {
  // Comparing may take longer than a frame of somebody dragging a node.
  const draft = useDeferredValue(useStore(editor.flow))
  const changes = useMemo(() => compareDrafts(version, draft), [version, draft])
  if (isUnchanged(changes)) {
    return <p className="text-[0.8125rem] text-ink-muted">{t('publish.versions.same')}</p>
  }
  const { added, removed, changed, edges, hasOtherSettings } = changes
  return (
    <div className="text-[0.8125rem]">
      <p className="text-ink-muted">{t('publish.versions.differs')}</p>
      <ul className="mt-1.5 flex flex-col gap-1.5">
        {added.length > 0 && (
          <Change icon={Plus} text={t('publish.versions.added', { count: added.length })}>
            <Names nodes={added} onGoTo={onGoTo} />
          </Change>
        )}
        {changed.length > 0 && (
          <Change icon={Pencil} text={t('publish.versions.changed', { count: changed.length })}>
            <Names nodes={changed} onGoTo={onGoTo} />
          </Change>
        )}
        {removed.length > 0 && (
          <Change icon={Minus} text={t('publish.versions.removed', { count: removed.length })}>
            <Names nodes={removed} />
          </Change>
        )}
        {edges > 0 && <Change icon={Link2} text={t('publish.versions.edges', { count: edges })} />}
        {hasOtherSettings && <Change icon={Settings2} text={t('publish.versions.settings')} />}
      </ul>
    </div>
  )
}

function Change({
  icon: Icon,
  text,
  children,
}: {
  icon: LucideIcon
  text: string
  children?: ReactNode
}) {
  return (
    <li className="flex items-start gap-2">
      <Icon className="mt-0.5 size-3.5 shrink-0 text-ink-faint" aria-hidden />
      <div className="min-w-0">
        {text}
        {children}
      </div>
    </li>
  )
}

const MAX_NAMES = 8

function Names({
  nodes,
  onGoTo,
}: {
  nodes: readonly DraftNode[]
  /** Absent: the nodes are not on the canvas any more. */
  onGoTo?: (nodeId: string) => void
}) {
  return (
    <ul className="flex flex-wrap gap-x-2 text-xs text-ink-muted">
      {nodes.slice(0, MAX_NAMES).map((node) => {
        const name = nodeTitle(node)
        return (
          <li key={node.id}>
            {onGoTo ? (
              <button
                type="button"
                aria-label={t('publish.versions.showNode', { name })}
                onClick={() => onGoTo(node.id)}
                className="rounded underline underline-offset-2"
              >
                {name}
              </button>
            ) : (
              name
            )}
          </li>
        )
      })}
      {nodes.length > MAX_NAMES && (
        <li>{t('publish.moreProblems', { count: nodes.length - MAX_NAMES })}</li>
      )}
    </ul>
  )
}
