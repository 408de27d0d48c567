import type { FlowDraftRecord } from '@parley/runtime/store'
import type { RouteDependencies } from '../dependencies.ts'
import { notFound } from '../errors.ts'

/**
 * A flow with its draft as people see it now, shared editing included.
 *
 * @throws {ApiError} 404, for flows of others as for those that do not exist.
 */
export async function findFlow(
  { accounts, drafts }: RouteDependencies,
  workspaceId: string,
  flowId: string,
): Promise<FlowDraftRecord> {
  const flow = await accounts.flowDrafts.find(workspaceId, flowId)
  if (!flow) throw notFound('flow', flowId)
  await drafts.flush(flowId)
  return (await accounts.flowDrafts.find(workspaceId, flowId)) ?? flow
}
