import { randomUUID } from 'node:crypto'
import type { MessageRecord, StatusUpdate, Store } from '../pipeline/index.ts'
import type { StoredCollection } from './documents.ts'
import { groupCalls, type Outcome } from './groupCalls.ts'
import { bulkWriteEach, MAX_WRITES, type WriteOperation } from './groupWrites.ts'
import { findByChannelKeys, toChannelKey, toMessage } from './messageDocuments.ts'

/**
 * Statuses that a reported one may follow. A message that was given up can still turn out to have arrived, but reports
 * come in any order, so "sent" does not undo a failure.
 */
const MAY_FOLLOW: Readonly<Record<StatusUpdate['status'], readonly MessageRecord['status'][]>> = {
  sent: ['queued'],
  failed: ['queued', 'sent'],
  delivered: ['queued', 'sent', 'failed'],
  read: ['queued', 'sent', 'failed', 'delivered'],
}

/** Reports come one by one and nobody waits for them, but each costs a command and a query when it goes alone. */
const LINGER_MS = 20

interface Advance {
  readonly numberId: string
  readonly update: StatusUpdate
  /** Written with the status. Who finds it in the document afterwards has changed it. */
  readonly stamp: string
}

/**
 * Takes what platforms report about sent messages: one bulk write whose filters allow only steps forward, then, if it did
 * anything, one query that tells which messages have our stamp and how they look now.
 */
export function createMessageStatus(
  collection: StoredCollection,
  now: () => number,
): Pick<Store['messages'], 'advanceStatus'> {
  const process = randomUUID()
  let count = 0
  const advance = groupCalls<Advance, MessageRecord | null>({
    maxBatch: MAX_WRITES,
    lingerMs: LINGER_MS,
    keyOf: toKey,
    run: (advances) => advanceAll(collection, advances, now()),
  })
  return {
    advanceStatus(numberId, update) {
      count += 1
      return advance({ numberId, update, stamp: `${process}-${count}` })
    },
  }
}

const toKey = ({ numberId, update }: Advance) => toChannelKey(numberId, update.channelMessageId)

async function advanceAll(
  collection: StoredCollection,
  advances: readonly Advance[],
  changedAt: number,
): Promise<readonly Outcome<MessageRecord | null>[]> {
  const { outcomes, matchedCount } = await bulkWriteEach(
    collection,
    advances.map((each) => toUpdate(each, changedAt)),
  )
  const documents =
    matchedCount === 0
      ? new Map<string, never>()
      : await findByChannelKeys(collection, advances.map(toKey), ['outbound'])
  return advances.map((advance, index): Outcome<MessageRecord | null> => {
    const outcome = outcomes[index]
    if (outcome && 'error' in outcome) return outcome
    const document = documents.get(toKey(advance))
    return { value: document?.statusStamp === advance.stamp ? toMessage(document) : null }
  })
}

function toUpdate({ numberId, update, stamp }: Advance, changedAt: number): WriteOperation {
  const { channelMessageId, status, at } = update
  return {
    updateOne: {
      filter: {
        numberId,
        direction: 'outbound',
        channelMessageId,
        status: { $in: [...MAY_FOLLOW[status]] },
      },
      update: {
        $set: {
          status,
          [`statusAt.${status}`]: at,
          failure: status === 'failed' ? (update.failure ?? null) : null,
          statusStamp: stamp,
          changedAt,
          // The platform knows the message, so it must not be sent again.
          open: false,
        },
      },
    },
  }
}
