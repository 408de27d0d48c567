import {
  definitionOf,
  draftFlowSchema,
  type FlowProblem,
  readDraft,
  type Trigger,
  triggersOf,
} from '@parley/shared'
import { type CompiledFlow, compileFlow } from '../compileFlow.ts'

/** The part of a draft that can run. Unfinished nodes do not keep the rest from being tried. */
export interface PlayableFlow {
  readonly compiled: CompiledFlow
  readonly triggers: readonly Trigger[]
  /** The flow's own, or the one that servers take when it has none. */
  readonly timeZone: string
  /** What is wrong with each node that cannot run. */
  readonly unfinished: ReadonlyMap<string, FlowProblem>
  /** The node behind a way out, finished or not; null where nothing is connected. */
  readonly nodeBehind: (nodeId: string, handle: string | undefined) => string | null
}

/** What the server takes where a flow names no time zone. */
const DEFAULT_TIME_ZONE = 'UTC'

/** Makes ready for running what can run. Null when the draft is not a flow at all. */
export function toPlayable(draft: unknown): PlayableFlow | null {
  const parsed = draftFlowSchema.safeParse(draft)
  if (!parsed.success) return null
  const { nodes, edges, variables, settings } = readDraft(parsed.data)
  if (settings.value === null) return null
  const flow = {
    nodes: valuesOf(nodes),
    edges: valuesOf(edges),
    variables: valuesOf(variables),
    settings: settings.value,
  }
  const compiled = compileFlow(flow)
  const targets = new Map<string, string>()
  for (const { source, sourceHandle, target } of flow.edges) {
    const key = handleKey(source, sourceHandle)
    // As in the engine: the first edge from a handle counts.
    if (!targets.has(key)) targets.set(key, target)
  }
  return {
    compiled,
    triggers: triggersOf(flow),
    timeZone: flow.settings.timeZone || DEFAULT_TIME_ZONE,
    unfinished: new Map(
      nodes.flatMap(({ problems: [problem] }) =>
        problem?.nodeId === undefined ? [] : [[problem.nodeId, problem]],
      ),
    ),
    nodeBehind: (nodeId, handle) => {
      if (handle !== undefined) return targets.get(handleKey(nodeId, handle)) ?? null
      const node = compiled.nodesById.get(nodeId)?.node
      return (node && definitionOf(node.type).jumpsTo?.(node.data)[0]) ?? null
    },
  }
}

const handleKey = (nodeId: string, handle: string): string => `${nodeId} ${handle}`

const valuesOf = <Value>(reads: readonly { readonly value: Value | null }[]): Value[] =>
  reads.flatMap(({ value }) => (value === null ? [] : [value]))
