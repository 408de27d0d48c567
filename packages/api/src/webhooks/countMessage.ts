import type { Clock } from '@parley/runtime/pipeline'
import type { Accounts, ApiKeyRecord, MongoStore } from '@parley/runtime/store'
import { LookupCache } from '../auth/LookupCache.ts'
import type { WebhookEvent } from './events.ts'
import type { CountedMessage } from './format.ts'

const KEYS_KEPT_MS = 10_000
/** A number that counts for the first time may have many old messages: so much of them at a time. */
const NUMBERING_MS = 5_000

/** Finds the number of the message that an event is about; null when it is about none. */
export type CountMessage = (event: WebhookEvent) => Promise<CountedMessage | null>

export function createCountMessage({
  store,
  accounts,
  clock,
}: {
  readonly store: Pick<MongoStore, 'messageNumbers'>
  readonly accounts: Pick<Accounts, 'apiKeys'>
  readonly clock: Clock
}): CountMessage {
  const { messageNumbers } = store
  const keys = new LookupCache<ApiKeyRecord>({ ttlMs: KEYS_KEPT_MS, now: () => clock.now() })

  return async (event) => {
    if (!('message' in event)) return null
    const { id, numberId, workspaceId } = event.message
    const key = await keys.get(numberId, () => accounts.apiKeys.findInstanceOf(numberId))
    const find = async () => (await messageNumbers.numbersOf([id])).get(id)
    const known = await find()
    if (known !== undefined) return { key, messageNumber: known }
    let isComplete = false
    while (!isComplete) {
      isComplete = await messageNumbers.bringUpToDate({ id: numberId, workspaceId }, NUMBERING_MS)
    }
    const given = await find()
    if (given !== undefined) return { key, messageNumber: given }
    // One that was held up for so long that nobody looks there any more.
    await messageNumbers.claim(numberId, [event.message])
    return { key, messageNumber: (await find()) ?? 0 }
  }
}
