import type { FlowProblem, ProblemCode } from '@parley/shared'
import type { DraftEdit } from '../../document/applyEdit.ts'
import * as data from './dataFixes.ts'
import type { FindFixes, Fix, FixScope } from './Fix.ts'
import * as graph from './graphFixes.ts'
import * as words from './wordFixes.ts'

/** How each problem can be solved by a press; of those that are missing here the author alone knows what is meant. */
const FIXES: Partial<Readonly<Record<ProblemCode, FindFixes>>> = {
  invalidField: data.invalidField,
  noStart: graph.noStart,
  severalStarts: graph.severalStarts,
  noTrigger: data.noTrigger,
  interruptsAlways: data.interruptsAlways,
  shortKeyword: data.shortKeyword,
  shadowedTrigger: data.shadowedTrigger,
  unknownSource: graph.removeEdge,
  unknownTarget: graph.removeEdge,
  noInput: graph.removeEdge,
  unknownHandle: graph.removeEdge,
  secondEdge: graph.removeEdge,
  unreachable: graph.unreachable,
  missingEdge: graph.openEnd,
  noFailureEdge: graph.openFailure,
  endlessLoop: graph.endlessLoop,
  unknownVariable: words.unknownVariable,
  unusedVariable: words.unusedVariable,
  explosiveRegex: data.explosiveRegex,
  duplicateTitle: words.tellApart,
  equalWhenCut: words.tellApart,
  overLimit: words.overLimit,
  overLimitBytes: words.overLimit,
  lateReminder: data.lateReminder,
  emptyRange: data.emptyRange,
  emptyBranch: data.emptyBranch,
  retriesIgnored: data.retriesIgnored,
  bodyNotAllowed: data.bodyNotAllowed,
  captionNotShown: data.captionNotShown,
}

/** The ways to solve a problem by one press, best first. Pure; looks at the draft as it is now. */
export const fixesOf = (problem: FlowProblem, scope: FixScope): readonly Fix[] =>
  (FIXES[problem.code]?.(problem, scope) ?? []).filter(({ edit }) => !isEmpty(edit))

const isEmpty = (edit: DraftEdit): boolean =>
  Object.values(edit).every((part) => Array.isArray(part) && part.length === 0)
