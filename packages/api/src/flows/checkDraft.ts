import { type Flow, type FlowProblem, isPublishable, lintFlow, parseFlow } from '@parley/shared'

export interface CheckedDraft {
  /** Errors first. */
  readonly problems: readonly FlowProblem[]
  /** What can be published; null while there are errors. */
  readonly flow: Flow | null
}

/** Everything that stands between a draft and its publication, and everything worth a warning. */
export function checkDraft(draft: unknown): CheckedDraft {
  const problems = lintFlow(draft).toSorted(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  )
  const parsed = isPublishable(problems) ? parseFlow(draft) : null
  return { problems, flow: parsed?.ok ? parsed.flow : null }
}
