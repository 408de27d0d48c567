import type { NumberRecord } from '@parley/runtime/pipeline'
import type { RouteDependencies } from '../dependencies.ts'

const CANCELLED_AT_ONCE = 50

/**
 * Cancels all that waits to be sent by a number, scheduled messages included, some at a time. What is on its way
 * already stays, as does what is accepted meanwhile. Gives how many were cancelled.
 */
export async function clearQueue(
  { clock, pipeline, store }: Pick<RouteDependencies, 'clock' | 'pipeline' | 'store'>,
  { id: numberId, workspaceId }: Pick<NumberRecord, 'id' | 'workspaceId'>,
): Promise<number> {
  const startedAt = clock.now()
  const tried = new Set<string>()
  let cancelled = 0
  for (;;) {
    // Those that could not be cancelled stay at the head.
    const limit = tried.size - cancelled + CANCELLED_AT_ONCE
    const open = await store.messages.listOpenOutbound(numberId, Number.MAX_SAFE_INTEGER, limit)
    const fresh = open.filter(({ id, createdAt }) => createdAt <= startedAt && !tried.has(id))
    if (fresh.length === 0) return cancelled
    for (const { id } of fresh) tried.add(id)
    const outcomes = await Promise.all(fresh.map(({ id }) => pipeline.cancel(workspaceId, id)))
    cancelled += outcomes.filter(Boolean).length
  }
}
