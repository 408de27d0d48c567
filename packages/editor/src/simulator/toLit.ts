import { isRunning, type Simulation } from '@parley/runtime/engine'
import { type LitState, NOTHING_LIT } from '../canvas/lit.ts'
import { type FlowState, handleKey } from '../document/flowStore.ts'

/** What the last session has touched, for the canvas. */
export function toLit(
  { session, sessions, steps, ...rest }: Simulation,
  { edgesByHandle }: Pick<FlowState, 'edgesByHandle'>,
): LitState {
  const own = steps.filter((step) => step.session === sessions)
  if (own.length === 0) return NOTHING_LIT
  return {
    currentNodeId: isRunning({ session, sessions, steps, ...rest })
      ? (session?.waiting?.nodeId ?? null)
      : null,
    visitedNodeIds: new Set(own.map(({ nodeId }) => nodeId)),
    visitedEdgeIds: new Set(
      own.flatMap(({ nodeId, leftBy }) => {
        const edge = leftBy && edgesByHandle.get(handleKey(nodeId, leftBy))?.[0]
        return edge ? [edge.id] : []
      }),
    ),
  }
}
