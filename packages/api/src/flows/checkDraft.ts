import { type Flow, type FlowProblem, parseFlow } from '@parley/shared'

export interface CheckedDraft {
  /** Errors first. */
  readonly problems: readonly FlowProblem[]
  /** What can be published; null while there are errors. */
  readonly flow: Flow | null
}

/** Everything that stands between a draft and its publication, and everything worth a warning. */
export function checkDraft(draft: unknown): CheckedDraft {
  const parsed = parseFlow(draft)
  return parsed.ok ? { problems: [], flow: parsed.flow } : { problems: parsed.problems, flow: null }
}
