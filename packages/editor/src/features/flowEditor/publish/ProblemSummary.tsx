import type { FlowProblem } from '@parley/shared'
import { ArrowRight, CircleAlert, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'
import { problemText } from '../../../i18n/problemText.ts'
import { t } from '../../../i18n/t.ts'
import { FixButtons } from '../../../nodes/form/FixButtons.tsx'
import { nodeTitle } from '../../../nodes/nodeTitle.ts'
import { cn } from '../../../ui/cn.ts'
import { offerFixes } from '../offerFixes.ts'

const FIRST_SHOWN = 4

/** Problems of one severity, each with the way to its node. Nothing when there are none. */
export function ProblemSummary({
  severity,
  problems,
  editor,
  onGoTo,
}: {
  severity: FlowProblem['severity']
  problems: readonly FlowProblem[]
  editor: FlowEditor
  onGoTo: (nodeId: string) => void
}) {
  const [showsAll, setShowsAll] = useState(false)
  const own = problems.filter((problem) => problem.severity === severity)
  if (own.length === 0) return null
  const isError = severity === 'error'
  const Icon = isError ? CircleAlert : TriangleAlert
  const shown = showsAll ? own : own.slice(0, isError ? FIRST_SHOWN : 0)
  const hidden = own.length - shown.length
  return (
    <section
      data-fixes
      tabIndex={-1}
      className={cn(
        'rounded-card px-4 py-3',
        isError ? 'bg-danger-soft text-on-danger-soft' : 'bg-warning-soft text-on-warning-soft',
      )}
    >
      <h3 className="flex items-center gap-2.5 text-sm font-medium">
        <Icon className="size-4 shrink-0" aria-hidden />
        <span className="flex-1">
          {isError
            ? t('publish.problems', { count: own.length })
            : t('publish.hints', { count: own.length })}
        </span>
        {shown.length === 0 && (
          <More onClick={() => setShowsAll(true)}>{t('common.showMore')}</More>
        )}
      </h3>
      {shown.length > 0 && (
        <ul className="mt-2 flex flex-col gap-1.5">
          {shown.map((problem, index) => (
            <li key={index}>
              <ProblemLine problem={problem} editor={editor} onGoTo={onGoTo} />
            </li>
          ))}
        </ul>
      )}
      {shown.length > 0 && hidden > 0 && (
        <More onClick={() => setShowsAll(true)}>
          {t('publish.moreProblems', { count: hidden })}
        </More>
      )}
    </section>
  )
}

const More = ({ onClick, children }: { onClick: () => void; children: string }) => (
  <button
    type="button"
    onClick={onClick}
    className="rounded text-[0.8125rem] font-medium underline underline-offset-2"
  >
    {children}
  </button>
)

function ProblemLine({
  problem,
  editor,
  onGoTo,
}: {
  problem: FlowProblem
  editor: FlowEditor
  onGoTo: (nodeId: string) => void
}) {
  const { edges } = editor.draft()
  const nodeId = problem.nodeId ?? edges.find(({ id }) => id === problem.edgeId)?.source
  const node = nodeId === undefined ? undefined : editor.node(nodeId)
  const name = node ? nodeTitle(node) : t('publish.ofFlow')
  return (
    <div className="flex items-start gap-3 ps-[1.625rem] text-[0.8125rem]">
      <div className="min-w-0 flex-1 break-words">
        <b className="font-medium">{name}:</b> {problemText(problem)}
        <FixButtons fixes={offerFixes(editor, problem)} className="mt-1.5" />
      </div>
      {node && (
        <button
          type="button"
          aria-label={t('publish.showMeNode', { name })}
          onClick={() => onGoTo(node.id)}
          className="inline-flex shrink-0 items-center gap-1 rounded font-medium underline underline-offset-2"
        >
          {t('publish.showMe')}
          <ArrowRight className="size-3.5 rtl:-scale-x-100" aria-hidden />
        </button>
      )}
    </div>
  )
}
