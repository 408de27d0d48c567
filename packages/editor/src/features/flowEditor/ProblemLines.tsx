import type { FlowProblem } from '@parley/shared'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { cn } from '../../ui/cn.ts'

/** What is wrong with one node, in words. */
export function ProblemLines({ problems }: { problems: readonly FlowProblem[] }) {
  if (problems.length === 0) return null
  return (
    <ul className="flex flex-col gap-1.5">
      {problems.map(({ code, message, severity, field }) => (
        <li
          key={`${code} ${field?.join('.') ?? ''} ${message}`}
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
          <span className="min-w-0">{message}</span>
        </li>
      ))}
    </ul>
  )
}
