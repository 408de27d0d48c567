import { type CompiledFlow, canMove, compileFlow } from '@parley/runtime/engine'
import { moveTargetOf, type PublicationRecord } from '@parley/runtime/pipeline'
import type { MongoStore } from '@parley/runtime/store'
import type { Flow } from '@parley/shared'
import type { ConversationsOnNumber, ConversationsOutcome } from '@parley/shared/api'

interface FlowKey {
  readonly workspaceId: string
  readonly flowId: string
}

/** How many conversations are in the middle of a flow, number by number, and how many of them could go on in `draft`. */
export async function countConversations(
  { sessions, flowVersions }: Pick<MongoStore, 'sessions' | 'flowVersions'>,
  { workspaceId, flowId }: FlowKey,
  draft: Flow | null,
): Promise<readonly ConversationsOnNumber[]> {
  const versions = new CompiledVersions(flowVersions)
  const target = draft && compileFlow(draft)
  const byNumber = new Map<string, { inProgress: number; movable: number }>()
  for await (const session of sessions.listActive(workspaceId, flowId)) {
    const count = byNumber.get(session.numberId) ?? { inProgress: 0, movable: 0 }
    count.inProgress += 1
    const from = await versions.find(session.flowVersionId)
    if (target && canMove(from, target, session.state)) count.movable += 1
    byNumber.set(session.numberId, count)
  }
  return [...byNumber].map(([numberId, { inProgress, movable }]) => ({
    numberId,
    inProgress,
    movable: target && movable,
  }))
}

/** What becomes of the conversations that a version found in progress when it went live, by what these publications say. */
export async function conversationsAfter(
  store: Pick<MongoStore, 'sessions' | 'flowVersions' | 'contacts'>,
  { workspaceId, flowId, flowVersionId }: FlowKey & { readonly flowVersionId: string },
  publications: readonly PublicationRecord[],
): Promise<ConversationsOutcome> {
  const versions = new CompiledVersions(store.flowVersions)
  const byNumber = new Map(publications.map((each) => [each.numberId, each]))
  const testers = publications.some(({ trial }) => trial?.moves)
    ? await listTestContacts(store, workspaceId)
    : new Set<string>()
  const outcome = { inProgress: 0, moving: 0, finishing: 0 }
  for await (const session of store.sessions.listActive(workspaceId, flowId)) {
    const publication = byNumber.get(session.numberId)
    if (!publication || session.flowVersionId === flowVersionId) continue
    outcome.inProgress += 1
    const contact = { id: session.contactId, isTestContact: testers.has(session.contactId) }
    const targetId = moveTargetOf(publication, session, contact)
    const target = targetId === null ? null : await versions.find(targetId)
    const from = await versions.find(session.flowVersionId)
    if (target && canMove(from, target, session.state)) outcome.moving += 1
    else outcome.finishing += 1
  }
  return outcome
}

async function listTestContacts(
  { contacts }: Pick<MongoStore, 'contacts'>,
  workspaceId: string,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await contacts.list({
      workspaceId,
      isTestContact: true,
      limit: 500,
      ...(cursor !== undefined && { cursor }),
    })
    for (const { id } of page.items) ids.add(id)
    cursor = page.nextCursor
  }
  return ids
}

/** Thousands of conversations are in a handful of versions. */
class CompiledVersions {
  readonly #flowVersions: MongoStore['flowVersions']
  readonly #compiled = new Map<string, CompiledFlow | null>()

  constructor(flowVersions: MongoStore['flowVersions']) {
    this.#flowVersions = flowVersions
  }

  /** Null when the version was deleted. */
  async find(flowVersionId: string): Promise<CompiledFlow | null> {
    const known = this.#compiled.get(flowVersionId)
    if (known !== undefined) return known
    const version = await this.#flowVersions.findVersion(flowVersionId)
    const compiled = version && compileFlow(version.flow)
    this.#compiled.set(flowVersionId, compiled)
    return compiled
  }
}
