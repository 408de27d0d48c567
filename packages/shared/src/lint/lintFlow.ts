import type { Capabilities } from '../capabilities.ts'
import { type DraftFlow, draftFlowSchema } from '../draftFlow.ts'
import { definitionOf, type FlowNode, isNodeType } from '../nodes/index.ts'
import { type FlowProblem, parseFlow, readDraft } from '../parseFlow.ts'
import { CAPABILITIES } from '../presets.ts'
import { lintEdges } from './lintEdges.ts'
import { lintShape } from './lintShape.ts'
import { lintTexts } from './lintTexts.ts'
import { lintTranslations } from './lintTranslations.ts'

export interface LintOptions {
  /** What the flow's numbers can show; WhatsApp's limits when absent. */
  readonly capabilities?: readonly Capabilities[]
}

/**
 * Everything that the author of a draft should know: what refuses publishing (`error`) and what is worth a look
 * (`warning`). In the order of the nodes; pure.
 */
export function lintFlow(draft: unknown, options: LintOptions = {}): readonly FlowProblem[] {
  const parsed = draftFlowSchema.safeParse(draft)
  if (!parsed.success) {
    const whole = parseFlow(draft)
    return whole.ok ? [] : whole.problems
  }
  const { capabilities = [CAPABILITIES.sandbox] } = options
  const read = readDraft(parsed.data)
  const nodes = read.nodes.flatMap(({ value }) => (value === null ? [] : [value]))
  const problems = [
    ...[...read.nodes, ...read.edges, ...read.variables, read.settings].flatMap(
      (each) => each.problems,
    ),
    ...duplicateIds(parsed.data),
    ...lintEdges(parsed.data, nodes),
    ...lintShape(parsed.data, nodes),
    ...nodes.flatMap(lintNode),
    ...lintTexts(parsed.data, nodes, capabilities),
    ...(read.settings.value ? lintTranslations(read.settings.value, nodes, capabilities) : []),
  ]
  return inNodeOrder(parsed.data, problems)
}

/** True when nothing stands against publishing. */
export const isPublishable = (problems: readonly Pick<FlowProblem, 'severity'>[]): boolean =>
  problems.every(({ severity }) => severity !== 'error')

const lintNode = ({ id, type, data }: FlowNode): readonly FlowProblem[] =>
  (definitionOf(type).lint?.(data) ?? []).map((finding) => ({
    ...finding,
    nodeId: id,
    nodeType: type,
  }))

function duplicateIds(draft: DraftFlow): readonly FlowProblem[] {
  const seen = new Set<string>()
  const problems: FlowProblem[] = []
  for (const { id, type } of draft.nodes) {
    if (seen.has(id)) {
      problems.push({
        severity: 'error',
        code: 'duplicateNodeId',
        message: `Two nodes have the id “${id}”.`,
        nodeId: id,
        nodeType: type,
      })
    }
    seen.add(id)
  }
  const starts = draft.nodes.filter(
    ({ type }) => isNodeType(type) && definitionOf(type).group === 'start',
  )
  if (starts.length === 0) {
    problems.push({
      severity: 'error',
      code: 'noStart',
      message: 'The flow has no start; add a start node and connect it to the first message.',
    })
  }
  for (const { id, type } of starts.slice(1)) {
    problems.push({
      severity: 'error',
      code: 'severalStarts',
      message: 'A flow has one start; put all its triggers into the first and remove this one.',
      nodeId: id,
      nodeType: type,
    })
  }
  return problems
}

/** Problems of the whole flow first, then by node as they stand in the draft; errors of a node before its warnings. */
function inNodeOrder(draft: DraftFlow, problems: readonly FlowProblem[]): readonly FlowProblem[] {
  const orders = new Map(draft.nodes.map(({ id }, index) => [id, index]))
  const orderOf = ({ nodeId }: FlowProblem) =>
    nodeId === undefined ? -1 : (orders.get(nodeId) ?? -1)
  const weightOf = ({ severity }: FlowProblem) => (severity === 'error' ? 0 : 1)
  return problems.toSorted((a, b) => orderOf(a) - orderOf(b) || weightOf(a) - weightOf(b))
}
