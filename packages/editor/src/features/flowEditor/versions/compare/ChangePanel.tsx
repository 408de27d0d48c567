import { ChevronDown, ChevronUp, CircleHelp, Settings2, Spline } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { shapedNode } from '../../../../canvas/geometry.ts'
import { tileOf } from '../../../../canvas/groupStyles.ts'
import { MarkBadge } from '../../../../canvas/NodeMark.tsx'
import { t } from '../../../../i18n/t.ts'
import { lookOf } from '../../../../nodes/index.ts'
import { nodeWords } from '../../../../nodes/nodeWords.ts'
import { cn } from '../../../../ui/cn.ts'
import { IconButton } from '../../../../ui/IconButton.tsx'
import { ChangeDetails, edgeWords } from './ChangeDetails.tsx'
import type { Change, Comparison } from './compareFlows.ts'

/** All changes, one of them opened: the way from each to the next. */
export function ChangePanel({
  comparison,
  chosen,
  onChoose,
  onStep,
}: {
  comparison: Comparison
  chosen: Change | null
  onChoose: (change: Change) => void
  onStep: (by: 1 | -1) => void
}) {
  const { changes } = comparison
  return (
    <aside
      aria-label={t('compare.changes')}
      className="flex h-[42dvh] shrink-0 flex-col border-t border-line bg-surface md:h-auto md:w-[22rem] md:border-s md:border-t-0"
    >
      <div className="flex items-center gap-1 border-b border-line py-1.5 ps-4 pe-2">
        <p className="min-w-0 flex-1 text-[0.8125rem] font-medium" aria-live="polite">
          {chosen
            ? t('compare.place', { index: changes.indexOf(chosen) + 1, count: changes.length })
            : t('compare.count', { count: changes.length })}
        </p>
        <IconButton
          label={t('compare.previous')}
          shortcut="shift+f7"
          icon={<ChevronUp />}
          onClick={() => onStep(-1)}
        />
        <IconButton
          label={t('compare.next')}
          shortcut="f7"
          icon={<ChevronDown />}
          onClick={() => onStep(1)}
        />
      </div>
      <ol className="min-h-0 flex-1 overflow-y-auto p-2">
        {changes.map((change) => (
          <ChangeLine
            key={`${change.type} ${change.id}`}
            change={change}
            comparison={comparison}
            isChosen={change === chosen}
            onChoose={onChoose}
          />
        ))}
      </ol>
    </aside>
  )
}

function ChangeLine({
  change,
  comparison,
  isChosen,
  onChoose,
}: {
  change: Change
  comparison: Comparison
  isChosen: boolean
  onChoose: (change: Change) => void
}) {
  const element = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <li ref={element} className={cn('rounded-control', isChosen && 'bg-sunken')}>
      <button
        type="button"
        aria-expanded={isChosen}
        onClick={() => onChoose(change)}
        className="flex w-full items-start gap-2.5 rounded-control px-2 py-2 text-start text-[0.8125rem] -outline-offset-2 hover:bg-hover"
      >
        <ChangeIcon change={change} />
        <span className="min-w-0 flex-1 font-medium break-words text-ink" dir="auto">
          {titleOf(change, comparison)}
        </span>
        <MarkBadge mark={change.mark} />
      </button>
      {isChosen && change.type !== 'edge' && (
        <div className="px-3 pt-1 pb-3">
          <ChangeDetails change={change} comparison={comparison} />
        </div>
      )}
    </li>
  )
}

function titleOf(change: Change, comparison: Comparison): string {
  if (change.type === 'flow') return t('compare.around')
  if (change.type === 'edge') return edgeWords(change, comparison)
  const node = change.after ?? change.before
  return node ? nodeWords(node) : change.id
}

function ChangeIcon({ change }: { change: Change }) {
  const node = change.type === 'node' ? (change.after ?? change.before) : null
  const shaped = node && shapedNode(node)
  const Icon =
    change.type === 'flow'
      ? Settings2
      : change.type === 'edge'
        ? Spline
        : shaped
          ? lookOf(shaped.type).icon
          : CircleHelp
  return (
    <span
      className={cn(
        'inline-flex size-6 shrink-0 items-center justify-center rounded-md',
        node ? tileOf(node.type) : 'bg-sunken text-ink-muted',
      )}
    >
      <Icon className="size-3.5" aria-hidden />
    </span>
  )
}
