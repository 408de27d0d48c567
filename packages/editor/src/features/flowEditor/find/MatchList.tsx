import { useEffect, useRef } from 'react'
import { useFlowEditor } from '../../../canvas/FlowEditor.ts'
import { t } from '../../../i18n/t.ts'
import { nodeTitle } from '../../../nodes/nodeTitle.ts'
import { cn } from '../../../ui/cn.ts'
import type { Match } from './findInFlow.ts'

/** Only the lines around the current one are drawn. */
const LINES_AROUND = 20

/** What was found, as the list of the field above it: one click shows a match, two go into it. */
export function MatchList({
  id,
  matches,
  current,
  onChoose,
  onOpen,
}: {
  id: string
  matches: readonly Match[]
  current: number
  onChoose: (index: number) => void
  onOpen: (match: Match) => void
}) {
  const first = Math.max(0, current - LINES_AROUND)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [current])
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('canvas.find.matches')}
      className="min-h-0 flex-1 overflow-y-auto border-t border-line p-1.5"
    >
      {matches.slice(first, current + LINES_AROUND).map((match, offset) => {
        const index = first + offset
        return (
          // Keys stay in the field above, which moves through the lines.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            className={cn(
              'cursor-default rounded-md px-2 py-1.5 text-sm pointer-coarse:py-2.5',
              index === current ? 'bg-hover' : 'hover:bg-hover',
            )}
            onClick={() => onChoose(index)}
            onDoubleClick={() => onOpen(match)}
          >
            <MatchLine match={match} />
          </li>
        )
      })}
    </ul>
  )
}

/** Words before and after what was found, so that it can be told from others. */
const CONTEXT = 36

function MatchLine({ match: { nodeId, text, start, end } }: { match: Match }) {
  const editor = useFlowEditor()
  const node = editor.node(nodeId)
  const from = Math.max(0, start - CONTEXT)
  return (
    <>
      <span className="block truncate text-xs text-ink-faint" dir="auto">
        {node ? nodeTitle(node) : ''}
      </span>
      <span className="block truncate text-ink" dir="auto">
        {from > 0 && '…'}
        {text.slice(from, start)}
        <mark className="rounded-sm bg-warning-soft font-medium text-ink">
          {text.slice(start, end)}
        </mark>
        {text.slice(end, end + CONTEXT * 2)}
      </span>
    </>
  )
}
