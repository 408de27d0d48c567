import { useStore } from 'zustand'
import { t } from '../i18n/t.ts'
import { cn } from '../ui/cn.ts'
import { useFlowEditor } from './FlowEditor.ts'
import { MARK_LOOKS, type Mark } from './marks.ts'

/** The frame and the words of a marked card; nothing on all others. */
export function NodeMark({ nodeId }: { nodeId: string }) {
  const { marks } = useFlowEditor()
  const mark = useStore(marks, ({ nodes }) => nodes.get(nodeId))
  if (!mark) return null
  return (
    <span
      className={cn(
        'pointer-events-none absolute -inset-0.5 rounded-[inherit] outline-4',
        MARK_LOOKS[mark].outline,
      )}
    >
      <MarkBadge mark={mark} className="absolute -top-3 start-3" />
    </span>
  )
}

/** A mark in words, as it stands on cards, in legends and in lists. */
export function MarkBadge({ mark, className }: { mark: Mark; className?: string }) {
  const { label, icon: Icon, badge } = MARK_LOOKS[mark]
  return (
    <span
      className={cn(
        'inline-flex shrink-0 items-center gap-1 rounded-full border px-1.5 text-[0.6875rem] leading-5 font-medium whitespace-nowrap',
        badge,
        className,
      )}
    >
      <Icon className="size-3" aria-hidden />
      {t(label)}
    </span>
  )
}
