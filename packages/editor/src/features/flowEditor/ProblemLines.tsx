import type { FlowProblem } from '@parley/shared'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useFlowEditor } from '../../canvas/FlowEditor.ts'
import { problemText } from '../../i18n/problemText.ts'
import { FixButtons } from '../../nodes/form/FixButtons.tsx'
import { cn } from '../../ui/cn.ts'
import { offerFixes } from './offerFixes.ts'

/** What is wrong with one node, in words, with what can be done about it by a press. */
export function ProblemLines({ problems }: { problems: readonly FlowProblem[] }) {
  const editor = useFlowEditor()
  if (problems.length === 0) return null
  return (
    <ul data-fixes tabIndex={-1} className="flex flex-col gap-1.5">
      {problems.map((problem) => {
        const { code, message, severity, field, edgeId, handle } = problem
        return (
          <li
            key={`${code} ${edgeId ?? ''} ${handle ?? ''} ${field?.join('.') ?? ''} ${message}`}
            className={cn(
              'flex gap-2 rounded-control px-2.5 py-2 text-[0.8125rem]',
              severity === 'error'
                ? 'bg-danger-soft text-on-danger-soft'
                : 'bg-warning-soft text-on-warning-soft',
            )}
          >
            {severity === 'error' ? (
              <CircleAlert className="mt-px size-4 shrink-0" aria-hidden />
            ) : (
              <TriangleAlert className="mt-px size-4 shrink-0" aria-hidden />
            )}
            <span className="flex min-w-0 flex-col items-start gap-1.5">
              <span className="max-w-full break-words">{problemText(problem)}</span>
              <FixButtons fixes={offerFixes(editor, problem)} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
