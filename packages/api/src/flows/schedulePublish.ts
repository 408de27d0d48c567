import { newId } from '@parley/runtime/pipeline'
import type { ScheduledPublishRecord } from '@parley/runtime/store'
import { type Caller, keyIdOf } from '../auth/caller.ts'
import type { RouteDependencies } from '../dependencies.ts'
import { ApiError, invalidField, notFound } from '../errors.ts'
import { recordAction } from '../routes/auditLog/recordAction.ts'
import { type PublishOrder, prepareVersion } from './publishFlow.ts'
import { tellOfFlow } from './tellOfFlow.ts'

const MAX_AHEAD_MS = 366 * 86_400_000
/** Of one flow. */
const MAX_WAITING = 20

export interface ScheduleOrder extends PublishOrder {
  /** Epoch milliseconds. */
  readonly dueAt: number
  readonly timeZone: string
}

/**
 * Freezes the draft as it is now and notes when it shall be published.
 *
 * @throws {ApiError} 422 when the draft has errors or the time is not ahead; 409 when too many wait already.
 */
export async function schedulePublish(
  dependencies: RouteDependencies,
  caller: Caller,
  order: ScheduleOrder,
): Promise<ScheduledPublishRecord> {
  const { store, clock, scheduledPublisher } = dependencies
  const { workspaceId, userId } = caller
  const { flowId, audience, dueAt, timeZone } = order
  const createdAt = clock.now()
  if (dueAt <= createdAt) throw invalidField('scheduledFor', 'must be in the future')
  if (dueAt > createdAt + MAX_AHEAD_MS) {
    throw invalidField('scheduledFor', 'must be within a year from now')
  }
  const waiting = await store.scheduledPublishes.listOpen(workspaceId, flowId)
  if (waiting.filter(({ status }) => status === 'waiting').length >= MAX_WAITING) {
    throw new ApiError(
      'CONFLICT',
      `${MAX_WAITING} publishes of this flow are scheduled already. Cancel one first`,
    )
  }
  const { id: flowVersionId, versionNumber } = await prepareVersion(dependencies, caller, order)
  const record: ScheduledPublishRecord = {
    id: newId('sch'),
    workspaceId,
    flowId,
    flowVersionId,
    versionNumber,
    numberIds: [...new Set(order.numberIds)],
    audience,
    moves: order.conversations === 'move',
    dueAt,
    timeZone,
    userId,
    keyId: keyIdOf(caller.identity),
    createdAt,
    status: 'waiting',
    problem: null,
    finishedAt: null,
  }
  await store.scheduledPublishes.insert(record)
  await recordAction(dependencies, caller, 'flow.publishScheduled', flowVersionId)
  await tellOfFlow(dependencies, workspaceId, flowId)
  // Not waited for: it takes up what is due soon.
  void scheduledPublisher.look()
  return record
}

/**
 * Takes back a publish that waits, or takes one that failed off the list.
 *
 * @throws {ApiError} 404 when the flow has no such publish; 409 when it has happened or is happening.
 */
export async function cancelScheduledPublish(
  dependencies: RouteDependencies,
  caller: Caller,
  { flowId, id }: { readonly flowId: string; readonly id: string },
): Promise<void> {
  const { store, clock } = dependencies
  const { workspaceId } = caller
  const record = await store.scheduledPublishes.find(workspaceId, id)
  if (record?.flowId !== flowId) throw notFound('scheduled publish', id)
  if (!(await store.scheduledPublishes.cancel(workspaceId, id, clock.now()))) {
    throw new ApiError(
      'CONFLICT',
      record.status === 'cancelled'
        ? 'It has been cancelled already'
        : 'It is too late to cancel this: it is published, or being published at this moment',
    )
  }
  if (record.status === 'waiting') {
    await recordAction(dependencies, caller, 'flow.publishCancelled', record.flowVersionId)
  }
  await tellOfFlow(dependencies, workspaceId, flowId)
}
