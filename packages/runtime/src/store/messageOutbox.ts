import type { Store } from '../pipeline/index.ts'
import type { StoredCollection } from './documents.ts'
import { groupCalls } from './groupCalls.ts'
import { bulkWriteEach, MAX_WRITES, type WriteOperation } from './groupWrites.ts'

type OutboxPort = Pick<
  Store['messages'],
  'closeInbound' | 'recordAttempt' | 'recordSent' | 'recordFailed' | 'postpone' | 'cancel'
>

/** What becomes of open messages. */
export function createOutbox(collection: StoredCollection, now: () => number): OutboxPort {
  const record = groupRecords(collection)
  const close = groupCalls<string, void>({
    maxBatch: MAX_WRITES,
    run: async (ids) => {
      await collection.updateMany({ _id: { $in: [...ids] } }, { $set: { open: false } })
      return ids.map(() => ({ value: undefined }))
    },
  })

  return {
    async closeInbound(messageIds) {
      await Promise.all(messageIds.map(close))
    },

    async recordAttempt(messageId, { channelMessageId, attempts }) {
      await record({
        messageId,
        from: ['queued'],
        // Some platforms make the id themselves, and then there is none before the message is sent.
        set: channelMessageId === '' ? { attempts } : { attempts, channelMessageId },
      })
    },

    async recordSent(messageId, { at, channelMessageId, attempts, renderedAs }) {
      const facts = {
        channelMessageId,
        attempts,
        renderedAs,
        open: false,
        failure: null,
        'statusAt.sent': at,
        changedAt: now(),
      }
      await record({
        messageId,
        // Cancelled too late counts for nothing: it is sent.
        from: ['queued', 'cancelled'],
        set: { ...facts, status: 'sent' },
        // The platform's report that it was delivered may have been faster; that status stays.
        otherwise: facts,
      })
    },

    async recordFailed(messageId, { at, failure, attempts }) {
      const facts = { failure, attempts, open: false, 'statusAt.failed': at, changedAt: now() }
      await record({ messageId, from: ['queued'], set: { ...facts, status: 'failed' } })
    },

    async postpone(messageId, { dueAt, failure, attempts }) {
      await record({ messageId, from: ['queued'], set: { dueAt, failure, attempts } })
    },

    async cancel(messageId, at) {
      const { matchedCount } = await collection.updateOne(
        { _id: messageId, direction: 'outbound', status: 'queued', open: true },
        { $set: { status: 'cancelled', open: false, 'statusAt.cancelled': at } },
      )
      return matchedCount > 0
    },
  }
}

interface OutboxRecord {
  readonly messageId: string
  /** Statuses in which the message must be. */
  readonly from: readonly string[]
  readonly set: Record<string, unknown>
  /** What to set when the message is past `from` already. */
  readonly otherwise?: Record<string, unknown>
}

function groupRecords(collection: StoredCollection): (record: OutboxRecord) => Promise<undefined> {
  return groupCalls<OutboxRecord, undefined>({
    maxBatch: MAX_WRITES,
    keyOf: ({ messageId }) => messageId,
    run: async (records) => {
      const { outcomes, matchedCount } = await bulkWriteEach(collection, records.map(toUpdate))
      if (matchedCount === records.length) return outcomes
      // Not known which ones were past their status; those that were not have these facts already, so they may get
      // them once more.
      const corrections = records.flatMap(toCorrection)
      if (corrections.length > 0) await bulkWriteEach(collection, corrections)
      return outcomes
    },
  })
}

const toUpdate = ({ messageId, from, set }: OutboxRecord): WriteOperation => ({
  updateOne: { filter: { _id: messageId, status: { $in: [...from] } }, update: { $set: set } },
})

const toCorrection = ({ messageId, from, otherwise }: OutboxRecord): WriteOperation[] =>
  otherwise
    ? [
        {
          updateOne: {
            filter: { _id: messageId, status: { $nin: [...from] } },
            update: { $set: otherwise },
          },
        },
      ]
    : []
