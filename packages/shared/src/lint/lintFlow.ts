import type { Capabilities } from '../capabilities.ts'
import type { Draft } from '../draft/draft.ts'
import { draftFlowSchema, toDraft } from '../draftFlow.ts'
import { definitionOf, isNodeType } from '../nodes/index.ts'
import type { Trigger } from '../nodes/start.ts'
import { type FlowProblem, parseFlow, readDraftWith } from '../parseFlow.ts'
import { CAPABILITIES } from '../presets.ts'
import { finding } from './finding.ts'
import { lintChannels } from './lintChannels.ts'
import { lintEdges } from './lintEdges.ts'
import { lintShape } from './lintShape.ts'
import { lintTranslations } from './lintTranslations.ts'
import { lintTriggers } from './lintTriggers.ts'
import { lintVariables } from './lintVariables.ts'
import { factsOf, type NodeFacts } from './nodeFacts.ts'

export interface LintOptions {
  /** What the flow's numbers can show; WhatsApp's limits when absent. */
  readonly capabilities?: readonly Capabilities[]
  /** What other flows listen to on the same numbers. */
  readonly rivals?: readonly RivalFlow[]
}

/** A published flow that answers on a number of the flow that is looked at. */
export interface RivalFlow {
  readonly name: string
  readonly triggers: readonly Trigger[]
}

/**
 * Everything that the author of a draft should know: what refuses publishing (`error`) and what is worth a look
 * (`warning`). In the order of the nodes; pure.
 */
export function lintFlow(draft: unknown, options: LintOptions = {}): readonly FlowProblem[] {
  const parsed = draftFlowSchema.safeParse(draft)
  if (parsed.success) return lintDraft(toDraft(parsed.data), options)
  const whole = parseFlow(draft)
  return whole.ok ? [] : whole.problems
}

/**
 * The same for a draft that has the shape of one, as an editor holds it. What was found out about a node is kept for as
 * long as its data is the same object, so that looking again after a change is a matter of milliseconds.
 */
export function lintDraft(draft: Draft, options: LintOptions = {}): readonly FlowProblem[] {
  const steps = lintInSteps(draft, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps of a few milliseconds at most, between which something else can be done. */
export function* lintInSteps(
  draft: Draft,
  { capabilities = [CAPABILITIES['whatsapp-cloud']], rivals = [] }: LintOptions = {},
): Generator<undefined, readonly FlowProblem[]> {
  const facts: NodeFacts[] = []
  const { edges, variables, settings } = readDraftWith(draft, [])
  const problems = [...edges, ...variables, settings].flatMap((each) => each.problems)
  const languages = settings.value?.languages ?? []
  yield
  for (const node of draft.nodes) {
    const known = factsOf(node)
    const { value } = known.read
    facts.push(known)
    problems.push(...known.read.problems, ...known.findings)
    if (value !== null) {
      problems.push(
        ...lintChannels(value, capabilities),
        ...lintTranslations(value, languages, capabilities),
        ...lintTriggers(value, rivals),
      )
    }
    yield
  }
  problems.push(...duplicateIds(draft), ...lintEdges(draft, facts))
  yield
  problems.push(...lintShape(draft, facts))
  yield
  problems.push(...lintVariables(draft, facts))
  yield
  return inNodeOrder(draft, problems)
}

/** True when nothing stands against publishing. */
export const isPublishable = (problems: readonly Pick<FlowProblem, 'severity'>[]): boolean =>
  problems.every(({ severity }) => severity !== 'error')

function duplicateIds(draft: Draft): readonly FlowProblem[] {
  const seen = new Set<string>()
  const problems: FlowProblem[] = []
  for (const { id, type } of draft.nodes) {
    if (seen.has(id)) {
      problems.push({ ...finding('error', 'duplicateNodeId', { id }), nodeId: id, nodeType: type })
    }
    seen.add(id)
  }
  const starts = draft.nodes.filter(
    ({ type }) => isNodeType(type) && definitionOf(type).group === 'start',
  )
  if (starts.length === 0) problems.push(finding('error', 'noStart', {}))
  for (const { id, type } of starts.slice(1)) {
    problems.push({ ...finding('error', 'severalStarts', {}), nodeId: id, nodeType: type })
  }
  return problems
}

/** Problems of the whole flow first, then by node as they stand in the draft; errors of a node before its warnings. */
function inNodeOrder(draft: Draft, problems: readonly FlowProblem[]): readonly FlowProblem[] {
  const orders = new Map(draft.nodes.map(({ id }, index) => [id, index]))
  const orderOf = ({ nodeId }: FlowProblem) =>
    nodeId === undefined ? -1 : (orders.get(nodeId) ?? -1)
  const weightOf = ({ severity }: FlowProblem) => (severity === 'error' ? 0 : 1)
  return problems.toSorted((a, b) => orderOf(a) - orderOf(b) || weightOf(a) - weightOf(b))
}
