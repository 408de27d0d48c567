import { TriangleAlert } from 'lucide-react'
import { problemText } from '../../i18n/problemText.ts'
import { FixButtons } from './FixButtons.tsx'
import { type FieldPath, useFieldProblems, useNodeForm } from './NodeFormContext.ts'

/** What the linter says about a field below it, with what can be done by a press. The error itself is said by the field. */
export function FieldFindings({ path }: { path: FieldPath | undefined }) {
  const problems = useFieldProblems(path)
  const { fixesOf } = useNodeForm()
  if (problems.length === 0) return null
  return (
    <div data-fixes tabIndex={-1} className="flex flex-col gap-1.5">
      {problems.map((problem) => (
        <div key={`${problem.code} ${problem.message}`} className="flex flex-col gap-1">
          {problem.severity === 'warning' && (
            <p className="flex gap-1.5 text-[0.8125rem] text-warning">
              <TriangleAlert className="mt-px size-4 shrink-0" aria-hidden />
              <span className="min-w-0 break-words">{problemText(problem)}</span>
            </p>
          )}
          <FixButtons fixes={fixesOf(problem)} />
        </div>
      ))}
    </div>
  )
}
