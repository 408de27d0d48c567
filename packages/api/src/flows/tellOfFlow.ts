import type { RouteDependencies } from '../dependencies.ts'

/** Tells everybody who looks at a flow that something about it has changed. */
export async function tellOfFlow(
  { accounts, live }: Pick<RouteDependencies, 'accounts' | 'live'>,
  workspaceId: string,
  flowId: string,
): Promise<void> {
  const flow = await accounts.flowDrafts.findSummary(workspaceId, flowId)
  if (flow) live.publish(workspaceId, { type: 'flow.updated', flowId, revision: flow.revision })
}
