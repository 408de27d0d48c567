import { InputError, type MessageRecord } from '@parley/runtime/pipeline'
import type { RouteDependencies } from '../dependencies.ts'

type Dependencies = Pick<RouteDependencies, 'clock' | 'live' | 'logger' | 'pipeline' | 'store'>

/**
 * Marks what a contact wrote as read, and its conversation as seen. Resolves when that is durable; whether the contact
 * sees it as well depends on the platform, and is not waited for.
 */
export async function markRead(dependencies: Dependencies, message: MessageRecord): Promise<void> {
  const { clock, live, store } = dependencies
  const { id, workspaceId, conversationId } = message
  await store.messages.recordSeen(id, clock.now())
  await store.conversations.markRead(workspaceId, conversationId)
  live.publish(workspaceId, { type: 'conversation.updated', conversationId })
  // The platform may take its time, and none of its troubles is one of the caller's.
  void showRead(dependencies, message)
}

async function showRead(
  { logger, pipeline }: Dependencies,
  { id, workspaceId, numberId }: MessageRecord,
): Promise<void> {
  try {
    const line = await pipeline.line(workspaceId, numberId)
    await line.markRead(id)
  } catch (error) {
    // The number is not connected here, or its channel has no such thing.
    if (error instanceof InputError) return
    logger.warn({ err: error, messageId: id, numberId }, 'a contact was not shown what was read')
  }
}
