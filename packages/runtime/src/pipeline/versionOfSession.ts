import { canMove, moveSession, type Session, type TraceEntry } from '../engine/index.ts'
import type { PublishedFlow, PublishedFlows } from './publishedFlows.ts'
import type { SessionRecord } from './records.ts'
import { type Audience, moveTargetOf } from './trials.ts'

/** What a session takes its next step with. */
export interface VersionOfSession {
  /** Null when the version was deleted. */
  readonly flow: PublishedFlow | null
  readonly state: Session
  /** What the author is told when it has moved. */
  readonly trace: readonly TraceEntry[]
}

/**
 * The version in which a session takes its next step: its own, or the one to which a publication moves it.
 *
 * Conversations move lazily, as part of their next step, and not all at once when something is published. So the move is
 * in the same compare-and-set commit as the step: a crash before it leaves the session where it was, and its event moves
 * it when it is replayed; a crash after it leaves it moved; and no other process writes the session of a number that it
 * does not own. What a process that has not heard of the publication yet steps in that second finishes where it is, as if
 * it had come before. Publishing costs the same for ten conversations and for a hundred thousand.
 */
export async function versionOfSession(
  flows: PublishedFlows,
  session: SessionRecord,
  { contact, at }: { readonly contact: Audience; readonly at: number },
): Promise<VersionOfSession> {
  const { state } = session
  const [current, publication] = await Promise.all([
    flows.find(session.flowVersionId),
    flows.publicationOf(session.numberId, session.flowId),
  ])
  const targetId = publication && moveTargetOf(publication, session, contact)
  const target = targetId === null ? null : await flows.find(targetId)
  if (!target || !canMove(current?.compiled ?? null, target.compiled, state)) {
    return { flow: current, state, trace: [] }
  }
  const note = `The conversation goes on in version ${target.version.versionNumber}.`
  const nodeId = state.waiting?.nodeId ?? ''
  return {
    flow: target,
    state: moveSession(target.compiled, state),
    trace: [{ at, nodeId, note }],
  }
}
