import type { PublicationRecord } from '@parley/runtime/pipeline'
import type {
  FlowDraftRecord,
  FlowDraftSummary,
  FlowVersionSummary,
  ScheduledPublishRecord,
} from '@parley/runtime/store'
import type {
  FlowDetails,
  FlowSummary,
  FlowVersionSummary as FlowVersionBody,
  Publication,
  ScheduledPublish,
} from '@parley/shared/api'
import { checkDraft } from '../../flows/checkDraft.ts'
import { toInstant } from '../../http/answers.ts'

/** Version numbers by version id, for those that are published. */
export type VersionNumbers = ReadonlyMap<string, number>

export const presentPublication = (
  { numberId, flowVersionId, publishedAt, trial }: PublicationRecord,
  numbers: VersionNumbers,
): Publication => ({
  numberId,
  versionNumber: flowVersionId === null ? null : (numbers.get(flowVersionId) ?? 0),
  publishedAt: toInstant(publishedAt),
  trial: trial
    ? {
        versionNumber: numbers.get(trial.flowVersionId) ?? 0,
        audience: trial.audience,
        startedAt: toInstant(trial.startedAt),
      }
    : null,
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
  hasUnpublishedChanges: flow.publishedRevision !== flow.revision || waits(flow, publications),
  createdAt: toInstant(flow.createdAt),
  updatedAt: toInstant(flow.updatedAt),
})

/** Whether the newest version answers nowhere, while others do: it was only scheduled. */
const waits = (
  { publishedVersionId }: FlowDraftSummary,
  publications: readonly PublicationRecord[],
): boolean =>
  publications.length > 0 &&
  publications.every(
    ({ flowVersionId, trial }) =>
      flowVersionId !== publishedVersionId && trial?.flowVersionId !== publishedVersionId,
  )

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
  trials: publications.flatMap(({ numberId, trial }) =>
    trial?.flowVersionId === version.id
      ? [{ numberId, audience: trial.audience, startedAt: toInstant(trial.startedAt) }]
      : [],
  ),
})

export const presentScheduledPublish = (record: ScheduledPublishRecord): ScheduledPublish => ({
  id: record.id,
  flowId: record.flowId,
  versionNumber: record.versionNumber,
  numberIds: [...record.numberIds],
  audience: record.audience,
  conversations: record.moves ? 'move' : 'finish',
  scheduledFor: toInstant(record.dueAt),
  timeZone: record.timeZone,
  createdBy: record.userId,
  createdAt: toInstant(record.createdAt),
  status: record.status,
  problem: record.problem,
})
