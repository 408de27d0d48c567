import type { Connection } from 'mongoose'
import type { ConnectionStatus } from '../pipeline/index.ts'

/** Beyond this many the exact number tells nothing more, and counting would cost more than it is worth. */
const COUNTED_AT_MOST = 100_000

export interface NumberFigures {
  readonly channel: string
  readonly status: ConnectionStatus
  readonly count: number
}

/** Messages that the pipeline still has to do something with; each counted to 100,000 at most. */
export interface QueueFigures {
  /** Received, and not yet stepped through. */
  readonly inbound: number
  /** To be sent as soon as their number can. */
  readonly outbound: number
  /** To be sent at a time of their own, or tried again. */
  readonly scheduled: number
}

/** What an operator wants to know of all workspaces together. */
export function createFigures(connection: Connection) {
  const numbers = connection.collection<{ _id: string }>('numbers')
  const messages = connection.collection('messages')

  /** The two indexes of open messages begin with the number, so every number is named. */
  async function countOpen(filter: object): Promise<number> {
    const ids = await numbers.find({}, { projection: { _id: 1 } }).toArray()
    const numberId = { $in: ids.map(({ _id }) => _id) }
    return messages.countDocuments({ numberId, open: true, ...filter }, { limit: COUNTED_AT_MOST })
  }

  return {
    async countNumbers(): Promise<readonly NumberFigures[]> {
      const groups = await numbers
        .aggregate<{ _id: Omit<NumberFigures, 'count'>; count: number }>([
          { $group: { _id: { channel: '$channel', status: '$status' }, count: { $sum: 1 } } },
        ])
        .toArray()
      return groups.map(({ _id, count }) => ({ ..._id, count }))
    },

    async countQueue(): Promise<QueueFigures> {
      const [inbound, outbound, scheduled] = await Promise.all([
        countOpen({ scheduled: false, direction: 'inbound' }),
        countOpen({ scheduled: false, direction: 'outbound' }),
        countOpen({ scheduled: true }),
      ])
      return { inbound, outbound, scheduled }
    },
  }
}
