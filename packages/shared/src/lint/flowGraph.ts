import type { FlowEdge } from '../draftFlow.ts'
import { definitionOf, type FlowNode } from '../nodes/index.ts'

/** A flow as what leads where, jumps included. */
export interface FlowGraph {
  readonly nodesById: ReadonlyMap<string, FlowNode>
  readonly targetsById: ReadonlyMap<string, readonly string[]>
}

/** Only what exists at both ends becomes part of the graph. */
export function toGraph(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): FlowGraph {
  const nodesById = new Map(nodes.map((node) => [node.id, node]))
  const targetsById = new Map<string, string[]>(nodes.map(({ id }) => [id, []]))
  for (const { source, target } of edges) {
    if (nodesById.has(target)) targetsById.get(source)?.push(target)
  }
  for (const { id, type, data } of nodes) {
    for (const target of definitionOf(type).jumpsTo?.(data) ?? []) {
      if (nodesById.has(target)) targetsById.get(id)?.push(target)
    }
  }
  return { nodesById, targetsById }
}

/** Every node that can be come to from `from`, those included. */
export function reachableFrom(graph: FlowGraph, from: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [...from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    open.push(...(graph.targetsById.get(id) ?? []))
  }
  return reached
}

/** Groups of nodes that lead round to each other without any of them waiting: whoever enters one never gets out. */
export function endlessLoops({
  nodesById,
  targetsById,
}: FlowGraph): readonly (readonly string[])[] {
  const runsOn = (id: string) => {
    const node = nodesById.get(id)
    return node !== undefined && !definitionOf(node.type).waits(node.data)
  }
  const targetsOf = (id: string) => (targetsById.get(id) ?? []).filter(runsOn)
  return strongComponents([...nodesById.keys()].filter(runsOn), targetsOf).filter(
    ([first, ...others]) =>
      first !== undefined && (others.length > 0 || targetsOf(first).includes(first)),
  )
}

interface Visit {
  readonly id: string
  readonly targets: readonly string[]
  next: number
}

/** Strongly connected components (Tarjan), without recursion: a flow may be 2,000 nodes long. */
function strongComponents(
  ids: readonly string[],
  targetsOf: (id: string) => readonly string[],
): readonly (readonly string[])[] {
  const orders = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const stacked = new Set<string>()
  const components: string[][] = []

  const open = (id: string): Visit => {
    orders.set(id, orders.size)
    lowest.set(id, orders.size - 1)
    stack.push(id)
    stacked.add(id)
    return { id, targets: targetsOf(id), next: 0 }
  }
  const lower = (id: string, to: number) => lowest.set(id, Math.min(lowest.get(id) ?? to, to))

  for (const root of ids) {
    if (orders.has(root)) continue
    const visits: Visit[] = [open(root)]
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const target = visit.targets[visit.next++]
      if (target !== undefined) {
        const order = orders.get(target)
        if (order === undefined) visits.push(open(target))
        else if (stacked.has(target)) lower(visit.id, order)
        continue
      }
      visits.pop()
      const low = lowest.get(visit.id) ?? 0
      const parent = visits.at(-1)
      if (parent) lower(parent.id, low)
      if (low === orders.get(visit.id)) components.push(take(stack, stacked, visit.id))
    }
  }
  return components
}

/** Takes everything down to `id` off the stack, in the order it was come to. */
function take(stack: string[], stacked: Set<string>, id: string): string[] {
  const component = stack.splice(stack.lastIndexOf(id))
  for (const each of component) stacked.delete(each)
  return component
}
