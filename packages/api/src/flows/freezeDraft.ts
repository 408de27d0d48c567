import { type FlowVersionRecord, newId } from '@parley/runtime/pipeline'
import type { FlowDraftRecord } from '@parley/runtime/store'
import type { Flow, FlowProblem } from '@parley/shared'
import type { Caller } from '../auth/caller.ts'
import type { RouteDependencies } from '../dependencies.ts'
import { ApiError, notFound } from '../errors.ts'
import { checkDraft } from './checkDraft.ts'
import { findFlow } from './findFlow.ts'

interface FreezeOrder {
  readonly flowId: string
  readonly note: string
  /** Asked before anything is written about a version that is there already. @throws {ApiError} when it shall not be */
  readonly mayRepeat: (version: FlowVersionRecord) => Promise<void>
}

/**
 * The version of the draft as it is now: the newest one when nothing has changed since, a new one otherwise. A note about
 * a version that is there already joins the note that it has, as a line of its own.
 *
 * @throws {ApiError} 422 with all problems when the draft has errors, and what `mayRepeat` throws.
 */
export async function freezeDraft(
  dependencies: RouteDependencies,
  caller: Caller,
  { flowId, note, mayRepeat }: FreezeOrder,
): Promise<FlowVersionRecord> {
  const { store } = dependencies
  const draft = await findFlow(dependencies, caller.workspaceId, flowId)
  const { flow, problems } = checkDraft(draft.draft)
  if (!flow) throw notPublishable(problems)
  const isUnchanged =
    draft.publishedRevision === draft.revision && draft.publishedVersionId !== null
  const newest = isUnchanged ? await store.flowVersions.findVersion(draft.publishedVersionId) : null
  if (!newest) return insertVersion(dependencies, caller, { draft, flow, note })
  await mayRepeat(newest)
  return note === '' ? newest : store.flowVersions.addToNote(newest, note)
}

async function insertVersion(
  { accounts, clock, store }: RouteDependencies,
  { workspaceId, userId }: Caller,
  { draft, flow, note }: { draft: FlowDraftRecord; flow: Flow; note: string },
): Promise<FlowVersionRecord> {
  const versionNumber = await accounts.flowDrafts.nextVersionNumber(workspaceId, draft.id)
  if (versionNumber === null) throw notFound('flow', draft.id)
  const version: FlowVersionRecord = {
    id: newId('ver'),
    workspaceId,
    flowId: draft.id,
    versionNumber,
    flow,
    note,
    createdBy: userId,
    createdAt: clock.now(),
  }
  await store.flowVersions.insert(version)
  const { id: versionId } = version
  await accounts.flowDrafts.setPublished(workspaceId, draft.id, {
    revision: draft.revision,
    versionId,
  })
  return version
}

function notPublishable(problems: readonly FlowProblem[]): ApiError {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const details: Record<string, string[]> = {}
  for (const { nodeId, edgeId, field = [], message } of errors) {
    const place = nodeId ? ['nodes', nodeId] : edgeId ? ['edges', edgeId] : []
    const path = [...place, ...field].join('.')
    details[path] = [...(details[path] ?? []), message]
  }
  return new ApiError(
    'VALIDATION_ERROR',
    `The flow cannot be published: ${errors[0]?.message ?? 'it is not valid'}`,
    { details, context: { problems } },
  )
}
