import { type FlowVersionRecord, newId, type PublicationRecord } from '@parley/runtime/pipeline'
import type { FlowDraftRecord } from '@parley/runtime/store'
import type { Flow, FlowProblem } from '@parley/shared'
import type { Caller } from '../auth/caller.ts'
import type { RouteDependencies } from '../dependencies.ts'
import { ApiError, notFound } from '../errors.ts'
import { findNumber } from '../numbers/findNumber.ts'
import { recordAction } from '../routes/auditLog/recordAction.ts'
import { checkDraft } from './checkDraft.ts'
import { findFlow } from './findFlow.ts'

export interface Published {
  readonly version: FlowVersionRecord
  readonly publications: readonly PublicationRecord[]
}

/**
 * Makes the draft a version and lets it answer on the numbers. Sessions that run stay on the version they began with.
 *
 * @throws {ApiError} 422 with all problems when the draft has errors.
 */
export async function publishFlow(
  dependencies: RouteDependencies,
  caller: Caller,
  request: { flowId: string; numberIds: readonly string[]; note: string },
): Promise<Published> {
  const { store, clock } = dependencies
  const { workspaceId } = caller
  const draft = await findFlow(dependencies, workspaceId, request.flowId)
  const { flow, problems } = checkDraft(draft.draft)
  if (!flow) throw notPublishable(problems)
  for (const numberId of request.numberIds) await findNumber(dependencies, caller, numberId)

  const version = await versionOf(dependencies, caller, draft, flow, request.note)
  const publications: PublicationRecord[] = []
  for (const numberId of new Set(request.numberIds)) {
    publications.push(
      await store.publications.publish({
        id: newId('pub'),
        workspaceId,
        numberId,
        flowId: draft.id,
        flowVersionId: version.id,
        publishedAt: clock.now(),
      }),
    )
  }
  await recordAction(dependencies, caller, 'flow.published', version.id)
  return { version, publications }
}

/** The version of this very draft: the newest one when nothing has changed since, a new one otherwise. */
async function versionOf(
  { accounts, clock, store }: RouteDependencies,
  { workspaceId, userId }: Caller,
  draft: FlowDraftRecord,
  flow: Flow,
  note: string,
): Promise<FlowVersionRecord> {
  const isUnchanged =
    draft.publishedRevision === draft.revision && draft.publishedVersionId !== null
  const newest = isUnchanged ? await store.flowVersions.findVersion(draft.publishedVersionId) : null
  if (newest) return newest
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
