import type { DraftFlow } from '../draftFlow.ts'
import { definitionOf, type FlowNode } from '../nodes/index.ts'
import type { FlowProblem } from '../parseFlow.ts'
import { endlessLoops, reachableFrom, toGraph } from './flowGraph.ts'

/** What the drawing as a whole gets wrong: loops that never wait, nodes that nothing leads to, handles that lead nowhere. */
export function lintShape(draft: DraftFlow, nodes: readonly FlowNode[]): readonly FlowProblem[] {
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
    ...nodes
      .filter(({ id }) => reached.has(id))
      .flatMap((node) => openHandles(node, connected.get(node.id) ?? new Set())),
  ]
}

function toLoopProblem(nodeIds: readonly string[]): FlowProblem {
  return {
    severity: 'error',
    code: 'endlessLoop',
    message:
      nodeIds.length === 1
        ? 'This node leads to itself without ever waiting for an answer.'
        : `These ${nodeIds.length} nodes lead round in a circle without ever waiting for an answer.`,
    ...(nodeIds[0] === undefined ? {} : { nodeId: nodeIds[0] }),
    nodeIds,
  }
}

function toUnreachable({ id, type }: FlowNode): readonly FlowProblem[] {
  if (!definitionOf(type).hasInput) return []
  return [
    {
      severity: 'warning',
      code: 'unreachable',
      message: 'Nothing leads to this node.',
      nodeId: id,
      nodeType: type,
    },
  ]
}

/** Handles that an edge leaves from, by node. */
function connectedHandles({ edges }: DraftFlow): ReadonlyMap<string, ReadonlySet<string>> {
  const handlesById = new Map<string, Set<string>>()
  for (const { source, sourceHandle } of edges) {
    const handles = handlesById.get(source) ?? new Set()
    handlesById.set(source, handles.add(sourceHandle))
  }
  return handlesById
}

function openHandles(
  { id, type, data }: FlowNode,
  connected: ReadonlySet<string>,
): readonly FlowProblem[] {
  return definitionOf(type)
    .handles(data)
    .filter((handle) => !handle.optional && !connected.has(handle.id))
    .map((handle) => ({
      severity: 'warning',
      code: 'missingEdge',
      message: `Nothing is connected to “${handle.label}”; the conversation ends there.`,
      nodeId: id,
      nodeType: type,
      handle: handle.id,
    }))
}
