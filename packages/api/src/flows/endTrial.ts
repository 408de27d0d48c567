import type { PublicationRecord } from '@parley/runtime/pipeline'
import type { ConversationsChoice } from '@parley/shared/api'
import type { Caller } from '../auth/caller.ts'
import type { RouteDependencies } from '../dependencies.ts'
import { notFound } from '../errors.ts'
import { recordAction } from '../routes/auditLog/recordAction.ts'
import { conversationsAfter } from './conversations.ts'
import type { Published } from './publishFlow.ts'
import { tellOfFlow } from './tellOfFlow.ts'

interface TrialKey {
  readonly flowId: string
  readonly versionNumber: number
  /** All numbers where it is on trial when absent. */
  readonly numberIds?: readonly string[] | undefined
}

/**
 * Lets the version on trial answer everybody.
 *
 * @throws {ApiError} 404 when the version is on trial on none of the numbers.
 */
export async function promoteTrial(
  dependencies: RouteDependencies,
  caller: Caller,
  { conversations, ...key }: TrialKey & { readonly conversations: ConversationsChoice },
): Promise<Published> {
  const { store, clock } = dependencies
  const { workspaceId } = caller
  const { version, trials } = await findTrials(dependencies, caller, key)
  const flowVersionId = version.id
  const publishedAt = clock.now()
  const publications: PublicationRecord[] = []
  for (const trial of trials) {
    const promoted = await store.publications.promoteTrial(trial, {
      flowVersionId,
      publishedAt,
      ...(conversations === 'move' && { move: { flowVersionId, at: publishedAt } }),
    })
    if (promoted) publications.push(promoted)
  }
  await recordAction(dependencies, caller, 'flow.trialPromoted', flowVersionId)
  await tellOfFlow(dependencies, workspaceId, key.flowId)
  return {
    version,
    publications,
    conversations: await conversationsAfter(
      store,
      { workspaceId, flowId: key.flowId, flowVersionId },
      publications,
    ),
  }
}

/** Lets those for whom the trial was be answered like everybody else. @throws {ApiError} as above */
export async function endTrial(
  dependencies: RouteDependencies,
  caller: Caller,
  key: TrialKey,
): Promise<void> {
  const { version, trials } = await findTrials(dependencies, caller, key)
  for (const trial of trials) await dependencies.store.publications.endTrial(trial, version.id)
  await recordAction(dependencies, caller, 'flow.trialEnded', version.id)
  await tellOfFlow(dependencies, caller.workspaceId, key.flowId)
}

async function findTrials(
  { store }: RouteDependencies,
  { workspaceId }: Caller,
  { flowId, versionNumber, numberIds }: TrialKey,
) {
  const versions = await store.flowVersions.list(workspaceId, flowId)
  const summary = versions.find((each) => each.versionNumber === versionNumber)
  const version = summary && (await store.flowVersions.findVersion(summary.id))
  const publications = await store.publications.listOfFlow(workspaceId, flowId)
  const trials = publications.filter(
    ({ numberId, trial }) =>
      trial?.flowVersionId === version?.id && (numberIds?.includes(numberId) ?? true),
  )
  if (!version || trials.length === 0) throw notFound('trial of version', String(versionNumber))
  return { version, trials }
}
