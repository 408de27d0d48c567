import type { PipelineDependencies } from './dependencies.ts'
import { shareOf } from './ids.ts'
import type { ContactRecord, PublicationRecord, SessionRecord, TrialRecord } from './records.ts'

/** What decides which version a contact talks to. */
export type Audience = Pick<ContactRecord, 'id' | 'isTestContact'>

/** Which versions are for the contact; whoever was deleted while they wrote is no test contact. */
export async function audienceOf(
  { store }: PipelineDependencies,
  workspaceId: string,
  contactId: string,
): Promise<Audience> {
  return (await store.contacts.find(workspaceId, contactId)) ?? { id: contactId }
}

/** The version in which a new conversation with the contact begins; null when the flow does not answer them. */
export function versionFor(publication: PublicationRecord, contact: Audience): string | null {
  const { trial } = publication
  return trial && isInTrial(publication.flowId, trial, contact)
    ? trial.flowVersionId
    : publication.flowVersionId
}

/**
 * The version to which a session that is in progress is to move when it goes on; null when it stays. Only what has rested
 * since before the publication moves: one that has taken a step since then could not, and finishes where it is.
 */
export function moveTargetOf(
  { flowId, trial, move }: PublicationRecord,
  { committedAt, flowVersionId }: Pick<SessionRecord, 'committedAt' | 'flowVersionId'>,
  contact: Audience,
): string | null {
  const isForTrial = trial?.moves && committedAt <= trial.startedAt
  const target =
    isForTrial && isInTrial(flowId, trial, contact)
      ? trial.flowVersionId
      : move && committedAt <= move.at
        ? move.flowVersionId
        : null
  return target === flowVersionId ? null : target
}

/**
 * The share of a contact depends on flow, version and contact alone: the same on every message, number and process, and
 * whoever is in at 20 % is in at 50 %, too.
 */
function isInTrial(
  flowId: string,
  { flowVersionId, audience }: TrialRecord,
  { id, isTestContact = false }: Audience,
): boolean {
  if (isTestContact) return true
  return (
    audience.type === 'percentage' && shareOf(flowId, flowVersionId, id) * 100 < audience.percentage
  )
}
