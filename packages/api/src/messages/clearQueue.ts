import type { MessageRecord, NumberRecord } from '@parley/runtime/pipeline'
import type { RouteDependencies } from '../dependencies.ts'

const CANCELLED_AT_ONCE = 50

type Dependencies = Pick<RouteDependencies, 'clock' | 'pipeline' | 'store'>

/** Cancels all that waits to be sent by a number, scheduled messages included. Gives how many were cancelled. */
export async function clearQueue(
  dependencies: Dependencies,
  { id: numberId }: Pick<NumberRecord, 'id'>,
): Promise<number> {
  const { messages } = dependencies.store
  const cancelled = await cancelWaiting(dependencies, (limit) =>
    messages.listOpenOutbound(numberId, Number.MAX_SAFE_INTEGER, limit),
  )
  return cancelled.length
}

/**
 * Cancels all that a list of waiting messages holds, some at a time, and gives what was cancelled. What is on its way
 * already stays, as does what is accepted meanwhile.
 *
 * @param list the first ones, in an order that stays
 */
export async function cancelWaiting(
  { clock, pipeline }: Dependencies,
  list: (limit: number) => Promise<readonly MessageRecord[]>,
): Promise<readonly MessageRecord[]> {
  const startedAt = clock.now()
  const tried = new Set<string>()
  const cancelled: MessageRecord[] = []
  for (;;) {
    // Those that could not be cancelled stay at the head.
    const waiting = await list(tried.size - cancelled.length + CANCELLED_AT_ONCE)
    const fresh = waiting.filter(({ id, createdAt }) => createdAt <= startedAt && !tried.has(id))
    if (fresh.length === 0) return cancelled
    for (const { id } of fresh) tried.add(id)
    const outcomes = await Promise.all(
      fresh.map(({ workspaceId, id }) => pipeline.cancel(workspaceId, id)),
    )
    cancelled.push(...fresh.filter((_, index) => outcomes[index]))
  }
}
