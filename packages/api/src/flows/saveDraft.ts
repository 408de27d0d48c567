import type { FlowDraftRecord } from '@parley/runtime/store'
import type { DraftFlow } from '@parley/shared'
import type { RouteDependencies } from '../dependencies.ts'
import { ApiError, notFound } from '../errors.ts'
import { findFlow } from './findFlow.ts'

/**
 * Replaces the draft of a flow, if it has not changed since the caller read it.
 *
 * @throws {ApiError} 409 with the current revision when it has.
 */
export async function saveDraft(
  dependencies: RouteDependencies,
  change: { workspaceId: string; flowId: string; revision: number; draft: DraftFlow },
): Promise<FlowDraftRecord> {
  const { accounts, clock, drafts, live } = dependencies
  const { workspaceId, flowId, revision: expectedRevision, draft } = change
  const before = await findFlow(dependencies, workspaceId, flowId)
  const saved = await accounts.flowDrafts.save({
    workspaceId,
    flowId,
    expectedRevision,
    draft,
    at: clock.now(),
  })
  if (!saved) throw notFound('flow', flowId)
  const { isSaved, current } = saved
  if (!isSaved) {
    throw new ApiError(
      'CONFLICT',
      `The flow has changed: it is at revision ${current.revision} now. Load it and try again`,
      { context: { revision: current.revision } },
    )
  }
  // People who edit may have gone on since: the record alone would take that away, or be written over with it.
  await drafts.change(flowId, { before: before.draft, after: draft })
  const { revision } = (await accounts.flowDrafts.find(workspaceId, flowId)) ?? current
  live.publish(workspaceId, { type: 'flow.updated', flowId, revision })
  return { ...current, revision }
}
