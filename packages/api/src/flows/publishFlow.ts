import type { FlowVersionRecord, PublicationRecord } from '@parley/runtime/pipeline'
import type { Audience, ConversationsChoice, ConversationsOutcome } from '@parley/shared/api'
import type { Caller } from '../auth/caller.ts'
import type { RouteDependencies } from '../dependencies.ts'
import { ApiError, invalidField } from '../errors.ts'
import { findNumber } from '../numbers/findNumber.ts'
import { recordAction } from '../routes/auditLog/recordAction.ts'
import { conversationsAfter } from './conversations.ts'
import { freezeDraft } from './freezeDraft.ts'
import { goLive } from './goLive.ts'
import { tellOfFlow } from './tellOfFlow.ts'

/** What somebody wants to be published. */
export interface PublishOrder {
  readonly flowId: string
  readonly numberIds: readonly string[]
  readonly note: string
  readonly audience: Audience
  readonly conversations: ConversationsChoice
}

export interface Published {
  readonly version: FlowVersionRecord
  readonly publications: readonly PublicationRecord[]
  readonly conversations: ConversationsOutcome
}

/**
 * Makes the draft a version and lets it answer on the numbers: everybody, or in a trial those for whom it is.
 *
 * @throws {ApiError} 422 with all problems when the draft has errors; 409 when everybody on a number talks to the version
 * already that shall be on trial there.
 */
export async function publishFlow(
  dependencies: RouteDependencies,
  caller: Caller,
  order: PublishOrder,
): Promise<Published> {
  const { store, clock } = dependencies
  const { workspaceId } = caller
  const { flowId, audience } = order
  const version = await prepareVersion(dependencies, caller, order)
  const publications = await goLive(store, {
    workspaceId,
    flowId,
    flowVersionId: version.id,
    numberIds: order.numberIds,
    audience,
    moves: order.conversations === 'move',
    at: clock.now(),
  })
  const action = audience.type === 'everyone' ? 'flow.published' : 'flow.trialStarted'
  await recordAction(dependencies, caller, action, version.id)
  await tellOfFlow(dependencies, workspaceId, flowId)
  const key = { workspaceId, flowId, flowVersionId: version.id }
  const conversations = await conversationsAfter(store, key, publications)
  return { version, publications, conversations }
}

/** The version that an order is about, once it is clear that the order can be done. @throws {ApiError} see above */
export async function prepareVersion(
  dependencies: RouteDependencies,
  caller: Caller,
  { flowId, numberIds, note, audience, conversations }: PublishOrder,
): Promise<FlowVersionRecord> {
  const { workspaceId } = caller
  if (audience.type === 'percentage' && conversations === 'move') {
    throw invalidField(
      'conversations',
      'cannot be "move" for a percentage: that counts new conversations only. Let those in progress finish',
    )
  }
  for (const numberId of numberIds) await findNumber(dependencies, caller, numberId)
  return freezeDraft(dependencies, caller, {
    flowId,
    note,
    mayRepeat: async ({ id, versionNumber }) => {
      if (audience.type === 'everyone') return
      const publications = await dependencies.store.publications.listOfFlow(workspaceId, flowId)
      const isLive = publications.some(
        ({ numberId, flowVersionId }) => flowVersionId === id && numberIds.includes(numberId),
      )
      if (isLive) throw nothingToTry(versionNumber)
    },
  })
}

const nothingToTry = (versionNumber: number): ApiError =>
  new ApiError(
    'CONFLICT',
    `Version ${versionNumber} answers everybody there already, so there is nothing to try. Change the flow first`,
  )
