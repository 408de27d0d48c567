import type { MessageRecord } from '../pipeline/index.ts'
import type { StoredCollection } from './documents.ts'
import { toMessage } from './messageDocuments.ts'

/** What waits to be sent by a number, without what is scheduled for a time of its own. */
export function createSendQueue(messages: StoredCollection) {
  const waiting = (numberId: string) => ({
    numberId,
    direction: 'outbound',
    open: true,
    scheduled: false,
  })
  return {
    /** In the order in which it will be sent. */
    async list(numberId: string, limit: number): Promise<readonly MessageRecord[]> {
      const documents = await messages
        .find(waiting(numberId))
        .sort({ createdAt: 1, order: 1 })
        .limit(limit)
        .toArray()
      return documents.map(toMessage)
    },

    count: (numberId: string): Promise<number> => messages.countDocuments(waiting(numberId)),
  }
}
