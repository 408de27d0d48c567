import { type FlowProblem, type ProblemCode, plainFixOf } from '@parley/shared'
import type { DraftEdit } from '@parley/shared/draft'
import { t } from '../../i18n/t.ts'
import * as data from './dataFixes.ts'
import type { FindFixes, Fix, FixScope } from './Fix.ts'
import * as graph from './graphFixes.ts'
import * as words from './wordFixes.ts'

/** How problems can be solved by a press, beside those with a plain fix; of all others the author alone knows what is meant. */
const FIXES: Partial<Readonly<Record<ProblemCode, FindFixes>>> = {
  noStart: graph.noStart,
  noTrigger: data.noTrigger,
  interruptsAlways: data.interruptsAlways,
  shortKeyword: data.shortKeyword,
  shadowedTrigger: data.shadowedTrigger,
  unreachable: graph.unreachable,
  missingEdge: graph.openEnd,
  noFailureEdge: graph.openFailure,
  endlessLoop: graph.endlessLoop,
  unknownVariable: words.unknownVariable,
  unusedVariable: words.unusedVariable,
  duplicateTitle: words.tellApart,
  equalWhenCut: words.tellApart,
  overLimit: words.overLimit,
  overLimitBytes: words.overLimit,
  lateReminder: data.lateReminder,
  emptyBranch: data.emptyBranch,
  bodyNotAllowed: data.bodyNotAllowed,
  captionNotShown: data.captionNotShown,
}

/** The ways to solve a problem by one press, best first. Pure; looks at the draft as it is now. */
export const fixesOf = (problem: FlowProblem, scope: FixScope): readonly Fix[] =>
  [...plainFixes(problem, scope), ...(FIXES[problem.code]?.(problem, scope) ?? [])].filter(
    ({ edit }) => !isEmpty(edit),
  )

const plainFixes: FindFixes = (problem, { draft }) => {
  const fix = plainFixOf(problem, draft)
  return fix ? [{ label: t(`problems.fixes.${fix.name}`), edit: fix.edit }] : []
}

const isEmpty = (edit: DraftEdit): boolean =>
  Object.values(edit).every((part) => Array.isArray(part) && part.length === 0)
