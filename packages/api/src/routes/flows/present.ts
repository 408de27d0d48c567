import type { PublicationRecord } from '@parley/runtime/pipeline'
import type { FlowDraftRecord, FlowDraftSummary, FlowVersionSummary } from '@parley/runtime/store'
import type {
  FlowDetails,
  FlowSummary,
  FlowVersionSummary as FlowVersionBody,
} from '@parley/shared/api'
import { checkDraft } from '../../flows/checkDraft.ts'
import { toInstant } from '../../http/answers.ts'

/** Version numbers by version id, for those that are published. */
export type VersionNumbers = ReadonlyMap<string, number>

export const presentPublication = (
  { numberId, flowVersionId, publishedAt }: PublicationRecord,
  numbers: VersionNumbers,
) => ({
  numberId,
  versionNumber: numbers.get(flowVersionId) ?? 0,
  publishedAt: toInstant(publishedAt),
})

export const presentFlowSummary = (
  flow: FlowDraftSummary,
  publications: readonly PublicationRecord[],
  numbers: VersionNumbers,
): FlowSummary => ({
  id: flow.id,
  name: flow.name,
  description: flow.description,
  revision: flow.revision,
  publications: publications.map((publication) => presentPublication(publication, numbers)),
  hasUnpublishedChanges: flow.publishedRevision !== flow.revision,
  createdAt: toInstant(flow.createdAt),
  updatedAt: toInstant(flow.updatedAt),
})

export const presentFlow = (
  flow: FlowDraftRecord,
  publications: readonly PublicationRecord[],
  numbers: VersionNumbers,
): FlowDetails => ({
  ...presentFlowSummary(flow, publications, numbers),
  // Drafts are checked against this schema when they are stored.
  draft: flow.draft as FlowDetails['draft'],
  problems: presentProblems(checkDraft(flow.draft).problems),
})

/** Problems own their field paths; the answer's type wants arrays that it may keep. */
export const presentProblems = (
  problems: ReturnType<typeof checkDraft>['problems'],
): FlowDetails['problems'] =>
  problems.map(({ field, nodeIds, ...problem }) => ({
    ...problem,
    ...(field && { field: [...field] }),
    ...(nodeIds && { nodeIds: [...nodeIds] }),
  }))

export const presentVersion = (
  version: FlowVersionSummary,
  publications: readonly PublicationRecord[],
): FlowVersionBody => ({
  id: version.id,
  versionNumber: version.versionNumber,
  note: version.note ?? '',
  createdBy: version.createdBy ?? null,
  createdAt: toInstant(version.createdAt),
  numberIds: publications
    .filter(({ flowVersionId }) => flowVersionId === version.id)
    .map(({ numberId }) => numberId),
})
