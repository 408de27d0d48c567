import type { Draft } from '../draft/draft.ts'
import type { Handle } from '../nodes/defineNode.ts'
import { definitionOf, type FlowNode } from '../nodes/index.ts'
import type { FlowProblem } from '../parseFlow.ts'
import { finding } from './finding.ts'
import { endlessLoops, reachableFrom, toGraph } from './flowGraph.ts'
import type { NodeFacts } from './nodeFacts.ts'

/** What the drawing as a whole gets wrong: loops that never wait, nodes that nothing leads to, handles that lead nowhere. */
export function lintShape(draft: Draft, facts: readonly NodeFacts[]): readonly FlowProblem[] {
  const nodes = facts.flatMap(({ read }) => (read.value === null ? [] : [read.value]))
  const graph = toGraph(nodes, draft.edges)
  const starts = nodes
    .filter(({ type }) => definitionOf(type).group === 'start')
    .map(({ id }) => id)
  const reached = reachableFrom(graph, starts)
  const connected = connectedHandles(draft)
  // While a node's data is broken it has no handles to follow, so what is behind it cannot be judged.
  const isComplete = nodes.length === draft.nodes.length && starts.length > 0
  return [
    ...endlessLoops(graph).map(toLoopProblem),
    ...(isComplete ? nodes.filter(({ id }) => !reached.has(id)).flatMap(toUnreachable) : []),
    ...facts.flatMap(({ read: { value }, handles }) =>
      value !== null && reached.has(value.id)
        ? openHandles(value, handles, connected.get(value.id) ?? new Set())
        : [],
    ),
  ]
}

function toLoopProblem(nodeIds: readonly string[]): FlowProblem {
  return {
    ...finding('error', 'endlessLoop', { count: nodeIds.length }),
    ...(nodeIds[0] === undefined ? {} : { nodeId: nodeIds[0] }),
    nodeIds,
  }
}

function toUnreachable({ id, type }: FlowNode): readonly FlowProblem[] {
  if (!definitionOf(type).hasInput) return []
  return [
    {
      ...finding('warning', 'unreachable', {}),
      nodeId: id,
      nodeType: type,
    },
  ]
}

/** Handles that an edge leaves from, by node. */
function connectedHandles({ edges }: Draft): ReadonlyMap<string, ReadonlySet<string>> {
  const handlesById = new Map<string, Set<string>>()
  for (const { source, sourceHandle } of edges) {
    const handles = handlesById.get(source) ?? new Set()
    handlesById.set(source, handles.add(sourceHandle))
  }
  return handlesById
}

function openHandles(
  { id, type }: FlowNode,
  handles: readonly Handle[],
  connected: ReadonlySet<string>,
): readonly FlowProblem[] {
  return handles
    .filter((handle) => !handle.optional && !connected.has(handle.id))
    .map((handle) => ({
      ...(handle.isFailure
        ? finding('warning', 'noFailureEdge', {})
        : finding('warning', 'missingEdge', { handle: handle.label })),
      nodeId: id,
      nodeType: type,
      handle: handle.id,
    }))
}
