import type { FlowProblem } from '@parley/shared'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { removeEdges } from '../../canvas/edits.ts'
import { useFlowEditor } from '../../canvas/FlowEditor.ts'
import { t } from '../../i18n/t.ts'
import { cn } from '../../ui/cn.ts'

/** What is wrong with one node, in words. */
export function ProblemLines({ problems }: { problems: readonly FlowProblem[] }) {
  const editor = useFlowEditor()
  if (problems.length === 0) return null
  return (
    <ul className="flex flex-col gap-1.5">
      {problems.map(({ code, message, severity, field, edgeId }) => (
        <li
          key={`${code} ${edgeId ?? ''} ${field?.join('.') ?? ''} ${message}`}
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
          <span className="flex min-w-0 flex-col items-start gap-1">
            {message}
            {edgeId !== undefined && !editor.isReadOnly && (
              // It may lead from a way out that is gone, and then it is not on the canvas to be selected.
              <button
                type="button"
                className="font-medium underline underline-offset-2"
                onClick={() => editor.edit(removeEdges([edgeId]))}
              >
                {t('canvas.edge.remove')}
              </button>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
