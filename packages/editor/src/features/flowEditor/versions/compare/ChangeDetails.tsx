import type { DraftEdge, DraftNode } from '@parley/shared/draft'
import { t } from '../../../../i18n/t.ts'
import { nodeWords } from '../../../../nodes/nodeWords.ts'
import type { Change, Comparison } from './compareFlows.ts'
import { fieldChanges } from './fieldChanges.ts'
import { fieldLines } from './fieldLines.ts'
import { aroundLines, wayOutWords } from './outline.ts'
import { WordDiff } from './WordDiff.tsx'

/** What was and what is: field by field, texts word by word. */
export function ChangeDetails({ change, comparison }: { change: Change; comparison: Comparison }) {
  if (change.type === 'edge') {
    return (
      <p className="text-[0.8125rem] break-words" dir="auto">
        {edgeWords(change, comparison)}
      </p>
    )
  }
  const { before, after } = comparison
  const fields =
    change.type === 'flow'
      ? fieldChanges(aroundLines(before), aroundLines(after))
      : fieldChanges(linesOf(change.before), linesOf(change.after))
  return (
    <div className="flex flex-col gap-3">
      {change.mark !== 'changed' && (
        <p className="text-[0.8125rem] text-ink-muted">
          {t(change.mark === 'added' ? 'compare.addedNode' : 'compare.removedNode')}
        </p>
      )}
      <dl className="flex flex-col gap-2.5">
        {fields.map((field) => (
          <div key={field.path} className="flex flex-col gap-0.5">
            <dt className="text-xs font-medium text-ink-muted" dir="auto">
              {field.label}
            </dt>
            <dd>
              <WordDiff before={field.before ?? ''} after={field.after ?? ''} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

const linesOf = (node: DraftNode | null) => (node ? fieldLines(node) : [])

/** Where a way out led, and where it leads. */
export function edgeWords(
  { mark, before, after }: Extract<Change, { type: 'edge' }>,
  comparison: Comparison,
): string {
  const titleIn = (side: 'before' | 'after', id: string) => {
    const node = comparison[side].nodes.find((each) => each.id === id)
    return node ? nodeWords(node) : id
  }
  const handleIn = (side: 'before' | 'after', { source, sourceHandle }: DraftEdge) => {
    const node = comparison[side].nodes.find(({ id }) => id === source)
    return node ? wayOutWords(node, sourceHandle) : sourceHandle
  }
  const old = before && {
    node: titleIn('before', before.source),
    handle: handleIn('before', before),
    target: titleIn('before', before.target),
  }
  const now = after && {
    node: titleIn('after', after.source),
    handle: handleIn('after', after),
    target: titleIn('after', after.target),
  }
  if (mark === 'changed' && old && now)
    return t('compare.edge.changed', { ...now, old: old.target })
  if (now) return t('compare.edge.added', now)
  return old ? t('compare.edge.removed', old) : ''
}
