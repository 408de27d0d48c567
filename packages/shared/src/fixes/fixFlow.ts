import type { FlowFileDraft } from '../api/flowFile.ts'
import type { Draft } from '../draft/draft.ts'
import { withEdit } from '../draft/edit.ts'
import { draftFlowSchema, toDraft } from '../draftFlow.ts'
import { lintDraft, lintFlow } from '../lint/lintFlow.ts'
import type { FlowProblem } from '../parseFlow.ts'
import { type PlainFix, plainFixOf } from './plainFixes.ts'

/** A problem that was solved, and how. */
export interface SolvedProblem {
  readonly problem: FlowProblem
  readonly fix: PlainFix['name']
}

export interface FixedFlow {
  /** The same object when there was nothing to solve. What else stood in nodes and edges is still there. */
  readonly draft: FlowFileDraft
  /** In the order in which they were solved. */
  readonly solved: readonly SolvedProblem[]
  /** What the linter still finds. */
  readonly problems: readonly FlowProblem[]
}

/**
 * Solves all problems that have a plain fix, as long as each leaves fewer than there were. Pure. A draft without the shape
 * of one stays as it is.
 */
export function fixFlow(given: FlowFileDraft): FixedFlow {
  const parsed = draftFlowSchema.safeParse(given)
  if (!parsed.success) return { draft: given, solved: [], problems: lintFlow(given) }
  const before = toDraft(parsed.data)
  let draft = before
  let problems = lintDraft(draft)
  const solved: SolvedProblem[] = []
  for (;;) {
    const next = oneBetter(draft, problems)
    if (!next) break
    draft = next.draft
    problems = next.problems
    solved.push(next.solved)
  }
  return { draft: solved.length === 0 ? given : written(given, before, draft), solved, problems }
}

/** The draft with one problem less, and none in its place. */
function oneBetter(draft: Draft, problems: readonly FlowProblem[]) {
  for (const problem of problems) {
    const fix = plainFixOf(problem, draft)
    if (!fix) continue
    const fixed = withEdit(draft, fix.edit)
    const left = lintDraft(fixed)
    if (left.length >= problems.length) continue
    return { draft: fixed, problems: left, solved: { problem, fix: fix.name } }
  }
  return null
}

/** What was changed, put into what was given. */
function written(given: FlowFileDraft, before: Draft, after: Draft): FlowFileDraft {
  return {
    ...given,
    nodes: merged(given.nodes, before.nodes, after.nodes),
    edges: merged(given.edges, before.edges, after.edges),
  }
}

function merged<Item extends { readonly id: string }>(
  given: readonly unknown[],
  before: readonly Item[],
  after: readonly Item[],
): readonly unknown[] {
  const originals = new Map(before.map((item, index) => [item, given[index]]))
  const originalsById = new Map(before.map((item, index) => [item.id, given[index]]))
  return after.map((item) => {
    const original = originals.get(item)
    if (original !== undefined) return original
    // An object, because a draft could be read from it.
    return { ...(originalsById.get(item.id) as object | undefined), ...item }
  })
}
