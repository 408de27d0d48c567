import type { FlowProblem } from '@parley/shared'
import type { Draft, DraftEdit } from '@parley/shared/draft'

/** One way to solve a problem by a press. */
export interface Fix {
  /** What the button says. */
  readonly label: string
  /** What changes; nothing in it when the problem is gone meanwhile. */
  readonly edit: DraftEdit
}

export interface FixScope {
  readonly draft: Draft
  readonly newId: () => string
}

/** The ways to solve problems of one code; pure. */
export type FindFixes = (problem: FlowProblem, scope: FixScope) => readonly Fix[]
