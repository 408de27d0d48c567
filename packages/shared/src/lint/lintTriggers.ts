import type { FlowNode } from '../nodes/index.ts'
import type { FlowProblem } from '../parseFlow.ts'
import { findConflicts } from './findConflicts.ts'
import { finding } from './finding.ts'
import type { RivalFlow } from './lintFlow.ts'

/** Triggers that never get to speak, because another flow on the same number answers first. */
export function lintTriggers(node: FlowNode, rivals: readonly RivalFlow[]): readonly FlowProblem[] {
  if (node.type !== 'start') return []
  const { triggers } = node.data
  return rivals.flatMap(({ name: flow, triggers: theirs }) =>
    findConflicts(triggers, theirs)
      .filter(({ winner }) => winner === 'theirs')
      .map(({ type, word, triggerId, priorityOfTheirs }) => ({
        ...finding('warning', 'shadowedTrigger', {
          flow,
          what: type === 'keyword' ? `“${word}”` : type,
          priority: priorityOfTheirs,
        }),
        nodeId: node.id,
        nodeType: node.type,
        field: ['triggers', triggers.findIndex(({ id }) => id === triggerId)],
      })),
  )
}
